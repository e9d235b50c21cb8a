"""How much of one row an asker may know: the articles, and where ``domein.md`` says otherwise."""

from collections.abc import Callable

from .artikelen import in_nood, is_betrokken, kennis
from .gegevens import BESTAAN, INHOUD, PROCES, Gegeven, Kennis, Stuk, Vrager

CATEGORIE = {
    **dict.fromkeys(
        (
            "dossier",
            "betrokkenheid",
            "weging",
            "beoordeling",
            "besluit",
            "casus",
            "meting",
            "verstrekking",
            "terughaalpost",
            "noodtoegang",
            "toegangsaanvraag",
            "verzegeling",
            "ingewijde",
            "belangenconflict",
        ),
        "procesgegeven",
    ),
    **dict.fromkeys(("persoon", "naamsleutel", "bevraging"), "identiteit"),
    **dict.fromkeys(("melding", "duiding"), "melding"),
    "melder": "melder",
    "zorgdeling": "medisch",
    "besluitnota": "bijzonder",
    **dict.fromkeys(
        (
            "taak",
            "wegingsbijdrage",
            "wegingsantwoord",
            "uitstroomvoorwaarde",
            "pauze",
            "informering",
            "veiligheidswaarschuwing",
            "herbeoordeling",
            "partneradvies",
            "agendapunt",
            "plan",
            "plandoel",
            "planstap",
            "interventie",
            "randvoorwaarde",
            "voortgang",
        ),
        "gewoon",
    ),
}
"""The kinds of which every row is of one category; the others say it per row."""


type Weter = Callable[[Vrager, Gegeven], Kennis]
"""What the rules say of one piece: the articles, or a table that a test made up."""


def weet(v: Vrager, s: Stuk, k: Weter = kennis) -> Kennis:
    """The level at which this asker may know this row: none where its dossier is shut for him."""
    if s.over is not None and s.over.is_dicht_voor(v):
        return None
    return UITZONDERINGEN.get(s.soort, volgens_regels)(v, s, k)


def volgens_regels(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """What the rules say of this row, as a piece of its category."""
    return _van(v, s, s.categorie or CATEGORIE[s.soort], k)


VERTELD = ("informatie", "incident")
"""The kinds in which a source tells something: what care can share."""


def _van(v: Vrager, s: Stuk, categorie: str, k: Weter) -> Kennis:
    """Process data are as old as their dossier."""
    if s.dossier is None:
        return None
    moment = s.dossier.geopend if categorie == "procesgegeven" else s.moment
    bronsoort = s.bronsoort if s.bron else ""
    verteld = s.soort in VERTELD
    return k(v, Gegeven(categorie, s.dossier, s.bron, bronsoort, moment, verteld, s.sleutel))


def melding(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """Before it is matched a report is of the MAP; an accounthouder keeps seeing his own."""
    if v.rol == "accounthouder":
        return INHOUD if s.invoerder == v.hoedanigheid else None
    if s.dossier is None:
        return INHOUD if v.rol in ("map_medewerker", "procesregisseur") else None
    return volgens_regels(v, s, k)


def melder(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """Who reported stays with the custodian, the MAP, matched or not."""
    if s.dossier is None:
        return INHOUD if v.rol == "map_medewerker" else None
    return volgens_regels(v, s, k)


def adviesvraag(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """A question without a person is for the MAP and those who steer."""
    return INHOUD if v.rol in ("map_medewerker", "procesregisseur", "leidinggevende") else None


def _is_verborgen(v: Vrager, s: Stuk) -> bool:
    """Of what lies under a hidden embargo others know nothing, and nobody reads it in need."""
    nood = s.dossier is not None and in_nood(v, Gegeven("", s.dossier))
    return _hoort_niets(v, s) or (nood and any(e.is_verborgen() for e in s.embargos))


def _hoort_niets(v: Vrager, s: Stuk) -> bool:
    """What tells of a hidden piece is for those alone whom its embargo lets through."""
    return any(e.is_verborgen() and not e.laat_door(v) for e in s.embargos)


def _is_gesloten(v: Vrager, s: Stuk) -> bool:
    """Of what lies under a visible embargo others know that it exists."""
    return any(e.loopt_zichtbaar(v.dag) and not e.laat_door(v) for e in s.embargos)


def onder_embargo(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """What its source and the articles give, as far as no embargo closes it."""
    if _is_verborgen(v, s):
        return None
    gaf_antwoord = v.rol in ("partner", "lid_weegploeg") and s.invoerder == v.hoedanigheid
    niveau = INHOUD if gaf_antwoord else van_bron(v, s, k)
    return BESTAAN if niveau is not None and _is_gesloten(v, s) else niveau


def embargo(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """Of the source and the bewaarder; the FG sees that it is there and when it ends."""
    if v.rol == "fg":
        return PROCES
    if s.bewaarder == v.hoedanigheid:
        return INHOUD
    if v.rol not in ("procesregisseur", "casusregisseur", "lid_weegploeg", "partner"):
        return None
    if s.bron != v.organisatie or (v.rol == "casusregisseur" and not _werkt_hier(v, s)):
        return None
    return INHOUD


def wissing(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """As an embargo, with who asked for it; the FG reads why, to judge it."""
    if v.rol == "fg" or s.invoerder == v.hoedanigheid:
        return INHOUD
    return embargo(v, s, k)


def van_bron(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """All that care tells is medical, even that it does: with its content, or not at all."""
    if not s.bron_is_zorg:
        return volgens_regels(v, s, k)
    if s.dossier is not None and in_nood(v, Gegeven("", s.dossier)):
        return None
    return INHOUD if _van(v, s, "medisch", k) == INHOUD else None


def zorgdeling(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """The source reads why it shares; who receives it knows that it is so while it lasts."""
    if _hoort_niets(v, s):
        return None
    if volgens_regels(v, s, k) == INHOUD:
        return INHOUD
    if s.dossier is None or not _werkt_hier(v, s):
        return None
    hem = any(d.id == s.sleutel and d.loopt_voor(v) for d in s.dossier.delingen)
    return PROCES if hem else None


def taak(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """Who has to do it knows it; a partner knows no other tasks."""
    if s.opdracht is not None and s.opdracht.is_van(v):
        return INHOUD
    return None if v.rol == "partner" else volgens_regels(v, s, k)


def waarschuwing(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """A safety warning is for everyone with work to do in the case, whatever else they know."""
    opdrachten = s.dossier.opdrachten if s.dossier else ()
    if any(o.is_van(v) and not o.gereed for o in opdrachten):
        return INHOUD
    return volgens_regels(v, s, k)


def _is_blind(v: Vrager, s: Stuk) -> bool:
    """One's own answers as a member; those of others only handed in, and after the round."""
    if v.rol == "lid_weegploeg" and s.bron == v.organisatie:
        return False
    return v.rol == "partner" or s.ronde_open or not s.ingediend


def wegingsbijdrage(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """That someone has handed in is process; what he says stays blind until the end."""
    niveau = volgens_regels(v, s, k)
    return PROCES if niveau == INHOUD and _is_blind(v, s) else niveau


def wegingsantwoord(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """An answer is content: blind, or known."""
    return None if _is_blind(v, s) else volgens_regels(v, s, k)


def besluitnota(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """The text is special; that there is a nota belongs to the process."""
    if volgens_regels(v, s, k) == INHOUD:
        return INHOUD
    proces = _van(v, s, "procesgegeven", k)
    return None if proces is None else min(proces, PROCES)


def _werkt_hier(v: Vrager, s: Stuk) -> bool:
    return s.dossier is not None and is_betrokken(v, Gegeven("procesgegeven", s.dossier))


def betrokkenheid(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """That care is involved is itself medical: it is for who works in the dossier."""
    if s.bron_is_zorg and v.rol != "procesregisseur" and not _werkt_hier(v, s):
        return None
    return volgens_regels(v, s, k)


def partneradvies(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """Asked of one's own organisation when one is involved; of care not for onlookers."""
    if s.bron == v.organisatie and _werkt_hier(v, s):
        return INHOUD
    beslist_mee = v.rol in ("procesregisseur", "bestuursadviseur", "beslisser")
    if s.bron_is_zorg and not beslist_mee and not _werkt_hier(v, s):
        return None
    return None if s.dossier is None else k(v, Gegeven("gewoon", s.dossier, moment=s.moment))


def agendapunt(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """Who sits at the table of the overleg reads its whole agenda."""
    if v.rol in ("procesregisseur", "lid_weegploeg"):
        return INHOUD
    return volgens_regels(v, s, k)


def rapport(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """A report is of whoever asked for it, in the capacity in which he asked."""
    return INHOUD if s.invoerder == v.hoedanigheid else None


def vrijgave(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """Released text: the Commissie as long as it is released, and who releases."""
    if _is_gesloten(v, s) or _hoort_niets(v, s):
        return None
    if v.rol == "lid_commissie":
        return None if s.ingetrokken else INHOUD
    return INHOUD if v.rol == "procesregisseur" else None


def verstrekking(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """The register is for who steers, who leads and the FG; care only as far as care shows."""
    if v.rol not in ("procesregisseur", "casusregisseur", "fg") or _hoort_niets(v, s):
        return None
    if s.zorg_deelt and s.ontvanger != v.organisatie:
        return None
    zorg = s.bron_is_zorg or s.ontvanger_is_zorg
    if zorg and v.rol == "fg":
        return None
    if zorg and s.vraag_of_antwoord and v.rol == "casusregisseur":
        return None
    return volgens_regels(v, s, k)


def terughaalpost(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """Who has to answer knows what for; the procesregisseur watches all of it."""
    if _hoort_niets(v, s):
        return None
    if v.rol == "procesregisseur":
        return volgens_regels(v, s, k)
    return INHOUD if s.opdracht is not None and s.opdracht.is_van(v) else None


def bevraging(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """For who asks; for the asked organisation as long as it waits; then for who answered."""
    if v.rol == "procesregisseur":
        return volgens_regels(v, s, k)
    if v.rol not in ("partner", "lid_weegploeg"):
        return None
    if s.invoerder == v.hoedanigheid:
        return INHOUD
    wacht = not s.ingediend and not s.ingetrokken
    return INHOUD if wacht and s.bron == v.organisatie else None


def noodtoegang(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """One's own; of others for who judges it and for the FG."""
    if s.invoerder == v.hoedanigheid:
        return INHOUD
    return volgens_regels(v, s, k) if v.rol in ("procesregisseur", "fg") else None


def toegangsaanvraag(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """One's own; of others for who decides on it, in his own case or in all, and for the FG."""
    if s.invoerder == v.hoedanigheid:
        return INHOUD
    if v.rol == "casusregisseur":
        return INHOUD if _werkt_hier(v, s) else None
    return volgens_regels(v, s, k) if v.rol in ("procesregisseur", "fg") else None


def vervanging(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """Who is away and who takes his place: for colleagues, and for who works with everybody."""
    if v.rol in ("procesregisseur", "casusregisseur", "fg") or s.bron == v.organisatie:
        return INHOUD
    return None


def belangenconflict(v: Vrager, s: Stuk, k: Weter) -> Kennis:
    """For who lifts it, and for the FG."""
    return volgens_regels(v, s, k) if v.rol in ("procesregisseur", "fg") else None


UITZONDERINGEN: dict[str, Callable[[Vrager, Stuk, Weter], Kennis]] = {
    "melding": melding,
    "melder": melder,
    "adviesvraag": adviesvraag,
    "informatie": onder_embargo,
    "zorgdeling": zorgdeling,
    "embargo": embargo,
    "embargoherziening": embargo,
    "wissing": wissing,
    "incident": van_bron,
    "betrokkenheid": betrokkenheid,
    "ingewijde": betrokkenheid,
    "belangenconflict": belangenconflict,
    "noodtoegang": noodtoegang,
    "vervanging": vervanging,
    "toegangsaanvraag": toegangsaanvraag,
    "taak": taak,
    "veiligheidswaarschuwing": waarschuwing,
    "wegingsbijdrage": wegingsbijdrage,
    "wegingsantwoord": wegingsantwoord,
    "besluitnota": besluitnota,
    "partneradvies": partneradvies,
    "agendapunt": agendapunt,
    "rapport": rapport,
    "vrijgave": vrijgave,
    "bevraging": bevraging,
    "verstrekking": verstrekking,
    "terughaalpost": terughaalpost,
}
