"""The desk of one person of the story: an own browser, the real log-in form, links and forms."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve, reverse
from playwright.sync_api import Locator, Page, expect

from beoordeling.models import Weging
from meldpunt.models import Melding
from tests.cast import WACHTWOORD, Cast, Speler
from tests.infra.browser import BREED, SMAL, Visits

LINKS = """els => els.map(el => ({
    url: el.href || el.formAction || el.action, zichtbaar: el.checkVisibility(),
    tekst: el.innerText.trim()}))"""
KIES_OVERAL = """([begin, waarde]) => {
    const groepen = [...document.querySelectorAll(`main input[name^="${begin}"]`)];
    const namen = [...new Set(groepen.map(el => el.name))];
    const open = namen.filter(naam => !document.querySelector(`input[name="${naam}"]:checked`));
    open.forEach(naam => document.querySelector(`input[name="${naam}"][value="${waarde}"]`).click());
    return open;
}"""
PER_PERSOON = {"convenant:mijn_werk", "convenant:dossier_inzien"}
SCHUIFT = "document.documentElement.scrollWidth > window.innerWidth"


@dataclass
class Reis:
    """What all desks share, and what the journey learns on its way."""

    bezoek: Visits
    cast: Cast
    axe: Callable[[Page], None]
    beeld: Callable[[Page, str], None]
    map: Path
    gezien: set[tuple[str, str, bool]] = field(default_factory=set)
    gepost: dict[str, str] = field(default_factory=dict)
    dossier: str = ""
    nummer: str = ""
    _werkplekken: dict[str, "Werkplek"] = field(default_factory=dict)

    def dossier_van(self, schets: str) -> str:
        """The dossier of the report that says this: an address for the browser."""
        return str(Melding._base_manager.get(situatieschets=schets).dossier_id)

    def weging_pad(self) -> str:
        """The address of the last round of weighing in the dossier of the journey."""
        ronde = Weging._base_manager.filter(dossier_id=self.dossier).latest("gestart_op")
        return reverse("beoordeling:weging_inzien", args=[ronde.pk])

    def onthoud_dossier(self, genoemd: str) -> None:
        """From now on this dossier is the one of the journey."""
        melding = Melding._base_manager.select_related("dossier").get(situatieschets=genoemd)
        assert melding.dossier is not None
        self.dossier, self.nummer = str(melding.dossier_id), melding.dossier.nummer

    def __getattr__(self, naam: str) -> "Werkplek":
        """``reis.samira``: her desk; she logs in when she is first named."""
        if naam.startswith("_"):
            raise AttributeError(naam)
        if naam not in self._werkplekken:
            self._werkplekken[naam] = Werkplek(self, getattr(self.cast, naam))
        return self._werkplekken[naam]


class Werkplek:
    """One person in an own browser context; every page that is opened is looked at."""

    def __init__(self, reis: Reis, speler: Speler) -> None:
        self.reis, self.speler = reis, speler
        self.page = reis.bezoek()
        self._inloggen()

    def _inloggen(self) -> None:
        self.page.goto("/account/login/")
        self.bekijk()
        self.page.locator("[name=login]").fill(self.speler.medewerker.email)
        self.page.locator("[name=password]").fill(WACHTWOORD)
        self._klik(self.page.get_by_role("button", name="Inloggen", exact=True))
        expect(self.page.locator("h1")).to_have_text("Mijn werk")

    def tekst(self) -> str:
        """Everything that can be read on the page."""
        return self.page.locator("body").inner_text()

    def naar(self, pad: str) -> "Werkplek":
        """Open an address; it must be there for this person."""
        antwoord = self.page.goto(pad)
        assert antwoord is not None
        assert antwoord.status == 200, f"{antwoord.status} op {pad} voor {self.speler.sleutel}"
        return self.bekijk()

    def werk(self) -> "Werkplek":
        """Back to Mijn werk."""
        return self.naar("/convenant/werk/")

    def open_dossier(self) -> "Werkplek":
        """The overview of the dossier of the journey."""
        return self.naar(f"/convenant/dossier/{self.reis.dossier}/")

    def volg(self, naam: str, tekst: str = "") -> "Werkplek":
        """Click the first visible link to the page of this name, e.g. ``meldpunt:melding_duiden``."""
        self._klik(self._link(naam, tekst))
        return self.bekijk()

    def druk(self, knop: str) -> "Werkplek":
        """Press a button that asks for nothing else."""
        self._klik(self.page.get_by_role("button", name=knop, exact=True))
        return self.bekijk()

    def klap_open(self, kop: str) -> "Werkplek":
        """Unfold the part of the page under this heading."""
        self.page.locator("summary", has_text=kop).first.click()
        return self

    def volgt_naar(self, naam: str, tekst: str = "") -> bool:
        """Whether this page has a link (or a button) to that page."""
        return any(self._past(rij, naam, tekst) for rij in self._links())

    def download(self, naam: str) -> Path:
        """Click the link to a file and keep what the browser received."""
        with self.page.expect_download() as gestart:
            self._link(naam, "").click()
        bestand = gestart.value
        doel = self.reis.map / bestand.suggested_filename
        bestand.save_as(doel)
        return doel

    def vul(self, **velden: Any) -> "Werkplek":
        """Fill in the form that has these fields, by name; a group by value, a tick by a bool."""
        for naam, waarde in velden.items():
            self._vul(naam, waarde)
        return self

    def kies_overal(self, begin: str, waarde: str) -> list[str]:
        """Click this answer in every group that has none yet; return the names of the groups."""
        return list(self.page.evaluate(KIES_OVERAL, [begin, waarde]))

    def verstuur(self, knop: str = "", **velden: Any) -> "Werkplek":
        """Fill in, send, and see that the form was accepted."""
        self.vul(**velden)
        self._verstuur(knop, next(iter(velden), ""))
        fouten = self.page.locator("[data-foutenlijst]")
        assert not fouten.count(), f"{self.page.url}\n{fouten.first.inner_text()}"
        return self.bekijk()

    def geweigerd(self, knop: str = "", **velden: Any) -> str:
        """Fill in, send, and return why it was refused."""
        self.vul(**velden)
        self._verstuur(knop, next(iter(velden), ""))
        return self.page.locator("[data-foutenlijst]").inner_text()

    def ziet(self, *teksten: str) -> "Werkplek":
        """These words are on the page."""
        gelezen = self.tekst()
        for tekst in teksten:
            assert tekst in gelezen, f"{tekst!r} staat niet op {self.page.url}:\n{gelezen}"
        return self

    def ziet_niet(self, *teksten: str) -> "Werkplek":
        """These words are nowhere in the page, not even hidden."""
        bron = self.page.content()
        for tekst in teksten:
            assert tekst not in bron, f"{tekst!r} staat op {self.page.url}"
        return self

    def bekijk(self) -> "Werkplek":
        """Look once at each page, and at its refusal: axe wide, nothing sideways narrow.

        What reads differently per role is looked at as each person.
        """
        pagina = self._paginanaam()
        wie = self.speler.sleutel if pagina in PER_PERSOON else ""
        fout = bool(self.page.locator("[data-foutenlijst]").count())
        if (pagina, wie, fout) in self.reis.gezien:
            return self
        self.reis.gezien.add((pagina, wie, fout))
        self.reis.axe(self.page)
        beeld = f"{self.speler.sleutel}-{pagina.split(':')[-1]}"
        self.reis.beeld(self.page, f"{beeld}-1280")
        self.page.set_viewport_size(SMAL)
        assert not self.page.evaluate(SCHUIFT), f"{self.page.url} schuift opzij op 375"
        self.reis.beeld(self.page, f"{beeld}-375")
        self.page.set_viewport_size(BREED)
        return self

    def _paginanaam(self) -> str:
        return _naam_van(self.page.url)

    def _links(self) -> list[Mapping[str, Any]]:
        return self.page.locator(
            "a[href], form[method=post]:not(:has(input:not([type=hidden]), textarea)) button"
        ).evaluate_all(LINKS)

    def _past(self, rij: Mapping[str, Any], naam: str, tekst: str) -> bool:
        return rij["zichtbaar"] and _naam_van(rij["url"]) == naam and tekst in rij["tekst"]

    def _link(self, naam: str, tekst: str) -> Locator:
        rijen = self._links()
        for nummer, rij in enumerate(rijen):
            if self._past(rij, naam, tekst):
                return self.page.locator(
                    "a[href], form[method=post]:not(:has(input:not([type=hidden]), textarea)) button"
                ).nth(nummer)
        wel = sorted({_naam_van(rij["url"]) for rij in rijen if rij["zichtbaar"]})
        raise AssertionError(f"Geen link naar {naam} {tekst} op {self.page.url}; wel: {wel}")

    def _klik(self, doel: Locator) -> None:
        with self.page.expect_navigation():
            doel.click()

    def _verstuur(self, knop: str, veld: str) -> None:
        vormen = self.page.locator("form[method=post]:not(header *)")
        vorm = vormen.filter(has=self.page.locator(f"[name={veld}]")).first if veld else vormen.last
        knoppen = (
            vorm.get_by_role("button", name=knop) if knop else vorm.locator("button[type=submit]")
        )
        primair = vorm.locator("button[class*=primary]")
        self.reis.gepost[_pad(self.page.url)] = self.speler.sleutel
        with self.page.expect_response(lambda r: r.request.method == "POST") as gekregen:
            (knoppen.first if knop or not primair.count() else primair.first).click()
        antwoord = gekregen.value
        assert antwoord.status < 400 or antwoord.status == 422, (
            f"{antwoord.status}: {self.page.url}"
        )
        self.page.wait_for_load_state()

    def _vul(self, naam: str, waarde: Any) -> None:
        veld = self.page.locator(f"[name='{naam}']:not([type=hidden])")
        soort = veld.first.evaluate("el => el.type")
        if soort in ("radio", "checkbox") and not isinstance(waarde, bool):
            for keuze in [waarde] if isinstance(waarde, str) else waarde:
                veld.and_(self.page.locator(f"[value='{keuze}']")).check()
        elif soort == "checkbox":
            veld.set_checked(waarde)
        elif soort.startswith("select"):
            _kies(veld, waarde)
        elif soort == "file":
            veld.set_input_files(waarde)
        else:
            veld.fill(str(waarde))


def _kies(veld: Locator, waarde: str) -> None:
    """Choose by value, or else by the only option that has these words."""
    opties = veld.locator("option")
    keuzes = opties.evaluate_all("els => els.map(el => [el.value, el.textContent])")
    gevonden = [code for code, tekst in keuzes if code == waarde or waarde in tekst]
    assert len(gevonden) == 1, f"{waarde!r} past op {len(gevonden)} van {keuzes}"
    veld.select_option(gevonden[0])


def _pad(url: str) -> str:
    return urlsplit(url).path


def _naam_van(url: str) -> str:
    """The name of the page at an address, or the address when it is not of the application."""
    try:
        return resolve(_pad(url)).view_name
    except Resolver404:
        return url
