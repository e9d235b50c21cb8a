"""The weging and the besluit: outcomes, dissent, and how long it took."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from statistics import median

from beoordeling.enums import Advies, Wegingstatus
from beoordeling.models import Weging, Wegingsbijdrage
from casusregie.enums import Besluitstatus, Besluituitkomst
from casusregie.models import Besluit
from convenant.enums import Niveau
from convenant.toegang import Toegang
from meldpunt.models import Melding
from monitoring.rapportage.blad import Blok, Tabel, verdeling
from monitoring.rapportage.meldingen import naar_soort
from monitoring.rapportage.onderdrukking import GRENS, NIET_GETOOND, getoond
from monitoring.rapportage.periode import Periode

type Tijdsduur = tuple[datetime | None, datetime | None]
"""Begin and end of a step; one of the two may be unknown."""


def _vastgesteld(toegang: Toegang, periode: Periode) -> list[Weging]:
    return list(
        Weging.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(periode.op("vastgesteld_op"), status=Wegingstatus.VASTGESTELD)
        .order_by("vastgesteld_op", "pk")
    )


def _besluiten(toegang: Toegang, periode: Periode) -> list[Besluit]:
    return list(
        Besluit.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(periode.op("genomen_op"), status=Besluitstatus.GENOMEN)
        .order_by("genomen_op", "pk")
    )


def blok(toegang: Toegang, periode: Periode) -> Blok:
    """Outcomes of wegingen and besluiten, dissent within the weegploeg, advice overruled."""
    wegingen = _vastgesteld(toegang, periode)
    besluiten = _besluiten(toegang, periode)
    verdeeld = _verdeeld(toegang, wegingen)
    tegen = sum(1 for besluit in besluiten if besluit.tegen_advies)
    weegtabel = verdeling(
        "Uitkomst van de weging",
        naar_soort((weging.uitkomst for weging in wegingen), Advies),
        soort="Uitkomst",
        eenheid="wegingen",
        id="weging",
    )
    eens = verdeling(
        "Waren de leden van de weegploeg het eens?",
        {"alle adviezen gelijk": len(wegingen) - verdeeld, "een of meer adviezen anders": verdeeld},
        soort="Adviezen",
        eenheid="wegingen",
        id="eens",
        plaat=False,
    )
    besluittabel = verdeling(
        "Uitkomst van het besluit",
        naar_soort((besluit.uitkomst for besluit in besluiten), Besluituitkomst),
        soort="Uitkomst",
        eenheid="besluiten",
        id="besluit",
    )
    gevolgd = verdeling(
        "Is het advies van de weegploeg gevolgd?",
        {"gevolgd": len(besluiten) - tegen, "niet gevolgd of zwaarder besloten": tegen},
        soort="Advies",
        eenheid="besluiten",
        id="gevolgd",
        plaat=False,
    )
    zinnen = ["Elk besluit tegen een advies vraagt een motivering en een tweede persoon."]
    if tegen:
        zinnen.append("In deze periode is ten minste één keer tegen een advies besloten.")
    return Blok(
        "Weging en besluit",
        zinnen=zinnen,
        tabellen=[weegtabel, eens, besluittabel, gevolgd],
    )


def _verdeeld(toegang: Toegang, wegingen: Sequence[Weging]) -> int:
    adviezen: dict[uuid.UUID, set[str]] = defaultdict(set)
    for weging_id, advies in (
        Wegingsbijdrage.objects.voor(toegang)
        .filter(weging__in=[weging.pk for weging in wegingen])
        .exclude(advies="")
        .values_list("weging_id", "advies")
    ):
        adviezen[weging_id].add(advies)
    return sum(1 for soorten in adviezen.values() if len(soorten) > 1)


def doorlooptijdenblok(toegang: Toegang, periode: Periode) -> Blok:
    """Days from report to weging to besluit, for what was decided in this period."""
    wegingen = _vastgesteld(toegang, periode)
    besluiten = _besluiten(toegang, periode)
    gemeld = _gemeld(toegang, {weging.melding_id for weging in wegingen})
    wegingsmoment = dict(
        Weging.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(dossier__in=[besluit.dossier_id for besluit in besluiten])
        .exclude(vastgesteld_op=None)
        .order_by("vastgesteld_op")
        .values_list("dossier_id", "vastgesteld_op")
    )
    eerste = {
        besluit.dossier_id: besluit
        for besluit in reversed(besluiten)
        if besluit.uitkomst not in (Besluituitkomst.AFSCHALEN, Besluituitkomst.VOORTZETTEN)
    }
    stappen: list[tuple[str, Sequence[Tijdsduur]]] = [
        (
            "Van melding tot begin van de weging",
            [(gemeld.get(weging.melding_id), weging.gestart_op) for weging in wegingen],
        ),
        (
            "Van begin tot uitkomst van de weging",
            [(weging.gestart_op, weging.vastgesteld_op) for weging in wegingen],
        ),
        (
            "Van uitkomst van de weging tot besluit",
            [(wegingsmoment.get(pk), besluit.genomen_op) for pk, besluit in eerste.items()],
        ),
    ]
    te_laat = sum(
        1 for w in wegingen if w.gesloten_op is not None and w.gesloten_op.date() > w.uiterlijk
    )
    return Blok(
        "Doorlooptijden",
        zinnen=[
            "De middelste waarde: de helft duurde korter, de helft duurde langer.",
            f"Bij {getoond(te_laat)} wegingen kwamen de adviezen na de gestelde termijn binnen.",
        ],
        tabellen=[
            Tabel(
                "Doorlooptijd in dagen",
                ["Stap", "Aantal", "Middelste waarde in dagen"],
                [[naam, *_dagen(paren)] for naam, paren in stappen],
                breed="Stap",
            )
        ],
    )


def _gemeld(toegang: Toegang, meldingen: set[uuid.UUID]) -> dict[uuid.UUID, datetime]:
    return dict(
        Melding.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(pk__in=meldingen)
        .values_list("pk", "gemeld_op")
    )


def _dagen(paren: Iterable[Tijdsduur]) -> tuple[str, str]:
    dagen = [(tot - van).days for van, tot in paren if van is not None and tot is not None]
    if 0 < len(dagen) < GRENS:
        return NIET_GETOOND, NIET_GETOOND
    return str(len(dagen)), f"{median(dagen):.0f}" if dagen else "geen"
