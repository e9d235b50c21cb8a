"""The meeting: its agenda fills itself, and ends when everything was settled."""

from datetime import timedelta

import pytest

from beoordeling.enums import Advies, Wegingstatus
from beoordeling.models import Weging
from casusregie.enums import Overlegstatus, Puntsoort, Puntstatus
from casusregie.models import Agendapunt, Casus, Overleg
from casusregie.selectors.overleg import vaste_plaats, volgende_woensdag, vrije_woensdag
from casusregie.services.agenda import (
    agenda_vullen,
    agendapunt_doorschuiven,
    agendapunt_toevoegen,
    agendapunt_verplaatsen,
)
from casusregie.services.overleg import (
    aanwezigheid_vastleggen,
    overleg_openen,
    overleg_plannen,
    overleg_sluiten,
)
from casusregie.services.overlegbesluit import (
    Actie,
    agendapunt_bespreken,
    hamerstukken_afdoen,
)
from convenant.enums import Fase
from convenant.handeling import Geweigerd
from convenant.models import Dossier, Taak
from meldpunt.enums import Duidinguitkomst
from meldpunt.models import Duiding, Melding
from tests.cast import NU, Cast
from tests.stappen.besluit import casus_toegelaten, gewogen_dossier, overleg_met_weging


def punten(cast: Cast, overleg: Overleg) -> list[Agendapunt]:
    rijen = Agendapunt.objects.voor(cast.paula.toegang).filter(overleg=overleg)
    return list(rijen.order_by("volgorde").select_related("overleg", "weging", "dossier"))


def begonnen(cast: Cast) -> tuple[Overleg, Agendapunt]:
    overleg = overleg_openen(cast.paula.toegang, overleg_met_weging(cast))
    return overleg, punten(cast, overleg)[0]


def duiding(cast: Cast, akkoord: bool | None) -> Duiding:
    melding = Melding.objects.voor(cast.paula.toegang).first()
    stuk = Duiding(
        melding=melding,
        uitkomst=Duidinguitkomst.GEEN_ACTIE,
        reden="Geen zorgen meer.",
        gedaan_op=NU,
        gedaan_door=cast.samira.hoedanigheid,
        tweede_akkoord=akkoord,
    )
    stuk.save()
    return stuk


def test_de_agenda_vult_zich_en_niets_komt_er_dubbel_op(cast: Cast) -> None:
    overleg = overleg_met_weging(cast)
    duiding(cast, True)
    duiding(cast, False)
    casus = casus_toegelaten(cast)
    Casus.objects.voor(cast.paula.toegang).update(herbeoordeling_op=NU.date() + timedelta(days=9))
    for _ in range(2):
        agenda_vullen(cast.paula.toegang, overleg)
    lijst = punten(cast, overleg)
    assert [p.soort for p in lijst] == [
        Puntsoort.WEGING,
        Puntsoort.HAMERSTUK,
        Puntsoort.HERBEOORDELING,
    ]
    assert lijst[2].dossier_id == casus.dossier_id
    assert all("Verzonnen" not in p.onderwerp for p in lijst)


def test_wat_op_een_open_agenda_staat_komt_niet_op_de_volgende(cast: Cast) -> None:
    overleg_met_weging(cast)
    volgend = overleg_plannen(cast.paula.toegang, begint_op=NU + timedelta(days=7))
    agenda_vullen(cast.paula.toegang, volgend)
    assert punten(cast, volgend) == []


def test_op_het_overleg_wordt_de_weging_vastgesteld_met_acties(cast: Cast) -> None:
    _, punt = begonnen(cast)
    cast.bas  # noqa: B018
    agendapunt_bespreken(
        cast.paula.toegang,
        punt,
        besluittekst="Opnemen. Het OM blijft bij geen actie.",
        uitkomst=Advies.AANPAK,
        acties=[Actie("Hulpaanbod navragen", cast.ron.hoedanigheid, NU.date())],
        versie=1,
    )
    weging = Weging.objects.voor(cast.paula.toegang).get()
    assert (weging.status, weging.uitkomst) == (Wegingstatus.VASTGESTELD, Advies.AANPAK)
    assert Dossier.objects.voor(cast.paula.toegang).get().fase == Fase.BESLUIT
    assert Taak.objects.voor(cast.ron.toegang).get(object_id=punt.pk).titel == "Hulpaanbod navragen"
    assert punten(cast, punt.overleg)[0].status == Puntstatus.BESPROKEN


@pytest.mark.parametrize(
    ("tekst", "uitkomst", "reden"),
    [
        ("", Advies.AANPAK, "Schrijf op"),
        ("   ", Advies.AANPAK, "Schrijf op"),
        ("Tekst", "", "Kies de uitkomst"),
        ("Tekst", "onzin", "Kies de uitkomst"),
    ],
)
def test_een_weging_heeft_tekst_en_uitkomst(
    cast: Cast, tekst: str, uitkomst: str, reden: str
) -> None:
    _, punt = begonnen(cast)
    with pytest.raises(Geweigerd, match=reden):
        agendapunt_bespreken(cast.paula.toegang, punt, besluittekst=tekst, uitkomst=uitkomst)
    assert Weging.objects.voor(cast.paula.toegang).get().status == Wegingstatus.GESLOTEN


def test_een_actie_in_het_verleden_draait_alles_terug(cast: Cast) -> None:
    _, punt = begonnen(cast)
    cast.bas  # noqa: B018
    gisteren = NU.date() - timedelta(days=1)
    with pytest.raises(Geweigerd, match="al voorbij"):
        agendapunt_bespreken(
            cast.paula.toegang,
            punt,
            besluittekst="Opnemen.",
            uitkomst=Advies.AANPAK,
            acties=[Actie("Bellen", cast.ron.hoedanigheid, gisteren)],
        )
    assert Weging.objects.voor(cast.paula.toegang).get().status == Wegingstatus.GESLOTEN


def test_hamerstukken_gaan_samen_en_wie_op_een_tweede_wacht_blijft_open(cast: Cast) -> None:
    gewogen_dossier(cast)
    duiding(cast, True)
    duiding(cast, None)
    overleg = overleg_plannen(cast.paula.toegang, begint_op=NU)
    agenda_vullen(cast.paula.toegang, overleg)
    overleg_openen(cast.paula.toegang, overleg)
    hamerstukken_afdoen(cast.paula.toegang, overleg)
    assert sorted(p.status for p in punten(cast, overleg)) == ["besproken", "open"]
    with pytest.raises(Geweigerd, match="wachten nog op een tweede"):
        hamerstukken_afdoen(cast.paula.toegang, overleg)


def test_sluiten_kan_als_alles_is_afgedaan_en_bekend_is_wie_er_was(cast: Cast) -> None:
    paula = cast.paula.toegang
    overleg, punt = begonnen(cast)
    with pytest.raises(Geweigerd, match="Er is 1 punt nog open"):
        overleg_sluiten(paula, overleg)
    with pytest.raises(Geweigerd, match="Plan eerst het volgende"):
        agendapunt_doorschuiven(paula, punt, reden="Geen tijd.")
    volgend = overleg_plannen(paula, begint_op=NU + timedelta(days=7))
    agendapunt_doorschuiven(paula, punt, reden="Geen tijd.")
    assert [p.weging_id for p in punten(cast, volgend)] == [punt.weging_id]
    with pytest.raises(Geweigerd, match="wie er aanwezig"):
        overleg_sluiten(paula, overleg)
    aanwezigheid_vastleggen(
        paula,
        overleg,
        aanwezig={
            cast.organisatie("om"): cast.olga.hoedanigheid,
            cast.organisatie("politie"): None,
        },
    )
    assert overleg_sluiten(paula, overleg).status == Overlegstatus.GESLOTEN
    with pytest.raises(Geweigerd, match="verslag ligt vast"):
        agendapunt_toevoegen(paula, overleg, onderwerp="Rondvraag")


def test_punten_wisselen_van_plaats(cast: Cast) -> None:
    paula = cast.paula.toegang
    overleg = overleg_met_weging(cast)
    agendapunt_toevoegen(paula, overleg, onderwerp="Rondvraag")
    agendapunt_verplaatsen(paula, punten(cast, overleg)[1], richting="omhoog")
    agendapunt_verplaatsen(paula, punten(cast, overleg)[0], richting="omhoog")
    assert punten(cast, overleg)[0].onderwerp == "Rondvraag"


def test_wie_niet_de_procesregisseur_is_leidt_niets(cast: Cast) -> None:
    overleg, punt = begonnen(cast)
    for deed, onderwerp, rest in (
        (overleg_sluiten, overleg, {}),
        (agenda_vullen, overleg, {}),
        (agendapunt_bespreken, punt, {"besluittekst": "x"}),
        (hamerstukken_afdoen, overleg, {}),
    ):
        with pytest.raises(Geweigerd, match="Uw rol"):
            deed(cast.gemma.toegang, onderwerp, **rest)


@pytest.mark.parametrize("dagen", [-1, -30])
def test_niet_in_het_verleden(cast: Cast, dagen: int) -> None:
    with pytest.raises(Geweigerd, match="al voorbij"):
        overleg_plannen(cast.paula.toegang, begint_op=NU + timedelta(days=dagen))


def test_een_overleg_per_moment(cast: Cast) -> None:
    overleg_plannen(cast.paula.toegang, begint_op=NU)
    with pytest.raises(Geweigerd, match="al een overleg"):
        overleg_plannen(cast.paula.toegang, begint_op=NU)


def test_het_volgende_overleg_is_op_de_eerste_woensdag_die_nog_vrij_is(cast: Cast) -> None:
    eerste = volgende_woensdag(NU.date())
    assert vrije_woensdag(NU.date()) == eerste
    overleg_plannen(cast.paula.toegang, begint_op=eerste, plaats="Stadhuis")
    assert vrije_woensdag(NU.date()) == eerste + timedelta(days=7)
    assert vaste_plaats() == "Stadhuis"
