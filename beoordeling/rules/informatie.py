"""Who may record information in a dossier, of which category, and who may correct it."""

from typing import NamedTuple

from beoordeling.models import Informatie
from convenant.enums import (
    IN_AANPAK,
    INHOUDSCATEGORIEEN,
    Categorie,
    Fase,
    Niveau,
    Organisatiesoort,
    Rol,
)
from convenant.handeling import Geweigerd, regel
from convenant.models import Dossier, Organisatie
from convenant.rules.bronstuk import eis_in_te_trekken, eis_te_corrigeren
from convenant.toegang import Toegang, niveau_van

VASTLEGGERS = (Rol.CASUSREGISSEUR, Rol.PARTNER, Rol.LID_WEEGPLOEG, Rol.PROCESREGISSEUR)
ALLEEN_VAN = {
    Categorie.MEDISCH: Organisatiesoort.ZORG,
    Categorie.POLITIEGEGEVEN: Organisatiesoort.POLITIE,
}
"""Categories that only an organisation of this kind records."""


@regel(*VASTLEGGERS)
def contactmoment_vastleggen(toegang: Toegang, dossier: Dossier) -> None:
    """Whoever works in the dossier records contacts in it."""
    _mag_vastleggen(toegang, dossier)


@regel(*VASTLEGGERS)
def waarneming_vastleggen(toegang: Toegang, dossier: Dossier) -> None:
    """Whoever works in the dossier records facts and observations in it."""
    _mag_vastleggen(toegang, dossier)


@regel(*VASTLEGGERS)
def document_toevoegen(toegang: Toegang, dossier: Dossier) -> None:
    """Whoever works in the dossier adds documents to it."""
    _mag_vastleggen(toegang, dossier)


@regel(*VASTLEGGERS)
def informatie_corrigeren(toegang: Toegang, informatie: Informatie) -> None:
    """Only who recorded an item corrects it; the first text stays in its history."""
    eis_te_corrigeren(toegang, informatie)


@regel(*VASTLEGGERS)
def informatie_intrekken(toegang: Toegang, informatie: Informatie) -> None:
    """The source takes its own item back, or who wrote it down for the source; at any time."""
    eis_in_te_trekken(toegang, informatie)


@regel(*VASTLEGGERS)
def informatie_herbeoordelen(toegang: Toegang, informatie: Informatie) -> None:
    """The source says that its own item still holds, or who wrote it down; at any time."""
    eis_in_te_trekken(toegang, informatie, "nagaan")


def categorieen_voor(toegang: Toegang, dossier: Dossier) -> list[Categorie]:
    """The categories in which this asker may record: what they may read back themselves.

    Medical information comes from care alone, politiegegevens from the police alone; and of a care
    organisation everything is medical, even that it tells something.
    """
    if _spreekt_voor_zorg(toegang):
        medisch = Categorie.MEDISCH
        return [medisch] if _leest_terug(toegang, dossier, medisch) else []
    return [
        categorie
        for categorie in INHOUDSCATEGORIEEN
        if ALLEEN_VAN.get(categorie, toegang.organisatiesoort) == toegang.organisatiesoort
        and _leest_terug(toegang, dossier, categorie)
    ]


def bron_toegestaan(toegang: Toegang, bron: Organisatie) -> bool:
    """Whether this asker may name ``bron`` as the source of what they record.

    Who leads the dossier writes down what another party tells; but what comes from care, care
    records itself: a regisseur whom a GGD employs acts as regisseur. A partner or member of the
    weegploeg speaks for the own organisation.
    """
    if _leidt(toegang):
        return bron.soort != Organisatiesoort.ZORG
    return bron.pk == toegang.organisatie_id


def _leidt(toegang: Toegang) -> bool:
    return toegang.is_een(Rol.CASUSREGISSEUR, Rol.PROCESREGISSEUR)


def _spreekt_voor_zorg(toegang: Toegang) -> bool:
    return toegang.organisatiesoort == Organisatiesoort.ZORG and not _leidt(toegang)


def _leest_terug(toegang: Toegang, dossier: Dossier, categorie: Categorie) -> bool:
    niveau = niveau_van(
        toegang,
        categorie=categorie,
        fase=Fase(dossier.fase),
        dossier_id=dossier.pk,
        bron_id=toegang.organisatie_id,
        vastgelegd_op=toegang.moment,
    )
    return niveau == Niveau.INHOUD


def _mag_vastleggen(toegang: Toegang, dossier: Dossier) -> None:
    if dossier.fase in (Fase.GESLOTEN, Fase.AFGEDAAN):
        raise Geweigerd("Dit dossier is gesloten; er kan niets meer bij.")
    if toegang.rol == Rol.CASUSREGISSEUR and dossier.pk not in toegang.regie:
        raise Geweigerd("Alleen de regisseur of waarnemer van dit dossier kan hier vastleggen.")
    if toegang.rol == Rol.PARTNER and dossier.pk not in toegang.betrokken:
        raise Geweigerd("U bent niet bij dit dossier betrokken.")
    if toegang.rol == Rol.PARTNER and dossier.fase not in IN_AANPAK:
        raise Geweigerd("Een partner legt vast zodra het dossier in uitvoering is.")
    if toegang.rol == Rol.LID_WEEGPLOEG and dossier.fase != Fase.WEGING:
        raise Geweigerd("De weegploeg legt alleen vast zolang het dossier in de weging is.")


class Standaard(NamedTuple):
    """What is filled in beforehand for a new item."""

    categorie: Categorie
    grondslag: str
    doel: str


GRONDSLAG = {
    Organisatiesoort.GEMEENTE: "Gemeentewet art. 172 en convenant art. 5",
    Organisatiesoort.POLITIE: "Wpg art. 20 en convenant art. 7",
    Organisatiesoort.OM: "Wjsg art. 39f en convenant art. 7",
    Organisatiesoort.ZORG: "Eigen dossierplicht van de zorg (BW 7:454)",
    Organisatiesoort.RECLASSERING: "Reclasseringsregeling en convenant art. 5",
    Organisatiesoort.JEUGD: "Jeugdwet art. 7.3.11 en convenant art. 5",
}
GRONDSLAG_ANDERS = "AVG art. 6 lid 1e en convenant art. 5"


def standaard(toegang: Toegang, dossier: Dossier) -> Standaard:
    """The usual category, ground and purpose of this role and organisation in this phase.

    A care worker in the uitvoering writes *medisch* unless chosen otherwise; the police in the
    weegploeg *politiegegeven*. The grounds are our defaults, to be confirmed by a lawyer.
    """
    keuzes = categorieen_voor(toegang, dossier)
    eerste = keuzes[0] if keuzes else Categorie.GEWOON
    eigen = (c for c, soort in ALLEEN_VAN.items() if soort == toegang.organisatiesoort)
    categorie = next((c for c in eigen if c in keuzes), eerste)
    in_weging = dossier.fase in (Fase.MELDING, Fase.WEGING, Fase.BESLUIT)
    return Standaard(
        categorie,
        GRONDSLAG.get(toegang.organisatiesoort, GRONDSLAG_ANDERS),
        "Weging van de melding" if in_weging else "Uitvoering van de aanpak",
    )
