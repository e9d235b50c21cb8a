"""Erasing an item: ask it, see what is asked, do it or refuse it; for the FG the list."""

from typing import Any

from django.urls import reverse

from beoordeling.forms.wissing import (
    InformatieWissenFormulier,
    WissenAfwijzenFormulier,
    WissingFilter,
)
from beoordeling.models import Informatie
from beoordeling.receivers.wissing import LEZERS, wisstand
from beoordeling.services.wissing import informatie_wissen, wissen_afwijzen, wissen_vragen
from casusregie.ui.blokken import Cel, Feit, Kolom, Kruimel
from casusregie.ui.paging import bladeren
from casusregie.ui.panelen import panelen
from casusregie.ui.tijd import datum, datum_kort, moment
from convenant.enums import Niveau, Rol
from convenant.guard import (
    HandelingPagina,
    Pagina,
    WissenVragenPagina,
    een_of_404,
    inzage,
    verricht,
)
from convenant.handeling import mogelijkheid
from convenant.models import Dossier, Wissing
from convenant.selectors.wissing import STANDEN, stuk_van, wissingen
from convenant.toegang import Mogelijkheid, Toegang

from .informatie import informatie_of_404

KOLOMMEN = [
    Kolom("Gevraagd"),
    Kolom("Bron"),
    Kolom("Waarom"),
    Kolom("Tweede persoon"),
    Kolom("Stand"),
]


class Wissingen(Pagina):
    """Everything that was asked to be erased, for the FG: without the dossier it was in."""

    deur = inzage("wissingen", Rol.FG, titel="Gewiste informatie")
    template_name = "beoordeling/wissingen.html"

    def gegevens(self) -> dict[str, Any]:
        filter_ = WissingFilter(self.request.GET)
        lijst = STANDEN[filter_.gekozen().get("stand", "alle")](self.toegang)
        pagina = bladeren(lijst, self.request.GET.get("vanaf"), op="-gevraagd_op")
        return {
            "filter": filter_,
            "bladzijde": pagina,
            "kolommen": KOLOMMEN,
            "rijen": [_rij(self.toegang, wissing) for wissing in pagina],
        }


class WissingInzien(Pagina):
    """What is asked, why and by whom; and afterwards that it was done: the verklaring."""

    deur = inzage("wissing_inzien", *LEZERS, titel="Informatie wissen")
    template_name = "beoordeling/wissing_inzien.html"

    def gegevens(self) -> dict[str, Any]:
        toegang = self.toegang
        wissing = wissing_of_404(toegang, self.kwargs["wissing_id"])
        self.gelezen = wissing
        return {
            "wissing": wissing,
            "titel": self.deur.titel,
            "chips": [wisstand(toegang, wissing)],
            "feiten": _feiten(toegang, wissing),
            "kruimelpad": _pad(toegang),
            "mogelijkheden": _mogelijkheden(toegang, wissing),
        }


class WissenVragen(WissenVragenPagina):
    """Ask a second person to erase an item that was withdrawn."""

    deur = verricht(wissen_vragen)
    handeling = staticmethod(wissen_vragen)
    titel = "Informatie laten wissen"

    def vind_onderwerp(self) -> Informatie:
        return informatie_of_404(self.toegang, self.kwargs["informatie_id"])

    def terug_url(self) -> str:
        return reverse("beoordeling:informatie_inzien", args=[self.kwargs["informatie_id"]])

    def waarover(self) -> str:
        item = self.onderwerp
        return f"{item.get_soort_display().capitalize()} van {datum(item.gebeurd_op)}"

    def succes_url(self, resultaat: Wissing) -> str:
        return reverse("beoordeling:wissing_inzien", args=[resultaat.pk])


class _OverWissing(HandelingPagina):
    """A deed on a request."""

    def vind_onderwerp(self) -> Wissing:
        return wissing_of_404(self.toegang, self.kwargs["wissing_id"])

    def terug_url(self) -> str:
        return reverse("beoordeling:wissing_inzien", args=[self.kwargs["wissing_id"]])

    def waarover(self) -> str:
        wissing = self.onderwerp
        return f"Gevraagd door {wissing.gevraagd_door.medewerker.naam}: {wissing.reden}"


class InformatieWissen(_OverWissing):
    """Erase it, as the second person."""

    deur = verricht(informatie_wissen)
    handeling = staticmethod(informatie_wissen)
    formulier = InformatieWissenFormulier
    titel = "Informatie wissen"
    uitleg = (
        "De tekst, alle eerdere versies en een document dat erbij hoort, verdwijnen. Dat kan niet "
        "ongedaan worden gemaakt. Wie de informatie kreeg en nog bewaart, krijgt de vraag om haar te vernietigen."
    )
    knop = "Definitief wissen"
    gelukt = "De informatie is gewist."


class WissenAfwijzen(_OverWissing):
    """Say why it is not erased."""

    deur = verricht(wissen_afwijzen)
    handeling = staticmethod(wissen_afwijzen)
    formulier = WissenAfwijzenFormulier
    titel = "Niet wissen"
    uitleg = "De informatie blijft ingetrokken. Alleen de bron leest nog wat er stond."
    knop = "Vastleggen"
    gelukt = "Vastgelegd: de informatie wordt niet gewist."


def wissing_of_404(toegang: Toegang, wissing_id: Any) -> Wissing:
    """The request, for who may know of it."""
    return een_of_404(wissingen(toegang), pk=wissing_id)


def _rij(toegang: Toegang, wissing: Wissing) -> list[Cel]:
    url = reverse("beoordeling:wissing_inzien", args=[wissing.pk])
    return [
        Cel(datum_kort(wissing.gevraagd_op), url=url, sub=wissing.gevraagd_door.medewerker.naam),
        Cel(wissing.bron.naam),
        Cel(wissing.get_grond_display()),
        Cel(wissing.tweede.medewerker.naam),
        Cel(chip=wisstand(toegang, wissing)),
    ]


def _feiten(toegang: Toegang, wissing: Wissing) -> list[Feit]:
    feiten = [
        *_dossier(toegang, wissing),
        Feit("Bron", wissing.bron.naam),
        Feit("Waarom", wissing.get_grond_display()),
        Feit(
            "Gevraagd",
            moment(wissing.gevraagd_op),
            toelichting=wissing.gevraagd_door.medewerker.naam,
        ),
        Feit("Tweede persoon", wissing.tweede.medewerker.naam),
    ]
    if wissing.besloten_door is not None:
        naam = wissing.besloten_door.medewerker.naam
        feiten.append(
            Feit(
                wissing.get_stand_display().capitalize(),
                moment(wissing.besloten_op),
                toelichting=naam,
            )
        )
    if wissing.versies is not None:
        feiten.append(Feit("Versies gewist", str(wissing.versies)))
        feiten.append(Feit("Documenten gewist", str(wissing.bestanden)))
    return feiten


def _dossier(toegang: Toegang, wissing: Wissing) -> list[Feit]:
    """Not for the FG: of care the number would tell who is known there."""
    if toegang.rol == Rol.FG:
        return []
    bekend = Dossier.objects.voor(toegang, minstens=Niveau.PROCES).filter(pk=wissing.dossier_id)
    url = reverse("convenant:dossier_inzien", args=[wissing.dossier_id]) if bekend else ""
    feiten = [Feit("Dossier", wissing.kenmerk, url=url)]
    stuk: Any = stuk_van(toegang, wissing)
    if stuk is not None:
        url = next(iter(panelen("stuk_url", toegang=toegang, stuk=stuk)), "")
        feiten.append(Feit("Informatie", stuk.kop, url=url))
    return feiten


def _pad(toegang: Toegang) -> list[Kruimel]:
    if toegang.rol == Rol.FG:
        return [
            Kruimel("Gewiste informatie", reverse("beoordeling:wissingen")),
            Kruimel("Eén verzoek"),
        ]
    return [Kruimel("Mijn werk", reverse("convenant:mijn_werk")), Kruimel("Informatie wissen")]


def _mogelijkheden(toegang: Toegang, wissing: Wissing) -> list[Mogelijkheid]:
    if not wissing.wacht or toegang.rol == Rol.FG:
        return []
    deeds: tuple[tuple[Any, str], ...] = (
        (informatie_wissen, "Wissen"),
        (wissen_afwijzen, "Niet wissen"),
    )
    return [
        mogelijkheid(
            toegang,
            deed,
            wissing,
            label=label,
            url=reverse(f"beoordeling:{deed.__name__}", args=[wissing.pk]),
        )
        for deed, label in deeds
    ]
