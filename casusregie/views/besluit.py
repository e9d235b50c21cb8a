"""The besluit of a dossier: read, taken, recorded from paper, confirmed or refused."""

from typing import Any, ClassVar

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from casusregie.enums import Besluitstatus, Besluituitkomst
from casusregie.forms.besluit import (
    BesluitAfwijzenFormulier,
    BesluitBevestigenFormulier,
    BesluitNemenFormulier,
    BesluitOpPapierFormulier,
)
from casusregie.models import Besluit
from casusregie.receivers.besluit import besluitdeden
from casusregie.selectors.besluit import (
    adviezen_bij,
    besluiten,
    leeftijd_betrokkene,
    notas,
)
from casusregie.services.besluit import (
    besluit_afschaling_nemen,
    besluit_afwijzen,
    besluit_bevestigen,
    besluit_instroom_nemen,
    besluit_op_papier_bevestigen,
    besluit_op_papier_vastleggen,
)
from casusregie.ui.formulieren import Formulier
from convenant.enums import Rol
from convenant.guard import DossierPagina, HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.regelboek import LEESROLLEN
from convenant.selectors.betrokkenen import hoedanigheden_met_rol

from .besluitnota import NOTALEZERS, NotaPagina, pdf_antwoord


class BesluitInzien(DossierPagina):
    """The notas and besluiten of a dossier, with every advice as far as the reader may know it."""

    deur = inzage("besluit_inzien", *LEESROLLEN, titel="Dossier: besluit")
    template_name = "casusregie/besluit_inzien.html"
    tab = "besluit"

    def gegevens(self) -> dict[str, Any]:
        toegang, dossier = self.toegang, self.dossierstuk
        leesbaar = list(notas(toegang).filter(dossier=dossier))
        genomen = list(besluiten(toegang).filter(dossier=dossier))
        lopend = next((n for n in leesbaar if n.status != "besloten"), None)
        wacht = next((b for b in genomen if b.status == Besluitstatus.WACHT_OP_TWEEDE), None)
        return {
            "notas": [(nota, adviezen_bij(toegang, nota)) for nota in leesbaar],
            "besluiten": [(b, any(n.pk == b.nota_id for n in leesbaar)) for b in genomen],
            "leeftijd": leeftijd_betrokkene(toegang, dossier.pk) if leesbaar else "",
            "mogelijkheden": besluitdeden(toegang, dossier, lopend, wacht),
        }


class BesluitPagina(NotaPagina):
    """A page where a besluit is taken on a nota, which stands beside the form."""

    template_name = "casusregie/besluit_vormen.html"
    formulier: ClassVar[type[Formulier]] = BesluitNemenFormulier
    knop = "Besluit vastleggen"
    gelukt = ""

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"soort": self.onderwerp.soort}

    def succes_url(self, resultaat: Besluit) -> str:
        _melden(self, resultaat)
        return self.terug_url()


class BesluitInstroomNemen(BesluitPagina):
    """The beslisser decides on instroom."""

    deur = verricht(besluit_instroom_nemen)
    handeling = staticmethod(besluit_instroom_nemen)
    titel = "Besluit nemen over instroom"


class BesluitAfschalingNemen(BesluitPagina):
    """The beslisser decides on scaling down."""

    deur = verricht(besluit_afschaling_nemen)
    handeling = staticmethod(besluit_afschaling_nemen)
    titel = "Besluit nemen over afschaling"


class BesluitOpPapierVastleggen(BesluitPagina):
    """The bestuursadviseur records what was signed on paper."""

    deur = verricht(besluit_op_papier_vastleggen)
    handeling = staticmethod(besluit_op_papier_vastleggen)
    formulier = BesluitOpPapierFormulier
    titel = "Besluit op papier vastleggen"
    uitleg = "Een tweede persoon vergelijkt de scan met wat u invult. Dan pas gaat het besluit in."

    def formulier_argumenten(self) -> dict[str, Any]:
        beslissers = hoedanigheden_met_rol(Rol.BESLISSER, toegang=self.toegang)
        return {**super().formulier_argumenten(), "beslissers": beslissers}


class TweedePersoonPagina(HandelingPagina):
    """A page where a second person looks at a besluit."""

    template_name = "casusregie/besluit_vormen.html"
    formulier: ClassVar[type[Formulier]] = BesluitBevestigenFormulier

    def vind_onderwerp(self) -> Besluit:
        zichtbaar = besluiten(self.toegang).filter(nota__in=notas(self.toegang).values("pk"))
        return een_of_404(zichtbaar, pk=self.kwargs["besluit_id"])

    def gegevens(self) -> dict[str, Any]:
        nota = een_of_404(notas(self.toegang), pk=self.onderwerp.nota_id)
        return {
            "nota": nota,
            "besluit": self.onderwerp,
            "adviezen": adviezen_bij(self.toegang, nota),
            "leeftijd": leeftijd_betrokkene(self.toegang, nota.dossier_id),
        }

    def terug_url(self) -> str:
        return reverse("casusregie:besluit_inzien", args=[self.onderwerp.dossier_id])


class BesluitBevestigen(TweedePersoonPagina):
    """Confirm a besluit against advice."""

    deur = verricht(besluit_bevestigen)
    handeling = staticmethod(besluit_bevestigen)
    titel = "Besluit bevestigen als tweede persoon"
    uitleg = "Dit besluit gaat tegen een advies in. Na uw bevestiging gaat het meteen in."
    knop = "Bevestigen"
    gelukt = "Het besluit is bevestigd en gaat nu in."


class BesluitOpPapierBevestigen(TweedePersoonPagina):
    """Compare the scan with what was recorded."""

    deur = verricht(besluit_op_papier_bevestigen)
    handeling = staticmethod(besluit_op_papier_bevestigen)
    titel = "Besluit op papier bevestigen"
    uitleg = "Vergelijk de scan met wat is ingevoerd. Na uw bevestiging gaat het besluit meteen in."
    knop = "Het klopt: bevestigen"
    gelukt = "Het besluit is bevestigd en gaat nu in."


class BesluitAfwijzen(TweedePersoonPagina):
    """Refuse to confirm."""

    deur = verricht(besluit_afwijzen)
    handeling = staticmethod(besluit_afwijzen)
    formulier = BesluitAfwijzenFormulier
    titel = "Besluit niet bevestigen"
    uitleg = "De nota gaat met uw reden terug naar de beslisser."
    knop = "Niet bevestigen"
    gelukt = "Het besluit is niet bevestigd. De beslisser krijgt een nieuwe taak."


class BesluitScan(Pagina):
    """The scan of a besluit on paper, for who may read its nota."""

    deur = inzage("besluit_scan", *NOTALEZERS, titel="Scan van een besluit (download)")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Send the file as a download that no browser runs."""
        zichtbaar = besluiten(self.toegang).filter(nota__in=notas(self.toegang).values("pk"))
        besluit = een_of_404(zichtbaar, pk=kwargs["besluit_id"])
        if not besluit.scan:
            raise Http404
        self.gelezen = besluit
        self.log_inzage()
        with besluit.scan.open("rb") as bestand:
            antwoord = pdf_antwoord(bestand.read(), f"besluit-{besluit.dossier.nummer}.pdf")
        antwoord["Content-Security-Policy"] = "sandbox; default-src 'none'"
        return antwoord


def _melden(pagina: BesluitPagina, besluit: Besluit) -> None:
    if besluit.status == Besluitstatus.WACHT_OP_TWEEDE:
        tekst = "Het besluit is vastgelegd en wacht op een tweede persoon."
    elif besluit.uitkomst == Besluituitkomst.AANPAK:
        tekst = "Het besluit is genomen. De casus is geopend en de regisseur heeft zijn taken."
    else:
        tekst = "Het besluit is genomen."
    messages.success(pagina.request, tekst)
