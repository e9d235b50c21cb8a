"""Why somebody may know something: on what it rests beside his role, and what would end it."""

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils import timezone

from casusregie.ui import tijd
from convenant.enums import Fase, Niveau
from convenant.models import (
    Betrokkenheid,
    Dossier,
    Hoedanigheid,
    Ingewijde,
    Noodtoegang,
    Ondertekening,
    Vervanging,
    Zorgdeling,
)
from convenant.models.dossier import Bronstuk
from convenant.regelboek import Regel
from convenant.selectors.betrokkenen import lopende_betrokkenheden
from convenant.selectors.noodtoegang import lopende_noodtoegang
from convenant.selectors.vervangingen import in_woorden, wie_ik_vervang
from convenant.selectors.verzegeling import ingewijden_nu_in
from convenant.selectors.zorgdeling import stuk_met_mij_gedeeld
from convenant.toegang import Toegang, beste_regel

HERBEVESTIGEN = "Daarna geeft de rol niets, tot uw beheerder haar opnieuw bevestigt."
DAG = timedelta(days=1)


@dataclass(frozen=True)
class InPlaatsVan:
    """The involvement of an absent colleague, and the vervanging by which one reads in his place."""

    betrokken: Betrokkenheid
    vervanging: Vervanging

    @property
    def waarvoor(self) -> str:
        """For whom, and until when."""
        return in_woorden(self.vervanging)

    @property
    def laatste_dag(self) -> date:
        """It ends with the first of: the vervanging, the involvement, the role of who is away."""
        wie = self.vervanging.afwezige
        dagen = (self.vervanging.tot, self.betrokken.tot, wie.tot, wie.bevestigd_tot)
        return min(dag for dag in dagen if dag is not None)


@dataclass(frozen=True)
class Omstandigheden:
    """What counts for this asker in a dossier beside his role.

    His involvement, or that of who he replaces, or noodtoegang; and being named where it is sealed.
    """

    betrokken: list[Betrokkenheid]
    vervangt: list[InPlaatsVan]
    ingewijd: list[Ingewijde]
    nood: Noodtoegang | None


class Einde(NamedTuple):
    """Something that would end the reading: until when it lasts, and what happens then."""

    wat: str
    wanneer: str
    dag: date | None = None
    toelichting: str = ""


@dataclass(frozen=True)
class Reden:
    """Why this asker reads one stuk: the rule that gives it, on what that rests, what ends it."""

    regel: Regel
    eigen_bron: bool
    bevestigd: bool
    """Older than the widening that opened it; its source let it go."""
    hier: Omstandigheden
    gedeeld: list[Zorgdeling]
    einden: list[Einde]


def omstandigheden(toegang: Toegang, dossier: Dossier) -> Omstandigheden:
    """What this asker has in this dossier now."""
    vervangingen = {v.afwezige_id: v for v in wie_ik_vervang(toegang)}
    wie = {toegang.hoedanigheid_id, *vervangingen}
    rijen = list(lopende_betrokkenheden(toegang, dossier.pk).filter(hoedanigheid_id__in=wie))
    return Omstandigheden(
        betrokken=[rij for rij in rijen if rij.hoedanigheid_id == toegang.hoedanigheid_id],
        vervangt=[
            InPlaatsVan(rij, vervangingen[rij.hoedanigheid_id])
            for rij in rijen
            if rij.hoedanigheid_id in vervangingen
        ],
        ingewijd=[
            i
            for i in ingewijden_nu_in(toegang, dossier)
            if i.hoedanigheid_id == toegang.hoedanigheid_id
        ],
        nood=_noodtoegang(toegang, dossier.pk),
    )


def reden_van(toegang: Toegang, stuk: Bronstuk) -> Reden | None:
    """Why this asker reads this stuk; ``None`` when no rule gives him its content."""
    regel = _regel(toegang, stuk, Fase(stuk.dossier.fase))
    if regel is None or regel.niveau < Niveau.INHOUD:
        return None
    hier, gedeeld = omstandigheden(toegang, stuk.dossier), stuk_met_mij_gedeeld(toegang, stuk)
    return Reden(
        regel=regel,
        eigen_bron=stuk.bron_id == toegang.organisatie_id,
        bevestigd=regel.vanaf is not None and _vastgelegd_op(stuk) < regel.vanaf,
        hier=hier,
        gedeeld=gedeeld,
        einden=_einden(toegang, stuk, hier, gedeeld),
    )


def _noodtoegang(toegang: Toegang, dossier_id: uuid.UUID) -> Noodtoegang | None:
    if dossier_id not in toegang.nood:
        return None
    return next((n for n in lopende_noodtoegang(toegang) if n.dossier_id == dossier_id), None)


def _vastgelegd_op(stuk: Bronstuk) -> datetime:
    moment: datetime = getattr(stuk, stuk.vorm.moment_pad)
    return moment


def _regel(toegang: Toegang, stuk: Bronstuk, fase: Fase) -> Regel | None:
    return beste_regel(
        toegang,
        categorie=stuk.kenniscategorie,
        fase=fase,
        dossier_id=stuk.dossier_id,
        bron_id=stuk.bron_id,
        vastgelegd_op=_vastgelegd_op(stuk),
        stuk_id=stuk.pk,
    )


def _leest(toegang: Toegang, stuk: Bronstuk, fase: str) -> bool:
    regel = _regel(toegang, stuk, Fase(fase))
    return regel is not None and regel.niveau == Niveau.INHOUD


def _einden(
    toegang: Toegang, stuk: Bronstuk, hier: Omstandigheden, gedeeld: list[Zorgdeling]
) -> list[Einde]:
    """The first to end on top; what has no last day stands below.

    What the reading does not depend on is left out: the rule is asked again as if it were gone.
    """
    dossier_id, fase = {stuk.dossier_id}, stuk.dossier.fase
    los = replace(toegang, betrokken=toegang.betrokken - dossier_id, nood=toegang.nood - dossier_id)
    rijen = [_rol(toegang), _handtekening(toegang)]
    if not _leest(los, stuk, fase):
        rijen.append(_betrokkenheid(hier))
    if gedeeld and not _leest(replace(toegang, gedeeld=frozenset()), stuk, fase):
        rijen.append(_deling(gedeeld))
    if hier.ingewijd:
        rijen.append(Einde("Uw plaats op de lijst", "zolang u bent ingewijd in dit dossier"))
    fasen = [f for f in Fase if _leest(toegang, stuk, f)]
    if len(fasen) < len(Fase):
        namen = ", ".join(f.label.lower() for f in fasen)
        rijen.append(Einde("De fase van het dossier", f"zolang die een van deze is: {namen}"))
    return sorted(rijen, key=lambda rij: (rij.dag is None, rij.dag or date.max))


def _tot_en_met(dag: date | None) -> str:
    return f"tot en met {tijd.datum(dag)}" if dag else "zonder einddatum"


def _rol(toegang: Toegang) -> Einde:
    wie = Hoedanigheid.objects.get(pk=toegang.hoedanigheid_id)
    eindigt = wie.tot is not None and wie.tot <= wie.bevestigd_tot
    dag = wie.tot if eindigt else wie.bevestigd_tot
    toelichting = "" if eindigt else HERBEVESTIGEN
    return Einde(f"Uw rol als {toegang.rol.label}", _tot_en_met(dag), dag, toelichting)


def _handtekening(toegang: Toegang) -> Einde:
    """Until when the signatures of the organisation follow on each other without a gap."""
    wat = "De handtekening van uw organisatie"
    rijen = Ondertekening.objects.filter(
        organisatie_id=toegang.organisatie_id, ingetrokken_op__isnull=True
    )
    dag = toegang.vandaag - DAG
    for rij in rijen.order_by("van", "pk"):
        if rij.van > dag + DAG:
            break
        if rij.tot is None:
            return Einde(wat, _tot_en_met(None))
        dag = max(dag, rij.tot)
    return Einde(wat, _tot_en_met(dag), dag)


def _betrokkenheid(hier: Omstandigheden) -> Einde:
    """Of several ways in, the one that lasts longest counts."""
    if hier.nood is not None:
        einde = hier.nood.tot
        return Einde("Uw noodtoegang", f"tot {tijd.moment(einde)}", timezone.localdate(einde))
    eigen = [b.tot for b in hier.betrokken]
    dagen = [*eigen, *(v.laatste_dag for v in hier.vervangt)]
    dag = None if None in dagen else max((d for d in dagen if d is not None), default=None)
    wat = "Uw betrokkenheid" if eigen or not hier.vervangt else "Uw vervanging"
    return Einde(wat, _tot_en_met(dag), dag)


def _deling(gedeeld: list[Zorgdeling]) -> Einde:
    rij = max(gedeeld, key=lambda deling: deling.tot)
    wat = f"Het delen door {rij.bron.naam}"
    return Einde(wat, _tot_en_met(rij.tot), rij.tot, "Of eerder, als het wordt ingetrokken.")
