"""Releasing text for the Commissie: the item beside, a person writes what may be read."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.urls import reverse

from beoordeling.models import Informatie
from casusregie.ui.blokken import Kruimel
from casusregie.ui.formulieren import Formulier
from casusregie.ui.paging import bladeren
from convenant.enums import Rol
from convenant.guard import HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.models import Dossier
from convenant.toegang import Mogelijkheid
from monitoring.forms.toezicht import TekstVrijgevenFormulier, VrijgaveIntrekkenFormulier
from monitoring.models import Vrijgave
from monitoring.selectors.toezicht import vrijgaven
from monitoring.services.vrijgave import tekst_vrijgeven, vrijgave_intrekken


class Vrijgaven(Pagina):
    """What was released of one dossier, and the items from which text can be released."""

    deur = inzage("vrijgaven", Rol.PROCESREGISSEUR, titel="Tekst voor de Commissie")
    template_name = "monitoring/vrijgaven.html"

    def gegevens(self) -> dict[str, Any]:
        """Released texts, and a page of information items."""
        dossier = self.dossier()
        self.gelezen = dossier
        items = Informatie.objects.voor(self.toegang).filter(
            dossier=dossier, ingetrokken_op__isnull=True
        )
        return {
            "dossier": dossier,
            "titel": f"Tekst voor de Commissie {dossier.nummer}",
            "kruimelpad": _pad(dossier, "Tekst voor de Commissie"),
            "vrijgaven": [(v, self._intrekken(v)) for v in vrijgaven(self.toegang, dossier.pk)],
            "bladzijde": bladeren(
                items.select_related("bron"), self.request.GET.get("vanaf"), op="-gebeurd_op"
            ),
        }

    def _intrekken(self, vrijgave: Vrijgave) -> Mogelijkheid:
        return mogelijkheid(
            self.toegang,
            vrijgave_intrekken,
            vrijgave,
            label="Intrekken",
            url=reverse("monitoring:vrijgave_intrekken", args=[vrijgave.pk]),
        )


class TekstVrijgeven(HandelingPagina):
    """Write the pseudonymised text, with the original beside it."""

    deur = verricht(tekst_vrijgeven)
    handeling = staticmethod(tekst_vrijgeven)
    formulier = TekstVrijgevenFormulier
    template_name = "monitoring/tekst_vrijgeven.html"
    titel = "Tekst vrijgeven voor de Commissie"
    uitleg = "De Commissie leest alleen wat u hier schrijft. Zij leest geen namen."
    knop = "Vrijgeven"
    gelukt = "De tekst is vrijgegeven. De Commissie kan haar nu lezen."

    def vind_onderwerp(self) -> Dossier:
        """The dossier of the URL."""
        return self.dossier()

    @cached_property
    def informatie(self) -> Informatie | None:
        """The item the text is made from, if any."""
        if "informatie_id" not in self.kwargs:
            return None
        return een_of_404(
            Informatie.objects.voor(self.toegang).select_related("bron"),
            pk=self.kwargs["informatie_id"],
            dossier_id=self.kwargs["dossier_id"],
        )

    def beginwaarden(self) -> Mapping[str, Any]:
        """Start from the text of the item, so that only what tells who it is has to go."""
        return {"tekst": self.informatie.tekst} if self.informatie else {}

    def argumenten(self, form: Formulier) -> dict[str, Any]:
        """The text and the item it was made from."""
        return form.antwoorden() | {"informatie": self.informatie}

    def gegevens(self) -> dict[str, Any]:
        """The original, for beside the form."""
        return {"informatie": self.informatie}

    def terug_url(self) -> str:
        """What was released of this dossier."""
        return reverse("monitoring:vrijgaven", args=[self.kwargs["dossier_id"]])


class VrijgaveIntrekken(HandelingPagina):
    """Take a released text back."""

    deur = verricht(vrijgave_intrekken)
    handeling = staticmethod(vrijgave_intrekken)
    formulier = VrijgaveIntrekkenFormulier
    titel = "Vrijgave intrekken"
    uitleg = "De Commissie kan de tekst daarna niet meer lezen."
    knop = "Intrekken"
    gelukt = "De vrijgave is ingetrokken."

    def vind_onderwerp(self) -> Vrijgave:
        """The release of the URL."""
        return een_of_404(Vrijgave.objects.voor(self.toegang), pk=self.kwargs["vrijgave_id"])

    def waarover(self) -> str:
        """The heading under which the Commissie reads it."""
        return str(self.onderwerp.onderwerp)

    def terug_url(self) -> str:
        """What was released of this dossier."""
        return reverse("monitoring:vrijgaven", args=[self.onderwerp.dossier_id])


def _pad(dossier: Dossier, blad: str) -> list[Kruimel]:
    return [
        Kruimel("Dossiers", reverse("convenant:dossiers")),
        Kruimel(dossier.nummer, reverse("convenant:dossier_inzien", args=[dossier.pk])),
        Kruimel(blad),
    ]
