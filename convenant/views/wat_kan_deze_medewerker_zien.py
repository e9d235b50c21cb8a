"""Wat kan deze medewerker zien?: per role which dossiers, how far, and by which article."""

import uuid
from typing import Any

from django.http import Http404
from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Feit, Kruimel
from casusregie.ui.paging import bladeren
from casusregie.ui.panelen import panelen
from convenant.enums import Organisatiesoort, Rol
from convenant.guard import Pagina, inzage
from convenant.models import Betrokkenheid, Hoedanigheid, Toegangsaanvraag
from convenant.rules.accounts import BEHEERDERS
from convenant.rules.dicht import verzegelde_dossiers
from convenant.rules.werklast import omvang_van
from convenant.selectors.vervangingen import in_woorden
from convenant.selectors.verzegeling import belangenconflicten
from convenant.selectors.zicht import Dossierzicht, Zicht

from .hercertificering import rolstand
from .noodtoegang import nummers_van

LEZERS = (Rol.PROCESREGISSEUR, Rol.FG)
"""Who sees the dossiers themselves, as far as they may know those."""


class WatKanDezeMedewerkerZien(Pagina):
    """The dossiers for who steers or oversees; for who keeps the account how many there are."""

    deur = inzage(
        "wat_kan_deze_medewerker_zien",
        *LEZERS,
        *BEHEERDERS,
        titel="Wat kan deze medewerker zien?",
    )
    template_name = "convenant/wat_kan_deze_medewerker_zien.html"

    def gegevens(self) -> dict[str, Any]:
        rollen = self._rollen(self.kwargs["hoedanigheid_id"])
        wie = rollen.pop(self.kwargs["hoedanigheid_id"], None)
        if wie is None:
            raise Http404
        self.gelezen = wie
        vandaag = self.toegang.vandaag
        return {
            "medewerker": wie.medewerker,
            "rol": f"{wie.get_rol_display()}, {wie.organisatie.naam}",
            "chips": [rolstand(wie, vandaag)],
            "kruimelpad": [
                Kruimel("Mijn werk", reverse("convenant:mijn_werk")),
                Kruimel("Wat kan deze medewerker zien?"),
            ],
            "andere_rollen": [
                (f"{h.get_rol_display()}, {h.organisatie.naam}", zicht_url(h))
                for h in rollen.values()
                if not h.is_voorbij(vandaag)
            ],
            "mogelijkheden": [
                knop
                for knoppen in panelen("medewerker_doen", toegang=self.toegang, wie=wie)
                for knop in knoppen
            ],
            **(self._dossiers(wie) if self.toegang.is_een(*LEZERS) else self._aantallen(wie)),
        }

    def _rollen(self, hoedanigheid_id: uuid.UUID) -> dict[uuid.UUID, Hoedanigheid]:
        """Every role of this person that the reader may ask about, by id."""
        rijen = Hoedanigheid.objects.select_related("medewerker", "organisatie").filter(
            medewerker__hoedanigheden=hoedanigheid_id
        )
        if not self.toegang.is_een(*LEZERS):
            rijen = rijen.filter(organisatie_id=self.toegang.organisatie_id)
        return {h.pk: h for h in rijen.order_by("-van", "pk")}

    def _dossiers(self, wie: Hoedanigheid) -> dict[str, Any]:
        zicht = Zicht(self.toegang, wie)
        pagina = bladeren(zicht.dossiers(), self.request.GET.get("vanaf"), op="-gewijzigd_op")
        nummers = nummers_van(self.toegang, {a.dossier_id for a in zicht.aanvragen})
        self.getoonde_dossiers = sorted({*(d.pk for d in pagina), *nummers})
        verzegeld = verzegelde_dossiers()
        return {
            "bladzijde": pagina,
            "rijen": [_rij(rij, verzegeld) for rij in zicht.per_dossier(pagina)],
            "aanvragen": [
                {"nummer": nummers[a.dossier_id], "tekst": _aanvraag(a), "url": _aanvraag_url(a)}
                for a in zicht.aanvragen
                if a.dossier_id in nummers
            ],
            "gesloten": [
                (c.dossier.nummer, reverse("convenant:dossier_inzien", args=[c.dossier_id]))
                for c in belangenconflicten(self.toegang).filter(medewerker=wie.medewerker_id)
            ],
            "zorg_verborgen": self.toegang.is_een(Rol.FG)
            and wie.organisatie.soort == Organisatiesoort.ZORG,
        }

    def _aantallen(self, wie: Hoedanigheid) -> dict[str, Any]:
        omvang = omvang_van(wie, self.toegang.moment)
        return {
            "aantallen": [
                Feit("Betrokken bij", _dossiers(omvang.dossiers)),
                Feit("Leest nu met noodtoegang", _dossiers(omvang.in_nood)),
                Feit("Wacht op toegang tot", _dossiers(omvang.aanvragen)),
                Feit("Laatst ingelogd", tijd.moment(wie.medewerker.last_login) or "nog nooit"),
            ],
        }


def zicht_url(wie: Hoedanigheid) -> str:
    """The page of this person in this role."""
    return reverse("convenant:wat_kan_deze_medewerker_zien", args=[wie.pk])


def _rij(zicht: Dossierzicht, verzegeld: frozenset[uuid.UUID]) -> dict[str, Any]:
    return {
        "verzegeld": zicht.dossier.pk in verzegeld,
        "nummer": zicht.dossier.nummer,
        "fase": zicht.dossier.get_fase_display(),
        "url": reverse("convenant:dossier_inzien", args=[zicht.dossier.pk]),
        "waardoor": [*map(_betrokken, zicht.betrokken), *_anders(zicht)],
        "kennis": zicht.kennis,
        "eigen": zicht.eigen,
    }


def _betrokken(b: Betrokkenheid) -> tuple[str, str]:
    einde = f"tot en met {tijd.datum(b.tot)}" if b.tot else "zonder einddatum"
    periode = f"vanaf {tijd.datum(b.van)}, {einde}"
    return b.permission.name, f"{periode} (door {b.verleend_door.medewerker.naam})"


def _anders(zicht: Dossierzicht) -> list[tuple[str, str]]:
    if zicht.vervangt is not None:
        return [("als vervanger", in_woorden(zicht.vervangt))]
    if zicht.nood is not None:
        return [("noodtoegang", f"tot {tijd.uur(zicht.nood.tot)}")]
    return [] if zicht.betrokken else [("door de rol", "niet bij naam betrokken")]


def _aanvraag(aanvraag: Toegangsaanvraag) -> str:
    return f"gevraagd op {tijd.datum(aanvraag.gevraagd_op)}, tot en met {tijd.datum(aanvraag.tot)}"


def _aanvraag_url(aanvraag: Toegangsaanvraag) -> str:
    return reverse("convenant:toegangsaanvraag_inzien", args=[aanvraag.pk])


def _dossiers(aantal: int) -> str:
    return "1 dossier" if aantal == 1 else f"{aantal} dossiers"
