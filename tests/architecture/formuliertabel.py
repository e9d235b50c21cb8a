"""Who finds which form or list open, and on what: every one of them has a row here."""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from convenant.guard import HandelingPagina, Pagina
from tests.architecture.bron import url_patterns


@dataclass(frozen=True)
class Plek:
    """Where a form stands open: for whom, and on which stuk of the Wereld (none for creation).

    ``extra`` holds what else the address wants; the name of a stuk, or a plain word.
    """

    speler: str
    stuk: str = ""
    extra: dict[str, str] = field(default_factory=dict)


PLEKKEN = {
    "convenant:taak_afronden": Plek("zoe", "taak"),
    "convenant:taak_toevoegen": Plek("rik", "casus"),
    "convenant:terughalen_bevestigen": Plek("ron", "terughaalpost"),
    "convenant:betrokkenheid_verlenen": Plek("rik", "casus"),
    "convenant:betrokkenheid_beeindigen": Plek("rik", "betrokkenheid"),
    "convenant:toegang_aanvragen": Plek("gemma", "casus"),
    "convenant:toegangsaanvraag_toekennen": Plek("rik", "toegangsaanvraag"),
    "convenant:toegangsaanvraag_weigeren": Plek("paula", "toegangsaanvraag"),
    "convenant:noodtoegang_nemen": Plek("wendy"),
    "convenant:noodtoegang_beeindigen": Plek("olga", "noodtoegang"),
    "convenant:noodtoegang_beoordelen": Plek("paula", "noodtoegang_voorbij"),
    "convenant:vervanging_regelen": Plek("wendy", "eigen_plek"),
    "convenant:vervanging_beeindigen": Plek("ruben", "vervanging"),
    "convenant:dossier_verzegelen": Plek("paula", "casus"),
    "convenant:ingewijde_toevoegen": Plek("paula", "verzegeld"),
    "convenant:ingewijde_schrappen": Plek("paula", "ingewijde"),
    "convenant:ontzegelen_vragen": Plek("paula", "verzegeld"),
    "convenant:dossier_ontzegelen": Plek("paula", "te_ontzegelen"),
    "convenant:ontzegelen_afwijzen": Plek("paula", "te_ontzegelen"),
    "convenant:beheerder_aanwijzen": Plek("frits", "onbeheerd"),
    "convenant:belangenconflict_melden": Plek("zoe", "casus"),
    "convenant:belangenconflict_registreren": Plek("paula", "casus"),
    "convenant:belangenconflict_opheffen": Plek("paula", "conflict"),
    "convenant:medewerker_toevoegen": Plek("bram"),
    "convenant:medewerker_sluiten": Plek("bram", "medewerker"),
    "convenant:medewerker_heropenen": Plek("anja", "gesloten_medewerker"),
    "convenant:hoedanigheid_bevestigen": Plek("anja", "hoedanigheid"),
    "convenant:hoedanigheid_verlenen": Plek("bram", "medewerker"),
    "convenant:hoedanigheid_beeindigen": Plek("bram", "hoedanigheid"),
    "convenant:convenantversie_opstellen": Plek("paula"),
    "convenant:convenantversie_vaststellen": Plek("paula", "conceptversie"),
    "convenant:convenantversie_bevestigen": Plek("leo", "versie_wacht"),
    "convenant:convenantversie_terugsturen": Plek("leo", "versie_wacht"),
    "convenant:deelregel_toevoegen": Plek("paula", "conceptversie"),
    "convenant:deelregel_wijzigen": Plek("paula", "deelregel"),
    "convenant:deelregel_schrappen": Plek("paula", "deelregel"),
    "convenant:verruiming_bevestigen": Plek("zoe", "verruiming"),
    "convenant:grondslag_toevoegen": Plek("paula"),
    "convenant:grondslag_beeindigen": Plek("leo", "grondslag"),
    "convenant:ondertekening_registreren": Plek("paula"),
    "convenant:ondertekening_intrekken": Plek("leo", "ondertekening"),
    "meldpunt:melding_registreren": Plek("samira"),
    "meldpunt:melding_insturen": Plek("sanne"),
    "meldpunt:melding_aanvullen": Plek("samira", "melding_nieuw"),
    "meldpunt:melding_koppelen": Plek("samira", "melding_nieuw"),
    "meldpunt:melding_herkoppelen": Plek("samira", "melding_gekoppeld"),
    "meldpunt:melding_duiden": Plek("samira", "melding_gekoppeld"),
    "meldpunt:terugkoppeling_geven": Plek("samira", "melding_met_melder"),
    "meldpunt:duiding_bevestigen": Plek("joost", "duiding_wacht"),
    "meldpunt:duiding_terugsturen": Plek("joost", "duiding_wacht"),
    "meldpunt:adviesvraag_beantwoorden": Plek("samira"),
    "meldpunt:nevenbetrokkene_toevoegen": Plek("rik", "casus"),
    "meldpunt:persoon_wijzigen": Plek("rik", "persoon"),
    "beoordeling:weging_starten": Plek("paula", "te_wegen"),
    "beoordeling:weging_sluiten": Plek("paula", "weging_open"),
    "beoordeling:weging_vaststellen": Plek("paula", "weging_gesloten"),
    "beoordeling:wegingsbijdrage_bewaren": Plek("gemma", "bijdrage"),
    "beoordeling:wegingsbijdrage_indienen": Plek("gemma", "bijdrage"),
    "beoordeling:bevraging_sturen": Plek("paula", "te_wegen"),
    "beoordeling:bevraging_beantwoorden": Plek("ron", "bevraging"),
    "beoordeling:bevraging_intrekken": Plek("paula", "bevraging"),
    "beoordeling:bevraging_herinneren": Plek("paula", "bevraging"),
    "beoordeling:contactmoment_vastleggen": Plek("rik", "in_regie"),
    "beoordeling:waarneming_vastleggen": Plek("rik", "in_regie"),
    "beoordeling:document_toevoegen": Plek("zoe", "in_regie"),
    "beoordeling:informatie_corrigeren": Plek("rik", "informatie"),
    "beoordeling:informatie_intrekken": Plek("rik", "informatie"),
    "beoordeling:informatie_herbeoordelen": Plek("rik", "informatie"),
    "beoordeling:toestemming_vastleggen": Plek("zoe", "van_zorg"),
    "beoordeling:conflict_van_plichten_vastleggen": Plek("zoe", "van_zorg"),
    "beoordeling:toestemming_intrekken": Plek("rik", "casus_met_zorg"),
    "beoordeling:embargo_leggen": Plek("rik", "informatie"),
    "beoordeling:embargo_herzien": Plek("paula", "embargo"),
    "beoordeling:informatie_vrijgeven": Plek("rik", "embargo"),
    "beoordeling:wissen_vragen": Plek("rik", "ingetrokken"),
    "beoordeling:informatie_wissen": Plek("paula", "wissing"),
    "beoordeling:wissen_afwijzen": Plek("paula", "wissing"),
    "beoordeling:beoordeling_starten": Plek("rik", "in_regie"),
    "beoordeling:beoordeling_bewaren": Plek("rik", "beoordeling_ingevuld", {"deel": "ideologie"}),
    "beoordeling:beoordeling_voorleggen": Plek("rik", "beoordeling_ingevuld"),
    "beoordeling:beoordeling_vaststellen": Plek("paula", "beoordeling_voorgelegd"),
    "beoordeling:beoordeling_terugsturen": Plek("paula", "beoordeling_voorgelegd"),
    "casusregie:besluitnota_opstellen": Plek("bas", "gewogen"),
    "casusregie:besluitnota_wijzigen": Plek("bas", "nota_begonnen"),
    "casusregie:besluitnota_aanbieden": Plek("bas", "nota_begonnen"),
    "casusregie:besluit_instroom_nemen": Plek("femke", "nota_aangeboden"),
    "casusregie:besluit_afschaling_nemen": Plek("femke", "nota_afschaling"),
    "casusregie:besluit_op_papier_vastleggen": Plek("bas", "nota_aangeboden"),
    "casusregie:besluit_op_papier_bevestigen": Plek("loco", "besluit_op_papier"),
    "casusregie:besluit_bevestigen": Plek("loco", "besluit_wacht"),
    "casusregie:besluit_afwijzen": Plek("loco", "besluit_wacht"),
    "casusregie:overleg_plannen": Plek("paula"),
    "casusregie:overleg_openen": Plek("paula", "overleg_gepland"),
    "casusregie:aanwezigheid_vastleggen": Plek("paula", "overleg_bezig"),
    "casusregie:overleg_sluiten": Plek("paula", "overleg_besproken"),
    "casusregie:agenda_vullen": Plek("paula", "overleg_gepland"),
    "casusregie:agendapunt_toevoegen": Plek("paula", "overleg_gepland"),
    "casusregie:hamerstukken_afdoen": Plek("paula", "overleg_bezig"),
    "casusregie:agendapunt_bespreken": Plek("paula", "punt"),
    "casusregie:agendapunt_doorschuiven": Plek("paula", "punt"),
    "casusregie:agendapunt_verplaatsen": Plek("paula", "punt"),
    "casusregie:waarschuwing_plaatsen": Plek("zoe", "casus"),
    "casusregie:waarschuwing_intrekken": Plek("rik", "waarschuwing"),
    "casusregie:casus_pauzeren": Plek("rik", "casus"),
    "casusregie:pauze_opheffen": Plek("rik", "pauze"),
    "casusregie:regisseur_wijzigen": Plek("paula", "casus"),
    "casusregie:werk_overdragen": Plek("paula", "vertrekker"),
    "casusregie:risicogroep_wijzigen": Plek("rik", "casus"),
    "casusregie:herbeoordeling_vastleggen": Plek("rik", "casus"),
    "casusregie:betrokkene_informeren": Plek("rik", "informering"),
    "casusregie:informeren_uitstellen": Plek("rik", "informering"),
    "casusregie:plan_opstellen": Plek("rik", "casus"),
    "casusregie:plan_wijzigen": Plek("rik", "plan"),
    "casusregie:plan_voorleggen": Plek("rik", "plan"),
    "casusregie:plan_vaststellen": Plek("paula", "plan_voorgelegd"),
    "casusregie:plan_terugsturen": Plek("paula", "plan_voorgelegd"),
    "casusregie:plandoel_toevoegen": Plek("rik", "plan"),
    "casusregie:plandoel_wijzigen": Plek("rik", "doel"),
    "casusregie:plandoel_evalueren": Plek("rik", "doel_vastgesteld"),
    "casusregie:planstap_toevoegen": Plek("rik", "doel"),
    "casusregie:interventie_voorstellen": Plek("rik", "doel"),
    "casusregie:randvoorwaarden_invullen": Plek("rik", "interventie_voorgesteld"),
    "casusregie:instemming_vastleggen": Plek("rik", "interventie_voorgesteld"),
    "casusregie:interventie_inzetten": Plek("rik", "interventie_klaar"),
    "casusregie:interventie_beeindigen": Plek("rik", "interventie_loopt"),
    "casusregie:afschaling_voorstellen": Plek("rik", "casus_klaar"),
    "casusregie:uitstroomvoorwaarde_afvinken": Plek("rik", "voorwaarde"),
    "casusregie:partneradvies_geven": Plek("zoe", "advies_gevraagd"),
    "casusregie:casus_sluiten": Plek("paula", "casus_in_nazorg"),
    "casusregie:casus_heropenen": Plek("paula", "casus_in_nazorg"),
    "monitoring:meting_vastleggen": Plek("rik", "casus"),
    "monitoring:incident_vastleggen": Plek("zoe", "casus"),
    "monitoring:incident_corrigeren": Plek("rik", "incident"),
    "monitoring:incident_intrekken": Plek("rik", "incident"),
    "monitoring:incident_wissen_vragen": Plek("rik", "incident_ingetrokken"),
    "monitoring:voortgang_vastleggen": Plek("rik", "interventie_loopt"),
    "monitoring:rapport_aanvragen": Plek("leo"),
    "monitoring:tekst_vrijgeven": Plek("paula", "in_regie"),
    "monitoring:tekst_vrijgeven+informatie_id": Plek(
        "paula", "in_regie", {"informatie_id": "informatie"}
    ),
    "monitoring:vrijgave_intrekken": Plek("paula", "vrijgave"),
}

LIJSTEN = {
    "convenant:dossiers": Plek("rik"),
    "convenant:taken": Plek("zoe"),
    "convenant:noodtoegangen": Plek("paula"),
    "convenant:vervangingen": Plek("ruben"),
    "convenant:fg_inzagen_in_nood": Plek("frits"),
    "convenant:fg_inzagen": Plek("frits", "hoedanigheid"),
    "convenant:fg_verzegeld": Plek("frits"),
    "convenant:medewerkers": Plek("bram"),
    "convenant:te_bevestigen": Plek("anja"),
    "convenant:wat_kan_deze_medewerker_zien": Plek("paula", "hoedanigheid"),
    "convenant:logboek": Plek("paula", "casus"),
    "convenant:verstrekkingen": Plek("paula", "casus"),
    "convenant:terughaallijst": Plek("paula"),
    "meldpunt:meldingen": Plek("samira"),
    "meldpunt:eigen_meldingen": Plek("sanne"),
    "meldpunt:adviesvragen": Plek("samira"),
    "beoordeling:wegingen": Plek("paula"),
    "beoordeling:informatie": Plek("rik", "in_regie"),
    "beoordeling:bevragingen": Plek("paula", "casus"),
    "beoordeling:embargos": Plek("paula"),
    "beoordeling:wissingen": Plek("frits"),
    "casusregie:besluiten": Plek("femke"),
    "casusregie:overleggen": Plek("gemma"),
    "casusregie:casussen": Plek("paula"),
    "casusregie:koffer": Plek("rik"),
    "monitoring:rapporten": Plek("leo"),
    "monitoring:toezicht_dossiers": Plek("cora"),
    "monitoring:toezicht_logboek": Plek("cora", "casus"),
    "monitoring:vrijgaven": Plek("paula", "in_regie"),
}


@dataclass(frozen=True)
class Adres:
    """One URL of the resolver; ``sleutel`` is its row in the table."""

    sleutel: str
    naam: str
    namen: tuple[str, ...]
    view: Any


def formulieradressen() -> dict[str, Adres]:
    """Every URL behind which a form of a deed stands."""
    return _adressen(lambda view: issubclass(view, HandelingPagina))


def lijstadressen() -> dict[str, Adres]:
    """Every URL with a list that can be filtered or turned over by its address."""
    return _adressen(
        lambda view: (
            issubclass(view, Pagina)
            and not issubclass(view, HandelingPagina)
            and "bladeren(" in inspect.getsource(view)
        )
    )


def _adressen(hoort_erbij: Callable[[type], bool]) -> dict[str, Adres]:
    """The second URL of one name is told by what its address wants beyond the first."""
    gevonden: dict[str, Adres] = {}
    for naam, route, patroon in url_patterns():
        view = getattr(patroon.callback, "view_class", None)
        if view is None or not hoort_erbij(view):
            continue
        namen = tuple(re.findall(r"<\w+:(\w+)>", route))
        sleutel = "+".join([naam, *namen[1:]]) if naam in gevonden else naam
        gevonden[sleutel] = Adres(sleutel, naam, namen, view)
    return gevonden
