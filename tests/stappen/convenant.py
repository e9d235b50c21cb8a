"""Versions of the convenant as a test wishes them, without the people who would establish them."""

from collections.abc import Iterable
from datetime import datetime

from convenant.models import (
    Convenantversie,
    Deelregel,
    Grondslag,
    Hoedanigheid,
    Medewerker,
    Organisatie,
)
from convenant.regelboek import Regel
from tests.cast import LANG, NU


def versie_vastgesteld(regels: Iterable[Regel], *, vanaf: datetime = NU) -> Convenantversie:
    """A next version with these rules, in force from ``vanaf``."""
    versie = concept_met(regels, moment=vanaf)
    versie.status = "vastgesteld"
    versie.vastgesteld_door, versie.bevestigd_door = (_ondertekenaar(i) for i in (1, 2))
    versie.vastgesteld_op = versie.ingangsmoment = vanaf
    versie.save()
    return versie


def concept_met(regels: Iterable[Regel], *, moment: datetime = NU) -> Convenantversie:
    """A draft of a next version with these rules."""
    nummer = Convenantversie.objects.order_by("nummer").values_list("nummer", flat=True).last() or 0
    versie = Convenantversie.objects.create(nummer=nummer + 1, opgesteld_op=moment)
    Deelregel.objects.bulk_create(
        Deelregel(
            versie=versie,
            volgorde=plek,
            artikel=regel.artikel,
            rol=regel.rol,
            soorten=list(regel.soorten),
            categorieen=list(regel.categorieen),
            fasen=list(regel.fasen),
            niveau=regel.niveau,
            voorwaarde=regel.voorwaarde,
            bron_organisatie_id=regel.bron_id,
            bron_soort=regel.bron_soort or "",
            verruimt_vanaf=regel.vanaf,
            doel="x",
            grondslag=Grondslag.objects.earliest("code"),
        )
        for plek, regel in enumerate(regels, 1)
    )
    return versie


def _ondertekenaar(nummer: int) -> Hoedanigheid:
    organisatie, _ = Organisatie.objects.get_or_create(naam="Vaststellers", soort="gemeente")
    medewerker, _ = Medewerker.objects.get_or_create(
        email=f"vaststeller{nummer}@voorbeeld.test", defaults={"naam": f"Vaststeller {nummer}"}
    )
    return Hoedanigheid.objects.get_or_create(
        medewerker=medewerker,
        rol="procesregisseur" if nummer == 1 else "leidinggevende",
        organisatie=organisatie,
        van=NU.date(),
        defaults={"bevestigd_tot": LANG},
    )[0]
