"""The overview of a dossier and its whole timeline."""

import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from django.urls import reverse
from django.utils import timezone

from casusregie.ui import tijd
from casusregie.ui.blokken import Feit, Taak, TijdlijnRegel
from casusregie.ui.panelen import panelen
from convenant.enums import Relatie
from convenant.guard import DossierPagina, inzage
from convenant.models import Dossier
from convenant.models import Taak as Taakstuk
from convenant.regelboek import LEESROLLEN
from convenant.rules.betrokkenheid import kent_betrokkenen
from convenant.selectors.betrokkenen import betrokken_nu_in
from convenant.selectors.logboek import vorige_inzage
from convenant.selectors.taken import taken_in
from convenant.selectors.verzegeling import niet_ingewijd
from convenant.toegang import Toegang

KORT = 5
"""Lines of the timeline on the overview."""


class DossierInzien(DossierPagina):
    """What the asker may know of one dossier, and what there is to do in it now."""

    deur = inzage("dossier_inzien", *LEESROLLEN, titel="Dossier: overzicht")
    template_name = "convenant/dossier_inzien.html"
    tab = "overzicht"
    vooraf = ("dossier_kader_vooraf", "dossier_tijdlijn_vooraf", "dossier_overzicht_vooraf")

    def gegevens(self) -> dict[str, Any]:
        toegang, dossier = self.toegang, self.dossierstuk
        regels = tijdlijn(toegang, dossier) if self.kent_inhoud else []
        return {
            "snel": self._panelen("dossier_snel"),
            "overzicht": self._panelen("dossier_overzicht"),
            "zij": self._panelen("dossier_zij"),
            "meer_weten": panelen("dossier_meer_weten", toegang=toegang, dossier=dossier),
            "regels": regels[:KORT],
            "meer": len(regels) if len(regels) > KORT else 0,
            "mogelijkheden": [
                m
                for lijst in panelen("dossier_doen", toegang=toegang, dossier=dossier)
                for m in lijst
                if m.zichtbaar
            ],
            "taken_nu": [taakregel(toegang, taak) for taak in taken_in(toegang, dossier)],
            "feiten": feiten(toegang, dossier, met_inhoud=self.kent_inhoud),
        }

    def _panelen(self, plek: str) -> list[Any]:
        if not self.kent_inhoud:
            return []
        return panelen(plek, toegang=self.toegang, dossier=self.dossierstuk)


class TijdlijnInzien(DossierPagina):
    """Everything that happened, newest first: a page, and for htmx the card of the overview."""

    deur = inzage("tijdlijn_inzien", *LEESROLLEN, titel="Dossier: tijdlijn")
    template_name = "convenant/tijdlijn_inzien.html"
    deel = "tijdlijn"
    tab = "overzicht"
    vooraf = ("dossier_kader_vooraf", "dossier_tijdlijn_vooraf")

    def gegevens(self) -> dict[str, Any]:
        regels = tijdlijn(self.toegang, self.dossierstuk) if self.kent_inhoud else []
        return {"regels": regels, "meer": 0}


def tijdlijn(toegang: Toegang, dossier: Dossier) -> list[TijdlijnRegel]:
    """The lines of all rooms, newest first, marked when new since the previous visit."""
    vorige = vorige_inzage(toegang, dossier)
    regels = [
        regel for lijst in panelen("tijdlijn", toegang=toegang, dossier=dossier) for regel in lijst
    ]
    if vorige is not None:
        regels = [replace(r, nieuw=r.nieuw or _vastgelegd(r) > vorige) for r in regels]
    return sorted(regels, key=_volgorde, reverse=True)


def taakregel(
    toegang: Toegang, taak: Taakstuk, aanduiding: str = "", *, gewaarschuwd: bool = False
) -> Taak:
    """A task as a line of "Nu te doen", linked to where it is done.

    ``aanduiding`` tells what the task belongs to; left out, the line tells whose task it is.
    What somebody does in the place of a colleague says so. ``gewaarschuwd`` marks it, with a link
    to the page of the task, where the warning is read.
    """
    return Taak(
        kop=taak.titel,
        url=taak_url(taak) if taak.is_van(toegang) else taak_pagina(taak),
        tekst=f"{_taak_van(toegang, taak, aanduiding)} · uiterlijk "
        f"{tijd.dag_maand_jaar(taak.uiterlijk)}",
        termijn=tijd.termijn(taak.uiterlijk, toegang.vandaag),
        toon=tijd.termijn_toon(taak.uiterlijk, toegang.vandaag),  # type: ignore[arg-type]
        waarschuwing_url=taak_pagina(taak) if gewaarschuwd else "",
    )


def _taak_van(toegang: Toegang, taak: Taakstuk, aanduiding: str) -> str:
    if aanduiding and taak.voor_hoedanigheid and taak.is_als_vervanger(toegang):
        return f"{aanduiding} · als vervanger van {taak.voor_hoedanigheid.medewerker.naam}"
    return aanduiding or voor_wie(taak)


def waarschuwingen_bij_taken(
    toegang: Toegang, taken: Iterable[Taakstuk]
) -> dict[uuid.UUID, list[tuple[str, str, str]]]:
    """The safety warnings that hold now, by dossier: who has a task there reads them."""
    dossier_ids = {taak.dossier_id for taak in taken if taak.dossier_id}
    samen: dict[uuid.UUID, list[tuple[str, str, str]]] = {}
    if dossier_ids:
        for deel in panelen("taak_waarschuwing", toegang=toegang, dossier_ids=dossier_ids):
            for dossier_id, rijen in deel.items():
                samen.setdefault(dossier_id, []).extend(rijen)
    return samen


def taak_url(taak: Taakstuk) -> str:
    """Where a room lets this task be done, or the page of the task itself."""
    return next(iter(panelen("taak_url", taak=taak)), taak_pagina(taak))


def taak_pagina(taak: Taakstuk) -> str:
    """The page of the task itself: where who does not do the task reads it."""
    return reverse("convenant:taak_inzien", args=[taak.pk])


def dossieraanduiding(taak: Taakstuk, *, zonder: str) -> str:
    """The number of the dossier, also told to be there to who may not know which one it is."""
    if taak.dossier is not None:
        return taak.dossier.nummer
    return "dossier niet met u gedeeld" if taak.dossier_id else zonder


def voor_wie(taak: Taakstuk) -> str:
    """Who has the task: a person, or a role of an organisation."""
    if taak.voor_hoedanigheid is not None:
        return taak.voor_hoedanigheid.medewerker.naam
    organisatie = taak.voor_organisatie.naam if taak.voor_organisatie else ""
    return f"{taak.get_voor_rol_display()} · {organisatie}"


def feiten(toegang: Toegang, dossier: Dossier, *, met_inhoud: bool) -> list[Feit]:
    """The facts of the spine, and for who knows the content those of the later rooms."""
    lijst = [
        Feit("Nummer", dossier.nummer),
        Feit(
            "Fase",
            dossier.get_fase_display(),
            toelichting=f"sinds {tijd.datum(dossier.fase_sinds)}",
        ),
        Feit("Geopend", tijd.datum(dossier.geopend_op)),
    ]
    if not met_inhoud:
        return lijst
    later = panelen("dossier_feit", toegang=toegang, dossier=dossier)
    return [feit for deel in later for feit in deel] + _regie(toegang, dossier) + lijst[2:]


def _regie(toegang: Toegang, dossier: Dossier) -> list[Feit]:
    if not kent_betrokkenen(toegang, dossier):
        return []
    namen = {
        b.permission.codename: (b.hoedanigheid.medewerker.naam, b.hoedanigheid_id)
        for b in betrokken_nu_in(toegang, dossier)
    }
    paren = (("Regisseur", Relatie.REGISSEUR), ("Waarnemer", Relatie.WAARNEMER))
    return [
        Feit(
            label,
            namen[relatie][0],
            toelichting="niet ingewijd: weet dit dossier nu niet"
            if niet_ingewijd(toegang, dossier, namen[relatie][1])
            else "",
        )
        for label, relatie in paren
        if relatie in namen
    ]


def _volgorde(regel: TijdlijnRegel) -> tuple[date, datetime]:
    """By day; within a day what was recorded last comes first."""
    return timezone.localdate(_als_moment(regel.moment)), _vastgelegd(regel)


def _vastgelegd(regel: TijdlijnRegel) -> datetime:
    return regel.vastgelegd or _als_moment(regel.moment)


def _als_moment(waarde: Any) -> datetime:
    if isinstance(waarde, datetime):
        return waarde
    return timezone.make_aware(datetime.combine(waarde, time.min))
