"""Form fields with Dutch messages, bounds and no control characters."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from casusregie.ui import tijd

TEKST_MAX = 200
LANGE_TEKST_MAX = 20_000
VROEGSTE_DATUM = date(1900, 1, 1)
DATUM_VORMEN = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d %m %Y")
MOMENT_VORMEN = ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%d-%m-%Y %H:%M")
# C0 except tab and newline, DEL and C1, and the characters that turn the reading direction around.
STUURTEKENS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def document_max_mb() -> int:
    """The largest document in megabytes, for every field and every service."""
    grens: int = settings.DOCUMENT_MAX_MB
    return grens


def geen_stuurtekens(waarde: Any) -> None:
    """Refuse invisible control characters: they break PDF, log and database, and can hide text."""
    if isinstance(waarde, str) and STUURTEKENS.search(waarde):
        raise ValidationError(
            "Er staan onzichtbare tekens in dit antwoord. Verwijder ze of typ de tekst opnieuw.",
            code="stuurtekens",
        )


class Tekst(forms.CharField):
    """One line of text. Longer than `max_length` is refused with a sentence, never cut off."""

    def __init__(self, *, max_length: int = TEKST_MAX, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)
        self.validators = [v for v in self.validators if "NullCharacters" not in type(v).__name__]
        self.validators.append(geen_stuurtekens)
        self.error_messages["max_length"] = (
            "Gebruik niet meer dan %(limit_value)d tekens. U hebt er nu %(show_value)d."
        )
        self.error_messages["min_length"] = "Gebruik minstens %(limit_value)d tekens."

    def to_python(self, value: Any) -> str:
        tekst = super().to_python(value) or ""
        return unicodedata.normalize("NFC", tekst.replace("\r\n", "\n").replace("\r", "\n"))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs

    def run_validators(self, value: str) -> None:
        if isinstance(self.widget, forms.TextInput) and "\n" in value:
            raise ValidationError("Zet dit antwoord op één regel.", code="regel")
        super().run_validators(value)


class LangeTekst(Tekst):
    """Several lines of text in a field that grows with what is typed."""

    widget = forms.Textarea

    def __init__(
        self, *, max_length: int = LANGE_TEKST_MAX, regels: int = 3, **kwargs: Any
    ) -> None:
        super().__init__(max_length=max_length, **kwargs)
        self.widget.attrs.setdefault("rows", regels)


class Datum(forms.DateField):
    """A day, typed as 17-11-2026 or chosen in the browser's own calendar.

    `vandaag` is set by the form; without it the calendar day in Amsterdam counts. `in_regel` says
    what day it is in the changeable line: "houdbaar tot {}".
    """

    def __init__(
        self,
        *,
        toekomst: bool = False,
        verleden: bool = True,
        vroegst: date = VROEGSTE_DATUM,
        uiterst: date | None = None,
        in_regel: str = "{}",
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        kwargs.setdefault("input_formats", DATUM_VORMEN)
        super().__init__(**kwargs)
        self.toekomst, self.verleden = toekomst, verleden
        self.vroegst, self.uiterst = vroegst, uiterst
        self.in_regel = in_regel
        self.vandaag: date | None = None
        self.error_messages["invalid"] = (
            "Dit is geen datum die bestaat. Schrijf de datum als 17-11-2026."
        )

    def prepare_value(self, value: Any) -> Any:
        """Show typed text as the browser's date field wants it, and unreadable text as typed."""
        if not isinstance(value, str):
            return value
        try:
            return self.to_python(value)
        except ValidationError:
            return value

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value is None:
            return
        vandaag = self.vandaag or timezone.localdate()
        if value < self.vroegst:
            raise ValidationError(f"De datum ligt voor {tijd.datum(self.vroegst)}.", code="vroeg")
        if not self.toekomst and value > vandaag:
            raise ValidationError("De datum mag niet in de toekomst liggen.", code="toekomst")
        if not self.verleden and value < vandaag:
            raise ValidationError("De datum mag niet voorbij zijn.", code="verleden")
        grens = self.uiterst or date(vandaag.year + 20, 1, 1)
        if value > grens:
            raise ValidationError(f"De datum ligt na {tijd.datum(grens)}.", code="laat")


class Moment(forms.DateTimeField):
    """A day with a time, in Amsterdam time."""

    def __init__(self, *, toekomst: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault(
            "widget",
            forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
        )
        kwargs.setdefault("input_formats", MOMENT_VORMEN)
        super().__init__(**kwargs)
        self.toekomst = toekomst
        self.vandaag: date | None = None
        self.error_messages["invalid"] = "Dit is geen tijdstip. Schrijf het als 17-11-2026 14:30."

    def prepare_value(self, value: Any) -> Any:
        """Show typed text as the browser's field wants it, and unreadable text as typed."""
        if isinstance(value, str):
            try:
                value = self.to_python(value)
            except ValidationError:
                return value
        return super().prepare_value(value)

    def validate(self, value: datetime | None) -> None:
        super().validate(value)
        if value is None:
            return
        dag = tijd.dag_van(value)
        vandaag = self.vandaag or timezone.localdate()
        if dag < VROEGSTE_DATUM or dag.year > vandaag.year + 20:
            raise ValidationError("Dit jaartal kan niet kloppen.", code="jaar")
        if not self.toekomst and dag > vandaag:
            raise ValidationError("Het moment mag niet in de toekomst liggen.", code="toekomst")


class Getal(forms.IntegerField):
    """A whole number within bounds."""

    def __init__(self, *, minimum: int = 0, maximum: int = 1_000_000, **kwargs: Any) -> None:
        super().__init__(min_value=minimum, max_value=maximum, **kwargs)
        self.error_messages["invalid"] = "Vul een heel getal in, met cijfers."
        self.error_messages["min_value"] = "Vul %(limit_value)s of meer in."
        self.error_messages["max_value"] = "Vul %(limit_value)s of minder in."


class Keuze(forms.ChoiceField):
    """One of a closed list: radio buttons, or a select list with `lijst=True`."""

    def __init__(self, *, choices: Iterable[Any] = (), lijst: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Select if lijst else forms.RadioSelect)
        super().__init__(choices=choices, **kwargs)
        self.error_messages["invalid_choice"] = "Kies een van de mogelijkheden uit de lijst."

    def met_lege_rij(self, tekst: str = "Maak een keuze") -> None:
        """Put an empty first row in a select list, so that nothing is chosen by accident."""
        rijen: list[Any] = list(self.choices)  # type: ignore[arg-type]
        if rijen and rijen[0][0] != "":
            self.choices = [("", tekst), *rijen]


class MeerKeuze(forms.MultipleChoiceField):
    """Any number of a closed list, as checkboxes."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.error_messages["invalid_choice"] = "Kies alleen mogelijkheden uit de lijst."


class JaNee(forms.TypedChoiceField):
    """A question with yes or no; None while it is not answered."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=[("ja", "Ja"), ("nee", "Nee")],
            coerce=lambda waarde: waarde == "ja",
            empty_value=None,
            widget=forms.RadioSelect,
            **kwargs,
        )
        self.error_messages["invalid_choice"] = "Kies ja of nee."

    def prepare_value(self, value: Any) -> Any:
        return {True: "ja", False: "nee"}.get(value, value)


class Vinkje(forms.BooleanField):
    """A statement that is ticked; required means that it has to be ticked."""


class Bestand(forms.FileField):
    """An uploaded file: known extension, maximum size. Its content is checked by the service."""

    def __init__(
        self,
        *,
        soorten: Sequence[str] = ("pdf", "docx", "eml", "msg"),
        max_mb: int | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(max_length=150, **kwargs)
        self.soorten, self._max_mb = tuple(soorten), max_mb
        self.widget.attrs["accept"] = ",".join(f".{soort}" for soort in soorten)
        self.error_messages |= {
            "invalid": "Het bestand is niet goed aangekomen. Kies het opnieuw.",
            "missing": "Het bestand is niet goed aangekomen. Kies het opnieuw.",
            "empty": "Dit bestand is leeg. Kies een ander bestand.",
            "max_length": "De naam van het bestand is te lang. Kort die in en kies het opnieuw.",
        }

    @property
    def max_mb(self) -> int:
        """The largest file in megabytes."""
        return self._max_mb or document_max_mb()

    def to_python(self, data: Any) -> UploadedFile | None:
        bestand: UploadedFile | None = super().to_python(data)  # type: ignore[assignment]
        if bestand is None:
            return None
        geen_stuurtekens(bestand.name)
        soort = PurePath(bestand.name or "").suffix.lower().lstrip(".")
        if soort not in self.soorten:
            lijst = ", ".join(self.soorten)
            raise ValidationError(f"Kies een bestand van de soort {lijst}.", code="soort")
        if (bestand.size or 0) > self.max_mb * 1024 * 1024:
            raise ValidationError(
                f"Dit bestand is groter dan {self.max_mb} MB. Kies een kleiner bestand.",
                code="grootte",
            )
        return bestand
