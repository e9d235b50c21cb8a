"""The declared policy of every URL: on which stukken it is tried, and who may know those.

Beside the roles of its door, a URL answers only who may know each stuk of its address at the level
that is written here. A URL without a row fails the build.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from beoordeling.models import Beoordeling, Bevraging, Informatie, Weging, Wegingsbijdrage
from casusregie.models import (
    Agendapunt,
    Besluitnota,
    Casus,
    Informering,
    Interventie,
    Partneradvies,
    Pauze,
    Plan,
    Plandoel,
    Uitstroomvoorwaarde,
    Veiligheidswaarschuwing,
)
from convenant.models import (
    Belangenconflict,
    Betrokkenheid,
    Dossier,
    Embargo,
    Ingewijde,
    Noodtoegang,
    Taak,
    Terughaalpost,
    Toegangsaanvraag,
    Vervanging,
    Verzegeling,
    Wissing,
    Zorgdeling,
)
from meldpunt.models import Duiding, Melding, Persoon
from monitoring.models import Incident, Meting, Rapport, Vrijgave
from tests.architecture.bron import url_patterns
from tests.architecture.formuliertabel import LIJSTEN, PLEKKEN
from tests.orakel.gegevens import INHOUD, PROCES
from tests.orakel.wereldbeeld import Wereldbeeld

type Eis = tuple[type[models.Model] | str, int]
"""A kind of stuk, or a category of the dossier, and the level at which it has to be known."""

KENNIS: dict[str, Eis | None] = {
    "dossier_id": (Dossier, PROCES),
    "betrokkenheid_id": (Betrokkenheid, INHOUD),
    "noodtoegang_id": (Noodtoegang, PROCES),
    "aanvraag_id": (Toegangsaanvraag, PROCES),
    "verzegeling_id": (Verzegeling, PROCES),
    "ingewijde_id": (Ingewijde, PROCES),
    "conflict_id": (Belangenconflict, PROCES),
    "taak_id": (Taak, INHOUD),
    "post_id": (Terughaalpost, INHOUD),
    "melding_id": (Melding, INHOUD),
    "duiding_id": (Duiding, INHOUD),
    "persoon_id": (Persoon, INHOUD),
    "weging_id": (Weging, INHOUD),
    "bijdrage_id": (Wegingsbijdrage, INHOUD),
    "informatie_id": (Informatie, INHOUD),
    "bevraging_id": (Bevraging, INHOUD),
    "deling_id": (Zorgdeling, INHOUD),
    "embargo_id": (Embargo, PROCES),
    "wissing_id": (Wissing, INHOUD),
    "beoordeling_id": (Beoordeling, PROCES),
    "nota_id": (Besluitnota, INHOUD),
    "besluit_id": (Besluitnota, INHOUD),
    "punt_id": (Agendapunt, INHOUD),
    "informering_id": (Informering, INHOUD),
    "waarschuwing_id": (Veiligheidswaarschuwing, INHOUD),
    "pauze_id": (Pauze, INHOUD),
    "plan_id": (Plan, INHOUD),
    "doel_id": (Plandoel, INHOUD),
    "interventie_id": (Interventie, INHOUD),
    "voorwaarde_id": (Uitstroomvoorwaarde, INHOUD),
    "advies_id": (Partneradvies, INHOUD),
    "meting_id": (Meting, INHOUD),
    "incident_id": (Incident, INHOUD),
    "rapport_id": (Rapport, INHOUD),
    "vrijgave_id": (Vrijgave, INHOUD),
    # These hold nothing of a dossier: the door decides alone.
    "overleg_id": None,
    "instrument_id": None,
    "medewerker_id": None,
    "ondertekening_id": None,
    "versie_id": None,
    "deelregel_id": None,
    "grondslag_id": None,
    "hoedanigheid_id": None,
    "vervanging_id": (Vervanging, INHOUD),
    "versie": None,
    "nummer": None,
    "deel": None,
}
"""What one has to know of the stuk that a part of an address names. A besluit is read with its
nota; a dossier is known by its process."""


def is_casus(beeld: Wereldbeeld, dossier_id: Any) -> bool:
    """Whether this dossier became a case."""
    return any(s.dossier and s.dossier.id == dossier_id for s in beeld.stukken[Casus].values())


@dataclass(frozen=True)
class Beleid:
    """On which stukken of the world a URL is tried, and what it asks beyond ``KENNIS``."""

    stukken: tuple[str, ...] = ("",)
    extra: dict[str, str] = field(default_factory=dict)
    kennis: dict[str, Eis] = field(default_factory=dict)
    ook: Callable[[Wereldbeeld, Any], bool] | None = None
    """What it asks further of the dossier, whoever tries."""


VAN_DOSSIER = Beleid(("gewogen", "casus"))
"""A dossier in besluit and one in uitvoering: where people read differently."""
MET_CASUS = Beleid(("gewogen", "casus"), kennis={"dossier_id": ("gewoon", INHOUD)}, ook=is_casus)

INZAGEN: dict[str, Beleid] = {
    "convenant:mijn_werk": Beleid(),
    "convenant:hoedanigheid_kiezen": Beleid(),
    "convenant:formuliersleutel": Beleid(),
    "convenant:taak_inzien": Beleid(("taak", "taak_map")),
    "convenant:dossier_inzien": Beleid(("te_wegen", "gewogen", "casus", "verzegeld")),
    "convenant:tijdlijn_inzien": Beleid(("casus",)),
    "convenant:waarom": VAN_DOSSIER,
    "convenant:wie_kan_dit_zien": VAN_DOSSIER,
    "convenant:verzegeling_inzien": Beleid(("verzegeld",)),
    "convenant:betrokkenen": Beleid(("gewogen", "casus"), kennis={"dossier_id": (Dossier, INHOUD)}),
    "convenant:convenant_inzien": Beleid(),
    "convenant:grondslagen": Beleid(),
    "convenant:ondertekening_gevolgen": Beleid(("ondertekening", "tekening_ggz")),
    "convenant:verruimingen": Beleid(),
    "convenant:convenantversie_inzien": Beleid(("conceptversie",)),
    "convenant:convenantversie_gevolgen": Beleid(("conceptversie",)),
    "convenant:fg_bureau": Beleid(),
    "convenant:toegangsaanvraag_inzien": Beleid(("toegangsaanvraag",)),
    "convenant:noodtoegang_inzien": Beleid(("noodtoegang", "noodtoegang_voorbij")),
    "convenant:medewerker_inzien": Beleid(("medewerker",)),
    "meldpunt:melding_inzien": Beleid(("melding_nieuw", "melding_gekoppeld", "melding_ingestuurd")),
    "meldpunt:zoeken": Beleid(),
    "meldpunt:meldingen_van_dossier": VAN_DOSSIER,
    "beoordeling:kader_inzien": Beleid(),
    "beoordeling:kader_versie_inzien": Beleid(extra={"versie": "1"}),
    "beoordeling:wegingsvragen_inzien": Beleid(),
    "beoordeling:beoordelingen": VAN_DOSSIER,
    "beoordeling:weging_inzien": Beleid(
        ("weging_open", "weging_gesloten", "weging_in_aanpak"),
        kennis={"weging_id": (Weging, PROCES)},
    ),
    "beoordeling:informatie_inzien": Beleid(
        (
            "informatie",
            "van_politie",
            "van_ggz",
            "gedeeld_door_zorg",
            "in_weging",
            "verborgen",
            "antwoord",
        )
    ),
    "beoordeling:informatie_waarom": Beleid(
        ("informatie", "van_politie", "gedeeld_door_zorg", "verborgen", "antwoord")
    ),
    "beoordeling:embargo_inzien": Beleid(("embargo", "verborgen_embargo")),
    "beoordeling:wissing_inzien": Beleid(("wissing",)),
    "beoordeling:bevraging_inzien": Beleid(("bevraging_beantwoord",)),
    "beoordeling:document_ophalen": Beleid(("van_politie", "van_ggz", "in_weging")),
    "beoordeling:toestemmingen": Beleid(("casus_met_zorg", "casus")),
    "beoordeling:toestemming_scan": Beleid(("zorgdeling",), {"deling_id": "zorgdeling"}),
    "beoordeling:beoordeling_inzien": Beleid(("beoordeling_ingevuld", "beoordeling_voorgelegd")),
    "casusregie:besluit_inzien": VAN_DOSSIER,
    "casusregie:besluitnota_downloaden": Beleid(("nota_aangeboden",)),
    "casusregie:besluit_scan": Beleid(("besluit_op_papier",)),
    "casusregie:overleg_inzien": Beleid(("overleg_bezig", "overleg_gesloten")),
    "casusregie:verslag_downloaden": Beleid(("overleg_gesloten",)),
    "casusregie:overleg_scherm": Beleid(("overleg_bezig",)),
    "casusregie:overleg_scherm_punt": Beleid(("overleg_bezig",), {"punt_id": "punt"}),
    "casusregie:instrument_inzien": Beleid(("instrument",)),
    "casusregie:plan_inzien": MET_CASUS,
    "casusregie:plan_versie": Beleid(
        ("plan",), {"nummer": "1"}, kennis={"dossier_id": ("gewoon", INHOUD)}
    ),
    "casusregie:afschaling_inzien": MET_CASUS,
    "monitoring:monitoring_inzien": MET_CASUS,
    "monitoring:meting_inzien": Beleid(("meting",), {"meting_id": "meting"}),
    "monitoring:incident_inzien": Beleid(("incident", "incident_van_politie", "incident_van_ggz")),
    "monitoring:incident_waarom": Beleid(("incident", "incident_van_politie")),
    "monitoring:rapport_inzien": Beleid(("dossierrapport",)),
    "monitoring:rapport_downloaden": Beleid(("dossierrapport",)),
    "monitoring:toezicht_dossier": VAN_DOSSIER,
}
"""The pages that show something; lists and forms have their row in ``formuliertabel``."""

PER_ORGANISATIE = {
    "convenant:mijn_werk",
    "convenant:taken",
    "convenant:taak_inzien",
    "convenant:terughalen_bevestigen",
    "convenant:dossier_inzien",
    "convenant:tijdlijn_inzien",
    "meldpunt:melding_inzien",
    "beoordeling:weging_inzien",
    "beoordeling:bevraging_beantwoorden",
    "beoordeling:informatie",
    "beoordeling:informatie_inzien",
    "beoordeling:informatie_waarom",
    "beoordeling:embargos",
    "beoordeling:embargo_inzien",
    "beoordeling:wissing_inzien",
    "beoordeling:document_ophalen",
    "beoordeling:toestemmingen",
    "casusregie:overleg_scherm_punt",
    "monitoring:monitoring_inzien",
    "monitoring:incident_inzien",
    "monitoring:incident_waarom",
}
"""Where one organisation reads otherwise than another in the same role: its own source, its own
answers. Elsewhere one of them speaks for all."""

PER_AFSCHERMING = {
    "convenant:mijn_werk",
    "convenant:taken",
    "convenant:dossiers",
    "convenant:dossier_inzien",
    "convenant:verzegeling_inzien",
    "meldpunt:meldingen",
    "casusregie:casussen",
}
"""Where someone for whom a dossier is shut reads otherwise than who has the same role; elsewhere
one of them speaks for both, because one filter stands in front of all of it."""

ANDERS: dict[str, Beleid] = {
    sleutel: Beleid((plek.stuk,), dict(plek.extra)) for sleutel, plek in (PLEKKEN | LIJSTEN).items()
}


def beleid() -> dict[str, Beleid]:
    """Every declared policy."""
    return ANDERS | INZAGEN


@dataclass(frozen=True)
class Adres:
    """One URL of the resolver."""

    sleutel: str
    naam: str
    namen: tuple[str, ...]
    patroon: Any

    @property
    def view(self) -> Any:
        return self.patroon.callback.view_class


def adressen() -> dict[str, Adres]:
    """Every URL of the rooms; the second of one name is told by what it wants beyond the first."""
    gevonden: dict[str, Adres] = {}
    for naam, route, patroon in url_patterns():
        if ":" not in naam:
            continue
        namen = tuple(re.findall(r"<\w+:(\w+)>", route))
        sleutel = "+".join([naam, *namen[1:]]) if naam in gevonden else naam
        gevonden[sleutel] = Adres(sleutel, naam, namen, patroon)
    return gevonden
