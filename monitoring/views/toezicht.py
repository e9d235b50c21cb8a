"""The desk of the Commissie van Toezicht: it reads, and can change nothing."""

from typing import Any

from django.urls import reverse

from casusregie.enums import Risicogroep
from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Feit, Kolom, Kruimel
from casusregie.ui.paging import bladeren
from convenant.enums import Fase, Logsoort, Rol
from convenant.guard import Pagina, inzage
from convenant.models import Dossier
from monitoring.forms.toezicht import Logfilter, Toezichtfilter
from monitoring.selectors import toezicht as selectors

from .monitoring import herbeoordelingsfeit

LAATSTE = 20
"""So many deeds stand on the page of a dossier; the others are in its logboek."""


class ToezichtDossiers(Pagina):
    """All dossiers by neutral number: phase, risk group and dates."""

    deur = inzage("toezicht_dossiers", Rol.LID_COMMISSIE, titel="Dossiers zonder namen")
    template_name = "monitoring/toezicht_dossiers.html"

    def gegevens(self) -> dict[str, Any]:
        """A page of the list, with its filter."""
        filter_ = Toezichtfilter(self.request.GET)
        gekozen = filter_.gekozen()
        if "met_tekst" in gekozen:
            gekozen["met_tekst"] = True
        lijst = selectors.toezichtdossiers(self.toegang).filter(**gekozen)
        pagina = bladeren(lijst, self.request.GET.get("vanaf"), op="-geopend_op")
        self.getoonde_dossiers = [dossier.pk for dossier in pagina]
        return {
            "filter": filter_,
            "bladzijde": pagina,
            "kolommen": [
                Kolom("Nummer"),
                Kolom("Fase"),
                Kolom("Risicogroep"),
                Kolom("Begonnen"),
                Kolom("Vrijgegeven tekst"),
            ],
            "rijen": [_rij(dossier) for dossier in pagina],
        }


class _Toezichtpagina(Pagina):
    """A page of the Commissie about one dossier."""

    def kader(self, dossier: Dossier, blad: str = "") -> dict[str, Any]:
        """Title and the way back."""
        self.gelezen = dossier
        pad = [Kruimel("Dossiers zonder namen", reverse("monitoring:toezicht_dossiers"))]
        if blad:
            url = reverse("monitoring:toezicht_dossier", args=[dossier.pk])
            pad.append(Kruimel(dossier.nummer, url))
        return {
            "dossier": dossier,
            "titel": f"{blad or 'Dossier'} {dossier.nummer}",
            "kruimelpad": [*pad, Kruimel(blad or dossier.nummer)],
            "chips": [Chip(dossier.get_fase_display()), Chip("zonder namen", "verborgen", "lock")],
        }


class ToezichtDossier(_Toezichtpagina):
    """One dossier without names: facts, terms, weging and besluit, released texts."""

    deur = inzage("toezicht_dossier", Rol.LID_COMMISSIE, titel="Dossier zonder namen")
    template_name = "monitoring/toezicht_dossier.html"

    def gegevens(self) -> dict[str, Any]:
        """Process facts, and what was released."""
        toegang, dossier = self.toegang, self.dossier()
        stappen = list(
            selectors.logregels(toegang, dossier.pk, Logsoort.HANDELING).order_by(
                "-gebeurd_op", "-pk"
            )[:LAATSTE]
        )
        logboek_url = reverse("monitoring:toezicht_logboek", args=[dossier.pk])
        return self.kader(dossier) | {
            "feiten": self._feiten(dossier),
            "termijnen": selectors.termijnen(toegang, dossier),
            "wegingen": selectors.wegingen(toegang, dossier),
            "besluiten": selectors.besluiten(toegang, dossier),
            "vrijgaven": selectors.vrijgaven(toegang, dossier.pk),
            "stappen": selectors.zonder_namen(toegang, dossier.pk, stappen),
            "logboek_url": logboek_url,
            "handelingen_url": f"{logboek_url}?soort={Logsoort.HANDELING}",
        }

    def _feiten(self, dossier: Dossier) -> list[Feit]:
        feiten = [
            Feit("Fase", dossier.get_fase_display()),
            Feit("Begonnen", tijd.datum(dossier.geopend_op)),
        ]
        casus = selectors.casus_van(self.toegang, dossier)
        if casus is None:
            return feiten
        feiten += [
            Feit("Risicogroep", casus.get_risicogroep_display()),
            Feit("In de aanpak sinds", tijd.datum(casus.geopend_op)),
            *herbeoordelingsfeit(casus),
            Feit("Afgeschaald", tijd.datum(casus.afgeschaald_op)),
            Feit("Gesloten", tijd.datum(casus.gesloten_op)),
            Feit("Bewaren tot", tijd.datum(casus.bewaren_tot)),
        ]
        return [feit for feit in feiten if feit.waarde]


class ToezichtLogboek(_Toezichtpagina):
    """Who read or did what in one dossier, by role and code."""

    deur = inzage("toezicht_logboek", Rol.LID_COMMISSIE, titel="Logboek zonder namen")
    template_name = "monitoring/toezicht_logboek.html"

    def gegevens(self) -> dict[str, Any]:
        """A page of the logboek, newest first."""
        toegang, dossier = self.toegang, self.dossier()
        filter_ = Logfilter(self.request.GET)
        soort = filter_.gekozen().get("soort", "")
        lijst = selectors.logregels(toegang, dossier.pk, soort)
        pagina = bladeren(lijst, self.request.GET.get("vanaf"), op="-gebeurd_op")
        return self.kader(dossier, "Logboek") | {
            "filter": filter_,
            "bladzijde": pagina,
            "wis_url": reverse("monitoring:toezicht_logboek", args=[dossier.pk]),
            "kolommen": [Kolom("Wanneer"), Kolom("Soort"), Kolom("Wat"), Kolom("Wie")],
            "rijen": [
                [Cel(tijd.moment(r.op)), Cel(r.soort), Cel(r.wat), Cel(r.wie)]
                for r in selectors.zonder_namen(toegang, dossier.pk, pagina.rijen)
            ],
        }


def _rij(dossier: Any) -> list[Cel]:
    risico = Risicogroep(dossier.risicogroep).label if dossier.risicogroep else "niet in de aanpak"
    return [
        Cel(dossier.nummer, url=reverse("monitoring:toezicht_dossier", args=[dossier.pk])),
        Cel(chip=Chip(Fase(dossier.fase).label)),
        Cel(risico),
        Cel(tijd.datum_kort(dossier.geopend_op)),
        Cel("ja" if dossier.met_tekst else "nee"),
    ]
