"""Leaving the aanpak, and what comes after."""

from datetime import timedelta

from beoordeling.enums import Aanleiding
from casusregie.enums import (
    Besluituitkomst,
    Doeluitkomst,
    Interventiestatus,
    Partneradviesuitkomst,
    Sluituitkomst,
)
from casusregie.models import Casus, Interventie, Partneradvies, Plandoel, Uitstroomvoorwaarde
from casusregie.services.afschaling import (
    afschaling_voorstellen,
    partneradvies_geven,
    uitstroomvoorwaarde_afvinken,
)
from casusregie.services.besluit import besluit_afschaling_nemen
from casusregie.services.besluitnota import besluitnota_aanbieden, besluitnota_wijzigen
from casusregie.services.interventie import interventie_beeindigen
from casusregie.services.plandoel import plandoel_evalueren
from casusregie.services.sluiten import casus_heropenen, casus_sluiten
from convenant.models import Dossier

from .beoordelen import beoordelen
from .casusplan import Casusplan, Einde
from .teksten import tekst
from .toneel import Toneel, Verloop
from .uitvoering import casus_van, taken_bijwerken


def uitstromen(
    toneel: Toneel, plan: Casusplan, dossier: Dossier, partners: tuple[str, ...]
) -> Verloop:
    """Fresh assessment, conditions, proposal, advices, besluit, aftercare, closing, reopening."""
    yield from beoordelen(toneel, plan, dossier, Aanleiding.AFSCHALING, 2)
    yield toneel.na(2)
    _voorwaarden_afvinken(toneel, plan, dossier)
    yield toneel.na(2)
    nota = afschaling_voorstellen(
        toneel.als(plan.regisseur),
        casus_van(toneel, plan, dossier),
        aanleiding="De doelen zijn bereikt of overgedragen aan gewone hulp.",
        doel="Afbouwen naar nazorg, met één vaste contactpersoon.",
        proportionaliteit="De aanpak is niet langer nodig en mag dus ook niet langer duren.",
        subsidiariteit="De gewone hulp is nu genoeg.",
    )
    yield toneel.na(4)
    _adviseren(toneel, nota.pk, partners[:1] if plan.einde == Einde.AFSCHALING else partners)
    if plan.einde == Einde.AFSCHALING:
        return
    yield toneel.na(6)
    nota = besluitnota_wijzigen(
        toneel.als("bas"), nota, afwijkende_adviezen="De partners adviseren allemaal af te schalen."
    )
    besluitnota_aanbieden(toneel.als("bas"), nota)
    yield toneel.na(5)
    nota.refresh_from_db()
    besluit_afschaling_nemen(
        toneel.als("femke"),
        nota,
        uitkomst=Besluituitkomst.AFSCHALEN,
        motivering="Conform voorstel.",
    )
    if plan.einde != Einde.NAZORG:
        yield from _sluiten(toneel, plan, dossier)


def _voorwaarden_afvinken(toneel: Toneel, plan: Casusplan, dossier: Dossier) -> None:
    regisseur = toneel.als(plan.regisseur)
    for voorwaarde in Uitstroomvoorwaarde.objects.voor(regisseur).filter(dossier=dossier):
        uitstroomvoorwaarde_afvinken(
            toneel.als(plan.regisseur),
            voorwaarde,
            gehaald_op=toneel.moment.date(),
            gehaald_toelichting="Bevestigd door de partner die erover gaat.",
        )


def _adviseren(toneel: Toneel, nota_id: object, partners: tuple[str, ...]) -> None:
    for partner in partners:
        toegang = toneel.als(partner)
        advies = Partneradvies.objects.voor(toegang).get(
            nota_id=nota_id, organisatie_id=toegang.organisatie_id
        )
        partneradvies_geven(
            toegang,
            advies,
            uitkomst=Partneradviesuitkomst.AFSCHALEN,
            reden="De afspraken worden nagekomen; wij blijven nog een half jaar bereikbaar.",
        )


def _sluiten(toneel: Toneel, plan: Casusplan, dossier: Dossier) -> Verloop:
    yield toneel.na(60)
    regisseur = toneel.als(plan.regisseur)
    for doel in Plandoel.objects.voor(regisseur).filter(dossier=dossier, uitkomst=""):
        plandoel_evalueren(
            regisseur,
            doel,
            uitkomst=Doeluitkomst.BEREIKT if doel.leefdomein != "wonen" else Doeluitkomst.DEELS,
            uitkomst_toelichting="Gezien over drie maanden.",
        )
    lopend = Interventie.objects.voor(regisseur).filter(
        dossier=dossier, status=Interventiestatus.INGEZET
    )
    for interventie in lopend:
        interventie_beeindigen(
            regisseur,
            interventie,
            uitkomst=Interventiestatus.AFGEROND,
            eindtoelichting="Volgens plan afgerond.",
        )
    taken_bijwerken(toneel, plan, dossier, alles=True)
    yield toneel.na(3)
    casus_sluiten(
        toneel.als("paula"),
        casus_van(toneel, plan, dossier),
        uitkomst=Sluituitkomst.DOELEN_BEREIKT,
        sluittoelichting="De voorwaarden zijn gehaald en er was een half jaar geen incident.",
        nazorg="Jongerenwerk houdt contact, eens per maand.",
        nazorg_tot=(toneel.moment + timedelta(days=90)).date(),
        bewaren_tot=(toneel.moment + timedelta(days=5 * 365)).date(),
    )
    if plan.einde == Einde.HEROPEND:
        yield toneel.na(90)
        yield from _heropenen(toneel, plan, dossier)


def _heropenen(toneel: Toneel, plan: Casusplan, dossier: Dossier) -> Verloop:
    paula = toneel.als("paula")
    casus_heropenen(
        paula,
        Casus.objects.voor(paula).select_related("dossier").get(dossier=dossier),
        reden=tekst("incident", plan.nummer)["tekst"],
        regisseur=toneel.spelers[plan.regisseur],
        waarnemer=toneel.spelers[plan.waarnemer],
        herbeoordeling_op=toneel.na(150).date(),
    )
    yield toneel.na(2)
