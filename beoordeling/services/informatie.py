"""Information items: contacts, facts, observations and documents, each with bron and categorie."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from beoordeling.enums import Bewijssoort, Informatiesoort, MagVerder
from beoordeling.models import Informatie
from beoordeling.rules import informatie as rules
from beoordeling.rules.embargo import Embargokeuze
from beoordeling.rules.houdbaarheid import gewoon_houdbaar_tot, gewoon_vernietigen_op
from beoordeling.services.bestand import mediatype_van
from beoordeling.services.embargo import embargo_leggen
from convenant.enums import Taaksoort, Terughaalaanleiding
from convenant.handeling import Geweigerd, handeling
from convenant.models import Dossier, Organisatie
from convenant.rules.embargo import is_verborgen
from convenant.selectors.bron import eigen_bron
from convenant.services.bronstuk import stuk_corrigeren, stuk_intrekken
from convenant.services.dossier import dossier_bijwerken
from convenant.services.embargo import embargo_na_intrekken
from convenant.services.taken import taken_sluiten
from convenant.services.verstrekking import informatie_verstrekken
from convenant.toegang import Toegang


@handeling(rules.contactmoment_vastleggen)
def contactmoment_vastleggen(
    toegang: Toegang,
    dossier: Dossier,
    *,
    gebeurd_op: date,
    met_wie: str,
    contactdoel: str,
    tekst: str,
    **kenmerken: Any,
) -> Informatie:
    """Record a contact: when, with whom, what for, and what was said. See ``_vastleggen``."""
    return _vastleggen(
        toegang,
        dossier,
        soort=Informatiesoort.CONTACT,
        titel=contactdoel[:200],
        gebeurd_op=gebeurd_op,
        met_wie=met_wie,
        contactdoel=contactdoel,
        tekst=tekst,
        **kenmerken,
    )


@handeling(rules.waarneming_vastleggen)
def waarneming_vastleggen(
    toegang: Toegang,
    dossier: Dossier,
    *,
    gebeurd_op: date,
    titel: str,
    tekst: str,
    **kenmerken: Any,
) -> Informatie:
    """Record a fact or an observation. See ``_vastleggen``."""
    feit = kenmerken.get("bewijssoort") == Bewijssoort.FEIT
    return _vastleggen(
        toegang,
        dossier,
        soort=Informatiesoort.FEIT if feit else Informatiesoort.WAARNEMING,
        titel=titel,
        gebeurd_op=gebeurd_op,
        tekst=tekst,
        **kenmerken,
    )


@handeling(rules.document_toevoegen)
def document_toevoegen(
    toegang: Toegang,
    dossier: Dossier,
    *,
    bestand: UploadedFile,
    titel: str,
    gebeurd_op: date,
    tekst: str = "",
    **kenmerken: Any,
) -> Informatie:
    """Add a pdf, docx or mail, stored under a random name. See ``_vastleggen``.

    Raises ``Geweigerd`` when the content is not what the name says.
    """
    return _vastleggen(
        toegang,
        dossier,
        soort=Informatiesoort.DOCUMENT,
        titel=titel,
        gebeurd_op=gebeurd_op,
        tekst=tekst,
        bestand=bestand,
        bestandstype=mediatype_van(bestand),
        bestandsnaam=(bestand.name or "")[-200:],
        **kenmerken,
    )


@handeling(rules.informatie_corrigeren)
def informatie_corrigeren(
    toegang: Toegang, informatie: Informatie, *, reden: str, **gegevens: Any
) -> Informatie:
    """Correct an item, with the reason; who reads the history sees what stood there first.

    Every organisation that received it is asked what it does with what it took over; of an item
    under a hidden embargo they hear when it is released.

    ``gegevens``: any of titel, tekst, met_wie, contactdoel, gebeurd_op, bewijssoort, mag_verder.
    """
    if vreemd := gegevens.keys() - CORRIGEERBAAR:
        raise ValueError(f"{sorted(vreemd)} kan niet worden gecorrigeerd")
    stuk_corrigeren(toegang, informatie, reden=reden, zo=gegevens)
    return informatie


@handeling(rules.informatie_intrekken)
def informatie_intrekken(
    toegang: Toegang,
    informatie: Informatie,
    *,
    reden: str,
    aanleiding: str = Terughaalaanleiding.INTREKKING,
) -> Informatie:
    """Take an item back: its text stays in the history only. See ``stuk_intrekken``."""
    stuk_intrekken(toegang, informatie, reden=reden, aanleiding=aanleiding, zo=NA_INTREKKEN)
    taken_sluiten(toegang, informatie, Taaksoort.VEROUDERD, uitkomst="Ingetrokken.")
    embargo_na_intrekken(toegang, informatie)
    return informatie


@handeling(rules.informatie_herbeoordelen)
def informatie_herbeoordelen(
    toegang: Toegang,
    informatie: Informatie,
    *,
    reden: str,
    houdbaar_tot: date,
    vernietigen_op: date,
    mag_verder: str,
    betrouwbaarheid: str = "",
    geloofwaardigheid: str = "",
) -> Informatie:
    """Say that an item still holds and until when, with the reason; nothing of its text changes.

    Raises ``Geweigerd`` for days that have passed, or when it would outlive its own destruction.
    """
    if houdbaar_tot < toegang.vandaag or vernietigen_op < toegang.vandaag:
        raise Geweigerd("Kies dagen die nog niet voorbij zijn.")
    if houdbaar_tot > vernietigen_op:
        raise Geweigerd("Informatie kan niet langer houdbaar zijn dan zij wordt bewaard.")
    informatie.houdbaar_tot, informatie.vernietigen_op = houdbaar_tot, vernietigen_op
    informatie.mag_verder = MagVerder(mag_verder)
    informatie.betrouwbaarheid, informatie.geloofwaardigheid = betrouwbaarheid, geloofwaardigheid
    informatie.versie += 1
    informatie.save()
    taken_sluiten(toegang, informatie, *OVER_TERMIJN, uitkomst="Het klopt nog.")
    if not is_verborgen(informatie.pk, toegang.vandaag):
        dossier_bijwerken(toegang, informatie.dossier_id)
    return informatie


OVER_TERMIJN = (Taaksoort.VEROUDERD, Taaksoort.VERNIETIGEN)
NA_INTREKKEN = {
    "titel": "Ingetrokken",
    **dict.fromkeys(("tekst", "met_wie", "contactdoel", "bestandsnaam"), ""),
}

CORRIGEERBAAR = frozenset(
    (
        "titel",
        "tekst",
        "met_wie",
        "contactdoel",
        "doel_verteld",
        "gebeurd_op",
        "bewijssoort",
        "mag_verder",
        "betrouwbaarheid",
        "geloofwaardigheid",
    )
)


def _vastleggen(
    toegang: Toegang,
    dossier: Dossier,
    *,
    bron: Organisatie | None = None,
    categorie: str | None = None,
    grondslag: str = "",
    doel: str = "",
    houdbaar_tot: date | None = None,
    vernietigen_op: date | None = None,
    embargo: Embargokeuze | None = None,
    **gegevens: Any,
) -> Informatie:
    """Save the item; what is left out follows from role, organisation and phase.

    With an ``embargo`` nobody else has read it for a moment, and nothing went to anyone. Raises
    ``Geweigerd`` for a category or source that this asker may not record.
    """
    bron = bron or Organisatie.objects.get(pk=eigen_bron(toegang))
    standaard = rules.standaard(toegang, dossier)
    categorie = categorie or standaard.categorie
    if categorie not in rules.categorieen_voor(toegang, dossier):
        raise Geweigerd("In deze categorie kunt u hier niets vastleggen.")
    if not rules.bron_toegestaan(toegang, bron):
        raise Geweigerd("Wat van deze organisatie komt, legt die organisatie zelf vast.")
    soort, bewijssoort = gegevens["soort"], gegevens.get("bewijssoort", Bewijssoort.WAARNEMING)
    informatie = Informatie(
        dossier=dossier,
        bron=bron,
        houdbaar_tot=houdbaar_tot or gewoon_houdbaar_tot(toegang.vandaag, soort, bewijssoort),
        vernietigen_op=vernietigen_op or gewoon_vernietigen_op(toegang.vandaag, dossier.fase),
        categorie=categorie,
        grondslag=grondslag or standaard.grondslag,
        doel=doel or standaard.doel,
        vastgelegd_op=toegang.moment,
        vastgelegd_door_id=toegang.hoedanigheid_id,
        **gegevens,
    )
    informatie.save(force_insert=True)
    if embargo is not None:
        embargo_leggen(toegang, informatie, **vars(embargo))
        return informatie
    informatie_verstrekken(toegang, informatie)
    dossier_bijwerken(toegang, dossier.pk)
    return informatie
