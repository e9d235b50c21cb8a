from collections.abc import Iterable
from typing import Any

from casusregie.ui.formulieren import Formulier, Keuze, LangeTekst, MeerKeuze, Tekst
from convenant.enums import Categorie, Fase, Niveau, Organisatiesoort, Voorwaarde
from convenant.models import Grondslag, Organisatie
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
    bron = Keuze(
        label="Van welke bron",
        lijst=True,
        required=False,
        help_text="Alleen gegevens die van deze organisatie komen, of van een van deze soort.",
    )
    doel = Tekst(label="Waarvoor", max_length=300)
    grondslag = Keuze(
        label="Op welke grondslag",
        lijst=True,
        required=False,
        help_text="Zonder geldige grondslag kan de versie niet worden vastgesteld.",
    )

    def __init__(
        self,
        *args: Any,
        grondslagen: Iterable[Grondslag],
        organisaties: Iterable[Organisatie],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.organisaties = {str(o.pk): o for o in organisaties}
        bronnen = [(pk, o.naam) for pk, o in self.organisaties.items()]
        soorten = [(s.value, f"soort: {s.label}") for s in Organisatiesoort]
        self.fields["bron"].choices = [("", "Elke bron"), *soorten, *bronnen]  # type: ignore[attr-defined]
        self.grondslagen = {str(g.pk): g for g in grondslagen}
        keuzes = [(pk, f"{g.naam} ({g.wet})") for pk, g in self.grondslagen.items()]
        self.fields["grondslag"].choices = [("", "Nog geen"), *keuzes]  # type: ignore[attr-defined]

    def clean_niveau(self) -> int:
        return int(self.cleaned_data["niveau"])

    def clean_grondslag(self) -> Grondslag | None:
        return self.grondslagen.get(self.cleaned_data["grondslag"])

    def antwoorden(self) -> dict[str, Any]:
        """The source is an organisation, or a kind of them, or neither."""
        gegevens = super().antwoorden()
        bron = gegevens.pop("bron")
        organisatie = self.organisaties.get(bron)
        soort = bron if bron and organisatie is None else ""
        return gegevens | {"bron_organisatie": organisatie, "bron_soort": soort}
