"""Finding a name again in another spelling: Mohammed is Muhammad, Youssef is Joesoef.

Pure functions. A name becomes parts; every part has codes (see ``klankschrift``) that are stored
as Naamsleutel rows. Particles such as *van den* and *el* do not count; *Abd el Kader* and
*Abdelkader*, *van den Berg* and *Vandenberg* give the same part.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from meldpunt.rules.klankschrift import codes, letters

TUSSENVOEGSELS = frozenset(
    {
        "van",
        "von",
        "den",
        "der",
        "de",
        "het",
        "t",
        "ter",
        "ten",
        "te",
        "in",
        "op",
        "aan",
        "la",
        "le",
        "du",
        "di",
        "da",
        "dos",
        "del",
        "el",
        "al",
        "ul",
        "ad",
        "ar",
        "as",
        "an",
        "ash",
        "az",
        "ben",
        "bin",
        "ibn",
        "bint",
        "ait",
        "ou",
        "oulad",
        "y",
    }
)
ABD = re.compile(r"^abd(?:[aeiou]+(?P<rest>.*))?$")
VOORVOEGSEL = re.compile(
    r"^(?:vanden|vander|vande|van|el|al|ben|ait|ash|ad|ar|as|an|az)(?P<rest>.{4,})$"
)
GELIJKE_NAMEN: tuple[tuple[str, ...], ...] = (
    ("mohammed", "mehmet", "maxamed", "mahamed", "mhamed"),
    ("khadija", "hatice", "xadiijo"),
    ("jamal", "cemal", "gamal"),
    ("jamila", "cemile"),
    ("fatima", "fadumo", "faduma"),
    ("joseph", "youssef", "jozef"),
    ("johannes", "yohannes"),
)
"""The same name in languages whose sound differs too far for the codes."""


@dataclass(frozen=True)
class Naamdeel:
    """One part of a name with every code by which it can be found."""

    woord: str
    codes: frozenset[str]


def naamdelen(naam: str) -> tuple[Naamdeel, ...]:
    """The parts of a name that count, in order."""
    woorden = letters(naam).split()
    tellend = [w for plek, w in enumerate(woorden) if not _is_tussenvoegsel(w, plek)] or woorden
    delen = []
    for plek, woord in enumerate(tellend):
        is_los_abd = bool(re.fullmatch(r"abd(?:[aeou]+l?)?", woord))
        if is_los_abd and plek + 1 < len(tellend):
            continue  # Abdul Qadir: the name is what follows
        delen.append(Naamdeel(woord, _codes_met_varianten(woord)))
    return tuple(delen)


def verbonden_delen(naam: str) -> tuple[Naamdeel, ...]:
    """Neighbouring words written as one: Nour Eddine is Noureddine, van den Berg is Vandenberg."""
    woorden = [w for w in letters(naam).split() if w]
    paren = pairwise(woorden)
    return tuple(
        Naamdeel(een + twee, codes(een + twee)) for een, twee in paren if len(een + twee) >= 5
    )


def naamsleutels(*namen: str) -> frozenset[str]:
    """Every key under which these names of one person are stored."""
    return frozenset(
        code
        for naam in namen
        for deel in (*naamdelen(naam), *verbonden_delen(naam))
        for code in deel.codes
    )


def gedeelde_delen(gezocht: str, sleutels: frozenset[str]) -> int:
    """How many parts of the name asked for are found among the stored keys of a person."""
    los = sum(1 for deel in naamdelen(gezocht) if deel.codes & sleutels)
    if los:
        return los
    return sum(1 for deel in verbonden_delen(gezocht) if deel.codes & sleutels)


def lijken_op(een: str, ander: str) -> bool:
    """Whether one name may be the other in another spelling: all parts of the shorter are found."""
    korter, langer = sorted((een, ander), key=lambda naam: len(naamdelen(naam)))
    gevonden = naamsleutels(langer)
    delen = naamdelen(korter)
    if delen and all(deel.codes & gevonden for deel in delen):
        return True
    kort_aaneen = naamsleutels(korter) - {c for d in delen for c in d.codes}
    return bool(kort_aaneen) and any(d.codes & kort_aaneen for d in naamdelen(langer))


def gelijkenis(een: str, ander: str) -> float:
    """How alike two names are written, between 0 and 1; only orders what the codes found."""
    return SequenceMatcher(None, letters(een), letters(ander)).ratio()


def _is_tussenvoegsel(woord: str, plek: int) -> bool:
    return woord in TUSSENVOEGSELS and not (plek == 0 and woord in {"ben", "an", "ad", "as"})


def _codes_met_varianten(woord: str) -> frozenset[str]:
    gevonden = set(codes(woord))
    if (abd := ABD.match(woord)) and (rest := abd["rest"]):
        gevonden = set()
        for variant in {rest, rest.removeprefix("l")}:
            gevonden |= codes(variant) if len(variant) > 1 else codes(woord)
    if voor := VOORVOEGSEL.match(woord):
        gevonden |= codes(voor["rest"])
    for groep in GELIJKE_NAMEN:
        if any(gevonden & codes(naam) for naam in groep if _zelfde_begin(naam, woord)):
            for naam in groep:
                gevonden |= codes(naam)
    return frozenset(gevonden)


def _zelfde_begin(naam: str, woord: str) -> bool:
    """The table only speaks for names that are spelled at least a little like it."""
    return SequenceMatcher(None, naam, woord).ratio() >= 0.6
