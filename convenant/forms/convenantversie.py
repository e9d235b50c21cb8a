from collections.abc import Iterable
from typing import Any

from casusregie.ui.formulieren import Formulier, Keuze, LangeTekst, MeerKeuze, Tekst
from convenant.enums import Categorie, Fase, Niveau, Organisatiesoort, Voorwaarde
from convenant.models import Grondslag
from convenant.regelboek import LEESROLLEN

CATEGORIEEN = [(c.value, c.label) for c in Categorie if c != Categorie.TECHNIEK]


class ConvenantversieOpstellenFormulier(Formulier):
    """Why a new version is needed."""

    toelichting = LangeTekst(label="Wat wilt u veranderen, en waarom?", max_length=1_000)


class ConvenantversieTerugsturenFormulier(Formulier):
    """Why the second person does not agree."""

    reden = LangeTekst(label="Waarom stuurt u deze versie terug?", max_length=500)


class DeelregelFormulier(Formulier):
    """Who may know what, when, why and on which ground."""

    artikel = Tekst(label="Artikel van het convenant", max_length=12)
    rol = Keuze(
        label="Wie: in welke rol", choices=[(r.value, r.label) for r in LEESROLLEN], lijst=True
    )
    soorten = MeerKeuze(
        label="Wie: van welke soort organisatie",
        choices=Organisatiesoort.choices,
        required=False,
        help_text="Niets gekozen: van elke soort.",
    )
    categorieen = MeerKeuze(label="Welke gegevens", choices=CATEGORIEEN)
    fasen = MeerKeuze(label="In welke fase van het dossier", choices=Fase.choices)
    niveau = Keuze(label="Hoeveel", choices=Niveau.choices)
    voorwaarde = Keuze(label="Op welke voorwaarde", choices=Voorwaarde.choices)
    doel = Tekst(label="Waarvoor", max_length=300)
    grondslag = Keuze(
        label="Op welke grondslag",
        lijst=True,
        required=False,
        help_text="Zonder geldige grondslag kan de versie niet worden vastgesteld.",
    )

    def __init__(self, *args: Any, grondslagen: Iterable[Grondslag], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.grondslagen = {str(g.pk): g for g in grondslagen}
        keuzes = [(pk, f"{g.naam} ({g.wet})") for pk, g in self.grondslagen.items()]
        self.fields["grondslag"].choices = [("", "Nog geen"), *keuzes]  # type: ignore[attr-defined]

    def clean_niveau(self) -> int:
        return int(self.cleaned_data["niveau"])

    def clean_grondslag(self) -> Grondslag | None:
        return self.grondslagen.get(self.cleaned_data["grondslag"])
