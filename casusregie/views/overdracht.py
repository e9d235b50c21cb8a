"""One page on which the work of somebody who leaves goes to others."""

from typing import Any

from django.urls import reverse

from casusregie.forms.overdracht import WerkOverdragenFormulier, veldnaam
from casusregie.selectors.overdracht import Werk, opvolgers, over_te_dragen
from casusregie.services.overdracht import NietOverdraagbaar, werk_overdragen
from casusregie.ui.formulieren import Formulier
from convenant.guard import HandelingPagina, een_of_404, verricht
from convenant.models import Hoedanigheid


class WerkOverdragen(HandelingPagina):
    """Every dossier in which somebody works, as far as the procesregisseur may know it."""

    deur = verricht(werk_overdragen)
    handeling = staticmethod(werk_overdragen)
    formulier = WerkOverdragenFormulier
    template_name = "casusregie/werk_overdragen.html"
    titel = "Werk overdragen"
    uitleg = (
        "Wie overneemt, krijgt vandaag de toegang en de open taken. "
        "Wie weggaat, leest deze dossiers daarna niet meer."
    )
    knop = "Overdragen"
    gelukt = "Het werk is overgedragen."

    def vind_onderwerp(self) -> Hoedanigheid:
        rijen = Hoedanigheid.objects.select_related("medewerker", "organisatie")
        return een_of_404(rijen, pk=self.kwargs["hoedanigheid_id"])

    def formulier_argumenten(self) -> dict[str, Any]:
        self.werk: list[Werk] = over_te_dragen(self.toegang, self.onderwerp)
        return {"werk": self.werk, "kandidaten": opvolgers(self.toegang, self.onderwerp)}

    def gegevens(self) -> dict[str, Any]:
        self.getoonde_dossiers = sorted(deel.dossier.pk for deel in self.werk)
        return {}

    def voer_uit(self, form: Formulier) -> Any:
        """Each reason stands beside its own dossier."""
        try:
            return super().voer_uit(form)
        except NietOverdraagbaar as weigering:
            for dossier_id, reden in weigering.redenen.items():
                if veldnaam(dossier_id) in form.fields:
                    form.add_error(veldnaam(dossier_id), reden)
            raise

    def waarover(self) -> str:
        wie = self.onderwerp
        return f"{wie.medewerker.naam} · {wie.get_rol_display()} · {wie.organisatie.naam}"

    def terug_url(self) -> str:
        wie = self.kwargs["hoedanigheid_id"]
        return reverse("convenant:wat_kan_deze_medewerker_zien", args=[wie])
