"""Taking the besluit: what it makes happen, and when it needs a second person."""

import pytest

from beoordeling.enums import Advies
from casusregie.enums import Besluitstatus, Besluituitkomst, Informeerstatus, Notastatus
from casusregie.models import Besluit, Casus, Informering
from casusregie.services.besluit import (
    besluit_afwijzen,
    besluit_bevestigen,
    besluit_instroom_nemen,
)
from convenant.enums import Fase, Taaksoort
from convenant.handeling import Geweigerd
from convenant.models import Dossier, Taak
from tests.cast import Cast, later
from tests.stappen.besluit import (
    besluit_wacht,
    casus_toegelaten,
    gewogen_dossier,
    nota_aangeboden,
)


def open_taken(cast: Cast, *soorten: Taaksoort) -> list[Taak]:
    taken = Taak.objects.voor(cast.paula.toegang).filter(gereed_op__isnull=True)
    return list(taken.filter(soort__in=soorten))


def test_een_besluit_opent_de_casus_met_alles_wat_daarbij_hoort(cast: Cast) -> None:
    casus = casus_toegelaten(cast)
    dossier = Dossier.objects.voor(cast.rik.toegang).get()
    assert dossier.fase == Fase.UITVOERING
    assert casus.dossier_id == dossier.pk
    assert casus.besluit.status == Besluitstatus.GENOMEN
    assert casus.besluit.nota.status == Notastatus.BESLOTEN
    assert casus.herbeoordeling_op == casus.besluit.nota.herbeoordeling_op
    assert dossier.pk in cast.rik.toegang.regie
    assert dossier.pk in cast.wendy.toegang.regie
    assert Informering.objects.voor(cast.rik.toegang).get().status == Informeerstatus.OPEN
    assert open_taken(cast, Taaksoort.INFORMEREN)
    assert not open_taken(cast, Taaksoort.BESLUIT, Taaksoort.NOTA)


def test_tegen_een_advies_vraagt_motivering_en_een_tweede_persoon(cast: Cast) -> None:
    besluit = besluit_wacht(cast)
    assert (besluit.status, besluit.tegen_advies) == (Besluitstatus.WACHT_OP_TWEEDE, True)
    assert not Casus.objects.voor(cast.paula.toegang).exists()
    assert open_taken(cast, Taaksoort.TWEEDE_PERSOON)
    besluit = besluit_bevestigen(cast.paula.toegang, besluit, reden="Goed gewogen.")
    assert besluit.tweede_door_id == cast.paula.hoedanigheid.pk
    assert Casus.objects.voor(cast.paula.toegang).exists()
    assert not open_taken(cast, Taaksoort.TWEEDE_PERSOON)


@pytest.mark.parametrize(
    "adviezen",
    [
        {"gemma": Advies.AANPAK, "piet": Advies.AANPAK, "olga": Advies.GEEN_ACTIE},
        {"gemma": Advies.MEER_INFORMATIE, "piet": Advies.UITGESTELD},
    ],
    ids=["tegen een advies", "zwaarder dan elk advies"],
)
def test_zonder_motivering_geen_besluit_tegen_advies(
    cast: Cast, adviezen: dict[str, Advies]
) -> None:
    nota = nota_aangeboden(cast, gewogen_dossier(cast, adviezen))
    with pytest.raises(Geweigerd, match="Schrijf in de motivering"):
        besluit_instroom_nemen(cast.femke.toegang, nota, uitkomst=Besluituitkomst.AANPAK)
    assert not Besluit.objects.voor(cast.paula.toegang).exists()


def test_wie_besloot_bevestigt_niet_zelf(cast: Cast) -> None:
    besluit = besluit_wacht(cast)
    with pytest.raises(Geweigerd, match="Iemand anders moet het bevestigen"):
        besluit_bevestigen(cast.femke.toegang, besluit)
    for ander in (cast.bas, cast.rik, cast.gemma):
        with pytest.raises(Geweigerd, match="Uw rol"):
            besluit_bevestigen(ander.toegang, besluit)
    besluit_bevestigen(cast.loco.toegang, besluit)


def test_niet_bevestigd_gaat_terug_naar_de_beslisser(cast: Cast) -> None:
    besluit = besluit_wacht(cast)
    besluit_afwijzen(cast.loco.toegang, besluit, reden="Het advies van het OM is niet gewogen.")
    nota = besluit.nota
    nota.refresh_from_db()
    assert nota.status == Notastatus.AANGEBODEN
    assert open_taken(cast, Taaksoort.BESLUIT)
    opnieuw = besluit_instroom_nemen(
        later(cast.femke.toegang, hours=1),
        nota,
        uitkomst=Besluituitkomst.GEEN_ACTIE,
        motivering="Het advies van het OM volgen.",
    )
    assert opnieuw.status == Besluitstatus.GENOMEN
    assert Dossier.objects.voor(cast.paula.toegang).get().fase == Fase.AFGEDAAN


@pytest.mark.parametrize(
    ("uitkomst", "fase"),
    [
        (Besluituitkomst.GEEN_ACTIE, Fase.AFGEDAAN),
        (Besluituitkomst.STRAFRECHTELIJK, Fase.AFGEDAAN),
        (Besluituitkomst.MEER_INFORMATIE, Fase.WEGING),
    ],
)
def test_andere_uitkomst(cast: Cast, uitkomst: Besluituitkomst, fase: Fase) -> None:
    nota = nota_aangeboden(cast)
    with pytest.raises(Geweigerd, match="wijkt af van het voorstel"):
        besluit_instroom_nemen(cast.femke.toegang, nota, uitkomst=uitkomst)
    besluit_instroom_nemen(cast.femke.toegang, nota, uitkomst=uitkomst, motivering="Lichter kan.")
    assert Dossier.objects.voor(cast.paula.toegang).get().fase == fase
    assert not Casus.objects.voor(cast.paula.toegang).exists()


@pytest.mark.parametrize("uitkomst", ["afschalen", "voortzetten", "", "onzin"])
def test_een_uitkomst_die_niet_past(cast: Cast, uitkomst: str) -> None:
    nota = nota_aangeboden(cast)
    with pytest.raises(Geweigerd, match="past niet"):
        besluit_instroom_nemen(cast.femke.toegang, nota, uitkomst=uitkomst)


def test_een_keer_besluiten(cast: Cast) -> None:
    besluit = besluit_wacht(cast)
    with pytest.raises(Geweigerd, match="tweede persoon moet dat nog bevestigen"):
        besluit_instroom_nemen(cast.loco.toegang, besluit.nota, uitkomst=Besluituitkomst.AANPAK)
    besluit_bevestigen(cast.loco.toegang, besluit)
    with pytest.raises(Geweigerd, match="al besloten"):
        besluit_instroom_nemen(cast.loco.toegang, besluit.nota, uitkomst=Besluituitkomst.AANPAK)
