"""Who is logged in, found together with the capacities that hold today: one query, not two."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.utils import timezone

from convenant.models import Medewerker
from convenant.selectors.toegang import geldige_hoedanigheden


class Inlog(AuthenticationBackend):
    """allauth's own way in; only the account of a session is fetched otherwise."""

    def get_user(self, user_id: Any) -> Medewerker | None:
        """The account of this session, carrying ``hoedanigheden_nu`` when it has any."""
        geldig = list(geldige_hoedanigheden(user_id, timezone.now()))
        if not geldig:
            return super().get_user(user_id)  # type: ignore[return-value]
        medewerker = geldig[0].medewerker
        medewerker.hoedanigheden_nu = geldig  # type: ignore[attr-defined]
        return medewerker if self.user_can_authenticate(medewerker) else None
