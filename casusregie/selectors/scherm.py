"""One agenda item as the shared screen shows it: what everyone at the table may know, no names."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from beoordeling.enums import Weegwaarde
from beoordeling.models import Weging
from beoordeling.selectors.weging import Schermweging, Vraagregel, weging_voor_scherm
from casusregie.enums import Puntsoort, Puntstatus
from casusregie.models import Agendapunt, Casus
from casusregie.selectors.overleg import vorige_bespreking
from casusregie.ui import tijd
from casusregie.ui.blokken import Advies, Feit, Kadervraag, StrookCel
from convenant.enums import Fase, Niveau, Organisatiesoort, Rol
from convenant.toegang import Toegang
from meldpunt.enums import Persoonsrol
from meldpunt.models import Persoon

NIEMAND = uuid.UUID(int=0)
IN_WEGING = (Fase.WEGING, Fase.BESLUIT)
STERKTE = {
    Weegwaarde.DUIDELIJK: "duidelijk",
    Weegwaarde.ENIGSZINS: "enigszins",
    Weegwaarde.AFWEZIG: "afwezig",
}


@dataclass(frozen=True)
class Schermonderwerp:
    """What stands in the middle of the shared screen."""

    sub: str = ""
    adviezen: Sequence[Advies] = ()
    niet_ingediend: Sequence[str] = ()
    organisaties: Sequence[str] = ()
    verschillend: Sequence[Kadervraag] = ()
    eensgezind: Sequence[Kadervraag] = ()
    feiten: Sequence[Feit] = ()
    hamerstukken: Sequence[Agendapunt] = ()
    vorige: Agendapunt | None = None
    verborgen: int = 0
    zin: str = ""
    uitkomst: str = field(default="")


def minste_lezer(toegang: Toegang) -> Toegang:
    """A member of the weegploeg of no organisation: what he may know, everyone at the table may."""
    return replace(
        toegang,
        rol=Rol.LID_WEEGPLOEG,
        organisatie_id=NIEMAND,
        organisatiesoort=Organisatiesoort.GEMEENTE,
        betrokken=frozenset(),
        regie=frozenset(),
    )


def schermonderwerp(
    toegang: Toegang, punt: Agendapunt, hamerstukken: Sequence[Agendapunt]
) -> Schermonderwerp:
    """What the screen shows of this item."""
    if punt.soort == Puntsoort.WEGING:
        return _weging(toegang, punt)
    if punt.soort == Puntsoort.HAMERSTUK and punt.status == Puntstatus.OPEN:
        return Schermonderwerp(
            sub="Zonder bespreking, tenzij iemand het punt wil bespreken", hamerstukken=hamerstukken
        )
    if punt.soort == Puntsoort.HAMERSTUK or punt.dossier is None:
        return Schermonderwerp()
    return _casus(toegang, punt)


def _weging(toegang: Toegang, punt: Agendapunt) -> Schermonderwerp:
    lezer = minste_lezer(toegang)
    weging = (
        Weging.objects.voor(lezer)
        .filter(pk=punt.weging_id, dossier__fase__in=IN_WEGING)
        .select_related("melding", "dossier")
        .first()
    )
    if weging is None:
        return Schermonderwerp(zin="Deze weging is afgedaan en staat niet meer op het scherm.")
    stuk = weging_voor_scherm(toegang, weging)
    verschillend, eensgezind = _vragen(stuk)
    return Schermonderwerp(
        sub=_over_melding(lezer, weging),
        adviezen=[
            Advies(a.organisatie.naam, a.advies_label, a.reden, a.afwijkend) for a in stuk.adviezen
        ],
        niet_ingediend=stuk.niet_ingediend,
        organisaties=[a.organisatie.naam for a in stuk.adviezen],
        verschillend=verschillend,
        eensgezind=eensgezind,
        verborgen=stuk.verborgen,
        uitkomst=weging.get_uitkomst_display() if weging.uitkomst else "",
    )


def _over_melding(lezer: Toegang, weging: Weging) -> str:
    melding = weging.melding
    persoon = Persoon.objects.voor(lezer).filter(
        dossier_id=weging.dossier_id, rol=Persoonsrol.HOOFD
    )
    hoofd = persoon.first()
    leeftijd = hoofd.leeftijd(lezer.vandaag) if hoofd else None
    delen = [
        f"Gemeld door {melding.get_meldersoort_display()} op {tijd.dag_maand(melding.gemeld_op)}",
        f"{leeftijd} jaar" if leeftijd is not None else "leeftijd onbekend",
        f"stroom: {melding.get_stroom_display()}",
    ]
    return " · ".join(delen)


def _vragen(stuk: Schermweging) -> tuple[list[Kadervraag], list[Kadervraag]]:
    verschillend, eensgezind = [], []
    for _, regels in stuk.vragen:
        for regel in regels:
            waarden = {a.waarde if a else None for a in regel.antwoorden}
            (verschillend if len(waarden) > 1 else eensgezind).append(_vraag(regel))
    return verschillend, eensgezind


def _vraag(regel: Vraagregel) -> Kadervraag:
    cellen = [
        StrookCel(a.get_waarde_display(), STERKTE.get(Weegwaarde(a.waarde), "onbekend"))  # type: ignore[arg-type]
        if a
        else StrookCel("geen antwoord")
        for a in regel.antwoorden
    ]
    return Kadervraag(regel.vraag.naam, cellen)


def _casus(toegang: Toegang, punt: Agendapunt) -> Schermonderwerp:
    """Only process data: in the aanpak the weegploeg knows no content."""
    lezer = minste_lezer(toegang)
    casus = (
        Casus.objects.voor(lezer, minstens=Niveau.PROCES)
        .filter(dossier_id=punt.dossier_id)
        .select_related("dossier")
        .first()
    )
    if casus is None:
        return Schermonderwerp()
    feiten = [
        Feit("Fase", casus.dossier.get_fase_display()),
        Feit("In de aanpak sinds", tijd.datum(casus.geopend_op)),
        Feit("Risicogroep", casus.get_risicogroep_display()),
        Feit(
            "Herbeoordeling uiterlijk",
            tijd.datum(casus.herbeoordeling_op),
            toelichting=tijd.termijn(casus.herbeoordeling_op, toegang.vandaag),
        ),
    ]
    return Schermonderwerp(
        feiten=feiten,
        vorige=vorige_bespreking(lezer, punt),
        zin="De inhoud van deze casus staat niet op dit scherm. De procesregisseur licht toe.",
    )
