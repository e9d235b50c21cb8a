"""Which pages the journey passes, and which it does not.

The journey looks at every page on its way; the others are looked at in ``test_andere_bladen.py``.
Together they are every page of the resolver: a new one that nobody looks at fails the journey.
"""

from tests.architecture.formuliertabel import LIJSTEN, PLEKKEN, Plek
from tests.architecture.matrixtabel import adressen

BESTANDEN = {
    "beoordeling:document_ophalen",
    "casusregie:besluit_scan",
    "casusregie:besluitnota_downloaden",
    "casusregie:verslag_downloaden",
    "convenant:formuliersleutel",
    "monitoring:rapport_downloaden",
}
"""What answers with a file, or with a key for the script of a page."""

INZAGEN_BUITEN_DE_REIS = {
    "beoordeling:informatie_inzien": Plek("rik", "informatie"),
    "beoordeling:kader_inzien": Plek("leo"),
    "beoordeling:kader_versie_inzien": Plek("leo", extra={"versie": "1"}),
    "beoordeling:wegingsvragen_inzien": Plek("gemma"),
    "casusregie:instrument_inzien": Plek("rik", "instrument"),
    "casusregie:plan_versie": Plek("rik", "plan", {"nummer": "1"}),
    "convenant:hoedanigheid_kiezen": Plek("zoe"),
    "convenant:medewerker_inzien": Plek("bram", "medewerker"),
    "convenant:tijdlijn_inzien": Plek("rik", "casus"),
    "convenant:waarom": Plek("zoe", "casus"),
    "meldpunt:zoeken": Plek("samira"),
    "monitoring:meting_inzien": Plek("rik", "meting"),
}
FORMULIEREN_EN_LIJSTEN_BUITEN_DE_REIS = {
    "beoordeling:beoordeling_terugsturen",
    "beoordeling:contactmoment_vastleggen",
    "beoordeling:informatie_corrigeren",
    "beoordeling:waarneming_vastleggen",
    "beoordeling:weging_sluiten",
    "beoordeling:weging_vaststellen",
    "beoordeling:wegingsbijdrage_indienen",
    "casusregie:agenda_vullen",
    "casusregie:agendapunt_bespreken",
    "casusregie:agendapunt_doorschuiven",
    "casusregie:agendapunt_toevoegen",
    "casusregie:agendapunt_verplaatsen",
    "casusregie:besluit_afwijzen",
    "casusregie:besluit_op_papier_bevestigen",
    "casusregie:besluit_op_papier_vastleggen",
    "casusregie:besluitnota_wijzigen",
    "casusregie:casus_pauzeren",
    "casusregie:casussen",
    "casusregie:hamerstukken_afdoen",
    "casusregie:koffer",
    "casusregie:pauze_opheffen",
    "casusregie:plan_terugsturen",
    "casusregie:plandoel_evalueren",
    "casusregie:plandoel_wijzigen",
    "casusregie:regisseur_wijzigen",
    "casusregie:risicogroep_wijzigen",
    "casusregie:waarschuwing_intrekken",
    "convenant:betrokkenheid_beeindigen",
    "convenant:dossiers",
    "convenant:hoedanigheid_beeindigen",
    "convenant:hoedanigheid_verlenen",
    "convenant:logboek",
    "convenant:medewerker_sluiten",
    "convenant:medewerker_toevoegen",
    "convenant:medewerkers",
    "convenant:taken",
    "meldpunt:duiding_terugsturen",
    "meldpunt:melding_aanvullen",
    "meldpunt:melding_herkoppelen",
    "meldpunt:nevenbetrokkene_toevoegen",
    "meldpunt:persoon_wijzigen",
    "monitoring:vrijgave_intrekken",
}
BUITEN_DE_REIS = INZAGEN_BUITEN_DE_REIS | {
    naam: plek
    for naam, plek in (PLEKKEN | LIJSTEN).items()
    if naam in FORMULIEREN_EN_LIJSTEN_BUITEN_DE_REIS
}
"""Who looks at these pages, and on which stuk of the world."""


def bladen() -> set[str]:
    """The name of every address that shows a page."""
    return {
        adres.naam
        for adres in adressen().values()
        if "get" in adres.view.http_method_names and adres.naam not in BESTANDEN
    }
