"""Notas and besluiten as people look for them, with every advice and what deviates."""

import uuid

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from beoordeling.models import Wegingsbijdrage
from casusregie.enums import Besluitstatus, Notasoort, Notastatus
from casusregie.models import Besluit, Besluitnota, Partneradvies, Uitstroomvoorwaarde
from casusregie.ui import tijd
from casusregie.ui.blokken import Advies
from convenant.enums import Fase, Niveau
from convenant.models import Dossier
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang
from meldpunt.enums import Persoonsrol
from meldpunt.models import Persoon

STANDEN = {
    "nota": "nota maken",
    "nemen": "besluit nemen",
    "bevestigen": "tweede persoon nodig",
    "genomen": "genomen",
}


def notas(toegang: Toegang) -> QuerySet[Besluitnota]:
    """The notas that this asker may read, with what a page about them needs."""
    return (
        Besluitnota.objects.voor(toegang)
        .select_related(
            "dossier",
            "weging",
            "regisseur__medewerker",
            "waarnemer__medewerker",
            "opgesteld_door__medewerker",
        )
        .prefetch_related(
            Prefetch("voorwaarden", Uitstroomvoorwaarde.objects.voor(toegang).order_by("volgorde"))
        )
        .order_by("-opgesteld_op", "-pk")
    )


def besluiten(toegang: Toegang) -> QuerySet[Besluit]:
    """The besluiten of which this asker may know that and how they were taken."""
    return (
        Besluit.objects.voor(toegang, minstens=Niveau.PROCES)
        .select_related(
            "dossier",
            "nota__weging",
            "genomen_door__medewerker",
            "ingevoerd_door__medewerker",
            "tweede_door__medewerker",
        )
        .order_by("-genomen_op", "-pk")
    )


@Lijst[Besluit]
def besluiten_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Besluit]:
    """What the other pages of a dossier tell of its besluiten, the newest first."""
    return (
        Besluit.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(dossier=dossier)
        .select_related("nota", "genomen_door", "ingevoerd_door")
        .order_by("-genomen_op", "-pk")
    )


def besluit_op(toegang: Toegang, nota: Besluitnota) -> Besluit | None:
    """The besluit that was taken on this nota, also while it waits for its second person."""
    return besluiten(toegang).filter(nota=nota).exclude(status=Besluitstatus.AFGEWEZEN).first()


def adviezen_bij(toegang: Toegang, nota: Besluitnota) -> list[Advies]:
    """The advice of every party on this nota; ``afwijkend`` when it is not what is proposed."""
    if nota.soort == Notasoort.AFSCHALING:
        return _partneradviezen(toegang, nota)
    bijdragen = (
        Wegingsbijdrage.objects.voor(toegang)
        .filter(weging_id=nota.weging_id, ingediend_op__isnull=False)
        .select_related("organisatie")
        .order_by("organisatie__naam")
    )
    return [
        Advies(b.organisatie.naam, b.get_advies_display(), b.reden, b.advies != nota.voorstel)
        for b in bijdragen
    ]


def leeftijd_betrokkene(toegang: Toegang, dossier_id: uuid.UUID) -> str:
    """The age of the hoofdbetrokkene in words, when it is known and may be known."""
    persoon = (
        Persoon.objects.voor(toegang).filter(dossier_id=dossier_id, rol=Persoonsrol.HOOFD).first()
    )
    return persoon.leeftijd_in_woorden(toegang.vandaag) if persoon else ""


def besluitdossiers(toegang: Toegang, stand: str = "") -> QuerySet[Dossier]:
    """Dossiers in which a besluit is prepared, asked, to be confirmed or taken."""
    open_notas = Besluitnota.objects.voor(toegang).filter(dossier_id=OuterRef("pk"))
    open_notas = open_notas.exclude(status=Notastatus.BESLOTEN)
    alle = Besluit.objects.voor(toegang, minstens=Niveau.PROCES).filter(dossier_id=OuterRef("pk"))
    wacht = alle.filter(status=Besluitstatus.WACHT_OP_TWEEDE)
    dossiers = Dossier.objects.voor(toegang, minstens=Niveau.PROCES)
    aangeboden = Exists(open_notas.filter(status=Notastatus.AANGEBODEN))
    concept = Exists(open_notas.filter(status=Notastatus.CONCEPT))
    match stand:
        case "nota":
            zonder = dossiers.filter(fase=Fase.BESLUIT).filter(~Exists(open_notas))
            return zonder | dossiers.filter(concept)
        case "nemen":
            return dossiers.filter(aangeboden).filter(~Exists(wacht))
        case "bevestigen":
            return dossiers.filter(Exists(wacht))
        case "genomen":
            return dossiers.filter(Exists(alle.filter(status=Besluitstatus.GENOMEN)))
    in_gang = dossiers.filter(fase=Fase.BESLUIT) | dossiers.filter(Exists(open_notas))
    return in_gang | dossiers.filter(Exists(alle))


def laatsten(
    toegang: Toegang, dossier_ids: list[uuid.UUID]
) -> tuple[dict[uuid.UUID, Besluitnota], dict[uuid.UUID, Besluit]]:
    """The last nota and the last besluit of each of these dossiers, in two queries."""
    notas_ = Besluitnota.objects.voor(toegang).filter(dossier_id__in=dossier_ids)
    besluiten_ = besluiten(toegang).filter(dossier_id__in=dossier_ids)
    return (
        {nota.dossier_id: nota for nota in notas_.order_by("opgesteld_op", "pk")},
        {besluit.dossier_id: besluit for besluit in besluiten_.order_by("genomen_op", "pk")},
    )


def _partneradviezen(toegang: Toegang, nota: Besluitnota) -> list[Advies]:
    rijen = (
        Partneradvies.objects.voor(toegang)
        .filter(nota=nota)
        .select_related("organisatie")
        .order_by("organisatie__naam")
    )
    return [
        Advies(
            rij.organisatie.naam,
            rij.get_advies_display() if rij.gegeven_op else "geen advies gegeven",
            rij.reden if rij.gegeven_op else f"Gevraagd op {tijd.datum(rij.gevraagd_op)}.",
            bool(rij.gegeven_op) and rij.advies not in (nota.voorstel, "geen_te_delen"),
        )
        for rij in rijen
    ]
