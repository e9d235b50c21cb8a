"""What the tab "Afschaling" draws, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from casusregie.models import Casus, Partneradvies, Uitstroomvoorwaarde
from casusregie.services.afschaling import partneradvies_geven, uitstroomvoorwaarde_afvinken
from casusregie.ui import tijd
from casusregie.ui.blokken import Chip, Feit
from convenant.handeling import mogelijkheid
from convenant.toegang import Mogelijkheid, Toegang

ADVIES_TOON = {"afschalen": "goed", "voortzetten": "straks", "geen_te_delen": "neutraal"}


@dataclass(frozen=True)
class Regel:
    """A condition or an advice: a heading, its state, words, and the deed that can be done."""

    kop: str
    chip: Chip
    tekst: str
    knoppen: Sequence[Mogelijkheid]


def voorwaarderegel(toegang: Toegang, voorwaarde: Uitstroomvoorwaarde) -> Regel:
    """An exit condition, with the button to tick it while it is open."""
    if voorwaarde.gehaald_op:
        chip = Chip(f"gehaald op {tijd.dag_maand_jaar(voorwaarde.gehaald_op)}", "goed")
        return Regel(voorwaarde.omschrijving, chip, voorwaarde.gehaald_toelichting, ())
    knop = mogelijkheid(
        toegang,
        uitstroomvoorwaarde_afvinken,
        voorwaarde,
        label="Afvinken",
        url=reverse("casusregie:uitstroomvoorwaarde_afvinken", args=[voorwaarde.pk]),
        icoon="check",
    )
    return Regel(voorwaarde.omschrijving, Chip("nog niet gehaald", "straks"), "", (knop,))


def adviesregel(toegang: Toegang, advies: Partneradvies) -> Regel:
    """The advice of one partner organisation, or that it is still awaited."""
    kop = advies.organisatie.naam
    if advies.gegeven_op:
        chip = Chip(advies.get_advies_display(), ADVIES_TOON[advies.advies])  # type: ignore[arg-type]
        return Regel(kop, chip, advies.reden, ())
    gevraagd = f"gevraagd op {tijd.datum(advies.gevraagd_op)}"
    eigen = advies.organisatie_id == toegang.organisatie_id
    knop = mogelijkheid(
        toegang,
        partneradvies_geven,
        advies,
        label="Advies geven",
        url=reverse("casusregie:partneradvies_geven", args=[advies.pk]),
        primair=True,
    )
    return Regel(kop, Chip("nog geen advies", "straks"), gevraagd, (knop,) if eigen else ())


def casusfeiten(casus: Casus) -> list[Feit]:
    """The dates of the case's end, as far as they are there."""
    feiten = [
        Feit("In de aanpak", tijd.datum(casus.geopend_op)),
        Feit("Afgeschaald", tijd.datum(casus.afgeschaald_op)),
        Feit("Gesloten", tijd.datum(casus.gesloten_op), toelichting=casus.sluittoelichting),
        Feit("Uitkomst", casus.get_uitkomst_display() if casus.uitkomst else ""),
        Feit("Nazorg", casus.nazorg, toelichting=_tot(casus)),
        Feit("Bewaren tot", tijd.datum(casus.bewaren_tot)),
        Feit("Heropend", tijd.datum(casus.heropend_op), toelichting=casus.heropenreden),
    ]
    return [feit for feit in feiten if feit.waarde]


def _tot(casus: Casus) -> str:
    return f"tot {tijd.datum(casus.nazorg_tot)}" if casus.nazorg_tot else ""
