"""The terughaallijst, and the answer of an organisation that received something."""

from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Feit, Kolom
from casusregie.ui.paging import bladeren
from convenant.enums import Rol, Terughaalaanleiding
from convenant.forms.terughalen import TerughaalFilter, TerughalenBevestigenFormulier
from convenant.guard import HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.models import Terughaalpost
from convenant.selectors.terughalen import terughaalposten
from convenant.services.terughalen import terughalen_bevestigen
from convenant.toegang import Toegang

KOLOMMEN = [
    Kolom("Dossier"),
    Kolom("Organisatie"),
    Kolom("Waarom"),
    Kolom("Uiterlijk"),
    Kolom("Stand"),
]
VRAAG = {
    Terughaalaanleiding.CORRECTIE: "Informatie die uw organisatie kreeg, klopte niet en is verbeterd. "
    "Pas aan wat u ervan hebt overgenomen.",
    Terughaalaanleiding.INTREKKING: "De bron heeft informatie ingetrokken die uw organisatie kreeg, "
    "of deelt haar niet langer met u. "
    "Vernietig wat u ervan hebt overgenomen.",
    Terughaalaanleiding.BEZWAAR: "De betrokkene maakte bezwaar tegen informatie die uw organisatie "
    "kreeg, en kreeg gelijk. Vernietig wat u ervan hebt overgenomen.",
    Terughaalaanleiding.EINDE: "Dit dossier is gesloten. Vernietig wat uw organisatie eruit kreeg, "
    "tenzij u het moet bewaren.",
    Terughaalaanleiding.WISSING: "Informatie die uw organisatie kreeg, is gewist: zij mag nergens meer "
    "staan. Vernietig wat u er nog van hebt.",
}


class Terughaallijst(Pagina):
    """Every organisation that still has to answer, the earliest last day first, 25 a page."""

    deur = inzage("terughaallijst", Rol.PROCESREGISSEUR, titel="Terughalen")
    template_name = "convenant/terughaallijst.html"

    def gegevens(self) -> dict[str, Any]:
        filter_ = TerughaalFilter(self.request.GET)
        stand = filter_.gekozen().get("stand", "open")
        op = "-bevestigd_op" if stand in ("bevestigd", "ingetrokken") else "uiterlijk"
        lijst = terughaalposten(self.toegang, stand)
        pagina = bladeren(lijst, self.request.GET.get("vanaf"), op=op)
        self.getoonde_dossiers = sorted({post.dossier_id for post in pagina})
        return {
            "filter": filter_,
            "bladzijde": pagina,
            "kolommen": KOLOMMEN,
            "rijen": [_rij(self.toegang, post) for post in pagina],
        }


class TerughalenBevestigen(HandelingPagina):
    """Say for one's organisation: destroyed, put right, or kept because …"""

    deur = verricht(terughalen_bevestigen)
    handeling = staticmethod(terughalen_bevestigen)
    formulier = TerughalenBevestigenFormulier
    template_name = "convenant/terughalen_bevestigen.html"
    titel = "Terughalen bevestigen"
    knop = "Bevestigen"
    gelukt = "Dank u. De procesregisseur ziet wat uw organisatie deed."

    def vind_onderwerp(self) -> Terughaalpost:
        return een_of_404(Terughaalpost.objects.voor(self.toegang), pk=self.kwargs["post_id"])

    def gegevens(self) -> dict[str, Any]:
        post = self.onderwerp
        return {
            "uitleg": VRAAG[Terughaalaanleiding(post.aanleiding)],
            "feiten": [
                Feit("Dossier", post.kenmerk),
                Feit("Waarom", post.get_aanleiding_display()),
                Feit("Gekregen", f"voor het eerst op {tijd.datum(post.ontvangen_op)}"),
                Feit("Gevraagd", tijd.moment(post.gemaakt_op)),
                Feit("Uiterlijk", tijd.datum(post.uiterlijk)),
            ],
        }

    def terug_url(self) -> str:
        return reverse("convenant:taken")


def _rij(toegang: Toegang, post: Terughaalpost) -> list[Cel]:
    url = reverse("convenant:verstrekkingen", args=[post.dossier_id])
    return [
        Cel(post.kenmerk, url=url),
        Cel(post.organisatie.naam, sub=f"gekregen op {tijd.datum_kort(post.ontvangen_op)}"),
        Cel(post.get_aanleiding_display()),
        Cel(tijd.datum_kort(post.uiterlijk)),
        _stand(toegang, post),
    ]


def _stand(toegang: Toegang, post: Terughaalpost) -> Cel:
    if post.ingetrokken:
        gestopt = f"vraag ingetrokken · {tijd.dag_maand(post.bevestigd_op)}"
        return Cel(chip=Chip(gestopt), sub=post.toelichting)
    if post.bevestigd_op is not None:
        gedaan = f"{post.get_uitkomst_display()} · {tijd.dag_maand(post.bevestigd_op)}"
        return Cel(chip=Chip(gedaan, "goed"), sub=post.toelichting)
    toon: Any = tijd.termijn_toon(post.uiterlijk, toegang.vandaag)
    return Cel(chip=Chip(tijd.termijn(post.uiterlijk, toegang.vandaag), toon))
