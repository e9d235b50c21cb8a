"""`{% load ui %}`: the building blocks of the pages. docs/stijlgids.md shows each in use."""

from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date, datetime
from typing import Any
from zlib import crc32

from django import forms, template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from casusregie.ui import apparaat as apparaten
from casusregie.ui import panelen, tijd
from casusregie.ui.blokken import Cel, Chip, Kolom
from casusregie.ui.formulieren import Formulier, Verschil, stijl_geven
from casusregie.ui.iconen import icoon_svg

register = template.Library()

register.filter("datum", tijd.datum)
register.filter("datum_kort", tijd.datum_kort)
register.filter("dag_maand", tijd.dag_maand)
register.filter("dag_maand_jaar", tijd.dag_maand_jaar)
register.filter("maand_jaar", tijd.maand_jaar)
register.filter("moment", tijd.moment)
register.filter("uur", tijd.uur)


@register.filter
def apparaat(omschrijving: str) -> str:
    """`{{ sessie.user_agent|apparaat }}`: "Chrome op Windows"."""
    return apparaten.apparaat(omschrijving)


@register.filter
def termijn(waarde: date | datetime | None, vandaag: date) -> str:
    """`{{ taak.voor|termijn:vandaag }}`: "over 9 dagen"."""
    return tijd.termijn(waarde, vandaag)


@register.filter
def termijn_toon(waarde: date | datetime | None, vandaag: date) -> str:
    """`{% chip taak.voor|termijn:vandaag taak.voor|termijn_toon:vandaag %}`."""
    return tijd.termijn_toon(waarde, vandaag)


@register.simple_tag
def icoon(naam: str) -> SafeString:
    """`{% icoon "phone" %} Bellen`: always with a word beside it."""
    return icoon_svg(naam)


@register.inclusion_tag("_ui/formulier.html", takes_context=True)
def formulier(
    context: Context,
    form: Formulier,
    *,
    knop: str = "Opslaan",
    actie: str = "",
    annuleer: str = "",
    id: str = "",
    waarschuw: bool = True,
    breed: bool = False,
    snel: bool = False,
    htmx_doel: str = "",
) -> dict[str, Any]:
    """The whole form with its button. `htmx_doel` is the selector that the answer replaces.

    `snel` packs a short form into a few lines: quick entry on a page that shows more.
    """
    return {
        "form": form,
        "knop": knop,
        "actie": actie,
        "annuleer": annuleer,
        "id": id,
        "waarschuw": waarschuw,
        "breed": breed,
        "snel": snel,
        "htmx_doel": htmx_doel,
        "csrf_token": context.get("csrf_token", ""),
    }


@register.inclusion_tag("_ui/velden.html")
def velden(form: Formulier) -> dict[str, Any]:
    """Error summary, hidden fields and all visible fields, for inside a form of your own."""
    return {"form": form}


@register.inclusion_tag("_ui/velden_van.html")
def velden_van(form: forms.Form) -> dict[str, Any]:
    """The fields of a form that is not a Formulier (login, account) in the style of the house."""
    for veld in form.fields.values():
        veld.widget.attrs.pop("placeholder", None)
        stijl_geven(veld.widget)
    return {"form": form}


@register.inclusion_tag("_ui/fouten.html")
def fouten(form: Formulier) -> dict[str, Any]:
    """The error summary only."""
    return {"form": form}


@register.inclusion_tag("_ui/veld.html")
def veld(bound: forms.BoundField) -> dict[str, Any]:
    """One field with label, hint and error."""
    widget = bound.field.widget
    onleesbaar = bool(bound.errors) and isinstance(bound.value(), str)
    if isinstance(widget, forms.DateInput | forms.DateTimeInput) and onleesbaar:
        widget = copy(widget)
        widget.input_type = "text"  # a native date field would wipe what cannot be read
    hulp = [f"{bound.auto_id}_helptext"] if bound.help_text else []
    fout = [f"{bound.auto_id}_error"] if bound.errors else []
    return {
        "veld": bound,
        "soort": _soort(widget),
        "besturing": bound.as_widget(widget),
        "opnieuw_kiezen": isinstance(bound.field, forms.FileField) and bound.form.errors,
        "beschreven_door": " ".join(hulp + fout),
    }


@register.inclusion_tag("_ui/knop.html", takes_context=True)
def knop(context: Context, mogelijkheid: Any) -> dict[str, Any]:
    """A deed as a button, disabled with the sentence of the rule, or nothing."""
    return {
        "m": mogelijkheid,
        "icoon_naam": getattr(mogelijkheid, "icoon", ""),
        "post": getattr(mogelijkheid, "methode", "get") == "post",
        "reden_id": f"reden-{crc32(f'{mogelijkheid.label}|{mogelijkheid.url}'.encode()):x}",
        "csrf_token": context.get("csrf_token", ""),
    }


@register.inclusion_tag("_ui/knoppen.html", takes_context=True)
def knoppen(context: Context, mogelijkheden: Iterable[Any]) -> dict[str, Any]:
    """A group of deeds; nothing at all when none is visible."""
    zichtbaar = [m for m in mogelijkheden if m.zichtbaar]
    return {
        "mogelijkheden": zichtbaar,
        "csrf_token": context.get("csrf_token", ""),
    }


@register.inclusion_tag("_ui/chip.html")
def chip(tekst: str | Chip, toon: str = "neutraal", icoon: str = "") -> dict[str, Any]:
    """`{% chip "In uitvoering" "goed" %}` or `{% chip chip_object %}`."""
    if isinstance(tekst, Chip):
        return {"tekst": tekst.tekst, "toon": tekst.toon, "icoon_naam": tekst.icoon}
    return {"tekst": tekst, "toon": toon, "icoon_naam": icoon}


@register.inclusion_tag("_ui/kop.html")
def paginakop(
    titel: str, chips: Iterable[Chip] = (), url: str = "", url_label: str = "", sub: str = ""
) -> dict[str, Any]:
    """The h1 of a page with its chips and one link at the end of the line."""
    return {"titel": titel, "chips": chips, "url": url, "url_label": url_label, "sub": sub}


@register.inclusion_tag("_ui/kruimels.html")
def kruimels(stappen: Sequence[Any]) -> dict[str, Any]:
    """The breadcrumb, from a list of Kruimel."""
    return {"stappen": stappen}


@register.inclusion_tag("_ui/feiten.html")
def feiten(lijst: Iterable[Any]) -> dict[str, Any]:
    """A list of facts, from a list of Feit."""
    return {"feiten": lijst}


@register.inclusion_tag("_ui/taken.html")
def taken(lijst: Sequence[Any], leeg: str = "Er is nu niets te doen.") -> dict[str, Any]:
    """The block "Nu te doen", from a list of Taak."""
    return {"taken": lijst, "leeg": leeg}


@register.inclusion_tag("_ui/tabs.html")
def tabs(lijst: Iterable[Any], label: str = "Onderdelen van deze pagina") -> dict[str, Any]:
    """Tabs that are links, from a list of Tab."""
    return {"tabs": lijst, "label": label}


@register.inclusion_tag("_ui/fasebalk.html")
def fasebalk(stappen: Iterable[Any]) -> dict[str, Any]:
    """The phase bar, from a list of Stap."""
    return {"stappen": stappen}


@register.inclusion_tag("_ui/tijdlijn.html")
def tijdlijn(
    regels: Iterable[Any], leeg: str = "Er is nog niets vastgelegd.", kop: str = "h3"
) -> dict[str, Any]:
    """The timeline, from a list of TijdlijnRegel."""
    return {"regels": list(regels), "leeg": leeg, "kop": kop}


@register.inclusion_tag("_ui/strook.html")
def strook(strook: Any, url: str = "", url_label: str = "") -> dict[str, Any]:
    """The strip of change, from a Strook."""
    rijen = [(rij, list(zip(strook.kolommen, rij.cellen, strict=True))) for rij in strook.rijen]
    met_grond = any(rij.grondslag for rij in strook.rijen)
    return {
        "strook": strook,
        "rijen": rijen,
        "met_grond": met_grond,
        "url": url,
        "url_label": url_label,
    }


@register.inclusion_tag("_ui/verschil.html")
def verschil(
    rijen: Sequence[Verschil], wie: str = "Een collega", wanneer: str = ""
) -> dict[str, Any]:
    """What you typed beside what another saved meanwhile, from `formulieren.verschillen`."""
    return {"rijen": rijen, "wie": wie, "wanneer": wanneer}


@register.inclusion_tag("_ui/tabel.html", takes_context=True)
def tabel(
    context: Context,
    kolommen: Sequence[Kolom | str],
    rijen: Iterable[Sequence[Cel | str]],
    bijschrift: str,
    *,
    sorteer: str = "",
    leeg: str = "Niets gevonden.",
) -> dict[str, Any]:
    """A table that becomes a list of facts on a narrow screen. `sorteer` is the present value."""
    koppen = [k if isinstance(k, Kolom) else Kolom(str(k)) for k in kolommen]
    vraag = context["request"].GET if context.get("request") else None
    regels = [
        [
            (kolom, cel if isinstance(cel, Cel) else Cel(str(cel)))
            for kolom, cel in zip(koppen, rij, strict=True)
        ]
        for rij in rijen
    ]
    return {
        "koppen": [_tabelkop(kolom, sorteer, vraag) for kolom in koppen],
        "regels": regels,
        "bijschrift": bijschrift,
        "leeg": leeg,
    }


@register.inclusion_tag("_ui/bladeren.html", takes_context=True)
def bladeren(context: Context, pagina: Any, naam: str = "vanaf") -> dict[str, Any]:
    """Links to the previous and next page of a `paging.Pagina`; other parts of the URL stay."""
    vraag = context["request"].GET if context.get("request") else None
    return {
        "vorige": _met(vraag, {naam: pagina.vorige}) if pagina.vorige else "",
        "volgende": _met(vraag, {naam: pagina.volgende}) if pagina.volgende else "",
    }


@register.inclusion_tag("_ui/filter.html", takes_context=True)
def filterformulier(context: Context, form: forms.Form, wis: str = "") -> dict[str, Any]:
    """A filter in the URL (GET); never for names. `wis` is the URL without filters."""
    vraag = context["request"].GET if context.get("request") else {}
    return {"form": form, "wis": wis, "sorteer": vraag.get("sorteer", "")}


@register.inclusion_tag("_ui/leeg.html")
def leeg(kop: str, tekst: str = "", url: str = "", url_label: str = "") -> dict[str, Any]:
    """An empty state that says what to do next."""
    return {"kop": kop, "tekst": tekst, "url": url, "url_label": url_label}


@register.inclusion_tag("_ui/alert.html")
def alert(tekst: str, soort: str = "info", kop: str = "") -> dict[str, Any]:
    """A message in the page: soort info, ok, waarschuwing or fout."""
    return {"tekst": tekst, "soort": soort, "kop": kop}


@register.inclusion_tag("_ui/veiligheidswaarschuwing.html")
def veiligheidswaarschuwing(tekst: str, bron: str, tot: str = "") -> dict[str, Any]:
    """The safety warning that everyone with a task in the case sees."""
    return {"tekst": tekst, "bron": bron, "tot": tot}


@register.inclusion_tag("_ui/verborgen.html")
def verborgen(wat: str, van: str = "", url: str = "", url_label: str = "") -> dict[str, Any]:
    """What exists but is not shared with you: what, from whom, whom to ask; no hint of content."""
    return {"wat": wat, "van": van, "url": url, "url_label": url_label}


@register.inclusion_tag("_ui/tellingen.html")
def tellingen(lijst: Iterable[Any]) -> dict[str, Any]:
    """Numbers that are links to the list they count, from a list of Telling."""
    return {"tellingen": lijst}


@register.inclusion_tag("_ui/contactkaart.html")
def contactkaart(contact: Any) -> dict[str, Any]:
    """Who to call about what, from a Contact."""
    return {"c": contact}


@register.inclusion_tag("_ui/voortgang.html")
def voortgang(v: Any) -> dict[str, Any]:
    """The progress of a job, from a Voortgang; asks again every 2 seconds until it is ready."""
    return {"v": v}


@register.inclusion_tag("_ui/grafiek.html")
def grafiek(g: Any, kop: str = "h3") -> dict[str, Any]:
    """A chart with its title and, folded, the same figures as a table; from a grafiek.Grafiek."""
    rijen = [list(zip(g.koppen, rij, strict=True)) for rij in g.rijen]
    return {"g": g, "rijen": rijen, "kop": kop}


@register.inclusion_tag("_ui/rapport_grafiek.html")
def rapport_grafiek(g: Any) -> dict[str, Any]:
    """The same chart on paper; put its figures in a table of the report."""
    return {"g": g}


@register.inclusion_tag("_ui/scherm_agenda.html")
def scherm_agenda(punten: Iterable[Any]) -> dict[str, Any]:
    """The agenda by number on the shared screen, from a list of Agendapunt."""
    return {"punten": punten}


@register.inclusion_tag("_ui/scherm_adviezen.html")
def scherm_adviezen(adviezen: Iterable[Any]) -> dict[str, Any]:
    """The advices side by side with the deviating one marked, from a list of Advies."""
    return {"adviezen": adviezen}


@register.inclusion_tag("_ui/scherm_kader.html")
def scherm_kader(organisaties: Sequence[str], vragen: Iterable[Any]) -> dict[str, Any]:
    """The answers to the framework in words, from a list of Kadervraag."""
    rijen = [
        (vraag.vraag, list(zip(organisaties, vraag.antwoorden, strict=True))) for vraag in vragen
    ]
    return {"organisaties": organisaties, "rijen": rijen}


@register.inclusion_tag("_ui/scherm_aanwezig.html")
def scherm_aanwezig(aanwezigen: Iterable[Any]) -> dict[str, Any]:
    """Who is present, by organisation, from a list of Aanwezige."""
    return {"aanwezigen": aanwezigen}


@register.simple_block_tag
def kaart(
    content: SafeString, kop: str = "", url: str = "", url_label: str = "", id: str = ""
) -> str:
    """`{% kaart kop="Tijdlijn" %}…{% endkaart %}`: a panel with a heading and one link."""
    return render_to_string(
        "_ui/kaart.html",
        {"kop": kop, "url": url, "url_label": url_label, "id": id, "inhoud": content},
    )


@register.simple_tag(takes_context=True)
def paneel(context: Context, p: Any) -> SafeString:
    """Draw a `blokken.Paneel` within the context of the page."""
    if context.template is None:
        raise RuntimeError("a panel is drawn inside a page")
    with context.push(**p.context):
        return context.template.engine.get_template(p.template).render(context)


@register.simple_tag
def plek(naam: str, **kwargs: Any) -> list[Any]:
    """`{% plek "casus.zij" dossier=dossier as lijst %}`: what later rooms hung at this place."""
    return panelen.panelen(naam, **kwargs)


def _soort(widget: forms.Widget) -> str:
    match widget:
        case forms.CheckboxSelectMultiple() | forms.RadioSelect():
            return "groep"
        case forms.CheckboxInput():
            return "vinkje"
    return "enkel"


def _met(vraag: Any, nieuw: dict[str, str]) -> str:
    if vraag is None:
        return "?" + "&".join(f"{k}={v}" for k, v in nieuw.items())
    kopie = vraag.copy()
    for sleutel, waarde in nieuw.items():
        kopie[sleutel] = waarde
    return f"?{kopie.urlencode()}"


def _tabelkop(kolom: Kolom, sorteer: str, vraag: Any) -> dict[str, Any]:
    if not kolom.sorteer:
        return {"kolom": kolom, "url": "", "richting": "", "pijl": ""}
    op, neer = sorteer == kolom.sorteer, sorteer == f"-{kolom.sorteer}"
    volgende = f"-{kolom.sorteer}" if op else kolom.sorteer
    kopie = vraag.copy() if vraag is not None else None
    if kopie is not None:
        kopie.pop("vanaf", None)
    return {
        "kolom": kolom,
        "url": _met(kopie, {"sorteer": volgende}),
        "richting": "ascending" if op else "descending" if neer else "",
        "pijl": "arrow-up" if op else "arrow-down" if neer else "chevrons-up-down",
    }
