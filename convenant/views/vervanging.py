"""Vervanging: who takes whose place, and the deeds that arrange and end that."""

from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Kolom, Kruimel
from casusregie.ui.paging import bladeren
from convenant.forms.vervanging import (
    VervangingBeeindigenFormulier,
    VervangingFilter,
    VervangingRegelenFormulier,
)
from convenant.guard import HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.models import Hoedanigheid, Vervanging
from convenant.rules.taken import TAAKROLLEN
from convenant.rules.vervanging import VERVANGROLLEN
from convenant.selectors.vervangingen import STANDEN, mogelijke_vervangers, vervangingen
from convenant.services.vervanging import vervanging_beeindigen, vervanging_regelen
from convenant.toegang import Mogelijkheid, Toegang

KOLOMMEN = [
    Kolom("Wie is weg"),
    Kolom("Wie vervangt"),
    Kolom("Vanaf"),
    Kolom("Tot en met"),
    Kolom("Stand"),
    Kolom("Wat kan"),
]


class Vervangingen(Pagina):
    """Of one's own organisation, and for who works with everybody of all; the last on top."""

    deur = inzage("vervangingen", *TAAKROLLEN, titel="Vervanging")
    template_name = "convenant/vervangingen.html"

    def gegevens(self) -> dict[str, Any]:
        filter_ = VervangingFilter(self.request.GET)
        stand = filter_.gekozen().get("stand", "open")
        pagina = bladeren(STANDEN[stand](self.toegang), self.request.GET.get("vanaf"), op="-van")
        return {
            "filter": filter_,
            "bladzijde": pagina,
            "kolommen": KOLOMMEN,
            "rijen": [_rij(self.toegang, rij) for rij in pagina],
            "regelen": self._regelen(),
        }

    def _regelen(self) -> str:
        """The form for oneself; the FG has no work that another takes over."""
        if not self.toegang.is_een(*VERVANGROLLEN):
            return ""
        return reverse("convenant:vervanging_regelen", args=[self.toegang.hoedanigheid_id])


class VervangingRegelen(HandelingPagina):
    """Say who takes the place of somebody in one role: of oneself, or of who cannot say it."""

    deur = verricht(vervanging_regelen)
    handeling = staticmethod(vervanging_regelen)
    formulier = VervangingRegelenFormulier
    template_name = "convenant/vervanging_regelen.html"
    titel = "Vervanging regelen"
    uitleg = (
        "Wie vervangt, leest en doet in die dagen wat de afwezige leest en doet, ook in dossiers "
        "die er dan bij komen. Wat de afwezige op naam kreeg, zoals noodtoegang, gaat niet mee."
    )
    knop = "Regelen"
    gelukt = "De vervanging is geregeld."

    def vind_onderwerp(self) -> Hoedanigheid:
        rijen = Hoedanigheid.objects.select_related("medewerker", "organisatie")
        return een_of_404(rijen, pk=self.kwargs["hoedanigheid_id"])

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"kandidaten": mogelijke_vervangers(self.toegang, self.onderwerp)}

    def beginwaarden(self) -> dict[str, Any]:
        return {"van": self.toegang.vandaag}

    def waarover(self) -> str:
        wie = self.onderwerp
        return f"{wie.medewerker.naam} · {wie.get_rol_display()} · {wie.organisatie.naam}"

    def kruimelpad(self) -> list[Kruimel]:
        return _pad(self.titel)

    def terug_url(self) -> str:
        return reverse("convenant:vervangingen")


class VervangingBeeindigen(HandelingPagina):
    """End it before its last day."""

    deur = verricht(vervanging_beeindigen)
    handeling = staticmethod(vervanging_beeindigen)
    formulier = VervangingBeeindigenFormulier
    titel = "Vervanging beëindigen"
    uitleg = "De vervanger leest meteen niet meer wat hij voor de afwezige las."
    knop = "Beëindigen"
    gelukt = "De vervanging is beëindigd."

    def vind_onderwerp(self) -> Vervanging:
        return een_of_404(vervangingen(self.toegang), pk=self.kwargs["vervanging_id"])

    def waarover(self) -> str:
        v = self.onderwerp
        return f"{v.vervanger.medewerker.naam} vervangt {v.afwezige.medewerker.naam}"

    def kruimelpad(self) -> list[Kruimel]:
        return _pad(self.titel)

    def terug_url(self) -> str:
        return reverse("convenant:vervangingen")


def _pad(titel: str) -> list[Kruimel]:
    return [Kruimel("Vervanging", reverse("convenant:vervangingen")), Kruimel(titel)]


def _rij(toegang: Toegang, v: Vervanging) -> list[Cel]:
    plek = f"{v.afwezige.get_rol_display()} · {v.afwezige.organisatie.naam}"
    einde = _beeindigen(toegang, v)
    return [
        Cel(v.afwezige.medewerker.naam, sub=plek),
        Cel(v.vervanger.medewerker.naam),
        Cel(tijd.datum_kort(v.van)),
        Cel(tijd.datum_kort(v.tot)),
        Cel(chip=_stand(toegang, v)),
        Cel("Beëindigen", url=einde.url) if einde else Cel(""),
    ]


def _beeindigen(toegang: Toegang, v: Vervanging) -> Mogelijkheid | None:
    if v.is_voorbij(toegang.vandaag):
        return None
    url = reverse("convenant:vervanging_beeindigen", args=[v.pk])
    einde = mogelijkheid(toegang, vervanging_beeindigen, v, label="Beëindigen", url=url)
    return einde if einde.zichtbaar and not einde.reden else None


def _stand(toegang: Toegang, v: Vervanging) -> Chip:
    if v.beeindigd_op is not None:
        return Chip("beëindigd")
    if v.tot < toegang.vandaag:
        return Chip("voorbij")
    return Chip("nu", "goed") if v.van <= toegang.vandaag else Chip("straks", "straks")
