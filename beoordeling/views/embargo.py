"""Embargoes: the list, one with its reviews, and the deeds of those who look after it."""

from typing import Any

from django.urls import reverse

from beoordeling.forms.embargo import (
    EmbargoFilter,
    EmbargoHerzienFormulier,
    EmbargoLeggenFormulier,
    InformatieVrijgevenFormulier,
)
from beoordeling.models import Informatie
from beoordeling.receivers.embargo import LEZERS, embargostand
from beoordeling.selectors.embargo import (
    STANDEN,
    dossier_van_embargo,
    embargos,
    herzieningen_van,
    met_inhoud,
    stuk_van,
)
from beoordeling.services.embargo import embargo_herzien, embargo_leggen, informatie_vrijgeven
from casusregie.ui.blokken import Cel, Feit, Kolom, Kruimel
from casusregie.ui.paging import bladeren
from casusregie.ui.tijd import datum, datum_kort, moment
from convenant.enums import Embargosoort, Rol
from convenant.guard import HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.models import Embargo, Embargoherziening
from convenant.rules.embargo import bewaarders
from convenant.toegang import Mogelijkheid, Toegang

from .informatie import informatie_of_404

UITLEG = {
    Embargosoort.ZICHTBAAR: "Na de laatste dag lezen anderen deze informatie weer.",
    Embargosoort.VERBORGEN: "Ook na de laatste dag blijft deze informatie verborgen, "
    "tot uw organisatie haar vrijgeeft.",
}


class Embargos(Pagina):
    """What one's own organisation holds back, or one looks after; for the FG everything."""

    deur = inzage("embargos", *LEZERS, titel="Embargo's")
    template_name = "beoordeling/embargos.html"

    def gegevens(self) -> dict[str, Any]:
        """No dossier in the line of the logboek: it would tell others that something is hidden."""
        toegang = self.toegang
        filter_ = EmbargoFilter(self.request.GET)
        lijst = STANDEN[filter_.gekozen().get("stand", "lopend")](toegang)
        pagina = bladeren(lijst, self.request.GET.get("vanaf"), op="tot")
        met_nummer = toegang.rol != Rol.FG
        kolommen = [Kolom("Laatste dag"), Kolom("Bron"), Kolom("Soort"), Kolom("Stand")]
        return {
            "filter": filter_,
            "bladzijde": pagina,
            "kolommen": [*kolommen, Kolom("Dossier")] if met_nummer else kolommen,
            "rijen": [_rij(toegang, embargo, met_nummer=met_nummer) for embargo in pagina],
        }


class EmbargoInzien(Pagina):
    """One embargo: its term, who looks after it and what was said of it."""

    deur = inzage("embargo_inzien", *LEZERS, titel="Eén embargo")
    template_name = "beoordeling/embargo_inzien.html"

    def gegevens(self) -> dict[str, Any]:
        toegang = self.toegang
        embargo = embargo_of_404(toegang, self.kwargs["embargo_id"])
        inhoud = met_inhoud(toegang, embargo)
        self.gelezen = embargo
        kolommen = [Kolom("Dag"), Kolom("Uitkomst"), Kolom("Door"), Kolom("Nieuwe laatste dag")]
        return {
            "titel": self.deur.titel,
            "embargo": embargo,
            "inhoud": inhoud,
            "uitleg": UITLEG[Embargosoort(embargo.soort)],
            "chips": [embargostand(toegang, embargo)],
            "feiten": _feiten(toegang, embargo, inhoud=inhoud),
            "kolommen": kolommen,
            "rijen": [
                _herziening(rij, inhoud=inhoud) for rij in herzieningen_van(toegang, embargo)
            ],
            "kruimelpad": [
                Kruimel("Embargo's", reverse("beoordeling:embargos")),
                Kruimel(self.deur.titel),
            ],
            "mogelijkheden": _mogelijkheden(toegang, embargo) if inhoud else [],
        }


class EmbargoLeggen(HandelingPagina):
    """Close one's own item for others."""

    deur = verricht(embargo_leggen)
    handeling = staticmethod(embargo_leggen)
    formulier = EmbargoLeggenFormulier
    titel = "Embargo leggen"
    uitleg = (
        "Uw organisatie blijft deze informatie lezen, en de bewaarder als die bij het dossier "
        "hoort. Wat anderen al gelezen hebben, weten zij nog."
    )
    knop = "Embargo leggen"
    gelukt = "Het embargo is gelegd."

    def vind_onderwerp(self) -> Informatie:
        return informatie_of_404(self.toegang, self.kwargs["informatie_id"])

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"bewaarders": bewaarders(self.toegang, self.onderwerp.bron_id)}

    def waarover(self) -> str:
        return f"{self.onderwerp.titel} ({datum(self.onderwerp.gebeurd_op)})"

    def terug_url(self) -> str:
        return reverse("beoordeling:informatie_inzien", args=[self.kwargs["informatie_id"]])


class EmbargoHerzien(HandelingPagina):
    """Say as a second person whether it is still needed."""

    deur = verricht(embargo_herzien)
    handeling = staticmethod(embargo_herzien)
    formulier = EmbargoHerzienFormulier
    titel = "Embargo herzien"
    uitleg = "Verlengen kan tot drie maanden na vandaag. Wie verlengt en waarom, blijft bewaard."
    knop = "Vastleggen"
    gelukt = "De herziening is vastgelegd."

    def vind_onderwerp(self) -> Embargo:
        return embargo_of_404(self.toegang, self.kwargs["embargo_id"])

    def beginwaarden(self) -> dict[str, Any]:
        return {"bewaarder": str(self.onderwerp.bewaarder_id)}

    def formulier_argumenten(self) -> dict[str, Any]:
        embargo = self.onderwerp
        return {"bewaarders": bewaarders(self.toegang, embargo.bron_id, embargo)}

    def waarover(self) -> str:
        return _waarover(self.toegang, self.onderwerp)

    def terug_url(self) -> str:
        return reverse("beoordeling:embargo_inzien", args=[self.kwargs["embargo_id"]])


class InformatieVrijgeven(HandelingPagina):
    """End the embargo and open the item."""

    deur = verricht(informatie_vrijgeven)
    handeling = staticmethod(informatie_vrijgeven)
    formulier = InformatieVrijgevenFormulier
    titel = "Informatie vrijgeven"
    uitleg = (
        "Het embargo eindigt nu. Wie deze informatie volgens het convenant mag lezen, "
        "leest haar vanaf nu."
    )
    knop = "Vrijgeven"
    gelukt = "De informatie is vrijgegeven."

    def vind_onderwerp(self) -> Embargo:
        return embargo_of_404(self.toegang, self.kwargs["embargo_id"])

    def waarover(self) -> str:
        return _waarover(self.toegang, self.onderwerp)

    def terug_url(self) -> str:
        return reverse("beoordeling:embargo_inzien", args=[self.kwargs["embargo_id"]])


def embargo_of_404(toegang: Toegang, embargo_id: Any) -> Embargo:
    """The embargo, for who may know of it."""
    return een_of_404(embargos(toegang), pk=embargo_id)


def _waarover(toegang: Toegang, embargo: Embargo) -> str:
    """Which item, for a bewaarder who does not read it from whom; and until when."""
    stuk = stuk_van(toegang, embargo)
    wat = stuk.titel if stuk is not None else f"Informatie van {embargo.bron.naam}"
    return f"{wat}: {embargo.get_soort_display()} tot en met {datum(embargo.tot)}"


def _rij(toegang: Toegang, embargo: Embargo, *, met_nummer: bool) -> list[Cel]:
    url = reverse("beoordeling:embargo_inzien", args=[embargo.pk])
    cellen = [
        Cel(datum_kort(embargo.tot), url=url),
        Cel(embargo.bron.naam),
        Cel(embargo.get_soort_display()),
        Cel(chip=embargostand(toegang, embargo)),
    ]
    return [*cellen, Cel(embargo.kenmerk)] if met_nummer else cellen


def _feiten(toegang: Toegang, embargo: Embargo, *, inhoud: bool) -> list[Feit]:
    """For the FG without the dossier: of care that would tell who is known there."""
    lijst = [
        Feit("Soort", embargo.get_soort_display()),
        Feit("Bron", embargo.bron.naam),
        Feit("Laatste dag", datum(embargo.tot)),
        Feit("Gelegd", moment(embargo.gelegd_op), toelichting=embargo.gelegd_door.medewerker.naam),
        Feit("Bewaarder", embargo.bewaarder.medewerker.naam),
    ]
    if embargo.beeindigd_op:
        lijst.append(
            Feit("Beëindigd", moment(embargo.beeindigd_op), toelichting=embargo.get_einde_display())
        )
    if not inhoud:
        return lijst
    dossier, stuk = dossier_van_embargo(toegang, embargo), stuk_van(toegang, embargo)
    url = reverse("convenant:dossier_inzien", args=[dossier.pk]) if dossier else ""
    lijst.insert(0, Feit("Dossier", embargo.kenmerk, url=url))
    if stuk is not None:
        url = reverse("beoordeling:informatie_inzien", args=[stuk.pk])
        lijst.insert(1, Feit("Informatie", stuk.titel, url=url))
    return lijst


def _herziening(rij: Embargoherziening, *, inhoud: bool) -> list[Cel]:
    return [
        Cel(datum_kort(rij.dag)),
        Cel(rij.get_uitkomst_display(), sub=rij.reden if inhoud else ""),
        Cel(rij.gedaan_door.medewerker.naam),
        Cel(datum_kort(rij.nieuw_tot)),
    ]


def _mogelijkheden(toegang: Toegang, embargo: Embargo) -> list[Mogelijkheid]:
    deeds: tuple[tuple[Any, str], ...] = (
        (embargo_herzien, "Herzien"),
        (informatie_vrijgeven, "Vrijgeven"),
    )
    return [
        mogelijkheid(
            toegang,
            deed,
            embargo,
            label=label,
            url=reverse(f"beoordeling:{deed.__name__}", args=[embargo.pk]),
        )
        for deed, label in deeds
    ]
