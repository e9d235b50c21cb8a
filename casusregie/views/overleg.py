"""The series of meetings, and one meeting with its agenda."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse

from casusregie.enums import Overlegstatus, Puntsoort, Puntstatus
from casusregie.forms.overleg import AFWEZIG, AanwezigheidFormulier, OverlegPlannenFormulier
from casusregie.models import Agendapunt, Overleg
from casusregie.models.overleg import OVERLEGROLLEN
from casusregie.rules.overleg import volgend_overleg
from casusregie.selectors.overleg import (
    aanwezigheden,
    acties_bij,
    genodigden,
    met_aantal_punten,
    overleggen,
    punten_van,
    vaste_plaats,
    vrije_woensdag,
)
from casusregie.services.agenda import (
    agenda_vullen,
    agendapunt_toevoegen,
)
from casusregie.services.overleg import (
    aanwezigheid_vastleggen,
    overleg_openen,
    overleg_plannen,
    overleg_sluiten,
)
from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Kolom, Kruimel
from casusregie.ui.blokken import Mogelijkheid as Knop
from casusregie.ui.drukwerk import pdf_van_html
from casusregie.ui.formulieren import Formulier
from casusregie.ui.paging import bladeren
from convenant.enums import Niveau, Rol
from convenant.guard import HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.models import Dossier
from convenant.rules.dicht import zonder_verzegelde
from convenant.toegang import Toegang

from .besluitnota import pdf_antwoord

KOLOMMEN = [Kolom("Overleg"), Kolom("Stand"), Kolom("Agendapunten"), Kolom("Voorzitter")]
TOON: dict[str, Any] = {
    Overlegstatus.GEPLAND: "neutraal",
    Overlegstatus.BEZIG: "straks",
    Overlegstatus.GESLOTEN: "goed",
}


class Overleggen(Pagina):
    """All meetings, the last planned one first."""

    deur = inzage("overleggen", *OVERLEGROLLEN, titel="Overleg")
    template_name = "casusregie/overleggen.html"

    def gegevens(self) -> dict[str, Any]:
        lijst = met_aantal_punten(self.toegang)
        pagina = bladeren(lijst, self.request.GET.get("vanaf"), op="-begint_op")
        return {
            "bladzijde": pagina,
            "kolommen": KOLOMMEN,
            "rijen": [_rij(overleg) for overleg in pagina],
            "plannen": mogelijkheid(
                self.toegang,
                overleg_plannen,
                None,
                label="Overleg plannen",
                url=reverse("casusregie:overleg_plannen"),
                primair=True,
                icoon="calendar-plus",
            ),
        }


class OverlegInzien(Pagina):
    """One meeting: its agenda, who is there, and what can be done now."""

    deur = inzage("overleg_inzien", *OVERLEGROLLEN, titel="Agenda van een overleg")
    template_name = "casusregie/overleg_inzien.html"

    def gegevens(self) -> dict[str, Any]:
        overleg = een_of_404(overleggen(), pk=self.kwargs["overleg_id"])
        punten = punten_van(self.toegang, overleg)
        self.getoonde_dossiers = {p.dossier_id for p in punten if p.dossier_id}
        kenbaar = _kenbaar(self.toegang, punten)
        acties = acties_bij(self.toegang, punten)
        rijen = [_puntrij(self.toegang, p, kenbaar, acties.get(p.pk, [])) for p in punten]
        leider = f"voorzitter {overleg.voorzitter.medewerker.naam}"
        return {
            "overleg": overleg,
            "titel": f"Overleg {tijd.datum_kort(overleg.begint_op)}",
            "chips": [Chip(overleg.get_status_display(), TOON[overleg.status])],
            "sub": " · ".join(filter(None, (tijd.uur(overleg.begint_op), overleg.plaats, leider))),
            "kruimelpad": kruimels_van_overleg(overleg),
            "rijen": rijen,
            "mag_ordenen": any(rij["mag_verplaatsen"] or rij["mag_doorschuiven"] for rij in rijen),
            "plan_volgend": self.toegang.rol == Rol.PROCESREGISSEUR
            and overleg.status == Overlegstatus.BEZIG
            and volgend_overleg(overleg) is None,
            "aanwezigheden": aanwezigheden(overleg),
            "mogelijkheden": _deden(self.toegang, overleg, met_scherm=bool(punten)),
        }


class OverlegPagina(HandelingPagina):
    """A deed on one meeting."""

    formulier: ClassVar[type[Formulier]] = Formulier
    gelukt = ""
    werk_label = "Overleg openen"

    def vind_onderwerp(self) -> Any:
        return een_of_404(overleggen(), pk=self.kwargs["overleg_id"])

    def terug_url(self) -> str:
        return reverse("casusregie:overleg_inzien", args=[self.kwargs["overleg_id"]])

    def kruimelpad(self) -> list[Kruimel]:
        return kruimels_van_overleg(self.onderwerp, self.titel)

    def werk_url(self) -> str:
        return openen_url(self.onderwerp)


class OverlegPlannen(HandelingPagina):
    """Plan the next meeting of the series."""

    deur = verricht(overleg_plannen)
    handeling = staticmethod(overleg_plannen)
    formulier = OverlegPlannenFormulier
    titel = "Overleg plannen"
    knop = "Plannen"
    gelukt = "Het overleg is gepland. Vul nu de agenda."

    def beginwaarden(self) -> Mapping[str, Any]:
        return {"begint_op": vrije_woensdag(self.toegang.vandaag), "plaats": vaste_plaats()}

    def kruimelpad(self) -> list[Kruimel]:
        return [Kruimel("Overleg", self.terug_url()), Kruimel(self.titel)]

    def terug_url(self) -> str:
        return reverse("casusregie:overleggen")

    def succes_url(self, resultaat: Overleg) -> str:
        return reverse("casusregie:overleg_inzien", args=[resultaat.pk])


class OverlegOpenen(OverlegPagina):
    """Begin the meeting on the shared screen."""

    deur = verricht(overleg_openen)
    handeling = staticmethod(overleg_openen)
    titel = "Overleg openen"
    uitleg = "Vanaf nu legt u op het gedeelde scherm vast wat er wordt besloten."
    knop = "Openen"

    def werk_url(self) -> str:
        """Without an agenda there is nothing to open: it is filled on the page of the meeting."""
        return ""

    def succes_url(self, resultaat: Overleg) -> str:
        return reverse("casusregie:overleg_scherm", args=[resultaat.pk])


class AanwezigheidVastleggen(OverlegPagina):
    """Who is at the table."""

    deur = verricht(aanwezigheid_vastleggen)
    handeling = staticmethod(aanwezigheid_vastleggen)
    formulier = AanwezigheidFormulier
    titel = "Aanwezigheid vastleggen"
    gelukt = "De aanwezigheid is vastgelegd."

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"genodigden": genodigden(self.toegang)}

    def beginwaarden(self) -> Mapping[str, Any]:
        return {
            f"wie_{a.organisatie_id}": str(a.hoedanigheid_id) if a.aanwezig else AFWEZIG
            for a in aanwezigheden(self.onderwerp)
        }


class OverlegSluiten(OverlegPagina):
    """End the meeting."""

    deur = verricht(overleg_sluiten)
    handeling = staticmethod(overleg_sluiten)
    titel = "Overleg sluiten"
    uitleg = "Hierna ligt vast wat er is besloten. Het verslag staat dan klaar als pdf."
    knop = "Overleg sluiten"
    gelukt = "Het overleg is gesloten. Het verslag staat klaar."


class VerslagDownloaden(Pagina):
    """The minutes of a closed meeting: neutral numbers only, and nothing that is sealed."""

    deur = inzage("verslag_downloaden", *OVERLEGROLLEN, titel="Verslag van een overleg (download)")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Draw the PDF; a few pages, so no worker is needed."""
        overleg = een_of_404(overleggen(), pk=kwargs["overleg_id"])
        if overleg.status != Overlegstatus.GESLOTEN:
            raise Http404
        punten = punten_van(zonder_verzegelde(self.toegang), overleg)
        self.getoonde_dossiers = {p.dossier_id for p in punten if p.dossier_id}
        self.log_inzage()
        acties = acties_bij(self.toegang, punten)
        context = {
            "overleg": overleg,
            "punten": [(punt, acties.get(punt.pk, [])) for punt in punten],
            "aanwezigheden": aanwezigheden(overleg),
            "demo": settings.DEMO,
        }
        html = render_to_string("casusregie/pdf/verslag.html", context)
        return pdf_antwoord(pdf_van_html(html), f"verslag-{tijd.dag_van(overleg.begint_op)}.pdf")


def kruimels_van_overleg(overleg: Overleg, hier: str = "") -> list[Kruimel]:
    """The way back to the agenda, and through it to the series."""
    begin = Kruimel("Overleg", reverse("casusregie:overleggen"))
    dag = tijd.datum_kort(overleg.begint_op)
    if not hier:
        return [begin, Kruimel(dag)]
    url = reverse("casusregie:overleg_inzien", args=[overleg.pk])
    return [begin, Kruimel(dag, url), Kruimel(hier)]


def openen_url(overleg: Overleg) -> str:
    """Where a meeting that has not begun is opened; empty when it has."""
    if overleg.status != Overlegstatus.GEPLAND:
        return ""
    return reverse("casusregie:overleg_openen", args=[overleg.pk])


def _rij(overleg: Any) -> list[Cel]:
    return [
        Cel(
            tijd.moment(overleg.begint_op),
            url=reverse("casusregie:overleg_inzien", args=[overleg.pk]),
            sub=overleg.plaats,
        ),
        Cel(chip=Chip(overleg.get_status_display(), TOON[overleg.status])),
        Cel(str(overleg.punten)),
        Cel(overleg.voorzitter.medewerker.naam),
    ]


def _kenbaar(toegang: Toegang, punten: list[Agendapunt]) -> set[Any]:
    """The dossiers to which a link makes sense for this asker."""
    ids = {p.dossier_id for p in punten if p.dossier_id}
    zichtbaar = Dossier.objects.voor(toegang, minstens=Niveau.PROCES).filter(pk__in=ids)
    return set(zichtbaar.order_by().values_list("pk", flat=True))


def _puntrij(
    toegang: Toegang, punt: Agendapunt, kenbaar: set[Any], acties: list[Any]
) -> dict[str, Any]:
    status = punt.overleg.status
    leidt = toegang.rol == Rol.PROCESREGISSEUR and punt.status == Puntstatus.OPEN
    dossier_url = ""
    if punt.dossier_id in kenbaar and punt.soort != Puntsoort.HAMERSTUK:
        dossier_url = reverse("convenant:dossier_inzien", args=[punt.dossier_id])
    return {
        "punt": punt,
        "hamerstuk": punt.soort == Puntsoort.HAMERSTUK,
        "acties": acties,
        "chip": Chip(punt.get_status_display(), _toon(punt)),
        "url": dossier_url,
        "verplaatsen": reverse("casusregie:agendapunt_verplaatsen", args=[punt.pk]),
        "doorschuiven": reverse("casusregie:agendapunt_doorschuiven", args=[punt.pk]),
        "mag_verplaatsen": leidt and status != Overlegstatus.GESLOTEN,
        "mag_doorschuiven": leidt and status == Overlegstatus.BEZIG,
    }


def _toon(punt: Agendapunt) -> Any:
    return {Puntstatus.OPEN: "neutraal", Puntstatus.BESPROKEN: "goed"}.get(
        Puntstatus(punt.status), "straks"
    )


def _deden(toegang: Toegang, overleg: Overleg, *, met_scherm: bool) -> list[Any]:
    """What comes next stands first: to open the meeting, and once it goes on the shared screen."""
    if overleg.status == Overlegstatus.GESLOTEN:
        return []
    bezig = overleg.status == Overlegstatus.BEZIG
    url = reverse("casusregie:overleg_scherm", args=[overleg.pk])
    scherm = (
        [Knop("Gedeeld scherm", url, primair=bezig, icoon="presentation")] if met_scherm else []
    )
    begin = _knop(toegang, overleg_openen, overleg, "Overleg openen", primair=True)
    einde = _knop(toegang, overleg_sluiten, overleg, "Overleg sluiten")
    return [
        *([*scherm, einde] if bezig else [begin, *scherm]),
        _knop(toegang, agenda_vullen, overleg, "Agenda vullen", post=True),
        _knop(toegang, agendapunt_toevoegen, overleg, "Punt toevoegen"),
        _knop(toegang, aanwezigheid_vastleggen, overleg, "Aanwezigheid vastleggen"),
    ]


def _knop(
    toegang: Toegang,
    deed: Any,
    overleg: Overleg,
    label: str,
    *,
    primair: bool = False,
    post: bool = False,
) -> Knop:
    url = reverse(f"casusregie:{deed.__name__}", args=[overleg.pk])
    m = mogelijkheid(toegang, deed, overleg, label=label, url=url, primair=primair)
    return Knop(m.label, m.url, m.reden, m.zichtbaar, m.primair, methode="post" if post else "get")
