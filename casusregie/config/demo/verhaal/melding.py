"""A report comes in: by phone at the MAP, or sent by an accounthouder; and is matched."""

from typing import Any

from convenant.enums import Niveau
from convenant.models import Dossier
from meldpunt.enums import Kanaal, Urgentie
from meldpunt.models import Melding, Persoon
from meldpunt.services.antwoorden import terugkoppeling_geven
from meldpunt.services.koppelen import melding_koppelen
from meldpunt.services.registreren import melding_insturen, melding_registreren

from .teksten import tekst
from .toneel import Toneel

ACCOUNTHOUDERS = {"school": "sanne", "jongerenwerk": "noor"}
FUNCTIE = {"sanne": "Zorgcoördinator", "noor": "Coördinator jongerenwerk"}
TELEFOON = {"sanne": "020 555 07 01", "noor": "020 555 08 01"}
OVERGENOMEN = ("situatieschets", "feiten", "interpretatie", "urgentie")


def binnenkomen(toneel: Toneel, nummer: int, persoon: dict[str, Any] | None) -> Melding:
    """Report number ``nummer`` of the texts, about ``persoon`` (or nobody named)."""
    bericht = tekst("melding", nummer)
    gegevens = {veld: bericht[veld] for veld in OVERGENOMEN}
    if persoon:
        gegevens |= {
            "genoemde_voornaam": persoon["voornaam"],
            "genoemde_achternaam": persoon["achternaam"],
            "genoemde_leeftijd": bericht["leeftijd"],
        }
    accounthouder = ACCOUNTHOUDERS.get(bericht["melder_soort"])
    if accounthouder and nummer % 2:
        return melding_insturen(
            toneel.als(accounthouder),
            meldersoort=bericht["melder_soort"],
            functie=FUNCTIE[accounthouder],
            terugbelnummer=TELEFOON[accounthouder],
            wil_terugkoppeling=True,
            **gegevens,
        )
    return melding_registreren(
        toneel.als(map_medewerker(nummer)),
        kanaal=Kanaal.TELEFOON if nummer % 3 else Kanaal.GESPREK,
        meldersoort=bericht["melder_soort"],
        stroom=bericht["stroom"],
        melder=_melder(nummer),
        **_gebeld(toneel, bericht["urgentie"]),
        **gegevens,
    )


def koppelen(
    toneel: Toneel, melding: Melding, nummer: int, persoon: dict[str, Any] | None
) -> Dossier:
    """Match to a new person with the name that was told, or to an unknown one."""
    toegang = toneel.als(map_medewerker(nummer))
    if persoon is None:
        melding_koppelen(toegang, melding, onbekend=True)
    else:
        melding_koppelen(
            toegang,
            melding,
            nieuw={
                "voornaam": persoon["voornaam"],
                "achternaam": persoon["achternaam"],
                "geboortejaar": toneel.moment.year - tekst("melding", nummer)["leeftijd"],
                "telefoon": f"06 0000 {nummer:04d}",
            },
        )
    melding.refresh_from_db()
    return Dossier.objects.voor(toegang, minstens=Niveau.PROCES).get(pk=melding.dossier_id)


def koppelen_aan(toneel: Toneel, melding: Melding, nummer: int, dossier: Dossier) -> None:
    """Match to the person whom the MAP already knows."""
    toegang = toneel.als(map_medewerker(nummer))
    persoon = Persoon.objects.voor(toegang).get(dossier=dossier, rol="hoofdbetrokkene")
    melding_koppelen(toegang, melding, persoon=persoon)
    melding.refresh_from_db()


def terugkoppelen(toneel: Toneel, melding: Melding, nummer: int) -> None:
    """Tell the melder, if he wanted to hear, that something is done with it."""
    if nummer % 2:
        terugkoppeling_geven(
            toneel.als(map_medewerker(nummer)),
            melding,
            tekst="Verteld dat de melding is bekeken en dat er iets mee gebeurt. Geen details.",
        )


def map_medewerker(nummer: int) -> str:
    """The two take turns."""
    return "samira" if nummer % 3 else "joost"


def _melder(nummer: int) -> dict[str, Any]:
    wil = bool(nummer % 2)
    if nummer % 5 == 0:
        return {"anoniem": True, "terugbelnummer": "020 555 99 99", "wil_terugkoppeling": wil}
    return {
        "naam": f"Melder {nummer + 1}",
        "terugbelnummer": "020 555 90 90",
        "wil_terugkoppeling": wil,
    }


def _gebeld(toneel: Toneel, urgentie: str) -> dict[str, Any]:
    if urgentie != Urgentie.ACUUT:
        return {}
    return {"gebeld_met": "Meldkamer politie", "gebeld_op": toneel.moment}
