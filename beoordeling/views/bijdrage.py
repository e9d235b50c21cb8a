"""The page of a member of the weegploeg: the questions, a draft that saves itself, handing in."""

from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from beoordeling.enums import Weegwaarde
from beoordeling.forms.weging import BijdrageFormulier
from beoordeling.models import Wegingsbijdrage
from beoordeling.selectors.bewijs import bewijskeuzes
from beoordeling.selectors.kader import delen_met_indicatoren
from beoordeling.selectors.weging import eigen_antwoorden
from beoordeling.services.bijdrage import (
    Gegeven,
    wegingsbijdrage_bewaren,
    wegingsbijdrage_indienen,
)
from casusregie.ui import tijd
from casusregie.ui.formulieren import Formulier
from casusregie.ui.htmx import is_deelverzoek
from convenant.guard import HandelingPagina, een_of_404, verricht
from convenant.handeling import Geweigerd, Gewijzigd

from .weging import schets_van

STANDREGEL = "beoordeling/wegingsbijdrage.html#stand"


class WegingsbijdrageBewaren(HandelingPagina):
    """Fill in the questions; kept as a draft by the button and every half minute by itself."""

    deur = verricht(wegingsbijdrage_bewaren)
    handeling: Any = staticmethod(wegingsbijdrage_bewaren)
    formulier = BijdrageFormulier
    template_name = "beoordeling/wegingsbijdrage.html"
    titel = "Weging invullen"
    gelukt = "Uw concept is bewaard."
    indienen = False

    def post(self, request: Any, **kwargs: Any) -> HttpResponse:
        """Keep the draft; a named button fills a whole part; htmx asks for the status line only."""
        form = self.maak_formulier(data=request.POST)
        geldig = form.is_valid()
        if is_deelverzoek(request):
            return self._vanzelf_bewaren(form, geldig)
        return self.verricht(form) if geldig else self.toon_formulier(form, status=422)

    def vind_onderwerp(self) -> Wegingsbijdrage:
        qs = Wegingsbijdrage.objects.voor(self.toegang).filter(
            organisatie_id=self.toegang.organisatie_id
        )
        return een_of_404(
            qs.select_related("weging__dossier", "weging__melding"), pk=self.kwargs["bijdrage_id"]
        )

    @cached_property
    def delen(self) -> list[Any]:
        return delen_met_indicatoren(self.onderwerp.weging.kader_id)

    def formulier_argumenten(self) -> dict[str, Any]:
        return {
            "delen": self.delen,
            "bewijs": bewijskeuzes(self.toegang, self.onderwerp.dossier_id, self.onderwerp.bewijs),
            "indienen": self.indienen,
        }

    def beginwaarden(self) -> dict[str, Any]:
        waarden: dict[str, Any] = {
            "advies": self.onderwerp.advies,
            "reden": self.onderwerp.reden,
            "bewijs": [str(pk) for pk in self.onderwerp.bewijs],
        }
        for code, antwoord in eigen_antwoorden(self.toegang, self.onderwerp).items():
            waarden |= {f"v_{code}": antwoord.waarde, f"t_{code}": antwoord.toelichting}
        return waarden

    def argumenten(self, form: Formulier) -> dict[str, Any]:
        data = form.cleaned_data
        antwoorden = dict(form.antwoorden_per_vraag())  # type: ignore[attr-defined]
        for deel in self.delen:
            if deel.code == self.request.POST.get("geen_te_delen"):
                leeg = Gegeven(Weegwaarde.GEEN_TE_DELEN)
                antwoorden |= {vraag.pk: leeg for vraag in deel.indicatoren.all()}
        return {
            "antwoorden": antwoorden,
            "advies": data["advies"],
            "reden": data["reden"],
            "bewijs": [UUID(pk) for pk in data.get("bewijs", ())],
        }

    def gegevens(self) -> dict[str, Any]:
        weging = self.onderwerp.weging
        return {
            "kop": f"Weging {weging.dossier.nummer}",
            "weging": weging,
            "bijdrage": self.onderwerp,
            "schets": schets_van(self.toegang, weging),
            "stand": "",
            "bewaren_url": self._url("wegingsbijdrage_bewaren"),
            "indienen_url": self._url("wegingsbijdrage_indienen"),
        }

    def succes_url(self, resultaat: Any) -> str:
        deel = self.request.POST.get("geen_te_delen", "")
        anker = f"#deel-{deel}" if deel in {d.code for d in self.delen} else ""
        return f"{self._url('wegingsbijdrage_bewaren')}{anker}"

    def terug_url(self) -> str:
        return reverse("beoordeling:weging_inzien", args=[self.onderwerp.weging_id])

    def toon_formulier(self, form: Formulier, status: int = 200, **extra: Any) -> HttpResponse:
        """The version travels in the status line, so that saving by itself can renew it."""
        extra["versie"] = form["versie"].value()
        return super().toon_formulier(form, status, **extra)

    def _url(self, naam: str) -> str:
        return reverse(f"beoordeling:{naam}", args=[self.kwargs["bijdrage_id"]])

    def _vanzelf_bewaren(self, form: Formulier, geldig: bool) -> HttpResponse:
        """Save quietly; answer with one line and the version that the form now has."""
        versie = form.data.get("versie", "")
        if not geldig:
            return self._standregel("Nog niet bewaard: er klopt iets niet.", versie, 422)
        if not form.has_changed():
            return self._standregel("Er is niets veranderd.", versie)
        try:
            resultaat = self.voer_uit(form)
        except Gewijzigd:
            zin = "Niet bewaard: een collega was u voor. Kies 'Concept bewaren' om te vergelijken."
            return self._standregel(zin, versie, 409)
        except Geweigerd as weigering:
            return self._standregel(f"Niet bewaard: {weigering.reden}", versie, 422)
        return self._standregel(f"Bewaard: {tijd.moment(self.toegang.moment)}", resultaat.versie)

    def _standregel(self, zin: str, versie: Any, status: int = 200) -> HttpResponse:
        return render(self.request, STANDREGEL, {"stand": zin, "versie": versie}, status=status)


class WegingsbijdrageIndienen(WegingsbijdrageBewaren):
    """Hand in: from now on it does not change; the last one in closes the round."""

    deur = verricht(wegingsbijdrage_indienen)
    handeling: Any = staticmethod(wegingsbijdrage_indienen)
    titel = "Weging indienen"
    gelukt = "Uw bijdrage is ingediend."
    indienen = True

    def succes_url(self, resultaat: Any) -> str:
        return self.terug_url()
