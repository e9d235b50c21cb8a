"""What people and programs can send to a field, good and bad, by the kind of the field."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from casusregie.ui.formulieren import VERLOPEN
from casusregie.ui.velden import (
    Bestand,
    Datum,
    Getal,
    JaNee,
    Keuze,
    MeerKeuze,
    Moment,
    Tekst,
)
from tests.cast import NU
from tests.stappen.besluit import PDF

LANG = "x" * 200_000
GROOT = "9" * 5_000
"""More digits than Python turns into a number."""


class Fout(NamedTuple):
    """Something that is wrong, and a piece of the sentence that says so."""

    waarde: Any
    zin: str


FOUTEN = {
    "datum": [
        Fout("31-02-2027", "geen datum die bestaat"),
        Fout("gisteren", "geen datum die bestaat"),
        Fout("9999-99-99", "geen datum die bestaat"),
        Fout("0001-01-01", "ligt voor|voorbij|Nooit later"),
        Fout("9999-12-31", "ligt na|toekomst"),
    ],
    "moment": [
        Fout("31-02-2027 10:00", "geen tijdstip"),
        Fout("gisteren", "geen tijdstip"),
        Fout("0001-01-01T00:00", "jaartal"),
        Fout("9999-12-31T23:59", "jaartal|toekomst"),
    ],
    "getal": [
        Fout("veel", "heel getal"),
        Fout("-1", "of meer"),
        Fout("1000001", "of minder|toekomst"),
        Fout(GROOT, "heel getal|of minder"),
    ],
    "versie": [Fout(waarde, VERLOPEN) for waarde in ("", "-1", "veel", "9" * 30)],
    "sleutel": [Fout("geen-sleutel", VERLOPEN)],
}
TE_LANG = Fout(LANG, r"niet meer dan \d+ tekens")
STUURTEKENS = [Fout(f"voor{teken}na", "onzichtbare tekens") for teken in ("\x00", "\x1b[2J")]
ONZIN = [Fout("onzin", "Kies"), Fout("\x00", "Kies")]
BESTAND = [
    (("virus.exe", b"MZ"), "bestand van de soort"),
    (("leeg.pdf", b""), "leeg"),
]


def soort_van(veld: forms.Field) -> str:
    """The kind of a field, by which it is filled and spoilt."""
    match veld:
        case Bestand():
            return "bestand"
        case Datum():
            return "datum"
        case Moment():
            return "moment"
        case Getal():
            return "getal"
        case Keuze() | JaNee() | MeerKeuze():
            return "keuze"
        case forms.BooleanField():
            return "vinkje"
        case Tekst() | forms.EmailField():
            return "tekst"
        case forms.UUIDField():
            return "sleutel"
    return "versie"


def is_getypt(veld: forms.Field) -> bool:
    """Whether a person typed the answer: what only a program sends need not be kept."""
    return soort_van(veld) in ("tekst", "datum", "moment", "getal")


def fouten_voor(veld: forms.Field, plek: int, vreemd: Sequence[Any]) -> list[Fout]:
    """Everything wrong for this field; ``vreemd`` are keys of rows that are not on offer.

    What is much the same is shared out over the fields of a form, by their ``plek`` in it.
    """
    match soort_van(veld):
        case "tekst":
            return [TE_LANG, STUURTEKENS[plek % 2]]
        case "keuze":
            return [ONZIN[plek % 2], Fout(str(vreemd[plek % len(vreemd)]), "Kies")]
        case "bestand":
            return [Fout(SimpleUploadedFile(*stuk), zin) for stuk, zin in BESTAND]
        case soort:
            return FOUTEN.get(soort, [])


def goed_voor(veld: forms.Field) -> Any:
    """An answer that this field takes."""
    match soort_van(veld):
        case "bestand":
            return SimpleUploadedFile("stuk.pdf", PDF, "application/pdf")
        case "datum":
            return NU.date().isoformat()
        case "moment":
            return "2026-11-18T09:00"
        case "getal":
            return str(veld.min_value)  # type: ignore[attr-defined]
        case "keuze":
            return next(str(code) for code, _ in veld.choices if str(code))  # type: ignore[attr-defined]
        case "vinkje":
            return "on"
    return "gewoon@voorbeeld.test" if isinstance(veld, forms.EmailField) else "Gewoon"
