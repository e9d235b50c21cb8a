"""The shared screen of the overleg: one item at a time, decided right there."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse

from beoordeling.enums import Advies, Wegingstatus
from casusregie.enums import Overlegstatus, Planbesluit, Puntsoort, Puntstatus
from casusregie.forms.overleg import AgendapuntBesprekenFormulier
from casusregie.models import Agendapunt, Overleg
from casusregie.models.overleg import OVERLEGROLLEN
from casusregie.rules.plan import voorgelegd_plan
from casusregie.selectors.overleg import (
    aan_tafel,
    actiehouders,
    acties_bij,
    open_hamerstukken,
    overleggen,
    punten_van,
)
from casusregie.selectors.scherm import schermonderwerp
from casusregie.services.overleg import overleg_openen
from casusregie.services.overlegbesluit import Actie, agendapunt_bespreken, hamerstukken_afdoen
from casusregie.ui.blokken import Agendapunt as Schermpunt
from casusregie.ui.formulieren import Formulier
from convenant.enums import Rol
from convenant.guard import Pagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.rules.dicht import zonder_verzegelde
from convenant.toegang import Toegang

from .agenda import PuntPagina
from .overleg import OverlegPagina, openen_url

STAAT: dict[str, Any] = {Puntstatus.OPEN: "straks"}


class OverlegScherm(Pagina):
    """One item in large type; who leads the meeting gets the form beside it."""

    deur = inzage("overleg_scherm", *OVERLEGROLLEN, titel="Gedeeld scherm")
    template_name = "casusregie/overleg_scherm.html"

    def gegevens(self) -> dict[str, Any]:
        overleg = een_of_404(overleggen(), pk=self.kwargs["overleg_id"])
        punten = punten_van(zonder_verzegelde(self.toegang), overleg)
        punt = _gekozen(punten, self.kwargs.get("punt_id"))
        self.getoonde_dossiers = [punt.dossier_id] if punt.dossier_id else []
        return schermgegevens(self.toegang, overleg, punten, punt, None)


class AgendapuntBespreken(PuntPagina):
    """The same screen, with the form of the decision."""

    deur = verricht(agendapunt_bespreken)
    handeling = staticmethod(agendapunt_bespreken)
    formulier = AgendapuntBesprekenFormulier
    template_name = "casusregie/overleg_scherm.html"
    titel = "Besluit vastleggen"
    gelukt = ""

    @cached_property
    def lezer(self) -> Toegang:
        """Everyone at the table: nothing that only named people may know."""
        return zonder_verzegelde(self.toegang)

    def formulier_argumenten(self) -> dict[str, Any]:
        return formulierargumenten(self.toegang, self.onderwerp)

    def beginwaarden(self) -> Mapping[str, Any]:
        return {"besluittekst": self.onderwerp.besluittekst}

    def argumenten(self, form: Formulier) -> dict[str, Any]:
        assert isinstance(form, AgendapuntBesprekenFormulier)  # noqa: S101
        return {
            "besluittekst": form.cleaned_data["besluittekst"],
            "uitkomst": form.cleaned_data.get("uitkomst", ""),
            "acties": [Actie(**actie) for actie in form.acties()],
        }

    def toon_formulier(self, form: Formulier, status: int = 200, **extra: Any) -> HttpResponse:
        """Draw the whole screen around the form."""
        overleg = een_of_404(overleggen(), pk=self.onderwerp.overleg_id)
        punten = punten_van(self.lezer, overleg)
        context = schermgegevens(self.toegang, overleg, punten, self.onderwerp, form)
        self.gelezen = self.onderwerp
        return self.toon(context | extra, status=status)

    def succes_url(self, resultaat: Agendapunt) -> str:
        return _schermurl(resultaat.overleg_id, resultaat.pk)

    def na_dubbel(self, object_id: Any) -> str:
        return _schermurl(self.onderwerp.overleg_id, self.onderwerp.pk)


class HamerstukkenAfdoen(OverlegPagina):
    """Decide the hamerstukken together."""

    deur = verricht(hamerstukken_afdoen)
    handeling = staticmethod(hamerstukken_afdoen)
    titel = "Hamerstukken afdoen"
    knop = "Akkoord met alle hamerstukken"

    def succes_url(self, resultaat: Overleg) -> str:
        return reverse("casusregie:overleg_scherm", args=[resultaat.pk])


def schermgegevens(
    toegang: Toegang,
    overleg: Overleg,
    punten: list[Agendapunt],
    punt: Agendapunt,
    form: Formulier | None,
) -> dict[str, Any]:
    """Everything on the screen; the form is made here when the asker may use it and has none."""
    plek = next((i for i, p in enumerate(punten) if p.pk == punt.pk), 0)
    mag = mogelijkheid(toegang, agendapunt_bespreken, punt, label="", url="")
    samen = punt.soort == Puntsoort.HAMERSTUK and punt.status == Puntstatus.OPEN and form is None
    hamerstukken = open_hamerstukken(punten)
    wachtend = [p for p in hamerstukken if p.duiding and not p.duiding.tweede_akkoord]
    vorige, volgende = _buren(punten, punt, hamerstukken if samen else [])
    if form is None and mag.zichtbaar and not mag.reden and not samen:
        form = AgendapuntBesprekenFormulier(
            initial={"besluittekst": punt.besluittekst, "versie": punt.versie},
            vandaag=toegang.vandaag,
            **formulierargumenten(toegang, punt),
        )
    return {
        "overleg": overleg,
        "punt": punt,
        "nummer": plek + 1,
        "agenda": [_schermpunt(overleg, i, p, punt) for i, p in enumerate(punten, start=1)],
        "onderwerp": schermonderwerp(toegang, punt, hamerstukken if samen else ()),
        "acties": acties_bij(toegang, [punt]).get(punt.pk, []),
        "aanwezigen": aan_tafel(overleg),
        "form": form,
        "reden": mag.reden if toegang.rol == Rol.PROCESREGISSEUR else "",
        "samen": samen and mag.zichtbaar and not mag.reden,
        "klaar": len(hamerstukken) - len(wachtend),
        "wachtend": len(wachtend),
        "bespreken_url": reverse("casusregie:agendapunt_bespreken", args=[punt.pk]),
        "vorige_url": _schermurl(overleg.pk, vorige.pk) if vorige else "",
        "volgende_url": _schermurl(overleg.pk, volgende.pk) if volgende else "",
        "bezig": overleg.status == Overlegstatus.BEZIG,
        "openen": mogelijkheid(
            toegang, overleg_openen, overleg, label="Overleg openen", url=openen_url(overleg)
        ),
    }


def _buren(
    punten: list[Agendapunt], punt: Agendapunt, samen: list[Agendapunt]
) -> tuple[Agendapunt | None, Agendapunt | None]:
    """The items before and after; hamerstukken that stand on one screen count as one item."""
    reeks = [p for p in punten if p == punt or p not in samen]
    plek = reeks.index(punt)
    return (
        reeks[plek - 1] if plek else None,
        reeks[plek + 1] if plek + 1 < len(reeks) else None,
    )


def formulierargumenten(toegang: Toegang, punt: Agendapunt) -> dict[str, Any]:
    """Which outcomes can be chosen, and who can be given an action."""
    return {"uitkomsten": _uitkomsten(punt), "houders": actiehouders(toegang)}


def _uitkomsten(punt: Agendapunt) -> list[tuple[str, str]]:
    if punt.weging is not None and punt.weging.status != Wegingstatus.VASTGESTELD:
        return list(Advies.choices)
    if punt.soort == Puntsoort.PLAN and voorgelegd_plan(punt.dossier_id) is not None:
        return list(Planbesluit.choices)
    return []


def _gekozen(punten: list[Agendapunt], punt_id: Any) -> Agendapunt:
    if punt_id is not None:
        gevonden = next((p for p in punten if p.pk == punt_id), None)
    else:
        open_ = (p for p in punten if p.status == Puntstatus.OPEN)
        gevonden = next(open_, punten[0] if punten else None)
    if gevonden is None:
        raise Http404
    return gevonden


def _schermpunt(overleg: Overleg, nummer: int, punt: Agendapunt, nu: Agendapunt) -> Schermpunt:
    nummer_of_soort = punt.dossier.nummer if punt.dossier else punt.onderwerp
    if punt.soort == Puntsoort.HAMERSTUK:
        nummer_of_soort = "hamerstuk"
    return Schermpunt(
        nummer,
        nummer_of_soort,
        _schermurl(overleg.pk, punt.pk),
        "nu" if punt.pk == nu.pk else STAAT.get(punt.status, "gedaan"),
        punt.get_soort_display() if punt.dossier and punt.soort != Puntsoort.HAMERSTUK else "",
    )


def _schermurl(overleg_id: Any, punt_id: Any) -> str:
    return reverse("casusregie:overleg_scherm_punt", args=[overleg_id, punt_id])
