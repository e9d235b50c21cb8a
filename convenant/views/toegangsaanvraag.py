"""Asking for access, and deciding on it."""

from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Feit, Kruimel
from convenant.enums import Niveau, Rol
from convenant.forms.toegangsaanvraag import (
    ToegangAanvragenFormulier,
    ToegangsaanvraagToekennenFormulier,
    ToegangsaanvraagWeigerenFormulier,
)
from convenant.guard import HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.models import Dossier, Toegangsaanvraag
from convenant.receivers import aanvraagstand
from convenant.rules.noodtoegang import NEMERS
from convenant.selectors.toegangsaanvragen import toegangsaanvragen
from convenant.services.toegangsaanvraag import (
    toegang_aanvragen,
    toegangsaanvraag_toekennen,
    toegangsaanvraag_weigeren,
)
from convenant.toegang import Mogelijkheid, Toegang


class ToegangAanvragen(HandelingPagina):
    """Ask to read along in a dossier of which one knows only that it is there."""

    deur = verricht(toegang_aanvragen)
    handeling = staticmethod(toegang_aanvragen)
    formulier = ToegangAanvragenFormulier
    titel = "Toegang vragen"
    uitleg = "De procesregisseur of de regisseur van de casus beslist. U leest het antwoord bij Mijn werk."
    knop = "Toegang vragen"
    gelukt = "Uw verzoek is verstuurd."

    def vind_onderwerp(self) -> Dossier:
        return self.dossier()

    def succes_url(self, resultaat: Toegangsaanvraag) -> str:
        return reverse("convenant:toegangsaanvraag_inzien", args=[resultaat.pk])

    def terug_url(self) -> str:
        return reverse("convenant:dossier_inzien", args=[self.kwargs["dossier_id"]])


class ToegangsaanvraagInzien(Pagina):
    """One request: who asks, what for, until when, and what was decided."""

    deur = inzage(
        "toegangsaanvraag_inzien",
        *NEMERS,
        Rol.PROCESREGISSEUR,
        Rol.FG,
        titel="Verzoek om toegang",
    )
    template_name = "convenant/toegangsaanvraag_inzien.html"

    def gegevens(self) -> dict[str, Any]:
        toegang = self.toegang
        aanvraag = aanvraag_of_404(toegang, self.kwargs["aanvraag_id"])
        self.gelezen = aanvraag
        return {
            "titel": self.deur.titel,
            "aanvraag": aanvraag,
            "chips": [aanvraagstand(toegang, aanvraag)],
            "feiten": _feiten(toegang, aanvraag),
            "kruimelpad": [
                Kruimel("Mijn werk", reverse("convenant:mijn_werk")),
                Kruimel(self.deur.titel),
            ],
            "mogelijkheden": _mogelijkheden(toegang, aanvraag),
        }


class _Besluit(HandelingPagina):
    """A decision on one request."""

    def vind_onderwerp(self) -> Toegangsaanvraag:
        return aanvraag_of_404(self.toegang, self.kwargs["aanvraag_id"])

    def terug_url(self) -> str:
        return reverse("convenant:toegangsaanvraag_inzien", args=[self.kwargs["aanvraag_id"]])


class ToegangsaanvraagToekennen(_Besluit):
    """Let the asker in, as meelezer, until the day he asked for."""

    deur = verricht(toegangsaanvraag_toekennen)
    handeling = staticmethod(toegangsaanvraag_toekennen)
    formulier = ToegangsaanvraagToekennenFormulier
    titel = "Toegang toekennen"
    uitleg = "Wie het vroeg, leest vanaf nu mee wat bij zijn rol hoort. Dat eindigt vanzelf."
    knop = "Toekennen"
    gelukt = "De toegang is toegekend."


class ToegangsaanvraagWeigeren(_Besluit):
    """Refuse it, with a reason."""

    deur = verricht(toegangsaanvraag_weigeren)
    handeling = staticmethod(toegangsaanvraag_weigeren)
    formulier = ToegangsaanvraagWeigerenFormulier
    titel = "Toegang weigeren"
    knop = "Weigeren"
    gelukt = "Het verzoek is geweigerd."


def aanvraag_of_404(toegang: Toegang, aanvraag_id: Any) -> Toegangsaanvraag:
    """One's own, or one that this asker decides on or oversees."""
    return een_of_404(toegangsaanvragen(toegang), pk=aanvraag_id)


def _feiten(toegang: Toegang, a: Toegangsaanvraag) -> list[Feit]:
    wie = a.hoedanigheid
    lijst = [
        Feit("Gevraagd door", wie.medewerker.naam, toelichting=wie.get_rol_display()),
        Feit("Organisatie", wie.organisatie.naam),
        Feit("Gevraagd", tijd.moment(a.gevraagd_op)),
        Feit("Tot en met", tijd.datum(a.tot)),
    ]
    bekend = Dossier.objects.voor(toegang, minstens=Niveau.PROCES)
    dossier = bekend.filter(pk=a.dossier_id).first()
    if dossier is not None:
        url = reverse("convenant:dossier_inzien", args=[dossier.pk])
        lijst.insert(0, Feit("Dossier", dossier.nummer, url=url))
    if a.besloten_door is not None:
        naam = a.besloten_door.medewerker.naam
        lijst.append(Feit("Besloten", tijd.moment(a.besloten_op), toelichting=naam))
    return lijst


def _mogelijkheden(toegang: Toegang, a: Toegangsaanvraag) -> list[Mogelijkheid]:
    if a.besluit or a.hoedanigheid_id == toegang.hoedanigheid_id:
        return []
    toekennen = mogelijkheid(
        toegang,
        toegangsaanvraag_toekennen,
        a,
        label="Toekennen",
        url=reverse("convenant:toegangsaanvraag_toekennen", args=[a.pk]),
        primair=True,
    )
    weigeren = mogelijkheid(
        toegang,
        toegangsaanvraag_weigeren,
        a,
        label="Weigeren",
        url=reverse("convenant:toegangsaanvraag_weigeren", args=[a.pk]),
    )
    return [m for m in (toekennen, weigeren) if m.zichtbaar]
