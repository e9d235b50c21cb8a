"""Limits that the field itself tells, so that nobody has to try."""

from casusregie.rules.termijnen import maanden_later
from casusregie.ui.formulieren import Formulier
from casusregie.ui.tijd import datum


def begrens(form: Formulier, naam: str, maanden: int) -> None:
    """Bound a date at so many months from today, and say so beside the field."""
    if form.vandaag is None:
        return
    uiterst = maanden_later(form.vandaag, maanden)
    veld = form.fields[naam]
    veld.uiterst = uiterst  # type: ignore[attr-defined]
    veld.help_text = f"Uiterlijk {datum(uiterst)} ({maanden} maanden)."
