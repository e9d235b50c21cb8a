"""What exists in a dossier and is not shared with the asker: named, never silently left out."""

from collections import Counter

from django.db.models import QuerySet

from beoordeling.models import Deeloordeel
from beoordeling.selectors.informatie import bestaat_alleen
from convenant.enums import Niveau
from convenant.models import Dossier
from convenant.toegang import Toegang
from monitoring.models import Incident
from monitoring.rapportage.blad import Blok


def blok(toegang: Toegang, dossier: Dossier) -> Blok:
    """Items of which the asker may know that they exist, per source and category."""
    regels = [
        *_geteld("Informatie", bestaat_alleen(toegang, dossier.pk).only("categorie", "bron")),
        *_geteld("Incident", _incidenten(toegang, dossier)),
        *_oordelen(toegang, dossier),
    ]
    if not regels:
        return Blok("Niet met u gedeeld", zinnen=["Alles wat u mag kennen, staat in dit rapport."])
    return Blok(
        "Niet met u gedeeld",
        zinnen=[
            "Dit bestaat wel, maar uw rol geeft geen recht op de inhoud. "
            "Vraag ernaar bij de bron als u het nodig hebt."
        ],
        verborgen=regels,
    )


def _geteld(wat: str, gesloten: QuerySet) -> list[str]:
    geteld = Counter((rij.bron.naam, rij.get_categorie_display()) for rij in gesloten)
    return [
        f"{wat} van {bron}, {categorie}: {aantal} keer."
        for (bron, categorie), aantal in sorted(geteld.items())
    ]


def _incidenten(toegang: Toegang, dossier: Dossier) -> QuerySet:
    gedeeld = Incident.objects.voor(toegang).filter(dossier=dossier)
    return (
        Incident.objects.voor(toegang, minstens=Niveau.BESTAAN)
        .filter(dossier=dossier, gewist_op__isnull=True)
        .exclude(pk__in=list(gedeeld.values_list("pk", flat=True)))
        .select_related("bron")
    )


def _oordelen(toegang: Toegang, dossier: Dossier) -> list[str]:
    gedeeld = Deeloordeel.objects.voor(toegang).filter(beoordeling__dossier=dossier)
    namen = (
        Deeloordeel.objects.voor(toegang, minstens=Niveau.BESTAAN)
        .filter(beoordeling__dossier=dossier, beoordeling__vastgesteld_op__isnull=False)
        .exclude(pk__in=list(gedeeld.values_list("pk", flat=True)))
        .values_list("deel__naam", flat=True)
    )
    return [f"Oordeel over {naam}." for naam in sorted(set(namen))]
