"""Asking for reports, following their making, and fetching them."""

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from beoordeling.selectors.bronwijzigingen import Bronwijziging, bronwijzigingen
from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Feit, Kolom, Kruimel, Toon, Voortgang
from casusregie.ui.htmx import is_deelverzoek
from casusregie.ui.paging import bladeren
from convenant.enums import Rol
from convenant.guard import HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.logboek import inzage_loggen
from convenant.toegang import Mogelijkheid, Toegang
from monitoring.enums import Rapportsoort, Rapportstatus
from monitoring.forms.rapport import RapportAanvragenFormulier, Rapportfilter
from monitoring.models import Rapport
from monitoring.selectors.rapporten import rapporten
from monitoring.selectors.vervallen import vervallen
from monitoring.services.rapport import rapport_aanvragen

TOON: dict[str, Toon] = {
    Rapportstatus.KLAAR: "goed",
    Rapportstatus.BEZIG: "straks",
    Rapportstatus.WACHT: "straks",
    Rapportstatus.MISLUKT: "laat",
    Rapportstatus.VERVALLEN: "neutraal",
}


class Rapporten(Pagina):
    """One's own reports, newest first."""

    deur = inzage("rapporten", Rol.LEIDINGGEVENDE, titel="Rapporten")
    template_name = "monitoring/rapporten.html"

    def gegevens(self) -> dict[str, Any]:
        """A page of the list, with its filter."""
        filter_ = Rapportfilter(self.request.GET)
        lijst = rapporten(self.toegang).filter(**filter_.gekozen())
        pagina = bladeren(lijst, self.request.GET.get("vanaf"), op="-gevraagd_op")
        self.getoonde_dossiers = [r.dossier_id for r in pagina if r.dossier_id]
        weg = vervallen(self.toegang, pagina)
        return {
            "filter": filter_,
            "bladzijde": pagina,
            "kolommen": [Kolom("Rapport"), Kolom("Waarvoor"), Kolom("Gevraagd"), Kolom("Stand")],
            "rijen": [_rij(rapport, weg) for rapport in pagina],
        }


class RapportAanvragen(HandelingPagina):
    """Choose a report and say what it is for."""

    deur = verricht(rapport_aanvragen)
    handeling = staticmethod(rapport_aanvragen)
    formulier = RapportAanvragenFormulier
    titel = "Rapport vragen"
    uitleg = "Het rapport wordt op de achtergrond gemaakt, met uw eigen rechten."
    knop = "Rapport vragen"
    gelukt = "Het rapport is gevraagd."

    def formulier_argumenten(self) -> dict[str, Any]:
        """The dossier is looked up with the rights of who asks."""
        return {"toegang": self.toegang}

    def beginwaarden(self) -> Mapping[str, Any]:
        """The last twelve months; or the dossier from which someone came."""
        vandaag = self.toegang.vandaag
        eerste = vandaag.replace(year=vandaag.year - 1, day=1)
        vraag = self.request.GET
        soort = Rapportsoort.DOSSIER if vraag.get("soort") == "dossier" else Rapportsoort.TOEZICHT
        return {
            "soort": soort,
            "periode_van": eerste,
            "periode_tot": vandaag,
            "nummer": vraag.get("nummer", "")[:12],
        }

    def kruimelpad(self) -> list[Kruimel]:
        """Back to the list."""
        return [Kruimel("Rapporten", self.terug_url()), Kruimel(self.titel)]

    def succes_url(self, resultaat: Rapport) -> str:
        """The page that shows how far it is."""
        return reverse("monitoring:rapport_inzien", args=[resultaat.pk])

    def na_dubbel(self, object_id: UUID | None) -> str:
        """The report of the first click."""
        return reverse("monitoring:rapport_inzien", args=[object_id])

    def terug_url(self) -> str:
        """The list."""
        return reverse("monitoring:rapporten")


class _EenRapport(Pagina):
    """A page about one of one's own reports."""

    @cached_property
    def rapport(self) -> Rapport:
        """The report of the URL; 404 for anyone but who asked, and when its dossier closed to him."""
        return een_of_404(rapporten(self.toegang), pk=self.kwargs["rapport_id"])

    @cached_property
    def is_vervallen(self) -> bool:
        """Whether it holds what he may not read any more; which of it, nobody is told."""
        return self.rapport.pk in vervallen(self.toegang, [self.rapport])


class RapportInzien(_EenRapport):
    """How far the making is, by itself with htmx and by a link without."""

    deur = inzage("rapport_inzien", Rol.LEIDINGGEVENDE, titel="Rapport")
    template_name = "monitoring/rapport_inzien.html"
    deel = "voortgang"

    def gegevens(self) -> dict[str, Any]:
        """The request and its progress; a poll is not another reading."""
        rapport = self.rapport
        if not is_deelverzoek(self.request):
            self.gelezen = rapport
        return {
            "rapport": rapport,
            "titel": rapporttitel(rapport),
            "kruimelpad": [
                Kruimel("Rapporten", reverse("monitoring:rapporten")),
                Kruimel(rapporttitel(rapport)),
            ],
            "bronwijzigingen": self._bronwijzigingen(),
            "voortgang": _voortgang(rapport),
            "vervallen": self.is_vervallen,
            "opnieuw": opnieuw_vragen(self.toegang, rapport),
            "loopt": rapport.status in (Rapportstatus.WACHT, Rapportstatus.BEZIG),
            "feiten": _feiten(rapport),
        }

    def _bronwijzigingen(self) -> list[Bronwijziging]:
        """What changed under the report of a dossier since it was made."""
        rapport = self.rapport
        if self.is_vervallen or rapport.dossier_id is None or rapport.klaar_op is None:
            return []
        return bronwijzigingen(
            self.toegang, rapport.dossier_id, begonnen=rapport.gevraagd_op, klaar=rapport.klaar_op
        )


class RapportDownloaden(_EenRapport):
    """The PDF itself; rights are checked again and the reading is logged."""

    deur = inzage("rapport_downloaden", Rol.LEIDINGGEVENDE, titel="Rapport (download)")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        """Send the file under a neutral name."""
        rapport = self.rapport
        if rapport.status != Rapportstatus.KLAAR or self.is_vervallen:
            raise Http404
        inzage_loggen(
            self.toegang, self.request.deur.doel, dossier_id=rapport.dossier_id, onderwerp=rapport
        )
        return FileResponse(
            rapport.bestand.open("rb"),
            as_attachment=True,
            filename=_bestandsnaam(rapport),
            content_type="application/pdf",
        )


def rapporttitel(rapport: Rapport) -> str:
    """What a report is called on screen: kind, and the neutral number or the period."""
    if rapport.dossier is not None:
        return f"Dossierrapport {rapport.dossier.nummer}"
    van, tot = tijd.dag_maand_jaar(rapport.periode_van), tijd.dag_maand_jaar(rapport.periode_tot)
    return f"Toezichtrapport {van} – {tot}"


def _bestandsnaam(rapport: Rapport) -> str:
    if rapport.dossier is not None:
        return f"dossierrapport-{rapport.dossier.nummer}.pdf"
    return f"toezichtrapport-{rapport.periode_van}-tot-{rapport.periode_tot}.pdf"


def _voortgang(rapport: Rapport) -> Voortgang:
    klaar = rapport.status == Rapportstatus.KLAAR
    mislukt = rapport.status == Rapportstatus.MISLUKT
    bladen = f", {rapport.bladzijden} bladzijden" if rapport.bladzijden else ""
    return Voortgang(
        label="Het rapport is klaar" if klaar else rapport.stap or "Wacht op een vrije maker",
        gedaan=rapport.voortgang,
        totaal=100,
        url=reverse("monitoring:rapport_inzien", args=[rapport.pk]),
        klaar=klaar,
        resultaat=f"Download het rapport (pdf{bladen})",
        resultaat_url=reverse("monitoring:rapport_downloaden", args=[rapport.pk]) if klaar else "",
        fout=rapport.stap if mislukt else "",
    )


def _feiten(rapport: Rapport) -> list[Feit]:
    feiten = [
        Feit("Waarvoor", rapport.doel),
        Feit("Gevraagd", tijd.moment(rapport.gevraagd_op)),
    ]
    if rapport.klaar_op:
        feiten.append(Feit("Klaar", tijd.moment(rapport.klaar_op)))
    return feiten


def opnieuw_vragen(toegang: Toegang, rapport: Rapport) -> Mogelijkheid | None:
    """The same report once more, of what he may read now."""
    if rapport.dossier is None:
        return None
    url = reverse("monitoring:rapport_aanvragen")
    return mogelijkheid(
        toegang,
        rapport_aanvragen,
        None,
        label="Rapport opnieuw vragen",
        url=f"{url}?soort=dossier&nummer={rapport.dossier.nummer}",
        primair=True,
    )


def _rij(rapport: Rapport, weg: Collection[UUID]) -> list[Cel]:
    status = Rapportstatus.VERVALLEN if rapport.pk in weg else Rapportstatus(rapport.status)
    return [
        Cel(rapporttitel(rapport), url=reverse("monitoring:rapport_inzien", args=[rapport.pk])),
        Cel(rapport.doel),
        Cel(tijd.moment(rapport.gevraagd_op)),
        Cel(chip=Chip(status.label, TOON[status])),
    ]
