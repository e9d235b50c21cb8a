"""Asking partners, and answering: nothing to share, or up to three things."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from beoordeling.enums import Bevragingsantwoord, MagVerder
from beoordeling.services.bevraging import Gegeven
from casusregie.ui.formulieren import Datum, Formulier, Groep, Keuze, LangeTekst, MeerKeuze, Tekst
from convenant.enums import Categorie
from convenant.models import Organisatie

AANTAL = 3
DEEL = ("titel", "tekst", "categorie", "gebeurd_op", "verder")
ZORG_DEELT = (
    "Alles wat een zorgorganisatie weet, is medisch. Ook dat iemand er bekend is. Dat deelt u niet "
    "langs deze weg. Deel het in het dossier, met toestemming of na een conflict van plichten."
)
NODIG = {
    "titel": "Zet hier in één zin wat het is.",
    "categorie": "Kies een categorie.",
    "gebeurd_op": "Vul de datum in.",
}


class BevragingSturenFormulier(Formulier):
    """Whom to ask, what for, what, and before when."""

    organisaties = MeerKeuze(label="Aan wie stelt u de vraag?")
    doel = Tekst(label="Doel", max_length=200, help_text="Waarvoor is het antwoord nodig?")
    vraag = LangeTekst(
        label="Vraag",
        help_text="De partner leest deze vraag, de naam en het geboortejaar. Schrijf niet meer op "
        "dan nodig is om te kunnen antwoorden.",
    )
    uiterlijk = Datum(label="Antwoord uiterlijk op", toekomst=True, verleden=False)

    def __init__(self, *args: Any, partners: Iterable[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partners = {str(o.pk): o for o in partners}
        self.fields["organisaties"].choices = [(pk, o.naam) for pk, o in self.partners.items()]  # type: ignore[attr-defined]

    def clean_organisaties(self) -> list[Organisatie]:
        return [self.partners[pk] for pk in self.cleaned_data["organisaties"]]


class BevragingBeantwoordenFormulier(Formulier):
    """*Geen te delen informatie* needs no reason; what is shared has its category and date."""

    antwoord = Keuze(
        label="Uw antwoord",
        choices=Bevragingsantwoord.choices,
        help_text="‘Geen te delen informatie’ is één antwoord voor: onbekend, niets van belang, of "
        "niet toegestaan. U hoeft niet te zeggen welke.",
    )
    groepen = tuple(
        Groep(
            "Wat u deelt" if nummer == 1 else f"Nog een gegeven ({nummer})",
            tuple(f"{naam}_{nummer}" for naam in DEEL),
            "Medische informatie deelt u niet langs deze weg." if nummer == 1 else "",
        )
        for nummer in range(1, AANTAL + 1)
    )

    def __init__(self, *args: Any, categorieen: Iterable[Categorie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [("", "Maak een keuze"), *((c.value, c.label) for c in categorieen)]
        if len(keuzes) == 1:
            self._niets_te_delen()
            return
        for nummer in range(1, AANTAL + 1):
            for naam, veld in _deelvelden(keuzes).items():
                self.fields[f"{naam}_{nummer}"] = veld
                self._veld_inrichten(f"{naam}_{nummer}", veld)

    def _niets_te_delen(self) -> None:
        """For care: what it knows does not go this way."""
        antwoord = self.fields["antwoord"]
        geen = Bevragingsantwoord.GEEN_TE_DELEN
        antwoord.choices = [(geen.value, geen.label)]  # type: ignore[attr-defined]
        antwoord.help_text = ZORG_DEELT

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        gevuld = [n for n in range(1, AANTAL + 1) if self._gevuld(n)]
        antwoord = gegevens.get("antwoord")
        if antwoord == Bevragingsantwoord.GEEN_TE_DELEN and gevuld:
            self.add_error("antwoord", "U koos ‘geen te delen informatie’, maar vulde wel iets in.")
        if antwoord == Bevragingsantwoord.INFORMATIE:
            for nummer in gevuld or [1]:
                self._compleet(nummer)
        return gegevens

    def antwoorden(self) -> dict[str, Any]:
        """The things to share, as the service takes them."""
        if self.cleaned_data["antwoord"] == Bevragingsantwoord.GEEN_TE_DELEN:
            return {"gegevens": []}
        nummers = [n for n in range(1, AANTAL + 1) if self._gevuld(n)]
        return {"gegevens": [self._gegeven(nummer) for nummer in nummers]}

    def _gevuld(self, nummer: int) -> bool:
        return any(self.cleaned_data.get(f"{naam}_{nummer}") for naam in ("titel", "tekst"))

    def _compleet(self, nummer: int) -> None:
        for naam, zin in NODIG.items():
            veld = f"{naam}_{nummer}"
            if not self.cleaned_data.get(veld) and veld not in self.errors:
                self.add_error(veld, zin)

    def _gegeven(self, nummer: int) -> Gegeven:
        deel = {naam: self.cleaned_data[f"{naam}_{nummer}"] for naam in DEEL}
        dag: date = deel["gebeurd_op"]
        return Gegeven(
            titel=deel["titel"],
            tekst=deel["tekst"],
            categorie=Categorie(deel["categorie"]),
            gebeurd_op=dag,
            mag_verder=deel["verder"] or MagVerder.OVERLEG,
        )


def _deelvelden(categorieen: list[tuple[str, str]]) -> dict[str, Any]:
    return {
        "titel": Tekst(label="In één zin", max_length=200, required=False),
        "tekst": LangeTekst(label="Toelichting", required=False),
        "categorie": Keuze(label="Categorie", choices=categorieen, lijst=True, required=False),
        "gebeurd_op": Datum(label="Wanneer was het", required=False),
        "verder": Keuze(
            label="Verder verstrekken",
            choices=[("", "niet gekozen"), *MagVerder.choices],
            lijst=True,
            required=False,
        ),
    }


class BevragingIntrekkenFormulier(Formulier):
    """Why the question is taken back."""

    reden = Tekst(label="Waarom trekt u de vraag in?", max_length=300)
