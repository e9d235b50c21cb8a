"""Bad input on every form gets a clear answer in Dutch and loses nothing.

Every URL with the page of a deed takes part; a new one without a row in PLEKKEN fails here.
"""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import connection, models, transaction
from django.test import Client
from django.urls import reverse

from casusregie.ui.formulieren import Formulier
from convenant.enums import Niveau
from convenant.models import Beschermd, Logregel
from convenant.selectors.toegang import SESSIESLEUTEL
from tests.architecture.formulierpagina import Formulierpagina
from tests.architecture.formuliertabel import (
    LIJSTEN,
    PLEKKEN,
    Adres,
    formulieradressen,
    lijstadressen,
)
from tests.architecture.rommel import (
    GROOT,
    LANG,
    Fout,
    fouten_voor,
    goed_voor,
    is_getypt,
    soort_van,
)
from tests.cast import NU, Speler
from tests.stappen.wereld import Wereld

ADRESSEN = formulieradressen()
LIJSTADRESSEN = lijstadressen()
MET_NUMMER = sorted(a.sleutel for a in ADRESSEN.values() if a.namen)
MET_VERSIE = sorted(
    a.sleutel
    for a in ADRESSEN.values()
    if a.view.formulier.met_versie and a.view.formulier.base_fields
)
"""Where there is something typed to lose; of a form that asks nothing its own test tells."""
MET_BUITENSTAANDER = 40
"""At least so many forms are tried by someone of the right role in the wrong case."""
VAN_EEN_ANDER, EIGEN_TEKST = "De tekst van een ander", "Mijn eigen tekst"
EERST = {
    "beoordeling:informatie_herbeoordelen": {"houdbaar_tot": "2026-12-01"},
    "casusregie:risicogroep_wijzigen": {"risicogroep": "2"},
}
"""What the first of two people answers otherwise than the form suggests."""
ONZIN_IN_ADRES = ("onzin", "\x00", GROOT, "' OR 1=1 --", "--pk", str(uuid.uuid4()))
MAG_WIJZIGEN = ("convenant_logregel", "django_session")
"""A refusal is logged, and a session is kept alive; nothing else may be written."""


class Proeven:
    """The world with a browser for everyone, and every form as it stands open."""

    def __init__(self) -> None:
        self.wereld = Wereld()
        for plek in (*PLEKKEN.values(), *LIJSTEN.values()):
            for naam in filter(None, (plek.stuk, *plek.extra.values())):
                getattr(self.wereld, naam, None)
        self._clients = {s.sleutel: ingelogd(s) for s in self.wereld.cast.iedereen()}
        self._geopend: dict[str, Geopend] = {}

    def client(self, speler: Speler) -> Client:
        return self._clients[speler.sleutel]

    def url(self, adres: Adres) -> str:
        plek = (PLEKKEN | LIJSTEN)[adres.sleutel]
        return reverse(adres.naam, kwargs={n: self._waarde(plek, n) for n in adres.namen})

    def _waarde(self, plek: Any, naam: str) -> Any:
        woord = plek.extra.get(naam)
        if woord is not None:
            stuk = getattr(self.wereld, woord, None)
            return woord if stuk is None else stuk.pk
        stuk = getattr(self.wereld, plek.stuk)
        return getattr(stuk, "dossier_id", stuk.pk) if naam == "dossier_id" else stuk.pk

    def open(self, sleutel: str) -> "Geopend":
        if sleutel not in self._geopend:
            adres = ADRESSEN[sleutel]
            speler = getattr(self.wereld.cast, PLEKKEN[sleutel].speler)
            self._geopend[sleutel] = openen(self.client(speler), self.url(adres))
        return self._geopend[sleutel]

    def vreemd(self) -> list[uuid.UUID]:
        """Real keys that no list offers: a dossier, and someone of another organisation."""
        return [self.wereld.te_wegen.pk, self.wereld.cast.cora.hoedanigheid.pk]


def ingelogd(speler: Speler) -> Client:
    client = Client()
    client.force_login(speler.medewerker, settings.AUTHENTICATION_BACKENDS[0])
    sessie = client.session
    sessie[SESSIESLEUTEL] = str(speler.hoedanigheid.pk)
    sessie.save()
    return client


@dataclass
class Geopend:
    """A form on the screen of someone who may use it."""

    client: Client
    url: str
    form: Formulier
    data: dict[str, Any]


def openen(client: Client, url: str) -> Geopend:
    """The form, filled in: what stands there beforehand, and something good in the rest."""
    antwoord = client.get(url)
    assert antwoord.status_code == 200, antwoord.context
    form = antwoord.context["form"]
    staat_er = Formulierpagina(antwoord.content.decode()).waarden
    data = {}
    for naam, veld in form.fields.items():
        waarden = [w for w in staat_er.get(naam, []) if w]
        if waarden:
            data[naam] = waarden[0]
        elif soort_van(veld) != "vinkje" or veld.required:
            data[naam] = goed_voor(veld)
    return Geopend(client, url, form, data)


@pytest.fixture(scope="module")
def proeven(django_db_setup: None, django_db_blocker: Any) -> Iterator[Proeven]:
    with django_db_blocker.unblock(), time_machine.travel(NU, tick=True), transaction.atomic():
        yield Proeven()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _terug(proeven: Proeven) -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def geschreven() -> dict[str, int]:
    """How many rows of each table were written in this transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables"
        )
        rijen = dict(cursor.fetchall())
    return {naam: aantal for naam, aantal in rijen.items() if naam not in MAG_WIJZIGEN}


def gelukt() -> int:
    return Logregel.objects.filter(soort="handeling", resultaat="gelukt").count()


def test_elk_formulier_staat_in_de_tabel() -> None:
    assert set(PLEKKEN) == set(ADRESSEN), (
        "Zet het formulier in tests/architecture/formuliertabel.py"
    )


@pytest.mark.parametrize("sleutel", sorted(ADRESSEN))
def test_wat_niet_kan_wordt_geweigerd_en_niets_gaat_verloren(
    proeven: Proeven, sleutel: str
) -> None:
    geopend = proeven.open(sleutel)
    voor = geschreven(), gelukt()
    _leeg(geopend)
    for ronde in rondes(geopend.form, proeven.vreemd()):
        _onzin(geopend, ronde)
    assert (geschreven(), gelukt()) == voor


def rondes(form: Formulier, vreemd: list[uuid.UUID]) -> Iterator[dict[str, Fout]]:
    """Each round spoils every field of which something wrong is left to send; the rest is good."""
    velden = enumerate(form.fields.items())
    per_veld = {naam: fouten_voor(veld, plek, vreemd) for plek, (naam, veld) in velden}
    for nummer in range(max(map(len, per_veld.values()), default=0)):
        yield {naam: fouten[nummer] for naam, fouten in per_veld.items() if nummer < len(fouten)}


def _leeg(geopend: Geopend) -> None:
    verplicht = [n for n, v in geopend.form.fields.items() if v.required and not v.widget.is_hidden]
    if not verplicht:
        return
    antwoord = geopend.client.post(geopend.url, {"versie": geopend.data.get("versie", "")})
    assert antwoord.status_code == 422
    pagina = Formulierpagina(antwoord.content.decode())
    for naam in verplicht:
        _gezegd(geopend, pagina, naam, "Vul|Kies|Maak|Zet")


def _onzin(geopend: Geopend, ronde: dict[str, Fout]) -> None:
    gestuurd = geopend.data | {naam: fout.waarde for naam, fout in ronde.items()}
    antwoord = geopend.client.post(geopend.url, gestuurd)
    assert antwoord.status_code == 422, list(ronde)
    pagina = Formulierpagina(antwoord.content.decode())
    for naam, fout in ronde.items():
        if geopend.form.fields[naam].widget.is_hidden:
            assert re.search(fout.zin, pagina.foutenlijst), naam
        else:
            _gezegd(geopend, pagina, naam, fout.zin)
    for naam, waarde in gestuurd.items():
        if naam not in ronde or is_getypt(geopend.form.fields[naam]):
            _staat_er_nog(pagina, naam, waarde)


def _gezegd(geopend: Geopend, pagina: Formulierpagina, naam: str, zin: str) -> None:
    """The sentence stands beside the field and in the list on top."""
    bij_veld = pagina.fouten[geopend.form[naam].auto_id]
    assert re.search(zin, bij_veld), (naam, bij_veld)
    eerste = re.split(r"(?<=\.)", bij_veld)[0]
    assert eerste.lower() in pagina.foutenlijst.lower(), (naam, eerste)


def _staat_er_nog(pagina: Formulierpagina, naam: str, waarde: Any) -> None:
    """What was typed stands in the page again, also when it is wrong; a file cannot."""
    if not isinstance(waarde, UploadedFile):
        assert pagina.heeft(naam, waarde), (naam, waarde[:60])


@pytest.mark.parametrize("sleutel", MET_NUMMER)
def test_wat_je_niet_mag_kennen_bestaat_niet(proeven: Proeven, sleutel: str) -> None:
    """For who may know all of its kind, a number that nobody has."""
    adres, geopend = ADRESSEN[sleutel], proeven.open(sleutel)
    vreemde = buitenstaander(proeven, adres)
    client, url = geopend.client, reverse(adres.naam, kwargs=niemands(adres))
    if vreemde is not None:
        client, url = proeven.client(vreemde), geopend.url
    assert client.get(url).status_code == 404
    assert client.post(url, geopend.data).status_code == 404


def test_van_veel_formulieren_is_er_een_buitenstaander(proeven: Proeven) -> None:
    met = [s for s in MET_NUMMER if buitenstaander(proeven, ADRESSEN[s])]
    assert len(met) >= MET_BUITENSTAANDER


def niemands(adres: Adres) -> dict[str, Any]:
    return {naam: uuid.uuid4() if naam.endswith("_id") else "x" for naam in adres.namen}


def buitenstaander(proeven: Proeven, adres: Adres) -> Speler | None:
    """Someone with a role for this deed, who may not know that this stuk exists."""
    stuk = getattr(proeven.wereld, PLEKKEN[adres.sleutel].stuk)
    if not isinstance(stuk, Beschermd):
        return None
    rollen = adres.view.handeling.regel.rollen
    kandidaten = [s for s in proeven.wereld.cast.iedereen() if s.hoedanigheid.rol in rollen]
    return next((s for s in kandidaten if not _kent(s, stuk)), None)


def _kent(speler: Speler, stuk: models.Model) -> bool:
    rijen = type(stuk).objects.voor(speler.toegang, minstens=Niveau.BESTAAN)  # type: ignore[attr-defined]
    return rijen.filter(pk=stuk.pk).exists()


@pytest.mark.parametrize("sleutel", MET_VERSIE)
def test_wie_te_laat_is_ziet_het_verschil_en_houdt_zijn_tekst(
    proeven: Proeven, sleutel: str
) -> None:
    geopend = proeven.open(sleutel)
    naam = next(n for n, v in geopend.form.fields.items() if soort_van(v) == "tekst")
    eerst = geopend.data | EERST.get(sleutel, {}) | {naam: VAN_EEN_ANDER}
    eerste = geopend.client.post(geopend.url, eerst | {"sleutel": str(uuid.uuid4())})
    assert eerste.status_code == 303
    voor = geschreven(), gelukt()
    daarna = geopend.data | {naam: EIGEN_TEKST}
    antwoord = geopend.client.post(geopend.url, daarna)
    html, verschillen = antwoord.content.decode(), antwoord.context["verschillen"]
    pagina = Formulierpagina(html)
    assert antwoord.status_code == 409
    assert "heeft dit intussen gewijzigd" in pagina.foutenlijst
    assert verschillen
    assert all(rij.hun in html for rij in verschillen)
    for veld in set(daarna) & set(antwoord.context["form"].fields):
        assert pagina.heeft(veld, daarna[veld]) == (veld not in ("versie", "sleutel")), veld
    assert (geschreven(), gelukt()) == voor


def test_elke_lijst_staat_in_de_tabel() -> None:
    assert set(LIJSTEN) == set(LIJSTADRESSEN), (
        "Zet de lijst in tests/architecture/formuliertabel.py"
    )


@pytest.mark.parametrize("sleutel", sorted(LIJSTEN))
def test_onzin_in_het_adres_van_een_lijst_filtert_niets(proeven: Proeven, sleutel: str) -> None:
    client = proeven.client(getattr(proeven.wereld.cast, LIJSTEN[sleutel].speler))
    url = proeven.url(LIJSTADRESSEN[sleutel])
    alles = client.get(url)
    assert alles.status_code == 200
    filters = alles.context.get("filter")
    namen = ["vanaf", "sorteer", "page", *(filters.fields if filters else ())]
    for ronde in range(3):
        vraag = {naam: ONZIN_IN_ADRES[(i + ronde) % 6] for i, naam in enumerate(namen)}
        antwoord = client.get(url, vraag)
        assert antwoord.status_code == 200
        assert set(alles.context["bladzijde"]) <= set(antwoord.context["bladzijde"])


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("", "Vul dit in"),
        (LANG, r"niet meer dan 200 tekens"),
        ("Aa\x00d", "onzichtbare tekens"),
        ("Aad\x1b", "onzichtbare tekens"),
    ],
)
def test_zoeken_met_onzin(proeven: Proeven, vraag: str, zin: str) -> None:
    client = proeven.client(proeven.wereld.cast.samira)
    koppelen = proeven.open("meldpunt:melding_koppelen").url
    for url in (reverse("meldpunt:zoeken"), koppelen):
        antwoord = client.post(url, {"vraag": vraag})
        assert antwoord.status_code == 422
        pagina = Formulierpagina(antwoord.content.decode())
        assert re.search(zin, pagina.fouten["id_vraag"])
        assert pagina.heeft("vraag", vraag)


@pytest.mark.parametrize("vraag", ["%", "_", "\\", "' OR 1=1 --", "-", "🙂", "2026-9999"])
def test_zoeken_naar_tekens_vindt_niemand(proeven: Proeven, vraag: str) -> None:
    antwoord = proeven.client(proeven.wereld.cast.samira).post(
        reverse("meldpunt:zoeken"), {"vraag": vraag}
    )
    assert antwoord.status_code == 200
    assert antwoord.context["rijen"] == []
