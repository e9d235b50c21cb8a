"""What the templates of the plan draw: goals, interventions and versions as plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from beoordeling.selectors.bewijs import Bewijsregel, regels_bij
from casusregie.enums import Interventiestatus, Planstatus
from casusregie.models import Interventie, Plan, Plandoel
from casusregie.services.interventie import (
    instemming_vastleggen,
    interventie_beeindigen,
    interventie_inzetten,
    interventie_voorstellen,
    randvoorwaarden_invullen,
)
from casusregie.services.plandoel import (
    plandoel_evalueren,
    plandoel_wijzigen,
    planstap_toevoegen,
)
from casusregie.ui import tijd
from casusregie.ui.blokken import Chip, Feit
from convenant.handeling import mogelijkheid
from convenant.models import Taak
from convenant.toegang import Mogelijkheid, Toegang

UITKOMST_TOON = {"bereikt": "goed", "deels": "straks", "niet": "laat"}


@dataclass(frozen=True)
class Stapregel:
    """A step with the chip that tells its state."""

    tekst: str
    wie: str
    chip: Chip


@dataclass(frozen=True)
class Doelblok:
    """A goal as a card."""

    doel: Plandoel
    leefdomein: str
    chip: Chip
    stappen: Sequence[Stapregel]
    bewijs: Sequence[Bewijsregel]
    knoppen: Sequence[Mogelijkheid]


@dataclass(frozen=True)
class Interventieblok:
    """An intervention with what is still missing before it may be used."""

    interventie: Interventie
    chip: Chip
    te_laat: Chip | None
    feiten: Sequence[Feit]
    voorwaarden: Sequence[tuple[str, Chip, str]]
    knoppen: Sequence[Mogelijkheid]


@dataclass(frozen=True)
class Versieregel:
    """A version in the list of versions."""

    plan: Plan
    url: str
    tekst: str
    getoond: bool


def doelblok(toegang: Toegang, doel: Plandoel, bewijs: Mapping[UUID, Bewijsregel]) -> Doelblok:
    """A goal with its steps and what it rests on, and the deeds that fit the state of its plan."""
    return Doelblok(
        doel=doel,
        leefdomein=doel.get_leefdomein_display(),
        chip=_doelchip(doel, toegang.vandaag),
        stappen=[_stapregel(stap, toegang.vandaag) for stap in doel.stappen.all()],
        bewijs=regels_bij(bewijs, doel.bewijs),
        knoppen=_doelknoppen(toegang, doel),
    )


def interventieblok(
    toegang: Toegang, interventie: Interventie, plan: Plan | None
) -> Interventieblok:
    """An intervention of the case; one of an older version says so."""
    return Interventieblok(
        interventie=interventie,
        chip=_interventiechip(interventie),
        te_laat=_herzienchip(interventie, toegang.vandaag),
        feiten=_interventiefeiten(interventie, plan),
        voorwaarden=[
            (rij.tekst, _vinkchip(rij.voldaan), rij.toelichting)
            for rij in interventie.randvoorwaarden.all()
        ],
        knoppen=_interventieknoppen(toegang, interventie),
    )


def planfeiten(plan: Plan) -> list[Feit]:
    """Version, state, and who made and established it."""
    feiten = [
        Feit("Versie", str(plan.nummer)),
        Feit("Stand", plan.get_status_display()),
        Feit("Opgesteld", _wie_wanneer(plan.opgesteld_door, plan.opgesteld_op)),
    ]
    if plan.vastgesteld_op:
        feiten.append(Feit("Vastgesteld", _wie_wanneer(plan.vastgesteld_door, plan.vastgesteld_op)))
    return feiten


def versieregels(versies: Sequence[Plan], getoond: Plan | None) -> list[Versieregel]:
    """All versions, with the one on the page marked."""
    return [
        Versieregel(
            plan=plan,
            url=reverse("casusregie:plan_versie", args=[plan.dossier_id, plan.nummer]),
            tekst=f"{plan.get_status_display()}, {tijd.datum(plan.vastgesteld_op or plan.opgesteld_op)}",
            getoond=plan == getoond,
        )
        for plan in versies
    ]


def _doelchip(doel: Plandoel, vandaag: date) -> Chip:
    if doel.uitkomst:
        return Chip(doel.get_uitkomst_display(), UITKOMST_TOON[doel.uitkomst])  # type: ignore[arg-type]
    return _termijnchip(doel.uiterlijk, vandaag)


def _stapregel(stap: Any, vandaag: date) -> Stapregel:
    """A step of the plan; only who may read its task sees whether it is done or late."""
    taak: Taak | None = stap.taak
    klaar = taak is not None and taak.gereed_op is not None
    onbekend = taak is None and stap.taak_id is not None
    return Stapregel(
        tekst=stap.omschrijving,
        wie=f"{stap.eigenaar.medewerker.naam}, {stap.eigenaar.organisatie.naam}",
        chip=_stapchip(stap.uiterlijk, vandaag, klaar=klaar, onbekend=onbekend),
    )


def _stapchip(dag: date, vandaag: date, *, klaar: bool, onbekend: bool) -> Chip:
    if klaar:
        return Chip("gedaan", "goed")
    return Chip(f"uiterlijk {tijd.dag_maand_jaar(dag)}") if onbekend else _termijnchip(dag, vandaag)


def _termijnchip(dag: date, vandaag: date) -> Chip:
    return Chip(tijd.termijn(dag, vandaag), tijd.termijn_toon(dag, vandaag))  # type: ignore[arg-type]


def _vinkchip(voldaan: bool) -> Chip:
    return Chip("voldaan", "goed") if voldaan else Chip("nog niet", "straks")


def _doelknoppen(toegang: Toegang, doel: Plandoel) -> list[Mogelijkheid]:
    concept, geldt = Planstatus.CONCEPT, Planstatus.VASTGESTELD
    knoppen = [
        (planstap_toevoegen, "Stap toevoegen", "plus", (concept, geldt)),
        (interventie_voorstellen, "Interventie voorstellen", "briefcase", (concept, geldt)),
        (plandoel_wijzigen, "Doel wijzigen", "pencil", (concept,)),
        (plandoel_evalueren, "Doel evalueren", "clipboard-check", (geldt,)),
    ]
    return [
        _knop(toegang, deed, doel, label, icoon)
        for deed, label, icoon, standen in knoppen
        if doel.plan.status in standen and toegang.rol in deed.regel.rollen  # type: ignore[attr-defined]
    ]


def _interventieknoppen(toegang: Toegang, interventie: Interventie) -> list[Mogelijkheid]:
    if toegang.rol not in interventie_inzetten.regel.rollen:  # type: ignore[attr-defined]
        return []
    if interventie.status == Interventiestatus.INGEZET:
        return [_knop(toegang, interventie_beeindigen, interventie, "Beëindigen", "circle-stop")]
    if interventie.status != Interventiestatus.VOORGESTELD:
        return []
    knoppen = [
        _knop(toegang, randvoorwaarden_invullen, interventie, "Randvoorwaarden", "list-checks"),
        _knop(toegang, interventie_inzetten, interventie, "Inzetten", "circle-play"),
        _knop(toegang, interventie_beeindigen, interventie, "Laten vervallen", "circle-x"),
    ]
    if interventie.instrument.vrijwillig:
        knoppen.insert(
            1, _knop(toegang, instemming_vastleggen, interventie, "Instemming", "handshake")
        )
    return knoppen


def _knop(toegang: Toegang, deed: Any, stuk: Any, label: str, icoon: str) -> Mogelijkheid:
    url = reverse(f"casusregie:{deed.__name__}", args=[stuk.pk])
    return mogelijkheid(toegang, deed, stuk, label=label, url=url, icoon=icoon)


def _interventiechip(interventie: Interventie) -> Chip:
    toon = {
        Interventiestatus.VOORGESTELD: "straks",
        Interventiestatus.INGEZET: "goed",
    }.get(Interventiestatus(interventie.status), "neutraal")
    return Chip(interventie.get_status_display(), toon)  # type: ignore[arg-type]


def _herzienchip(interventie: Interventie, vandaag: date) -> Chip | None:
    """The mark of one that runs on while its day to be looked at again has passed."""
    dag = interventie.herzien_op
    if interventie.status != Interventiestatus.INGEZET or not dag or dag >= vandaag:
        return None
    return Chip(f"Opnieuw bekijken {tijd.termijn(dag, vandaag)}", "laat")


def _interventiefeiten(interventie: Interventie, plan: Plan | None) -> list[Feit]:
    instrument, doel = interventie.instrument, interventie.doel
    versie = "" if doel.plan == plan else f"versie {doel.plan.nummer} van het plan"
    feiten = [
        Feit("Bij doel", doel.omschrijving, toelichting=versie),
        Feit(
            "Gezag",
            instrument.get_bevoegd_gezag_display(),
            toelichting="vrijwillig" if instrument.vrijwillig else "verplicht",
        ),
        Feit("Uitvoering", interventie.aanbieder),
    ]
    if interventie.besluit_van_gezag:
        feiten.append(Feit("Besluit", interventie.besluit_van_gezag))
    if interventie.instemming_op:
        feiten.append(
            Feit(
                "Instemming",
                tijd.datum(interventie.instemming_op),
                toelichting=interventie.instemming_toelichting,
            )
        )
    if interventie.van:
        tot = tijd.datum(interventie.tot) if interventie.tot else "zonder einddatum"
        feiten.append(Feit("Periode", f"{tijd.datum(interventie.van)} tot {tot}"))
    if interventie.herzien_op and interventie.status == Interventiestatus.INGEZET:
        feiten.append(Feit("Opnieuw bekijken", tijd.datum(interventie.herzien_op)))
    if interventie.eindtoelichting:
        feiten.append(Feit("Afloop", interventie.eindtoelichting))
    return feiten


def _wie_wanneer(wie: Any, wanneer: Any) -> str:
    return f"{wie.medewerker.naam}, {tijd.datum(wanneer)}"
