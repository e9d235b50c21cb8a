"""Requests for access, and whom to call about a dossier that one may not read."""

from datetime import timedelta

from django.db.models import Q, QuerySet

from convenant.enums import Niveau, Relatie, Rol
from convenant.models import Dossier, Hoedanigheid, Organisatie, Toegangsaanvraag
from convenant.selectors.betrokkenen import betrokken_nu_in, hoedanigheden_met_rol
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang

NOG_TE_ZIEN = timedelta(days=30)
"""So long an answer stays on the first page of who asked."""


def toegangsaanvragen(toegang: Toegang) -> QuerySet[Toegangsaanvraag]:
    """One's own, and for who decides or oversees those of others."""
    return Toegangsaanvraag.objects.voor(toegang, minstens=Niveau.PROCES).select_related(
        "hoedanigheid__medewerker", "hoedanigheid__organisatie", "besloten_door__medewerker"
    )


def eigen_aanvragen(toegang: Toegang) -> list[Toegangsaanvraag]:
    """What this asker waits for, and what was answered lately."""
    eigen = toegangsaanvragen(toegang).filter(hoedanigheid_id=toegang.hoedanigheid_id)
    recent = Q(besluit="") | Q(besloten_op__gte=toegang.moment - NOG_TE_ZIEN)
    return list(eigen.filter(recent).order_by("-gevraagd_op", "-pk"))


@Lijst[Hoedanigheid]
def procesregie_nu(toegang: Toegang, dossier: Dossier) -> QuerySet[Hoedanigheid]:
    """Who leads the process, in whatever dossier."""
    return hoedanigheden_met_rol(Rol.PROCESREGISSEUR, toegang=toegang)[:1]


def contactpunt_van(toegang: Toegang, dossier: Dossier) -> Organisatie | None:
    """The organisation to call: of the regisseur, or else of the procesregisseur.

    As far as the asker may know the regisseur: that care leads a dossier is itself medical.
    """
    for betrokken in betrokken_nu_in(toegang, dossier):
        if betrokken.permission.codename == Relatie.REGISSEUR:
            return betrokken.hoedanigheid.organisatie
    return next((h.organisatie for h in procesregie_nu(toegang, dossier)), None)
