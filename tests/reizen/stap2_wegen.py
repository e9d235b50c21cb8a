"""Step 3: each member answers alone; after the last one everyone reads every advice."""

from datetime import timedelta

from django.utils import timezone

from tests.reizen.werkplek import Reis, Werkplek

REDENEN = {
    "gemma": "De gemeente kent het gezin en ziet dat gewone hulp niet landt.",
    "piet": "De politie ziet dat het gedrag op straat toeneemt.",
    "olga": "Het OM ziet geen strafbaar feit en vindt gewone hulp genoeg.",
}
ADVIEZEN = {"gemma": "aanpak", "piet": "aanpak", "olga": "geen_actie"}


def weging_starten(reis: Reis) -> None:
    """The procesregisseur asks the weegploeg."""
    paula = reis.paula.werk()
    reis.paula.open_dossier().volg("beoordeling:weging_starten")
    paula.verstuur(uiterlijk=(timezone.localdate() + timedelta(days=7)).isoformat())


def ieder_voor_zich(reis: Reis) -> None:
    """Gemeente, politie and OM hand in; nobody reads another's advice before all are in."""
    for naam in ADVIEZEN:
        lid: Werkplek = getattr(reis, naam)
        lid.werk().volg("beoordeling:wegingen").volg("beoordeling:wegingsbijdrage_bewaren")
        _vul_in(lid)
        lid.ziet_niet(*(reden for ander, reden in REDENEN.items() if ander != naam))
        lid.verstuur("Indienen", advies=ADVIEZEN[naam], reden=REDENEN[naam])
        if naam != "olga":
            _ziet_alleen_eigen(reis, naam)


def _vul_in(lid: Werkplek) -> None:
    """One part in one click, an answer to every question of the other parts."""
    lid.verstuur("Geen te delen informatie")
    lid.kies_overal("v_", "enigszins")


def _ziet_alleen_eigen(reis: Reis, klaar: str) -> None:
    """Whoever handed in, and whoever did not, reads no advice but the own one."""
    for naam in ADVIEZEN:
        lid: Werkplek = getattr(reis, naam)
        lid.naar(reis.weging_pad())
        lid.ziet_niet(*(REDENEN[ander] for ander in ADVIEZEN if ander != naam))
    reis.paula.naar(reis.weging_pad()).ziet_niet(*REDENEN.values())


def samen_lezen(reis: Reis) -> None:
    """The last one closed the round: now all read all advices with their reasons."""
    for naam in (*ADVIEZEN, "paula"):
        getattr(reis, naam).naar(reis.weging_pad()).ziet(*REDENEN.values())
