"""Step 9: the proposal, an advice of each partner, the besluit, closing and reopening."""

from playwright.sync_api import expect

from tests.reizen.stap1_melden import NOOIT_OPENBAAR
from tests.reizen.stap3_overleggen import ACTIE
from tests.reizen.stap5_regie import GESPREK, dag
from tests.reizen.werkplek import Reis, Werkplek

ADVIES = "De begeleiding loopt goed zonder de aanpak."


def afschaling_voorstellen(reis: Reis) -> None:
    """It rests on the established assessment and on what was reached."""
    rik = reis.rik.open_dossier().volg("casusregie:afschaling_inzien")
    while rik.volgt_naar("casusregie:uitstroomvoorwaarde_afvinken"):
        rik.volg("casusregie:uitstroomvoorwaarde_afvinken").verstuur(
            gehaald_op=dag(0), gehaald_toelichting="Blijkt uit de lijst van de werkplek."
        )
    rik.volg("casusregie:afschaling_voorstellen").verstuur(
        aanleiding="De doelen zijn bereikt.",
        doel="Hij werkt en heeft steun dichtbij.",
        proportionaliteit="De aanpak is niet meer in verhouding.",
        subsidiariteit="De ggz gaat door met de gewone begeleiding.",
    )


def partner_adviseert(reis: Reis) -> None:
    """The partner gives her advice from her task."""
    zoe = reis.zoe.werk().volg("casusregie:partneradvies_geven")
    zoe.verstuur(uitkomst="afschalen", reden=ADVIES)


def besluit_afschaling(reis: Reis) -> None:
    """The bestuursadviseur offers the nota, the beslisser decides."""
    bas = reis.bas.open_dossier().volg("casusregie:besluit_inzien").ziet(ADVIES)
    bas.volg("casusregie:besluitnota_aanbieden").verstuur()
    femke = reis.femke.open_dossier().volg("casusregie:besluit_afschaling_nemen")
    femke.verstuur(uitkomst="afschalen").ziet("Het besluit is genomen")


def sluiten(reis: Reis) -> None:
    """Refused while work is open; then closed, with aftercare and a retention date."""
    paula = reis.paula.open_dossier().ziet("open. Rond eerst alle taken af.")
    assert not paula.volgt_naar("casusregie:casus_sluiten")
    _taak_af(reis.zoe, "Stap uit het plan")
    _taak_af(reis.joost, ACTIE)
    rik = reis.rik.open_dossier().volg("casusregie:plan_inzien")
    rik.volg("casusregie:interventie_beeindigen").verstuur(
        uitkomst="afgerond", eindtoelichting="Het traject is afgemaakt."
    )
    _taak_af(reis.paula, "Nieuwe melding")
    paula.open_dossier().volg("casusregie:casus_sluiten").verstuur(
        uitkomst="doelen_bereikt",
        sluittoelichting="De doelen van het plan zijn bereikt.",
        nazorg="De ggz belt na drie maanden.",
        nazorg_tot=dag(90),
    )
    paula.open_dossier().ziet("Gesloten")
    antwoord = reis.rik.page.request.get(f"/convenant/dossier/{reis.dossier}/")
    assert antwoord.status == 404
    assert not [woord for woord in (*NOOIT_OPENBAAR, GESPREK) if woord in antwoord.text()]


def heropenen(reis: Reis) -> None:
    """A closed case opens again with a reason, and with who leads it."""
    paula = reis.paula.open_dossier().volg("casusregie:casus_heropenen")
    paula.verstuur(reden="De zorgen zijn terug na een nieuwe melding.", regisseur="Rik de Boer")
    paula.open_dossier().ziet("Uitvoering")
    reis.rik.open_dossier()


def _taak_af(werkplek: Werkplek, titel: str) -> None:
    werkplek.werk().volg("convenant:taak_inzien", titel).volg("convenant:taak_afronden")
    werkplek.verstuur(uitkomst="Gedaan.")
    expect(werkplek.page.locator("h1")).to_be_visible()
