"""Belangenconflict: say that one knows the person, write it down for another, and lift it."""

from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Chip
from convenant.enums import Niveau
from convenant.forms.belangenconflict import (
    BelangenconflictMeldenFormulier,
    BelangenconflictOpheffenFormulier,
    BelangenconflictRegistrerenFormulier,
)
from convenant.guard import HandelingPagina, een_of_404, verricht
from convenant.handeling import mogelijkheid
from convenant.models import Belangenconflict, Dossier
from convenant.rules.belangenconflict import te_registreren
from convenant.selectors.verzegeling import belangenconflicten_in
from convenant.services.belangenconflict import (
    belangenconflict_melden,
    belangenconflict_opheffen,
    belangenconflict_registreren,
)
from convenant.toegang import Toegang


class BelangenconflictMelden(HandelingPagina):
    """Ik ken deze persoon: the door shuts for who says so."""

    deur = verricht(belangenconflict_melden)
    handeling = staticmethod(belangenconflict_melden)
    formulier = BelangenconflictMeldenFormulier
    titel = "Ik ken deze persoon"
    uitleg = (
        "Kent u deze persoon, of hebt u er een ander belang bij? Meld het. Het dossier gaat meteen "
        "voor u dicht, in elke rol die u hebt, en uw taken gaan naar een ander. Alleen een "
        "procesregisseur kan het weer openen."
    )
    knop = "Melden en dossier sluiten"
    gelukt = "Dank u. Dit dossier is nu voor u gesloten. De procesregisseur weet het."

    def vind_onderwerp(self) -> Dossier:
        return self.dossier()

    def succes_url(self, resultaat: Belangenconflict) -> str:
        return reverse("convenant:mijn_werk")

    def na_dubbel(self, object_id: Any) -> str:
        return reverse("convenant:mijn_werk")

    def terug_url(self) -> str:
        return reverse("convenant:dossier_inzien", args=[self.kwargs["dossier_id"]])


class BelangenconflictRegistreren(HandelingPagina):
    """Write down what somebody told the procesregisseur."""

    deur = verricht(belangenconflict_registreren)
    handeling = staticmethod(belangenconflict_registreren)
    formulier = BelangenconflictRegistrerenFormulier
    titel = "Belangenconflict van een ander vastleggen"
    uitleg = (
        "Meldde iemand u dat hij deze persoon kent? Het dossier gaat meteen voor hem dicht, in elke "
        "rol die hij heeft, en zijn taken gaan naar een ander."
    )
    knop = "Vastleggen"
    gelukt = "Het belangenconflict is vastgelegd. Het dossier is voor deze persoon gesloten."

    def vind_onderwerp(self) -> Dossier:
        return self.dossier()

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"mensen": te_registreren(self.toegang, self.onderwerp)}

    def terug_url(self) -> str:
        return reverse("convenant:betrokkenen", args=[self.kwargs["dossier_id"]])


class BelangenconflictOpheffen(HandelingPagina):
    """Open the dossier to this person again."""

    deur = verricht(belangenconflict_opheffen)
    handeling = staticmethod(belangenconflict_opheffen)
    formulier = BelangenconflictOpheffenFormulier
    titel = "Belangenconflict opheffen"
    uitleg = (
        "Deze medewerker mag daarna weer weten wat bij zijn rol hoort. Betrokken is hij pas weer als "
        "u hem er opnieuw bij betrekt."
    )
    knop = "Opheffen"
    gelukt = "Het belangenconflict is opgeheven."

    def vind_onderwerp(self) -> Belangenconflict:
        rijen = Belangenconflict.objects.voor(self.toegang, minstens=Niveau.PROCES)
        return een_of_404(rijen.select_related("medewerker"), pk=self.kwargs["conflict_id"])

    def waarover(self) -> str:
        conflict = self.onderwerp
        return f"{conflict.medewerker.naam}: {conflict.get_soort_display()}"

    def terug_url(self) -> str:
        return reverse("convenant:betrokkenen", args=[self.onderwerp.dossier_id])


def conflictrijen(toegang: Toegang, dossier: Dossier) -> list[dict[str, Any]]:
    """The conflicts in one dossier, for who lifts them."""
    return [_rij(toegang, conflict) for conflict in belangenconflicten_in(toegang, dossier.pk)]


def _rij(toegang: Toegang, c: Belangenconflict) -> dict[str, Any]:
    eind = ""
    if c.opgeheven_door is not None:
        eind = f"Opgeheven op {tijd.datum(c.opgeheven_op)} door {c.opgeheven_door.medewerker.naam}"
    return {
        "naam": c.medewerker.naam,
        "soort": c.get_soort_display(),
        "stand": Chip("gesloten", "straks") if c.loopt else Chip("opgeheven"),
        "reden": c.reden,
        "gemeld": f"{tijd.datum(c.gemeld_op)} door {c.gemeld_door.medewerker.naam}",
        "eind": f"{eind}: {c.ophefreden}" if eind else "",
        "opheffen": mogelijkheid(
            toegang,
            belangenconflict_opheffen,
            c,
            label="Opheffen",
            url=reverse("convenant:belangenconflict_opheffen", args=[c.pk]),
        )
        if c.loopt
        else None,
    }
