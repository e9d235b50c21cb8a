"""What came in at the Meldpunt."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from convenant.enums import Niveau
from convenant.toegang import Toegang
from meldpunt.enums import Duidinguitkomst, Meldersoort, Stroom
from meldpunt.models import Adviesvraag, Duiding, Melding
from monitoring.rapportage.blad import Blok, verdeling
from monitoring.rapportage.onderdrukking import getoond
from monitoring.rapportage.periode import Periode, per_tijdvak


def meldingen_in(toegang: Toegang, periode: Periode) -> QuerySet[Melding]:
    """The reports of the period that are matched to a dossier."""
    return Melding.objects.voor(toegang, minstens=Niveau.PROCES).filter(periode.op("gemeld_op"))


def blok(toegang: Toegang, periode: Periode) -> Blok:
    """Reports per month, per kind of melder and per stream, and how many questions for advice."""
    rijen = list(
        meldingen_in(toegang, periode)
        .order_by("gemeld_op")
        .values_list("gemeld_op", "meldersoort", "stroom")
    )
    maat, per_vak = per_tijdvak((rij[0] for rij in rijen), periode)
    tabellen = [
        verdeling(
            f"Meldingen per {maat.naam}",
            per_vak,
            soort=maat.naam.capitalize(),
            eenheid="meldingen",
            id="meldingen-tijd",
            tijd=True,
        ),
        verdeling(
            "Meldingen naar melder",
            naar_soort((rij[1] for rij in rijen), Meldersoort),
            soort="Melder",
            eenheid="meldingen",
            id="meldingen-melder",
        ),
        verdeling(
            "Meldingen naar stroom",
            naar_soort((rij[2] for rij in rijen), Stroom),
            soort="Stroom",
            eenheid="meldingen",
            id="meldingen-stroom",
        ),
    ]
    advies = Adviesvraag.objects.voor(toegang).filter(periode.op("gesteld_op")).count()
    return Blok(
        "Meldingen",
        zinnen=[
            f"In deze periode zijn {getoond(len(rijen))} meldingen aan een dossier gekoppeld.",
            f"Daarnaast is {getoond(advies)} keer advies gegeven zonder een persoon vast te leggen.",
        ],
        tabellen=tabellen,
    )


def duidingblok(toegang: Toegang, periode: Periode) -> Blok:
    """The outcomes of the duiding of the reports of this period, and the second person."""
    rijen = list(
        Duiding.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(periode.op("gedaan_op"))
        .exclude(tweede_akkoord=False)
        .values_list("uitkomst", "tweede_akkoord")
    )
    tabel = verdeling(
        "Uitkomst van de duiding",
        naar_soort((rij[0] for rij in rijen), Duidinguitkomst),
        soort="Uitkomst",
        eenheid="duidingen",
        id="duiding",
    )
    tweede = sum(1 for _, akkoord in rijen if akkoord)
    return Blok(
        "Duiding",
        zinnen=[
            "Geen actie en doorverwezen vragen een tweede persoon. "
            f"Bij {getoond(tweede)} duidingen heeft een tweede persoon meegekeken en ingestemd."
        ],
        tabellen=[tabel],
    )


def naar_soort(waarden: Iterable[Any], soorten: Any) -> dict[str, int]:
    """Counts under the Dutch labels of a closed list, in the order of that list."""
    geteld = Counter(waarden)
    return {soort.label: geteld[soort.value] for soort in soorten}
