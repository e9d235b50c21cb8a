"""Accounts: only the functioneel beheerder, at once, and never about himself."""

import re
import uuid

import pytest
from allauth.account.forms import ResetPasswordForm
from django.core.management import CommandError, call_command
from django.http import HttpResponse
from django.urls import reverse

from convenant.enums import Rol
from convenant.handeling import Geweigerd
from convenant.models import Hoedanigheid, Logregel, Medewerker
from convenant.services.accounts import (
    hoedanigheid_beeindigen,
    hoedanigheid_verlenen,
    medewerker_sluiten,
    medewerker_toevoegen,
)
from tests.cast import WACHTWOORD, Cast


def test_medewerker_toevoegen_geeft_geen_recht(cast: Cast, als) -> None:
    url = reverse("convenant:medewerker_toevoegen")
    gegevens = {"naam": "Nora Nieuw", "email": "Nora@Voorbeeld.test"}
    assert als(cast.bram).post(url, gegevens).status_code == 303
    nora = Medewerker.objects.get(email="nora@voorbeeld.test")
    assert not nora.has_usable_password()
    assert not nora.hoedanigheden.exists()
    dubbel = als(cast.bram).post(url, gegevens)
    assert dubbel.status_code == 422
    assert "al een account" in dubbel.content.decode()


def toevoegen_met_mail(cast: Cast, als, django_capture_on_commit_callbacks) -> HttpResponse:
    gegevens = {"naam": "Nora Nieuw", "email": "nora@voorbeeld.test"}
    with django_capture_on_commit_callbacks(execute=True):
        return als(cast.bram).post(reverse("convenant:medewerker_toevoegen"), gegevens)


def test_een_nieuw_account_krijgt_een_link_om_een_wachtwoord_te_kiezen(
    cast: Cast, als, client, mailoutbox, django_capture_on_commit_callbacks
) -> None:
    toevoegen_met_mail(cast, als, django_capture_on_commit_callbacks)
    (mail,) = mailoutbox
    assert mail.to == ["nora@voorbeeld.test"]
    assert mail.subject == "Kies uw wachtwoord voor Casusregie"
    assert "Nora" not in mail.body
    link = re.search(r"http://testserver(/account/\S+)", mail.body)
    assert link is not None
    pagina = client.get(link[1], follow=True)
    kiezen = pagina.redirect_chain[-1][0]
    wachtwoord = {"password1": WACHTWOORD, "password2": WACHTWOORD}
    assert client.post(kiezen, wachtwoord).status_code == 302
    assert Medewerker.objects.get(email="nora@voorbeeld.test").check_password(WACHTWOORD)


def test_een_mail_die_niet_weg_kan_laat_het_account_staan(
    cast: Cast, als, monkeypatch, django_capture_on_commit_callbacks
) -> None:
    def weg(*_: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(ResetPasswordForm, "save", weg)
    antwoord = toevoegen_met_mail(cast, als, django_capture_on_commit_callbacks)
    assert antwoord.status_code == 303
    assert Medewerker.objects.filter(email="nora@voorbeeld.test").exists()


@pytest.mark.parametrize(
    "gegevens",
    [
        {"naam": "", "email": "a@b.nl"},
        {"naam": "x" * 121, "email": "a@b.nl"},
        {"naam": "Nora", "email": "geen adres"},
        {"naam": "No\x07ra", "email": "a@b.nl"},
    ],
)
def test_medewerker_toevoegen_weigert_slechte_invoer(cast: Cast, als, gegevens) -> None:
    antwoord = als(cast.bram).post(reverse("convenant:medewerker_toevoegen"), gegevens)
    assert antwoord.status_code == 422
    assert not Medewerker.objects.filter(email="a@b.nl").exists()


@pytest.mark.parametrize("wie", ["paula", "leo", "rik", "frits"])
def test_een_ander_beheert_geen_accounts(cast: Cast, als, wie: str) -> None:
    client = als(getattr(cast, wie))
    for url in (
        reverse("convenant:medewerkers"),
        reverse("convenant:medewerker_toevoegen"),
        reverse("convenant:medewerker_inzien", args=[cast.rik.medewerker.pk]),
        reverse("convenant:medewerker_sluiten", args=[cast.rik.medewerker.pk]),
    ):
        assert client.get(url).status_code == 404
    with pytest.raises(Geweigerd):
        medewerker_toevoegen(getattr(cast, wie).toegang, email="x@y.nl", naam="X")


def test_hoedanigheid_verlenen_en_dan_kiezen(cast: Cast, als) -> None:
    url = reverse("convenant:hoedanigheid_verlenen", args=[cast.rik.medewerker.pk])
    gegevens = {
        "rol": Rol.LID_WEEGPLOEG.value,
        "organisatie": str(cast.rik.organisatie.pk),
        "van": "2026-11-18",
    }
    assert als(cast.bram).post(url, gegevens).status_code == 303
    assert als(cast.bram).post(url, gegevens | {"sleutel": str(uuid.uuid4())}).status_code == 422
    nieuw = Hoedanigheid.objects.get(medewerker=cast.rik.medewerker, rol=Rol.LID_WEEGPLOEG)
    client = als(cast.rik)
    kiezen = reverse("convenant:hoedanigheid_kiezen")
    assert client.post(kiezen, {"hoedanigheid": str(nieuw.pk)}).status_code == 302
    assert "lid weegploeg" in client.get(reverse("convenant:mijn_werk")).content.decode()


def test_niemand_kiest_de_hoedanigheid_van_een_ander(cast: Cast, als) -> None:
    client = als(cast.rik)
    kiezen = reverse("convenant:hoedanigheid_kiezen")
    for waarde in (str(cast.paula.hoedanigheid.pk), "", "onzin"):
        assert client.post(kiezen, {"hoedanigheid": waarde}).status_code == 422
    assert "casusregisseur" in client.get(reverse("convenant:mijn_werk")).content.decode()


@pytest.mark.parametrize(
    "anders",
    [
        {"rol": "keizer"},
        {"organisatie": str(uuid.uuid4())},
        {"van": "2026-11-17"},
        {"tot": "2026-11-17"},
        {"van": "2026-12-01", "tot": "2026-11-20"},
    ],
)
def test_hoedanigheid_verlenen_weigert_slechte_invoer(cast: Cast, als, anders) -> None:
    url = reverse("convenant:hoedanigheid_verlenen", args=[cast.rik.medewerker.pk])
    gegevens = {
        "rol": Rol.PARTNER.value,
        "organisatie": str(cast.rik.organisatie.pk),
        "van": "2026-11-18",
    } | anders
    assert als(cast.bram).post(url, gegevens).status_code == 422
    assert cast.rik.medewerker.hoedanigheden.count() == 1


def test_een_beeindigde_rol_wordt_bij_de_volgende_klik_geweigerd(cast: Cast, als) -> None:
    rik = als(cast.rik)
    werk = reverse("convenant:mijn_werk")
    assert rik.get(werk).status_code == 200
    hoedanigheid_beeindigen(cast.bram.toegang, cast.rik.hoedanigheid, reden="Uit dienst")
    geweigerd = rik.get(werk)
    assert geweigerd.status_code == 302
    assert geweigerd.url == reverse("convenant:hoedanigheid_kiezen")
    assert "geen geldige rol" in rik.get(geweigerd.url).content.decode()


def test_een_formulier_zegt_om_wie_en_om_welke_rol_het_gaat(cast: Cast, als) -> None:
    bram, rol = als(cast.bram), cast.rik.hoedanigheid
    einde = bram.get(reverse("convenant:hoedanigheid_beeindigen", args=[rol.pk]))
    assert "Rik de Boer: casusregisseur · Gemeente, OOV" in einde.content.decode()
    for naam in ("hoedanigheid_verlenen", "medewerker_sluiten"):
        pagina = bram.get(reverse(f"convenant:{naam}", args=[rol.medewerker_id]))
        assert '<p class="waarover">Rik de Boer</p>' in pagina.content.decode()


def test_niemand_geeft_zijn_account_een_ander_adres(cast: Cast, als) -> None:
    url = reverse("account_email")
    assert als(cast.rik).get(url).status_code == 404
    nieuw = {"email": "rik@elders.test", "action_add": ""}
    assert als(cast.rik).post(url, nieuw).status_code == 404


def test_een_gesloten_account_is_meteen_uitgelogd(cast: Cast, als) -> None:
    rik = als(cast.rik)
    medewerker_sluiten(cast.bram.toegang, cast.rik.medewerker, reden="Uit dienst")
    antwoord = rik.get(reverse("convenant:mijn_werk"))
    assert antwoord.status_code == 302
    assert antwoord.url.startswith("/account/login/")
    assert Medewerker.objects.filter(pk=cast.rik.medewerker.pk).exists()
    assert Logregel.objects.filter(naam="medewerker_sluiten").count() == 1


def test_dezelfde_rol_kan_op_dezelfde_dag_terugkomen(cast: Cast) -> None:
    hoedanigheid_beeindigen(cast.bram.toegang, cast.rik.hoedanigheid, reden="Vergissing")
    nieuw = hoedanigheid_verlenen(
        cast.bram.toegang,
        cast.rik.medewerker,
        rol=Rol.CASUSREGISSEUR,
        organisatie=cast.rik.organisatie,
        van=cast.bram.toegang.vandaag,
    )
    assert nieuw.geldt_op(cast.bram.toegang.vandaag)


def test_niemand_beslist_over_zichzelf(cast: Cast) -> None:
    bram = cast.bram.toegang
    with pytest.raises(Geweigerd, match="andere beheerder"):
        medewerker_sluiten(bram, cast.bram.medewerker, reden="x")
    with pytest.raises(Geweigerd, match="andere beheerder"):
        hoedanigheid_beeindigen(bram, cast.bram.hoedanigheid, reden="x")
    with pytest.raises(Geweigerd, match="andere beheerder"):
        hoedanigheid_verlenen(
            bram,
            cast.bram.medewerker,
            rol=Rol.PROCESREGISSEUR,
            organisatie=cast.bram.organisatie,
            van=bram.vandaag,
        )


def test_eerste_beheerder_van_een_nieuwe_installatie(db, capsys) -> None:
    opdracht = ("eerste_beheerder", "--email=b@gemeente.test", "--naam=B", "--gemeente=Gemeente X")
    call_command(*opdracht)
    wachtwoord = capsys.readouterr().out.strip().rsplit(" ", 1)[-1]
    medewerker = Medewerker.objects.get(email="b@gemeente.test")
    assert medewerker.check_password(wachtwoord)
    assert [h.rol for h in medewerker.hoedanigheden.all()] == [Rol.FUNCTIONEEL_BEHEERDER]
    assert Logregel.objects.filter(naam="eerste_beheerder").count() == 1
    with pytest.raises(CommandError, match="al een functioneel beheerder"):
        call_command(*opdracht)
