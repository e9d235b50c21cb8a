"""The overleg: agenda, the people at the table, the shared screen, the outcome, the minutes."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import ViewportSize, expect

from tests.reizen.pdf import tekst_van
from tests.reizen.stap1_melden import NOOIT_OPENBAAR
from tests.reizen.stap2_wegen import REDENEN
from tests.reizen.werkplek import BREED, Reis

BESLUIT = "De weegploeg adviseert een aanpak. Het OM vindt gewone hulp genoeg; dat gaat mee."
ACTIE = "Contact houden met de melders"
GROOT = ViewportSize(width=1920, height=1080)


def agenda_maken(reis: Reis) -> None:
    """The procesregisseur plans the meeting; what waits comes on the agenda by itself."""
    paula = reis.paula.werk().volg("casusregie:overleggen").volg("casusregie:overleg_plannen")
    straks = timezone.localtime() + timedelta(hours=1)
    paula.verstuur(begint_op=straks.strftime("%Y-%m-%dT%H:%M"), plaats="Kamer 2.14")
    paula.verstuur("Agenda vullen")
    paula.ziet(reis.nummer, "hamerstuk").ziet_niet(*NOOIT_OPENBAAR)


def overleg_houden(reis: Reis) -> None:
    """On the shared screen the advices stand side by side; the outcome is recorded there."""
    paula = reis.paula
    paula.volg("casusregie:aanwezigheid_vastleggen")
    for veld in paula.page.locator("main select[name^=wie_]").all():
        veld.select_option(index=1)
    paula.verstuur().ziet("Piet Haan", "Olga Smit")
    paula.volg("casusregie:overleg_openen").verstuur()
    paula.page.set_viewport_size(GROOT)
    _kies_punt(reis)
    paula.ziet(reis.nummer, *REDENEN.values()).ziet_niet(*NOOIT_OPENBAAR)
    reis.axe(paula.page)
    reis.beeld(paula.page, "gedeeld-scherm-1920")
    paula.verstuur(
        uitkomst="aanpak",
        besluittekst=BESLUIT,
        actie_1_titel=ACTIE,
        actie_1_wie="Joost Vermaat",
        actie_1_uiterlijk=(timezone.localdate() + timedelta(days=7)).isoformat(),
    )
    paula.ziet("Vastgesteld: aanpak", ACTIE)
    paula.volg("casusregie:overleg_scherm_punt", "hamerstuk").verstuur("Akkoord")
    paula.page.set_viewport_size(BREED)


def _kies_punt(reis: Reis) -> None:
    """Go to the item of this dossier, as the arrow key does."""
    paula = reis.paula
    if f"· {reis.nummer}" not in paula.page.locator("h1").inner_text():
        paula.volg("casusregie:overleg_scherm_punt", reis.nummer)
    expect(paula.page.locator("h1")).to_contain_text(reis.nummer)


def verslag(reis: Reis) -> None:
    """The closed meeting has minutes as PDF, without a name of who it is about."""
    paula = reis.paula.volg("casusregie:overleg_inzien").volg("casusregie:overleg_sluiten")
    paula.verstuur().ziet("Het verslag staat klaar")
    tekst = tekst_van(paula.download("casusregie:verslag_downloaden"))
    for stuk in (reis.nummer, "gewone hulp genoeg", "Piet Haan", ACTIE):
        assert stuk in tekst, tekst
    assert not any(naam in tekst for naam in NOOIT_OPENBAAR)
