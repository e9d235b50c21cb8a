"""An account that nobody uses closes after ninety days; its owner is told two weeks before."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client
from django.urls import reverse

from convenant.enums import Logsoort
from convenant.handeling import Geweigerd
from convenant.logboek import log_schrijven
from convenant.models import Logregel, Medewerker
from convenant.services.accounts import medewerker_heropenen, medewerker_sluiten
from convenant.services.accounts_bewaken import (
    ongebruikte_accounts_sluiten,
    ongebruikte_accounts_waarschuwen,
)
from tests.cast import NU, Cast, Speler

type Als = Callable[[Speler], Client]


def dagen(aantal: int) -> datetime:
    return NU - timedelta(days=aantal)


def ongebruikt(speler: Speler, aantal: int, **velden: datetime) -> Medewerker:
    """This account was made long ago and last used so many days back."""
    Medewerker.objects.filter(pk=speler.medewerker.pk).update(
        actief_sinds=dagen(400), last_login=dagen(aantal), **velden
    )
    return Medewerker.objects.get(pk=speler.medewerker.pk)


def open_(medewerker: Medewerker) -> bool:
    medewerker.refresh_from_db()
    return medewerker.is_active


def test_na_negentig_dagen_sluit_het(cast: Cast, als: Als) -> None:
    rik, wendy, nieuw = (
        ongebruikt(cast.rik, 90),
        ongebruikt(cast.wendy, 89),
        ongebruikt(cast.ruben, 200),
    )
    Medewerker.objects.filter(pk=nieuw.pk).update(last_login=None, actief_sinds=dagen(10))
    leest = ongebruikt(cast.ron, 95)
    log_schrijven(cast.ron.op(dagen(2)), Logsoort.INZAGE, "mijn_werk")
    assert ongebruikte_accounts_sluiten(NU) == 1
    assert [open_(m) for m in (rik, wendy, nieuw, leest)] == [False, True, True, True]
    regel = Logregel.objects.get(naam="account_ongebruikt")
    assert (regel.medewerker_id, regel.object_id) == (None, rik.pk)
    assert rik.hoedanigheden.get().ingetrokken_op is None
    assert "Rik de Boer" in als(cast.frits).get(reverse("convenant:fg_bureau")).text
    assert ongebruikte_accounts_sluiten(NU) == 0


def test_twee_weken_van_tevoren_een_e_mail_zonder_naam(cast: Cast, mailoutbox) -> None:
    ongebruikt(cast.rik, 76)
    ongebruikt(cast.wendy, 75)
    assert ongebruikte_accounts_waarschuwen(NU) == 1
    (mail,) = mailoutbox
    assert mail.to == [cast.rik.medewerker.email]
    assert "2 december 2026" in mail.body
    assert "Rik" not in mail.body + mail.subject
    assert ongebruikte_accounts_waarschuwen(NU + timedelta(days=1)) == 1, "nu ook Wendy"
    later = NU + timedelta(days=300)
    Medewerker.objects.filter(pk=cast.rik.medewerker.pk).update(
        last_login=later - timedelta(days=80)
    )
    Medewerker.objects.filter(pk=cast.wendy.medewerker.pk).update(last_login=later)
    assert ongebruikte_accounts_waarschuwen(later) == 1


class Weigert(BaseEmailBackend):
    """A mail server that refuses whoever it is sent to, by name, as real ones do."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        wie = email_messages[0].recipients()
        raise SMTPRecipientsRefused(dict.fromkeys(wie, (550, b"onbekend")))


def test_wat_niet_te_versturen_is_noemt_niemand_in_het_serverlog(
    cast: Cast, settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.Weigert"}}
    ongebruikt(cast.rik, 76)
    assert ongebruikte_accounts_waarschuwen(NU) == 0
    assert "SMTPRecipientsRefused" in caplog.text
    assert cast.rik.medewerker.email not in caplog.text


def test_een_beheerder_opent_het_weer_met_een_reden(cast: Cast, als: Als) -> None:
    rik = ongebruikt(cast.rik, 90)
    ongebruikte_accounts_sluiten(NU)
    url = reverse("convenant:medewerker_heropenen", args=[rik.pk])
    anja = als(cast.anja)
    assert anja.post(url, {"reden": ""}).status_code == 422
    assert anja.post(url, {"reden": "Terug van verlof"}).status_code == 303
    assert open_(rik)
    assert ongebruikte_accounts_sluiten(NU + timedelta(days=89)) == 0
    assert als(cast.rik).get(reverse("convenant:mijn_werk")).status_code == 200
    with pytest.raises(Geweigerd, match="niet gesloten"):
        medewerker_heropenen(cast.anja.toegang, rik, reden="Nog eens")


def test_een_accountbeheerder_heropent_alleen_bij_de_eigen_organisatie(
    cast: Cast, als: Als
) -> None:
    medewerker_sluiten(cast.bram.toegang, cast.zoe.medewerker, reden="Weg")
    zoe = Medewerker.objects.get(pk=cast.zoe.medewerker.pk)
    with pytest.raises(Geweigerd, match="eigen organisatie"):
        medewerker_heropenen(cast.anja.toegang, zoe, reden="Terug")
    url = reverse("convenant:medewerker_heropenen", args=[zoe.pk])
    assert als(cast.anja).get(url).status_code == 404
    medewerker_heropenen(cast.bram.toegang, zoe, reden="Terug")
    assert open_(zoe)
