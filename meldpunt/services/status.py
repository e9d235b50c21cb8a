"""The states of a report, moved along by deeds."""

from convenant.handeling import Geweigerd, bouwsteen
from convenant.models.geschiedenis import lopende_handeling
from meldpunt.enums import MELDINGOVERGANGEN, Meldingstatus
from meldpunt.models import Melding


@bouwsteen
def status_zetten(melding: Melding, naar: Meldingstatus) -> None:
    """Set the state if the table lets the running deed do so; the caller saves.

    Raises ``Geweigerd`` when the step is not in the table.
    """
    lopend = lopende_handeling.get()
    naam = lopend.naam if lopend else ""
    if (melding.status, naar, naam) not in MELDINGOVERGANGEN:
        raise Geweigerd(
            f"Een melding die {melding.get_status_display()} is, kan nu niet verder met deze stap."
        )
    melding.status = naar
