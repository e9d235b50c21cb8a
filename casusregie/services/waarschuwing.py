"""The veiligheidswaarschuwing: minimal text, source and end date, seen by all who work here."""

from datetime import date

from casusregie.models import Veiligheidswaarschuwing
from casusregie.rules import casus as rules
from casusregie.rules.termijnen import maanden_later, termijn
from convenant.handeling import Geweigerd, handeling
from convenant.models import Dossier
from convenant.services.dossier import dossier_bijwerken
from convenant.toegang import Toegang


@handeling(rules.waarschuwing_plaatsen)
def waarschuwing_plaatsen(
    toegang: Toegang, dossier: Dossier, *, tekst: str, tot: date
) -> Veiligheidswaarschuwing:
    """Warn everyone who works in this dossier; the source is one's own organisation."""
    maanden = termijn("waarschuwing_uiterst_maanden")
    if not toegang.vandaag <= tot <= maanden_later(toegang.vandaag, maanden):
        raise Geweigerd(f"Een waarschuwing geldt ten hoogste {maanden} maanden.")
    waarschuwing = Veiligheidswaarschuwing(
        dossier=dossier,
        tekst=tekst,
        bron_id=toegang.organisatie_id,
        vastgelegd_op=toegang.moment,
        van=toegang.vandaag,
        tot=tot,
        gemaakt_door_id=toegang.hoedanigheid_id,
    )
    waarschuwing.save(force_insert=True)
    dossier_bijwerken(toegang, dossier.pk)
    return waarschuwing


@handeling(rules.waarschuwing_intrekken)
def waarschuwing_intrekken(
    toegang: Toegang, waarschuwing: Veiligheidswaarschuwing, *, reden: str
) -> Veiligheidswaarschuwing:
    """Take the warning back as of now; the reason stays with the version."""
    waarschuwing.ingetrokken_op = toegang.moment
    waarschuwing.save()
    dossier_bijwerken(toegang, waarschuwing.dossier_id)
    return waarschuwing
