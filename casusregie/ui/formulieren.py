"""The base of every form: no control characters, Dutch sentences, nothing typed is lost."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from uuid import UUID, uuid4

from django import forms

from casusregie.ui import tijd
from casusregie.ui.velden import (
    Bestand,
    Datum,
    Getal,
    JaNee,
    Keuze,
    LangeTekst,
    MeerKeuze,
    Moment,
    Tekst,
    Vinkje,
    geen_stuurtekens,
)

__all__ = [
    "Bestand",
    "Datum",
    "Filterformulier",
    "Formulier",
    "Getal",
    "Groep",
    "JaNee",
    "Keuze",
    "LangeTekst",
    "MeerKeuze",
    "Moment",
    "Tekst",
    "Verschil",
    "Vinkje",
    "stijl_geven",
    "verschillen",
]

VERLOPEN = (
    "Dit formulier is verlopen. Bewaar uw tekst, open de pagina opnieuw en vul het nog eens in."
)


@dataclass(frozen=True)
class Groep:
    """A part of a form: a heading, an optional explanation, and the names of its fields."""

    kop: str
    velden: Sequence[str]
    uitleg: str = ""


class Formulier(forms.Form):
    """A form of the house.

    `sleutel` is new at every GET and stays the same when a refused form is shown again: a service
    that remembers it does a double click once. With `met_versie` a hidden `versie` travels along,
    so that the service can see that somebody else was faster. `groepen` divides the fields under
    headings; `aanpasbaar` names prefilled fields that are folded into one changeable line.
    """

    met_sleutel: ClassVar[bool] = True
    met_versie: ClassVar[bool] = False
    groepen: ClassVar[Sequence[Groep]] = ()
    aanpasbaar: ClassVar[Sequence[str]] = ()
    use_required_attribute = False

    def __init__(self, *args: Any, vandaag: date | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        if self.met_sleutel:
            self.fields["sleutel"] = _Sleutel()
        if self.met_versie:
            self.fields["versie"] = _Versie()
        for naam, veld in self.fields.items():
            self._veld_inrichten(naam, veld)

    def clean_sleutel(self) -> UUID:
        """A missing key counts as a new one: the guard is against double clicks, not a secret."""
        return self.cleaned_data.get("sleutel") or uuid4()

    @property
    def sleutel(self) -> UUID:
        """The key of this form, after it was found valid."""
        return self.cleaned_data["sleutel"]

    def antwoorden(self) -> dict[str, Any]:
        """The answers without the technical fields, as keyword arguments for a service."""
        return {k: v for k, v in self.cleaned_data.items() if k not in {"sleutel", "versie"}}

    def indeling(self) -> list[tuple[Groep | None, list[forms.BoundField]]]:
        """The visible fields in parts, those outside any group and the changeable line first."""
        zichtbaar = {v.name: v for v in self.visible_fields() if v.name not in self.aanpasbaar}
        ingedeeld = {naam for groep in self.groepen for naam in groep.velden}
        los = [veld for naam, veld in zichtbaar.items() if naam not in ingedeeld]
        delen: list[tuple[Groep | None, list[forms.BoundField]]] = [(None, los)] if los else []
        for groep in self.groepen:
            velden = [zichtbaar[naam] for naam in groep.velden if naam in zichtbaar]
            if velden:
                delen.append((groep, velden))
        return delen

    def aanpasbare_velden(self) -> list[forms.BoundField]:
        return [self[naam] for naam in self.aanpasbaar if naam in self.fields]

    def aanpasbare_regel(self) -> str:
        """What the folded fields now say, as one line: "di 17 nov 2026 · telefoon · gewoon"."""
        return " · ".join(filter(None, map(_in_de_regel, self.aanpasbare_velden())))

    def aanpasbare_fouten(self) -> bool:
        return any(veld.errors for veld in self.aanpasbare_velden())

    def foutenlijst(self) -> list[tuple[str, str]]:
        """Every error with the id of the field it belongs to (empty for the form as a whole)."""
        fouten = [("", str(fout)) for fout in self.non_field_errors()]
        for veld in self.hidden_fields():
            fouten += [("", str(fout)) for fout in veld.errors]
        for veld in self.visible_fields():
            label = self.kort(veld).rstrip("?:. ")
            fouten += [(eerste_id(veld), f"{label}: {_klein(str(fout))}") for fout in veld.errors]
        return fouten

    def kort(self, veld: forms.BoundField) -> str:
        """What the list of errors calls a field: a form of long questions gives them a short name."""
        return str(veld.label)

    def _veld_inrichten(self, naam: str, veld: forms.Field) -> None:
        label = veld.label or naam.replace("_", " ").capitalize()
        veld.label = label
        if isinstance(veld, Datum | Moment):
            veld.vandaag = self.vandaag
        if isinstance(veld, forms.CharField) and not isinstance(veld, Tekst):
            veld.validators.insert(0, geen_stuurtekens)
        if isinstance(veld, Keuze) and isinstance(veld.widget, forms.Select):
            veld.met_lege_rij()
        if not veld.widget.is_hidden:
            veld.error_messages["required"] = _verplicht(veld)
        veld.widget.attrs.setdefault("autocomplete", "off")
        if veld.required and not veld.widget.is_hidden and not veld.widget.use_fieldset:
            veld.widget.attrs.setdefault("aria-required", "true")
        stijl_geven(veld.widget)


class Filterformulier(Formulier):
    """A filter in the URL: nothing is required, nothing has to be sent once."""

    met_sleutel = False

    def _veld_inrichten(self, naam: str, veld: forms.Field) -> None:
        veld.required = False
        if isinstance(veld, Keuze) and isinstance(veld.widget, forms.Select):
            veld.met_lege_rij("alle")
        super()._veld_inrichten(naam, veld)

    def gekozen(self) -> dict[str, Any]:
        """The filters that are filled in and understood; what is not understood filters nothing."""
        self.is_valid()
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde}


class _Sleutel(forms.UUIDField):
    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False, initial=uuid4, error_messages={"invalid": VERLOPEN})


class _Versie(forms.IntegerField):
    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(
            min_value=0,
            max_value=2**31 - 1,
            error_messages=dict.fromkeys(
                ("required", "invalid", "min_value", "max_value"), VERLOPEN
            ),
        )


@dataclass(frozen=True)
class Verschil:
    """One field that two people changed: what you typed and what the other one saved."""

    label: str
    uw: str
    hun: str


def verschillen(form: Formulier, opgeslagen: Mapping[str, Any]) -> list[Verschil]:
    """The fields in which a bound form differs from what is saved now, in words."""
    rijen = []
    for veld in form.visible_fields():
        if veld.name not in opgeslagen:
            continue
        uw = waarde_in_woorden(veld)
        hun = _in_woorden(veld.field, opgeslagen[veld.name])
        if uw != hun:
            rijen.append(Verschil(str(veld.label), uw, hun))
    return rijen


def stijl_geven(widget: forms.Widget) -> None:
    """Give a widget the classes of NL Design System, unless it already has classes of its own."""
    klasse = _klasse(widget)
    if klasse and "class" not in widget.attrs:
        widget.attrs["class"] = klasse


def waarde_in_woorden(veld: forms.BoundField) -> str:
    """The present value of a field as a reader would say it."""
    return _in_woorden(veld.field, veld.value())


def _in_de_regel(veld: forms.BoundField) -> str:
    woorden = waarde_in_woorden(veld)
    vorm = getattr(veld.field, "in_regel", "{}")
    return vorm.format(woorden) if woorden else ""


def eerste_id(veld: forms.BoundField) -> str:
    """The id that a link from the error summary points to."""
    if isinstance(veld.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return f"{veld.auto_id}_0"
    return str(veld.auto_id)


def _in_woorden(veld: forms.Field, waarde: Any) -> str:
    if waarde in (None, "", []):
        return ""
    if isinstance(veld, forms.ChoiceField):
        codes = {str(w) for w in (waarde if isinstance(waarde, list | tuple) else [waarde])}
        return ", ".join(str(naam) for code, naam in _vlak(veld.choices) if str(code) in codes)
    if isinstance(veld, Moment) and not isinstance(waarde, str):
        return tijd.moment(waarde)
    if isinstance(veld, Datum) and not isinstance(waarde, str):
        return tijd.datum_kort(waarde)
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return str(waarde)


def _vlak(choices: Any) -> Iterable[tuple[Any, Any]]:
    for code, naam in choices:
        if isinstance(naam, list | tuple):
            yield from _vlak(naam)
        else:
            yield code, naam


def _verplicht(veld: forms.Field) -> str:
    match veld:
        case forms.BooleanField():
            return "Zet hier een vinkje om verder te gaan."
        case forms.FileField():
            return "Kies een bestand."
        case forms.ChoiceField():
            return "Maak hier een keuze."
        case forms.DateField() | forms.DateTimeField():
            return "Vul een datum in."
    return "Vul dit in."


def _klein(zin: str) -> str:
    return zin[:1].lower() + zin[1:]


def _klasse(widget: forms.Widget) -> str:
    match widget:
        case forms.Textarea():
            return "utrecht-textarea utrecht-textarea--html-textarea"
        case forms.CheckboxSelectMultiple() | forms.CheckboxInput():
            return "utrecht-checkbox utrecht-checkbox--html-input"
        case forms.RadioSelect():
            return "utrecht-radio-button utrecht-radio-button--html-input"
        case forms.Select():
            return "utrecht-select utrecht-select--html-select"
        case forms.FileInput():
            return "bestandsveld"
        case forms.HiddenInput():
            return ""
        case forms.widgets.Input():
            return "utrecht-textbox utrecht-textbox--html-input"
    return ""
