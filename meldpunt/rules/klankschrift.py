"""How a single word of a name sounds, for spellings from several languages.

A word gives a few short codes: the class of its first vowel and its consonants. Two spellings of
one name share at least one code. A letter that is read in more than one way (Rachid and Achmed
both have *ch*) gives a code for each way.
"""

import re
import unicodedata
from itertools import product

MOST_CODES = 32
LETTERS = str.maketrans(
    {
        "ş": "s",
        "ș": "s",
        "ß": "ss",
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ĳ": "ij",
    }
)
VOWELS = "aeiouy"
# Longest first; each way of reading stands for one code letter, "" is a silent letter.
READINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("tsch", ("s",)),
    ("szcz", ("s",)),
    ("tsj", ("s",)),
    ("tch", ("s",)),
    ("sch", ("s",)),
    ("dzj", ("j",)),
    ("dzh", ("j",)),
    ("dsj", ("j",)),
    ("sh", ("s",)),
    ("sj", ("s",)),
    ("sz", ("s",)),
    ("cz", ("s",)),
    ("ts", ("s",)),
    ("tz", ("s",)),
    ("dj", ("j",)),
    ("dż", ("j",)),
    ("zh", ("s", "j")),
    ("rz", ("r",)),
    ("rh", ("r", "h")),
    ("gh", ("g", "h")),
    ("kh", ("h", "k")),
    ("ch", ("h", "s", "k")),
    ("ck", ("k",)),
    ("ph", ("f",)),
    ("th", ("t", "s")),
    ("dh", ("d",)),
    ("qu", ("k",)),
    ("x", ("ks", "h")),
    ("q", ("k",)),
    ("z", ("s",)),
    ("w", ("v",)),
    ("g", ("g", "h")),
)
INITIAL_Y = re.compile(r"^[yi](?=[aeou])")
INITIAL_OU = re.compile(r"^ou(?=[aeiy])")
SILENT_I = re.compile(r"^[ie](?=(?:br|dr|sm|dh))")


def letters(tekst: str) -> str:
    """Lower-case Latin letters without marks; what is no letter becomes a space."""
    kaal = unicodedata.normalize("NFKD", tekst.lower().translate(LETTERS))
    kaal = "".join(teken for teken in kaal if not unicodedata.combining(teken))
    return re.sub(r"[^a-z]+", " ", re.sub(r"['’`ʿʾ‘]", "", kaal)).strip()


def codes(woord: str) -> frozenset[str]:
    """The codes of one word of letters a-z; empty for an empty word."""
    vormen = {woord}
    if SILENT_I.match(woord):
        vormen.add(woord[1:])
    if re.match(r"c[aiu]", woord):
        vormen.add(woord[1:])  # Somali c is a guttural stop: Cali is Ali
    gevonden: set[str] = set()
    for vorm in vormen:
        gevonden |= _codes_van(_genormaliseerd(vorm))
    return frozenset(sorted(gevonden)[:MOST_CODES])


def _genormaliseerd(woord: str) -> str:
    woord = INITIAL_OU.sub("w", woord)
    woord = INITIAL_Y.sub("j", woord)
    woord = re.sub(r"([^aeiou])\1+", r"\1", woord)
    return re.sub(r"h$", "", woord) if len(woord) > 2 and not woord.endswith("ch") else woord


def _codes_van(woord: str) -> set[str]:
    if not woord:
        return set()
    klassen = _klinkerklassen(woord)
    begint_met_klinker = woord[0] in VOWELS
    resultaat = set()
    for keuze in product(*_medeklinkers(woord)):
        skelet = _zonder_herhaling("".join(keuze))
        skelet = _stemhebbend_einde(skelet)
        for klasse in klassen:
            resultaat.add(
                klasse + skelet if begint_met_klinker else skelet[:1] + klasse + skelet[1:]
            )
    return resultaat


def _stemhebbend_einde(skelet: str) -> str:
    """Ahmet is Ahmed and Zeynep is Zineb: at the end t sounds as d and p as b."""
    skelet = re.sub(r"d?t$", "d", skelet)
    return re.sub(r"p$", "b", skelet)


def _zonder_herhaling(skelet: str) -> str:
    return re.sub(r"-", "", re.sub(r"(.)\1+", r"\1", skelet))


def _klinkerklassen(woord: str) -> tuple[str, ...]:
    """The classes A, E, O of the first vowel; more when its spelling is loose."""
    groep = re.search(rf"[{VOWELS}]+", woord)
    if groep is None:
        return ("A", "E", "O")
    klank = groep[0]
    if groep.start() >= 2:
        return ("A", "E", "O")  # a cluster: Slimane is Soulaiman, Brahim has lost its vowel
    if klank.startswith(("o", "u")):
        return ("O",)
    if klank.startswith("a"):
        return ("A",)
    if klank.startswith(("ei", "ey", "e")):
        return ("E", "A")
    return ("E",)


def _medeklinkers(woord: str) -> list[tuple[str, ...]]:
    """Each consonant with its readings; a hyphen keeps apart what a vowel kept apart."""
    delen: list[tuple[str, ...]] = []
    plek = 0
    while plek < len(woord):
        lengte, lezingen = _lees(woord, plek)
        if lezingen:
            delen.append(lezingen)
        plek += lengte
    return delen


def _lees(woord: str, plek: int) -> tuple[int, tuple[str, ...]]:
    teken = woord[plek]
    if teken == "j" or (teken == "y" and _tussen_klinkers(woord, plek)):
        return 1, ("j",) if plek == 0 else ("j", "")
    if teken in VOWELS:
        return 1, ("-",)
    for letters_, lezingen in READINGS:
        if woord.startswith(letters_, plek):
            if letters_ == "ch" and woord[plek + 2 : plek + 3] in tuple("lr"):
                return 2, ("k", "s")
            return len(letters_), lezingen
    if teken == "v" and plek == 0:
        return 1, ("v", "f")
    if teken == "c":
        return 1, ("s",) if woord[plek + 1 : plek + 2] in tuple("eiy") else ("k",)
    return 1, (teken,)


def _tussen_klinkers(woord: str, plek: int) -> bool:
    return 0 < plek < len(woord) - 1 and woord[plek - 1] in "aeiou" and woord[plek + 1] in "aeiou"
