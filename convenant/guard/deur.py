"""Lock 1: a view declares its purpose and its readers, or it does not answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from convenant.enums import Rol
from convenant.logboek import PAGINATITELS

type Soort = Literal["openbaar", "aangemeld", "inzage", "handeling", "gesloten"]


@dataclass(frozen=True)
class Deur:
    """The declared purpose of a view: who may come in, and as what it is logged.

    ``titel`` is what people call the page: in the browser and in the logboek.
    """

    do_not_call_in_templates: ClassVar[bool] = True

    soort: Soort
    doel: str
    rollen: frozenset[Rol] = frozenset()
    titel: str = ""

    def __call__[T](self, view: T) -> T:
        """Hang this door on a view: a function or a class."""
        view.deur = self  # type: ignore[attr-defined]
        return view

    def laat_toe(self, rol: Rol) -> bool:
        """Whether a hoedanigheid with this role may come in at all."""
        return self.soort in ("openbaar", "aangemeld") or rol in self.rollen


def openbaar(doel: str) -> Deur:
    """A page for anyone, logged in or not (login, health)."""
    return Deur("openbaar", doel)


def aangemeld(doel: str) -> Deur:
    """A page for whoever is logged in, in any hoedanigheid or still without one."""
    return Deur("aangemeld", doel)


def inzage(doel: str, *rollen: Rol, titel: str) -> Deur:
    """A page that shows something; ``doel`` is the purpose under which the reading is logged."""
    PAGINATITELS[doel] = titel
    return Deur("inzage", doel, frozenset(rollen or Rol), titel)


def verricht(deed: Any, *, titel: str = "") -> Deur:
    """A page that does a deed; open to the roles of the deed's own rule.

    ``titel`` is for a page whose heading differs with what it is about.
    """
    return Deur("handeling", deed.regel.naam, deed.regel.rollen, titel)


OPENBARE_URLNAMEN = frozenset(
    {
        "account_login",
        "account_logout",
        "account_signup",
        "account_inactive",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "account_confirm_login_code",
        "account_request_login_code",
        "mfa_authenticate",
        "mfa_trust",
        "mfa_login_webauthn",
        "mfa_signup_webauthn",
        "account_signup_by_passkey",
        "healthz",
    }
)
"""Doors of third-party views before login; they hold nothing of a dossier."""

GESLOTEN_URLNAMEN = frozenset(
    {"account_email", "account_confirm_email", "account_email_verification_sent"}
)
"""Third-party views that this house does not have: the address of an account is given by the
functioneel beheerder, and a link to a new password goes nowhere else."""

AANGEMELDE_VOORVOEGSELS = ("account_", "mfa_", "usersessions_")
"""Third-party views about one's own account."""


def deur_van(view: Callable[..., Any], url_naam: str | None) -> Deur | None:
    """The door of a view, or ``None`` when nobody declared one."""
    deur = getattr(getattr(view, "view_class", view), "deur", None)
    if deur is not None:
        return deur
    if url_naam in GESLOTEN_URLNAMEN:
        return Deur("gesloten", url_naam or "")
    if url_naam in OPENBARE_URLNAMEN:
        return openbaar(url_naam)
    if url_naam is not None and url_naam.startswith(AANGEMELDE_VOORVOEGSELS):
        return aangemeld(url_naam)
    return None
