"""What the oracle looks at: plain values, without database or framework."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

BESTAAN, PROCES, INHOUD = 0, 1, 2
"""The three levels of knowing of the national chain standard; ``None`` is not even the first."""

type Kennis = int | None


@dataclass(frozen=True)
class Vrager:
    """Who asks: one capacity of one person, at one moment."""

    hoedanigheid: UUID
    rol: str
    organisatie: UUID
    soort: str
    moment: datetime
    dag: date
    mens: UUID
    vervangt: frozenset[UUID] = frozenset()
    """The capacities of absent colleagues whose place this asker takes today."""

    def is_op_plaats_van(self, hoedanigheid: UUID | None) -> bool:
        return hoedanigheid == self.hoedanigheid or hoedanigheid in self.vervangt


@dataclass(frozen=True)
class Betrokkene:
    """A capacity that is involved in a dossier, from a day until a day."""

    hoedanigheid: UUID
    van: date
    tot: date | None = None
    beeindigd: bool = False

    def loopt(self, dag: date) -> bool:
        if self.beeindigd or dag < self.van:
            return False
        return self.tot is None or dag <= self.tot


@dataclass(frozen=True)
class Plaats:
    """A capacity: of which role and organisation, from when until when, and confirmed until when."""

    rol: str
    organisatie: UUID
    van: date
    tot: date | None
    bevestigd_tot: date
    weg: bool = False
    """Withdrawn, or of an account that is closed."""

    def geldt(self, dag: date) -> bool:
        if self.weg or not self.van <= dag <= self.bevestigd_tot:
            return False
        return self.tot is None or dag <= self.tot


@dataclass(frozen=True)
class Vervanging:
    """One capacity takes the place of another: from a day until a day, unless it ended."""

    afwezige: UUID
    vervanger: UUID
    van: date
    tot: date
    beeindigd: bool = False

    def loopt(self, dag: date) -> bool:
        return not self.beeindigd and self.van <= dag <= self.tot


@dataclass(frozen=True)
class Handtekening:
    """The signature of an organisation: from a day until a day, unless withdrawn at a moment."""

    organisatie: UUID
    van: date
    tot: date | None = None
    ingetrokken: datetime | None = None

    def geldt(self, v: Vrager) -> bool:
        if self.organisatie != v.organisatie or v.dag < self.van:
            return False
        if self.ingetrokken is not None and v.moment >= self.ingetrokken:
            return False
        return self.tot is None or v.dag <= self.tot


@dataclass(frozen=True)
class Nood:
    """A capacity that opened a dossier in need: from a moment until a moment, unless it ended."""

    hoedanigheid: UUID
    van: datetime
    tot: datetime
    beeindigd: bool = False

    def loopt(self, moment: datetime) -> bool:
        return not self.beeindigd and self.van <= moment < self.tot


@dataclass(frozen=True)
class Zorgdeling:
    """Care shares something in a dossier with one organisation: until a day, unless withdrawn."""

    id: UUID
    bron: UUID
    ontvanger: UUID
    stuk: UUID | None
    """One piece, or all that this source tells in the dossier."""
    van: datetime
    tot: date
    ingetrokken: bool = False

    def loopt_voor(self, v: Vrager) -> bool:
        if self.ingetrokken or self.ontvanger != v.organisatie:
            return False
        return self.van <= v.moment and v.dag <= self.tot


@dataclass(frozen=True)
class Embargo:
    """The stop of a source on one piece: visible until a day, or hidden until it is released."""

    soort: str
    bron: UUID
    bewaarder: UUID
    tot: date
    einde: str

    def is_verborgen(self) -> bool:
        return self.soort == "verborgen" and self.einde != "vrijgegeven"

    def loopt_zichtbaar(self, dag: date) -> bool:
        return self.soort == "zichtbaar" and self.einde == "" and dag <= self.tot

    def laat_door(self, v: Vrager) -> bool:
        return v.organisatie == self.bron or v.hoedanigheid == self.bewaarder


@dataclass(frozen=True)
class Zegel:
    """A dossier is sealed, until it was opened again, for all but these capacities."""

    ingewijd: frozenset[UUID]
    open: bool = False

    def laat_door(self, v: Vrager) -> bool:
        return self.open or v.rol == "fg" or v.hoedanigheid in self.ingewijd


@dataclass(frozen=True)
class Conflict:
    """A person knows whom a dossier is about, in whatever capacity, until that was lifted."""

    mens: UUID
    opgeheven: bool = False

    def sluit(self, v: Vrager) -> bool:
        return not self.opgeheven and v.mens == self.mens


@dataclass(frozen=True)
class Opdracht:
    """A task: for one capacity, or for a role in an organisation."""

    hoedanigheid: UUID | None = None
    organisatie: UUID | None = None
    rol: str = ""
    gereed: bool = False
    in_dossier: bool = False

    def is_van(self, vrager: Vrager) -> bool:
        """One's own or of one's role; and in a dossier that of whose place one takes."""
        if self.hoedanigheid is not None and self.hoedanigheid == vrager.hoedanigheid:
            return True
        if self.in_dossier and self.hoedanigheid in vrager.vervangt:
            return True
        return self.organisatie == vrager.organisatie and self.rol == vrager.rol


@dataclass(frozen=True)
class Dossier:
    """A dossier: where it stands, who is involved and what has to be done."""

    id: UUID
    fase: str
    geopend: datetime
    betrokkenen: tuple[Betrokkene, ...] = ()
    opdrachten: tuple[Opdracht, ...] = ()
    in_nood: tuple[Nood, ...] = ()
    delingen: tuple[Zorgdeling, ...] = ()
    zegels: tuple[Zegel, ...] = ()
    conflicten: tuple[Conflict, ...] = ()

    def is_dicht_voor(self, v: Vrager) -> bool:
        """Whoever is not named knows nothing of a sealed dossier; nor who knows the person."""
        verzegeld = any(not zegel.laat_door(v) for zegel in self.zegels)
        return verzegeld or any(conflict.sluit(v) for conflict in self.conflicten)


@dataclass(frozen=True)
class Gegeven:
    """One piece of information: its category and dossier, where it came from and since when.

    ``verteld``: something a source told; ``stuk`` is its key, when it is one piece.
    """

    categorie: str
    dossier: Dossier
    bron: UUID | None = None
    bronsoort: str = ""
    moment: datetime | None = None
    verteld: bool = False
    stuk: UUID | None = None


@dataclass(frozen=True)
class Stuk:
    """A row of the application in plain words; what does not apply to its kind stays empty."""

    soort: str
    dossier: Dossier | None = None
    sleutel: UUID | None = None
    categorie: str = ""
    bron: UUID | None = None
    bronsoort: str = ""
    moment: datetime | None = None
    """When it was recorded, where its kind tells that."""
    ontvanger: UUID | None = None
    ontvanger_is_zorg: bool = False
    zorg_deelt: bool = False
    vraag_of_antwoord: bool = False
    invoerder: UUID | None = None
    """The capacity that entered it or asked for it."""
    opdracht: Opdracht | None = None
    ronde_open: bool = False
    ingediend: bool = False
    ingetrokken: bool = False
    embargos: tuple[Embargo, ...] = ()
    """What lies on it, or on the piece that it tells of."""
    bewaarder: UUID | None = None
    over: Dossier | None = None
    """The dossier that it is about, also when it does not hang on it."""

    @property
    def bron_is_zorg(self) -> bool:
        return self.bronsoort == "zorg"
