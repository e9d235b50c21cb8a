"""Once a year each role is confirmed or ended by who keeps the accounts of that organisation."""

from datetime import date
from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Feit, Kolom, Kruimel
from casusregie.ui.paging import bladeren
from convenant.guard import HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.models import Hoedanigheid
from convenant.rules.accounts import BEHEERDERS
from convenant.selectors.accounts import beheerde_hoedanigheden, te_bevestigen
from convenant.services.accounts import hoedanigheid_beeindigen, hoedanigheid_bevestigen
from convenant.toegang import Mogelijkheid, Toegang


class TeBevestigen(Pagina):
    """The roles of the own organisation, the first that stops on top."""

    deur = inzage("te_bevestigen", *BEHEERDERS, titel="Rollen bevestigen")
    template_name = "convenant/te_bevestigen.html"

    def gegevens(self) -> dict[str, Any]:
        lijst = te_bevestigen(self.toegang)
        pagina = bladeren(lijst, self.request.GET.get("vanaf"), op="bevestigd_tot")
        return {
            "bladzijde": pagina,
            "kolommen": [Kolom("Wie"), Kolom("Rol"), Kolom("Laatst ingelogd"), Kolom("Bevestigen")],
            "rijen": [_rij(self.toegang, rol) for rol in pagina],
            "kruimelpad": [
                Kruimel("Medewerkers", reverse("convenant:medewerkers")),
                Kruimel("Rollen bevestigen"),
            ],
        }


class HoedanigheidBevestigen(HandelingPagina):
    """Say that someone still needs this role."""

    deur = verricht(hoedanigheid_bevestigen)
    handeling = staticmethod(hoedanigheid_bevestigen)
    template_name = "convenant/hoedanigheid_bevestigen.html"
    titel = "Rol bevestigen"
    uitleg = (
        "Heeft deze medewerker de rol nog nodig voor zijn werk? Dan geldt zij vanaf vandaag weer "
        "een jaar. Zo niet, beëindig de rol."
    )
    knop = "Ja, nog nodig"
    gelukt = "De rol is bevestigd."

    def vind_onderwerp(self) -> Hoedanigheid:
        return een_of_404(beheerde_hoedanigheden(self.toegang), pk=self.kwargs["hoedanigheid_id"])

    def gegevens(self) -> dict[str, Any]:
        rol = self.onderwerp
        return {
            "feiten": [
                Feit("Medewerker", rol.medewerker.naam),
                Feit("Rol", rol.get_rol_display(), toelichting=rol.organisatie.naam),
                Feit("Laatst bevestigd", tijd.moment(rol.bevestigd_op) or "nog nooit"),
                Feit("Geldt zonder bevestiging tot en met", tijd.datum(rol.bevestigd_tot)),
                Feit("Laatst ingelogd", tijd.moment(rol.medewerker.last_login) or "nog nooit"),
            ],
            "beeindigen": rolknoppen(self.toegang, rol)[1],
            "zicht_url": reverse("convenant:wat_kan_deze_medewerker_zien", args=[rol.pk])
            if rol.organisatie_id == self.toegang.organisatie_id
            else "",
        }

    def kruimelpad(self) -> list[Kruimel]:
        return [
            Kruimel("Medewerkers", reverse("convenant:medewerkers")),
            Kruimel("Rollen bevestigen", self.terug_url()),
            Kruimel(self.titel),
        ]

    def terug_url(self) -> str:
        return reverse("convenant:te_bevestigen")


def rolknoppen(toegang: Toegang, rol: Hoedanigheid) -> list[Mogelijkheid]:
    """Confirm and end, as far as the rules of those deeds let this beheerder."""
    return [
        mogelijkheid(
            toegang,
            hoedanigheid_bevestigen,
            rol,
            label="Bevestigen",
            url=reverse("convenant:hoedanigheid_bevestigen", args=[rol.pk]),
        ),
        mogelijkheid(
            toegang,
            hoedanigheid_beeindigen,
            rol,
            label="Beëindigen",
            url=reverse("convenant:hoedanigheid_beeindigen", args=[rol.pk]),
        ),
    ]


def rolstand(rol: Hoedanigheid, vandaag: date) -> Chip:
    """Where a role stands: it holds, has to begin, waits to be confirmed, or is over."""
    if rol.is_voorbij(vandaag):
        return Chip("voorbij")
    if rol.bevestigd_tot < vandaag:
        return Chip("niet bevestigd, geldt niet", "laat")
    return Chip("geldt nu", "goed") if rol.geldt_op(vandaag) else Chip("begint nog")


def _rij(toegang: Toegang, rol: Hoedanigheid) -> list[Cel]:
    toon: Any = tijd.termijn_toon(rol.bevestigd_tot, toegang.vandaag)
    return [
        Cel(
            rol.medewerker.naam,
            url=reverse("convenant:hoedanigheid_bevestigen", args=[rol.pk]),
            sub=rol.medewerker.email,
        ),
        Cel(rol.get_rol_display(), sub=rol.organisatie.naam),
        Cel(tijd.moment(rol.medewerker.last_login) or "nog nooit"),
        Cel(chip=Chip(tijd.termijn(rol.bevestigd_tot, toegang.vandaag), toon)),
    ]
