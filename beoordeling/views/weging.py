"""Rounds of weighing: the list, one round, and starting, closing and settling it."""

from collections.abc import Iterable
from datetime import timedelta
from functools import cached_property
from typing import Any

from django.urls import reverse

from beoordeling.enums import Wegingstatus
from beoordeling.forms.weging import (
    WegingFilter,
    WegingSluitenFormulier,
    WegingStartenFormulier,
    WegingVaststellenFormulier,
)
from beoordeling.models import Weging, Wegingsbijdrage
from beoordeling.selectors.bewijs import Bewijsregel, bewijsregels, regels_bij
from beoordeling.selectors.informatie import bronregel, informatie_van, verborgen
from beoordeling.selectors.weging import (
    Adviesregel,
    Rondestand,
    adviezen,
    eigen_antwoorden,
    rondestanden,
    verdeeld,
    weging_voor_scherm,
    wegingen_met_stand,
    wegingen_van_dossier,
)
from beoordeling.services.bijdrage import wegingsbijdrage_bewaren
from beoordeling.services.weging import weging_sluiten, weging_starten, weging_vaststellen
from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Feit, Kolom
from casusregie.ui.formulieren import Formulier
from casusregie.ui.paging import bladeren
from convenant.enums import Niveau, Rol
from convenant.guard import (
    DossierPagina,
    HandelingPagina,
    Pagina,
    een_of_404,
    inzage,
    verricht,
)
from convenant.handeling import mogelijkheid
from convenant.models import Dossier
from convenant.toegang import Mogelijkheid, Toegang
from meldpunt.models import Melding

WEEGROLLEN = (Rol.PROCESREGISSEUR, Rol.LID_WEEGPLOEG)
LEZERS = (
    *WEEGROLLEN,
    Rol.CASUSREGISSEUR,
    Rol.BESTUURSADVISEUR,
    Rol.BESLISSER,
    Rol.LEIDINGGEVENDE,
)
KOLOMMEN = [
    Kolom("Dossier"),
    Kolom("Ronde"),
    Kolom("Stand"),
    Kolom("Binnen"),
    Kolom("Uiterlijk"),
    Kolom("Verder"),
]
WERKWEEK = timedelta(days=7)


class Wegingen(Pagina):
    """The rounds, newest first: who is in, or what a member still has to fill in."""

    deur = inzage("wegingen", *WEEGROLLEN, titel="Wegingen")
    template_name = "beoordeling/wegingen.html"
    deel = "lijst"

    def gegevens(self) -> dict[str, Any]:
        filter_ = WegingFilter(self.request.GET)
        stand = filter_.gekozen().get("stand", "")
        lijst = wegingen_met_stand(self.toegang, stand)
        pagina = bladeren(lijst, self.request.GET.get("vanaf"), op="-gestart_op")
        self.getoonde_dossiers = sorted({weging.dossier_id for weging in pagina})
        standen = rondestanden(self.toegang, [weging.pk for weging in pagina])
        return {
            "filter": filter_,
            "bladzijde": pagina,
            "kolommen": KOLOMMEN,
            "rijen": [_rij(self.toegang, weging, standen[weging.pk]) for weging in pagina],
        }


class WegingInzien(DossierPagina):
    """One round: while open the count; after closing the advices side by side."""

    deur = inzage("weging_inzien", *LEZERS, titel="Weging")
    template_name = "beoordeling/weging_inzien.html"
    tab = "weging"

    @cached_property
    def weging(self) -> Weging:
        return een_of_404(
            Weging.objects.voor(self.toegang, minstens=Niveau.PROCES).select_related("dossier"),
            pk=self.kwargs["weging_id"],
        )

    @cached_property
    def dossierstuk(self) -> Dossier:
        return een_of_404(
            Dossier.objects.voor(self.toegang, minstens=Niveau.PROCES), pk=self.weging.dossier_id
        )

    def gegevens(self) -> dict[str, Any]:
        toegang, weging = self.toegang, self.weging
        self.gelezen = weging
        scherm = weging_voor_scherm(toegang, weging)
        stand = rondestanden(toegang, [weging.pk])[weging.pk]
        tot = weging.vastgesteld_op or weging.gesloten_op
        return {
            "weging": weging,
            "scherm": scherm,
            "stand": stand,
            "inhoud": Weging.objects.voor(toegang).filter(pk=weging.pk).exists(),
            "verdeeld": verdeeld(scherm.adviezen),
            "bekend_tot": tot,
            "items": [
                (item, bronregel(item))
                for item in informatie_van(toegang, weging.dossier_id, tot)[:25]
            ],
            "feiten": _feiten(toegang, weging),
            "verborgen": verborgen(toegang, weging.dossier_id, tot),
            "rondes": wegingen_van_dossier(toegang, weging.dossier_id),
            "mogelijkheden": _mogelijkheden(toegang, weging, stand),
            "eigen": self._eigen(stand) if weging.status == Wegingstatus.OPEN else [],
            "schets": schets_van(toegang, weging),
            "bewijs_per_advies": _bewijs(toegang, scherm.adviezen),
        }

    def _eigen(self, stand: Rondestand) -> list[Any]:
        if not stand.eigen_ingediend:
            return []
        bijdrage = Wegingsbijdrage.objects.voor(self.toegang).get(pk=stand.eigen_id)
        return [bijdrage, list(eigen_antwoorden(self.toegang, bijdrage).values())]


def _bewijs(
    toegang: Toegang, adviezen: Iterable[Adviesregel]
) -> list[tuple[str, list[Bewijsregel]]]:
    """Per organisation what its advice rests on, as far as this reader may know it."""
    adviezen = list(adviezen)
    regels = bewijsregels(toegang, [a.bewijs for a in adviezen])
    per_advies = [(a.organisatie.naam, regels_bij(regels, a.bewijs)) for a in adviezen]
    return [(naam, bewijs) for naam, bewijs in per_advies if bewijs]


class WegingStarten(HandelingPagina):
    """Ask the weegploeg to answer."""

    deur = verricht(weging_starten)
    handeling: Any = staticmethod(weging_starten)
    formulier = WegingStartenFormulier
    titel = "Weging starten"
    uitleg = "Elke organisatie in de weegploeg krijgt dezelfde vragen en ziet de anderen niet."
    knop = "Weging starten"
    gelukt = "De weging is gestart. De weegploeg heeft een taak gekregen."

    def vind_onderwerp(self) -> Dossier:
        return self.dossier()

    def beginwaarden(self) -> dict[str, Any]:
        return {"uiterlijk": self.toegang.vandaag + WERKWEEK}

    def succes_url(self, resultaat: Any) -> str:
        return reverse("beoordeling:weging_inzien", args=[resultaat.pk])

    def terug_url(self) -> str:
        return reverse("convenant:dossier_inzien", args=[self.kwargs["dossier_id"]])


class WegingSluiten(HandelingPagina):
    """Close before everyone is in, with a reason."""

    deur = verricht(weging_sluiten)
    handeling: Any = staticmethod(weging_sluiten)
    formulier: type[Formulier] = WegingSluitenFormulier
    titel = "Weging sluiten"
    uitleg = "Wat niet is ingediend, blijft een concept van die organisatie."
    knop = "Sluiten"
    gelukt = "De weging is gesloten."

    def vind_onderwerp(self) -> Weging:
        return weging_of_404(self.toegang, self.kwargs["weging_id"])

    def terug_url(self) -> str:
        return reverse("beoordeling:weging_inzien", args=[self.kwargs["weging_id"]])


class WegingVaststellen(WegingSluiten):
    """Write down the outcome, with the advices beside it."""

    deur = verricht(weging_vaststellen)
    handeling: Any = staticmethod(weging_vaststellen)
    formulier = WegingVaststellenFormulier
    template_name = "beoordeling/weging_vaststellen.html"
    titel = "Uitkomst van de weging"
    uitleg = "De uitkomst volgt op het gesprek in het overleg; zij is geen optelsom van adviezen."
    knop = "Vaststellen"
    gelukt = "De uitkomst is vastgesteld."

    def gegevens(self) -> dict[str, Any]:
        return {"adviezen": adviezen(self.toegang, self.onderwerp)}


def weging_of_404(toegang: Toegang, weging_id: Any) -> Weging:
    """The round, when this asker may read it."""
    return een_of_404(
        Weging.objects.voor(toegang).select_related("dossier", "gestart_door__organisatie"),
        pk=weging_id,
    )


def schets_van(toegang: Toegang, weging: Weging) -> Melding | None:
    """The melding that is weighed, for whoever may read it."""
    return Melding.objects.voor(toegang).select_related("bron").filter(pk=weging.melding_id).first()


def _mogelijkheden(toegang: Toegang, weging: Weging, stand: Rondestand) -> list[Mogelijkheid]:
    args = [weging.pk]
    lijst = []
    if stand.eigen_id and weging.status == Wegingstatus.OPEN and not stand.eigen_ingediend:
        bijdrage = Wegingsbijdrage.objects.voor(toegang).get(pk=stand.eigen_id)
        url = reverse("beoordeling:wegingsbijdrage_bewaren", args=[bijdrage.pk])
        lijst.append(
            mogelijkheid(
                toegang, wegingsbijdrage_bewaren, bijdrage, label="Invullen", url=url, primair=True
            )
        )
    if weging.status == Wegingstatus.OPEN:
        url = reverse("beoordeling:weging_sluiten", args=args)
        lijst.append(mogelijkheid(toegang, weging_sluiten, weging, label="Sluiten", url=url))
    if weging.status != Wegingstatus.VASTGESTELD:
        url = reverse("beoordeling:weging_vaststellen", args=args)
        lijst.append(
            mogelijkheid(
                toegang,
                weging_vaststellen,
                weging,
                label="Uitkomst vaststellen",
                url=url,
                primair=True,
            )
        )
    return lijst


def _feiten(toegang: Toegang, weging: Weging) -> list[Feit]:
    lijst = [
        Feit("Ronde", str(weging.ronde)),
        Feit("Gestart", tijd.datum(weging.gestart_op)),
        Feit("Uiterlijk", tijd.datum(weging.uiterlijk), toelichting=_termijn(toegang, weging)),
    ]
    if weging.gesloten_op:
        lijst.append(Feit("Gesloten", tijd.datum(weging.gesloten_op)))
    return lijst


def _rij(toegang: Toegang, weging: Weging, stand: Rondestand) -> list[Cel]:
    wachten = ", ".join(naam for naam, ja in stand.wie if not ja)
    wie = f"nog niet: {wachten}" if wachten else ""
    return [
        Cel(weging.dossier.nummer, url=reverse("beoordeling:weging_inzien", args=[weging.pk])),
        Cel(str(weging.ronde)),
        Cel(chip=_chip(weging)),
        Cel(stand.in_woorden, sub=wie),
        Cel(tijd.datum_kort(weging.uiterlijk), sub=_termijn(toegang, weging)),
        _verder(weging, stand),
    ]


def _verder(weging: Weging, stand: Rondestand) -> Cel:
    if stand.eigen_id and weging.status == Wegingstatus.OPEN:
        if stand.eigen_ingediend:
            return Cel("U hebt ingediend")
        url = reverse("beoordeling:wegingsbijdrage_bewaren", args=[stand.eigen_id])
        return Cel("Invullen", url=url)
    return Cel("Bekijken", url=reverse("beoordeling:weging_inzien", args=[weging.pk]))


def _termijn(toegang: Toegang, weging: Weging) -> str:
    if weging.status != Wegingstatus.OPEN:
        return ""
    return tijd.termijn(weging.uiterlijk, toegang.vandaag)


def _chip(weging: Weging) -> Chip:
    match weging.status:
        case Wegingstatus.OPEN:
            return Chip("loopt", "merk")
        case Wegingstatus.GESLOTEN:
            return Chip("wacht op de uitkomst", "straks")
    return Chip(weging.get_uitkomst_display(), "neutraal")
