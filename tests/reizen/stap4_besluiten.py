"""Step 4: a nota on two pages, the besluit against an advice, and the second person."""

from tests.reizen.pdf import bladen_van, tekst_van
from tests.reizen.stap1_melden import NOOIT_OPENBAAR
from tests.reizen.stap2_wegen import REDENEN
from tests.reizen.werkplek import Reis

DOEL = "Voorkomen dat de betrokkene geweld gebruikt, en zorgen dat hij een opleiding volgt."
MOTIVERING = "De kans op letsel bij anderen weegt zwaarder dan het advies van het OM."


def nota_maken(reis: Reis) -> None:
    """The bestuursadviseur writes the nota; it fits two pages and names nobody."""
    bas = reis.bas.werk().volg("casusregie:besluiten")
    bas.open_dossier().volg("casusregie:besluitnota_opstellen").verstuur(
        risicogroep="4",
        aanleiding="Twee melders zagen los van elkaar hetzelfde gedrag.",
        doel=DOEL,
        proportionaliteit="De inbreuk blijft beperkt tot wie met de betrokkene werkt.",
        subsidiariteit="Gewone hulp is twee keer geprobeerd en hielp niet.",
        afwijkende_adviezen="Het OM vindt gewone hulp genoeg; die hulp bereikt hem niet.",
        voorwaarden="Volgt een opleiding of werkt.\nZes maanden geen incidenten.",
        regisseur="Rik de Boer",
        waarnemer="Wendy Kaya",
    )
    pdf = bas.download("casusregie:besluitnota_downloaden")
    tekst = tekst_van(pdf)
    assert bladen_van(pdf) == 2
    for stuk in (reis.nummer, DOEL, "Zes maanden geen incidenten.", REDENEN["olga"]):
        assert stuk in tekst, tekst
    assert not any(naam in tekst for naam in NOOIT_OPENBAAR)
    bas.volg("casusregie:besluitnota_aanbieden").verstuur()


def besluit_nemen(reis: Reis) -> None:
    """Against the advice of the OM: not without a motivation, and not alone."""
    femke = reis.femke.werk().volg("casusregie:besluiten")
    femke.open_dossier().volg("casusregie:besluit_instroom_nemen").ziet(REDENEN["olga"])
    assert "otive" in femke.geweigerd(uitkomst="aanpak", motivering="")
    femke.verstuur(uitkomst="aanpak", motivering=MOTIVERING)
    femke.ziet("wacht op een tweede persoon")
    assert not femke.volgt_naar("casusregie:besluit_bevestigen")
    loco = reis.loco.werk().volg("casusregie:besluiten")
    loco.open_dossier().volg("casusregie:besluit_bevestigen").ziet(MOTIVERING)
    loco.verstuur(reden="Eens.").ziet("gaat nu in")
