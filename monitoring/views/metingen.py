"""The pages on which people record how it goes."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.db.models import Prefetch
from django.urls import reverse

from casusregie.enums import Leefdomein
from casusregie.models import Interventie
from casusregie.ui import tijd
from casusregie.ui.blokken import Feit
from casusregie.ui.formulieren import Formulier
from convenant.enums import Niveau
from convenant.guard import DossierPagina, HandelingPagina, een_of_404, inzage, verricht
from convenant.models import Dossier
from monitoring.forms.metingen import (
    MetingVastleggenFormulier,
    VoortgangVastleggenFormulier,
)
from monitoring.models import Domeinmeting, Meting
from monitoring.rules.lezen import MONITORINGROLLEN
from monitoring.selectors.metingen import beeld_van, metingen, trapteksten
from monitoring.services.metingen import (
    meting_vastleggen,
    voortgang_vastleggen,
)


class MetingVastleggen(HandelingPagina):
    """Twelve life domains on one page, with the previous measurement beside each."""

    deur = verricht(meting_vastleggen)
    handeling = staticmethod(meting_vastleggen)
    formulier = MetingVastleggenFormulier
    titel = "Meting van de leefdomeinen"
    uitleg = (
        "Kies per leefdomein de stap die past bij wat u zelf zag of hoorde. "
        "De stappen worden nooit opgeteld. Onbekend is ook een antwoord."
    )
    knop = "Meting vastleggen"
    gelukt = "De meting is vastgelegd."

    def vind_onderwerp(self) -> Dossier:
        """The dossier of the URL."""
        return self.dossier()

    def formulier_argumenten(self) -> dict[str, Any]:
        """The descriptions of the steps, and what was found last time."""
        return {"trapteksten": trapteksten(), "vorige": self._vorige()}

    def beginwaarden(self) -> Mapping[str, Any]:
        """Most measurements are recorded on the day itself."""
        return {"gemeten_op": self.toegang.vandaag}

    def argumenten(self, form: Formulier) -> dict[str, Any]:
        """The twelve pairs of fields as values of life domains."""
        assert isinstance(form, MetingVastleggenFormulier)  # noqa: S101
        velden = ("gemeten_op", "met_betrokkene", "toelichting")
        return {naam: form.cleaned_data[naam] for naam in velden} | {"domeinen": form.domeinen()}

    def terug_url(self) -> str:
        """The tab Monitoring."""
        return reverse("monitoring:monitoring_inzien", args=[self.kwargs["dossier_id"]])

    def _vorige(self) -> dict[Leefdomein, str]:
        beelden = metingen(self.toegang, self.onderwerp)
        if not beelden:
            return {}
        laatste = beelden[-1]
        dag = tijd.datum(laatste.meting.gemeten_op)
        return {
            d.leefdomein: f"Vorige meting, {dag}: {d.trap.label if d.trap else 'onbekend'}."
            for d in laatste.domeinen
            if d.gedeeld
        }


class VoortgangVastleggen(HandelingPagina):
    """Tell how an intervention goes."""

    deur = verricht(voortgang_vastleggen)
    handeling = staticmethod(voortgang_vastleggen)
    formulier = VoortgangVastleggenFormulier
    titel = "Voortgang van een interventie"
    knop = "Voortgang vastleggen"
    gelukt = "De voortgang is vastgelegd."
    template_name = "monitoring/voortgang_vastleggen.html"

    def vind_onderwerp(self) -> Interventie:
        """The intervention of the URL."""
        return een_of_404(
            Interventie.objects.voor(self.toegang).select_related("instrument"),
            pk=self.kwargs["interventie_id"],
        )

    def gegevens(self) -> dict[str, Any]:
        """What it is about."""
        interventie = self.onderwerp
        return {
            "feiten": [
                Feit("Interventie", interventie.instrument.naam),
                Feit("Sinds", tijd.datum(interventie.ingezet_op)),
            ]
        }

    def terug_url(self) -> str:
        """The tab Monitoring."""
        return reverse("monitoring:monitoring_inzien", args=[self.onderwerp.dossier_id])


class MetingInzien(DossierPagina):
    """One measurement in words."""

    deur = inzage("meting_inzien", *MONITORINGROLLEN, titel="Meting")
    template_name = "monitoring/meting_inzien.html"
    tab = "monitoring"

    @cached_property
    def meting(self) -> Meting:
        """The measurement of the URL, with the domains this asker may know of."""
        domeinen = Domeinmeting.objects.voor(self.toegang, minstens=Niveau.BESTAAN)
        return een_of_404(
            Meting.objects.voor(self.toegang)
            .select_related("gedaan_door__medewerker")
            .prefetch_related(Prefetch("domeinen", queryset=domeinen)),
            pk=self.kwargs["meting_id"],
            dossier_id=self.kwargs["dossier_id"],
        )

    def gegevens(self) -> dict[str, Any]:
        """Each life domain with its step and its words."""
        meting = self.meting
        self.gelezen = meting
        return {
            "meting": meting,
            "beeld": beeld_van(self.toegang, self.dossierstuk, meting, meting.domeinen.all()),
            "feiten": [
                Feit("Gemeten op", tijd.datum(meting.gemeten_op)),
                Feit("Door", meting.gedaan_door.medewerker.naam),
                Feit("Samen met de betrokkene", "ja" if meting.met_betrokkene else "nee"),
                Feit("Wat valt op", meting.toelichting or "geen toelichting"),
            ],
        }
