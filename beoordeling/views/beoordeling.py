"""Assessments: the tab, one to read, one part to fill in, submitting and establishing."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from django.http import Http404
from django.urls import reverse

from beoordeling.enums import DEEL_BESCHERMING, DEEL_IDEOLOGIE, Beoordelingstatus
from beoordeling.forms.beoordeling import (
    BeoordelingStartenFormulier,
    DeelFormulier,
    TerugsturenFormulier,
)
from beoordeling.models import Antwoord, Beoordeling
from beoordeling.receivers.beoordeling import LEZERS
from beoordeling.rules.beoordeling import familieregime
from beoordeling.rules.volledigheid import Deelstand, stand
from beoordeling.selectors.beoordeling import (
    antwoorden_van_deel,
    beoordelingen_in,
    gelezen_delen,
    ideologie_vervallen_op,
    oordeel_van_deel,
    terugstuurreden,
)
from beoordeling.selectors.bewijs import bewijskeuzes
from beoordeling.selectors.bronwijzigingen import bronwijzigingen
from beoordeling.selectors.informatie import bronnen_voor
from beoordeling.selectors.verandering import oordeelstrook, strook_van
from beoordeling.services.beoordeling import (
    beoordeling_starten,
    beoordeling_terugsturen,
    beoordeling_vaststellen,
    beoordeling_voorleggen,
)
from beoordeling.services.beoordeling_invullen import beoordeling_bewaren
from casusregie.ui.blokken import Feit
from casusregie.ui.tijd import datum
from convenant.enums import Niveau
from convenant.guard import DossierPagina, HandelingPagina, een_of_404, inzage, verricht
from convenant.handeling import Geweigerd, mogelijkheid
from convenant.models import Dossier
from convenant.toegang import Mogelijkheid, Toegang
from meldpunt.enums import Stroom


class Beoordelingen(DossierPagina):
    """The tab: what changed over time, the assessment in the making, and all earlier ones."""

    deur = inzage("beoordelingen", *sorted(LEZERS), titel="Dossier: beoordelingen")
    template_name = "beoordeling/beoordelingen.html"
    tab = "beoordeling"

    def gegevens(self) -> dict[str, Any]:
        toegang, dossier = self.toegang, self.dossierstuk
        url = reverse("beoordeling:beoordeling_starten", args=[dossier.pk])
        return {
            "beoordelingen": beoordelingen_in(toegang, dossier),
            "strook": strook_van(toegang, dossier),
            "oordelen": oordeelstrook(toegang, dossier),
            "starten": mogelijkheid(
                toegang, beoordeling_starten, dossier, label="Beoordeling starten", url=url
            ),
        }


class BeoordelingInzien(DossierPagina):
    """One assessment to read: per part the judgement in words and each answer with its basis."""

    deur = inzage("beoordeling_inzien", *sorted(LEZERS), titel="Beoordeling")
    template_name = "beoordeling/beoordeling_inzien.html"
    tab = "beoordeling"

    @cached_property
    def beoordeling(self) -> Beoordeling:
        return beoordeling_of_404(self.toegang, self.kwargs["beoordeling_id"])

    @cached_property
    def dossierstuk(self) -> Dossier:
        return een_of_404(
            Dossier.objects.voor(self.toegang, minstens=Niveau.PROCES),
            pk=self.beoordeling.dossier_id,
        )

    def gegevens(self) -> dict[str, Any]:
        self.gelezen = self.beoordeling
        schrijft = _schrijft(self.toegang, self.beoordeling)
        delen = gelezen_delen(self.toegang, self.beoordeling)
        return {
            "beoordeling": self.beoordeling,
            "bronwijzigingen": bronwijzigingen(
                self.toegang,
                self.beoordeling.dossier_id,
                begonnen=self.beoordeling.gestart_op,
                klaar=self.beoordeling.vastgesteld_op,
                genoemd={pk for deel in delen for pk in deel.bewijs},
            ),
            "delen": delen,
            "voortgang": stand(self.beoordeling) if schrijft else [],
            "feiten": _feiten(self.beoordeling),
            "teruggestuurd": terugstuurreden(self.toegang, self.beoordeling),
            "vervallen": _vervallen(self.toegang, self.beoordeling),
            "stromen": ", ".join(Stroom(s).label for s in self.beoordeling.stromen),
            "deelstand": None,
            "mogelijkheden": _mogelijkheden(self.toegang, self.beoordeling),
        }


class BeoordelingStarten(HandelingPagina):
    """Begin an assessment on the newest framework."""

    deur = verricht(beoordeling_starten)
    handeling: Any = staticmethod(beoordeling_starten)
    formulier = BeoordelingStartenFormulier
    titel = "Beoordeling starten"
    uitleg = "U begint bij wat beschermt. Een ander stelt de beoordeling later vast."
    knop = "Starten"
    gelukt = ""

    def vind_onderwerp(self) -> Dossier:
        return self.dossier()

    def beginwaarden(self) -> dict[str, Any]:
        return {"zonder_ideologie": familieregime(self.toegang, self.onderwerp)}

    def succes_url(self, resultaat: Any) -> str:
        return reverse("beoordeling:beoordeling_bewaren", args=[resultaat.pk, DEEL_BESCHERMING])

    def terug_url(self) -> str:
        return reverse("beoordeling:beoordelingen", args=[self.kwargs["dossier_id"]])


class BeoordelingBewaren(HandelingPagina):
    """One part of the framework to fill in, with the state of the others beside it."""

    deur = verricht(beoordeling_bewaren, titel="Deel van een beoordeling")
    handeling: Any = staticmethod(beoordeling_bewaren)
    formulier = DeelFormulier
    template_name = "beoordeling/beoordeling_bewaren.html"
    gelukt = "Bewaard."
    knop = "Bewaren"
    _antwoorden: Mapping[int, dict[str, Antwoord]] = MappingProxyType({})

    @property
    def titel(self) -> str:  # type: ignore[override]
        return self.deelstand.deel.naam

    def vind_onderwerp(self) -> Beoordeling:
        return beoordeling_of_404(self.toegang, self.kwargs["beoordeling_id"])

    @cached_property
    def standen(self) -> list[Deelstand]:
        return stand(self.onderwerp)

    @property
    def antwoorden_nu(self) -> dict[str, Antwoord]:
        """What is saved of this part in this version, as far as this asker may read it."""
        versie = self.onderwerp.versie
        if versie not in self._antwoorden:
            deel = self.deelstand.deel
            nu = antwoorden_van_deel(self.toegang, self.onderwerp, deel)
            self._antwoorden = {versie: nu}
        return self._antwoorden[versie]

    @property
    def deelstand(self) -> Deelstand:
        code = self.kwargs["deel"]
        gevonden = next((d for d in self.standen if d.deel.code == code), None)
        if gevonden is None:
            raise Http404
        return gevonden

    def formulier_argumenten(self) -> dict[str, Any]:
        code = self.kwargs["deel"]
        eerst = next(d for d in self.standen if d.deel.code == DEEL_BESCHERMING)
        return {
            "indicatoren": self.deelstand.indicatoren,
            "bronnen": bronnen_voor(self.toegang),
            "bewijs": bewijskeuzes(
                self.toegang,
                self.onderwerp.dossier_id,
                {pk for antwoord in self.antwoorden_nu.values() for pk in antwoord.bewijs},
            ),
            "met_oordeel": code == DEEL_BESCHERMING or eerst.ingevuld,
            "met_stroom": code == DEEL_IDEOLOGIE,
        }

    def beginwaarden(self) -> dict[str, Any]:
        beoordeling = self.onderwerp
        waarden: dict[str, Any] = {
            "stromen": beoordeling.stromen,
            "stroomreden": beoordeling.stroomreden,
        }
        for code, antwoord in self.antwoorden_nu.items():
            waarden |= {
                f"w_{code}": antwoord.waarde,
                f"o_{code}": antwoord.onderbouwing,
                f"t_{code}": antwoord.tegenbewijs,
                f"s_{code}": antwoord.bewijssoort,
                f"b_{code}": str(antwoord.bron_id or ""),
                f"c_{code}": antwoord.bevestigd,
                f"d_{code}": antwoord.gebeurd_op,
                f"i_{code}": [str(pk) for pk in antwoord.bewijs],
            }
        oordeel = oordeel_van_deel(self.toegang, beoordeling, self.deelstand.deel)
        if oordeel is not None:
            velden = ("niveau", "oordeel", "rust_op")
            waarden |= {veld: getattr(oordeel, veld) for veld in velden}
        return waarden

    def argumenten(self, form: Any) -> dict[str, Any]:
        return {
            "deel": self.deelstand.deel,
            "antwoorden": form.bevindingen(),
            "oordeel": form.oordeel(),
            "stroomkeuze": form.stroomkeuze(),
        }

    def gegevens(self) -> dict[str, Any]:
        return {
            "beoordeling": self.onderwerp,
            "vervallen": _vervallen(self.toegang, self.onderwerp),
            "deelstand": self.deelstand,
            "voortgang": self.standen,
            "bescherming": DEEL_BESCHERMING,
        }

    def succes_url(self, resultaat: Any) -> str:
        code = self.kwargs["deel"]
        if "volgende" in self.request.POST:
            codes = [d.deel.code for d in self.standen]
            verder = codes[codes.index(code) + 1 :]
            if not verder:
                return self.terug_url()
            code = verder[0]
        return reverse("beoordeling:beoordeling_bewaren", args=[self.onderwerp.pk, code])

    def terug_url(self) -> str:
        return reverse("beoordeling:beoordeling_inzien", args=[self.kwargs["beoordeling_id"]])


class BeoordelingVoorleggen(HandelingPagina):
    """Ask a second person to look."""

    deur = verricht(beoordeling_voorleggen)
    handeling: Any = staticmethod(beoordeling_voorleggen)
    titel = "Beoordeling voorleggen"
    uitleg = "De procesregisseur krijgt een taak. Tot die tijd verandert er niets meer."
    knop = "Voorleggen"
    gelukt = "De beoordeling is voorgelegd aan een tweede persoon."

    def vind_onderwerp(self) -> Beoordeling:
        return beoordeling_of_404(self.toegang, self.kwargs["beoordeling_id"])

    def terug_url(self) -> str:
        return reverse("beoordeling:beoordeling_inzien", args=[self.kwargs["beoordeling_id"]])


class BeoordelingVaststellen(BeoordelingVoorleggen):
    """Establish as second person."""

    deur = verricht(beoordeling_vaststellen)
    handeling: Any = staticmethod(beoordeling_vaststellen)
    titel = "Beoordeling vaststellen"
    uitleg = "U hebt de beoordeling gelezen en staat erachter. Daarna verandert zij niet meer."
    knop = "Vaststellen"
    gelukt = "De beoordeling is vastgesteld."


class BeoordelingTerugsturen(BeoordelingVoorleggen):
    """Ask for more."""

    deur = verricht(beoordeling_terugsturen)
    handeling: Any = staticmethod(beoordeling_terugsturen)
    formulier = TerugsturenFormulier
    titel = "Beoordeling terugsturen"
    uitleg = "De maker krijgt een taak met uw reden."
    knop = "Terugsturen"
    gelukt = "De beoordeling is teruggestuurd."


def beoordeling_of_404(toegang: Toegang, beoordeling_id: Any) -> Beoordeling:
    """The assessment, when this asker may know of it."""
    qs = Beoordeling.objects.voor(toegang, minstens=Niveau.PROCES).select_related(
        "dossier", "kader", "opgesteld_door__medewerker", "vastgesteld_door__medewerker"
    )
    return een_of_404(qs, pk=beoordeling_id)


def _vervallen(toegang: Toegang, beoordeling: Beoordeling) -> str:
    """The sentence for who wrote about ideology before that part was dropped."""
    op = ideologie_vervallen_op(toegang, beoordeling)
    if op is None:
        return ""
    return (
        f"Dat gebeurde op {datum(op)}, toen de casus in risicogroep 5 (familie) kwam. Over familie "
        "vraagt de beoordeling niet naar ideologie. Wat er stond, blijft bewaard in de geschiedenis."
    )


def _schrijft(toegang: Toegang, beoordeling: Beoordeling) -> bool:
    try:
        beoordeling_bewaren.regel(toegang, beoordeling)  # type: ignore[attr-defined]
    except Geweigerd:
        return False
    return True


def _mogelijkheden(toegang: Toegang, beoordeling: Beoordeling) -> list[Mogelijkheid]:
    match beoordeling.status:
        case Beoordelingstatus.CONCEPT:
            deeds: tuple[tuple[Any, str, bool], ...] = (
                (beoordeling_voorleggen, "Voorleggen", True),
            )
        case Beoordelingstatus.VOORGELEGD:
            deeds = (
                (beoordeling_vaststellen, "Vaststellen", True),
                (beoordeling_terugsturen, "Terugsturen", False),
            )
        case _:
            deeds = ()
    return [
        mogelijkheid(
            toegang,
            deed,
            beoordeling,
            label=label,
            url=reverse(f"beoordeling:{deed.__name__}", args=[beoordeling.pk]),
            primair=primair,
        )
        for deed, label, primair in deeds
    ]


def _feiten(beoordeling: Beoordeling) -> list[Feit]:
    lijst = [
        Feit("Aanleiding", beoordeling.get_aanleiding_display()),
        Feit("Stand", beoordeling.get_status_display()),
        Feit(
            "Kader",
            beoordeling.kader.naam,
            url=reverse("beoordeling:kader_versie_inzien", args=[beoordeling.kader.versie]),
        ),
        Feit(
            "Opgesteld",
            datum(beoordeling.gestart_op),
            toelichting=beoordeling.opgesteld_door.medewerker.naam,
        ),
    ]
    if beoordeling.vastgesteld_door is not None:
        naam = beoordeling.vastgesteld_door.medewerker.naam
        lijst.append(Feit("Vastgesteld", datum(beoordeling.vastgesteld_op), toelichting=naam))
    return lijst
