"""Releasing pseudonymised free text for the Commissie van Toezicht, and taking it back."""

from beoordeling.models import Informatie
from convenant.handeling import Geweigerd, handeling
from convenant.models import Dossier
from convenant.services.verstrekking import vrijgave_verstrekken
from convenant.toegang import Toegang
from monitoring.models import Vrijgave
from monitoring.rules import vrijgave as rules


@handeling(rules.tekst_vrijgeven)
def tekst_vrijgeven(
    toegang: Toegang,
    dossier: Dossier,
    *,
    onderwerp: str,
    tekst: str,
    informatie: Informatie | None = None,
) -> Vrijgave:
    """Release text as the Commissie will read it; ``informatie`` is the item it was made from.

    Refused while a name, address, telephone number or birth date of a person of the dossier
    stands in it.
    """
    if informatie is not None and informatie.dossier_id != dossier.pk:
        raise Geweigerd("Deze informatie hoort bij een ander dossier.")
    if informatie is not None and informatie.ingetrokken_op is not None:
        raise Geweigerd("Deze informatie is ingetrokken.")
    herkenbaar = rules.herkenbaar_in(dossier.pk, onderwerp, tekst)
    if herkenbaar:
        woorden = ", ".join(f"‘{woord}’" for woord in herkenbaar)
        raise Geweigerd(
            f"In de tekst staat nog wie het is: {woorden}. "
            "Schrijf bijvoorbeeld ‘de betrokkene’ of ‘een familielid’."
        )
    vrijgave = Vrijgave(
        dossier=dossier,
        informatie=informatie,
        onderwerp=onderwerp,
        tekst=tekst,
        vrijgegeven_op=toegang.moment,
        vrijgegeven_door_id=toegang.hoedanigheid_id,
    )
    vrijgave.save(force_insert=True)
    vrijgave_verstrekken(toegang, vrijgave)
    return vrijgave


@handeling(rules.vrijgave_intrekken)
def vrijgave_intrekken(toegang: Toegang, vrijgave: Vrijgave, *, reden: str) -> Vrijgave:
    """Take released text back: the Commissie no longer reads it, and it stays on record."""
    vrijgave.ingetrokken_op = toegang.moment
    vrijgave.save()
    return vrijgave
