from convenant.enums import IN_AANPAK, Categorie, Fase, Niveau, Relatie, Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Betrokkenheid, Dossier
from convenant.toegang import Toegang, niveau_van


@regel(Rol.PROCESREGISSEUR, Rol.CASUSREGISSEUR)
def betrokkenheid_verlenen(toegang: Toegang, dossier: Dossier) -> None:
    """The procesregisseur, or the regisseur in his own case, involves people while it runs."""
    _mag_regelen(toegang, dossier.pk)
    if dossier.fase in (Fase.GESLOTEN, Fase.AFGEDAAN):
        raise Geweigerd("Dit dossier is gesloten; niemand kan er nog bij betrokken worden.")


@regel(Rol.PROCESREGISSEUR, Rol.CASUSREGISSEUR)
def betrokkenheid_beeindigen(toegang: Toegang, betrokkenheid: Betrokkenheid) -> None:
    """An involvement is ended once, by whoever may grant it; not one's own, or that of whom one
    stands in for.

    A running case is never without a regisseur: he is replaced, not ended.
    """
    _mag_regelen(toegang, betrokkenheid.content_object_id)
    if not betrokkenheid.loopt_op(toegang.vandaag):
        raise Geweigerd("Deze betrokkenheid is al beëindigd.")
    if betrokkenheid.hoedanigheid_id == toegang.hoedanigheid_id:
        raise Geweigerd("U kunt uw eigen betrokkenheid niet beëindigen; vraag de procesregisseur.")
    if betrokkenheid.hoedanigheid_id in toegang.vervangt:
        raise Geweigerd("U vervangt deze collega. Vraag de procesregisseur om dit te beëindigen.")
    leidt = betrokkenheid.permission.codename == Relatie.REGISSEUR
    if leidt and betrokkenheid.content_object.fase in IN_AANPAK:
        raise Geweigerd(
            "Een lopende casus heeft altijd een regisseur. Kies ‘Regisseur wijzigen’; "
            "dan eindigt deze betrokkenheid vanzelf."
        )


def kent_betrokkenen(toegang: Toegang, dossier: Dossier) -> bool:
    """Whether this asker may know who helps: the name of a partner tells what help there is."""
    niveau = niveau_van(
        toegang,
        categorie=Categorie.PROCES,
        fase=Fase(dossier.fase),
        dossier_id=dossier.pk,
        vastgelegd_op=dossier.geopend_op,
    )
    return niveau == Niveau.INHOUD


def _mag_regelen(toegang: Toegang, dossier_id: object) -> None:
    if toegang.rol == Rol.CASUSREGISSEUR and dossier_id not in toegang.regie:
        raise Geweigerd("Alleen de regisseur of waarnemer van dit dossier kan dit.")
