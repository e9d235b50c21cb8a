"""A version of the convenant: a copy of what holds, changed, and established by two people."""

from typing import Any

from convenant.enums import Convenantstatus
from convenant.handeling import handeling
from convenant.models import Convenantversie, Deelregel
from convenant.rules import convenantversie as rules
from convenant.selectors.regels import geldende_versies
from convenant.services.verruiming import verruiming_merken
from convenant.toegang import Toegang

OVER_TE_NEMEN = (
    "volgorde",
    "artikel",
    "rol",
    "soorten",
    "categorieen",
    "fasen",
    "niveau",
    "voorwaarde",
    "bron_organisatie_id",
    "bron_soort",
    "doel",
    "grondslag_id",
    "verruimt_vanaf",
)


@handeling(rules.convenantversie_opstellen)
def convenantversie_opstellen(toegang: Toegang, *, toelichting: str) -> Convenantversie:
    """Begin a draft with the rules that hold now."""
    laatste = Convenantversie.objects.order_by("-nummer").first()
    versie = Convenantversie.objects.create(
        nummer=laatste.nummer + 1 if laatste else 1,
        toelichting=toelichting,
        opgesteld_op=toegang.moment,
        opgesteld_door_id=toegang.hoedanigheid_id,
    )
    nu = geldende_versies(toegang.moment).first()
    if nu is not None:
        Deelregel.objects.bulk_create(
            Deelregel(
                versie=versie,
                oorsprong_id=rij.als_regel().sleutel,
                **{veld: getattr(rij, veld) for veld in OVER_TE_NEMEN},
            )
            for rij in nu.deelregels.all()
        )
    return versie


@handeling(rules.deelregel_toevoegen)
def deelregel_toevoegen(toegang: Toegang, versie: Convenantversie, **velden: Any) -> Deelregel:
    """Let someone know something more, or until another phase."""
    laatste = versie.deelregels.order_by("-volgorde").first()
    rij = Deelregel(versie=versie, volgorde=laatste.volgorde + 1 if laatste else 1, **velden)
    return _bewaard(rij)


@handeling(rules.deelregel_wijzigen)
def deelregel_wijzigen(toegang: Toegang, deelregel: Deelregel, **velden: Any) -> Deelregel:
    """Change a rule of the draft; what holds now stays as it is."""
    for veld, waarde in velden.items():
        setattr(deelregel, veld, waarde)
    return _bewaard(deelregel)


@handeling(rules.deelregel_schrappen)
def deelregel_schrappen(toegang: Toegang, deelregel: Deelregel) -> Convenantversie:
    """Leave a rule out of the draft."""
    versie = deelregel.versie
    deelregel.delete()
    return versie


@handeling(rules.convenantversie_vaststellen)
def convenantversie_vaststellen(toegang: Toegang, versie: Convenantversie) -> Convenantversie:
    """Offer the draft to the second person; nothing of it changes meanwhile."""
    versie.status = Convenantstatus.WACHT
    versie.vastgesteld_op = toegang.moment
    versie.vastgesteld_door_id = toegang.hoedanigheid_id
    versie.save()
    return versie


@handeling(rules.convenantversie_bevestigen)
def convenantversie_bevestigen(toegang: Toegang, versie: Convenantversie) -> Convenantversie:
    """Put the version in force, from this moment: the next click of everyone goes by it.

    What it closes is closed; what it opens waits, for older items, for their source.
    """
    nu = geldende_versies(toegang.moment).first()
    if nu is not None:
        verruiming_merken(versie, nu, toegang.moment)
    versie.status = Convenantstatus.VASTGESTELD
    versie.bevestigd_door_id = toegang.hoedanigheid_id
    versie.ingangsmoment = toegang.moment
    versie.save()
    return versie


@handeling(rules.convenantversie_terugsturen)
def convenantversie_terugsturen(
    toegang: Toegang, versie: Convenantversie, *, reden: str
) -> Convenantversie:
    """Make it a draft again, with the reason in its explanation."""
    versie.status = Convenantstatus.CONCEPT
    versie.vastgesteld_op = None
    versie.vastgesteld_door = None
    versie.toelichting = f"{versie.toelichting}\n\nTeruggestuurd: {reden}".strip()[-2_000:]
    versie.save()
    return versie


def _bewaard(rij: Deelregel) -> Deelregel:
    """Keep the rule, unless no convenant can give what it says."""
    rules.binnen_de_wet(rij.als_regel())
    rij.save()
    return rij
