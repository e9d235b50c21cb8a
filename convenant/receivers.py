"""What happens around the models by itself: versions get their actor, the app role its grants."""

from typing import Any

from django.dispatch import receiver
from django.urls import reverse
from simple_history.signals import pre_create_historical_record

from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Kolom, NavItem, Paneel, Tab
from casusregie.ui.panelen import registreer
from convenant.enums import Aanvraagbesluit, Rol, Taaksoort
from convenant.handeling import NIET_GETEKEND, mogelijkheid
from convenant.models import Dossier, Hoedanigheid, Taak, Terughaalpost, Toegangsaanvraag
from convenant.models.geschiedenis import fill_version
from convenant.models.logregel import LOGBOEKROLLEN
from convenant.models.verstrekking import REGISTERLEZERS
from convenant.regelboek import LEESROLLEN
from convenant.rules.accounts import BEHEERDERS
from convenant.rules.betrokkenheid import kent_betrokkenen
from convenant.rules.noodtoegang import NEMERS
from convenant.rules.taken import TAAKROLLEN
from convenant.rules.verruiming import wacht_op
from convenant.selectors.betrokkenen import betrokken_nu_in
from convenant.selectors.dossiers import faseversies
from convenant.selectors.eenmaal import Lijst
from convenant.selectors.logboek import vorige_inzagen
from convenant.selectors.taken import taken_in, taken_te_laat
from convenant.selectors.toegangsaanvragen import (
    contactpunt_van,
    eigen_aanvragen,
    procesregie_nu,
)
from convenant.selectors.vervangingen import wie_ik_vervang
from convenant.selectors.verzegeling import ingewijden_nu_in
from convenant.services.belangenconflict import belangenconflict_melden
from convenant.services.taken import taak_toevoegen
from convenant.services.toegangsaanvraag import toegang_aanvragen
from convenant.services.vervanging import vervanging_regelen
from convenant.services.verzegeling import dossier_verzegelen
from convenant.toegang import Mogelijkheid, Toegang

receiver(pre_create_historical_record)(fill_version)


CONVENANTROLLEN = (Rol.PROCESREGISSEUR, Rol.LEIDINGGEVENDE, Rol.LID_COMMISSIE, Rol.FG)
"""Who has the convenant in the navigation; whoever is logged in may read it."""


def navigatie(toegang: Toegang) -> list[tuple[str, NavItem]]:
    """Mijn werk and the dossiers, and for who keeps accounts the people.

    The Commissie has a list of its own, without names.
    """
    items = [
        (
            "",
            NavItem(
                "Mijn werk",
                reverse("convenant:mijn_werk"),
                "list-checks",
                taken_te_laat(toegang),
                "laat",
                achter="te laat",
            ),
        ),
        ("", NavItem("Taken", reverse("convenant:taken"), "square-check")),
    ]
    if toegang.rol in LEESROLLEN and toegang.rol != Rol.LID_COMMISSIE:
        items.append(("", NavItem("Dossiers", reverse("convenant:dossiers"), "folder")))
    if toegang.rol in CONVENANTROLLEN:
        items.append(("", NavItem("Convenant", reverse("convenant:convenant_inzien"), "handshake")))
    if toegang.rol == Rol.PROCESREGISSEUR:
        url = reverse("convenant:terughaallijst")
        items.append(("", NavItem("Terughalen", url, "undo-2")))
    if toegang.rol in (*NEMERS, Rol.PROCESREGISSEUR):
        items.append(("", NavItem("Noodtoegang", reverse("convenant:noodtoegangen"), "key-round")))
    if toegang.rol in TAAKROLLEN:
        items.append(
            ("", NavItem("Vervanging", reverse("convenant:vervangingen"), "calendar-days"))
        )
    if toegang.rol == Rol.FG:
        items.append(
            ("", NavItem("Bureau van de FG", reverse("convenant:fg_bureau"), "shield-check"))
        )
    if toegang.rol in BEHEERDERS:
        items.append(("", NavItem("Medewerkers", reverse("convenant:medewerkers"), "users")))
    return items


def geen_handtekening(toegang: Toegang) -> Paneel | None:
    """Why there is suddenly nothing: for whoever acts for an organisation that has not signed."""
    if toegang.getekend:
        return None
    return Paneel("convenant/geen_handtekening.html", {"tekst": NIET_GETEKEND})


def verruimingen(toegang: Toegang) -> Paneel | None:
    """That a new version opened something of one's own organisation, and waits for its word."""
    if not any(wacht_op(regel, toegang) for regel in toegang.regels.regels):
        return None
    return Paneel(
        "convenant/werk_begin.html",
        {
            "kop": "Het convenant opent meer van uw organisatie",
            "tekst": "Voor wat eerder is vastgelegd, beslist uw organisatie.",
            "url": reverse("convenant:verruimingen"),
            "label": "Bekijken en bevestigen",
        },
    )


def vervangt_nu(toegang: Toegang) -> Paneel | None:
    """Whose place one takes today and until when: his tasks stand among one's own."""
    rijen = wie_ik_vervang(toegang)
    if not rijen:
        return None
    return Paneel("convenant/vervangt_nu.html", {"rijen": rijen})


def vervanging_doen(toegang: Toegang, wie: Hoedanigheid) -> list[Mogelijkheid]:
    """The button where the procesregisseur looks at somebody who cannot arrange it himself."""
    url = reverse("convenant:vervanging_regelen", args=[wie.pk])
    knop = mogelijkheid(
        toegang, vervanging_regelen, wie, label="Vervanging regelen", url=url, icoon="calendar-days"
    )
    return [knop] if knop.zichtbaar and not knop.reden else []


def werk_begin(toegang: Toegang) -> Paneel | None:
    """Where the work of who keeps accounts begins."""
    if toegang.rol not in BEHEERDERS:
        return None
    alles = toegang.rol == Rol.FUNCTIONEEL_BEHEERDER
    return Paneel(
        "convenant/werk_begin.html",
        {
            "kop": "Medewerkers en rollen" if alles else "Accounts van uw organisatie",
            "tekst": "U maakt accounts, geeft rollen en beëindigt ze. Dossiers ziet u niet."
            if alles
            else "U bevestigt elk jaar wie zijn rol nog nodig heeft. Dossiers ziet u niet.",
            "url": reverse("convenant:medewerkers" if alles else "convenant:te_bevestigen"),
            "label": "Naar de medewerkers" if alles else "Rollen bevestigen",
        },
    )


def kader_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    return [faseversies, ingewijden_nu_in]


def overzicht_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    if _mist_inhoud(toegang, dossier):
        return [taken_in, betrokken_nu_in, procesregie_nu]
    return [taken_in, betrokken_nu_in] if inhoud else [taken_in]


def tijdlijn_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    return [vorige_inzagen] if inhoud else []


def tab_overzicht(toegang: Toegang, dossier: Dossier) -> tuple[str, Tab]:
    return "overzicht", Tab("Overzicht", reverse("convenant:dossier_inzien", args=[dossier.pk]))


def tab_betrokkenen(toegang: Toegang, dossier: Dossier) -> tuple[str, Tab] | None:
    """Who is involved is process data, for whoever knows that at level 2."""
    if not kent_betrokkenen(toegang, dossier):
        return None
    return "betrokkenen", Tab("Betrokkenen", reverse("convenant:betrokkenen", args=[dossier.pk]))


def tab_verstrekkingen(toegang: Toegang, dossier: Dossier) -> tuple[str, Tab] | None:
    """The register, for who steers, who is in the dossier as regisseur, and the FG."""
    if toegang.rol not in REGISTERLEZERS:
        return None
    url = reverse("convenant:verstrekkingen", args=[dossier.pk])
    return "verstrekkingen", Tab("Verstrekkingen", url)


def tab_logboek(toegang: Toegang, dossier: Dossier) -> tuple[str, Tab] | None:
    if not mag_logboek_lezen(toegang, dossier):
        return None
    return "logboek", Tab("Logboek", reverse("convenant:logboek", args=[dossier.pk]))


def mag_logboek_lezen(toegang: Toegang, dossier: Dossier) -> bool:
    """Oversight and leaders read who saw what; a casusregisseur in the cases he leads."""
    if toegang.rol == Rol.CASUSREGISSEUR:
        return dossier.pk in toegang.regie
    return toegang.rol in LOGBOEKROLLEN


def terughaaltaak_url(taak: Taak) -> str | None:
    """Where is said what was done with what was received."""
    if taak.object_soort != Terughaalpost._meta.label_lower:
        return None
    return reverse("convenant:terughalen_bevestigen", args=[taak.object_id])


def dossier_doen(toegang: Toegang, dossier: Dossier) -> list[Mogelijkheid]:
    return [
        mogelijkheid(
            toegang,
            taak_toevoegen,
            dossier,
            label="Taak toevoegen",
            url=reverse("convenant:taak_toevoegen", args=[dossier.pk]),
            icoon="plus",
        )
    ]


def dossier_afschermen(toegang: Toegang, dossier: Dossier) -> list[Mogelijkheid]:
    """Seal it while it is open, and for everyone: that one knows this person."""
    deeds: list[tuple[Any, str, str]] = [(belangenconflict_melden, "Ik ken deze persoon", "user-x")]
    if not ingewijden_nu_in(toegang, dossier):
        deeds.insert(0, (dossier_verzegelen, "Verzegelen", "lock"))
    return [
        mogelijkheid(
            toegang,
            deed,
            dossier,
            label=label,
            url=reverse(f"convenant:{deed.__name__}", args=[dossier.pk]),
            icoon=icoon,
        )
        for deed, label, icoon in deeds
    ]


TAAKPAGINAS = {
    Taaksoort.NOODTOEGANG: "convenant:noodtoegang_inzien",
    Taaksoort.TOEGANGSAANVRAAG: "convenant:toegangsaanvraag_inzien",
    Taaksoort.HANDTEKENING: "convenant:ondertekening_gevolgen",
}
"""Where a task of this kind is done, by the row that it is about."""


def taak_url(taak: Taak) -> str | None:
    if taak.soort == Taaksoort.ONTZEGELEN and taak.dossier_id:
        return reverse("convenant:verzegeling_inzien", args=[taak.dossier_id])
    if taak.soort == Taaksoort.BELANGENCONFLICT and taak.dossier_id:
        return reverse("convenant:betrokkenen", args=[taak.dossier_id])
    if taak.soort == Taaksoort.HERCERTIFICERING and taak.voor_rol in BEHEERDERS:
        return reverse("convenant:hoedanigheid_bevestigen", args=[taak.object_id])
    if taak.soort == Taaksoort.HERCERTIFICERING and taak.voor_rol == Rol.PROCESREGISSEUR:
        return reverse("convenant:wat_kan_deze_medewerker_zien", args=[taak.object_id])
    pagina = TAAKPAGINAS.get(Taaksoort(taak.soort))
    return reverse(pagina, args=[taak.object_id]) if pagina and taak.object_id else None


def aanvraagstand(toegang: Toegang, aanvraag: Toegangsaanvraag) -> Chip:
    """Where a request stands."""
    if aanvraag.besluit == Aanvraagbesluit.GEWEIGERD:
        return Chip("geweigerd", "laat")
    if aanvraag.besluit and aanvraag.tot < toegang.vandaag:
        return Chip("voorbij")
    return Chip("toegekend", "goed") if aanvraag.besluit else Chip("nog geen besluit", "straks")


def eigen_verzoeken(toegang: Toegang) -> Paneel | None:
    """What this person asked for and how that stands; nothing when he asked nothing."""
    aanvragen = eigen_aanvragen(toegang) if toegang.rol in NEMERS else []
    if not aanvragen:
        return None
    rijen = [
        [
            Cel(tijd.moment(a.gevraagd_op), url=_aanvraag_url(a)),
            Cel(tijd.datum_kort(a.tot)),
            Cel(chip=aanvraagstand(toegang, a)),
        ]
        for a in aanvragen
    ]
    kolommen = [Kolom("Gevraagd"), Kolom("Tot en met"), Kolom("Stand")]
    return Paneel("convenant/eigen_aanvragen.html", {"kolommen": kolommen, "rijen": rijen})


def _aanvraag_url(aanvraag: Toegangsaanvraag) -> str:
    return reverse("convenant:toegangsaanvraag_inzien", args=[aanvraag.pk])


def _mist_inhoud(toegang: Toegang, dossier: Dossier) -> bool:
    """Whether someone who works on dossiers knows this one at level 0 or 1; oversight does not."""
    toezicht = toegang.is_een(Rol.FG, Rol.LID_COMMISSIE)
    return not toezicht and not kent_betrokkenen(toegang, dossier)


def toegang_vragen(toegang: Toegang, dossier: Dossier) -> Mogelijkheid:
    """The button with which somebody asks to read along."""
    return mogelijkheid(
        toegang,
        toegang_aanvragen,
        dossier,
        label="Toegang vragen",
        url=reverse("convenant:toegang_aanvragen", args=[dossier.pk]),
    )


def meer_weten(toegang: Toegang, dossier: Dossier) -> Paneel | None:
    """Whom to call, and how to ask, where the dossier is known at level 0 or 1 only."""
    if not _mist_inhoud(toegang, dossier) and dossier.pk not in toegang.nood:
        return None
    vragen = toegang_vragen(toegang, dossier)
    return Paneel(
        "convenant/meer_weten.html",
        {
            "organisatie": contactpunt_van(toegang, dossier),
            "mogelijkheden": [vragen] if vragen.zichtbaar else [],
        },
    )


registreer("navigatie", 10, navigatie)
registreer("mijn_werk_paneel", 1, geen_handtekening)
registreer("mijn_werk_paneel", 5, verruimingen)
registreer("mijn_werk_paneel", 6, vervangt_nu)
registreer("medewerker_doen", 20, vervanging_doen)
registreer("mijn_werk_paneel", 20, eigen_verzoeken)
registreer("dossier_meer_weten", 10, meer_weten)
registreer("mijn_werk_paneel", 10, werk_begin)
registreer("taak_url", 10, taak_url)
registreer("dossier_tab", 10, tab_overzicht)
registreer("dossier_tab", 80, tab_betrokkenen)
registreer("dossier_tab", 85, tab_verstrekkingen)
registreer("dossier_tab", 90, tab_logboek)
registreer("taak_url", 10, terughaaltaak_url)
registreer("dossier_doen", 90, dossier_doen)
registreer("dossier_doen", 95, dossier_afschermen)
registreer("dossier_kader_vooraf", 10, kader_vooraf)
registreer("dossier_overzicht_vooraf", 10, overzicht_vooraf)
registreer("dossier_tijdlijn_vooraf", 10, tijdlijn_vooraf)
