"""The rows of a database as the plain values that the oracle judges.

Which column says what is written here a second time, not taken from the application: a model that
looks for its dossier in the wrong place is found out.
"""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import F
from django.utils import timezone

from convenant.models import Belangenconflict as Conflictrij
from convenant.models import (
    Beschermd,
    Betrokkenheid,
    Hoedanigheid,
    Ingewijde,
    Noodtoegang,
    Ondertekening,
    Taak,
)
from convenant.models import Dossier as Dossierrij
from convenant.models import Embargo as Embargorij
from convenant.models import Vervanging as Vervangingrij
from convenant.models import Verzegeling as Verzegelingrij
from convenant.models import Zorgdeling as Zorgdelingrij

from .artikelen import kennis
from .gegevens import (
    Betrokkene,
    Conflict,
    Dossier,
    Embargo,
    Gegeven,
    Handtekening,
    Kennis,
    Nood,
    Opdracht,
    Plaats,
    Stuk,
    Vervanging,
    Vrager,
    Zegel,
    Zorgdeling,
)
from .stukken import Weter, weet

EIGEN_CATEGORIE = {"dossier": "dossier", "categorie": "categorie"}
KOLOMMEN: dict[str, dict[str, str]] = {
    "dossier": {"dossier": "id"},
    "betrokkenheid": {
        "dossier": "content_object",
        "bronsoort": "hoedanigheid__organisatie__soort",
    },
    "ingewijde": {"dossier": "dossier", "bronsoort": "hoedanigheid__organisatie__soort"},
    "taak": {"dossier": "dossier", "taak": "id", "over": "over_dossier"},
    "toegangsaanvraag": {"dossier": "dossier", "invoerder": "hoedanigheid"},
    "noodtoegang": {"dossier": "dossier", "invoerder": "hoedanigheid"},
    "vervanging": {"bron": "afwezige__organisatie"},
    "melding": {"dossier": "dossier", "invoerder": "ingevoerd_door"},
    "melder": {"dossier": "melding__dossier"},
    "duiding": {"dossier": "melding__dossier"},
    "adviesvraag": {},
    "naamsleutel": {"dossier": "persoon__dossier"},
    "informatie": EIGEN_CATEGORIE
    | {
        "bron": "bron",
        "bronsoort": "bron__soort",
        "stuk": "id",
        "invoerder": "antwoord_op__beantwoord_door",
    },
    "embargo": {"dossier": "dossier", "bron": "bron", "bewaarder": "bewaarder"},
    "embargoherziening": {
        "dossier": "embargo__dossier",
        "bron": "embargo__bron",
        "bewaarder": "embargo__bewaarder",
    },
    "wissing": {
        "dossier": "dossier",
        "bron": "bron",
        "bewaarder": "tweede",
        "invoerder": "gevraagd_door",
    },
    "incident": EIGEN_CATEGORIE | {"bron": "bron", "bronsoort": "bron__soort"},
    "wegingsbijdrage": {
        "dossier": "weging__dossier",
        "bron": "organisatie",
        "bronsoort": "organisatie__soort",
        "ronde": "weging__status",
        "ingediend": "ingediend_op",
    },
    "wegingsantwoord": {
        "dossier": "bijdrage__weging__dossier",
        "bron": "bijdrage__organisatie",
        "bronsoort": "bijdrage__organisatie__soort",
        "ronde": "bijdrage__weging__status",
        "ingediend": "bijdrage__ingediend_op",
    },
    "antwoord": {"dossier": "beoordeling__dossier", "categorie": "indicator__deel__categorie"},
    "deeloordeel": {"dossier": "beoordeling__dossier", "categorie": "deel__categorie"},
    "domeinmeting": {"dossier": "meting__dossier", "categorie": "categorie"},
    "partneradvies": {
        "dossier": "dossier",
        "bron": "organisatie",
        "bronsoort": "organisatie__soort",
    },
    "zorgdeling": {
        "dossier": "dossier",
        "bron": "bron",
        "bronsoort": "bron__soort",
        "stuk": "stuk_id",
    },
    "verstrekking": {
        "dossier": "dossier",
        "ontvanger": "naar",
        "bronsoort": "van__soort",
        "ontvangersoort": "naar__soort",
        "verstrekkingsoort": "soort",
        "stuk": "stuk_id",
    },
    "terughaalpost": {"dossier": "dossier", "taak": "taak", "stuk": "stuk_id"},
    "bevraging": {
        "dossier": "dossier",
        "bron": "organisatie",
        "invoerder": "beantwoord_door",
        "ingediend": "beantwoord_op",
        "ingetrokken": "ingetrokken_op",
    },
    "rapport": {"dossier": "dossier", "invoerder": "gevraagd_door"},
    "vrijgave": {"dossier": "dossier", "ingetrokken": "ingetrokken_op", "stuk": "informatie_id"},
    **{
        soort: {"dossier": "dossier"}
        for soort in (
            "persoon",
            "verzegeling",
            "belangenconflict",
            "weging",
            "beoordeling",
            "besluitnota",
            "uitstroomvoorwaarde",
            "besluit",
            "casus",
            "pauze",
            "informering",
            "veiligheidswaarschuwing",
            "herbeoordeling",
            "agendapunt",
            "plan",
            "plandoel",
            "planstap",
            "interventie",
            "randvoorwaarde",
            "meting",
            "voortgang",
        )
    },
}
"""Per kind of row: where it tells its dossier, and what else the oracle asks of it."""

MOMENTEN = {
    "persoon": "toegevoegd_op",
    "naamsleutel": "persoon__toegevoegd_op",
    "melding": "ingevoerd_op",
    "melder": "melding__ingevoerd_op",
    "duiding": "melding__ingevoerd_op",
    "taak": "gemaakt_op",
    "bevraging": "gesteld_op",
    "informatie": "vastgelegd_op",
    "incident": "vastgelegd_op",
    "zorgdeling": "vastgelegd_op",
    "wegingsbijdrage": "weging__gestart_op",
    "wegingsantwoord": "bijdrage__weging__gestart_op",
    "antwoord": "beoordeling__gestart_op",
    "deeloordeel": "beoordeling__gestart_op",
    "domeinmeting": "meting__vastgelegd_op",
    "voortgang": "verteld_op",
    "besluitnota": "opgesteld_op",
    "partneradvies": "gevraagd_op",
    "herbeoordeling": "gedaan_op",
    "plan": "opgesteld_op",
    "interventie": "voorgesteld_op",
    "randvoorwaarde": "interventie__voorgesteld_op",
    "plandoel": "plan__opgesteld_op",
    "planstap": "doel__plan__opgesteld_op",
    "uitstroomvoorwaarde": "nota__opgesteld_op",
    "informering": "besluit__genomen_op",
    "pauze": "vastgelegd_op",
    "veiligheidswaarschuwing": "vastgelegd_op",
    "agendapunt": "vastgelegd_op",
}
"""Where a kind of row tells when it was recorded; the others do not, or are process data."""

BESCHERMD: dict[str, type[models.Model]] = {
    m._meta.model_name: m  # type: ignore[misc]
    for m in apps.get_models()
    if issubclass(m, Beschermd)
}


@dataclass
class Wereldbeeld:
    """Everything there is, in plain words: read once, judged for whoever asks."""

    dossiers: dict[UUID, Dossier]
    stukken: dict[type[models.Model], dict[Any, Stuk]] = field(default_factory=dict)
    weter: Weter = kennis
    handtekeningen: tuple[Handtekening, ...] = ()
    plaatsen: dict[UUID, Plaats] = field(default_factory=dict)
    vervangingen: tuple[Vervanging, ...] = ()

    def op_plaats(self, v: Vrager) -> Vrager:
        """The same asker, with those whose place he takes: of the same role and organisation."""
        eigen = self.plaatsen.get(v.hoedanigheid)
        voor = {
            w.afwezige
            for w in self.vervangingen
            if w.vervanger == v.hoedanigheid and w.loopt(v.dag)
        }
        van_hier = {
            wie
            for wie in voor
            if eigen is not None
            and self.plaatsen[wie].geldt(v.dag)
            and (self.plaatsen[wie].rol, self.plaatsen[wie].organisatie)
            == (eigen.rol, eigen.organisatie)
        }
        return replace(v, vervangt=frozenset(van_hier))

    def is_partij(self, v: Vrager) -> bool:
        """Without a valid signature an organisation sees nothing; oversight reads by law.

        A capacity that was not confirmed in time sees nothing whoever it is.
        """
        eigen = self.plaatsen.get(v.hoedanigheid)
        if eigen is not None and v.dag > eigen.bevestigd_tot:
            return False
        if v.soort == "toezicht" or v.rol == "fg":
            return True
        return any(h.geldt(v) for h in self.handtekeningen)

    def kent_gegeven(self, v: Vrager, g: Gegeven) -> Kennis:
        """How much this asker may know of one piece of information."""
        if not self.is_partij(v) or g.dossier.is_dicht_voor(v):
            return None
        return self.weter(self.op_plaats(v), g)

    def weet(self, vrager: Vrager, model: type[models.Model], sleutel: Any) -> Kennis:
        """How much this asker may know of one row."""
        if not self.is_partij(vrager):
            return None
        return weet(self.op_plaats(vrager), self.stukken[model][sleutel], self.weter)

    def kent(self, vrager: Vrager, model: type[models.Model], minstens: int) -> set[Any]:
        """The keys of every row of this kind that the asker may know at this level."""
        if not self.is_partij(vrager):
            return set()
        vrager = self.op_plaats(vrager)
        return {
            sleutel
            for sleutel, stuk in self.stukken[model].items()
            if (niveau := weet(vrager, stuk, self.weter)) is not None and niveau >= minstens
        }


def gelezen() -> Wereldbeeld:
    """The world as it stands in the database now; the session has to see everything."""
    beeld = Wereldbeeld(
        _dossiers(),
        handtekeningen=_handtekeningen(),
        plaatsen=_plaatsen(),
        vervangingen=_vervangingen(),
    )
    embargos = _embargos()
    for soort, model in BESCHERMD.items():
        beeld.stukken[model] = _stukken(soort, model, beeld.dossiers, embargos)
    return beeld


def _plaatsen() -> dict[UUID, Plaats]:
    rijen = Hoedanigheid.objects.select_related("medewerker").order_by()
    return {
        h.pk: Plaats(
            h.rol,
            h.organisatie_id,
            h.van,
            h.tot,
            h.bevestigd_tot,
            h.ingetrokken_op is not None or not h.medewerker.is_active,
        )
        for h in rijen
    }


def _vervangingen() -> tuple[Vervanging, ...]:
    return tuple(
        Vervanging(v.afwezige_id, v.vervanger_id, v.van, v.tot, v.beeindigd_op is not None)
        for v in Vervangingrij._base_manager.all()
    )


def _embargos() -> dict[UUID, tuple[Embargo, ...]]:
    per_stuk: dict[UUID, tuple[Embargo, ...]] = {}
    for rij in Embargorij._base_manager.all():
        een = Embargo(rij.soort, rij.bron_id, rij.bewaarder_id, rij.tot, rij.einde)
        per_stuk[rij.stuk_id] = (*per_stuk.get(rij.stuk_id, ()), een)
    return per_stuk


def vrager_van(hoedanigheid: Hoedanigheid, moment: datetime) -> Vrager:
    """This capacity, as the oracle knows it."""
    organisatie = hoedanigheid.organisatie
    return Vrager(
        hoedanigheid.pk,
        hoedanigheid.rol,
        organisatie.pk,
        organisatie.soort,
        moment,
        timezone.localdate(moment),
        hoedanigheid.medewerker_id,
    )


def _handtekeningen() -> tuple[Handtekening, ...]:
    rijen = Ondertekening.objects.values_list("organisatie_id", "van", "tot", "ingetrokken_op")
    return tuple(Handtekening(*rij) for rij in rijen)


def _dossiers() -> dict[UUID, Dossier]:
    betrokkenen: dict[UUID, list[Betrokkene]] = defaultdict(list)
    for rij in Betrokkenheid._base_manager.all():
        betrokkene = Betrokkene(rij.hoedanigheid_id, rij.van, rij.tot, rij.beeindigd_op is not None)
        betrokkenen[rij.content_object_id].append(betrokkene)
    opdrachten: dict[UUID, list[Opdracht]] = defaultdict(list)
    for taak in Taak._base_manager.filter(dossier__isnull=False):
        opdrachten[taak.dossier_id].append(_opdracht(taak))
    nood: dict[UUID, list[Nood]] = defaultdict(list)
    for rij in Noodtoegang._base_manager.all():
        beeindigd = rij.beeindigd_op is not None
        nood[rij.dossier_id].append(Nood(rij.hoedanigheid_id, rij.genomen_op, rij.tot, beeindigd))
    delingen: dict[UUID, list[Zorgdeling]] = defaultdict(list)
    for rij in Zorgdelingrij._base_manager.all():
        weg = rij.ingetrokken_op is not None
        wie = (rij.pk, rij.bron_id, rij.ontvanger_id, rij.stuk_id)
        delingen[rij.dossier_id].append(Zorgdeling(*wie, rij.vastgelegd_op, rij.tot, weg))
    zegels, conflicten = _zegels(), _conflicten()
    return {
        id_: Dossier(
            id_,
            fase,
            geopend,
            tuple(betrokkenen[id_]),
            tuple(opdrachten[id_]),
            tuple(nood[id_]),
            tuple(delingen[id_]),
            tuple(zegels[id_]),
            tuple(conflicten[id_]),
        )
        for id_, fase, geopend in Dossierrij._base_manager.values_list("pk", "fase", "geopend_op")
    }


def _zegels() -> dict[UUID, list[Zegel]]:
    genoemd: dict[UUID, set[UUID]] = defaultdict(set)
    for naam in Ingewijde._base_manager.filter(geschrapt_op__isnull=True):
        genoemd[naam.verzegeling_id].add(naam.hoedanigheid_id)
    zegels: dict[UUID, list[Zegel]] = defaultdict(list)
    for rij in Verzegelingrij._base_manager.all():
        zegel = Zegel(frozenset(genoemd[rij.pk]), open=rij.ontzegeld_op is not None)
        zegels[rij.dossier_id].append(zegel)
    return zegels


def _conflicten() -> dict[UUID, list[Conflict]]:
    conflicten: dict[UUID, list[Conflict]] = defaultdict(list)
    for rij in Conflictrij._base_manager.all():
        conflict = Conflict(rij.medewerker_id, opgeheven=rij.opgeheven_op is not None)
        conflicten[rij.dossier_id].append(conflict)
    return conflicten


def _opdracht(taak: Taak) -> Opdracht:
    return Opdracht(
        taak.voor_hoedanigheid_id,
        taak.voor_organisatie_id,
        taak.voor_rol,
        gereed=taak.gereed_op is not None,
        in_dossier=taak.dossier_id is not None,
    )


def _stukken(
    soort: str,
    model: type[models.Model],
    dossiers: dict[UUID, Dossier],
    embargos: dict[UUID, tuple[Embargo, ...]],
) -> dict[Any, Stuk]:
    kolommen = {f"o_{naam}": F(pad) for naam, pad in KOLOMMEN[soort].items()}
    if soort in MOMENTEN:
        kolommen["o_moment"] = F(MOMENTEN[soort])
    rijen = model._base_manager.order_by().values("pk", **kolommen)
    met_taak = "taak" in KOLOMMEN[soort]
    opdrachten = {t.pk: _opdracht(t) for t in Taak._base_manager.all()} if met_taak else {}
    return {
        rij["pk"]: _stuk(
            soort,
            rij,
            dossiers,
            opdrachten.get(rij.get("o_taak")),
            embargos.get(rij.get("o_stuk"), ()),
        )
        for rij in rijen
    }


def _stuk(
    soort: str,
    rij: dict[str, Any],
    dossiers: dict[UUID, Dossier],
    opdracht: Opdracht | None,
    embargos: tuple[Embargo, ...],
) -> Stuk:
    return Stuk(
        soort,
        dossier=dossiers.get(rij.get("o_dossier")),  # type: ignore[arg-type]
        sleutel=rij["pk"],
        categorie=rij.get("o_categorie", ""),
        bron=rij.get("o_bron"),
        bronsoort=rij.get("o_bronsoort", ""),
        moment=rij.get("o_moment"),
        ontvanger=rij.get("o_ontvanger"),
        zorg_deelt=rij.get("o_verstrekkingsoort") in ("toestemming", "conflict"),
        ontvanger_is_zorg=rij.get("o_ontvangersoort") == "zorg",
        vraag_of_antwoord=rij.get("o_verstrekkingsoort") in ("bevraging", "antwoord"),
        invoerder=rij.get("o_invoerder"),
        opdracht=opdracht,
        ronde_open=rij.get("o_ronde") == "open",
        ingediend=rij.get("o_ingediend") is not None,
        ingetrokken=rij.get("o_ingetrokken") is not None,
        embargos=embargos,
        bewaarder=rij.get("o_bewaarder"),
        over=dossiers.get(rij.get("o_over") or rij.get("o_dossier")),  # type: ignore[arg-type]
    )
