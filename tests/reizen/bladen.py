"""Which pages the journey passes, and which it does not.

The journey looks at every page on its way; the others are looked at in ``test_andere_bladen.py``.
Together they are every page of the resolver: a new one that nobody looks at fails the journey.
"""

from tests.architecture.formuliertabel import LIJSTEN, PLEKKEN, Plek
from tests.architecture.matrixtabel import adressen

BESTANDEN = {
    "beoordeling:document_ophalen",
    "beoordeling:toestemming_scan",
    "casusregie:besluit_scan",
    "casusregie:besluitnota_downloaden",
    "casusregie:verslag_downloaden",
    "convenant:formuliersleutel",
    "monitoring:rapport_downloaden",
}
"""What answers with a file, or with a key for the script of a page."""

INZAGEN_BUITEN_DE_REIS = {
    "beoordeling:embargo_inzien": Plek("paula", "embargo"),
    "beoordeling:bevraging_inzien": Plek("ron", "bevraging_beantwoord"),
    "beoordeling:wissing_inzien": Plek("paula", "wissing"),
    "beoordeling:informatie_inzien": Plek("rik", "informatie"),
    "beoordeling:informatie_waarom": Plek("rik", "informatie"),
    "beoordeling:toestemmingen": Plek("zoe", "gedeeld_door_zorg"),
    "beoordeling:kader_inzien": Plek("leo"),
    "beoordeling:kader_versie_inzien": Plek("leo", extra={"versie": "1"}),
    "beoordeling:wegingsvragen_inzien": Plek("gemma"),
    "casusregie:instrument_inzien": Plek("rik", "instrument"),
    "casusregie:plan_versie": Plek("rik", "plan", {"nummer": "1"}),
    "convenant:hoedanigheid_kiezen": Plek("zoe"),
    "convenant:medewerker_inzien": Plek("bram", "medewerker"),
    "convenant:tijdlijn_inzien": Plek("rik", "casus"),
    "convenant:waarom": Plek("zoe", "casus"),
    "convenant:wie_kan_dit_zien": Plek("paula", "casus"),
    "convenant:convenant_inzien": Plek("paula"),
    "convenant:convenantversie_inzien": Plek("paula", "conceptversie"),
    "convenant:convenantversie_gevolgen": Plek("paula", "conceptversie"),
    "convenant:fg_bureau": Plek("frits"),
    "convenant:grondslagen": Plek("paula"),
    "convenant:noodtoegang_inzien": Plek("paula", "noodtoegang"),
    "convenant:ondertekening_gevolgen": Plek("leo", "ondertekening"),
    "convenant:toegangsaanvraag_inzien": Plek("paula", "toegangsaanvraag"),
    "convenant:verruimingen": Plek("zoe"),
    "convenant:verzegeling_inzien": Plek("paula", "verzegeld"),
    "meldpunt:zoeken": Plek("samira"),
    "monitoring:incident_inzien": Plek("rik", "incident"),
    "monitoring:incident_waarom": Plek("rik", "incident"),
    "monitoring:meting_inzien": Plek("rik", "meting"),
}
IN_DE_REIS = {
    "beoordeling:beoordeling_bewaren",
    "beoordeling:beoordeling_inzien",
    "beoordeling:beoordeling_starten",
    "beoordeling:beoordeling_vaststellen",
    "beoordeling:beoordeling_voorleggen",
    "beoordeling:beoordelingen",
    "beoordeling:document_toevoegen",
    "beoordeling:informatie",
    "beoordeling:weging_inzien",
    "beoordeling:weging_starten",
    "beoordeling:wegingen",
    "beoordeling:wegingsbijdrage_bewaren",
    "casusregie:aanwezigheid_vastleggen",
    "casusregie:afschaling_inzien",
    "casusregie:afschaling_voorstellen",
    "casusregie:besluit_afschaling_nemen",
    "casusregie:besluit_bevestigen",
    "casusregie:besluit_instroom_nemen",
    "casusregie:besluit_inzien",
    "casusregie:besluiten",
    "casusregie:besluitnota_aanbieden",
    "casusregie:besluitnota_opstellen",
    "casusregie:betrokkene_informeren",
    "casusregie:casus_heropenen",
    "casusregie:casus_sluiten",
    "casusregie:herbeoordeling_vastleggen",
    "casusregie:informeren_uitstellen",
    "casusregie:instemming_vastleggen",
    "casusregie:interventie_beeindigen",
    "casusregie:interventie_inzetten",
    "casusregie:interventie_voorstellen",
    "casusregie:overleg_inzien",
    "casusregie:overleg_openen",
    "casusregie:overleg_plannen",
    "casusregie:overleg_scherm",
    "casusregie:overleg_scherm_punt",
    "casusregie:overleg_sluiten",
    "casusregie:overleggen",
    "casusregie:partneradvies_geven",
    "casusregie:plan_inzien",
    "casusregie:plan_opstellen",
    "casusregie:plan_vaststellen",
    "casusregie:plan_voorleggen",
    "casusregie:plan_wijzigen",
    "casusregie:plandoel_toevoegen",
    "casusregie:planstap_toevoegen",
    "casusregie:randvoorwaarden_invullen",
    "casusregie:uitstroomvoorwaarde_afvinken",
    "casusregie:waarschuwing_plaatsen",
    "convenant:betrokkenen",
    "convenant:betrokkenheid_verlenen",
    "convenant:dossier_inzien",
    "convenant:mijn_werk",
    "convenant:taak_afronden",
    "convenant:taak_inzien",
    "convenant:taak_toevoegen",
    "meldpunt:adviesvraag_beantwoorden",
    "meldpunt:adviesvragen",
    "meldpunt:duiding_bevestigen",
    "meldpunt:eigen_meldingen",
    "meldpunt:melding_duiden",
    "meldpunt:melding_insturen",
    "meldpunt:melding_inzien",
    "meldpunt:melding_koppelen",
    "meldpunt:melding_registreren",
    "meldpunt:meldingen",
    "meldpunt:meldingen_van_dossier",
    "meldpunt:terugkoppeling_geven",
    "monitoring:incident_vastleggen",
    "monitoring:meting_vastleggen",
    "monitoring:monitoring_inzien",
    "monitoring:rapport_aanvragen",
    "monitoring:rapport_inzien",
    "monitoring:rapporten",
    "monitoring:tekst_vrijgeven",
    "monitoring:toezicht_dossier",
    "monitoring:toezicht_dossiers",
    "monitoring:toezicht_logboek",
    "monitoring:voortgang_vastleggen",
    "monitoring:vrijgaven",
}
"""What the journey passes; it fails when it passes more or less."""

BUITEN_DE_REIS = INZAGEN_BUITEN_DE_REIS | {
    sleutel: plek
    for sleutel, plek in (PLEKKEN | LIJSTEN).items()
    if sleutel.partition("+")[0] not in IN_DE_REIS
}
"""Who looks at the other pages, and on which stuk of the world: every new form and list too."""


def bladen() -> set[str]:
    """The name of every address that shows a page."""
    return {
        adres.naam
        for adres in adressen().values()
        if "get" in adres.view.http_method_names and adres.naam not in BESTANDEN
    }
