"""The two kinds of page: one that shows (and logs the reading), one that does a deed."""

import uuid
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views import View

from casusregie.ui.blokken import Kruimel
from casusregie.ui.formulieren import Formulier, verschillen
from casusregie.ui.htmx import antwoord, verder
from convenant.enums import Niveau
from convenant.handeling import AlGedaan, Geweigerd, Gewijzigd, dossier_van
from convenant.logboek import PAGINATITELS, inzage_loggen
from convenant.models import Dossier
from convenant.toegang import Toegang

from .deur import Deur


class ToegangRequest(HttpRequest):
    """A request behind a door: who asks is known."""

    toegang: Toegang
    deur: Deur


def een_of_404[T: models.Model](queryset: models.QuerySet[T], **zoek: Any) -> T:
    """The one row, or 404: what you may not know does not exist."""
    try:
        return queryset.get(**zoek)
    except ObjectDoesNotExist:
        raise Http404 from None


class Pagina(View):
    """A page that shows something. Subclasses give ``template_name`` and ``gegevens``.

    Set ``self.gelezen`` (an onderwerp) or ``self.getoonde_dossiers`` in ``gegevens``: the reading
    is logged under the purpose of the door.
    """

    deur: ClassVar[Deur]
    template_name: ClassVar[str]
    deel: ClassVar[str] = ""
    http_method_names: ClassVar[list[str]] = ["get", "head"]
    request: ToegangRequest
    gelezen: models.Model | None = None
    getoonde_dossiers: Iterable[uuid.UUID] = ()

    @property
    def toegang(self) -> Toegang:
        """Who asks."""
        return self.request.toegang

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show the page and log that it was read."""
        context = self.gegevens()
        response = self.toon(context)
        self.log_inzage()
        return response

    def gegevens(self) -> dict[str, Any]:
        """What the template gets; a download has none."""
        return {}

    def toon(self, context: dict[str, Any], status: int = 200) -> HttpResponse:
        """Render the page, or for htmx the named part of it."""
        return antwoord(
            self.request,
            self.template_name,
            {"pagina": self, **context},
            deel=self.deel,
            status=status,
        )

    def log_inzage(self) -> None:
        """Append the reading of the shown dossier or dossiers."""
        dossiers = list(self.getoonde_dossiers)
        if self.gelezen is None and not dossiers:
            return
        inzage_loggen(
            self.toegang,
            self.request.deur.doel,
            dossier_id=dossier_van(self.gelezen),
            dossiers=dossiers,
            onderwerp=self.gelezen,
        )

    def dossier(self, *, minstens: Niveau = Niveau.PROCES) -> Dossier:
        """The dossier of the URL (``dossier_id``), or 404 when this asker may not know it."""
        return een_of_404(
            Dossier.objects.voor(self.toegang, minstens=minstens), pk=self.kwargs["dossier_id"]
        )


class HandelingPagina(Pagina, ABC):
    """A page with the form of one deed.

    Subclasses give ``handeling`` (the service), ``formulier``, ``template_name`` (default: the
    plain form page), ``titel``, and where there is one ``vind_onderwerp``. Refusals keep what was
    typed; a stale version shows the difference; a double click does one thing.
    """

    handeling: ClassVar[Any]
    formulier: ClassVar[type[Formulier]] = Formulier
    template_name: ClassVar[str] = "convenant/handeling.html"
    titel: ClassVar[str] = ""
    uitleg: ClassVar[str] = ""
    knop: ClassVar[str] = "Opslaan"
    gelukt: ClassVar[str] = "Opgeslagen."
    werk_label: ClassVar[str] = "Naar het werk"
    http_method_names: ClassVar[list[str]] = ["get", "head", "post"]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Opening the form is a reading too; the logboek calls it by the title of its page."""
        super().__init_subclass__(**kwargs)
        deur: Deur | None = getattr(cls, "deur", None)
        titel = deur.titel or cls.titel if deur is not None else ""
        if deur is not None and isinstance(titel, str) and titel:
            PAGINATITELS.setdefault(deur.doel, f"{titel} (formulier)")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show the empty or prefilled form, or why the deed cannot be done now."""
        onderwerp = self.onderwerp
        try:
            type(self).handeling.regel(self.toegang, onderwerp)
        except Geweigerd as weigering:
            return self.toon_weigering(weigering)
        return self.toon_formulier(self.maak_formulier())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Do the deed, or show the form again with what was typed."""
        form = self.maak_formulier(data=request.POST, files=request.FILES)
        if not form.is_valid():
            return self.toon_formulier(form, status=422)
        return self.verricht(form)

    def verricht(self, form: Formulier) -> HttpResponse:
        """Call the service; translate what it raises into the page."""
        try:
            resultaat = self.voer_uit(form)
        except Geweigerd as weigering:
            form.add_error(None, weigering.reden)
            return self.toon_formulier(form, status=422)
        except Gewijzigd as gewijzigd:
            return self.toon_verschil(form, gewijzigd.onderwerp)
        except AlGedaan as al_gedaan:
            messages.info(self.request, "Dit was al opgeslagen. Er is niets dubbel gedaan.")
            return verder(self.request, self.na_dubbel(al_gedaan.logregel.object_id))
        if self.gelukt:
            messages.success(self.request, self.gelukt)
        return verder(self.request, self.succes_url(resultaat))

    def voer_uit(self, form: Formulier) -> Any:
        """Call the deed with the answers of the form."""
        toegang = self.toegang.met_sleutel(form.sleutel if form.met_sleutel else None)
        onderwerp = self.onderwerp
        plaats = () if onderwerp is None else (onderwerp,)
        kwargs = self.argumenten(form)
        if form.met_versie:
            kwargs["versie"] = form.cleaned_data["versie"]
        return type(self).handeling(toegang, *plaats, **kwargs)

    def argumenten(self, form: Formulier) -> dict[str, Any]:
        """The keyword arguments for the service."""
        return form.antwoorden()

    @property
    def onderwerp(self) -> Any:
        """What the deed is about, found once through ``.voor(toegang)``; ``None`` for creation."""
        if not hasattr(self, "_onderwerp"):
            self._onderwerp = self.vind_onderwerp()
        return self._onderwerp

    def vind_onderwerp(self) -> Any:
        """Find what the deed is about, with ``een_of_404``; default: nothing."""
        return None

    def maak_formulier(self, **kwargs: Any) -> Formulier:
        """The form, bound when ``data`` is given."""
        beginwaarden = dict(self.beginwaarden())
        if self.formulier.met_versie:
            beginwaarden["versie"] = self.onderwerp.versie
        return self.formulier(
            initial=beginwaarden,
            vandaag=self.toegang.vandaag,
            **self.formulier_argumenten(),
            **kwargs,
        )

    def beginwaarden(self) -> Mapping[str, Any]:
        """What is filled in beforehand; for an edit form: what is saved now."""
        return {}

    def formulier_argumenten(self) -> dict[str, Any]:
        """Choices that depend on who asks (querysets through ``.voor``)."""
        return {}

    def gegevens(self) -> dict[str, Any]:
        """What the template gets beside the form."""
        return {}

    def toon_formulier(self, form: Formulier, status: int = 200, **extra: Any) -> HttpResponse:
        """Show the form."""
        context = self._kader() | {"form": form, "knop": self.knop, "verschillen": ()}
        context["waarover"] = self.waarover() if self._mag_het_doen() else ""
        self.gelezen = self.gelezen or self.onderwerp
        response = self.toon(context | self.gegevens() | extra, status=status)
        if self.request.method == "GET":
            self.log_inzage()
        return response

    def waarover(self) -> str:
        """Which goal, whose role, which signature: what the form itself does not show."""
        return ""

    def _mag_het_doen(self) -> bool:
        """A GET came past the rule; a form that came back may be of someone who is refused."""
        if self.request.method == "GET":
            return True
        try:
            type(self).handeling.regel(self.toegang, self.onderwerp)
        except Geweigerd:
            return False
        return True

    def toon_weigering(self, weigering: Geweigerd) -> HttpResponse:
        """Say why the deed cannot be done now."""
        return antwoord(
            self.request,
            "convenant/kan_niet.html",
            self._kader() | {"reden": weigering.reden},
            status=403,
        )

    def kruimelpad(self) -> list[Kruimel]:
        """The way back: the dossier where this asker may know it, and the page behind the form."""
        dossier = (
            Dossier.objects.voor(self.toegang, minstens=Niveau.PROCES)
            .filter(pk=dossier_van(self.onderwerp))
            .first()
        )
        begin = [Kruimel("Mijn werk", reverse("convenant:mijn_werk"))]
        if dossier is not None:
            begin.append(
                Kruimel(dossier.nummer, reverse("convenant:dossier_inzien", args=[dossier.pk]))
            )
        return [*begin, Kruimel(self.titel)]

    def _kader(self) -> dict[str, Any]:
        return {
            "titel": self.titel,
            "uitleg": self.uitleg,
            "kruimelpad": self.kruimelpad(),
            "terug_url": self.terug_url(),
            "werk_url": self.werk_url(),
            "werk_label": self.werk_label,
        }

    def opgeslagen(self) -> Mapping[str, Any]:
        """What is saved now, for who was too late; other than what a form proposes, if it does."""
        return self.beginwaarden()

    def toon_verschil(self, form: Formulier, onderwerp: Any) -> HttpResponse:
        """Someone else was faster: show both texts, keep what was typed, ask to decide."""
        self._onderwerp = onderwerp
        opgeslagen = dict(self.opgeslagen())
        data = self.request.POST.copy()
        data["versie"] = str(onderwerp.versie)
        data["sleutel"] = str(uuid.uuid4())
        form.data = data
        form.add_error(
            None,
            "Iemand anders heeft dit intussen gewijzigd. Vergelijk de teksten hieronder; "
            "uw eigen tekst staat nog in het formulier.",
        )
        return self.toon_formulier(form, status=409, verschillen=verschillen(form, opgeslagen))

    def succes_url(self, resultaat: Any) -> str:
        """Where to go after the deed."""
        return self.terug_url()

    def na_dubbel(self, object_id: uuid.UUID | None) -> str:
        """Where to go when the deed was already done by the first click."""
        return self.terug_url()

    def werk_url(self) -> str:
        """Where something else is done first, when the deed is refused; empty: nowhere."""
        return ""

    @abstractmethod
    def terug_url(self) -> str:
        """The page this form belongs to."""
