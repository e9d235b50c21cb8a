"""The grounds that the law gives, on which rules of the convenant rest."""

from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Kolom, Kruimel
from convenant.forms.grondslag import GrondslagBeeindigenFormulier, GrondslagToevoegenFormulier
from convenant.guard import HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.models import Grondslag
from convenant.selectors.convenant import grondslagen
from convenant.services.grondslag import grondslag_beeindigen, grondslag_toevoegen
from convenant.toegang import Toegang

from .convenant import convenantpad

KOLOMMEN = [
    Kolom("Grondslag"),
    Kolom("Geldig"),
    Kolom("Regels die nu gelden", getal=True),
    Kolom("Stand"),
    Kolom("Wat kan"),
]


class Grondslagen(Pagina):
    """Every ground, how many rules in force rest on it, and whether it still holds."""

    deur = inzage("grondslagen", titel="Grondslagen")
    template_name = "convenant/grondslagen.html"

    def gegevens(self) -> dict[str, Any]:
        return {
            "kolommen": KOLOMMEN,
            "rijen": [_rij(self.toegang, rij) for rij in grondslagen(self.toegang)],
            "kruimelpad": convenantpad("Grondslagen"),
            "toevoegen": mogelijkheid(
                self.toegang,
                grondslag_toevoegen,
                None,
                label="Grondslag toevoegen",
                url=reverse("convenant:grondslag_toevoegen"),
                primair=True,
                icoon="file-plus",
            ),
        }


class _Grondslag(HandelingPagina):
    def terug_url(self) -> str:
        return reverse("convenant:grondslagen")

    def kruimelpad(self) -> list[Kruimel]:
        return [
            *convenantpad(self.titel)[:-1],
            Kruimel("Grondslagen", self.terug_url()),
            Kruimel(self.titel),
        ]


class GrondslagToevoegen(_Grondslag):
    """Write down another ground."""

    deur = verricht(grondslag_toevoegen)
    handeling = staticmethod(grondslag_toevoegen)
    formulier = GrondslagToevoegenFormulier
    titel = "Grondslag toevoegen"
    uitleg = "Een grondslag opent niets. Dat doet pas een regel die erop rust, in een vastgestelde versie."
    knop = "Toevoegen"
    gelukt = "De grondslag is toegevoegd."

    def beginwaarden(self) -> dict[str, Any]:
        return {"geldig_van": self.toegang.vandaag}


class GrondslagBeeindigen(_Grondslag):
    """Give a ground a last day."""

    deur = verricht(grondslag_beeindigen)
    handeling = staticmethod(grondslag_beeindigen)
    formulier = GrondslagBeeindigenFormulier
    titel = "Grondslag beëindigen"
    uitleg = (
        "Na de laatste dag kan geen versie meer worden vastgesteld die erop rust. "
        "Regels die al gelden, blijven gelden tot er een nieuwe versie is."
    )
    knop = "Beëindigen"
    gelukt = "De grondslag heeft een laatste dag."

    def vind_onderwerp(self) -> Grondslag:
        return een_of_404(Grondslag.objects.all(), pk=self.kwargs["grondslag_id"])

    def waarover(self) -> str:
        return f"{self.onderwerp.naam} · {self.onderwerp.wet}"


def _rij(toegang: Toegang, g: Grondslag) -> list[Cel]:
    einde = f"tot en met {tijd.datum(g.geldig_tot)}" if g.geldig_tot else "zonder einddatum"
    url = reverse("convenant:grondslag_beeindigen", args=[g.pk])
    knop = mogelijkheid(toegang, grondslag_beeindigen, g, label="Beëindigen", url=url)
    kan = knop.zichtbaar and not knop.reden
    return [
        Cel(g.naam, sub=g.wet),
        Cel(f"vanaf {tijd.dag_maand_jaar(g.geldig_van)}", sub=einde),
        Cel(str(g.regels)),  # type: ignore[attr-defined]
        Cel(chip=_stand(toegang, g)),
        Cel("Beëindigen", url=url) if kan else Cel(""),
    ]


def _stand(toegang: Toegang, g: Grondslag) -> Chip:
    if g.is_voorbij(toegang.vandaag):
        in_gebruik = bool(g.regels)  # type: ignore[attr-defined]
        return Chip("voorbij, nog gebruikt", "laat") if in_gebruik else Chip("voorbij")
    if g.geldig_van > toegang.vandaag:
        return Chip("begint nog", "straks")
    return Chip("geldt", "goed")
