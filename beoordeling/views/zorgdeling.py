"""What care shares: the list in a dossier, and the deeds that begin and end it."""

from typing import Any, ClassVar

from django.http import FileResponse, Http404, HttpResponse
from django.urls import reverse

from beoordeling.forms.zorgdeling import (
    ALLES,
    ConflictFormulier,
    ToestemmingFormulier,
    ToestemmingIntrekkenFormulier,
)
from beoordeling.models import Informatie
from beoordeling.rules.zorgdeling import (
    HOORDERS,
    gewone_termijn,
    mogelijke_ontvangers,
    trekt_eigen_zorg_in,
    uiterste_termijn,
)
from beoordeling.selectors.informatie import titels_van
from beoordeling.services.zorgdeling import (
    conflict_van_plichten_vastleggen,
    toestemming_intrekken,
    toestemming_vastleggen,
)
from beoordeling.views.informatie import informatie_of_404
from casusregie.ui import tijd
from casusregie.ui.blokken import Chip
from convenant.enums import Rol, Zorggrond
from convenant.guard import DossierPagina, HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.models import Dossier, Zorgdeling
from convenant.selectors.zorgdeling import delingen_in, lopende_toestemmingen
from convenant.toegang import Toegang

DOEL = "Hulp en begeleiding in het plan van aanpak op elkaar afstemmen"


class Toestemmingen(DossierPagina):
    """What care shares here: all of it for the source, what one receives for who receives it."""

    deur = inzage("toestemmingen", *HOORDERS, titel="Dossier: delen door de zorg")
    template_name = "beoordeling/toestemmingen.html"
    tab = "informatie"

    def gegevens(self) -> dict[str, Any]:
        toegang, dossier = self.toegang, self.dossierstuk
        rijen = list(delingen_in(toegang, dossier.pk))
        titels = titels_van(toegang, [rij.stuk_id for rij in rijen if rij.stuk_id])
        return {
            "rijen": [_rij(toegang, rij, titels) for rij in rijen],
            "intrekken": mogelijkheid(
                toegang,
                toestemming_intrekken,
                dossier,
                label="Toestemming intrekken",
                url=reverse("beoordeling:toestemming_intrekken", args=[dossier.pk]),
                icoon="undo-2",
            ),
        }


class ToestemmingScan(Pagina):
    """The paper on which the betrokkene agreed: for the care source alone, as a download."""

    deur = inzage("toestemming_scan", Rol.PARTNER, titel="Scan van een toestemming (download)")

    def get(self, request: Any, **kwargs: Any) -> HttpResponse:
        """Stream the file under a neutral name, closed to scripts, and log the reading."""
        rij = een_of_404(Zorgdeling.objects.voor(self.toegang), pk=self.kwargs["deling_id"])
        if not rij.scan:
            raise Http404
        try:
            bestand = rij.scan.open("rb")
        except FileNotFoundError:
            raise Http404 from None
        self.gelezen = rij
        self.log_inzage()
        antwoord: Any = FileResponse(
            bestand,
            as_attachment=True,
            filename="toestemming.pdf",
            content_type="application/octet-stream",
        )
        antwoord.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        antwoord.headers["X-Content-Type-Options"] = "nosniff"
        antwoord.headers["Cache-Control"] = "no-store"
        return antwoord


class Delen(HandelingPagina):
    """What both ways to share an item have in common."""

    grond: ClassVar[Zorggrond]
    knop = "Delen"

    def vind_onderwerp(self) -> Informatie:
        return informatie_of_404(self.toegang, self.kwargs["informatie_id"])

    def formulier_argumenten(self) -> dict[str, Any]:
        return {
            "ontvangers": mogelijke_ontvangers(self.toegang, self.onderwerp.dossier),
            "uiterst": uiterste_termijn(self.toegang, self.grond),
        }

    def beginwaarden(self) -> dict[str, Any]:
        return {"tot": gewone_termijn(self.toegang, self.grond)}

    def waarover(self) -> str:
        return f"{self.onderwerp.titel} ({tijd.datum(self.onderwerp.gebeurd_op)})"

    def terug_url(self) -> str:
        return reverse("beoordeling:informatie_inzien", args=[self.kwargs["informatie_id"]])


class ToestemmingVastleggen(Delen):
    """Share with toestemming of the betrokkene."""

    deur = verricht(toestemming_vastleggen)
    handeling = staticmethod(toestemming_vastleggen)
    formulier = ToestemmingFormulier
    grond = Zorggrond.TOESTEMMING
    titel = "Delen met toestemming"
    uitleg = (
        "Alleen wie van deze organisatie met naam bij het dossier betrokken is, leest het. De "
        "betrokkene kan de toestemming altijd intrekken. Dan leest niemand het meer."
    )
    gelukt = "Vastgelegd. De ontvanger leest het vanaf nu."

    def beginwaarden(self) -> dict[str, Any]:
        vandaag = {"gegeven_op": self.toegang.vandaag}
        return super().beginwaarden() | vandaag | {"omvang": "stuk", "doel": DOEL}


class ConflictVanPlichtenVastleggen(Delen):
    """Share without toestemming, after a conflict van plichten."""

    deur = verricht(conflict_van_plichten_vastleggen)
    handeling = staticmethod(conflict_van_plichten_vastleggen)
    formulier = ConflictFormulier
    grond = Zorggrond.CONFLICT
    titel = "Delen na een conflict van plichten"
    uitleg = (
        "U besluit zelf om uw beroepsgeheim voor dit stuk te doorbreken. Niemand kan dat voor u "
        "doen of van u vragen. Vertel het de betrokkene zodra dat veilig kan."
    )
    gelukt = "Vastgelegd. De ontvanger leest dit stuk vanaf nu."


class ToestemmingIntrekken(HandelingPagina):
    """The betrokkene withdraws, whoever he told it to."""

    deur = verricht(toestemming_intrekken)
    handeling = staticmethod(toestemming_intrekken)
    formulier = ToestemmingIntrekkenFormulier
    titel = "Toestemming intrekken"
    knop = "Intrekken"
    gelukt = "Vastgelegd. Wat de zorg met toestemming deelde, leest niemand meer."

    def vind_onderwerp(self) -> Dossier:
        return self.dossier()

    def formulier_argumenten(self) -> dict[str, Any]:
        return {
            "toestemmingen": lopende_toestemmingen(self.toegang, self.kwargs["dossier_id"]),
            "van_zorg": self._van_zorg,
        }

    def beginwaarden(self) -> dict[str, Any]:
        return {"welke": ALLES}

    def gegevens(self) -> dict[str, Any]:
        if self._van_zorg:
            return {"uitleg": "Dit gaat over wat uw eigen organisatie met toestemming deelt."}
        return {
            "uitleg": "De betrokkene zegt u dat de zorg niets meer mag delen. Dat geldt meteen. U "
            "hoort niet of er toestemming was."
        }

    @property
    def _van_zorg(self) -> bool:
        return trekt_eigen_zorg_in(self.toegang)

    def terug_url(self) -> str:
        return reverse("beoordeling:toestemmingen", args=[self.kwargs["dossier_id"]])


def _rij(toegang: Toegang, rij: Zorgdeling, titels: dict[Any, str]) -> dict[str, Any]:
    eigen = rij.bron_id == toegang.organisatie_id
    return {
        "deling": rij,
        "eigen": eigen,
        "titel": titels.get(rij.stuk_id, "een stuk") if rij.stuk_id else "alles van deze bron",
        "stand": _stand(toegang, rij),
        "door": rij.vastgelegd_door.medewerker.naam,
        "ingetrokken_door": rij.ingetrokken_door.medewerker.naam if rij.ingetrokken_door else "",
    }


def _stand(toegang: Toegang, rij: Zorgdeling) -> Chip:
    if rij.ingetrokken_op is not None:
        return Chip(f"ingetrokken {tijd.dag_maand(rij.ingetrokken_op)}", "verborgen")
    if not rij.loopt_op(toegang.moment):
        return Chip("voorbij")
    return Chip(f"tot en met {tijd.datum_kort(rij.tot)}", "goed")
