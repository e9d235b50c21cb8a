"""What was judged and decided in a dossier: weging, besluit, assessment."""

from beoordeling.models import Beoordeling, Deeloordeel, Weging, Wegingsbijdrage
from casusregie.models import Besluit
from casusregie.ui import tijd
from convenant.enums import Niveau
from convenant.models import Dossier
from convenant.toegang import Toegang
from monitoring.rapportage.blad import Blok, Tekst


def wegingblok(toegang: Toegang, dossier: Dossier) -> Blok:
    """Every weging with the advice of each organisation, dissent included, and every besluit."""
    teksten = []
    for weging in Weging.objects.voor(toegang).filter(dossier=dossier).order_by("gestart_op", "pk"):
        uitkomst = weging.get_uitkomst_display() if weging.uitkomst else "nog geen uitkomst"
        teksten.append(
            Tekst(
                f"Weging, ronde {weging.ronde}: {uitkomst}",
                weging.uitkomst_reden,
                f"{tijd.datum(weging.gestart_op)} – {tijd.datum(weging.vastgesteld_op) or 'nu'}",
            )
        )
        teksten += [
            Tekst(
                f"Advies van {bijdrage.organisatie.naam}: {bijdrage.get_advies_display()}",
                bijdrage.reden,
                tijd.datum(bijdrage.ingediend_op),
            )
            for bijdrage in Wegingsbijdrage.objects.voor(toegang)
            .filter(weging=weging)
            .exclude(advies="")
            .select_related("organisatie")
        ]
    teksten += [_besluit(besluit) for besluit in _besluiten(toegang, dossier)]
    zinnen = [] if teksten else ["Er is nog niet gewogen of besloten."]
    return Blok("Weging en besluit", zinnen=zinnen, teksten=teksten)


def _besluiten(toegang: Toegang, dossier: Dossier) -> list[Besluit]:
    return list(
        Besluit.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(dossier=dossier)
        .select_related("genomen_door__medewerker")
        .order_by("genomen_op", "pk")
    )


def _besluit(besluit: Besluit) -> Tekst:
    regels = [f"{besluit.get_status_display().capitalize()}."]
    if besluit.tegen_advies:
        regels.append("Anders of zwaarder dan de weegploeg adviseerde.")
    if besluit.op_papier:
        regels.append("Op papier genomen.")
    return Tekst(
        f"Besluit: {besluit.get_uitkomst_display()}",
        " ".join(regels),
        f"{tijd.datum(besluit.genomen_op)}, {besluit.genomen_door.medewerker.naam}",
    )


def beoordelingblok(toegang: Toegang, dossier: Dossier) -> Blok:
    """Every established assessment: the level and the words per part, as far as shared."""
    teksten = []
    for beoordeling in (
        Beoordeling.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(dossier=dossier)
        .exclude(vastgesteld_op=None)
        .select_related("kader")
        .order_by("vastgesteld_op", "pk")
    ):
        teksten.append(
            Tekst(
                f"Beoordeling van {tijd.datum(beoordeling.vastgesteld_op)}",
                f"Aanleiding: {beoordeling.get_aanleiding_display()}.",
                beoordeling.kader.naam,
            )
        )
        teksten += [
            Tekst(
                f"{oordeel.deel.naam}: {oordeel.get_niveau_display()}",
                oordeel.oordeel,
                f"Rust op: {oordeel.rust_op}" if oordeel.rust_op else "",
            )
            for oordeel in Deeloordeel.objects.voor(toegang)
            .filter(beoordeling=beoordeling)
            .select_related("deel")
        ]
    zinnen = [] if teksten else ["Er is nog geen beoordeling vastgesteld."]
    return Blok("Beoordeling", zinnen=zinnen, teksten=teksten)
