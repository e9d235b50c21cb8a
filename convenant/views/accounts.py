"""Accounts, for who keeps them: who works here, in which role, until when."""

import logging
from functools import partial
from typing import Any

from allauth.account.forms import ResetPasswordForm
from allauth.core.context import request_context
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Feit, Kolom, Kruimel
from casusregie.ui.formulieren import Formulier
from casusregie.ui.paging import bladeren
from convenant.forms.accounts import (
    HoedanigheidBeeindigenFormulier,
    HoedanigheidVerlenenFormulier,
    MedewerkerFilter,
    MedewerkerHeropenenFormulier,
    MedewerkerSluitenFormulier,
    MedewerkerToevoegenFormulier,
)
from convenant.guard import HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.models import Hoedanigheid, Medewerker
from convenant.rules.accounts import BEHEERDERS
from convenant.selectors.accounts import beheerde_hoedanigheden, medewerkers, organisaties
from convenant.services.accounts import (
    hoedanigheid_beeindigen,
    hoedanigheid_verlenen,
    medewerker_heropenen,
    medewerker_sluiten,
    medewerker_toevoegen,
)
from convenant.toegang import Toegang

from .hercertificering import rolknoppen, rolstand

logger = logging.getLogger(__name__)


class Medewerkers(Pagina):
    """All accounts with the roles that hold now, by name."""

    deur = inzage("medewerkers", *BEHEERDERS, titel="Medewerkers")
    template_name = "convenant/medewerkers.html"

    def gegevens(self) -> dict[str, Any]:
        filter_ = MedewerkerFilter(self.request.GET)
        lijst = medewerkers(self.toegang, ook_gesloten="stand" in filter_.gekozen())
        pagina = bladeren(lijst, self.request.GET.get("vanaf"), op="naam")
        url = reverse("convenant:medewerker_toevoegen")
        return {
            "filter": filter_,
            "bladzijde": pagina,
            "kolommen": [Kolom("Naam"), Kolom("Rollen nu"), Kolom("Stand")],
            "rijen": [_rij(self.toegang, medewerker) for medewerker in pagina],
            "toevoegen": mogelijkheid(
                self.toegang,
                medewerker_toevoegen,
                None,
                label="Medewerker toevoegen",
                url=url,
                primair=True,
                icoon="user-plus",
            ),
        }


class MedewerkerInzien(Pagina):
    """One account: its roles, past and present, and what can be done with it."""

    deur = inzage("medewerker_inzien", *BEHEERDERS, titel="Account")
    template_name = "convenant/medewerker_inzien.html"

    def gegevens(self) -> dict[str, Any]:
        medewerker = medewerker_of_404(self.toegang, self.kwargs["medewerker_id"])
        self.gelezen = medewerker
        return {
            "medewerker": medewerker,
            "chips": [Chip("actief", "goed") if medewerker.is_active else Chip("gesloten")],
            "kruimelpad": [
                Kruimel("Medewerkers", reverse("convenant:medewerkers")),
                Kruimel("Account"),
            ],
            "feiten": [
                Feit("E-mailadres", medewerker.email),
                Feit("Telefoon", medewerker.telefoon or "niet bekend"),
                Feit("Laatst ingelogd", tijd.moment(medewerker.last_login) or "nog nooit"),
                *_gesloten(medewerker),
            ],
            "rollen": [_rolregel(self.toegang, rol) for rol in medewerker.hoedanigheden.all()],
            "mogelijkheden": _knoppen(self.toegang, medewerker),
        }


class _AccountHandeling(HandelingPagina):
    def vind_onderwerp(self) -> Any:
        return medewerker_of_404(self.toegang, self.kwargs["medewerker_id"])

    def terug_url(self) -> str:
        return reverse("convenant:medewerker_inzien", args=[self.kwargs["medewerker_id"]])

    def waarover(self) -> str:
        return str(self.onderwerp.naam)

    def kruimelpad(self) -> list[Kruimel]:
        return _accountpad(self.titel, self.terug_url())


class MedewerkerToevoegen(HandelingPagina):
    """Make an account; its owner gets a mail with the link to choose a password."""

    deur = verricht(medewerker_toevoegen)
    handeling = staticmethod(medewerker_toevoegen)
    formulier = MedewerkerToevoegenFormulier
    titel = "Medewerker toevoegen"
    uitleg = (
        "Het account heeft nog geen rol. De medewerker krijgt een e-mail met een link om zelf een "
        "wachtwoord te kiezen."
    )
    knop = "Toevoegen"
    gelukt = "Het account is gemaakt. Geef het nu een rol."

    def voer_uit(self, form: Formulier) -> Medewerker:
        medewerker: Medewerker = super().voer_uit(form)
        transaction.on_commit(partial(_uitnodigen, self.request, medewerker.email))
        return medewerker

    def terug_url(self) -> str:
        return reverse("convenant:medewerkers")

    def kruimelpad(self) -> list[Kruimel]:
        return [Kruimel("Medewerkers", self.terug_url()), Kruimel(self.titel)]

    def succes_url(self, resultaat: Any) -> str:
        return reverse("convenant:medewerker_inzien", args=[resultaat.pk])


class MedewerkerSluiten(_AccountHandeling):
    """Close an account; whoever works with it is refused from the next click."""

    deur = verricht(medewerker_sluiten)
    handeling = staticmethod(medewerker_sluiten)
    formulier = MedewerkerSluitenFormulier
    titel = "Account sluiten"
    uitleg = (
        "Alle rollen eindigen meteen. Het account blijft bestaan, zodat het logboek blijft kloppen."
    )
    knop = "Sluiten"
    gelukt = "Het account is gesloten."


class MedewerkerHeropenen(_AccountHandeling):
    """Open an account again that was closed, by hand or because nobody used it."""

    deur = verricht(medewerker_heropenen)
    handeling = staticmethod(medewerker_heropenen)
    formulier = MedewerkerHeropenenFormulier
    titel = "Account heropenen"
    uitleg = "De rollen die niemand heeft beëindigd, gelden daarna weer als zij bevestigd zijn."
    knop = "Heropenen"
    gelukt = "Het account is weer open."


class HoedanigheidVerlenen(_AccountHandeling):
    """Give a role for an organisation."""

    deur = verricht(hoedanigheid_verlenen)
    handeling = staticmethod(hoedanigheid_verlenen)
    formulier = HoedanigheidVerlenenFormulier
    titel = "Rol geven"
    knop = "Geven"
    gelukt = "De rol is gegeven."

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"organisaties": organisaties()}

    def beginwaarden(self) -> dict[str, Any]:
        return {"van": self.toegang.vandaag}


class HoedanigheidBeeindigen(HandelingPagina):
    """End a role at once."""

    deur = verricht(hoedanigheid_beeindigen)
    handeling = staticmethod(hoedanigheid_beeindigen)
    formulier = HoedanigheidBeeindigenFormulier
    titel = "Rol beëindigen"
    uitleg = "De rol geldt meteen niet meer, ook niet voor wie nu is ingelogd."
    knop = "Beëindigen"
    gelukt = "De rol is beëindigd."

    def vind_onderwerp(self) -> Hoedanigheid:
        return een_of_404(beheerde_hoedanigheden(self.toegang), pk=self.kwargs["hoedanigheid_id"])

    def terug_url(self) -> str:
        return reverse("convenant:medewerker_inzien", args=[self.onderwerp.medewerker_id])

    def waarover(self) -> str:
        rol = self.onderwerp
        return f"{rol.medewerker.naam}: {rol.get_rol_display()} · {rol.organisatie.naam}"

    def kruimelpad(self) -> list[Kruimel]:
        return _accountpad(self.titel, self.terug_url())


def _accountpad(titel: str, account_url: str) -> list[Kruimel]:
    return [
        Kruimel("Medewerkers", reverse("convenant:medewerkers")),
        Kruimel("Account", account_url),
        Kruimel(titel),
    ]


def medewerker_of_404(toegang: Toegang, medewerker_id: Any) -> Medewerker:
    """The account, when this beheerder keeps it."""
    return een_of_404(medewerkers(toegang, ook_gesloten=True), pk=medewerker_id)


def _uitnodigen(request: HttpRequest, email: str) -> None:
    """Send the mail of *wachtwoord vergeten*; the account stays when the mail cannot be sent."""
    form = ResetPasswordForm({"email": email})
    try:
        if form.is_valid():
            with request_context(request):
                form.save(request)
    except OSError as fout:
        # Not the error itself: a mail server that refuses someone names him in it.
        logger.error("the mail to a new account was not sent: %s", type(fout).__name__)
        messages.warning(
            request,
            "De e-mail kon niet worden verstuurd. De medewerker kan op het inlogscherm zelf een "
            "link vragen met ‘Wachtwoord vergeten’.",
        )


def _rij(toegang: Toegang, medewerker: Medewerker) -> list[Cel]:
    nu = [h for h in medewerker.hoedanigheden.all() if h.geldt_op(toegang.vandaag)]
    rollen = ", ".join(f"{h.get_rol_display()} ({h.organisatie.naam})" for h in nu)
    url = reverse("convenant:medewerker_inzien", args=[medewerker.pk])
    return [
        Cel(medewerker.naam, url=url, sub=medewerker.email),
        Cel(rollen or "geen rol"),
        Cel(chip=Chip("actief", "goed") if medewerker.is_active else Chip("gesloten")),
    ]


def _gesloten(medewerker: Medewerker) -> list[Feit]:
    if medewerker.gesloten_op is None:
        return []
    return [Feit("Gesloten", tijd.moment(medewerker.gesloten_op))]


def _rolregel(toegang: Toegang, rol: Hoedanigheid) -> dict[str, Any]:
    eind = f"tot en met {tijd.datum(rol.tot)}" if rol.tot else "zonder einddatum"
    kan_nog = not rol.is_voorbij(toegang.vandaag)
    return {
        "rol": rol.get_rol_display(),
        "organisatie": rol.organisatie.naam,
        "periode": f"vanaf {tijd.datum(rol.van)}, {eind}",
        "bevestigen": f"bevestigen voor {tijd.datum(rol.bevestigd_tot)}" if kan_nog else "",
        "stand": rolstand(rol, toegang.vandaag),
        "knoppen": rolknoppen(toegang, rol) if kan_nog else [],
    }


def _knoppen(toegang: Toegang, medewerker: Medewerker) -> list[Any]:
    return [
        mogelijkheid(
            toegang,
            hoedanigheid_verlenen,
            medewerker,
            label="Rol geven",
            url=reverse("convenant:hoedanigheid_verlenen", args=[medewerker.pk]),
            primair=True,
        ),
        mogelijkheid(
            toegang,
            medewerker_sluiten,
            medewerker,
            label="Account sluiten",
            url=reverse("convenant:medewerker_sluiten", args=[medewerker.pk]),
        )
        if medewerker.is_active
        else mogelijkheid(
            toegang,
            medewerker_heropenen,
            medewerker,
            label="Account heropenen",
            url=reverse("convenant:medewerker_heropenen", args=[medewerker.pk]),
        ),
    ]
