"""Step 5: the regisseur at work, and what a partner sees of it."""

from datetime import timedelta

from django.utils import timezone

from tests.reizen.pdf import kleine_pdf
from tests.reizen.stap1_melden import BELLER, SCHETS
from tests.reizen.werkplek import Reis

WAARSCHUWING = "Ga niet alleen op huisbezoek; er is een grote hond."
GESPREK = "Hij wil praten over school en over zijn broertje."
TAAK = "Kennismaken bij de ggz"


def dag(dagen: int) -> str:
    """A day from today as a date field takes it."""
    return (timezone.localdate() + timedelta(days=dagen)).isoformat()


def informeren(reis: Reis) -> None:
    """Telling the person is put off with a ground and an end date, and done later."""
    rik = reis.rik.werk()
    rik.open_dossier().klap_open("Pauze, risicogroep en meer")
    rik.volg("casusregie:informeren_uitstellen").verstuur(
        uitstelgrond="Eerst een plan voor de veiligheid van het gezin.", uitgesteld_tot=dag(30)
    )
    rik.open_dossier().volg("casusregie:betrokkene_informeren").verstuur(
        geinformeerd_op=dag(0), wijze="In een gesprek op het gemeentehuis, met een brief erbij."
    )


def snel_vastleggen(reis: Reis) -> None:
    """A contact in the quick entry on top: four fields, the rest is one line."""
    rik = reis.rik.open_dossier()
    rik.vul(met_wie="betrokkene", contactdoel="Kennismaken", tekst=GESPREK)
    rik.page.locator("#contact-snel button[type=submit]").click()
    rik.page.get_by_text("Het contact is vastgelegd.").wait_for()
    rik.page.get_by_text("Alles tonen").click()
    rik.page.get_by_text(GESPREK).first.wait_for()


def waarschuwen(reis: Reis) -> None:
    """A warning that everyone with a task sees."""
    rik = reis.rik.open_dossier().volg("casusregie:waarschuwing_plaatsen")
    rik.verstuur(tekst=WAARSCHUWING, tot=dag(60)).open_dossier().ziet(WAARSCHUWING)


def partner_erbij(reis: Reis) -> None:
    """A partner gets a place in the case, and a task."""
    rik = reis.rik.open_dossier().volg("convenant:betrokkenen")
    rik.volg("convenant:betrokkenheid_verlenen").verstuur(
        wie="Zoë Linden", relatie="uitvoerder", reden="Begeleidt de betrokkene."
    )
    rik.open_dossier().volg("convenant:taak_toevoegen").verstuur(
        titel=TAAK, voor="Zoë Linden", uiterlijk=dag(14)
    )


def document_toevoegen(reis: Reis) -> None:
    """A file with what it is."""
    rik = (
        reis.rik.open_dossier()
        .volg("beoordeling:informatie")
        .volg("beoordeling:document_toevoegen")
    )
    rik.verstuur(bestand=str(kleine_pdf(reis.map / "verslag.pdf")), titel="Verslag van de school")
    rik.naar(f"/beoordeling/dossier/{reis.dossier}/informatie/").ziet("Verslag van de school")


def partner_kijkt(reis: Reis) -> None:
    """She sees the warning and her own task, and not what the weegploeg advised."""
    zoe = reis.zoe.werk().ziet(TAAK, reis.nummer).volg("convenant:taak_inzien", TAAK)
    zoe.volg("convenant:taak_afronden").verstuur(uitkomst="Eerste gesprek is geweest.")
    zoe.open_dossier().ziet(WAARSCHUWING).ziet_niet("vindt gewone hulp genoeg", "Greet")
    assert zoe.page.request.get(reis.weging_pad()).status == 404
    zoe.naar(f"/meldpunt/dossier/{reis.dossier}/meldingen/").ziet_niet(SCHETS, BELLER, "Greet")
