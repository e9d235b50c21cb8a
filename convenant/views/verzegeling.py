"""The seal of a dossier: who may know of it, and the deeds that name, remove and open."""

import uuid
from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Chip, Feit
from convenant.enums import Niveau
from convenant.forms.verzegeling import (
    DossierOntzegelenFormulier,
    DossierVerzegelenFormulier,
    IngewijdeSchrappenFormulier,
    IngewijdeToevoegenFormulier,
    OntzegelenAfwijzenFormulier,
    OntzegelenVragenFormulier,
)
from convenant.guard import DossierPagina, HandelingPagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.models import Dossier, Ingewijde, Verzegeling
from convenant.models.verzegeling import BEHEERDERS, TOEZICHTHOUDER
from convenant.regelboek import LEESROLLEN
from convenant.rules.verzegeling import in_te_wijden, voor_de_hand
from convenant.selectors.verzegeling import (
    geldt,
    genoemd_in,
    kennen_de_persoon,
    verzegeling_van,
    verzegelingen,
    werkt_niemand_aan,
)
from convenant.services.verzegeling import (
    beheerder_aanwijzen,
    dossier_ontzegelen,
    dossier_verzegelen,
    ingewijde_schrappen,
    ingewijde_toevoegen,
    ontzegelen_afwijzen,
    ontzegelen_vragen,
)
from convenant.toegang import Mogelijkheid, Toegang

from .dossier import voor_wie

GEVRAAGD = "Een ander die deze verzegeling beheert, krijgt een taak."


class VerzegelingInzien(DossierPagina):
    """Who may know of this sealed dossier; for who looks after it also why, and what can be done."""

    deur = inzage("verzegeling_inzien", *LEESROLLEN, titel="Dossier: verzegeling")
    template_name = "convenant/verzegeling_inzien.html"
    tab = "betrokkenen"

    def gegevens(self) -> dict[str, Any]:
        toegang, dossier = self.toegang, self.dossierstuk
        verzegeling = een_of_404(verzegeling_van(toegang, dossier.pk))
        beheert = toegang.is_een(*BEHEERDERS, TOEZICHTHOUDER)
        genoemd = genoemd_in(toegang, verzegeling)
        if not beheert:
            genoemd = genoemd.filter(geschrapt_op__isnull=True)
        doen = toegang.is_een(*BEHEERDERS)
        kennen = kennen_de_persoon(toegang, dossier.pk)
        deeds = list(_mogelijkheden(toegang, verzegeling))
        return {
            "verzegeling": verzegeling,
            "beheert": beheert,
            "feiten": _feiten(verzegeling) if beheert else [],
            "rijen": [_rij(toegang, ingewijde, kennen) for ingewijde in genoemd],
            "schrappen": doen,
            "blijft_liggen": [
                (taak.titel, voor_wie(taak), taak.uiterlijk)
                for taak in (werkt_niemand_aan(toegang, dossier) if doen else ())
            ],
            "onbeheerd": any(kan.naam == beheerder_aanwijzen.__name__ for kan in deeds),
            "mogelijkheden": deeds,
        }


class DossierVerzegelen(HandelingPagina):
    """Seal it, and say who may know of it."""

    deur = verricht(dossier_verzegelen)
    handeling = staticmethod(dossier_verzegelen)
    formulier = DossierVerzegelenFormulier
    titel = "Dossier verzegelen"
    uitleg = (
        "Gaat het over een collega, familie van een collega of een publiek persoon? Vanaf nu weet "
        "alleen wie u noemt nog iets van dit dossier. Niemand anders vindt het, ook niet met "
        "noodtoegang of als hij erbij betrokken is."
    )
    knop = "Verzegelen"
    gelukt = "Het dossier is verzegeld."

    def vind_onderwerp(self) -> Dossier:
        return self.dossier()

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"kandidaten": voor_de_hand(self.toegang, self.kwargs["dossier_id"])}

    def succes_url(self, resultaat: Verzegeling) -> str:
        return _url(resultaat)

    def terug_url(self) -> str:
        return reverse("convenant:dossier_inzien", args=[self.kwargs["dossier_id"]])


class _OpVerzegeling(HandelingPagina):
    """A deed on a running seal."""

    def vind_onderwerp(self) -> Verzegeling:
        rijen = verzegelingen(self.toegang)
        return een_of_404(rijen, pk=self.kwargs["verzegeling_id"])

    def kandidaten(self) -> Any:
        """Who can be named."""
        return in_te_wijden(self.toegang, self.onderwerp.dossier_id)

    def terug_url(self) -> str:
        return _url(self.onderwerp)


class IngewijdeToevoegen(_OpVerzegeling):
    """Let one more person know of it."""

    deur = verricht(ingewijde_toevoegen)
    handeling = staticmethod(ingewijde_toevoegen)
    formulier = IngewijdeToevoegenFormulier
    titel = "Iemand inwijden"
    uitleg = (
        "Wie u inwijdt, mag van dit dossier weten wat bij zijn rol hoort. Meer rechten krijgt hij "
        "er niet door."
    )
    knop = "Inwijden"
    gelukt = "Deze persoon is ingewijd."

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"kandidaten": self.kandidaten()}


class BeheerderAanwijzen(_OpVerzegeling):
    """The FG names who looks after a seal that nobody is left to look after."""

    deur = verricht(beheerder_aanwijzen)
    handeling = staticmethod(beheerder_aanwijzen)
    formulier = IngewijdeToevoegenFormulier
    titel = "Beheerder aanwijzen"
    uitleg = (
        "Niemand beheert deze verzegeling nog. Wijs een procesregisseur of leidinggevende aan. Die "
        "mag van het dossier weten wat bij de rol hoort, en kan daarna anderen inwijden."
    )
    knop = "Aanwijzen"
    gelukt = "Deze persoon beheert de verzegeling nu."

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"kandidaten": self.kandidaten().filter(rol__in=BEHEERDERS)}


class IngewijdeSchrappen(HandelingPagina):
    """Take somebody off the list."""

    deur = verricht(ingewijde_schrappen)
    handeling = staticmethod(ingewijde_schrappen)
    formulier = IngewijdeSchrappenFormulier
    titel = "Van de lijst halen"
    uitleg = "Deze persoon weet bij zijn volgende klik niets meer van dit dossier."
    knop = "Van de lijst halen"
    gelukt = "Deze persoon staat niet meer op de lijst."

    def vind_onderwerp(self) -> Ingewijde:
        rijen = Ingewijde.objects.voor(self.toegang, minstens=Niveau.PROCES).select_related(
            "verzegeling", "hoedanigheid__medewerker", "hoedanigheid__organisatie"
        )
        return een_of_404(rijen, pk=self.kwargs["ingewijde_id"])

    def waarover(self) -> str:
        wie = self.onderwerp.hoedanigheid
        return f"{wie.medewerker.naam}: {wie.get_rol_display()} · {wie.organisatie.naam}"

    def succes_url(self, resultaat: Ingewijde) -> str:
        if resultaat.hoedanigheid_id == self.toegang.hoedanigheid_id:
            return reverse("convenant:mijn_werk")
        return self.terug_url()

    def terug_url(self) -> str:
        return _url(self.onderwerp)


class OntzegelenVragen(_OpVerzegeling):
    """Ask a second person to open it again."""

    deur = verricht(ontzegelen_vragen)
    handeling = staticmethod(ontzegelen_vragen)
    formulier = OntzegelenVragenFormulier
    titel = "Vragen om te ontzegelen"
    uitleg = "Een dossier gaat pas weer open als een tweede persoon het eens is met uw reden."
    knop = "Vragen"
    gelukt = f"Uw vraag is vastgelegd. {GEVRAAGD}"


class DossierOntzegelen(_OpVerzegeling):
    """Open it, as the second person."""

    deur = verricht(dossier_ontzegelen)
    handeling = staticmethod(dossier_ontzegelen)
    formulier = DossierOntzegelenFormulier
    titel = "Dossier ontzegelen"
    uitleg = "Vanaf nu bepaalt alleen het convenant weer wie wat van dit dossier mag weten."
    knop = "Ontzegelen"
    gelukt = "Het dossier is ontzegeld."

    def waarover(self) -> str:
        wie = self.onderwerp.gevraagd_door
        return f"Gevraagd door {wie.medewerker.naam}: {self.onderwerp.vraagreden}" if wie else ""

    def succes_url(self, resultaat: Verzegeling) -> str:
        return reverse("convenant:dossier_inzien", args=[resultaat.dossier_id])


class OntzegelenAfwijzen(_OpVerzegeling):
    """Say that it stays sealed, or take one's own question back."""

    deur = verricht(ontzegelen_afwijzen)
    handeling = staticmethod(ontzegelen_afwijzen)
    formulier = OntzegelenAfwijzenFormulier
    titel = "Dossier verzegeld houden"
    knop = "Verzegeld houden"
    gelukt = "Het dossier blijft verzegeld."


def _url(wat: Verzegeling | Ingewijde) -> str:
    return reverse("convenant:verzegeling_inzien", args=[wat.dossier_id])


def _feiten(v: Verzegeling) -> list[Feit]:
    lijst = [
        Feit("Het gaat over", v.get_grond_display()),
        Feit(
            "Verzegeld", tijd.moment(v.verzegeld_op), toelichting=v.verzegeld_door.medewerker.naam
        ),
    ]
    if v.gevraagd_door is not None:
        naam = v.gevraagd_door.medewerker.naam
        lijst.append(Feit("Ontzegelen gevraagd", tijd.moment(v.gevraagd_op), toelichting=naam))
    return lijst


def _rij(toegang: Toegang, i: Ingewijde, kennen: set[uuid.UUID]) -> dict[str, Any]:
    wie = i.hoedanigheid
    return {
        "naam": wie.medewerker.naam,
        "plek": f"{wie.get_rol_display()} · {wie.organisatie.naam}",
        "chip": _stand(toegang, i, kennen),
        "sinds": tijd.datum(i.genoemd_op),
        "door": i.genoemd_door.medewerker.naam,
        "reden": i.reden,
        "schrapreden": i.schrapreden,
        "schrappen": mogelijkheid(
            toegang,
            ingewijde_schrappen,
            i,
            label="Van de lijst halen",
            url=reverse("convenant:ingewijde_schrappen", args=[i.pk]),
        )
        if i.geschrapt_op is None
        else None,
    }


def _stand(toegang: Toegang, i: Ingewijde, kennen: set[uuid.UUID]) -> Chip:
    if i.geschrapt_op is not None:
        return Chip("niet meer")
    if i.hoedanigheid.medewerker_id in kennen:
        return Chip("dicht: belangenconflict", "straks")
    if not geldt(i, toegang.vandaag):
        return Chip("rol geldt niet", "straks")
    return Chip("ingewijd", "goed")


def _mogelijkheden(toegang: Toegang, v: Verzegeling) -> Iterator[Mogelijkheid]:
    deeds = [
        (ingewijde_toevoegen, "Iemand inwijden", not v.is_gevraagd),
        (dossier_ontzegelen, "Ontzegelen", v.is_gevraagd),
        (ontzegelen_afwijzen, "Verzegeld houden", v.is_gevraagd),
        (ontzegelen_vragen, "Vragen om te ontzegelen", not v.is_gevraagd),
        (beheerder_aanwijzen, "Beheerder aanwijzen", True),
    ]
    for nummer, (deed, label, nu) in enumerate(deeds):
        url = reverse(f"convenant:{deed.__name__}", args=[v.pk])
        kan = mogelijkheid(toegang, deed, v, label=label, url=url, primair=nummer < 2)
        if nu and kan.zichtbaar and not (deed is beheerder_aanwijzen and kan.reden):
            yield kan
