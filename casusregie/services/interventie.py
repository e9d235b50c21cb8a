"""Using an instrument of the koffer for a goal: proposed, prepared, used, ended."""

import uuid
from collections.abc import Mapping
from datetime import date

from casusregie.enums import Gezag, Interventiestatus
from casusregie.models import Instrument, Interventie, Plandoel, Randvoorwaarde
from casusregie.rules import interventie as rules
from casusregie.rules.termijnen import maanden_later
from casusregie.ui.tijd import datum
from convenant.handeling import Geweigerd, handeling
from convenant.services.dossier import dossier_bijwerken
from convenant.toegang import Toegang


@handeling(rules.interventie_voorstellen)
def interventie_voorstellen(
    toegang: Toegang, doel: Plandoel, *, instrument: Instrument, aanbieder: str = ""
) -> Interventie:
    """Choose an instrument that holds today, with its preconditions still to be ticked."""
    rules.eis_instrument_past(toegang, instrument, doel)
    interventie = Interventie(
        dossier=doel.dossier,
        doel=doel,
        instrument=instrument,
        aanbieder=aanbieder or instrument.aanbieder,
        voorgesteld_op=toegang.moment,
        voorgesteld_door_id=toegang.hoedanigheid_id,
    )
    interventie.save(force_insert=True)
    for volgorde, tekst in enumerate(instrument.randvoorwaarden, start=1):
        Randvoorwaarde(
            dossier=doel.dossier, interventie=interventie, volgorde=volgorde, tekst=tekst
        ).save(force_insert=True)
    dossier_bijwerken(toegang, doel.dossier_id)
    return interventie


@handeling(rules.randvoorwaarden_invullen)
def randvoorwaarden_invullen(
    toegang: Toegang, interventie: Interventie, *, antwoorden: Mapping[uuid.UUID, tuple[bool, str]]
) -> Interventie:
    """Tick preconditions, each with words: ``antwoorden`` is (voldaan, toelichting) by id."""
    rijen = Randvoorwaarde.objects.buiten_toegang("de handeling vult ze allemaal in").filter(
        interventie=interventie
    )
    for rij in rijen:
        voldaan, toelichting = antwoorden.get(rij.pk, (rij.voldaan, rij.toelichting))
        if voldaan and not toelichting.strip():
            raise Geweigerd(f"Licht toe hoe hieraan is voldaan: {rij.tekst}.")
        rij.voldaan, rij.toelichting = voldaan, toelichting
        rij.save()
    interventie.versie += 1
    interventie.save()
    dossier_bijwerken(toegang, interventie.dossier_id)
    return interventie


@handeling(rules.instemming_vastleggen)
def instemming_vastleggen(
    toegang: Toegang, interventie: Interventie, *, instemming_op: date, instemming_toelichting: str
) -> Interventie:
    """Record when and how the person agreed."""
    if instemming_op > toegang.vandaag:
        raise Geweigerd("De dag van instemming kan niet in de toekomst liggen.")
    interventie.instemming_op = instemming_op
    interventie.instemming_toelichting = instemming_toelichting
    interventie.versie += 1
    interventie.save()
    dossier_bijwerken(toegang, interventie.dossier_id)
    return interventie


@handeling(rules.interventie_inzetten)
def interventie_inzetten(
    toegang: Toegang,
    interventie: Interventie,
    *,
    van: date,
    tot: date | None = None,
    gezag: str = "",
    besluit_op: date | None = None,
    kenmerk: str = "",
) -> Interventie:
    """Let the instrument run from ``van``; what is compulsory names the besluit of its authority."""
    instrument = interventie.instrument
    rules.eis_termijn(instrument, van, tot)
    if not instrument.vrijwillig:
        rules.eis_bevoegd_gezag(instrument, gezag)
        if besluit_op is None or not kenmerk.strip():
            raise Geweigerd("Vul de datum en het kenmerk van het besluit in.")
        if besluit_op > toegang.vandaag:
            raise Geweigerd("Het besluit kan niet in de toekomst zijn genomen.")
        interventie.besluit_van_gezag = (
            f"{Gezag(gezag).label.capitalize()}, {datum(besluit_op)}, kenmerk {kenmerk.strip()}"
        )
    interventie.status = Interventiestatus.INGEZET
    interventie.van, interventie.tot = van, tot
    interventie.herzien_op = maanden_later(van, instrument.herziening_na_maanden)
    interventie.ingezet_op = toegang.moment
    interventie.versie += 1
    interventie.save()
    dossier_bijwerken(toegang, interventie.dossier_id)
    return interventie


@handeling(rules.interventie_beeindigen)
def interventie_beeindigen(
    toegang: Toegang, interventie: Interventie, *, uitkomst: str, eindtoelichting: str
) -> Interventie:
    """End it: ``afgerond`` or ``gestopt``, with what it brought or why it stops."""
    if uitkomst not in (Interventiestatus.AFGEROND, Interventiestatus.GESTOPT):
        raise Geweigerd("Kies afgerond of gestopt.")
    interventie.status = Interventiestatus(uitkomst)
    interventie.beeindigd_op = toegang.moment
    interventie.eindtoelichting = eindtoelichting
    interventie.versie += 1
    interventie.save()
    dossier_bijwerken(toegang, interventie.dossier_id)
    return interventie
