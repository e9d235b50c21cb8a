"""What the story wants of each case: when it begins, who leads it, and how far it comes."""

from dataclasses import dataclass
from enum import Enum, auto

from beoordeling.enums import Advies
from casusregie.enums import Risicogroep


class Einde(Enum):
    """Where a case stops in the story, unless today comes first."""

    DUIDING = auto()
    WEGING_OPEN = auto()
    WEGING_GESLOTEN = auto()
    NOTA = auto()
    AANGEBODEN = auto()
    TWEEDE_PERSOON = auto()
    UITVOERING = auto()
    PAUZE = auto()
    AFSCHALING = auto()
    NAZORG = auto()
    GESLOTEN = auto()
    HEROPEND = auto()


A, M, G, S = Advies.AANPAK, Advies.MEER_INFORMATIE, Advies.GEEN_ACTIE, Advies.STRAFRECHTELIJK


@dataclass(frozen=True)
class Casusplan:
    """One case of the story. ``nummer`` picks its report and its person, who belong together."""

    nummer: int
    dagen_geleden: int
    einde: Einde
    risicogroep: Risicogroep = Risicogroep.RADICALISEREND
    regisseur: str = "rik"
    waarnemer: str = "wendy"
    adviezen: tuple[Advies, Advies, Advies] = (A, A, A)
    tweede_ronde: bool = False
    op_papier: bool = False
    informeren_uitgesteld: bool = False
    herbeoordeling_te_laat: bool = False
    minder_contact: bool = False


R = Risicogroep
CASUSSEN = (
    Casusplan(0, 3, Einde.DUIDING),
    Casusplan(1, 9, Einde.DUIDING),
    Casusplan(4, 13, Einde.WEGING_OPEN, adviezen=(A, A, M)),
    Casusplan(5, 16, Einde.WEGING_OPEN, adviezen=(A, G, A)),
    Casusplan(6, 14, Einde.WEGING_GESLOTEN, adviezen=(A, A, G)),
    Casusplan(7, 15, Einde.WEGING_GESLOTEN, adviezen=(A, A, A)),
    Casusplan(8, 30, Einde.NOTA, regisseur="ruben", waarnemer="amal"),
    Casusplan(9, 38, Einde.AANGEBODEN, R.RADICALISEREND, "amal", "rik", (A, A, M)),
    Casusplan(10, 44, Einde.TWEEDE_PERSOON, R.RONSELAAR, "wendy", "rik", (A, A, G)),
    Casusplan(12, 290, Einde.UITVOERING, R.RADICALISEREND, "rik", "wendy"),
    Casusplan(13, 150, Einde.UITVOERING, R.FAMILIE, "rik", "amal", (A, M, A)),
    Casusplan(14, 420, Einde.UITVOERING, R.TERUGKEERDER, "wendy", "rik", op_papier=True),
    Casusplan(15, 75, Einde.UITVOERING, R.UITREIZIGER, "rik", "ruben", informeren_uitgesteld=True),
    Casusplan(
        16, 330, Einde.UITVOERING, R.RONSELAAR, "ruben", "wendy", herbeoordeling_te_laat=True
    ),
    Casusplan(17, 510, Einde.UITVOERING, R.RADICALISEREND, "amal", "rik", (A, G, G)),
    Casusplan(
        18, 240, Einde.UITVOERING, R.RADICALISEREND, "rik", "wendy", (A, A, M), tweede_ronde=True
    ),
    Casusplan(19, 60, Einde.UITVOERING, R.FAMILIE, "wendy", "ruben"),
    Casusplan(20, 190, Einde.UITVOERING, R.RADICALISEREND, "ruben", "amal", minder_contact=True),
    Casusplan(21, 360, Einde.PAUZE, R.UITREIZIGER, "rik", "wendy"),
    Casusplan(22, 400, Einde.AFSCHALING, R.RADICALISEREND, "rik", "wendy"),
    Casusplan(23, 450, Einde.AFSCHALING, R.RADICALISEREND, "amal", "ruben"),
    Casusplan(24, 560, Einde.NAZORG, R.TERUGKEERDER, "wendy", "rik"),
    Casusplan(25, 600, Einde.NAZORG, R.RADICALISEREND, "ruben", "rik"),
    Casusplan(26, 690, Einde.GESLOTEN, R.RADICALISEREND, "rik", "amal"),
    Casusplan(27, 700, Einde.HEROPEND, R.UITREIZIGER, "amal", "wendy"),
)
