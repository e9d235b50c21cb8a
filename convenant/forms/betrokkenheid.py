from collections.abc import Iterable
from typing import Any

from casusregie.ui.formulieren import Datum, Formulier, Keuze, LangeTekst
from convenant.enums import Relatie, Rol
from convenant.models import Hoedanigheid

from .keuzes import gekozen_hoedanigheid, hoedanigheidskeuzes

PAST_BIJ = {
    Relatie.PARTNER: (Rol.PARTNER,),
    Relatie.WAARNEMER: (Rol.CASUSREGISSEUR,),
    Relatie.LEZER: (Rol.PARTNER, Rol.CASUSREGISSEUR),
}
"""The regisseur himself is appointed by another deed."""


class BetrokkenheidVerlenenFormulier(Formulier):
    """Whom to involve, as what, why and until when."""

    wie = Keuze(label="Wie?", lijst=True)
    relatie = Keuze(label="Als wat?", choices=[(r.value, r.label) for r in PAST_BIJ])
    reden = LangeTekst(
        label="Waarom is dit nodig?",
        max_length=500,
        help_text="De reden staat in het dossier en in het logboek.",
    )
    tot = Datum(
        label="Tot en met",
        toekomst=True,
        verleden=False,
        required=False,
        help_text="Leeg: zonder einddatum. U kunt de betrokkenheid altijd beëindigen.",
    )

    def __init__(self, *args: Any, kandidaten: Iterable[Hoedanigheid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kandidaten = list(kandidaten)
        self.fields["wie"].choices = hoedanigheidskeuzes(self.kandidaten)  # type: ignore[attr-defined]

    def clean_wie(self) -> Hoedanigheid:
        return gekozen_hoedanigheid(self.kandidaten, self.cleaned_data["wie"])

    def clean_relatie(self) -> Relatie:
        return Relatie(self.cleaned_data["relatie"])

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        wie, relatie = gegevens.get("wie"), gegevens.get("relatie")
        if wie and relatie and wie.rol not in PAST_BIJ[relatie]:
            self.add_error("relatie", f"Dit past niet bij de rol {wie.get_rol_display()}.")
        return gegevens


class BetrokkenheidBeeindigenFormulier(Formulier):
    """Why someone is no longer involved."""

    reden = LangeTekst(label="Waarom eindigt de betrokkenheid?", max_length=500)
