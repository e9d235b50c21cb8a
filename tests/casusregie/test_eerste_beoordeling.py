"""The first work of a new case ends by itself, and a partner sees only what is his to do."""

from beoordeling.services.beoordeling import beoordeling_vaststellen
from convenant.enums import Taaksoort
from convenant.models import Taak
from tests.cast import Cast
from tests.stappen.beoordeling import beoordeling_voorgelegd
from tests.stappen.casus import casus_geopend, partner_betrokken


def open_titels(cast: Cast, wie: str) -> set[str]:
    taken = Taak.objects.voor(getattr(cast, wie).toegang).filter(gereed_op__isnull=True)
    return set(taken.values_list("titel", flat=True))


def test_een_vastgestelde_beoordeling_sluit_de_taak_om_haar_te_maken(cast: Cast) -> None:
    casus = casus_geopend(cast)
    assert "Beoordeling maken" in open_titels(cast, "rik")
    beoordeling = beoordeling_voorgelegd(cast, casus.dossier)
    beoordeling_vaststellen(cast.paula.toegang, beoordeling)
    assert "Beoordeling maken" not in open_titels(cast, "rik")
    taak = Taak.objects.voor(cast.rik.toegang).get(titel="Beoordeling maken")
    assert taak.soort == Taaksoort.VASTSTELLEN


def test_een_partner_ziet_de_taken_van_anderen_niet(cast: Cast) -> None:
    casus = casus_geopend(cast)
    partner_betrokken(cast, casus, cast.zoe)
    assert "Plan van aanpak maken" in open_titels(cast, "rik")
    assert open_titels(cast, "zoe") == set()
