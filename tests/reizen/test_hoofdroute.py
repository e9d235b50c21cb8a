"""The main path of a case in a real browser: ten steps, each by the person whose step it is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from casusregie.config.demo.children import Child
from tests.cast import Cast
from tests.infra.browser import Visits
from tests.reizen import (
    stap1_melden,
    stap2_wegen,
    stap3_overleggen,
    stap4_besluiten,
    stap5_regie,
    stap6_beoordelen,
    stap7_plannen,
    stap8_volgen,
    stap9_afschalen,
    stap10_toezien,
)
from tests.reizen.bladen import IN_DE_REIS, bladen
from tests.reizen.werkplek import Reis

STAPPEN: tuple[Callable[[Reis], None], ...] = (
    stap1_melden.melding_van_school,
    stap1_melden.melding_van_beller,
    stap1_melden.adviesvraag,
    stap1_melden.naar_weging,
    stap1_melden.geen_actie,
    stap2_wegen.weging_starten,
    stap2_wegen.ieder_voor_zich,
    stap2_wegen.samen_lezen,
    stap3_overleggen.agenda_maken,
    stap3_overleggen.overleg_houden,
    stap3_overleggen.verslag,
    stap4_besluiten.nota_maken,
    stap4_besluiten.besluit_nemen,
    stap5_regie.informeren,
    stap5_regie.snel_vastleggen,
    stap5_regie.waarschuwen,
    stap5_regie.partner_erbij,
    stap5_regie.document_toevoegen,
    stap5_regie.partner_kijkt,
    stap6_beoordelen.beoordeling_maken,
    stap6_beoordelen.vaststellen,
    stap7_plannen.plan_maken,
    stap7_plannen.interventie_inzetten,
    stap8_volgen.meten,
    stap8_volgen.incident_vastleggen,
    stap8_volgen.voortgang_vertellen,
    stap8_volgen.herbeoordelen,
    stap9_afschalen.afschaling_voorstellen,
    stap9_afschalen.partner_adviseert,
    stap9_afschalen.besluit_afschaling,
    stap9_afschalen.sluiten,
    stap9_afschalen.heropenen,
    stap10_toezien.rapporten,
    stap10_toezien.vrijgeven,
    stap10_toezien.commissie_leest,
    stap10_toezien.commissie_verandert_niets,
)


@pytest.mark.reis
@pytest.mark.timeout(900)
def test_een_casus_van_melding_tot_toezicht(
    bezoek: Visits,
    cast: Cast,
    axe: Callable[[Page], None],
    schermafbeelding: Callable[[Page, str], None],
    worker: Child,
    tmp_path: Path,
) -> None:
    cast.iedereen()
    reis = Reis(bezoek, cast, axe, schermafbeelding, tmp_path)
    for stap in STAPPEN:
        stap(reis)
    gezien = {pagina for pagina, _, _ in reis.gezien}
    assert gezien & bladen() == IN_DE_REIS, "Zet de pagina in tests/reizen/bladen.py"
