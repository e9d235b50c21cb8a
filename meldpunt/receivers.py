"""What this room hangs on the pages of earlier rooms."""

import uuid
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Feit, NavItem, Paneel, Tab, Telling, TijdlijnRegel, Toon
from casusregie.ui.panelen import registreer
from convenant.enums import Categorie, Fase, Niveau, Rol, Taaksoort
from convenant.handeling import mogelijkheid
from convenant.models import Dossier, Taak
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Mogelijkheid, Toegang, niveau_van
from meldpunt.enums import Meldingstatus
from meldpunt.models import Duiding, Melding
from meldpunt.selectors.meldingen import (
    duidingen_in,
    eerste_melding_op,
    meldingen,
    meldingen_in,
)
from meldpunt.selectors.personen import (
    hoofdbetrokkene,
    naam_en_leeftijd,
    namen_bij_dossiers,
    personen_in,
)
from meldpunt.services.duiden import melding_duiden
from meldpunt.services.personen import nevenbetrokkene_toevoegen, persoon_wijzigen

TRIAGE = (Rol.MAP_MEDEWERKER, Rol.PROCESREGISSEUR)
GROEP = "Meldpunt"


def navigatie(toegang: Toegang) -> list[tuple[str, NavItem]] | None:
    """The lists of the Meldpunt for whoever works there; for an accounthouder only his own."""
    if toegang.rol == Rol.ACCOUNTHOUDER:
        return [
            (GROEP, NavItem("Eigen meldingen", reverse("meldpunt:eigen_meldingen"), "inbox")),
            (GROEP, NavItem("Melding insturen", reverse("meldpunt:melding_insturen"), "send")),
        ]
    items = []
    if toegang.rol in TRIAGE:
        items.append(NavItem("Meldingen", reverse("meldpunt:meldingen"), "inbox"))
    if toegang.rol in (*TRIAGE, Rol.LEIDINGGEVENDE):
        url = reverse("meldpunt:adviesvragen")
        items.append(NavItem("Adviesvragen", url, "message-circle-question-mark"))
    return [(GROEP, item) for item in items] or None


def mijn_werk(toegang: Toegang) -> list[Telling] | None:
    """What waits at the Meldpunt, each number a link to exactly that list."""
    if toegang.rol not in TRIAGE:
        return None
    blokken = [
        _telling(toegang, "acuut en nog open", "laat", urgentie="acuut", status="open"),
        _telling(toegang, "nog te koppelen", "straks", status="nieuw"),
        _telling(toegang, "nog te duiden", status="duiding"),
        _telling(toegang, "wacht op tweede persoon", status="tweede_persoon"),
    ]
    if toegang.rol == Rol.MAP_MEDEWERKER:
        blokken.append(
            _telling(toegang, "terugkoppeling te laat", "laat", terugkoppeling="te_laat")
        )
    return blokken


def _telling(toegang: Toegang, label: str, toon: Toon = "neutraal", **filters: str) -> Telling:
    url = f"{reverse('meldpunt:meldingen')}?{urlencode(filters)}"
    return Telling(meldingen(toegang, **filters), label, url, toon)


def werk_begin(toegang: Toegang) -> Paneel | None:
    """What an accounthouder comes for."""
    if toegang.rol != Rol.ACCOUNTHOUDER:
        return None
    return Paneel(
        "convenant/werk_begin.html",
        {
            "kop": "Maakt u zich zorgen over iemand?",
            "tekst": "Vertel het Meldpunt wat u zag. Is er nu gevaar? Bel eerst 112.",
            "url": reverse("meldpunt:melding_insturen"),
            "label": "Melding insturen",
        },
    )


def dossier_tab(toegang: Toegang, dossier: Dossier) -> tuple[str, Tab] | None:
    """The reports, for whoever may read them in this phase."""
    if not _leest_meldingen(toegang, dossier):
        return None
    return "meldingen", Tab(
        "Meldingen", reverse("meldpunt:meldingen_van_dossier", args=[dossier.pk])
    )


def dossier_feit(toegang: Toegang, dossier: Dossier) -> list[Feit] | None:
    """Whom the dossier is about."""
    persoon = hoofdbetrokkene(toegang, dossier)
    if persoon is None:
        return None
    extra = "minderjarig" if persoon.minderjarig(toegang.vandaag) else ""
    return [Feit("Betrokkene", naam_en_leeftijd(persoon, toegang), toelichting=extra)]


def dossier_fase(toegang: Toegang, dossier: Dossier) -> dict[Fase, list[str]] | None:
    """The day of the first report under the phase melding."""
    op = eerste_melding_op(toegang, dossier)
    return {Fase.MELDING: [tijd.dag_maand_jaar(op[0])]} if op else None


def dossier_zij(toegang: Toegang, dossier: Dossier) -> Paneel | None:
    """The persons of the dossier, each with the button to change what is known."""
    personen = [
        {
            "persoon": persoon,
            "omschrijving": naam_en_leeftijd(persoon, toegang),
            "wijzigen": mogelijkheid(
                toegang,
                persoon_wijzigen,
                persoon,
                label="Gegevens wijzigen",
                url=reverse("meldpunt:persoon_wijzigen", args=[persoon.pk]),
            ),
        }
        for persoon in personen_in(toegang, dossier)
    ]
    if not personen:
        return None
    return Paneel("meldpunt/personen_paneel.html", {"personen": personen})


def dossier_doen(toegang: Toegang, dossier: Dossier) -> list[Mogelijkheid]:
    """Interpret what is open; add someone whom the dossier touches."""
    knoppen = []
    if toegang.rol in TRIAGE and dossier.fase == Fase.MELDING:
        knoppen = [
            mogelijkheid(
                toegang,
                melding_duiden,
                melding,
                label=f"Melding {melding.nummer} duiden",
                url=reverse("meldpunt:melding_duiden", args=[melding.pk]),
                primair=True,
            )
            for melding in meldingen_in(toegang, dossier)
            if melding.status == Meldingstatus.DUIDING
        ]
    toevoegen = mogelijkheid(
        toegang,
        nevenbetrokkene_toevoegen,
        dossier,
        label="Nevenbetrokkene toevoegen",
        url=reverse("meldpunt:nevenbetrokkene_toevoegen", args=[dossier.pk]),
        icoon="user-plus",
    )
    return [*knoppen, toevoegen]


def tijdlijn(toegang: Toegang, dossier: Dossier) -> list[TijdlijnRegel]:
    """Reports that came in and what was made of them, for whoever may read them."""
    if not _leest_meldingen(toegang, dossier):
        return []
    meldingen = [_meldingregel(m) for m in meldingen_in(toegang, dossier)]
    return meldingen + [_duidingregel(duiding) for duiding in duidingen_in(toegang, dossier)]


def kader_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    """What the frame of a dossier shows of this room."""
    return [eerste_melding_op]


def tijdlijn_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    """What the timeline shows of this room."""
    return [meldingen_in, duidingen_in] if _leest_meldingen(toegang, dossier) else []


def overzicht_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    """What the overview shows of this room beside its timeline."""
    return [personen_in] if inhoud else []


def dossierlijst_naam(toegang: Toegang, dossier_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """The names for a list of dossiers, where this asker may know them."""
    return namen_bij_dossiers(toegang, dossier_ids)


def taak_url(taak: Taak) -> str | None:
    """Where a task of the Meldpunt is done; other actions are finished on their own page."""
    if taak.object_soort == Duiding._meta.label_lower:
        return reverse("meldpunt:duiding_bevestigen", args=[taak.object_id])
    terugkoppeling = taak.soort == Taaksoort.TERUGKOPPELING
    if terugkoppeling and taak.object_soort == Melding._meta.label_lower:
        return reverse("meldpunt:terugkoppeling_geven", args=[taak.object_id])
    return None


def taak_over(toegang: Toegang, taak: Taak) -> list[Feit]:
    """The report that a task is about, for who may read it."""
    if taak.object_soort != Melding._meta.label_lower:
        return []
    meldingen = Melding.objects.voor(toegang).filter(pk=taak.object_id)
    url = "meldpunt:melding_inzien"
    return [Feit("Melding", m.nummer, reverse(url, args=[m.pk])) for m in meldingen.order_by("pk")]


def _leest_meldingen(toegang: Toegang, dossier: Dossier) -> bool:
    niveau = niveau_van(
        toegang,
        categorie=Categorie.MELDING,
        fase=Fase(dossier.fase),
        dossier_id=dossier.pk,
        vastgelegd_op=toegang.moment,
    )
    return niveau == Niveau.INHOUD


def _meldingregel(melding: Melding) -> TijdlijnRegel:
    return TijdlijnRegel(
        moment=melding.gemeld_op,
        soort="melding",
        kop=f"Melding {melding.nummer} ontvangen",
        tekst=melding.situatieschets,
        bronregel=f"Bron: {melding.bron.naam} · {melding.get_meldersoort_display()}",
        url=reverse("meldpunt:melding_inzien", args=[melding.pk]),
        url_label="Melding lezen",
    )


def _duidingregel(duiding: Duiding) -> TijdlijnRegel:
    tweede = duiding.tweede_persoon
    bronregel = f"Door {duiding.gedaan_door.medewerker.naam}"
    if tweede is not None:
        woord = "bevestigd" if duiding.tweede_akkoord else "teruggestuurd"
        bronregel += f", {woord} door {tweede.medewerker.naam}"
    return TijdlijnRegel(
        moment=duiding.gedaan_op,
        soort="duiding",
        kop=f"Duiding: {duiding.get_uitkomst_display()}",
        tekst=duiding.reden,
        bronregel=bronregel,
    )


registreer("navigatie", 20, navigatie)
registreer("mijn_werk", 20, mijn_werk)
registreer("mijn_werk_paneel", 20, werk_begin)
registreer("dossier_tab", 12, dossier_tab)
registreer("dossier_feit", 10, dossier_feit)
registreer("dossier_fase", 10, dossier_fase)
registreer("dossier_zij", 30, dossier_zij)
registreer("dossier_doen", 20, dossier_doen)
registreer("tijdlijn", 10, tijdlijn)
registreer("dossierlijst_naam", 10, dossierlijst_naam)
registreer("taak_url", 10, taak_url)
registreer("taak_over", 10, taak_over)
registreer("dossier_kader_vooraf", 20, kader_vooraf)
registreer("dossier_tijdlijn_vooraf", 20, tijdlijn_vooraf)
registreer("dossier_overzicht_vooraf", 20, overzicht_vooraf)
