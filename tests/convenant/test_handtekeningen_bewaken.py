"""90 and 30 days before a signature ends everyone concerned is warned, once each time."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from convenant.enums import Rol, Taaksoort
from convenant.models import Dossier, Ondertekening, Taak
from convenant.services.handtekeningen import handtekeningen_bewaken
from convenant.tasks import handtekeningen_bewaken as taak_op_de_achtergrond
from tests.cast import NU, Cast, Speler, ondertekend
from tests.stappen import beoordeling

EINDE = NU.date() + timedelta(days=90)


@pytest.fixture
def dossier(cast: Cast) -> Dossier:
    assert cast.leo.hoedanigheid
    return beoordeling.dossier_in_regie(cast)


@pytest.fixture
def tekening(cast: Cast, dossier: Dossier) -> Ondertekening:
    """That of the GGZ, in whose name Zoë works in the dossier of Rik."""
    rij = cast.zoe.organisatie.ondertekeningen.get()
    rij.tot = EINDE
    rij.save()
    return rij


def gewaarschuwd(tekening: Ondertekening) -> set[tuple[str, date]]:
    """Who has a task about this signature, with its last day."""
    taken = Taak._base_manager.filter(object_id=tekening.pk).select_related(
        "voor_hoedanigheid__medewerker"
    )
    return {
        (
            t.voor_hoedanigheid.medewerker.naam.split()[0] if t.voor_hoedanigheid else t.voor_rol,
            t.uiterlijk,
        )
        for t in taken
    }


WIE = {"Zoë", "Rik", "Wendy", Rol.PROCESREGISSEUR, Rol.LEIDINGGEVENDE}


def test_negentig_en_dertig_dagen_van_tevoren_ieder_die_het_aangaat(cast: Cast, tekening) -> None:
    assert handtekeningen_bewaken(NU - timedelta(days=1)) == 0
    assert handtekeningen_bewaken(NU) == len(WIE)
    eerst = EINDE - timedelta(days=30)
    assert gewaarschuwd(tekening) == {(wie, eerst) for wie in WIE}
    assert handtekeningen_bewaken(NU) == 0
    assert handtekeningen_bewaken(NU + timedelta(days=59)) == 0
    assert handtekeningen_bewaken(NU + timedelta(days=60)) == len(WIE)
    assert gewaarschuwd(tekening) == {(wie, dag) for wie in WIE for dag in (eerst, EINDE)}
    assert handtekeningen_bewaken(NU + timedelta(days=90)) == 0


def test_wie_er_later_bij_komt_krijgt_het_ook(cast: Cast, tekening) -> None:
    handtekeningen_bewaken(NU)
    ander = beoordeling.dossier_in_regie(cast)
    assert ander.pk
    assert handtekeningen_bewaken(NU + timedelta(days=1)) == 0


@pytest.mark.parametrize("hoe", ["vernieuwd", "ingetrokken", "zonder einde", "voorbij"])
def test_niemand_wordt_voor_niets_gewaarschuwd(cast: Cast, tekening, hoe: str) -> None:
    match hoe:
        case "vernieuwd":
            ondertekend(tekening.organisatie, van=EINDE + timedelta(days=1))
        case "ingetrokken":
            tekening.ingetrokken_op = NU
        case "zonder einde":
            tekening.tot = None
        case "voorbij":
            tekening.tot = NU.date() - timedelta(days=1)
    tekening.save()
    assert handtekeningen_bewaken(NU) == 0


def test_de_taak_op_de_achtergrond_doet_het_een_keer(cast: Cast, tekening, als) -> None:
    als(cast.paula)
    assert taak_op_de_achtergrond() == len(WIE)
    assert taak_op_de_achtergrond() == 0


def lijst(client, tekening: Ondertekening) -> str:
    url = reverse("convenant:ondertekening_gevolgen", args=[tekening.pk])
    return client.get(url).content.decode()


def test_de_taak_leidt_naar_de_dossiers_die_iemand_verliezen(
    cast: Cast, als, dossier, tekening
) -> None:
    handtekeningen_bewaken(NU)
    client = als(cast.rik)
    taken = client.get(reverse("convenant:taken")).content.decode()
    assert reverse("convenant:ondertekening_gevolgen", args=[tekening.pk]) in taken
    assert "eindigt op" in taken
    pagina = lijst(client, tekening)
    assert dossier.nummer in pagina
    assert "Zoë Linden" in pagina
    taak = Taak._base_manager.filter(
        object_id=tekening.pk, voor_hoedanigheid=cast.rik.hoedanigheid
    ).get()
    assert taak.soort == Taaksoort.HANDTEKENING
    inzien = client.get(reverse("convenant:taak_inzien", args=[taak.pk])).content.decode()
    assert "door de toepassing" in inzien


@pytest.mark.parametrize("wie", ["leo", "cora", "frits", "ruben", "piet"])
def test_dat_de_zorg_er_werkt_leest_alleen_wie_dat_mag(
    cast: Cast, als, dossier, tekening, wie: str
) -> None:
    """That someone is known to the GGZ is medical: not for who leads, oversees or stands beside."""
    speler: Speler = getattr(cast, wie)
    pagina = lijst(als(speler), tekening)
    assert "Als deze handtekening eindigt" in pagina
    assert dossier.nummer not in pagina
    assert "Zoë" not in pagina
