"""Widening: what a version opens, marked at its establishment and confirmed by its sources."""

from datetime import datetime

from convenant.handeling import bouwsteen, handeling
from convenant.models import Bronbevestiging, Convenantversie, Deelregel
from convenant.regelboek import Regel
from convenant.rules import verruiming as rules
from convenant.toegang import Toegang


@handeling(rules.verruiming_bevestigen)
def verruiming_bevestigen(toegang: Toegang, deelregel: Deelregel) -> Bronbevestiging:
    """Let the older items of one's own organisation go where a version opened them."""
    return Bronbevestiging.objects.create(
        deelregel_id=deelregel.oorsprong_id or deelregel.pk,
        organisatie_id=toegang.organisatie_id,
        op=toegang.moment,
        door_id=toegang.hoedanigheid_id,
    )


@bouwsteen
def verruiming_merken(versie: Convenantversie, nu: Convenantversie, moment: datetime) -> None:
    """Mark each rule of a version that opens more than the one in force, from ``moment`` on.

    A rule that does so in part is cut: what was open already stays so, in a row of its own.
    """
    oud = [rij.als_regel() for rij in nu.deelregels.all()]
    gesneden = [(rij, rules.delen(rij.als_regel(), oud, moment)) for rij in versie.deelregels.all()]
    blijvend = [stukken[0] for _, stukken in gesneden]
    for rij, (zelf, *rest) in gesneden:
        rij.verruimt_vanaf, rij.oorsprong_id = zelf.vanaf, zelf.sleutel
        rij.save(update_fields=["verruimt_vanaf", "oorsprong"])
        for stuk in rest:
            if not any(rules.maakt_overbodig(ander, stuk) for ander in blijvend):
                blijvend.append(stuk)
                _naast(rij, stuk)


def _naast(rij: Deelregel, stuk: Regel) -> None:
    """The part of a rule that was open before, in a row beside it."""
    Deelregel.objects.create(
        versie_id=rij.versie_id,
        volgorde=rij.volgorde,
        artikel=rij.artikel,
        rol=stuk.rol,
        soorten=list(stuk.soorten),
        categorieen=list(stuk.categorieen),
        fasen=list(stuk.fasen),
        niveau=stuk.niveau,
        voorwaarde=stuk.voorwaarde,
        bron_organisatie_id=stuk.bron_id,
        bron_soort=stuk.bron_soort or "",
        doel=rij.doel,
        grondslag_id=rij.grondslag_id,
        verruimt_vanaf=stuk.vanaf,
        oorsprong_id=stuk.sleutel,
    )
