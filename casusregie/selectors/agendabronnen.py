"""What waits to come on the agenda of an overleg: one function per kind of item."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from beoordeling.enums import Wegingstatus
from beoordeling.models import Weging
from casusregie.enums import Notasoort, Notastatus, Planstatus, Puntsoort, Puntstatus
from casusregie.models import Agendapunt, Besluitnota, Casus, Overleg, Pauze, Plan
from casusregie.models.casus import HERBEOORDELING_VOLGORDE
from casusregie.rules.termijnen import termijn
from casusregie.ui import tijd
from convenant.enums import Fase
from convenant.rules.dicht import zonder_verzegelde
from convenant.toegang import Toegang
from meldpunt.enums import VRAAGT_TWEEDE_PERSOON
from meldpunt.models import Duiding

IN_AANPAK = (Fase.UITVOERING, Fase.AFSCHALING)


def kandidaten(toegang: Toegang, overleg: Overleg) -> list[Agendapunt]:
    """Unsaved items that belong on this agenda and are not on an open one yet.

    Nothing of a sealed dossier: people sit at the table who may not know of it.
    """
    toegang = zonder_verzegelde(toegang)
    bezet = _bezet(toegang, overleg)
    grens = tijd.dag_van(overleg.begint_op) + timedelta(days=termijn("agenda_vooruit_dagen"))
    bronnen: Iterable[Iterable[Agendapunt]] = (
        _hamerstukken(toegang),
        _wegingen(toegang),
        _plannen(toegang),
        _afschalingen(toegang),
        _herbeoordelingen(toegang, grens),
        _pauzes(toegang, grens),
    )
    return [punt for bron in bronnen for punt in bron if _sleutel(punt) not in bezet]


def _sleutel(punt: Agendapunt) -> tuple[object, ...]:
    return (punt.soort, punt.duiding_id or punt.weging_id or punt.dossier_id)


def _bezet(toegang: Toegang, overleg: Overleg) -> set[tuple[object, ...]]:
    punten = Agendapunt.objects.voor(toegang)
    hier = punten.filter(overleg=overleg)
    elders = punten.filter(status=Puntstatus.OPEN)
    ooit = punten.filter(soort=Puntsoort.HAMERSTUK, status=Puntstatus.BESPROKEN)
    return {_sleutel(punt) for punt in (hier | elders | ooit)}


def _hamerstukken(toegang: Toegang) -> Iterator[Agendapunt]:
    duidingen = (
        Duiding.objects.voor(toegang)
        .filter(uitkomst__in=VRAAGT_TWEEDE_PERSOON)
        .exclude(tweede_akkoord=False)
        .select_related("melding")
        .order_by("gedaan_op", "pk")
    )
    for duiding in duidingen:
        yield Agendapunt(
            soort=Puntsoort.HAMERSTUK,
            dossier_id=duiding.melding.dossier_id,
            duiding=duiding,
            onderwerp=f"Melding {duiding.melding.nummer}: {duiding.get_uitkomst_display()}",
        )


def _wegingen(toegang: Toegang) -> Iterator[Agendapunt]:
    wegingen = (
        Weging.objects.voor(toegang)
        .filter(status=Wegingstatus.GESLOTEN)
        .select_related("dossier")
        .order_by("gesloten_op", "pk")
    )
    for weging in wegingen:
        yield Agendapunt(
            soort=Puntsoort.WEGING,
            dossier=weging.dossier,
            weging=weging,
            onderwerp=f"Weging {weging.dossier.nummer}, ronde {weging.ronde}",
        )


def _plannen(toegang: Toegang) -> Iterator[Agendapunt]:
    plannen = (
        Plan.objects.voor(toegang)
        .filter(status=Planstatus.VOORGELEGD)
        .select_related("dossier")
        .order_by("dossier__nummer")
    )
    for plan in plannen:
        yield Agendapunt(
            soort=Puntsoort.PLAN,
            dossier=plan.dossier,
            onderwerp=f"Plan van aanpak {plan.dossier.nummer}",
        )


def _afschalingen(toegang: Toegang) -> Iterator[Agendapunt]:
    notas = (
        Besluitnota.objects.voor(toegang)
        .filter(soort=Notasoort.AFSCHALING)
        .exclude(status=Notastatus.BESLOTEN)
        .select_related("dossier")
        .order_by("dossier__nummer")
    )
    for nota in notas:
        yield Agendapunt(
            soort=Puntsoort.AFSCHALING,
            dossier=nota.dossier,
            onderwerp=f"Afschaling {nota.dossier.nummer}",
        )


def _herbeoordelingen(toegang: Toegang, grens: date) -> Iterator[Agendapunt]:
    casussen = (
        Casus.objects.voor(toegang)
        .annotate(volgorde=HERBEOORDELING_VOLGORDE)
        .filter(volgorde__lte=grens, dossier__fase__in=IN_AANPAK)
        .select_related("dossier")
        .order_by("volgorde", "pk")
    )
    for casus in casussen:
        yield Agendapunt(
            soort=Puntsoort.HERBEOORDELING,
            dossier=casus.dossier,
            onderwerp=f"Herbeoordeling {casus.dossier.nummer}: "
            f"uiterlijk {tijd.datum(casus.herbeoordeling_op)}",
        )


def _pauzes(toegang: Toegang, grens: date) -> Iterator[Agendapunt]:
    pauzes = (
        Pauze.objects.voor(toegang)
        .filter(opgeheven_op__isnull=True, tot__lte=grens)
        .select_related("dossier")
        .order_by("tot", "pk")
    )
    for pauze in pauzes:
        yield Agendapunt(
            soort=Puntsoort.PAUZE,
            dossier=pauze.dossier,
            onderwerp=f"Pauze {pauze.dossier.nummer} eindigt {tijd.datum(pauze.tot)}",
        )
