"""One version of the convenant: its rules, what it would change, and how it is established."""

from typing import Any

from django.urls import reverse

from casusregie.ui.blokken import Cel, Chip, Kolom, Kruimel
from convenant.enums import Convenantstatus
from convenant.forms.convenantversie import (
    ConvenantversieOpstellenFormulier,
    ConvenantversieTerugsturenFormulier,
)
from convenant.guard import HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.models import Convenantversie, Deelregel
from convenant.rules.convenantversie import STUREND
from convenant.selectors.convenant import deelregels, versies
from convenant.selectors.regels import geldende_versies, regelboek, regelboek_nu
from convenant.selectors.simulatie import Gevolg, gevolgen
from convenant.services.convenantversie import (
    convenantversie_bevestigen,
    convenantversie_opstellen,
    convenantversie_terugsturen,
    convenantversie_vaststellen,
    deelregel_schrappen,
    deelregel_toevoegen,
    deelregel_wijzigen,
)
from convenant.toegang import Mogelijkheid, Toegang

from .convenant import REGELKOLOMMEN, convenantpad, regelcellen, versiechip, versiefeiten


class ConvenantversieInzien(Pagina):
    """A draft, the version in force, or one that is past."""

    deur = inzage("convenantversie_inzien", titel="Versie van het convenant")
    template_name = "convenant/convenantversie_inzien.html"

    def gegevens(self) -> dict[str, Any]:
        toegang = self.toegang
        versie = een_of_404(versies(), pk=self.kwargs["versie_id"])
        geldt = geldende_versies(toegang.moment).first() == versie
        concept = versie.status == Convenantstatus.CONCEPT
        open_ = versie.status != Convenantstatus.VASTGESTELD and toegang.rol in STUREND
        return {
            "versie": versie,
            "titel": f"Convenant, versie {versie.nummer}",
            "kruimelpad": convenantpad(f"Versie {versie.nummer}"),
            "chips": [versiechip(versie, geldt=geldt)],
            "feiten": versiefeiten(versie),
            "kolommen": REGELKOLOMMEN,
            "regels": [
                (
                    list(zip(REGELKOLOMMEN, regelcellen(rij), strict=True)),
                    _regelknoppen(toegang, rij) if concept else [],
                )
                for rij in deelregels(versie)
            ],
            "concept": concept,
            "gevolgen_url": reverse("convenant:convenantversie_gevolgen", args=[versie.pk])
            if open_
            else "",
            "mogelijkheden": _knoppen(toegang, versie),
        }


class Gevolgen(Pagina):
    """What a draft would open and close, in numbers, before anyone decides."""

    deur = inzage("convenantversie_gevolgen", *STUREND, titel="Gevolgen van een concept")
    template_name = "convenant/convenantversie_gevolgen.html"

    def gegevens(self) -> dict[str, Any]:
        versie = een_of_404(versies(), pk=self.kwargs["versie_id"])
        nu = self.toegang.regels
        geldend = geldende_versies(self.toegang.moment).first()
        if geldend is not None:
            nu = regelboek(geldend.pk)
        lijst = gevolgen(self.toegang, nu, regelboek_nu(versie))
        return {
            "versie": versie,
            "kruimelpad": [
                *convenantpad("")[:1],
                Kruimel(f"Versie {versie.nummer}", _adres(versie)),
                Kruimel("Gevolgen"),
            ],
            "kolommen": [
                Kolom("Wie"),
                Kolom("Wat gebeurt er"),
                Kolom("Welke gegevens"),
                Kolom("Fase"),
                Kolom("Stukken", getal=True),
                Kolom("Dossiers", getal=True),
            ],
            "rijen": [_gevolgcellen(gevolg) for gevolg in lijst],
        }


class _Versie(HandelingPagina):
    def vind_onderwerp(self) -> Convenantversie:
        return een_of_404(versies(), pk=self.kwargs["versie_id"])

    def terug_url(self) -> str:
        return reverse("convenant:convenantversie_inzien", args=[self.kwargs["versie_id"]])

    def kruimelpad(self) -> list[Kruimel]:
        return convenantpad(self.titel)

    def waarover(self) -> str:
        return f"Convenant, versie {self.onderwerp.nummer}"


class ConvenantversieOpstellen(HandelingPagina):
    """Begin a draft."""

    deur = verricht(convenantversie_opstellen)
    handeling = staticmethod(convenantversie_opstellen)
    formulier = ConvenantversieOpstellenFormulier
    titel = "Nieuwe versie opstellen"
    uitleg = (
        "U krijgt een concept met de regels die nu gelden. Er verandert niets totdat twee mensen "
        "het vaststellen."
    )
    knop = "Concept maken"
    gelukt = "Het concept staat klaar."

    def terug_url(self) -> str:
        return reverse("convenant:convenant_inzien")

    def succes_url(self, resultaat: Any) -> str:
        return _adres(resultaat)

    def kruimelpad(self) -> list[Kruimel]:
        return convenantpad(self.titel)


class ConvenantversieVaststellen(_Versie):
    """The first of two people."""

    deur = verricht(convenantversie_vaststellen)
    handeling = staticmethod(convenantversie_vaststellen)
    titel = "Versie vaststellen"
    uitleg = "Hierna bevestigt een tweede persoon. Pas dan gaat de versie gelden."
    knop = "Vaststellen"
    gelukt = "Vastgesteld. De versie wacht op de tweede persoon."


class ConvenantversieBevestigen(_Versie):
    """The second: from then on it holds."""

    deur = verricht(convenantversie_bevestigen)
    handeling = staticmethod(convenantversie_bevestigen)
    titel = "Versie bevestigen"
    uitleg = (
        "De versie geldt meteen, voor iedereen. Wat wordt gesloten, is bij de volgende klik "
        "gesloten. De versie kan daarna niet meer veranderen."
    )
    knop = "Bevestigen"
    gelukt = "De versie geldt vanaf nu."


class ConvenantversieTerugsturen(_Versie):
    """Back to a draft."""

    deur = verricht(convenantversie_terugsturen)
    handeling = staticmethod(convenantversie_terugsturen)
    formulier = ConvenantversieTerugsturenFormulier
    titel = "Versie terugsturen"
    knop = "Terugsturen"
    gelukt = "De versie is weer een concept."


def _adres(versie: Convenantversie) -> str:
    return reverse("convenant:convenantversie_inzien", args=[versie.pk])


def _regelknoppen(toegang: Toegang, rij: Deelregel) -> list[Mogelijkheid]:
    return [
        mogelijkheid(
            toegang, deed, rij, label=label, url=reverse(f"convenant:{naam}", args=[rij.pk])
        )
        for deed, naam, label in (
            (deelregel_wijzigen, "deelregel_wijzigen", "Wijzigen"),
            (deelregel_schrappen, "deelregel_schrappen", "Schrappen"),
        )
    ]


def _knoppen(toegang: Toegang, versie: Convenantversie) -> list[Mogelijkheid]:
    if versie.status == Convenantstatus.CONCEPT:
        handelingen = [
            (deelregel_toevoegen, "deelregel_toevoegen", "Regel toevoegen", "plus"),
            (convenantversie_vaststellen, "convenantversie_vaststellen", "Vaststellen", ""),
        ]
    elif versie.status == Convenantstatus.WACHT:
        handelingen = [
            (convenantversie_bevestigen, "convenantversie_bevestigen", "Bevestigen", ""),
            (convenantversie_terugsturen, "convenantversie_terugsturen", "Terugsturen", ""),
        ]
    else:
        return []
    return [
        mogelijkheid(
            toegang,
            deed,
            versie,
            label=label,
            url=reverse(f"convenant:{naam}", args=[versie.pk]),
            icoon=icoon,
        )
        for deed, naam, label, icoon in handelingen
    ]


def _gevolgcellen(gevolg: Gevolg) -> list[Cel]:
    gaat_open = gevolg.richting == "open"
    return [
        Cel(gevolg.rol.label, sub=gevolg.organisatie),
        Cel(chip=Chip("gaat open", "straks") if gaat_open else Chip("gaat dicht", "verborgen")),
        Cel(gevolg.categorie.label),
        Cel(gevolg.fase.label),
        Cel(gevolg.aantal_stukken),
        Cel(gevolg.aantal_dossiers),
    ]
