"""Information items: the tab, one item with its versions, recording, correcting, downloading."""

from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from django.urls import reverse

from beoordeling.enums import Informatiesoort
from beoordeling.forms.informatie import (
    ContactFormulier,
    CorrectieFormulier,
    DocumentFormulier,
    HerbeoordelenFormulier,
    InformatieFilter,
    IntrekkenFormulier,
    Kwaliteit,
    WaarnemingFormulier,
    beginwaarden,
    kenmerkkeuzes,
)
from beoordeling.models import Informatie
from beoordeling.receivers.informatie import vastlegknoppen, vraagknop
from beoordeling.rules.houdbaarheid import gewoon_houdbaar_tot, gewoon_vernietigen_op
from beoordeling.rules.informatie import VASTLEGGERS
from beoordeling.rules.zorgdeling import HOORDERS, is_van_eigen_zorg
from beoordeling.selectors.embargo import embargo_op
from beoordeling.selectors.informatie import bronregel, informatie_van, termijnchip, verborgen
from beoordeling.services.embargo import embargo_leggen
from beoordeling.services.informatie import (
    contactmoment_vastleggen,
    document_toevoegen,
    informatie_corrigeren,
    informatie_herbeoordelen,
    informatie_intrekken,
    waarneming_vastleggen,
)
from beoordeling.services.wissing import wissen_vragen
from beoordeling.services.zorgdeling import (
    conflict_van_plichten_vastleggen,
    toestemming_vastleggen,
)
from casusregie.ui.blokken import Feit, Kruimel
from casusregie.ui.paging import bladeren
from casusregie.ui.tijd import datum, moment
from convenant.enums import Organisatiesoort, Rol
from convenant.guard import (
    DossierPagina,
    HandelingPagina,
    Pagina,
    StukPagina,
    een_of_404,
    inzage,
    verricht,
)
from convenant.handeling import mogelijkheid
from convenant.models import Dossier, Organisatie, Zorgdeling
from convenant.rules.bronstuk import fase_van
from convenant.rules.embargo import bewaarders
from convenant.selectors.versies import Woorden, verleden_van
from convenant.selectors.wissing import wissingen
from convenant.selectors.zorgdeling import delingen_van
from convenant.toegang import Mogelijkheid, Toegang

ANDERE_TEKST = (informatie_corrigeren, informatie_intrekken)
"""The deeds after which something else stands there than before."""
LEZERS = (*VASTLEGGERS, Rol.BESTUURSADVISEUR, Rol.BESLISSER, Rol.LEIDINGGEVENDE)


class InformatieTab(DossierPagina):
    """Everything recorded in a dossier that this asker may read, newest event first."""

    deur = inzage("informatie", *LEZERS, titel="Dossier: informatie")
    template_name = "beoordeling/informatie.html"
    deel = "lijst"
    tab = "informatie"

    def gegevens(self) -> dict[str, Any]:
        toegang, dossier = self.toegang, self.dossierstuk
        alles = informatie_van(toegang, dossier.pk)
        bronnen = Organisatie.objects.filter(pk__in=alles.order_by().values("bron_id"))
        filter_ = InformatieFilter(self.request.GET, bronnen=bronnen)
        lijst = alles.filter(**filter_.gekozen())
        pagina = bladeren(lijst, self.request.GET.get("vanaf"), op="-gebeurd_op")
        return {
            "filter": filter_,
            "bladzijde": pagina,
            "items": [
                (item, bronregel(item), termijnchip(item, toegang.vandaag)) for item in pagina
            ],
            "verborgen": verborgen(toegang, dossier.pk),
            "vraagknop": vraagknop(toegang, dossier),
            "mogelijkheden": vastlegknoppen(toegang, dossier),
            "hoort_betrokkene": toegang.rol in HOORDERS,
        }


class Informatiepagina(StukPagina[Informatie]):
    """A page of one item: in the frame of its dossier, or without for who only gave it as an answer."""

    tab = "informatie"

    def vind_stuk(self) -> Informatie:
        return informatie_of_404(self.toegang, self.kwargs["informatie_id"])

    def toon(self, context: dict[str, Any], status: int = 200) -> HttpResponse:
        """In the frame of the dossier; for who only gave an answer to a question without it."""
        if self.bekend_dossier is not None:
            return super().toon({"basis": "convenant/dossier_basis.html"} | context, status)
        los = {
            "basis": "beoordeling/antwoord_basis.html",
            "kruimelpad": [*self.begin(), Kruimel(self.deur.titel)],
        }
        return Pagina.toon(self, los | context, status)

    def begin(self) -> list[Kruimel]:
        """The way to this item: through its dossier, or through the question it answers."""
        if self.bekend_dossier is not None:
            return super().begin()
        vraag = reverse("beoordeling:bevraging_inzien", args=[self.stuk.antwoord_op_id])
        return [Kruimel("Taken", reverse("convenant:taken")), Kruimel("Beantwoorde vraag", vraag)]


class InformatieInzien(Informatiepagina):
    """One item with its source line, and what stood there before it was corrected."""

    deur = inzage("informatie_inzien", *LEZERS, titel="Stuk informatie")
    template_name = "beoordeling/informatie_inzien.html"

    def gegevens(self) -> dict[str, Any]:
        toegang, item = self.toegang, self.stuk
        self.gelezen = item
        verleden = verleden_van(toegang, item, ANDERE_TEKST, _in_woorden)
        return {
            "item": item,
            "bronregel": bronregel(item),
            "termijnchip": termijnchip(item, toegang.vandaag),
            "embargo": embargo_op(toegang, item),
            "feiten": _feiten(item),
            "eerdere": verleden.eerdere,
            "intrekreden": verleden.intrekreden,
            "wissing": wissingen(toegang).filter(pk=item.pk).first(),
            "mogelijkheden": _itemknoppen(toegang, item),
            "gedeeld": [_deling_in_woorden(rij) for rij in _gedeeld(toegang, item)],
        }


class DocumentOphalen(Pagina):
    """The file of a document: only for who may read the item, always as a download."""

    deur = inzage("document_ophalen", *LEZERS, titel="Document (download)")

    def get(self, request: Any, **kwargs: Any) -> HttpResponse:
        """Stream the file under a neutral name, closed to scripts, and log the reading."""
        item = informatie_of_404(self.toegang, self.kwargs["informatie_id"])
        if item.soort != Informatiesoort.DOCUMENT or not item.bestand or item.ingetrokken_op:
            raise Http404
        try:
            bestand = item.bestand.open("rb")
        except FileNotFoundError:
            raise Http404 from None
        self.gelezen = item
        self.log_inzage()
        soort = str(item.bestand.name).rpartition(".")[2]
        antwoord: Any = FileResponse(
            bestand,
            as_attachment=True,
            filename=f"document-{item.gebeurd_op.isoformat()}.{soort}",
            content_type="application/octet-stream",
        )
        antwoord.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        antwoord.headers["X-Content-Type-Options"] = "nosniff"
        antwoord.headers["Cache-Control"] = "no-store"
        return antwoord


class InformatieVastleggen(HandelingPagina):
    """What recording any item has in common: defaults from role, organisation and case."""

    knop = "Vastleggen"
    soort = Informatiesoort.WAARNEMING
    met_embargo = True

    def vind_onderwerp(self) -> Dossier:
        return self.dossier()

    def formulier_argumenten(self) -> dict[str, Any]:
        keuzes = kenmerkkeuzes(self.toegang, self.onderwerp)
        if self.met_embargo:
            keuzes["bewaarders"] = bewaarders(self.toegang, self.toegang.organisatie_id)
        return keuzes

    def beginwaarden(self) -> dict[str, Any]:
        return beginwaarden(self.toegang, self.onderwerp, self.soort)

    def terug_url(self) -> str:
        return reverse("beoordeling:informatie", args=[self.kwargs["dossier_id"]])


class ContactmomentVastleggen(InformatieVastleggen):
    """The quick entry of a contact, on a page of its own and on the overview of the dossier."""

    met_embargo = False
    deur = verricht(contactmoment_vastleggen)
    handeling = staticmethod(contactmoment_vastleggen)
    formulier = ContactFormulier
    soort = Informatiesoort.CONTACT
    template_name = "beoordeling/contactmoment_vastleggen.html"
    deel = "formulier"
    titel = "Contact vastleggen"
    gelukt = "Het contact is vastgelegd."

    def gegevens(self) -> dict[str, Any]:
        return {"dossier": self.onderwerp}

    def succes_url(self, resultaat: Any) -> str:
        return reverse("convenant:dossier_inzien", args=[self.kwargs["dossier_id"]])


class WaarnemingVastleggen(InformatieVastleggen):
    """A fact or an observation."""

    deur = verricht(waarneming_vastleggen)
    handeling = staticmethod(waarneming_vastleggen)
    formulier = WaarnemingFormulier
    titel = "Waarneming of feit vastleggen"
    gelukt = "Vastgelegd."


class DocumentToevoegen(InformatieVastleggen):
    """A pdf, Word document or mail."""

    deur = verricht(document_toevoegen)
    handeling = staticmethod(document_toevoegen)
    formulier = DocumentFormulier
    soort = Informatiesoort.DOCUMENT
    titel = "Document toevoegen"
    knop = "Toevoegen"
    gelukt = "Het document is toegevoegd."


class InformatieCorrigeren(HandelingPagina):
    """Put right what one recorded oneself."""

    deur = verricht(informatie_corrigeren)
    handeling = staticmethod(informatie_corrigeren)
    formulier = CorrectieFormulier
    titel = "Corrigeren"
    uitleg = "De eerste tekst blijft bewaard en is voor lezers zichtbaar."
    gelukt = "De correctie is opgeslagen."

    def vind_onderwerp(self) -> Informatie:
        return informatie_of_404(self.toegang, self.kwargs["informatie_id"])

    def beginwaarden(self) -> dict[str, Any]:
        item = self.onderwerp
        velden = ("titel", "gebeurd_op", "met_wie", "tekst", "bewijssoort", "mag_verder")
        return {veld: getattr(item, veld) for veld in velden}

    def terug_url(self) -> str:
        return reverse("beoordeling:informatie_inzien", args=[self.kwargs["informatie_id"]])


class InformatieHerbeoordelen(HandelingPagina):
    """Say that what one's organisation brought in still holds, and until when."""

    deur = verricht(informatie_herbeoordelen)
    handeling = staticmethod(informatie_herbeoordelen)
    formulier = HerbeoordelenFormulier
    titel = "Nagaan of het nog klopt"
    uitleg = "De tekst blijft zoals hij is. Klopt hij niet meer, corrigeer hem of trek hem in."
    gelukt = "Vastgelegd is dat de informatie nog klopt."

    def vind_onderwerp(self) -> Informatie:
        return informatie_of_404(self.toegang, self.kwargs["informatie_id"])

    def beginwaarden(self) -> dict[str, Any]:
        item, vandaag = self.onderwerp, self.toegang.vandaag
        return {
            "mag_verder": item.mag_verder,
            "betrouwbaarheid": item.betrouwbaarheid,
            "geloofwaardigheid": item.geloofwaardigheid,
            "houdbaar_tot": gewoon_houdbaar_tot(vandaag, item.soort, item.bewijssoort),
            "vernietigen_op": gewoon_vernietigen_op(vandaag, fase_van(item)),
        }

    def opgeslagen(self) -> dict[str, Any]:
        return {naam: getattr(self.onderwerp, naam) for naam in Kwaliteit.base_fields}

    def terug_url(self) -> str:
        return reverse("beoordeling:informatie_inzien", args=[self.kwargs["informatie_id"]])

    def waarover(self) -> str:
        return f"{self.onderwerp.titel} ({datum(self.onderwerp.gebeurd_op)})"


class InformatieIntrekken(HandelingPagina):
    """Take back what one's organisation brought in."""

    deur = verricht(informatie_intrekken)
    handeling = staticmethod(informatie_intrekken)
    formulier = IntrekkenFormulier
    titel = "Informatie intrekken"
    uitleg = (
        "Niemand leest de tekst hierna nog, behalve de bron. Wie het kreeg, krijgt de vraag om "
        "het te vernietigen. Mag er niets van blijven staan? Laat het daarna wissen."
    )
    knop = "Intrekken"
    gelukt = "De informatie is ingetrokken."

    def vind_onderwerp(self) -> Informatie:
        return informatie_of_404(self.toegang, self.kwargs["informatie_id"])

    def terug_url(self) -> str:
        return reverse("beoordeling:informatie_inzien", args=[self.kwargs["informatie_id"]])

    def waarover(self) -> str:
        return f"{self.onderwerp.titel} ({datum(self.onderwerp.gebeurd_op)})"


def informatie_of_404(toegang: Toegang, informatie_id: Any) -> Informatie:
    """The item, when this asker may read its content."""
    qs = Informatie.objects.voor(toegang).select_related("bron", "vastgelegd_door__medewerker")
    return een_of_404(qs, pk=informatie_id)


def _in_woorden(versie: Any) -> Woorden:
    return Woorden(versie.titel, versie.gebeurd_op, [versie.tekst])


def _itemdeeds(toegang: Toegang, item: Informatie) -> tuple[tuple[Any, str], ...]:
    """What can still be done with it: of what was withdrawn only that it goes altogether."""
    if item.gewist_op is not None:
        return ()
    if item.ingetrokken_op is not None:
        return ((wissen_vragen, "Laten wissen"),)
    deeds: tuple[tuple[Any, str], ...] = (
        (informatie_corrigeren, "Corrigeren"),
        (informatie_herbeoordelen, "Nagaan of het nog klopt"),
        (informatie_intrekken, "Intrekken"),
        (embargo_leggen, "Embargo leggen"),
    )
    if is_van_eigen_zorg(toegang, item):
        deeds += (
            (toestemming_vastleggen, "Delen met toestemming"),
            (conflict_van_plichten_vastleggen, "Delen na een conflict van plichten"),
        )
    return deeds


def _itemknoppen(toegang: Toegang, item: Informatie) -> list[Mogelijkheid]:
    return [
        mogelijkheid(
            toegang,
            deed,
            item,
            label=label,
            url=reverse(f"beoordeling:{deed.__name__}", args=[item.pk]),
        )
        for deed, label in _itemdeeds(toegang, item)
    ]


def _gedeeld(toegang: Toegang, item: Informatie) -> list[Zorgdeling]:
    """On what ground who reads this item of care, as far as this asker may know."""
    zorg = item.bron.soort == Organisatiesoort.ZORG
    return list(delingen_van(toegang, item)) if zorg else []


def _deling_in_woorden(rij: Zorgdeling) -> str:
    return (
        f"{rij.ontvanger.naam}: {rij.get_grond_display()}, tot en met {datum(rij.tot)}. "
        f"Doel: {rij.doel}"
    )


def _feiten(item: Informatie) -> list[Feit]:
    herkomst = [
        Feit("Bron", item.bron.naam, toelichting=item.bron.contactpunt),
        Feit("Categorie", item.get_categorie_display()),
    ]
    vastgelegd = Feit(
        "Vastgelegd",
        moment(item.vastgelegd_op),
        toelichting=item.vastgelegd_door.medewerker.naam,
    )
    if item.gewist_op is not None:
        return [*herkomst, vastgelegd, Feit("Gewist", moment(item.gewist_op))]
    return [
        *herkomst,
        Feit("Grondslag", item.grondslag),
        Feit("Doel", item.doel),
        Feit("Gebeurd", datum(item.gebeurd_op)),
        vastgelegd,
        Feit("Betrouwbaarheid", item.get_betrouwbaarheid_display() or "niet beoordeeld"),
        Feit("Geloofwaardigheid", item.get_geloofwaardigheid_display() or "niet beoordeeld"),
        Feit("Verder verstrekken", item.get_mag_verder_display()),
        Feit("Houdbaar tot", datum(item.houdbaar_tot) or "niet bepaald"),
        Feit("Vernietigen op", datum(item.vernietigen_op) or "niet bepaald"),
    ]
