"""Plain values that the blocks in templates/_ui draw; a view or selector fills them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

type Toon = Literal["goed", "straks", "laat", "verborgen", "neutraal", "merk"]


@dataclass(frozen=True)
class NavItem:
    """One line of the navigation; `aantal` is a number or a few words, `toon` colours it.

    A list to be counted may stand for the number; with `achter` its zero is not shown.
    """

    label: str
    url: str
    icoon: str = ""
    aantal: Any = ""
    toon: Literal["gewoon", "laat", "straks"] = "gewoon"
    actief: bool = False
    achter: str = ""

    @property
    def telwoorden(self) -> str:
        """The number with what follows it: "3 te laat"."""
        if self.achter:
            return f"{self.aantal} {self.achter}" if self.aantal not in ("", "0") else ""
        return str(self.aantal)


@dataclass(frozen=True)
class NavGroep:
    """A group in the navigation, with or without a heading."""

    items: Sequence[NavItem]
    kop: str = ""


@dataclass(frozen=True)
class Wissel:
    """Another capacity in which the same person may act: the value posted and its label."""

    waarde: str
    label: str


@dataclass(frozen=True)
class Wie:
    """Who is at work, in which capacity, and which other capacities can be chosen."""

    naam: str
    rol: str
    organisatie: str
    wissel_url: str = ""
    wissels: Sequence[Wissel] = ()
    beheer_url: str = ""


@dataclass(frozen=True)
class Kruimel:
    """A step of the breadcrumb; the last one has no url."""

    label: str
    url: str = ""


@dataclass(frozen=True)
class Mogelijkheid:
    """A deed that may be offered: shown, disabled with the reason of the rule, or absent."""

    label: str
    url: str = ""
    reden: str = ""
    zichtbaar: bool = True
    primair: bool = False
    icoon: str = ""
    methode: Literal["get", "post"] = "get"


@dataclass(frozen=True)
class Chip:
    """A short word about a state; the words say it, the colour helps."""

    tekst: str
    toon: Toon = "neutraal"
    icoon: str = ""


@dataclass(frozen=True)
class Feit:
    """A line of a facts list; `url` makes the value a link."""

    label: str
    waarde: str
    url: str = ""
    toelichting: str = ""


@dataclass(frozen=True)
class Taak:
    """A line of "Nu te doen"; `termijn` is already in words.

    `waarschuwing_url` is where a safety warning about this work is read.
    """

    kop: str
    url: str = ""
    tekst: str = ""
    termijn: str = ""
    toon: Toon = "neutraal"
    waarschuwing_url: str = ""


@dataclass(frozen=True)
class Tab:
    """A tab: a page of its own, reached by a link."""

    label: str
    url: str
    actief: bool = False
    aantal: str | int = ""


@dataclass(frozen=True)
class Stap:
    """A phase in the bar; `regels` is at most two short lines (date, who decided)."""

    label: str
    staat: Literal["gedaan", "nu", "straks"]
    regels: Sequence[str] = ()


@dataclass(frozen=True)
class TijdlijnRegel:
    """Something that happened. `verborgen` draws it as "exists, not shared with you".

    `vastgelegd` is when it was recorded, where only its day is known.
    """

    moment: date | datetime
    soort: str
    tekst: str = ""
    kop: str = ""
    bronregel: str = ""
    toon: Toon = "merk"
    url: str = ""
    url_label: str = ""
    nieuw: bool = False
    vastgelegd: datetime | None = None


@dataclass(frozen=True)
class StrookCel:
    """A word in the strip of change; `sterkte` picks the shade, never a number for the reader."""

    woord: str
    sterkte: Literal["afwezig", "enigszins", "duidelijk", "sterk", "onbekend"] = "onbekend"


@dataclass(frozen=True)
class StrookRij:
    """One indicator over time; `grondslag` says what the last word rests on."""

    label: str
    cellen: Sequence[StrookCel]
    grondslag: str = ""
    url: str = ""


@dataclass(frozen=True)
class Strook:
    """The strip of change: columns are dates in words; groups come protective first."""

    kolommen: Sequence[str]
    rijen: Sequence[StrookRij]
    bijschrift: str = "Verandering in woorden"
    kop_rij: str = "Beschermend en risico"


@dataclass(frozen=True)
class Kolom:
    """A heading of a table; `sorteer` is the value for `?sorteer=`, empty: not sortable."""

    label: str
    sorteer: str = ""
    getal: bool = False


@dataclass(frozen=True)
class Cel:
    """A cell of a table: text, or a link, or a chip."""

    tekst: str = ""
    url: str = ""
    chip: Chip | None = None
    sub: str = ""


@dataclass(frozen=True)
class Telling:
    """A number that is a link to exactly the list it counts; ``een`` is the label of one.

    The list itself may stand for the number, to be counted together with others.
    """

    aantal: Any
    label: str
    url: str
    toon: Toon = "neutraal"
    icoon: str = ""
    een: str = ""

    @property
    def woorden(self) -> str:
        """The label, in the singular where the number is one and there is such a label."""
        return self.een if self.een and str(self.aantal) == "1" else self.label


@dataclass(frozen=True)
class Contact:
    """Who to call about what."""

    naam: str
    rol: str
    organisatie: str = ""
    telefoon: str = ""
    email: str = ""
    toelichting: str = ""


@dataclass(frozen=True)
class Voortgang:
    """The progress of a job, polled at `url` until `klaar`."""

    label: str
    gedaan: int
    totaal: int
    url: str = ""
    klaar: bool = False
    resultaat: str = ""
    resultaat_url: str = ""
    fout: str = ""


@dataclass(frozen=True)
class Paneel:
    """What a source of a panel answers: a template and its context."""

    template: str
    context: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Agendapunt:
    """A line of the agenda on the shared screen: a neutral number, never a name."""

    nummer: int
    label: str
    url: str = ""
    staat: Literal["gedaan", "nu", "straks"] = "straks"
    bij: str = ""


@dataclass(frozen=True)
class Advies:
    """The advice of one organisation; `afwijkend` marks the one that differs from the others."""

    organisatie: str
    uitkomst: str
    reden: str = ""
    afwijkend: bool = False


@dataclass(frozen=True)
class Kadervraag:
    """A question of the framework with one answer in words per organisation."""

    vraag: str
    antwoorden: Sequence[StrookCel]


@dataclass(frozen=True)
class Aanwezige:
    """Who sits at the table, by organisation."""

    organisatie: str
    aanwezig: bool = True
    bij: str = ""
