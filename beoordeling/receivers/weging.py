"""The weging on the pages of a dossier, in the navigation and on Mijn werk."""

from typing import Any

from django.urls import reverse

from beoordeling.enums import Wegingstatus
from beoordeling.models import Weging
from beoordeling.rules.weging import lopende_weging, meldingen_om_te_wegen
from beoordeling.selectors.weging import (
    Rondestand,
    adviezen_in,
    bijdragen_in,
    binnen_in,
    laatste_weging,
    rondestanden_in,
    te_vullen,
    wegingen_in,
    wegingen_met_stand,
)
from beoordeling.services.weging import weging_starten, weging_vaststellen
from casusregie.ui import tijd
from casusregie.ui.blokken import NavItem, Tab, Telling, TijdlijnRegel
from casusregie.ui.panelen import registreer
from convenant.enums import Categorie, Fase, Niveau, Rol, Taaksoort
from convenant.handeling import mogelijkheid
from convenant.models import Dossier, Taak
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Mogelijkheid, Toegang, niveau_van

WEEGROLLEN = (Rol.PROCESREGISSEUR, Rol.LID_WEEGPLOEG)
LEZERS = frozenset(
    {
        *WEEGROLLEN,
        Rol.CASUSREGISSEUR,
        Rol.BESTUURSADVISEUR,
        Rol.BESLISSER,
        Rol.LEIDINGGEVENDE,
    }
)
KADERLEZERS = LEZERS | {Rol.PARTNER, Rol.MAP_MEDEWERKER}


def navigatie(toegang: Toegang) -> list[tuple[str, NavItem]] | None:
    """The list of rounds for who weighs; the framework for everyone who assesses or delivers."""
    items = []
    if toegang.rol in WEEGROLLEN:
        items.append(("", NavItem("Wegingen", reverse("beoordeling:wegingen"), "scale")))
    if toegang.rol in KADERLEZERS:
        kader = NavItem("Beoordelingskader", reverse("beoordeling:kader_inzien"), "book-open")
        items.append(("Naslag", kader))
    return items or None


def mijn_werk(toegang: Toegang) -> list[Telling] | None:
    """What waits in the weging, each number a link to exactly that list."""
    url = reverse("beoordeling:wegingen")
    if toegang.rol == Rol.LID_WEEGPLOEG:
        label, een = "wegingen in te vullen", "weging in te vullen"
        lijst = te_vullen(toegang)
        return [Telling(lijst, label, f"{url}?stand=invullen", "straks", een=een)]
    if toegang.rol == Rol.PROCESREGISSEUR:
        loopt = wegingen_met_stand(toegang, "lopend")
        wacht = wegingen_met_stand(toegang, "gesloten")
        return [
            Telling(loopt, "wegingen lopen", f"{url}?stand=lopend", een="weging loopt"),
            Telling(
                wacht,
                "wegingen wachten op de uitkomst",
                f"{url}?stand=gesloten",
                "straks",
                een="weging wacht op de uitkomst",
            ),
        ]
    return None


def dossier_tab(toegang: Toegang, dossier: Dossier) -> tuple[str, Tab] | None:
    """The newest round, once there is one."""
    if toegang.rol not in LEZERS:
        return None
    laatste = laatste_weging(toegang, dossier)
    if laatste is None:
        return None
    return "weging", Tab("Weging", reverse("beoordeling:weging_inzien", args=[laatste.pk]))


def dossier_fase(toegang: Toegang, dossier: Dossier) -> dict[Fase, list[str]] | None:
    """Under the phase weging: when, and how far or with what outcome."""
    laatste = laatste_weging(toegang, dossier)
    if laatste is None:
        return None
    if laatste.vastgesteld_op:
        regels = [tijd.dag_maand_jaar(laatste.vastgesteld_op), laatste.get_uitkomst_display()]
    else:
        stand = rondestanden_in(toegang, dossier)[laatste.pk]
        gevraagd = [stand.in_woorden] if stand.gevraagd else []
        regels = [f"sinds {tijd.dag_maand_jaar(laatste.gestart_op)}", *gevraagd]
    return {Fase.WEGING: regels}


def dossier_doen(toegang: Toegang, dossier: Dossier) -> list[Mogelijkheid]:
    """Starting a round, or writing down its outcome, while the dossier is in the weging."""
    if dossier.fase != Fase.WEGING or toegang.rol != Rol.PROCESREGISSEUR:
        return []
    lopend = [w for w in wegingen_in(toegang, dossier) if w.status != Wegingstatus.VASTGESTELD]
    if not lopend:
        url = reverse("beoordeling:weging_starten", args=[dossier.pk])
        knop = mogelijkheid(
            toegang, weging_starten, dossier, label="Weging starten", url=url, primair=True
        )
    else:
        url = reverse("beoordeling:weging_vaststellen", args=[lopend[0].pk])
        knop = mogelijkheid(
            toegang, weging_vaststellen, lopend[0], label="Uitkomst vaststellen", url=url
        )
    return [knop]


def tijdlijn(toegang: Toegang, dossier: Dossier) -> list[TijdlijnRegel]:
    """Each round: started, closed, outcome; never an advice while it is open."""
    if toegang.rol not in LEZERS:
        return []
    leesbaar = _leest_wegingen(toegang, dossier)
    standen = rondestanden_in(toegang, dossier)
    return [
        regel
        for weging in wegingen_in(toegang, dossier)
        for regel in _regels(toegang, weging, standen[weging.pk], leesbaar)
    ]


def kader_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    """What the frame of a dossier shows of the weging."""
    return [wegingen_in, binnen_in]


def tijdlijn_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    """What the timeline shows of the weging."""
    leest = inhoud and toegang.rol in LEZERS and _leest_wegingen(toegang, dossier)
    return [bijdragen_in] if leest else []


def overzicht_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    """What the rule of a new round looks at."""
    if dossier.fase != Fase.WEGING or toegang.rol != Rol.PROCESREGISSEUR:
        return []
    return [lopende_weging, meldingen_om_te_wegen]


def _leest_wegingen(toegang: Toegang, dossier: Dossier) -> bool:
    """Whether this asker reads what was said in the rounds, not only that they were there."""
    niveau = niveau_van(
        toegang,
        categorie=Categorie.PROCES,
        fase=Fase(dossier.fase),
        dossier_id=dossier.pk,
        vastgelegd_op=dossier.geopend_op,
    )
    return niveau == Niveau.INHOUD


def taak_url(taak: Taak) -> str | None:
    """Where the tasks of a round are done."""
    if taak.soort != Taaksoort.WEGING:
        return None
    if taak.object_soort == "beoordeling.wegingsbijdrage":
        return reverse("beoordeling:wegingsbijdrage_bewaren", args=[taak.object_id])
    if taak.object_soort == "beoordeling.weging":
        return reverse("beoordeling:weging_inzien", args=[taak.object_id])
    if taak.object_soort == "convenant.dossier":
        return reverse("beoordeling:weging_starten", args=[taak.object_id])
    return None


def _regels(
    toegang: Toegang, weging: Weging, stand: Rondestand, met_inhoud: bool
) -> list[TijdlijnRegel]:
    url = reverse("beoordeling:weging_inzien", args=[weging.pk])
    regels = [
        TijdlijnRegel(
            weging.gestart_op,
            "weging",
            f"{_gevraagd(stand, met_inhoud)} uiterlijk {tijd.datum(weging.uiterlijk)}.",
            kop=f"Weging gestart, ronde {weging.ronde}",
            url=url,
            url_label="Naar de weging",
        )
    ]
    if weging.gesloten_op:
        vroeg = f" Eerder gesloten: {weging.sluitreden}" if weging.sluitreden and met_inhoud else ""
        regels.append(
            TijdlijnRegel(
                weging.gesloten_op,
                "weging",
                f"{stand.in_woorden}.{vroeg}" if met_inhoud else "",
                kop=f"Weging gesloten, ronde {weging.ronde}",
            )
        )
    if weging.vastgesteld_op:
        gegeven = adviezen_in(toegang, weging.dossier, weging) if met_inhoud else ()
        anders = sum(regel.afwijkend for regel in gegeven)
        bij = f"Advies van {len(gegeven)} organisaties, {anders} afwijkend" if gegeven else ""
        regels.append(
            TijdlijnRegel(
                weging.vastgesteld_op,
                "uitkomst van de weging",
                weging.uitkomst_reden if met_inhoud else "",
                kop=f"Uitkomst: {weging.get_uitkomst_display()}",
                bronregel=bij,
                toon="goed",
                url=url,
                url_label="Naar de weging",
            )
        )
    return regels


def _gevraagd(stand: Rondestand, met_inhoud: bool) -> str:
    """How many were asked, for who sees them all; others count only their own."""
    if not met_inhoud:
        return "De adviezen komen"
    if stand.gevraagd == 1:
        return "1 organisatie is gevraagd,"
    return f"{stand.gevraagd} organisaties zijn gevraagd,"


registreer("navigatie", 40, navigatie)
registreer("mijn_werk", 30, mijn_werk)
registreer("dossier_tab", 15, dossier_tab)
registreer("dossier_fase", 20, dossier_fase)
registreer("dossier_doen", 20, dossier_doen)
registreer("tijdlijn", 20, tijdlijn)
registreer("taak_url", 20, taak_url)
registreer("dossier_kader_vooraf", 30, kader_vooraf)
registreer("dossier_tijdlijn_vooraf", 30, tijdlijn_vooraf)
registreer("dossier_overzicht_vooraf", 30, overzicht_vooraf)
