"""Step 10: reports by the worker, and the Commissie, that reads no name and changes nothing."""

from tests.reizen.pdf import tekst_van
from tests.reizen.stap1_melden import NOOIT_OPENBAAR
from tests.reizen.stap5_regie import dag
from tests.reizen.werkplek import Reis

VRIJ = "De betrokkene wil aan het werk. De afweging was of gewone hulp genoeg is."
MENSEN = ("Samira", "Rik de Boer", "Femke", "Zoë")


def rapporten(reis: Reis) -> None:
    """The leidinggevende asks; the worker makes; the browser follows and downloads."""
    periode = {"periode_van": dag(-365), "periode_tot": dag(0)}
    tekst = _rapport(reis, soort="toezicht", doel="Voor de Commissie van Toezicht", **periode)
    assert "Toezichtrapport" in tekst
    assert not any(naam in tekst for naam in (*NOOIT_OPENBAAR, *MENSEN))
    tekst = _rapport(reis, soort="dossier", doel="Voor de voortgang", nummer=reis.nummer)
    assert reis.nummer in tekst


def _rapport(reis: Reis, **vraag: str) -> str:
    leo = reis.leo.werk().volg("monitoring:rapporten").volg("monitoring:rapport_aanvragen")
    leo.verstuur(**vraag)
    leo.page.locator("a[href$='/pdf/']").wait_for(timeout=120_000)
    return tekst_van(leo.bekijk().download("monitoring:rapport_downloaden"))


def vrijgeven(reis: Reis) -> None:
    """A person releases text, without names."""
    paula = reis.paula.naar(f"/monitoring/dossier/{reis.dossier}/vrijgaven/")
    paula.volg("monitoring:tekst_vrijgeven").verstuur(onderwerp="De afweging", tekst=VRIJ)


def commissie_leest(reis: Reis) -> None:
    """Data, terms, who (by function) did what, the released text and the log: never a name."""
    cora = reis.cora.werk().volg("monitoring:toezicht_dossiers")
    cora.ziet_niet(*NOOIT_OPENBAAR, *MENSEN)
    cora.volg("monitoring:toezicht_dossier", reis.nummer).ziet(VRIJ)
    cora.ziet_niet(*NOOIT_OPENBAAR, *MENSEN).volg("monitoring:toezicht_logboek")
    cora.ziet_niet(*NOOIT_OPENBAAR, *MENSEN)


def commissie_verandert_niets(reis: Reis) -> None:
    """Every address where somebody did something on this journey is closed to her."""
    cora = reis.cora
    sleutel = cora.page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    paden = [pad for pad, wie in reis.gepost.items() if wie != "cora" and "/account/" not in pad]
    assert len(paden) > 40
    for pad in paden:
        gelezen = cora.page.request.get(pad).status
        gedaan = cora.page.request.post(
            pad,
            form={"csrfmiddlewaretoken": sleutel},
            headers={"Referer": cora.page.url},
        ).status
        assert gedaan in (404, 405), f"{gedaan} op POST {pad}"
        assert gelezen in (404, 405), f"{gelezen} op GET {pad}"
