"""The tab Monitoring of a dossier."""

from typing import Any

from django.http import Http404
from django.urls import reverse

from casusregie.models import Casus
from casusregie.ui import grafiek, tijd
from casusregie.ui.blokken import Cel, Feit, Kolom
from convenant.enums import Niveau
from convenant.guard import DossierPagina, inzage
from convenant.handeling import mogelijkheid
from convenant.toegang import Mogelijkheid
from monitoring.rules.lezen import MONITORINGROLLEN
from monitoring.selectors import metingen as selectors
from monitoring.selectors.incidenten import bekende_incidenten
from monitoring.services.incidenten import incident_vastleggen
from monitoring.services.metingen import meting_vastleggen, voortgang_vastleggen


class MonitoringInzien(DossierPagina):
    """Change over time as a picture, incidents, progress of interventions, reviews."""

    deur = inzage("monitoring_inzien", *MONITORINGROLLEN, titel="Dossier: monitoring")
    template_name = "monitoring/monitoring_inzien.html"
    tab = "monitoring"

    def gegevens(self) -> dict[str, Any]:
        """Everything looking back has of this dossier for this asker."""
        dossier = self.dossierstuk
        if not selectors.mag_monitoring_zien(self.toegang, dossier):
            raise Http404
        beelden = selectors.metingen(self.toegang, dossier)
        reeksen = selectors.reeksen(beelden)
        return {
            "verloop": grafiek.verloop(reeksen, kolommen=2) if reeksen else None,
            "niet_gedeeld": ", ".join(selectors.niet_gedeeld(beelden)),
            "kolommen": [Kolom("Datum"), Kolom("Door"), Kolom("Samen met de betrokkene")],
            "metingrijen": [self._metingrij(beeld) for beeld in reversed(beelden)],
            "incidenten": bekende_incidenten(self.toegang, dossier),
            "interventies": [
                (beeld, self._knop(beeld))
                for beeld in selectors.interventies(self.toegang, dossier)
            ],
            "herbeoordelingen": selectors.herbeoordelingen(self.toegang, dossier.pk),
            "feiten": self._feiten(),
            "mogelijkheden": [m for m in self._mogelijkheden() if m.zichtbaar],
        }

    def _metingrij(self, beeld: selectors.Metingbeeld) -> list[Cel]:
        meting = beeld.meting
        url = reverse("monitoring:meting_inzien", args=[meting.dossier_id, meting.pk])
        return [
            Cel(tijd.datum(meting.gemeten_op), url=url),
            Cel(meting.gedaan_door.medewerker.naam),
            Cel("ja" if meting.met_betrokkene else "nee"),
        ]

    def _knop(self, beeld: selectors.Interventiebeeld) -> Mogelijkheid | None:
        if not beeld.loopt:
            return None
        return mogelijkheid(
            self.toegang,
            voortgang_vastleggen,
            beeld.interventie,
            label="Voortgang vastleggen",
            url=reverse("monitoring:voortgang_vastleggen", args=[beeld.interventie.pk]),
        )

    def _feiten(self) -> list[Feit]:
        casus = (
            Casus.objects.voor(self.toegang, minstens=Niveau.PROCES)
            .filter(dossier=self.dossierstuk)
            .first()
        )
        if casus is None:
            return []
        return [
            Feit("In de aanpak sinds", tijd.datum(casus.geopend_op)),
            *herbeoordelingsfeit(casus),
        ]

    def _mogelijkheden(self) -> list[Mogelijkheid]:
        dossier = self.dossierstuk
        return [
            mogelijkheid(
                self.toegang,
                deed,
                dossier,
                label=label,
                url=reverse(f"monitoring:{deed.__name__}", args=[dossier.pk]),
                icoon=icoon,
            )
            for deed, label, icoon in (
                (meting_vastleggen, "Meting doen", "chart-line"),
                (incident_vastleggen, "Incident vastleggen", "triangle-alert"),
            )
        ]


def herbeoordelingsfeit(casus: Casus) -> list[Feit]:
    """When the aanpak is reviewed; in nazorg nobody does."""
    if casus.afgeschaald_op is not None:
        return []
    return [Feit("Herbeoordeling uiterlijk", tijd.datum(casus.herbeoordeling_op))]
