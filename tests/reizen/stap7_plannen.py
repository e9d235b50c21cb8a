"""Step 7: a goal, a step with an owner, an intervention with its preconditions."""

from tests.reizen.stap5_regie import dag
from tests.reizen.werkplek import Reis, Werkplek

DOELZIN = "Gaat vier dagen per week naar een leerwerkplek."
STAP = "Samen een leerwerkplek kiezen."


def plan_maken(reis: Reis) -> None:
    """The regisseur writes the plan; somebody else establishes it."""
    rik = reis.rik.open_dossier().volg("casusregie:plan_inzien")
    rik.volg("casusregie:plan_opstellen").verstuur()
    rik.volg("casusregie:plan_wijzigen").verstuur(
        samenvatting="Werken aan school en aan steun dichtbij.", visie="eens"
    )
    rik.volg("casusregie:plandoel_toevoegen").verstuur(
        leefdomein="werk_opleiding",
        omschrijving=DOELZIN,
        meetbaar="Aanwezig volgens de lijst van de werkplek.",
        uiterlijk=dag(90),
    )
    rik.volg("casusregie:planstap_toevoegen").verstuur(
        omschrijving=STAP, eigenaar="Zoë Linden", uiterlijk=dag(30)
    )
    rik.volg("casusregie:interventie_voorstellen").verstuur(instrument="Mentortraject OneOnOne")
    assert not rik.volgt_naar("casusregie:interventie_inzetten")
    _voorwaarden(rik)
    rik.volg("casusregie:plan_voorleggen").verstuur()
    assert not rik.volgt_naar("casusregie:plan_vaststellen")
    paula = reis.paula.open_dossier().volg("casusregie:plan_inzien").ziet(DOELZIN, STAP)
    paula.volg("casusregie:plan_vaststellen").verstuur()


def _voorwaarden(rik: Werkplek) -> None:
    """Each precondition is ticked with words; a voluntary one needs the person's agreement."""
    rik.volg("casusregie:randvoorwaarden_invullen")
    for nummer in range(1, rik.page.locator("[name^=voldaan_]").count() + 1):
        rik.vul(**{f"voldaan_{nummer}": True, f"toelichting_{nummer}": "Besproken en vastgelegd."})
    rik.verstuur()
    rik.volg("casusregie:instemming_vastleggen").verstuur(
        instemming_op=dag(0), instemming_toelichting="Hij zei ja in het gesprek."
    )


def interventie_inzetten(reis: Reis) -> None:
    """What costs money starts only after somebody else established the plan."""
    rik = reis.rik.open_dossier().volg("casusregie:plan_inzien")
    rik.volg("casusregie:interventie_inzetten").verstuur(van=dag(0), tot=dag(180))
    rik.ziet("ingezet")
