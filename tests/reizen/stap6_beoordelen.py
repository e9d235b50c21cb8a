"""Step 6: every part answered with evidence, and established by a second person."""

from tests.reizen.werkplek import Reis, Werkplek

DELEN = """() => [...new Set([...document.querySelectorAll('a[href*="/deel/"]')]
    .map(el => el.getAttribute('href').split('#')[0]))]"""


def beoordeling_maken(reis: Reis) -> None:
    """The protective part first: before it is answered, no level can be given."""
    rik = reis.rik.open_dossier().volg("beoordeling:beoordelingen")
    rik.volg("beoordeling:beoordeling_starten").verstuur(
        aanleiding="instroom", zonder_ideologie="nee"
    )
    paden = rik.page.evaluate(DELEN)
    assert len(paden) == 4
    paden.sort(key=lambda pad: "bescherming" not in pad)
    rik.naar(paden[-1])
    assert not rik.page.locator("[name=niveau]").count()
    for pad in paden:
        _deel(rik, pad)
    rik.naar(paden[0].split("deel/")[0]).volg("beoordeling:beoordeling_voorleggen").verstuur()


def _deel(rik: Werkplek, pad: str) -> None:
    rik.naar(pad)
    if rik.page.locator("[name=stromen]").count():
        rik.verstuur("Bewaren", stromen=["rechts"], stroomreden="Blijkt uit wat hij deelt.")
        rik.naar(pad)
    eerste = rik.kies_overal("w_", "onbekend")[0]
    _met_basis(rik, eerste.removeprefix("w_"))
    rik.verstuur("Bewaren")
    rik.naar(pad).verstuur(
        "Bewaren", niveau="matig", oordeel="Er is zorg en er is houvast.", rust_op="Drie bronnen."
    )


def _met_basis(rik: Werkplek, code: str) -> None:
    """One indicator is present, and rests on something."""
    rik.page.locator(f"#i-{code} details.basis > summary").click()
    rik.vul(
        **{
            f"w_{code}": "enigszins",
            f"o_{code}": "Gezien bij een huisbezoek.",
            f"s_{code}": "waarneming",
        }
    )


def vaststellen(reis: Reis) -> None:
    """Who wrote it cannot establish it; the procesregisseur can."""
    rik = reis.rik.open_dossier().volg("beoordeling:beoordelingen")
    rik.volg("beoordeling:beoordeling_inzien")
    assert not rik.volgt_naar("beoordeling:beoordeling_vaststellen")
    paula = reis.paula.naar(rik.page.url).volg("beoordeling:beoordeling_vaststellen")
    paula.verstuur().ziet("vastgesteld")
