"""A report comes in: typed by the MAP, or sent by an accounthouder, and completed later."""

from datetime import datetime, timedelta
from typing import Any

from convenant.enums import Rol, Taaksoort
from convenant.handeling import bouwsteen, handeling
from convenant.models import Hoedanigheid, Organisatie
from convenant.services.dossier import dossier_bijwerken, volgend_nummer
from convenant.services.taken import taak_zetten, taken_sluiten
from convenant.toegang import Toegang
from meldpunt.enums import Kanaal
from meldpunt.models import Melder, Melding
from meldpunt.rules import meldingen as rules
from meldpunt.rules.termijnen import termijnen

REEKS = "M"
MELDERVELDEN = ("anoniem", "naam", "functie", "terugbelnummer", "wil_terugkoppeling")


@handeling(rules.melding_registreren)
def melding_registreren(
    toegang: Toegang,
    *,
    situatieschets: str,
    kanaal: str,
    meldersoort: str,
    gemeld_op: datetime | None = None,
    melder: dict[str, Any] | None = None,
    **gegevens: Any,
) -> Melding:
    """Record a report as it was told; matching comes afterwards.

    ``melder`` has ``anoniem naam functie terugbelnummer wil_terugkoppeling``; ``gegevens`` are the
    other fields of Melding (urgentie, stroom, genoemde_…, feiten, interpretatie, gebeld_…).
    """
    return _melding_maken(
        toegang,
        melder or {"anoniem": True},
        situatieschets=situatieschets,
        kanaal=kanaal,
        meldersoort=meldersoort,
        gemeld_op=gemeld_op or toegang.moment,
        **gegevens,
    )


@handeling(rules.melding_insturen)
def melding_insturen(
    toegang: Toegang,
    *,
    situatieschets: str,
    meldersoort: str,
    functie: str = "",
    terugbelnummer: str = "",
    wil_terugkoppeling: bool = False,
    **gegevens: Any,
) -> Melding:
    """An accounthouder reports; his organisation is the source and he is the melder."""
    melder = {
        "naam": toegang.naam,
        "functie": functie,
        "terugbelnummer": terugbelnummer,
        "wil_terugkoppeling": wil_terugkoppeling,
    }
    return _melding_maken(
        toegang,
        melder,
        situatieschets=situatieschets,
        kanaal=Kanaal.FORMULIER,
        meldersoort=meldersoort,
        gemeld_op=toegang.moment,
        **gegevens,
    )


@handeling(rules.melding_aanvullen)
def melding_aanvullen(
    toegang: Toegang, melding: Melding, *, melder: dict[str, Any] | None = None, **gegevens: Any
) -> Melding:
    """Complete or correct what was typed; earlier versions stay."""
    for veld, waarde in gegevens.items():
        setattr(melding, veld, waarde)
    melding.versie += 1
    melding.save()
    if melder is not None:
        _melder_bijwerken(toegang, melding, melder)
    if melding.dossier_id is not None:
        dossier_bijwerken(toegang, melding.dossier_id)
    return melding


def organisatie_van_het_map(toegang: Toegang) -> Organisatie | None:
    """The municipality whose MAP takes a report in: the asker's own, or the one that has a MAP."""
    if toegang.rol != Rol.ACCOUNTHOUDER:
        return Organisatie.objects.get(pk=toegang.organisatie_id)
    hoedanigheid = (
        Hoedanigheid.objects.filter(Hoedanigheid.geldig_op(toegang.vandaag), rol=Rol.MAP_MEDEWERKER)
        .select_related("organisatie")
        .order_by("van", "pk")
        .first()
    )
    return hoedanigheid.organisatie if hoedanigheid else None


@bouwsteen
def _melding_maken(toegang: Toegang, melder: dict[str, Any], **gegevens: Any) -> Melding:
    melding = Melding(
        nummer=volgend_nummer(toegang, REEKS),
        bron_id=toegang.organisatie_id,
        ingevoerd_op=toegang.moment,
        ingevoerd_door_id=toegang.hoedanigheid_id,
        **gegevens,
    )
    melding.save(force_insert=True)
    rij = Melder(melding=melding, **_schone_melder(melder))
    rij.save(force_insert=True)
    if rij.wil_terugkoppeling:
        _terugkoppeltaak_zetten(toegang, melding)
    return melding


def _melder_bijwerken(toegang: Toegang, melding: Melding, gegevens: dict[str, Any]) -> None:
    melder = Melder._base_manager.select_for_update().get(melding=melding)
    wilde = melder.wil_terugkoppeling
    for veld, waarde in _schone_melder(gegevens).items():
        setattr(melder, veld, waarde)
    melder.save()
    if melder.wil_terugkoppeling and not wilde and melding.terugkoppeling_op is None:
        _terugkoppeltaak_zetten(toegang, melding)
    if wilde and not melder.wil_terugkoppeling:
        taken_sluiten(
            toegang, melding, Taaksoort.TERUGKOPPELING, uitkomst="De melder wil niets meer horen."
        )


def _schone_melder(melder: dict[str, Any]) -> dict[str, Any]:
    gegevens = {veld: melder[veld] for veld in MELDERVELDEN if veld in melder}
    if gegevens.get("anoniem"):
        gegevens |= {"naam": "", "functie": ""}
    return gegevens


def _terugkoppeltaak_zetten(toegang: Toegang, melding: Melding) -> None:
    organisatie = organisatie_van_het_map(toegang)
    if organisatie is None:
        return
    taak_zetten(
        toegang,
        soort=Taaksoort.TERUGKOPPELING,
        titel=f"Terugkoppelen aan de melder van {melding.nummer}",
        uiterlijk=toegang.vandaag + timedelta(days=termijnen().terugkoppeling),
        rol=Rol.MAP_MEDEWERKER,
        organisatie=organisatie,
        over=melding,
    )
