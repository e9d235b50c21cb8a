"""The articles of the convenant, one function each: how much of a piece may this asker know?"""

from collections.abc import Callable

from .gegevens import BESTAAN, INHOUD, PROCES, Gegeven, Kennis, Vrager

AANPAK = ("uitvoering", "afschaling", "nazorg")
WEGING = ("weging", "besluit")
VERHAAL = ("identiteit", "melding", "procesgegeven", "gewoon", "bijzonder", "strafrechtelijk")
"""What the municipality tells of a case, without what only the police or care may tell."""


def is_betrokken(v: Vrager, g: Gegeven) -> bool:
    """Involvement is of a capacity, on a day: an ended or a future one does not count.

    Who takes the place of an absent colleague is involved where the colleague is, and no further.
    """
    return any(v.is_op_plaats_van(b.hoedanigheid) and b.loopt(v.dag) for b in g.dossier.betrokkenen)


def in_nood(v: Vrager, g: Gegeven) -> bool:
    """Noodtoegang is of a capacity, at a moment, and of who is not involved anyhow."""
    if is_betrokken(v, g):
        return False
    return any(n.hoedanigheid == v.hoedanigheid and n.loopt(v.moment) for n in g.dossier.in_nood)


def leest_mee(v: Vrager, g: Gegeven) -> bool:
    """Who opens a dossier in need reads the common story of it as if he were involved."""
    return is_betrokken(v, g) or in_nood(v, g)


def artikel_4_1(v: Vrager, g: Gegeven) -> Kennis:
    """The MAP knows who it is about, who reported it and what; of the rest how far it is."""
    if v.rol != "map_medewerker":
        return None
    if g.categorie in ("identiteit", "melder", "melding"):
        return INHOUD
    return PROCES if g.categorie == "procesgegeven" else None


def artikel_4_2(v: Vrager, g: Gegeven) -> Kennis:
    """The procesregisseur reads the whole story of every dossier."""
    return INHOUD if v.rol == "procesregisseur" and g.categorie in VERHAAL else None


def artikel_4_3(v: Vrager, g: Gegeven) -> Kennis:
    """A member of the weegploeg reads the story as long as it is weighed and decided on."""
    if v.rol == "lid_weegploeg" and g.dossier.fase in WEGING and g.categorie in VERHAAL:
        return INHOUD
    return None


def artikel_4_4(v: Vrager, g: Gegeven) -> Kennis:
    """After the decision the weegploeg follows only how far it is."""
    if v.rol == "lid_weegploeg" and g.dossier.fase in AANPAK and g.categorie == "procesgegeven":
        return PROCES
    return None


def artikel_4_5(v: Vrager, g: Gegeven) -> Kennis:
    """The bestuursadviseur reads the story when a decision is due, and else follows it."""
    return _bij_besluit("bestuursadviseur", v, g)


def artikel_4_6(v: Vrager, g: Gegeven) -> Kennis:
    """The beslisser reads what he decides on, and else follows it."""
    return _bij_besluit("beslisser", v, g)


def _bij_besluit(rol: str, v: Vrager, g: Gegeven) -> Kennis:
    if v.rol != rol:
        return None
    if g.dossier.fase in ("besluit", "afschaling") and g.categorie in VERHAAL:
        return INHOUD
    return PROCES if g.categorie == "procesgegeven" else None


def artikel_5_1(v: Vrager, g: Gegeven) -> Kennis:
    """A casusregisseur reads the story of the dossiers in which he is involved."""
    if v.rol == "casusregisseur" and leest_mee(v, g) and g.categorie in VERHAAL:
        return INHOUD
    return None


def artikel_5_2(v: Vrager, g: Gegeven) -> Kennis:
    """A partner who helps reads who it is, how far it is and what is ordinary."""
    if _helpt(v, g) and g.categorie in ("identiteit", "procesgegeven", "gewoon"):
        return INHOUD
    return None


def artikel_5_3(v: Vrager, g: Gegeven) -> Kennis:
    """That there is something special or criminal, a partner who helps may know."""
    return BESTAAN if _helpt(v, g) and g.categorie in ("bijzonder", "strafrechtelijk") else None


def artikel_5_4(v: Vrager, g: Gegeven) -> Kennis:
    """Probation, police and OM read what is criminal in the cases they help in."""
    if v.soort not in ("reclassering", "politie", "om"):
        return None
    return INHOUD if _helpt(v, g) and g.categorie == "strafrechtelijk" else None


def artikel_5_5(v: Vrager, g: Gegeven) -> Kennis:
    """A member of the weegploeg who was let into a case reads what a partner reads of it."""
    if v.rol != "lid_weegploeg" or g.dossier.fase not in AANPAK or not leest_mee(v, g):
        return None
    return INHOUD if g.categorie in ("identiteit", "procesgegeven", "gewoon") else None


def artikel_6_1(v: Vrager, g: Gegeven) -> Kennis:
    """A leidinggevende steers on who and what is ordinary; of the rest that it is there."""
    if v.rol != "leidinggevende":
        return None
    if g.categorie in ("identiteit", "procesgegeven", "gewoon"):
        return INHOUD
    if g.categorie in ("bijzonder", "strafrechtelijk"):
        return BESTAAN
    return PROCES if g.categorie == "melding" else None


def artikel_7_1(v: Vrager, g: Gegeven) -> Kennis:
    """What one's own organisation brought in, one keeps reading while one takes part."""
    if g.bron != v.organisatie:
        return None
    eigen = g.categorie in ("strafrechtelijk", "politiegegeven")
    if v.rol == "lid_weegploeg" and g.dossier.fase in (*WEGING, *AANPAK):
        return INHOUD if eigen or g.categorie == "gewoon" else None
    if _helpt(v, g) and not in_nood(v, g):
        return INHOUD if eigen or g.categorie in ("bijzonder", "medisch") else None
    return None


def artikel_7_2(v: Vrager, g: Gegeven) -> Kennis:
    """That the police has something, those who weigh or direct may know; never what."""
    if g.categorie != "politiegegeven":
        return None
    if v.rol == "procesregisseur":
        return BESTAAN
    if v.rol == "casusregisseur":
        return BESTAAN if leest_mee(v, g) else None
    if v.rol == "lid_weegploeg":
        return BESTAAN if g.dossier.fase in WEGING else None
    return None


def is_gedeeld(v: Vrager, g: Gegeven) -> bool:
    """Care shares this with the organisation of who asks, who works in the dossier by name."""
    if not g.verteld or not is_betrokken(v, g):
        return False
    return any(
        d.loopt_voor(v) and d.bron == g.bron and d.stuk in (None, g.stuk)
        for d in g.dossier.delingen
    )


def artikel_7_4(v: Vrager, g: Gegeven) -> Kennis:
    """With consent, or by the care professional's own conflict van plichten, it is read."""
    if v.rol not in ("partner", "casusregisseur") or g.dossier.fase not in AANPAK:
        return None
    return INHOUD if g.categorie == "medisch" and is_gedeeld(v, g) else None


def artikel_9_1(v: Vrager, g: Gegeven) -> Kennis:
    """The Commissie follows the process; no content, no names."""
    if v.rol == "lid_commissie" and g.categorie in ("procesgegeven", "gewoon"):
        return PROCES
    return None


def artikel_9_3(v: Vrager, g: Gegeven) -> Kennis:
    """The FG follows the process."""
    return PROCES if v.rol == "fg" and g.categorie == "procesgegeven" else None


def _helpt(v: Vrager, g: Gegeven) -> bool:
    """A partner helps from the start of the aanpak until the nazorg is over."""
    return v.rol == "partner" and g.dossier.fase in AANPAK and leest_mee(v, g)


ARTIKELEN: tuple[Callable[[Vrager, Gegeven], Kennis], ...] = (
    artikel_4_1,
    artikel_4_2,
    artikel_4_3,
    artikel_4_4,
    artikel_4_5,
    artikel_4_6,
    artikel_5_1,
    artikel_5_2,
    artikel_5_3,
    artikel_5_4,
    artikel_5_5,
    artikel_6_1,
    artikel_7_1,
    artikel_7_2,
    artikel_7_4,
    artikel_9_1,
    artikel_9_3,
)


def kennis(v: Vrager, g: Gegeven) -> Kennis:
    """The most that any article gives."""
    gegeven = [niveau for artikel in ARTIKELEN if (niveau := artikel(v, g)) is not None]
    return max(gegeven, default=None)
