"""What is filled in of an assessment and what is still missing, per part. Counts, no judgement."""

from collections.abc import Iterable
from dataclasses import dataclass

from beoordeling.enums import AANWEZIG, DEEL_BESCHERMING, DEEL_IDEOLOGIE
from beoordeling.models import Antwoord, Beoordeling, Deeloordeel, Indicator, Kaderdeel
from meldpunt.enums import Stroom

WAAROM = "een regel gaat over wat is ingevuld, niet over wat erin staat"


@dataclass(frozen=True)
class Deelstand:
    """How far one part of the framework is filled in."""

    deel: Kaderdeel
    indicatoren: tuple[Indicator, ...]
    beantwoord: int
    zonder_basis: int
    oordeel: bool
    stroom_ontbreekt: bool = False

    @property
    def ingevuld(self) -> bool:
        """Whether every indicator has an answer; *onbekend* and *niet gevraagd* are answers."""
        return self.beantwoord == len(self.indicatoren) and not self.stroom_ontbreekt

    @property
    def klaar(self) -> bool:
        """Whether nothing is missing in this part."""
        return self.ingevuld and self.oordeel and not self.zonder_basis

    @property
    def in_woorden(self) -> str:
        """What is missing first, for beside the name of the part."""
        if self.stroom_ontbreekt:
            return "kies eerst een stroom"
        if not self.ingevuld:
            return f"{self.beantwoord} van {len(self.indicatoren)} beantwoord"
        if self.zonder_basis:
            return "onderbouwing ontbreekt"
        return "klaar" if self.oordeel else "oordeel ontbreekt"


def stand(beoordeling: Beoordeling) -> list[Deelstand]:
    """The state of every part that this assessment has, in the order of the framework."""
    indicatoren = list(
        Indicator.objects.filter(deel__kader_id=beoordeling.kader_id).select_related("deel")
    )
    antwoorden = {
        a.indicator_id: a
        for a in Antwoord.objects.buiten_toegang(WAAROM).filter(beoordeling=beoordeling)
    }
    geoordeeld = set(
        Deeloordeel.objects.buiten_toegang(WAAROM)
        .filter(beoordeling=beoordeling)
        .values_list("deel_id", flat=True)
    )
    delen = {i.deel_id: i.deel for i in indicatoren}
    return [
        _deelstand(beoordeling, deel, indicatoren, antwoorden, deel.pk in geoordeeld)
        for deel in sorted(delen.values(), key=lambda d: d.volgorde)
        if not (beoordeling.zonder_ideologie and deel.code == DEEL_IDEOLOGIE)
    ]


def geldende_indicatoren(
    beoordeling: Beoordeling, indicatoren: Iterable[Indicator]
) -> tuple[Indicator, ...]:
    """The indicators that are asked: those of every stroom, and of the strom(en) that were chosen.

    *Onduidelijk of gemengd* asks them all; *geen* asks only the general ones.
    """
    stromen = set(beoordeling.stromen)
    return tuple(
        i
        for i in indicatoren
        if not i.stroom or i.stroom in stromen or Stroom.ONDUIDELIJK in stromen
    )


def bescherming_ingevuld(beoordeling: Beoordeling) -> bool:
    """Whether every beschermende indicator has an answer: before any level may be given."""
    return all(d.ingevuld for d in stand(beoordeling) if d.deel.code == DEEL_BESCHERMING)


def _deelstand(
    beoordeling: Beoordeling,
    deel: Kaderdeel,
    indicatoren: list[Indicator],
    antwoorden: dict[object, Antwoord],
    oordeel: bool,
) -> Deelstand:
    geldend = geldende_indicatoren(beoordeling, (i for i in indicatoren if i.deel_id == deel.pk))
    gegeven = [antwoorden[i.pk] for i in geldend if i.pk in antwoorden]
    return Deelstand(
        deel,
        geldend,
        beantwoord=len(gegeven),
        zonder_basis=sum(
            a.waarde in AANWEZIG and not (a.onderbouwing and a.bewijssoort) for a in gegeven
        ),
        oordeel=oordeel,
        stroom_ontbreekt=deel.code == DEEL_IDEOLOGIE and not beoordeling.stromen,
    )
