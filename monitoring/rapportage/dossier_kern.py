"""The core of a dossier: who it is about, who works on it, and what happened when."""

from datetime import date, datetime, time

from django.utils import timezone

from casusregie.models import Casus
from casusregie.ui import tijd
from casusregie.ui.blokken import TijdlijnRegel
from casusregie.ui.panelen import panelen
from convenant.enums import Niveau
from convenant.models import Dossier
from convenant.selectors.betrokkenen import betrokkenheden
from convenant.toegang import Toegang
from meldpunt.models import Persoon
from monitoring.rapportage.blad import Blok, Tabel, Tekst


def feitenblok(toegang: Toegang, dossier: Dossier) -> Blok:
    """Number, phase, persons, risk group and terms."""
    feiten = [("Nummer", dossier.nummer), ("Fase", dossier.get_fase_display())]
    feiten += [
        (persoon.get_rol_display().capitalize(), _wie(persoon, toegang.vandaag))
        for persoon in Persoon.objects.voor(toegang).filter(dossier=dossier)
    ]
    casus = Casus.objects.voor(toegang, minstens=Niveau.PROCES).filter(dossier=dossier).first()
    if casus is not None:
        feiten += [
            ("Risicogroep", casus.get_risicogroep_display()),
            ("In de aanpak sinds", tijd.datum(casus.geopend_op)),
        ]
        if casus.afgeschaald_op is None:
            feiten.append(("Herbeoordeling uiterlijk", tijd.datum(casus.herbeoordeling_op)))
        if casus.gesloten_op:
            feiten.append(("Gesloten op", tijd.datum(casus.gesloten_op)))
    return Blok("Het dossier in het kort", feiten=feiten)


def betrokkenenblok(toegang: Toegang, dossier: Dossier) -> Blok:
    """Who worked on it, from when until when, and why."""
    rijen = [
        [
            rij.hoedanigheid.medewerker.naam,
            f"{rij.permission.name}, {rij.hoedanigheid.organisatie.naam}",
            f"{tijd.datum(rij.van)} – {tijd.datum(rij.tot) or 'nu'}",
            rij.reden,
        ]
        for rij in betrokkenheden(toegang, dossier.pk)
    ]
    if not rijen:
        return Blok("Wie eraan werken", zinnen=["Er is niemand bij dit dossier betrokken."])
    koppen = ["Naam", "Rol", "Periode", "Reden"]
    return Blok(
        "Wie eraan werken", tabellen=[Tabel("Betrokken medewerkers", koppen, rijen, getallen=False)]
    )


def tijdlijnblok(toegang: Toegang, dossier: Dossier) -> Blok:
    """Everything that happened, oldest first, as every room tells it to this asker."""
    regels = [r for lijst in panelen("tijdlijn", toegang=toegang, dossier=dossier) for r in lijst]
    regels.sort(key=lambda regel: _moment(regel.moment))
    if not regels:
        return Blok("Tijdlijn", zinnen=["Er is met u nog geen gebeurtenis gedeeld."])
    return Blok("Tijdlijn", teksten=[_regel(regel) for regel in regels])


def _regel(regel: TijdlijnRegel) -> Tekst:
    kop = " · ".join(filter(None, (tijd.datum(regel.moment), regel.soort, regel.kop)))
    return Tekst(kop, regel.tekst, regel.bronregel)


def _moment(waarde: date | datetime) -> datetime:
    if isinstance(waarde, datetime):
        return waarde
    return timezone.make_aware(datetime.combine(waarde, time.min))


def _wie(persoon: Persoon, dag: date) -> str:
    leeftijd = persoon.leeftijd_in_woorden(dag)
    jaren = f", {leeftijd}" if leeftijd else ""
    relatie = f" ({persoon.relatie})" if persoon.relatie else ""
    return f"{persoon.volledige_naam}{jaren}{relatie}"
