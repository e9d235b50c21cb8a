from convenant.enums import Fase, Rol, Taaksoort
from convenant.handeling import Geweigerd, regel
from convenant.models import Dossier, Taak
from convenant.toegang import Toegang

ZONDER_WERK = (Rol.LID_COMMISSIE, Rol.FUNCTIONEEL_BEHEERDER, Rol.ACCOUNTBEHEERDER)
"""Who has no work in dossiers; a task that comes to them goes by itself with its step."""
TAAKROLLEN = tuple(r for r in Rol if r not in ZONDER_WERK)
EIGEN_STAP = {
    Taaksoort.TERUGKOPPELING: "terugkoppelen aan de melder",
    Taaksoort.TWEEDE_PERSOON: "bevestigen, vaststellen of terugsturen",
    Taaksoort.WEGING: "weging starten, invullen of vaststellen",
    Taaksoort.NOTA: "besluitnota aanbieden",
    Taaksoort.BESLUIT: "besluit nemen",
    Taaksoort.INFORMEREN: "betrokkene informeren",
    Taaksoort.HERBEOORDELING: "herbeoordeling vastleggen",
    Taaksoort.VASTSTELLEN: "beoordeling vaststellen",
    Taaksoort.ADVIES: "advies geven",
    Taaksoort.TERUGHALEN: "terughalen bevestigen",
    Taaksoort.BEVRAGING: "vraag beantwoorden",
    Taaksoort.NOODTOEGANG: "noodtoegang beoordelen",
    Taaksoort.TOEGANGSAANVRAAG: "verzoek om toegang toekennen of weigeren",
    Taaksoort.HERCERTIFICERING: "rol bevestigen of beëindigen",
    Taaksoort.VEROUDERD: "nagaan of de informatie nog klopt, of haar intrekken",
    Taaksoort.VERNIETIGEN: "informatie laten wissen, of nagaan of zij langer nodig is",
    Taaksoort.WISSEN: "informatie wissen of niet wissen",
    Taaksoort.EMBARGO: "embargo herzien of informatie vrijgeven",
}
"""The step that finishes a task of this kind by itself; other kinds are finished by hand."""


@regel(Rol.PROCESREGISSEUR, Rol.CASUSREGISSEUR)
def taak_toevoegen(toegang: Toegang, dossier: Dossier) -> None:
    """Only who leads the dossier hands out work in it, and not after its end."""
    if toegang.rol == Rol.CASUSREGISSEUR and dossier.pk not in toegang.regie:
        raise Geweigerd("Alleen de regisseur of waarnemer van dit dossier kan taken uitdelen.")
    if dossier.fase in (Fase.GESLOTEN, Fase.AFGEDAAN):
        raise Geweigerd("Dit dossier is gesloten; er komen geen taken meer bij.")


@regel(*TAAKROLLEN)
def taak_afronden(toegang: Toegang, taak: Taak) -> None:
    """Whoever has the task finishes it, or the regisseur; not when a step of the work does that."""
    if taak.gereed_op is not None:
        raise Geweigerd("Deze taak is al afgerond.")
    if not taak.is_van(toegang) and taak.dossier_id not in toegang.regie:
        raise Geweigerd("Alleen wie de taak heeft, of de regisseur, kan haar afronden.")
    stap = EIGEN_STAP.get(Taaksoort(taak.soort))
    if stap is not None:
        raise Geweigerd(f"Deze taak gaat vanzelf dicht met de stap ‘{stap}’.")
