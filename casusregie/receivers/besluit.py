"""What besluit and overleg hang on the pages of earlier rooms."""

from typing import Any

from django.urls import reverse

from casusregie.enums import Besluitstatus, Notasoort, Notastatus
from casusregie.models import Besluit, Besluitnota
from casusregie.models.overleg import OVERLEGROLLEN
from casusregie.rules import besluit as rules
from casusregie.selectors.afschaling import notas_in
from casusregie.selectors.besluit import besluitdossiers, besluiten_in
from casusregie.selectors.overleg import eerstvolgend
from casusregie.services.besluit import (
    besluit_afschaling_nemen,
    besluit_afwijzen,
    besluit_bevestigen,
    besluit_instroom_nemen,
    besluit_op_papier_bevestigen,
    besluit_op_papier_vastleggen,
)
from casusregie.services.besluitnota import (
    besluitnota_aanbieden,
    besluitnota_opstellen,
    besluitnota_wijzigen,
)
from casusregie.ui import tijd
from casusregie.ui.blokken import NavItem, Tab, Telling, TijdlijnRegel
from casusregie.ui.panelen import registreer
from convenant.enums import BIJ_BESLUIT, Fase, Rol, Taaksoort
from convenant.handeling import mogelijkheid
from convenant.models import Dossier, Taak
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Mogelijkheid, Toegang

BESLUITROLLEN = (Rol.BESTUURSADVISEUR, Rol.BESLISSER, Rol.PROCESREGISSEUR)
TELLINGEN = {
    Rol.BESTUURSADVISEUR: (("nota", "nota's te maken", "nota te maken"),),
    Rol.BESLISSER: (
        ("nemen", "besluiten te nemen", "besluit te nemen"),
        ("bevestigen", "wachten op een tweede persoon", "wacht op een tweede persoon"),
    ),
    Rol.PROCESREGISSEUR: (("bevestigen", "besluiten te bevestigen", "besluit te bevestigen"),),
}
TABFASEN = (Fase.BESLUIT, Fase.UITVOERING, Fase.AFSCHALING, Fase.NAZORG, Fase.GESLOTEN)


def navigatie(toegang: Toegang) -> list[tuple[str, NavItem]]:
    """The list of besluiten for who works on them; the overleg with the date of the next one."""
    items: list[tuple[str, NavItem]] = []
    if toegang.rol in BESLUITROLLEN:
        items.append(("", NavItem("Besluiten", reverse("casusregie:besluiten"), "gavel")))
    if toegang.rol in OVERLEGROLLEN:
        volgend = eerstvolgend()
        dag = tijd.datum_kort(volgend.begint_op).rsplit(" ", 1)[0] if volgend else ""
        items.append(
            ("", NavItem("Overleg", reverse("casusregie:overleggen"), "presentation", dag))
        )
    return items


def mijn_werk(toegang: Toegang) -> list[Telling] | None:
    """What waits for this role, each number a link to exactly that list."""
    lijst = reverse("casusregie:besluiten")
    tellingen = []
    for stand, label, een in TELLINGEN.get(toegang.rol, ()):
        dossiers = besluitdossiers(toegang, stand)
        tellingen.append(Telling(dossiers, label, f"{lijst}?stand={stand}", "straks", een=een))
    return tellingen or None


def dossier_tab(toegang: Toegang, dossier: Dossier) -> tuple[str, Tab] | None:
    """A tab from the phase besluit on, or when there was a besluit."""
    if dossier.fase not in TABFASEN and not besluiten_in(toegang, dossier):
        return None
    return "besluit", Tab("Besluit", reverse("casusregie:besluit_inzien", args=[dossier.pk]))


def dossier_fase(toegang: Toegang, dossier: Dossier) -> dict[Fase, list[str]]:
    """When the besluit was taken and by which function."""
    genomen = [
        b
        for b in besluiten_in(toegang, dossier)
        if b.status == Besluitstatus.GENOMEN and b.nota.soort == Notasoort.INSTROOM
    ]
    if not genomen:
        return {}
    return {Fase.BESLUIT: [f"{tijd.dag_maand_jaar(genomen[0].genomen_op)} · beslisser"]}


def dossier_doen(toegang: Toegang, dossier: Dossier) -> list[Mogelijkheid]:
    """The deeds on nota and besluit that are due now."""
    if toegang.rol not in BESLUITROLLEN:
        return []
    notas = notas_in(toegang, dossier)
    nota = next((nota for nota in notas if nota.status != Notastatus.BESLOTEN), None)
    besluiten = besluiten_in(toegang, dossier)
    wacht = next((b for b in besluiten if b.status == Besluitstatus.WACHT_OP_TWEEDE), None)
    return besluitdeden(toegang, dossier, nota, wacht)


def besluitdeden(
    toegang: Toegang, dossier: Dossier, nota: Besluitnota | None, besluit: Besluit | None
) -> list[Mogelijkheid]:
    """The buttons for the open nota of a dossier and the besluit that waits on it."""
    if besluit is not None:
        return _tweede_persoon(toegang, besluit)
    if nota is None:
        if dossier.fase != Fase.BESLUIT:
            return []
        return [
            _knop(toegang, besluitnota_opstellen, dossier, "Besluitnota opstellen", primair=True)
        ]
    if nota.status == Notastatus.CONCEPT:
        return [
            _knop(toegang, besluitnota_aanbieden, nota, "Nota aanbieden", primair=True),
            _knop(toegang, besluitnota_wijzigen, nota, "Nota wijzigen"),
        ]
    if nota.soort == Notasoort.AFSCHALING:
        return [_knop(toegang, besluit_afschaling_nemen, nota, "Besluit nemen", primair=True)]
    return [
        _knop(toegang, besluit_instroom_nemen, nota, "Besluit nemen", primair=True),
        _knop(toegang, besluit_op_papier_vastleggen, nota, "Besluit op papier vastleggen"),
    ]


def tijdlijn(toegang: Toegang, dossier: Dossier) -> list[TijdlijnRegel]:
    """Notas offered and besluiten taken, with dissent noted."""
    url = reverse("casusregie:besluit_inzien", args=[dossier.pk])
    regels = [
        TijdlijnRegel(
            nota.aangeboden_op,
            "besluitnota",
            kop=f"Nota over {nota.get_soort_display()} aangeboden",
            tekst=f"Voorstel: {nota.get_voorstel_display()}.",
            url=url,
            url_label="Naar de nota",
        )
        for nota in notas_in(toegang, dossier)
        if nota.aangeboden_op
    ]
    return regels + [_besluitregel(b, url) for b in besluiten_in(toegang, dossier)]


def kader_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    """What the frame of a dossier shows of the besluit."""
    return [besluiten_in]


def tijdlijn_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    """What the timeline shows of the notas."""
    return [notas_in] if inhoud else []


def overzicht_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    """What the rules of nota and besluit look at."""
    if toegang.rol not in BESLUITROLLEN or dossier.fase not in BIJ_BESLUIT:
        return [notas_in] if toegang.rol in BESLUITROLLEN else []
    opstellen = rules.VOOR_EEN_NOTA if toegang.rol == Rol.BESTUURSADVISEUR else ()
    return [notas_in, rules.notas_met_wachtend_besluit, *opstellen]


def taak_url(taak: Taak) -> str | None:
    """Where a task about a nota or a besluit is done."""
    if taak.soort not in (Taaksoort.NOTA, Taaksoort.BESLUIT, Taaksoort.TWEEDE_PERSOON):
        return None
    over_besluit = taak.soort in (Taaksoort.NOTA, Taaksoort.BESLUIT)
    if taak.dossier_id is None or not (over_besluit or taak.object_soort == "casusregie.besluit"):
        return None
    return reverse("casusregie:besluit_inzien", args=[taak.dossier_id])


def _besluitregel(besluit: Besluit, url: str) -> TijdlijnRegel:
    tegen = " Tegen een advies in, met motivering." if besluit.tegen_advies else ""
    papier = " Op papier genomen." if besluit.op_papier else ""
    return TijdlijnRegel(
        besluit.genomen_op,
        "besluit",
        kop=f"Besluit: {besluit.get_uitkomst_display()}",
        tekst=f"Stand: {besluit.get_status_display()}.{tegen}{papier}",
        toon="straks" if besluit.tegen_advies else "merk",
        url=url,
        url_label="Naar het besluit",
    )


def _tweede_persoon(toegang: Toegang, besluit: Besluit) -> list[Mogelijkheid]:
    deed = besluit_op_papier_bevestigen if besluit.op_papier else besluit_bevestigen
    return [
        _knop(toegang, deed, besluit, "Bevestigen als tweede persoon", primair=True),
        _knop(toegang, besluit_afwijzen, besluit, "Niet bevestigen"),
    ]


def _knop(
    toegang: Toegang, deed: Any, onderwerp: Any, label: str, *, primair: bool = False
) -> Mogelijkheid:
    url = reverse(f"casusregie:{deed.__name__}", args=[onderwerp.pk])
    return mogelijkheid(toegang, deed, onderwerp, label=label, url=url, primair=primair)


registreer("navigatie", 40, navigatie)
registreer("mijn_werk", 40, mijn_werk)
registreer("dossier_tab", 18, dossier_tab)
registreer("dossier_fase", 40, dossier_fase)
registreer("dossier_doen", 40, dossier_doen)
registreer("tijdlijn", 40, tijdlijn)
registreer("taak_url", 40, taak_url)
registreer("dossier_kader_vooraf", 40, kader_vooraf)
registreer("dossier_tijdlijn_vooraf", 40, tijdlijn_vooraf)
registreer("dossier_overzicht_vooraf", 40, overzicht_vooraf)
