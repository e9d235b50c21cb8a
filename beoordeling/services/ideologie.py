"""The part about ideology of an assessment in the making, when it may no longer be asked."""

from datetime import timedelta

from beoordeling.enums import DEEL_IDEOLOGIE, Beoordelingstatus
from beoordeling.models import Antwoord, Beoordeling, Deeloordeel
from convenant.enums import Taaksoort
from convenant.handeling import bouwsteen
from convenant.models import Dossier
from convenant.services.taken import taak_zetten
from convenant.toegang import Toegang

WAAROM = "de handeling haalt het hele deel weg"
NALEZEN = timedelta(days=7)


@bouwsteen
def ideologie_laten_vervallen(toegang: Toegang, dossier: Dossier) -> Beoordeling | None:
    """Drop the part from the assessment in the making: relatives are nobody's suspects.

    The kept versions hold the words (domein.md §2). Whoever wrote it hears of it by a task, unless
    he does this himself. Answers with the assessment that lost its part, if there is one.
    """
    beoordeling = (
        Beoordeling.objects.buiten_toegang(WAAROM)
        .filter(dossier=dossier)
        .exclude(status=Beoordelingstatus.VASTGESTELD)
        .first()
    )
    if beoordeling is None or beoordeling.zonder_ideologie:
        return None
    Antwoord.objects.buiten_toegang(WAAROM).filter(
        beoordeling=beoordeling, indicator__deel__code=DEEL_IDEOLOGIE
    ).delete()
    Deeloordeel.objects.buiten_toegang(WAAROM).filter(
        beoordeling=beoordeling, deel__code=DEEL_IDEOLOGIE
    ).delete()
    beoordeling.zonder_ideologie = True
    beoordeling.stromen, beoordeling.stroomreden = [], ""
    beoordeling.versie += 1
    beoordeling.save()
    _vertellen(toegang, dossier, beoordeling)
    return beoordeling


def _vertellen(toegang: Toegang, dossier: Dossier, beoordeling: Beoordeling) -> None:
    if beoordeling.opgesteld_door_id == toegang.hoedanigheid_id:
        return
    taak_zetten(
        toegang,
        soort=Taaksoort.ACTIE,
        titel="Beoordeling nalezen: het deel over ideologie is vervallen",
        toelichting="De casus staat nu in risicogroep 5 (familie). Dan vraagt de beoordeling "
        "niet naar ideologie. Wat u schreef, blijft bewaard in de geschiedenis.",
        uiterlijk=toegang.vandaag + NALEZEN,
        dossier=dossier,
        voor=beoordeling.opgesteld_door,
        over=beoordeling,
    )
