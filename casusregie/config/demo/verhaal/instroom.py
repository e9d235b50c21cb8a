"""From the first report to the besluit that opens the case."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from beoordeling.enums import Advies, Wegingstatus
from beoordeling.models import Weging
from beoordeling.services.weging import weging_starten
from casusregie.enums import Besluituitkomst
from casusregie.models import Besluit, Besluitnota
from casusregie.services.besluit import (
    besluit_bevestigen,
    besluit_instroom_nemen,
    besluit_op_papier_bevestigen,
    besluit_op_papier_vastleggen,
)
from casusregie.services.besluitnota import besluitnota_aanbieden, besluitnota_opstellen
from casusregie.ui.drukwerk import pdf_van_html
from convenant.models import Dossier
from convenant.selectors.taken import taken_van_dossier
from convenant.services.taken import taak_afronden
from meldpunt.enums import Duidinguitkomst, Urgentie
from meldpunt.services.duiden import melding_duiden

from .casusplan import Casusplan, Einde
from .melding import binnenkomen, koppelen, map_medewerker, terugkoppelen
from .overleg import Overlegreeks, Weegafspraak
from .teksten import tekst
from .toneel import Toneel, Verloop
from .weging import LEDEN, bijdragen

SCAN = (
    '<html lang="nl"><head><title>Besluit</title></head>'
    "<body><h1>Besluit op papier</h1><p>Akkoord. Getekend.</p></body></html>"
)


def instroom(
    toneel: Toneel, plan: Casusplan, reeks: Overlegreeks, dossiers: list[Dossier]
) -> Verloop:
    """Report, triage, weging, nota, besluit; puts the dossier in ``dossiers`` once it exists."""
    persoon = tekst("persoon", plan.nummer)
    yield toneel.dag(plan.dagen_geleden, 9 + plan.nummer % 8, plan.nummer)
    melding = binnenkomen(toneel, plan.nummer, persoon)
    yield toneel.na(1)
    dossier = koppelen(toneel, melding, plan.nummer, persoon)
    dossiers.append(dossier)
    if plan.einde == Einde.DUIDING:
        return
    yield toneel.na(1)
    acuut = melding.urgentie == Urgentie.ACUUT
    gebeld: dict[str, Any] = (
        {"gebeld_met": "Meldkamer politie", "gebeld_op": toneel.moment} if acuut else {}
    )
    melding_duiden(
        toneel.als(map_medewerker(plan.nummer)),
        melding,
        uitkomst=Duidinguitkomst.ACUUT_POLITIE if acuut else Duidinguitkomst.NAAR_WEGING,
        reden="De zorg gaat over gedrag, komt uit eigen waarneming en neemt toe.",
        **gebeld,
    )
    yield toneel.na(4)
    melding.refresh_from_db()
    terugkoppelen(toneel, melding, plan.nummer)
    yield from _weging(toneel, plan, reeks, dossier)
    if plan.einde in (Einde.WEGING_OPEN, Einde.WEGING_GESLOTEN):
        return
    yield from _besluit(toneel, plan, dossier)


def _weging(toneel: Toneel, plan: Casusplan, reeks: Overlegreeks, dossier: Dossier) -> Verloop:
    if plan.tweede_ronde:
        eerst = (Advies.MEER_INFORMATIE, Advies.MEER_INFORMATIE, Advies.AANPAK)
        afspraak = Weegafspraak(
            Advies.MEER_INFORMATIE, "Te weinig feiten. De politie doet navraag."
        )
        yield from _ronde(toneel, plan, reeks, dossier, eerst, afspraak)
        yield toneel.na(1)
        _navraag_doen(toneel, dossier)
    afspraak = Weegafspraak(
        Advies.AANPAK,
        "Naar de burgemeester met het voorstel voor een aanpak. Afwijkende adviezen gaan mee."
        if len(set(plan.adviezen)) > 1
        else "Eensgezind: naar de burgemeester met het voorstel voor een aanpak.",
    )
    yield from _ronde(toneel, plan, reeks, dossier, plan.adviezen, afspraak)


def _navraag_doen(toneel: Toneel, dossier: Dossier) -> None:
    """The police finish what they were asked before the second round."""
    piet = toneel.als("piet")
    for taak in taken_van_dossier(piet, dossier.pk).filter(
        voor_hoedanigheid=toneel.spelers["piet"]
    ):
        taak_afronden(piet, taak, uitkomst="Nagevraagd; de feiten staan in het advies.")


def _ronde(
    toneel: Toneel,
    plan: Casusplan,
    reeks: Overlegreeks,
    dossier: Dossier,
    adviezen: tuple[Advies, ...],
    afspraak: Weegafspraak,
) -> Verloop:
    weging = weging_starten(toneel.als("paula"), dossier, uiterlijk=toneel.na(6).date())
    reeks.afspraken[weging.pk] = afspraak
    for organisatie, advies in zip(LEDEN, adviezen, strict=True):
        if plan.einde == Einde.WEGING_OPEN and organisatie == "om":
            return
        yield toneel.na(1, uur=14)
        bijdragen(toneel, weging, organisatie, advies)
    while _status(toneel, weging) != Wegingstatus.VASTGESTELD:
        yield toneel.na(1, uur=15)


def _status(toneel: Toneel, weging: Weging) -> str:
    return str(Weging.objects.voor(toneel.als("paula")).get(pk=weging.pk).status)


def _besluit(toneel: Toneel, plan: Casusplan, dossier: Dossier) -> Verloop:
    yield toneel.na(3)
    nota = _nota(toneel, plan, dossier)
    if plan.einde == Einde.NOTA:
        return
    yield toneel.na(1)
    besluitnota_aanbieden(toneel.als("bas"), nota)
    if plan.einde == Einde.AANGEBODEN:
        return
    yield toneel.na(3)
    besluit = _op_papier(toneel, nota) if plan.op_papier else _nemen(toneel, plan, nota)
    if plan.einde == Einde.TWEEDE_PERSOON or not (plan.op_papier or besluit.tegen_advies):
        return
    yield toneel.na(1)
    bevestigen = besluit_op_papier_bevestigen if plan.op_papier else besluit_bevestigen
    bevestigen(toneel.als("paula"), besluit, reden="Gelezen en vergeleken; de motivering klopt.")


def _nota(toneel: Toneel, plan: Casusplan, dossier: Dossier) -> Besluitnota:
    bericht = tekst("melding", plan.nummer)
    bron = tekst("nota", bericht["nota"])
    return besluitnota_opstellen(
        toneel.als("bas"),
        dossier,
        voorwaarden=bron["uitstroomvoorwaarden"],
        voorstel=Besluituitkomst.AANPAK,
        risicogroep=plan.risicogroep,
        aanleiding=bericht["situatieschets"],
        doel=bron["doel"],
        proportionaliteit=bron["proportionaliteit"],
        subsidiariteit=bron["subsidiariteit"],
        afwijkende_adviezen=_afweging(plan),
        herbeoordeling_op=toneel.na(170).date(),
        regisseur=toneel.spelers[plan.regisseur],
        waarnemer=toneel.spelers[plan.waarnemer],
    )


def _afweging(plan: Casusplan) -> str:
    if len(set(plan.adviezen)) == 1:
        return "De adviezen wijken niet van elkaar af."
    return (
        "Niet iedereen adviseert een aanpak. Het afwijkende advies noemt dat hulp ook zonder aanpak "
        "kan. Die hulp is geprobeerd en kwam niet van de grond; daarom toch dit voorstel, met een "
        "korte termijn en duidelijke voorwaarden om te stoppen."
    )


def _nemen(toneel: Toneel, plan: Casusplan, nota: Besluitnota) -> Besluit:
    eensgezind = set(plan.adviezen) == {Advies.AANPAK}
    return besluit_instroom_nemen(
        toneel.als("femke"),
        nota,
        uitkomst=Besluituitkomst.AANPAK,
        motivering=""
        if eensgezind
        else "Ik weeg de zorg over de veiligheid zwaarder. Lichtere "
        "hulp is geprobeerd. Over een half jaar kijk ik opnieuw.",
    )


def _op_papier(toneel: Toneel, nota: Besluitnota) -> Besluit:
    pdf = pdf_van_html(SCAN)
    return besluit_op_papier_vastleggen(
        toneel.als("bas"),
        nota,
        uitkomst=Besluituitkomst.AANPAK,
        genomen_door=toneel.spelers["femke"],
        genomen_op=toneel.moment.date(),
        scan=SimpleUploadedFile("besluit.pdf", pdf, "application/pdf"),
        motivering="Conform het voorstel.",
    )
