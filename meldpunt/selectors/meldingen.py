"""Reports as people look for them: the list, those of a dossier, and one's own."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from convenant.enums import Niveau, Rol, Taaksoort
from convenant.models import Dossier, Taak
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang
from meldpunt.enums import Meldingstand, Meldingstatus
from meldpunt.models import Duiding, Melder, Melding

TEKSTEN = ("situatieschets", "feiten", "interpretatie", "over_wie")
PERIODEN = {"week": 7, "maand": 31, "kwartaal": 92, "jaar": 366}
"""How many days back each period of the filter reaches."""
OPEN = Q(status__in=[s for s in Meldingstatus if s != Meldingstatus.AFGEHANDELD])


def meldingen(toegang: Toegang, **filters: Any) -> QuerySet[Melding]:
    """The reports that this asker may read, without their long texts.

    ``filters``: status (also ``open``), urgentie, meldersoort, stroom, periode, terugkoppeling.
    """
    lijst = Melding.objects.voor(toegang).defer(*TEKSTEN).select_related("bron", "dossier")
    for naam, waarde in filters.items():
        lijst = lijst.filter(_filter(toegang, naam, waarde))
    return lijst


def meldingen_van_dossier(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Melding]:
    """The reports about this dossier, newest first."""
    return (
        Melding.objects.voor(toegang)
        .filter(dossier_id=dossier_id)
        .select_related("bron", "ingevoerd_door__medewerker")
        .order_by("-gemeld_op", "-pk")
    )


@Lijst[Melding]
def meldingen_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Melding]:
    """The same, for the page of the dossier."""
    return meldingen_van_dossier(toegang, dossier.pk)


@Lijst[datetime]
def eerste_melding_op(toegang: Toegang, dossier: Dossier) -> QuerySet[Any]:
    """When the first report of this dossier came in, if that may be known."""
    return (
        Melding.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(dossier_id=dossier.pk)
        .order_by("gemeld_op")
        .values_list("gemeld_op", flat=True)[:1]
    )


@Lijst[Duiding]
def duidingen_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Duiding]:
    """What was made of the reports about this dossier, newest first."""
    return duidingen_van(toegang, melding__dossier_id=dossier.pk)


def duidingen_van(toegang: Toegang, **waar: Any) -> QuerySet[Duiding]:
    """The duidingen of a report (``melding=``) or a dossier (``melding__dossier_id=``)."""
    return (
        Duiding.objects.voor(toegang)
        .filter(**waar)
        .select_related(
            "melding", "gedaan_door__medewerker", "gedaan_door", "tweede_persoon__medewerker"
        )
        .order_by("-gedaan_op", "-pk")
    )


def melder_van(toegang: Toegang, melding: Melding) -> Melder | None:
    """Who made the report, for whoever may know that."""
    return Melder.objects.voor(toegang).filter(melding=melding).first()


def stand(melding: Melding) -> Meldingstand:
    """All that the accounthouder who sent it learns: the same whether the person is known or not."""
    if melding.terugkoppeling_op is not None:
        return Meldingstand.TERUGKOPPELING_GEGEVEN
    if melding.status == Meldingstatus.NIEUW:
        return Meldingstand.ONTVANGEN
    return Meldingstand.IN_BEHANDELING


def eigen_meldingen(toegang: Toegang) -> QuerySet[Melding]:
    """What this accounthouder sent, with only the fields that tell him its ``stand``."""
    return (
        Melding.objects.voor(toegang)
        .filter(ingevoerd_door_id=toegang.hoedanigheid_id)
        .only("nummer", "gemeld_op", "status", "terugkoppeling_op")
    )


def _filter(toegang: Toegang, naam: str, waarde: str) -> Q | Exists:
    if naam == "periode":
        vanaf = toegang.moment - timedelta(days=PERIODEN[waarde])
        return Q(gemeld_op__gte=vanaf)
    if naam == "terugkoppeling":
        return _met_terugkoppeltaak(toegang, te_laat=waarde == "te_laat")
    if naam == "status" and waarde == "open":
        return OPEN
    return Q(**{naam: waarde})


def terugkoppeltaken(toegang: Toegang, *, te_laat: bool) -> QuerySet[Taak]:
    """Open tasks to call a melder back; only the MAP has them."""
    taken = Taak.objects.voor(toegang).filter(
        soort=Taaksoort.TERUGKOPPELING, gereed_op__isnull=True, voor_rol=Rol.MAP_MEDEWERKER
    )
    return taken.filter(uiterlijk__lt=toegang.vandaag) if te_laat else taken


def _met_terugkoppeltaak(toegang: Toegang, *, te_laat: bool) -> Exists:
    return Exists(terugkoppeltaken(toegang, te_laat=te_laat).filter(object_id=OuterRef("pk")))
