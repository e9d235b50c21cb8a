"""Forms of the overleg and its agenda."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from django.core.exceptions import ValidationError

from casusregie.ui.formulieren import Datum, Formulier, Groep, Keuze, LangeTekst, Moment, Tekst
from convenant.models import Dossier, Hoedanigheid, Organisatie

from .mensen import Collega

ACTIES = (1, 2, 3)
ACTIEVELDEN = ("titel", "wie", "uiterlijk")
AFWEZIG = "afwezig"


class OverlegPlannenFormulier(Formulier):
    """When and where."""

    begint_op = Moment(label="Begint op", toekomst=True)
    plaats = Tekst(label="Plaats", max_length=120, required=False)


class AgendapuntToevoegenFormulier(Formulier):
    """A subject, and the dossier it is about when there is one."""

    onderwerp = Tekst(label="Onderwerp", help_text="Zonder namen.")
    dossier = Tekst(
        label="Nummer van het dossier",
        max_length=12,
        required=False,
        help_text="Bijvoorbeeld 2026-0142.",
    )

    def __init__(self, *args: Any, zoek_dossier: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zoek_dossier = zoek_dossier

    def clean_dossier(self) -> Dossier | None:
        """The dossier of that number, as far as the asker may know it."""
        nummer = self.cleaned_data["dossier"].strip()
        if not nummer:
            return None
        gevonden = self.zoek_dossier(nummer)
        if gevonden is None:
            raise ValidationError("Er is geen dossier met dit nummer dat u mag kennen.")
        return gevonden


class AgendapuntDoorschuivenFormulier(Formulier):
    """Why it waits."""

    reden = LangeTekst(label="Waarom schuift u dit punt door?", max_length=1000)


class AgendapuntVerplaatsenFormulier(Formulier):
    """One place up or down."""

    richting = Keuze(label="Waarheen", choices=[("omhoog", "Omhoog"), ("omlaag", "Omlaag")])


class AanwezigheidFormulier(Formulier):
    """Through whom each organisation is at the table."""

    def __init__(self, *args: Any, genodigden: Iterable[Hoedanigheid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mensen: dict[str, Hoedanigheid] = {}
        self.organisaties: dict[str, Organisatie] = {}
        keuzes: dict[str, list[tuple[str, str]]] = {}
        for wie in genodigden:
            naam = f"wie_{wie.organisatie_id}"
            self.organisaties[naam] = wie.organisatie
            self.mensen[str(wie.pk)] = wie
            keuzes.setdefault(naam, []).append((str(wie.pk), wie.medewerker.naam))
        for naam, organisatie in self.organisaties.items():
            lijst = [("", "nog niet bekend"), *keuzes[naam], (AFWEZIG, "afwezig")]
            veld = Keuze(label=organisatie.naam, choices=lijst, lijst=True, required=False)
            self.fields[naam] = veld
            self._veld_inrichten(naam, veld)

    def antwoorden(self) -> dict[str, Any]:
        """Per organisation the person at the table, or ``None`` for absent."""
        aanwezig = {}
        for naam, organisatie in self.organisaties.items():
            gekozen = self.cleaned_data.get(naam)
            if gekozen:
                aanwezig[organisatie] = None if gekozen == AFWEZIG else self.mensen[gekozen]
        return {"aanwezig": aanwezig}


class AgendapuntBesprekenFormulier(Formulier):
    """What was decided on one item, the outcome of a weging or a plan, up to three actions."""

    met_versie = True
    groepen = (Groep("Besluit", ("uitkomst", "besluittekst")),)
    uitkomst = Keuze(label="Uitkomst", lijst=True)
    besluittekst = LangeTekst(
        label="Wat is er besloten?", max_length=4000, help_text="Zonder namen."
    )

    def __init__(
        self,
        *args: Any,
        uitkomsten: Sequence[tuple[str, str]],
        houders: Iterable[Hoedanigheid],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if uitkomsten:
            veld = cast(Keuze, self.fields["uitkomst"])
            veld.choices = list(uitkomsten)
            veld.met_lege_rij()
        else:
            del self.fields["uitkomst"]
        mensen = list(houders)
        for nummer in ACTIES:
            self._actie_toevoegen(nummer, mensen)

    def _actie_toevoegen(self, nummer: int, mensen: list[Hoedanigheid]) -> None:
        wie = Collega(label="Wie", required=False)
        velden = {
            f"actie_{nummer}_titel": Tekst(label="Actie", required=False),
            f"actie_{nummer}_wie": wie,
            f"actie_{nummer}_uiterlijk": Datum(
                label="Uiterlijk", toekomst=True, verleden=False, required=False
            ),
        }
        for naam, veld in velden.items():
            self.fields[naam] = veld
            self._veld_inrichten(naam, veld)
        wie.zet_mensen(mensen, met_plek=True)

    def actierijen(self) -> list[list[Any]]:
        """The fields of each action, for the template."""
        return [[self[f"actie_{nummer}_{veld}"] for veld in ACTIEVELDEN] for nummer in ACTIES]

    def meer_acties(self) -> bool:
        """Whether something was typed beyond the first action."""
        return any(veld.value() for rij in self.actierijen()[1:] for veld in rij)

    def clean(self) -> dict[str, Any]:
        """An action is complete or absent."""
        data = super().clean() or self.cleaned_data
        for nummer in ACTIES:
            namen = [f"actie_{nummer}_{veld}" for veld in ACTIEVELDEN]
            if not any(data.get(naam) for naam in namen):
                continue
            for naam in namen:
                if not data.get(naam) and naam not in self.errors:
                    self.add_error(naam, "Vul de actie helemaal in: wat, wie en wanneer.")
        return data

    def acties(self) -> list[Mapping[str, Any]]:
        """The complete actions: ``titel``, ``voor``, ``uiterlijk``."""
        data = self.cleaned_data
        return [
            {
                "titel": data[f"actie_{nummer}_titel"],
                "voor": data[f"actie_{nummer}_wie"],
                "uiterlijk": data[f"actie_{nummer}_uiterlijk"],
            }
            for nummer in ACTIES
            if data.get(f"actie_{nummer}_titel")
        ]
