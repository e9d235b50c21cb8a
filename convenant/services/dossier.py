"""The spine: opening a dossier and moving it through its phases."""

from django.db.models import F

from convenant.enums import GEEINDIGD, OVERGANGEN, Fase
from convenant.handeling import Geweigerd, bouwsteen
from convenant.models import Dossier, Dossierteller
from convenant.models.geschiedenis import lopende_handeling
from convenant.services.terughalen import dossier_terughalen, terughalen_stoppen
from convenant.services.verstrekking import fase_verstrekken
from convenant.services.zorgdeling import zorgdelingen_beeindigen
from convenant.toegang import Toegang


def volgend_nummer(toegang: Toegang, reeks: str = "") -> str:
    """The next neutral number of this year: ``2026-0142``, or ``M2026-0017`` for a series."""
    jaar = toegang.vandaag.year
    teller, _ = Dossierteller.objects.get_or_create(reeks=reeks, jaar=jaar)
    Dossierteller.objects.filter(pk=teller.pk).update(laatste=F("laatste") + 1)
    teller.refresh_from_db()
    return f"{reeks}{jaar}-{teller.laatste:04d}"


@bouwsteen
def dossier_openen(toegang: Toegang) -> Dossier:
    """Make the thin dossier in phase melding; who it is about hangs on it elsewhere."""
    dossier = Dossier(
        nummer=volgend_nummer(toegang),
        fase=Fase.MELDING,
        fase_sinds=toegang.moment,
        geopend_op=toegang.moment,
        gewijzigd_op=toegang.moment,
    )
    dossier.save(force_insert=True)
    return dossier


@bouwsteen
def fase_zetten(toegang: Toegang, dossier: Dossier, naar: Fase) -> Dossier:
    """Move the dossier to ``naar`` if the table of phases lets the running deed do so.

    What it opens to other organisations is recorded as a verstrekking; at the end everyone who
    received something is asked what he did with it. Not so when the dossier is opened again; a
    melding that was hung on a closed one may still prove to be about somebody else.

    Raises ``Geweigerd`` when the step is not in the table.
    """
    vers = Dossier._base_manager.select_for_update().get(pk=dossier.pk)
    handeling = lopende_handeling.get()
    naam = handeling.naam if handeling else ""
    if not any(o.van == vers.fase and o.naar == naar and o.handeling == naam for o in OVERGANGEN):
        raise Geweigerd(
            f"Een dossier in de fase {vers.get_fase_display().lower()} "
            f"kan nu niet naar de fase {Fase(naar).label.lower()}."
        )
    vorige, vers.fase = Fase(vers.fase), naar
    vers.fase_sinds = vers.gewijzigd_op = toegang.moment
    vers.save()
    fase_verstrekken(toegang, vers, vorige)
    if naar in GEEINDIGD and vorige != Fase.MELDING:
        dossier_terughalen(toegang, vers)
        zorgdelingen_beeindigen(toegang, vers)
    if vorige in GEEINDIGD and naar != Fase.MELDING:
        terughalen_stoppen(toegang, vers)
    return vers


@bouwsteen
def dossier_bijwerken(toegang: Toegang, dossier_id: object) -> None:
    """Note that something in the dossier changed, for lists that show the newest first.

    Not a version of its own: the moment is derived from what changed, and that has its history.
    """
    Dossier._base_manager.filter(pk=dossier_id).update(gewijzigd_op=toegang.moment)
