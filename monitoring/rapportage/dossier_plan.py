"""The plan van aanpak of a dossier, and how it goes."""

from casusregie.enums import Planstatus
from casusregie.models import Plan, Plandoel
from casusregie.ui import grafiek, tijd
from convenant.models import Dossier
from convenant.toegang import Toegang
from monitoring.rapportage.blad import Blok, Tabel, Tekst
from monitoring.selectors import metingen as selectors


def planblok(toegang: Toegang, dossier: Dossier) -> Blok:
    """The plan that holds now: goals, interventions and their progress."""
    plan = Plan.objects.voor(toegang).filter(dossier=dossier, status=Planstatus.VASTGESTELD).first()
    if plan is None:
        return Blok("Plan van aanpak", zinnen=["Er is nog geen plan vastgesteld."])
    doelen = [
        [
            doel.get_leefdomein_display(),
            f"{doel.omschrijving}. Te zien aan: {doel.meetbaar}",
            tijd.datum(doel.uiterlijk),
            doel.get_uitkomst_display() if doel.uitkomst else "loopt",
        ]
        for doel in Plandoel.objects.voor(toegang).filter(plan=plan)
    ]
    koppen = ["Leefdomein", "Doel", "Uiterlijk", "Stand"]
    return Blok(
        "Plan van aanpak",
        feiten=[
            ("Versie", str(plan.nummer)),
            ("Vastgesteld", tijd.datum(plan.vastgesteld_op)),
            ("De betrokkene", plan.get_visie_display()),
        ],
        tabellen=[Tabel("Doelen", koppen, doelen, getallen=False, breed="Doel")] if doelen else [],
        teksten=_interventies(toegang, dossier),
    )


def _interventies(toegang: Toegang, dossier: Dossier) -> list[Tekst]:
    teksten = []
    for beeld in selectors.interventies(toegang, dossier):
        status = beeld.interventie.get_status_display()
        teksten.append(
            Tekst(
                f"{beeld.interventie.instrument.naam}: {status}",
                "",
                f"Sinds {tijd.datum(beeld.interventie.ingezet_op)}",
            )
        )
        teksten += [
            Tekst(
                f"{tijd.datum(rij.verteld_op)}: {rij.get_stand_display()}",
                rij.toelichting,
                rij.verteld_door.organisatie.naam,
            )
            for rij in beeld.voortgang
        ]
    return teksten


def metingblok(toegang: Toegang, dossier: Dossier) -> Blok:
    """Change on the life domains as a picture and as a table of words."""
    beelden = selectors.metingen(toegang, dossier)
    reeksen = selectors.reeksen(beelden)
    if not reeksen:
        return Blok("Leefdomeinen", zinnen=["Er is nog niet gemeten."])
    laatste = beelden[-1]
    gedeeld = [d for d in laatste.domeinen if d.gedeeld]
    toegelicht = any(d.toelichting for d in gedeeld)
    rijen = [
        [
            d.leefdomein.label,
            d.trap.label if d.trap else "onbekend",
            *([d.toelichting] if toegelicht else []),
        ]
        for d in gedeeld
    ]
    return Blok(
        "Leefdomeinen",
        grafieken=[grafiek.verloop(reeksen)],
        tabellen=[
            Tabel(
                f"Laatste meting, {tijd.datum(laatste.meting.gemeten_op)}",
                ["Leefdomein", "Stap", *(["Toelichting"] if toegelicht else [])],
                rijen,
                getallen=False,
                breed="Toelichting",
            )
        ],
        verborgen=[
            f"{naam}: wel gemeten, niet met u gedeeld." for naam in selectors.niet_gedeeld(beelden)
        ],
    )
