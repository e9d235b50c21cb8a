"""What happened in a case, as lines of the one timeline."""

from collections.abc import Iterator

from django.urls import reverse

from casusregie.enums import Informeerstatus
from casusregie.models import Casus
from casusregie.rules.lezen import PLANROLLEN, leest_gewoon
from casusregie.selectors.afschaling import afschalingsnota, herbeoordelingen, partneradviezen
from casusregie.selectors.casus import casus_van, informeringen_in, pauzes_in
from casusregie.selectors.plan import interventies_in, plannen_in
from casusregie.ui import tijd
from casusregie.ui.blokken import TijdlijnRegel
from convenant.models import Dossier, Hoedanigheid
from convenant.toegang import Toegang


def tijdlijn(toegang: Toegang, dossier: Dossier) -> list[TijdlijnRegel]:
    """The life of the case, for who may read its ordinary content."""
    casus = casus_van(toegang, dossier)
    if casus is None or not leest_gewoon(toegang, dossier):
        return []
    return [
        *_verloop(casus),
        *_plannen(toegang, dossier),
        *_interventies(toegang, dossier),
        *_herbeoordelingen(toegang, dossier),
        *_pauzes(toegang, dossier),
        *_informeren(toegang, dossier),
        *_afschaling(toegang, dossier),
    ]


def _verloop(casus: Casus) -> Iterator[TijdlijnRegel]:
    yield TijdlijnRegel(
        moment=casus.geopend_op,
        soort="casus",
        kop="Opgenomen in de aanpak",
        tekst=f"Risicogroep {casus.get_risicogroep_display()}.",
    )
    if casus.gesloten_op:
        yield TijdlijnRegel(
            moment=casus.gesloten_op,
            soort="casus",
            kop="Casus gesloten",
            tekst=f"{casus.get_uitkomst_display().capitalize()}. {casus.sluittoelichting}",
        )
    if casus.heropend_op:
        yield TijdlijnRegel(
            moment=casus.heropend_op,
            soort="casus",
            kop="Casus heropend",
            tekst=casus.heropenreden,
            toon="straks",
        )


def _plannen(toegang: Toegang, dossier: Dossier) -> Iterator[TijdlijnRegel]:
    for plan in plannen_in(toegang, dossier):
        if plan.vastgesteld_op is None:
            continue
        yield TijdlijnRegel(
            moment=plan.vastgesteld_op,
            soort="plan van aanpak",
            kop=f"Plan versie {plan.nummer} vastgesteld",
            tekst=plan.samenvatting,
            bronregel=f"Vastgesteld door {_wie(plan.vastgesteld_door)}",
            url=reverse("casusregie:plan_versie", args=[dossier.pk, plan.nummer])
            if toegang.is_een(*PLANROLLEN)
            else "",
            url_label="Plan lezen",
            toon="goed",
        )


def _interventies(toegang: Toegang, dossier: Dossier) -> Iterator[TijdlijnRegel]:
    for interventie in interventies_in(toegang, dossier):
        naam = interventie.instrument.naam
        if interventie.ingezet_op:
            yield TijdlijnRegel(
                moment=interventie.ingezet_op,
                soort="interventie",
                kop=f"{naam} ingezet",
                tekst=f"Voor het doel: {interventie.doel.omschrijving}",
                bronregel=interventie.besluit_van_gezag or "Vrijwillig, met instemming",
            )
        if interventie.beeindigd_op:
            yield TijdlijnRegel(
                moment=interventie.beeindigd_op,
                soort="interventie",
                kop=f"{naam} {interventie.get_status_display()}",
                tekst=interventie.eindtoelichting,
            )


def _herbeoordelingen(toegang: Toegang, dossier: Dossier) -> Iterator[TijdlijnRegel]:
    for rij in herbeoordelingen(toegang, dossier):
        yield TijdlijnRegel(
            moment=rij.gedaan_op,
            soort="herbeoordeling",
            kop=f"Herbeoordeling: {rij.get_conclusie_display()}",
            tekst=rij.onderbouwing,
            bronregel=f"{_wie(rij.gedaan_door)} · volgende op {tijd.datum(rij.volgende_op)}",
        )


def _pauzes(toegang: Toegang, dossier: Dossier) -> Iterator[TijdlijnRegel]:
    for pauze in pauzes_in(toegang, dossier):
        yield TijdlijnRegel(
            moment=pauze.van,
            soort="pauze",
            kop=f"Op pauze tot {tijd.datum(pauze.tot)}",
            tekst=pauze.reden,
            toon="straks",
        )
        if pauze.opgeheven_op:
            yield TijdlijnRegel(
                moment=pauze.opgeheven_op,
                soort="pauze",
                kop="Pauze opgeheven",
                tekst=pauze.opheffingsreden,
            )


def _informeren(toegang: Toegang, dossier: Dossier) -> Iterator[TijdlijnRegel]:
    for rij in informeringen_in(toegang, dossier):
        if rij.status == Informeerstatus.GEDAAN and rij.geinformeerd_op is not None:
            yield TijdlijnRegel(
                moment=rij.geinformeerd_op,
                soort="informeren",
                kop="Betrokkene geïnformeerd",
                tekst=rij.wijze,
            )


def _afschaling(toegang: Toegang, dossier: Dossier) -> Iterator[TijdlijnRegel]:
    nota = afschalingsnota(toegang, dossier)
    if nota is not None:
        yield TijdlijnRegel(
            moment=nota.opgesteld_op,
            soort="afschaling",
            kop="Afschaling voorgesteld",
            tekst=nota.aanleiding,
            bronregel=f"Voorstel van {_wie(nota.opgesteld_door)}",
        )
    for advies in partneradviezen(toegang, dossier):
        if advies.gegeven_op is None:
            continue
        yield TijdlijnRegel(
            moment=advies.gegeven_op,
            soort="advies over afschaling",
            kop=f"{advies.organisatie.naam}: {advies.get_advies_display()}",
            tekst=advies.reden,
            bronregel=f"Bron: {advies.organisatie.naam}",
        )


def _wie(hoedanigheid: Hoedanigheid | None) -> str:
    return hoedanigheid.medewerker.naam if hoedanigheid else ""
