"""Assessments as people read them: per part what they may know, in words, without any sum."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from beoordeling.enums import Beoordelingstatus
from beoordeling.models import Antwoord, Beoordeling, Deeloordeel, Indicator, Kaderdeel
from beoordeling.rules.volledigheid import geldende_indicatoren, stand
from beoordeling.selectors.bewijs import Bewijsregel, bewijsregels, regels_bij
from beoordeling.selectors.kader import delen_met_indicatoren
from convenant.enums import Categorie, Fase, Niveau
from convenant.models import Dossier
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang, niveau_van


@dataclass(frozen=True)
class Gelezendeel:
    """One part of an assessment as this asker may read it; ``gedeeld`` false: only that it is there."""

    deel: Kaderdeel
    gedeeld: bool
    regels: tuple[tuple[Indicator, Antwoord | None, list[Bewijsregel]], ...] = ()
    oordeel: Deeloordeel | None = None

    @property
    def bewijs(self) -> set[uuid.UUID]:
        """Every item that an answer in this part names."""
        return {pk for _, antwoord, _ in self.regels if antwoord for pk in antwoord.bewijs}


def beoordelingen(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Beoordeling]:
    """The assessments of a dossier at process level, newest first."""
    return (
        Beoordeling.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(dossier_id=dossier_id)
        .select_related(
            "kader", "opgesteld_door__medewerker", "vastgesteld_door__medewerker", "dossier"
        )
        .order_by("-gestart_op", "-pk")
    )


@Lijst[Beoordeling]
def beoordelingen_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Beoordeling]:
    """The same, for the pages of the dossier."""
    return beoordelingen(toegang, dossier.pk)


def laatste_vastgestelde(toegang: Toegang, dossier_id: uuid.UUID) -> Beoordeling | None:
    """The newest established assessment that this asker may know of."""
    return (
        beoordelingen(toegang, dossier_id)
        .filter(status=Beoordelingstatus.VASTGESTELD)
        .order_by("-vastgesteld_op")
        .first()
    )


def gelezen_delen(toegang: Toegang, beoordeling: Beoordeling) -> list[Gelezendeel]:
    """Every part in order; the content only of the parts whose category this asker may read."""
    antwoorden = {
        a.indicator_id: a
        for a in Antwoord.objects.voor(toegang)
        .filter(beoordeling=beoordeling)
        .select_related("bron")
    }
    bewijs = bewijsregels(toegang, [a.bewijs for a in antwoorden.values()])
    oordelen = {
        o.deel_id: o for o in Deeloordeel.objects.voor(toegang).filter(beoordeling=beoordeling)
    }
    aanwezig = {d.deel.pk for d in stand(beoordeling)}
    delen = [d for d in delen_met_indicatoren(beoordeling.kader_id) if d.pk in aanwezig]
    return [
        Gelezendeel(
            deel,
            True,
            tuple(
                (i, a, regels_bij(bewijs, a.bewijs if a else ()))
                for i, a in _met_antwoord(
                    antwoorden, geldende_indicatoren(beoordeling, deel.indicatoren.all())
                )
            ),
            oordelen.get(deel.pk),
        )
        if _leest(toegang, beoordeling, deel)
        else Gelezendeel(deel, False)
        for deel in delen
    ]


def _met_antwoord(
    antwoorden: Mapping[uuid.UUID, Antwoord], indicatoren: Iterable[Indicator]
) -> Iterator[tuple[Indicator, Antwoord | None]]:
    for indicator in indicatoren:
        yield indicator, antwoorden.get(indicator.pk)


def terugstuurreden(toegang: Toegang, beoordeling: Beoordeling) -> str:
    """Why it came back to its maker, for whoever may read what is ordinary; else empty."""
    if beoordeling.status != Beoordelingstatus.CONCEPT:
        return ""
    niveau = niveau_van(
        toegang,
        categorie=Categorie.GEWOON,
        fase=Fase(beoordeling.dossier.fase),
        dossier_id=beoordeling.dossier_id,
        vastgelegd_op=beoordeling.gestart_op,
    )
    return beoordeling.terugstuurreden if niveau == Niveau.INHOUD else ""


def ideologie_vervallen_op(toegang: Toegang, beoordeling: Beoordeling) -> datetime | None:
    """When the part about ideology was taken out of an assessment that had begun with it."""
    if not beoordeling.zonder_ideologie:
        return None
    versies = Beoordeling.history.voor(toegang, minstens=Niveau.PROCES).filter(id=beoordeling.pk)
    laatste_met = versies.filter(zonder_ideologie=False).order_by("-history_id").first()
    if laatste_met is None:
        return None
    zonder = versies.filter(zonder_ideologie=True, history_id__gt=laatste_met.history_id)
    return zonder.earliest("history_id").history_date


def antwoorden_van_deel(
    toegang: Toegang, beoordeling: Beoordeling, deel: Kaderdeel
) -> dict[str, Antwoord]:
    """The saved answers of one part, by the code of the indicator."""
    rijen = (
        Antwoord.objects.voor(toegang)
        .filter(beoordeling=beoordeling, indicator__deel=deel)
        .select_related("indicator")
    )
    return {rij.indicator.code: rij for rij in rijen}


def oordeel_van_deel(
    toegang: Toegang, beoordeling: Beoordeling, deel: Kaderdeel
) -> Deeloordeel | None:
    """The saved judgement of one part."""
    return Deeloordeel.objects.voor(toegang).filter(beoordeling=beoordeling, deel=deel).first()


def _leest(toegang: Toegang, beoordeling: Beoordeling, deel: Kaderdeel) -> bool:
    niveau = niveau_van(
        toegang,
        categorie=deel.categorie,  # type: ignore[arg-type]
        fase=Fase(beoordeling.dossier.fase),
        dossier_id=beoordeling.dossier_id,
        vastgelegd_op=beoordeling.gestart_op,
    )
    return niveau == Niveau.INHOUD
