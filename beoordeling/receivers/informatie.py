"""Information items on the pages of a dossier: quick entry, tab, timeline, buttons."""

from datetime import date
from typing import Any

from django.urls import reverse

from beoordeling.enums import Informatiesoort
from beoordeling.forms.informatie import ContactFormulier, beginwaarden, kenmerkkeuzes
from beoordeling.models import Informatie
from beoordeling.rules.informatie import VASTLEGGERS
from beoordeling.selectors.informatie import (
    bestaat_alleen_in,
    bronregel,
    iets_in,
    informatie_in,
    niet_gedeeld,
    organisaties_bij,
    termijnchip,
)
from beoordeling.services.informatie import (
    contactmoment_vastleggen,
    document_toevoegen,
    waarneming_vastleggen,
)
from casusregie.ui.blokken import Paneel, Tab, TijdlijnRegel
from casusregie.ui.panelen import registreer
from convenant.enums import Rol
from convenant.handeling import Geweigerd, mogelijkheid
from convenant.models import Bronstuk, Dossier, Taak
from convenant.receivers import toegang_vragen
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Mogelijkheid, Toegang

LEZERS = frozenset({*VASTLEGGERS, Rol.BESTUURSADVISEUR, Rol.BESLISSER, Rol.LEIDINGGEVENDE})


def dossier_snel(toegang: Toegang, dossier: Dossier) -> Paneel | None:
    """The quick entry of a contact, for whoever may record one here now."""
    try:
        contactmoment_vastleggen.regel(toegang, dossier)  # type: ignore[attr-defined]
    except Geweigerd:
        return None
    form = ContactFormulier(
        initial=beginwaarden(toegang, dossier, Informatiesoort.CONTACT),
        vandaag=toegang.vandaag,
        **kenmerkkeuzes(toegang, dossier),
    )
    context: dict[str, object] = {"form": form, "knop": "Vastleggen", "dossier": dossier}
    return Paneel("beoordeling/contactmoment_vastleggen.html#formulier", context)


def dossier_tab(toegang: Toegang, dossier: Dossier) -> tuple[str, Tab] | None:
    """The tab, when this asker may read something here or record something."""
    if toegang.rol not in LEZERS:
        return None
    if not _legt_vast(toegang, dossier) and not iets_in(toegang, dossier):
        return None
    return "informatie", Tab("Informatie", reverse("beoordeling:informatie", args=[dossier.pk]))


def tijdlijn(toegang: Toegang, dossier: Dossier) -> list[TijdlijnRegel]:
    """Every item that may be read, and a line for each that is only known to exist."""
    if toegang.rol not in LEZERS:
        return []
    regels = [_regel(item, toegang.vandaag) for item in informatie_in(toegang, dossier)]
    vragen = vraagknop(toegang, dossier)
    return regels + [
        _bestaat(item, vragen if item.embargo_tot is None else None)
        for item in bestaat_alleen_in(toegang, dossier)
    ]


def vraagknop(toegang: Toegang, dossier: Dossier) -> Mogelijkheid | None:
    """Asking for access, beside what is only known to exist, for who can ask it now."""
    vragen = toegang_vragen(toegang, dossier)
    return vragen if vragen.zichtbaar and not vragen.reden else None


def kader_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    """What the frame of a dossier shows of the items."""
    lezer = [iets_in] if toegang.rol in LEZERS and not _legt_vast(toegang, dossier) else []
    return [*lezer, *([bestaat_alleen_in] if inhoud else [])]


def tijdlijn_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    """What the timeline shows of the items."""
    return [informatie_in, bestaat_alleen_in] if inhoud and toegang.rol in LEZERS else []


def overzicht_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    """What the quick entry of a contact chooses from."""
    return [organisaties_bij] if inhoud and _legt_vast(toegang, dossier) else []


def taak_url(taak: Taak) -> str | None:
    """Where the source says what becomes of an item that is too old."""
    if taak.object_soort != Informatie._meta.label_lower:
        return None
    return reverse("beoordeling:informatie_inzien", args=[taak.object_id])


def stuk_url(toegang: Toegang, stuk: Bronstuk) -> str | None:
    """The page of an item."""
    if not isinstance(stuk, Informatie):
        return None
    return reverse("beoordeling:informatie_inzien", args=[stuk.pk])


def _legt_vast(toegang: Toegang, dossier: Dossier) -> bool:
    return any(not m.reden and m.zichtbaar for m in vastlegknoppen(toegang, dossier))


def vastlegknoppen(toegang: Toegang, dossier: Dossier) -> list[Mogelijkheid]:
    """The buttons for recording something in this dossier."""
    deeds: tuple[tuple[Any, str, str], ...] = (
        (contactmoment_vastleggen, "Contact vastleggen", "phone"),
        (waarneming_vastleggen, "Waarneming vastleggen", "eye"),
        (document_toevoegen, "Document toevoegen", "paperclip"),
    )
    return [
        mogelijkheid(
            toegang,
            deed,
            dossier,
            label=label,
            url=reverse(f"beoordeling:{deed.__name__}", args=[dossier.pk]),
            icoon=icoon,
        )
        for deed, label, icoon in deeds
    ]


def dossier_doen(toegang: Toegang, dossier: Dossier) -> list[Mogelijkheid]:
    """Beside the quick entry of contacts: an observation and a document; nothing when refused."""
    return [m for m in vastlegknoppen(toegang, dossier)[1:] if not m.reden]


def _bestaat(item: Informatie, vragen: Mogelijkheid | None) -> TijdlijnRegel:
    return TijdlijnRegel(
        item.vastgelegd_op,
        "niet met u gedeeld",
        f"Er is informatie van {niet_gedeeld(item.bron, item.embargo_tot)}",
        toon="verborgen",
        url=vragen.url if vragen else "",
        url_label=vragen.label if vragen else "",
    )


def _regel(item: Informatie, vandaag: date) -> TijdlijnRegel:
    soort = item.get_soort_display()
    termijn = termijnchip(item, vandaag)
    if item.soort == Informatiesoort.CONTACT and item.met_wie:
        soort = f"{soort} met {item.met_wie}"
    tekst = item.tekst
    if item.soort == Informatiesoort.CONTACT:
        tekst = f"{tekst}\n{_doel(item)}"
    return TijdlijnRegel(
        item.gebeurd_op,
        soort,
        tekst,
        kop=item.titel,
        bronregel=" · ".join(filter(None, (bronregel(item), termijn.tekst if termijn else ""))),
        url=reverse("beoordeling:informatie_inzien", args=[item.pk]),
        url_label="Bekijken",
        vastgelegd=item.vastgelegd_op,
    )


def _doel(item: Informatie) -> str:
    """The quick entry makes the goal the heading; it is then not said twice."""
    niet = "" if item.doel_verteld else "niet "
    if item.contactdoel == item.titel:
        return f"Dit doel is {niet}verteld."
    return f"Doel van het contact: {item.contactdoel}; dit is {niet}verteld."


registreer("dossier_snel", 10, dossier_snel)
registreer("dossier_tab", 70, dossier_tab)
registreer("tijdlijn", 30, tijdlijn)
registreer("taak_url", 20, taak_url)
registreer("dossier_doen", 40, dossier_doen)
registreer("dossier_kader_vooraf", 30, kader_vooraf)
registreer("dossier_tijdlijn_vooraf", 30, tijdlijn_vooraf)
registreer("dossier_overzicht_vooraf", 30, overzicht_vooraf)
registreer("stuk_url", 10, stuk_url)
