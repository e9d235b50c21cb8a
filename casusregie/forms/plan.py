"""Forms of the plan van aanpak."""

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from casusregie.enums import Doeluitkomst, Leefdomein, Visie
from casusregie.ui.formulieren import Datum, Formulier, Keuze, LangeTekst, MeerKeuze
from convenant.models import Hoedanigheid

from .kiesveld import Kiesveld, wie_in_woorden


class PlanWijzigenFormulier(Formulier):
    """The summary of the plan, and what the person thinks of it."""

    met_versie = True
    samenvatting = LangeTekst(
        label="Samenvatting",
        required=False,
        help_text="Waar werken we naartoe, en hoe? In gewone woorden.",
    )
    visie = Keuze(label="Wat vindt de betrokkene ervan?", choices=Visie.choices)
    visie_toelichting = LangeTekst(
        label="In eigen woorden",
        required=False,
        help_text="Verplicht als de betrokkene het niet eens is, of als u het nog niet besprak.",
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        eens = gegevens.get("visie") == Visie.EENS
        if gegevens.get("visie") and not eens and not gegevens.get("visie_toelichting"):
            self.add_error("visie_toelichting", "Licht toe waarom.")
        return gegevens


class PlandoelFormulier(Formulier):
    """A goal in one life domain that can be measured."""

    leefdomein = Keuze(label="Leefdomein", choices=Leefdomein.choices, lijst=True)
    omschrijving = LangeTekst(label="Doel", max_length=500, regels=2)
    meetbaar = LangeTekst(
        label="Waaraan is te zien dat het lukt?",
        max_length=500,
        regels=2,
        help_text="Iets wat een ander kan nagaan.",
    )
    uiterlijk = Datum(label="Uiterlijk bereikt op", toekomst=True)
    bewijs = MeerKeuze(label="Op welke informatie uit dit dossier rust dit?", required=False)

    def __init__(self, *args: Any, bewijs: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if bewijs:
            self.fields["bewijs"].choices = bewijs  # type: ignore[attr-defined]
        else:
            del self.fields["bewijs"]

    def clean_bewijs(self) -> list[uuid.UUID]:
        return [uuid.UUID(pk) for pk in self.cleaned_data["bewijs"]]


class PlandoelWijzigenFormulier(PlandoelFormulier):
    """The same goal, worded otherwise."""

    met_versie = True


class PlandoelEvaluerenFormulier(Formulier):
    """How far the goal was reached."""

    met_versie = True
    uitkomst = Keuze(label="Hoe ver is het doel bereikt?", choices=Doeluitkomst.choices)
    uitkomst_toelichting = LangeTekst(label="Waaraan is dat te zien?")


class PlanstapToevoegenFormulier(Formulier):
    """A step, who does it, and when it is done."""

    omschrijving = LangeTekst(label="Stap", max_length=300, regels=2)
    eigenaar = Kiesveld(
        label="Wie doet het?",
        help_text="Alleen wie bij de casus betrokken is. De stap komt in de takenlijst.",
    )
    uiterlijk = Datum(label="Uiterlijk klaar op", toekomst=True)

    def __init__(self, *args: Any, kandidaten: Iterable[Hoedanigheid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["eigenaar"].bied_aan(kandidaten, wie_in_woorden)  # type: ignore[attr-defined]

    def clean_uiterlijk(self) -> Any:
        dag = self.cleaned_data["uiterlijk"]
        if self.vandaag is not None and dag < self.vandaag:
            raise ValidationError("Deze dag is al voorbij. Kies een dag vanaf vandaag.")
        return dag
