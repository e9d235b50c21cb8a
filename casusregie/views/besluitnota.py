"""Drafting, changing, offering and printing the besluitnota."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse

from casusregie.enums import Besluituitkomst, Notasoort
from casusregie.forms.besluit import BesluitnotaFormulier, BesluitnotaWijzigenFormulier
from casusregie.models import Besluitnota
from casusregie.rules.besluit import weging_onder_nota
from casusregie.rules.termijnen import gewone_herbeoordeling
from casusregie.selectors.besluit import adviezen_bij, besluit_op, leeftijd_betrokkene, notas
from casusregie.services.besluitnota import (
    besluitnota_aanbieden,
    besluitnota_opstellen,
    besluitnota_wijzigen,
)
from casusregie.ui.drukwerk import pdf_van_html
from casusregie.ui.formulieren import Formulier
from convenant.enums import Rol
from convenant.guard import HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.models import Dossier
from convenant.selectors.betrokkenen import hoedanigheden_met_rol

NOTALEZERS = (
    Rol.BESTUURSADVISEUR,
    Rol.BESLISSER,
    Rol.PROCESREGISSEUR,
    Rol.CASUSREGISSEUR,
    Rol.LID_WEEGPLOEG,
)


class NotaPagina(HandelingPagina):
    """A page about one nota, with the advices beside the form."""

    template_name = "casusregie/besluitnota_wijzigen.html"

    def vind_onderwerp(self) -> Any:
        return een_of_404(notas(self.toegang), pk=self.kwargs["nota_id"])

    def nota(self) -> Besluitnota:
        """The nota of which the advices are shown."""
        return self.onderwerp

    def gegevens(self) -> dict[str, Any]:
        nota = self.nota()
        return {
            "nota": nota,
            "adviezen": adviezen_bij(self.toegang, nota),
            "leeftijd": leeftijd_betrokkene(self.toegang, nota.dossier_id),
        }

    def terug_url(self) -> str:
        return reverse("casusregie:besluit_inzien", args=[self.onderwerp.dossier_id])


class BesluitnotaOpstellen(NotaPagina):
    """Draft the nota on the last weging."""

    deur = verricht(besluitnota_opstellen)
    handeling = staticmethod(besluitnota_opstellen)
    formulier = BesluitnotaFormulier
    titel = "Besluitnota opstellen"
    uitleg = (
        "Bewaar de nota als concept en ga later verder. Bij het aanbieden moet alles zijn ingevuld."
    )
    knop = "Concept bewaren"
    gelukt = "De nota is als concept bewaard."

    def vind_onderwerp(self) -> Dossier:
        return self.dossier()

    def nota(self) -> Besluitnota:
        return Besluitnota(
            dossier=self.onderwerp,
            soort=Notasoort.INSTROOM,
            voorstel=Besluituitkomst.AANPAK,
            weging=weging_onder_nota(self.toegang, self.onderwerp),
        )

    def formulier_argumenten(self) -> dict[str, Any]:
        regisseurs = hoedanigheden_met_rol(Rol.CASUSREGISSEUR, toegang=self.toegang)
        return {"soort": Notasoort.INSTROOM, "regisseurs": regisseurs}

    def beginwaarden(self) -> Mapping[str, Any]:
        return {
            "voorstel": Besluituitkomst.AANPAK.value,
            "herbeoordeling_op": gewone_herbeoordeling(self.toegang.vandaag),
        }

    def terug_url(self) -> str:
        return reverse("casusregie:besluit_inzien", args=[self.kwargs["dossier_id"]])


class BesluitnotaWijzigen(NotaPagina):
    """Change the draft."""

    deur = verricht(besluitnota_wijzigen)
    handeling = staticmethod(besluitnota_wijzigen)
    formulier = BesluitnotaWijzigenFormulier
    titel = "Besluitnota wijzigen"
    knop = "Concept bewaren"
    gelukt = "De nota is bewaard."

    def formulier_argumenten(self) -> dict[str, Any]:
        regisseurs = hoedanigheden_met_rol(Rol.CASUSREGISSEUR, toegang=self.toegang)
        return {"soort": self.onderwerp.soort, "regisseurs": regisseurs}

    def beginwaarden(self) -> Mapping[str, Any]:
        nota = self.onderwerp
        teksten = ("aanleiding", "doel", "proportionaliteit", "subsidiariteit")
        return {
            **{veld: getattr(nota, veld) for veld in (*teksten, "afwijkende_adviezen", "voorstel")},
            "risicogroep": nota.risicogroep or "",
            "voorwaarden": "\n".join(v.omschrijving for v in notavoorwaarden(self, nota)),
            "herbeoordeling_op": nota.herbeoordeling_op,
            "regisseur": str(nota.regisseur_id or ""),
            "waarnemer": str(nota.waarnemer_id or ""),
        }


class BesluitnotaAanbieden(NotaPagina):
    """Lay the nota before the beslisser."""

    deur = verricht(besluitnota_aanbieden)
    handeling = staticmethod(besluitnota_aanbieden)
    formulier = Formulier
    template_name = "casusregie/besluit_vormen.html"
    titel = "Besluitnota aanbieden"
    uitleg = "Hierna ligt de nota vast. De beslisser krijgt een taak."
    knop = "Aanbieden aan de beslisser"
    gelukt = "De nota is aangeboden aan de beslisser."


class BesluitnotaDownloaden(Pagina):
    """The nota on two pages of paper, under the neutral number."""

    deur = inzage("besluitnota_downloaden", *NOTALEZERS, titel="Besluitnota (download)")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Draw the PDF; two pages take well under a second, so no worker is needed."""
        nota = een_of_404(notas(self.toegang), pk=kwargs["nota_id"])
        self.gelezen = nota
        self.log_inzage()
        adviezen = adviezen_bij(self.toegang, nota)
        context = {
            "nota": nota,
            "adviezen": adviezen,
            "verdeeld": any(advies.afwijkend for advies in adviezen),
            "besluit": besluit_op(self.toegang, nota),
            "leeftijd": leeftijd_betrokkene(self.toegang, nota.dossier_id),
            "demo": settings.DEMO,
        }
        html = render_to_string("casusregie/pdf/besluitnota.html", context)
        naam = f"besluitnota-{nota.soort}-{nota.dossier.nummer}.pdf"
        return pdf_antwoord(pdf_van_html(html), naam)


def notavoorwaarden(pagina: Pagina, nota: Besluitnota) -> Any:
    """The exit conditions of a nota, also when it was just locked and read again."""
    return een_of_404(notas(pagina.toegang), pk=nota.pk).voorwaarden.all()


def pdf_antwoord(inhoud: bytes, naam: str) -> HttpResponse:
    """A PDF to keep; ``naam`` is neutral."""
    return HttpResponse(
        inhoud,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{naam}"',
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        },
    )
