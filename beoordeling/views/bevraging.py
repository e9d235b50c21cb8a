"""Asking partners what they know: the tab of who asks, and the page of who answers."""

from typing import Any

from django.http import Http404
from django.urls import reverse

from beoordeling.enums import Bevragingsantwoord
from beoordeling.forms.bevraging import (
    BevragingBeantwoordenFormulier,
    BevragingIntrekkenFormulier,
    BevragingSturenFormulier,
)
from beoordeling.models import Bevraging
from beoordeling.models.bevraging import ANTWOORDERS
from beoordeling.rules.bevraging import om_wie, te_bevragen, te_geven
from beoordeling.selectors.bevraging import antwoorden_op, bevragingen_van
from beoordeling.selectors.informatie import bronregel, termijnchip
from beoordeling.services.bevraging import (
    bevraging_beantwoorden,
    bevraging_herinneren,
    bevraging_intrekken,
    bevraging_sturen,
)
from casusregie.ui import tijd
from casusregie.ui.blokken import Chip, Feit, Kruimel
from casusregie.ui.paging import bladeren
from convenant.enums import Rol
from convenant.guard import DossierPagina, HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.models import Dossier
from convenant.toegang import Mogelijkheid, Toegang


class Bevragingen(DossierPagina):
    """What was asked of whom, and what they answered; for who asks."""

    deur = inzage("bevragingen", Rol.PROCESREGISSEUR, titel="Dossier: vragen aan partners")
    template_name = "beoordeling/bevragingen.html"
    tab = "bevragingen"

    def gegevens(self) -> dict[str, Any]:
        toegang, dossier = self.toegang, self.dossierstuk
        lijst = bevragingen_van(toegang, dossier.pk)
        pagina = bladeren(lijst, self.request.GET.get("vanaf"), op="-gesteld_op")
        return {
            "bladzijde": pagina,
            "rijen": [_rij(toegang, bevraging) for bevraging in pagina],
            "sturen": mogelijkheid(
                toegang,
                bevraging_sturen,
                dossier,
                label="Vraag stellen",
                url=reverse("beoordeling:bevraging_sturen", args=[dossier.pk]),
                primair=True,
            ),
        }


class BevragingSturen(HandelingPagina):
    """Ask chosen partners."""

    deur = verricht(bevraging_sturen)
    handeling = staticmethod(bevraging_sturen)
    formulier = BevragingSturenFormulier
    titel = "Vraag aan partners"
    knop = "Vraag stellen"
    gelukt = "De vraag is gesteld. De partners hebben een taak gekregen."

    def vind_onderwerp(self) -> Dossier:
        return self.dossier()

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"partners": te_bevragen(self.toegang, self.onderwerp)}

    def gegevens(self) -> dict[str, Any]:
        wie = om_wie(self.onderwerp)
        return {"uitleg": f"Elke partner leest om wie het gaat: {wie}."}

    def terug_url(self) -> str:
        return reverse("beoordeling:bevragingen", args=[self.kwargs["dossier_id"]])


class BevragingInzien(Pagina):
    """A question that one answered, with what one gave: to put it right or take it back."""

    deur = inzage("bevraging_inzien", *ANTWOORDERS, titel="Beantwoorde vraag")
    template_name = "beoordeling/bevraging_inzien.html"

    def gegevens(self) -> dict[str, Any]:
        toegang = self.toegang
        bevraging = bevraging_of_404(toegang, self.kwargs["bevraging_id"])
        if bevraging.is_open:
            raise Http404
        self.gelezen = bevraging
        return {
            "bevraging": bevraging,
            "chips": [_stand(toegang, bevraging)],
            "feiten": _vraagfeiten(bevraging),
            "items": [
                (item, bronregel(item), termijnchip(item, toegang.vandaag))
                for item in antwoorden_op(toegang, bevraging)
            ],
            "kruimelpad": [
                Kruimel("Taken", reverse("convenant:taken")),
                Kruimel(self.deur.titel),
            ],
        }


class BevragingBeantwoorden(HandelingPagina):
    """Answer for one's organisation; nothing of the dossier but the question is shown."""

    deur = verricht(bevraging_beantwoorden)
    handeling = staticmethod(bevraging_beantwoorden)
    formulier = BevragingBeantwoordenFormulier
    template_name = "beoordeling/bevraging_beantwoorden.html"
    titel = "Vraag beantwoorden"
    knop = "Antwoord geven"
    gelukt = "Uw antwoord is gegeven."

    def vind_onderwerp(self) -> Bevraging:
        return bevraging_of_404(self.toegang, self.kwargs["bevraging_id"])

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"categorieen": te_geven(self.toegang.organisatiesoort)}

    def gegevens(self) -> dict[str, Any]:
        return {"bevraging": self.onderwerp, "feiten": _vraagfeiten(self.onderwerp)}

    def terug_url(self) -> str:
        return reverse("convenant:taken")

    def succes_url(self, resultaat: Bevraging) -> str:
        return reverse("beoordeling:bevraging_inzien", args=[resultaat.pk])


class _EigenVraag(HandelingPagina):
    """A deed of who asked, on one question."""

    def vind_onderwerp(self) -> Bevraging:
        return bevraging_of_404(self.toegang, self.kwargs["bevraging_id"])

    def terug_url(self) -> str:
        return reverse("beoordeling:bevragingen", args=[self.onderwerp.dossier_id])


class BevragingIntrekken(_EigenVraag):
    """Take a question back."""

    deur = verricht(bevraging_intrekken)
    handeling = staticmethod(bevraging_intrekken)
    formulier = BevragingIntrekkenFormulier
    titel = "Vraag intrekken"
    uitleg = "De partner leest de vraag daarna niet meer."
    knop = "Intrekken"
    gelukt = "De vraag is ingetrokken."


class BevragingHerinneren(_EigenVraag):
    """Remind by hand what the clock also reminds of."""

    deur = verricht(bevraging_herinneren)
    handeling = staticmethod(bevraging_herinneren)
    titel = "Partner herinneren"
    uitleg = "De partner krijgt een taak met een herinnering. De toepassing doet dit ook zelf."
    knop = "Herinneren"
    gelukt = "De partner is herinnerd."


def bevraging_of_404(toegang: Toegang, bevraging_id: Any) -> Bevraging:
    """The question, when this asker may know it."""
    qs = Bevraging.objects.voor(toegang).select_related("organisatie", "gesteld_door__medewerker")
    return een_of_404(qs, pk=bevraging_id)


def _vraagfeiten(bevraging: Bevraging) -> list[Feit]:
    return [
        Feit("Nummer", bevraging.kenmerk),
        Feit("Het gaat om", bevraging.wie),
        Feit("Doel", bevraging.doel),
        Feit("Antwoord uiterlijk", tijd.datum(bevraging.uiterlijk)),
        Feit("Vraag van", bevraging.gesteld_door.medewerker.naam),
    ]


def _rij(toegang: Toegang, bevraging: Bevraging) -> dict[str, Any]:
    return {
        "bevraging": bevraging,
        "stand": _stand(toegang, bevraging),
        "gesteld": tijd.moment(bevraging.gesteld_op),
        "uiterlijk": tijd.datum_kort(bevraging.uiterlijk),
        "knoppen": _knoppen(toegang, bevraging) if bevraging.is_open else [],
    }


def _knoppen(toegang: Toegang, bevraging: Bevraging) -> list[Mogelijkheid]:
    deeds: tuple[tuple[Any, str], ...] = (
        (bevraging_herinneren, "Herinneren"),
        (bevraging_intrekken, "Intrekken"),
    )
    return [
        mogelijkheid(
            toegang,
            deed,
            bevraging,
            label=label,
            url=reverse(f"beoordeling:{deed.__name__}", args=[bevraging.pk]),
        )
        for deed, label in deeds
    ]


def _stand(toegang: Toegang, bevraging: Bevraging) -> Chip:
    if bevraging.ingetrokken_op is not None:
        return Chip(f"ingetrokken {tijd.dag_maand(bevraging.ingetrokken_op)}")
    if bevraging.beantwoord_op is not None:
        antwoord = Bevragingsantwoord(bevraging.antwoord).label
        return Chip(f"{antwoord} · {tijd.dag_maand(bevraging.beantwoord_op)}", "goed")
    toon: Any = tijd.termijn_toon(bevraging.uiterlijk, toegang.vandaag)
    return Chip(tijd.termijn(bevraging.uiterlijk, toegang.vandaag), toon)
