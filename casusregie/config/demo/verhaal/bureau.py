"""What second persons and the FG find on their desks: reading in need, requests, questions, leave.

Each scene waits for its days as a case does, so that its lines stand in the logboek where they
would have stood. Nothing here draws from ``toeval``: the rest of the story stays as it was.
"""

from collections.abc import Iterable
from datetime import timedelta

from beoordeling.models import Bevraging
from beoordeling.rules.bevraging import om_wie
from beoordeling.services.bevraging import (
    Gegeven,
    bevraging_beantwoorden,
    bevraging_sturen,
)
from convenant.enums import GEEINDIGD, IN_AANPAK, Categorie, Fase, Noodoordeel
from convenant.logboek import inzage_loggen
from convenant.models import Dossier
from convenant.services.noodtoegang import noodtoegang_beoordelen, noodtoegang_nemen
from convenant.services.toegangsaanvraag import (
    toegang_aanvragen,
    toegangsaanvraag_toekennen,
    toegangsaanvraag_weigeren,
)
from convenant.services.vervanging import vervanging_regelen

from .toneel import Toneel, Verloop

GELEZEN = ("dossier_inzien", "tijdlijn_inzien", "informatie")
ONGEWOON = 24
"""More dossiers in an hour than the FG finds usual."""


def verlopen(toneel: Toneel) -> Iterable[Verloop]:
    """Every scene, to be played beside the cases."""
    return (
        _nood_beoordeeld(toneel),
        _nood_wacht(toneel),
        _aanvragen(toneel),
        _bevraging(toneel),
        _vervanging(toneel),
        _veel_gelezen(toneel),
        _vertrekker_leest(toneel),
    )


def _nood_beoordeeld(toneel: Toneel) -> Verloop:
    """Wendy reads a case of Rik when he cannot be reached; a second person finds that right."""
    yield toneel.dag(16, 19, 40)
    wendy = toneel.als("wendy")
    dossier = _van(toneel, "rik", zonder="wendy")
    noodtoegang = noodtoegang_nemen(
        wendy,
        nummer=dossier.nummer,
        reden="De moeder belt dat hij buiten staat te schreeuwen. De regisseur neemt niet op.",
        uren=2,
    )
    _lezen(toneel, "wendy", dossier)
    yield toneel.dag(12, 9, 15)
    noodtoegang_beoordelen(
        toneel.als("paula"),
        noodtoegang,
        oordeel=Noodoordeel.TERECHT,
        reden="Er was direct gevaar. Wendy las alleen wat zij nodig had en belde daarna de regisseur.",
    )


def _nood_wacht(toneel: Toneel) -> Verloop:
    """Olga reads a running case before a hearing; nobody has judged that yet."""
    yield toneel.dag(3, 8, 20)
    dossier = _van(toneel, "amal")
    noodtoegang_nemen(
        toneel.als("olga"),
        nummer=dossier.nummer,
        reden="Voorgeleiding om tien uur. De officier moet weten of er afspraken lopen.",
        uren=1,
    )
    _lezen(toneel, "olga", dossier)


def _aanvragen(toneel: Toneel) -> Verloop:
    """Three members of the weegploeg ask to read along: yes, no, and not decided yet."""
    yield toneel.dag(20, 11)
    rik_zijn, wendy_zijn = _van(toneel, "rik"), _van(toneel, "wendy")
    tot = toneel.vandaag + timedelta(days=60)
    ja = toegang_aanvragen(
        toneel.als("piet"), rik_zijn, doel="Overdracht aan de nieuwe wijkagent.", tot=tot
    )
    nee = toegang_aanvragen(
        toneel.als("gemma"), wendy_zijn, doel="Ik wil weten hoe het verder ging.", tot=tot
    )
    yield toneel.dag(18, 15)
    toegangsaanvraag_toekennen(toneel.als("rik"), ja)
    toegangsaanvraag_weigeren(
        toneel.als("wendy"),
        nee,
        reden="U hebt dit voor uw werk nu niet nodig. Vraag het mij, dan vertel ik hoe het gaat.",
    )
    yield toneel.dag(2, 11)
    toegang_aanvragen(
        toneel.als("olga"),
        _van(toneel, "ruben"),
        doel="Er komt een zitting. Het parket wil volgen hoe het plan loopt.",
        tot=tot,
    )


def _bevraging(toneel: Toneel) -> Verloop:
    """Two partners are asked; one answers, the other is too late."""
    yield toneel.dag(13, 9, 30)
    dossier = _voor_de_aanpak(toneel)
    gevraagd = [toneel.spelers[wie].organisatie for wie in ("ron", "iris")]
    bevraging_sturen(
        toneel.als("paula"),
        dossier,
        organisaties=gevraagd,
        doel="Wegen of een aanpak met partners nodig is",
        vraag="Kent u deze persoon, en is er nu contact?",
        uiterlijk=(toneel.moment + timedelta(days=7)).date(),
    )
    yield toneel.dag(9, 14, 10)
    ron = toneel.als("ron")
    bevraging_beantwoorden(
        ron,
        Bevraging.objects.voor(ron).get(dossier=dossier, organisatie=ron.organisatie_id),
        gegevens=[
            Gegeven(
                "Toezicht afgerond",
                "Het toezicht is in het voorjaar afgerond. Hij kwam op alle afspraken.",
                Categorie.STRAFRECHTELIJK,
                toneel.moment.date(),
            )
        ],
    )


def _vervanging(toneel: Toneel) -> Verloop:
    """Ruben is away for three weeks; Amal takes his place."""
    yield toneel.dag(5, 16)
    vervanging_regelen(
        toneel.als("ruben"),
        toneel.spelers["ruben"],
        vervanger=toneel.spelers["amal"],
        van=toneel.moment.date(),
        tot=toneel.moment.date() + timedelta(days=21),
    )
    yield toneel.dag(1, 10, 20)
    inzage_loggen(toneel.als("amal"), GELEZEN[0], dossier_id=_van(toneel, "ruben").pk)


def _veel_gelezen(toneel: Toneel) -> Verloop:
    yield toneel.dag(4, 16, 5)
    leo = toneel.als("leo")
    for dossier in Dossier.objects.voor(leo).order_by("-nummer")[:ONGEWOON]:
        inzage_loggen(leo, GELEZEN[0], dossier_id=dossier.pk, onderwerp=dossier)


def _vertrekker_leest(toneel: Toneel) -> Verloop:
    yield toneel.dag(2, 13, 30)
    iris = toneel.als("iris")
    for dossier in Dossier.objects.voor(iris).order_by("nummer"):
        inzage_loggen(iris, GELEZEN[0], dossier_id=dossier.pk, onderwerp=dossier)


def _lezen(toneel: Toneel, wie: str, dossier: Dossier) -> None:
    """Loaded again: what was just taken counts."""
    toegang = toneel.als(wie)
    for doel in GELEZEN:
        inzage_loggen(toegang, doel, dossier_id=dossier.pk, onderwerp=dossier)


def _van(toneel: Toneel, regisseur: str, *, zonder: str = "") -> Dossier:
    """The first running case that this regisseur leads, and that someone else has no part in."""
    toegang = toneel.als(regisseur)
    dossiers = Dossier.objects.voor(toegang).filter(pk__in=toegang.regie, fase=Fase.UITVOERING)
    if zonder:
        dossiers = dossiers.exclude(pk__in=toneel.als(zonder).betrokken)
    return dossiers.earliest("nummer")


def _voor_de_aanpak(toneel: Toneel) -> Dossier:
    """The newest dossier about a known person that nobody has decided on."""
    dossiers = Dossier.objects.voor(toneel.als("paula")).exclude(
        fase__in=(*IN_AANPAK, *GEEINDIGD, Fase.MELDING)
    )
    return next(d for d in dossiers.order_by("-nummer") if om_wie(d))
