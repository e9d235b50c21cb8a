"""Wie een vraag van de procesregisseur beantwoordde, corrigeert het of trekt het in, en meer niet."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from beoordeling.models import Bevraging, Informatie
from convenant.enums import Niveau, Taaksoort
from convenant.identiteit import namens
from convenant.models import Dossier, Taak, Terughaalpost
from tests.cast import Cast, Speler
from tests.orakel.vergelijken import kaal
from tests.stappen import beoordeling as stap
from tests.stappen.embargo import collega
from tests.stappen.wissing import wissen_gevraagd

type Als = Callable[[Speler], Client]


def beantwoord(cast: Cast, wie: Speler) -> tuple[Bevraging, Informatie]:
    """Asked while the dossier is weighed: a partner has no business in it then."""
    (vraag,) = stap.bevraagd(cast, stap.dossier_in_fase(cast), wie)
    vraag = stap.bevraging_beantwoord(wie, vraag)
    return vraag, Informatie._base_manager.get(antwoord_op=vraag)


def leest(speler: Speler, item: Informatie) -> bool:
    """By the filter and in bare SQL: they have to say the same."""
    toegang = speler.toegang
    gefilterd = Informatie.objects.voor(toegang).filter(pk=item.pk).exists()
    with namens(toegang):
        assert gefilterd == (item.pk in kaal(Informatie))
    return gefilterd


def test_alleen_wie_antwoordde_leest_zijn_antwoord_terug_en_niets_van_het_dossier(
    cast: Cast, als: Als
) -> None:
    vraag, item = beantwoord(cast, cast.ron)
    rena = collega(cast, cast.ron)
    assert leest(cast.ron, item)
    assert not leest(rena, item)
    assert not leest(cast.zoe, item)
    dossiers = Dossier.objects.voor(cast.ron.toegang, minstens=Niveau.BESTAAN)
    assert not dossiers.filter(pk=vraag.dossier_id).exists()

    taak = Taak.objects.voor(cast.ron.toegang).get(soort=Taaksoort.BEVRAGING)
    inzien = reverse("beoordeling:bevraging_inzien", args=[vraag.pk])
    stuk = reverse("beoordeling:informatie_inzien", args=[item.pk])
    waarom = reverse("beoordeling:informatie_waarom", args=[item.pk])
    dossier = reverse("convenant:dossier_inzien", args=[vraag.dossier_id])
    ron = als(cast.ron)
    assert inzien in ron.get(reverse("convenant:taak_inzien", args=[taak.pk])).text
    assert stuk in ron.get(inzien).text
    pagina = ron.get(stuk).text
    assert "Toezicht afgerond" in pagina
    assert reverse("beoordeling:informatie_intrekken", args=[item.pk]) in pagina
    assert dossier not in pagina
    assert "antwoord op een vraag" in ron.get(waarom).text
    assert ron.get(dossier).status_code == 404
    for url in (inzien, stuk, waarom):
        assert als(rena).get(url).status_code == 404


def test_een_open_vraag_is_nog_niet_beantwoord(cast: Cast, als: Als) -> None:
    (vraag,) = stap.bevraagd(cast, stap.dossier_in_fase(cast), cast.ron)
    url = reverse("beoordeling:bevraging_inzien", args=[vraag.pk])
    assert als(cast.ron).get(url).status_code == 404
    beantwoorden = reverse("beoordeling:bevraging_beantwoorden", args=[vraag.pk])
    antwoord = als(cast.ron).post(beantwoorden, {"antwoord": "geen_te_delen"})
    assert antwoord.headers["Location"] == url
    assert "Geen te delen informatie" in als(cast.ron).get(url).text


def test_hij_corrigeert_het_en_trekt_het_in_en_wie_het_kreeg_hoort_dat(
    cast: Cast, als: Als
) -> None:
    _, item = beantwoord(cast, cast.ron)
    ron = als(cast.ron)
    corrigeren = reverse("beoordeling:informatie_corrigeren", args=[item.pk])
    versie = ron.get(corrigeren).context["form"]["versie"].value()
    velden = {
        "versie": versie,
        "titel": "Niet in beeld",
        "tekst": "Het ging om een naamgenoot",
        "gebeurd_op": item.gebeurd_op.isoformat(),
        "bewijssoort": "feit",
        "mag_verder": "overleg",
        "reden": "Verwisseld",
    }
    antwoord = ron.post(corrigeren, velden)
    stuk = reverse("beoordeling:informatie_inzien", args=[item.pk])
    assert antwoord.headers["Location"] == stuk
    assert "Het ging om een naamgenoot" in ron.get(stuk).text
    posten = Terughaalpost._base_manager.filter(stuk_id=item.pk)
    assert posten.filter(organisatie=cast.paula.organisatie, aanleiding="correctie").exists()
    intrekken = reverse("beoordeling:informatie_intrekken", args=[item.pk])
    reden = {"aanleiding": "intrekking", "reden": "Toch niet"}
    assert ron.post(intrekken, reden).headers["Location"] == stuk
    assert posten.filter(organisatie=cast.paula.organisatie, aanleiding="intrekking").exists()
    assert wissen_gevraagd(cast.ron, item, cast.paula).wacht
