"""Who is involved in a dossier, and the deeds that give and end that."""

from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Chip
from casusregie.ui.panelen import panelen
from convenant.enums import Niveau, Rol
from convenant.forms.betrokkenheid import (
    BetrokkenheidBeeindigenFormulier,
    BetrokkenheidVerlenenFormulier,
)
from convenant.guard import DossierPagina, HandelingPagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.models import Betrokkenheid, Dossier, Vervanging
from convenant.regelboek import LEESROLLEN
from convenant.selectors.betrokkenen import betrokkenheden, hoedanigheden_met_rol
from convenant.selectors.vervangingen import vervangers_van
from convenant.selectors.verzegeling import niet_ingewijd
from convenant.services.belangenconflict import belangenconflict_registreren
from convenant.services.betrokkenheid import betrokkenheid_beeindigen, betrokkenheid_verlenen
from convenant.toegang import Mogelijkheid, Toegang

from .belangenconflict import conflictrijen
from .wat_kan_deze_medewerker_zien import zicht_url


class Betrokkenen(DossierPagina):
    """Every period of involvement, with reason and who gave it."""

    deur = inzage("betrokkenen", *LEESROLLEN, titel="Dossier: betrokkenen")
    template_name = "convenant/betrokkenen.html"
    tab = "betrokkenen"
    minstens = Niveau.INHOUD

    def gegevens(self) -> dict[str, Any]:
        alle = betrokkenheden(self.toegang, self.dossierstuk.pk)
        vervangers = vervangers_van(self.toegang, {b.hoedanigheid_id for b in alle})
        rijen = [
            _rij(self.toegang, self.dossierstuk, b, vervangers.get(b.hoedanigheid_id)) for b in alle
        ]
        return {
            "rijen": rijen,
            "kan_beeindigen": any(r["beeindigen"] and r["beeindigen"].zichtbaar for r in rijen),
            "wie_kan_dit_zien": self.toegang.is_een(Rol.PROCESREGISSEUR),
            "conflicten": conflictrijen(self.toegang, self.dossierstuk)
            if self.toegang.is_een(Rol.PROCESREGISSEUR)
            else [],
            "registreren": mogelijkheid(
                self.toegang,
                belangenconflict_registreren,
                self.dossierstuk,
                label="Belangenconflict vastleggen",
                url=reverse("convenant:belangenconflict_registreren", args=[self.dossierstuk.pk]),
                icoon="user-x",
            ),
            "verlenen": mogelijkheid(
                self.toegang,
                betrokkenheid_verlenen,
                self.dossierstuk,
                label="Iemand betrekken",
                url=reverse("convenant:betrokkenheid_verlenen", args=[self.dossierstuk.pk]),
                primair=True,
                icoon="user-plus",
            ),
        }


class BetrokkenheidVerlenen(HandelingPagina):
    """Involve someone from today."""

    deur = verricht(betrokkenheid_verlenen)
    handeling = staticmethod(betrokkenheid_verlenen)
    formulier = BetrokkenheidVerlenenFormulier
    titel = "Iemand betrekken"
    uitleg = (
        "Wie u betrekt, mag vanaf nu lezen wat bij zijn rol hoort. Kies alleen wie het nodig heeft."
    )
    knop = "Betrekken"
    gelukt = "De betrokkenheid is vastgelegd."

    def vind_onderwerp(self) -> Dossier:
        return self.dossier()

    def formulier_argumenten(self) -> dict[str, Any]:
        kandidaten = hoedanigheden_met_rol(Rol.PARTNER, Rol.CASUSREGISSEUR, toegang=self.toegang)
        return {"kandidaten": kandidaten}

    def terug_url(self) -> str:
        return reverse("convenant:betrokkenen", args=[self.kwargs["dossier_id"]])


class BetrokkenheidBeeindigen(HandelingPagina):
    """End an involvement; the row stays, with its period and reason."""

    deur = verricht(betrokkenheid_beeindigen)
    handeling = staticmethod(betrokkenheid_beeindigen)
    formulier = BetrokkenheidBeeindigenFormulier
    titel = "Betrokkenheid beëindigen"
    knop = "Beëindigen"
    gelukt = "De betrokkenheid is beëindigd."

    def vind_onderwerp(self) -> Betrokkenheid:
        qs = Betrokkenheid.objects.voor(self.toegang).select_related(
            "content_object", "permission", "hoedanigheid__medewerker", "hoedanigheid__organisatie"
        )
        return een_of_404(qs, pk=self.kwargs["betrokkenheid_id"])

    def terug_url(self) -> str:
        return reverse("convenant:betrokkenen", args=[self.onderwerp.content_object_id])

    def waarover(self) -> str:
        b = self.onderwerp
        return f"{b.hoedanigheid.medewerker.naam}: {b.permission.name} · {b.hoedanigheid.organisatie.naam}"


def _rij(
    toegang: Toegang, dossier: Dossier, b: Betrokkenheid, vervanging: Vervanging | None
) -> dict[str, Any]:
    loopt = b.loopt_op(toegang.vandaag)
    return {
        "naam": b.hoedanigheid.medewerker.naam,
        "url": zicht_url(b.hoedanigheid) if toegang.is_een(Rol.PROCESREGISSEUR) else "",
        "plek": f"{b.hoedanigheid.get_rol_display()} · {b.hoedanigheid.organisatie.naam}",
        "relatie": b.permission.name,
        "vervanging": vervanging if loopt else None,
        "doen": _doen(toegang, b) if loopt else [],
        "stand": _stand(toegang, dossier, b) if loopt else Chip("beëindigd"),
        "periode": f"vanaf {tijd.datum(b.van)}, {_einde(b)}",
        "eindreden": b.eindreden,
        "reden": b.reden,
        "door": b.verleend_door.medewerker.naam,
        "beeindigen": mogelijkheid(
            toegang,
            betrokkenheid_beeindigen,
            b,
            label="Beëindigen",
            url=reverse("convenant:betrokkenheid_beeindigen", args=[b.pk]),
        )
        if loopt
        else None,
    }


def _doen(toegang: Toegang, b: Betrokkenheid) -> list[Mogelijkheid]:
    """What can be done about this person as a whole, not in this dossier alone."""
    lijsten = panelen("medewerker_doen", toegang=toegang, wie=b.hoedanigheid)
    return [m for lijst in lijsten for m in lijst if not m.reden]


def _stand(toegang: Toegang, dossier: Dossier, b: Betrokkenheid) -> Chip:
    """Who is not named for a sealed dossier does not know of it, involved or not."""
    if niet_ingewijd(toegang, dossier, b.hoedanigheid_id):
        return Chip("niet ingewijd", "straks")
    return Chip("loopt", "goed")


def _einde(b: Betrokkenheid) -> str:
    if b.beeindigd_op is not None:
        return f"beëindigd op {tijd.moment(b.beeindigd_op)}"
    return f"tot en met {tijd.datum(b.tot)}" if b.tot else "zonder einddatum"
