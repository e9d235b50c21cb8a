"""What is known of the persons in a dossier, and adding one."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from convenant.enums import Niveau
from convenant.guard import HandelingPagina, een_of_404, verricht
from convenant.models import Dossier
from meldpunt.forms.duiden import NevenbetrokkeneToevoegenFormulier, PersoonWijzigenFormulier
from meldpunt.models import Persoon
from meldpunt.services.personen import nevenbetrokkene_toevoegen, persoon_wijzigen


class PersoonWijzigen(HandelingPagina):
    """Correct or complete what is known of a person."""

    deur = verricht(persoon_wijzigen)
    handeling = staticmethod(persoon_wijzigen)
    formulier = PersoonWijzigenFormulier
    titel = "Gegevens van de betrokkene"
    gelukt = "De gegevens zijn opgeslagen."

    def vind_onderwerp(self) -> Persoon:
        return een_of_404(Persoon.objects.voor(self.toegang), pk=self.kwargs["persoon_id"])

    def beginwaarden(self) -> Mapping[str, Any]:
        return {veld: getattr(self.onderwerp, veld) for veld in self.formulier.base_fields}

    def terug_url(self) -> str:
        return reverse("convenant:dossier_inzien", args=[self.onderwerp.dossier_id])


class NevenbetrokkeneToevoegen(HandelingPagina):
    """Someone whom the dossier touches, such as a relative."""

    deur = verricht(nevenbetrokkene_toevoegen)
    handeling = staticmethod(nevenbetrokkene_toevoegen)
    formulier = NevenbetrokkeneToevoegenFormulier
    titel = "Nevenbetrokkene toevoegen"
    uitleg = (
        "Een nevenbetrokkene is geen verdachte. Leg alleen vast wat nodig is om deze persoon te "
        "bereiken of te helpen."
    )
    gelukt = "De nevenbetrokkene is toegevoegd."

    def vind_onderwerp(self) -> Dossier:
        return een_of_404(
            Dossier.objects.voor(self.toegang, minstens=Niveau.PROCES),
            pk=self.kwargs["dossier_id"],
        )

    def terug_url(self) -> str:
        return reverse("convenant:dossier_inzien", args=[self.onderwerp.pk])
