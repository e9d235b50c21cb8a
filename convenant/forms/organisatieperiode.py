from collections.abc import Iterable
from datetime import date
from typing import Any

from casusregie.ui.formulieren import Formulier
from convenant.models import Organisatie


class OrganisatieperiodeFormulier(Formulier):
    """Something of one organisation from a first day until a last one.

    Subclasses have the fields ``organisatie`` (a list), ``van`` and ``tot``.
    """

    def __init__(self, *args: Any, organisaties: Iterable[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisaties = {str(o.pk): o for o in organisaties}
        keuzes = [(pk, o.naam) for pk, o in self.organisaties.items()]
        self.fields["organisatie"].choices = [("", "Maak een keuze"), *keuzes]  # type: ignore[attr-defined]

    def clean_organisatie(self) -> Organisatie:
        return self.organisaties[self.cleaned_data["organisatie"]]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        van: date | None = gegevens.get("van")
        tot: date | None = gegevens.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "De laatste dag ligt voor de eerste dag.")
        return gegevens
