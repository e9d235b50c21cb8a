"""The case itself: opened by a besluit, who leads it, its risk group and its review."""

from datetime import date, timedelta

from beoordeling.enums import Beoordelingstatus
from beoordeling.models import Beoordeling
from beoordeling.services.ideologie import ideologie_laten_vervallen
from casusregie.enums import Reviewconclusie, Risicogroep
from casusregie.models import Besluit, Besluitnota, Casus, Herbeoordeling, Informering
from casusregie.rules import casus as rules
from casusregie.rules.betrokken import regisseur_nu
from casusregie.rules.termijnen import maanden_later, termijn
from convenant.enums import Relatie, Taaksoort
from convenant.handeling import Geweigerd, bouwsteen, handeling
from convenant.models import Betrokkenheid, Dossier, Hoedanigheid
from convenant.services.betrokkenheid import betrokkenheden_sluiten, betrokkenheid_zetten
from convenant.services.dossier import dossier_bijwerken
from convenant.services.taken import taak_zetten, taken_overdragen, taken_sluiten
from convenant.toegang import Toegang


@bouwsteen
def casus_openen(toegang: Toegang, besluit: Besluit, nota: Besluitnota) -> Casus:
    """Make the case that the besluit opens: who leads it, and the first work in it.

    A dossier that was closed earlier keeps its one Casus, which starts again.
    """
    casus = _casus_van(besluit, nota, toegang)
    dossier = casus.dossier
    regisseur = _verplichte_regisseur(nota)
    betrekken(toegang, dossier, regisseur, Relatie.REGISSEUR, "Regisseur volgens het besluit")
    if nota.waarnemer is not None:
        betrekken(
            toegang, dossier, nota.waarnemer, Relatie.WAARNEMER, "Waarnemer volgens het besluit"
        )
    if casus.risicogroep == Risicogroep.FAMILIE:
        ideologie_laten_vervallen(toegang, dossier)
    informering = Informering(dossier=dossier, besluit=besluit)
    informering.save(force_insert=True)
    _eerste_taken(toegang, casus, regisseur, informering)
    herbeoordelingstaak_zetten(toegang, casus, regisseur)
    return casus


@bouwsteen
def betrekken(
    toegang: Toegang, dossier: Dossier, wie: Hoedanigheid, relatie: Relatie, reden: str
) -> Betrokkenheid:
    """Involve someone from today on; a period that still runs goes on without end."""
    lopend = (
        Betrokkenheid.objects.buiten_toegang("een lopende betrokkenheid telt niet dubbel")
        .filter(content_object=dossier, hoedanigheid=wie, permission__codename=relatie)
        .filter(Betrokkenheid.lopend_op(toegang.vandaag))
        .select_related("content_object", "permission")
        .first()
    )
    if lopend is None:
        return betrokkenheid_zetten(toegang, dossier, wie=wie, relatie=relatie, reden=reden)
    lopend.tot = None
    lopend.reden = reden
    lopend.save()
    return lopend


@handeling(rules.regisseur_wijzigen)
def regisseur_wijzigen(
    toegang: Toegang,
    casus: Casus,
    *,
    regisseur: Hoedanigheid,
    reden: str,
    waarnemer: Hoedanigheid | None = None,
) -> Casus:
    """Give the case to another regisseur as of today, with the open tasks of the former one."""
    if waarnemer is not None and waarnemer.medewerker_id == regisseur.medewerker_id:
        raise Geweigerd("De waarnemer moet iemand anders zijn dan de regisseur.")
    vorige = regisseur_nu(toegang, casus.dossier_id)
    regie_overdragen(toegang, casus.dossier, regisseur, waarnemer, reden)
    if vorige is not None and vorige.pk != regisseur.pk:
        taken_overdragen(toegang, casus.dossier_id, van=vorige.pk, naar=regisseur.pk)
    dossier_bijwerken(toegang, casus.dossier_id)
    return casus


@bouwsteen
def regie_overdragen(
    toegang: Toegang,
    dossier: Dossier,
    regisseur: Hoedanigheid,
    waarnemer: Hoedanigheid | None,
    reden: str,
) -> None:
    """End the present lead of the dossier and begin the new one."""
    betrokkenheden_sluiten(toegang, dossier, Relatie.REGISSEUR, Relatie.WAARNEMER, reden=reden)
    betrekken(toegang, dossier, regisseur, Relatie.REGISSEUR, reden)
    if waarnemer is not None:
        betrekken(toegang, dossier, waarnemer, Relatie.WAARNEMER, reden)


@handeling(rules.risicogroep_wijzigen)
def risicogroep_wijzigen(toegang: Toegang, casus: Casus, *, risicogroep: int, reden: str) -> Casus:
    """Put the case in another risk group; the reason stays with the version.

    Among relatives nobody is asked about ideology: an assessment in the making loses that part.
    """
    if Risicogroep(risicogroep) == casus.risicogroep:
        raise Geweigerd("De casus is al in deze risicogroep.")
    casus.risicogroep = Risicogroep(risicogroep)
    casus.versie += 1
    casus.save()
    if casus.risicogroep == Risicogroep.FAMILIE:
        ideologie_laten_vervallen(toegang, casus.dossier)
    dossier_bijwerken(toegang, casus.dossier_id)
    return casus


@bouwsteen
def herbeoordelingstaak_zetten(toegang: Toegang, casus: Casus, regisseur: Hoedanigheid) -> None:
    """Give the regisseur the next review, with its day as term, from the day that it is set."""
    taak_zetten(
        toegang,
        soort=Taaksoort.HERBEOORDELING,
        titel="Herbeoordelen of de aanpak nog nodig is",
        uiterlijk=casus.herbeoordeling_op,
        dossier=casus.dossier,
        voor=regisseur,
        over=casus,
    )


@handeling(rules.herbeoordeling_vastleggen)
def herbeoordeling_vastleggen(
    toegang: Toegang, casus: Casus, *, conclusie: str, onderbouwing: str, volgende_op: date
) -> Herbeoordeling:
    """Record the review with its conclusion, and the day of the next one (at most a year on)."""
    uiterst = maanden_later(toegang.vandaag, termijn("herbeoordeling_uiterst_maanden"))
    if not toegang.vandaag < volgende_op <= uiterst:
        maanden = termijn("herbeoordeling_uiterst_maanden")
        raise Geweigerd(f"De volgende herbeoordeling is binnen {maanden} maanden, na vandaag.")
    herbeoordeling = Herbeoordeling(
        dossier=casus.dossier,
        beoordeling=_laatste_beoordeling(casus),
        gedaan_op=toegang.moment,
        gedaan_door_id=toegang.hoedanigheid_id,
        conclusie=Reviewconclusie(conclusie),
        onderbouwing=onderbouwing,
        volgende_op=volgende_op,
    )
    herbeoordeling.save(force_insert=True)
    casus.herbeoordeling_op = volgende_op
    casus.save()
    taken_sluiten(toegang, casus, Taaksoort.HERBEOORDELING, uitkomst="Herbeoordeling vastgelegd")
    regisseur = regisseur_nu(toegang, casus.dossier_id)
    if regisseur is not None and casus.afgeschaald_op is None:
        herbeoordelingstaak_zetten(toegang, casus, regisseur)
    dossier_bijwerken(toegang, casus.dossier_id)
    return herbeoordeling


def _casus_van(besluit: Besluit, nota: Besluitnota, toegang: Toegang) -> Casus:
    casus = (
        Casus.objects.buiten_toegang("een dossier heeft één casus")
        .filter(dossier_id=nota.dossier_id)
        .first()
    )
    if casus is None:
        casus = Casus(dossier=nota.dossier, geopend_op=toegang.moment)
    else:
        casus.gesloten_op = casus.afgeschaald_op = casus.bewaren_tot = casus.nazorg_tot = None
        casus.heropend_op = toegang.moment
        casus.heropenreden = "Nieuw besluit tot opname"
    casus.besluit = besluit
    casus.risicogroep = nota.risicogroep or Risicogroep.RADICALISEREND
    casus.herbeoordeling_op = nota.herbeoordeling_op or maanden_later(
        toegang.vandaag, termijn("herbeoordeling_maanden")
    )
    casus.save()
    return casus


def _verplichte_regisseur(nota: Besluitnota) -> Hoedanigheid:
    if nota.regisseur is None:
        raise Geweigerd("De besluitnota noemt geen regisseur. Vul die eerst in.")
    return nota.regisseur


def _eerste_taken(
    toegang: Toegang, casus: Casus, regisseur: Hoedanigheid, informering: Informering
) -> None:
    eerste = (
        (
            Taaksoort.INFORMEREN,
            "Betrokkene informeren over de aanpak",
            termijn("informeren_dagen"),
            informering,
        ),
        (Taaksoort.VASTSTELLEN, "Beoordeling maken", termijn("beoordeling_dagen"), casus.dossier),
        (Taaksoort.PLAN, "Plan van aanpak maken", termijn("plan_dagen"), casus),
    )
    for soort, titel, dagen, over in eerste:
        taak_zetten(
            toegang,
            soort=soort,
            titel=titel,
            uiterlijk=toegang.vandaag + timedelta(days=dagen),
            dossier=casus.dossier,
            voor=regisseur,
            over=over,
        )


def _laatste_beoordeling(casus: Casus) -> Beoordeling | None:
    return (
        Beoordeling.objects.buiten_toegang("de herbeoordeling noemt waar zij op rust")
        .filter(dossier_id=casus.dossier_id, status=Beoordelingstatus.VASTGESTELD)
        .order_by("-vastgesteld_op")
        .first()
    )
