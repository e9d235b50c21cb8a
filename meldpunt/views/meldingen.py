"""The list of reports, one report, and the reports of a dossier."""

from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Feit, Kolom
from casusregie.ui.paging import bladeren
from convenant.enums import Niveau, Rol
from convenant.guard import DossierPagina, Pagina, een_of_404, inzage
from convenant.handeling import mogelijkheid
from convenant.models import Dossier
from convenant.regelboek import LEESROLLEN
from convenant.toegang import Mogelijkheid, Toegang
from meldpunt.enums import Meldingstatus, Urgentie
from meldpunt.forms.meldingen import MeldingFilter
from meldpunt.models import Duiding, Melder, Melding
from meldpunt.selectors.meldingen import (
    duidingen_van,
    melder_van,
    meldingen,
    meldingen_van_dossier,
)
from meldpunt.services.antwoorden import terugkoppeling_geven
from meldpunt.services.duiden import duiding_bevestigen, duiding_terugsturen, melding_duiden
from meldpunt.services.koppelen import melding_herkoppelen, melding_koppelen
from meldpunt.services.registreren import melding_aanvullen, melding_registreren

from .kader import TRIAGE, kruimels_van_melding, statuschip, urgentiechip

KOLOMMEN = [
    Kolom("Nummer"),
    Kolom("Gemeld", sorteer="gemeld"),
    Kolom("Urgentie"),
    Kolom("Status"),
    Kolom("Melder"),
    Kolom("Stroom"),
    Kolom("Dossier"),
]
SORTERING = {"gemeld": "gemeld_op", "-gemeld": "-gemeld_op"}


class Meldingen(Pagina):
    """Every report that this role works on, newest first."""

    deur = inzage("meldingen", *TRIAGE, titel="Meldingen")
    template_name = "meldpunt/meldingen.html"

    def gegevens(self) -> dict[str, Any]:
        filter_ = MeldingFilter(self.request.GET)
        sorteer = self.request.GET.get("sorteer", "")
        sorteer = sorteer if sorteer in SORTERING else "-gemeld"
        lijst = meldingen(self.toegang, **filter_.gekozen())
        pagina = bladeren(lijst, self.request.GET.get("vanaf"), op=SORTERING[sorteer])
        self.getoonde_dossiers = [m.dossier_id for m in pagina if m.dossier_id]
        return {
            "filter": filter_,
            "sorteer": sorteer,
            "bladzijde": pagina,
            "kolommen": KOLOMMEN,
            "rijen": [_rij(self.toegang, melding) for melding in pagina],
            "registreren": mogelijkheid(
                self.toegang,
                melding_registreren,
                None,
                label="Melding registreren",
                url=reverse("meldpunt:melding_registreren"),
                primair=True,
                icoon="file-plus",
            ),
        }


def _rij(toegang: Toegang, melding: Melding) -> list[Cel]:
    """One report; its source only where that is another organisation than one's own."""
    dossier = melding.dossier
    elders = melding.bron_id != toegang.organisatie_id
    dag, klok = tijd.moment(melding.gemeld_op).split(", ")
    return [
        Cel(melding.nummer, url=reverse("meldpunt:melding_inzien", args=[melding.pk])),
        Cel(dag, sub=klok),
        Cel(chip=urgentiechip(melding)),
        Cel(chip=statuschip(melding)),
        Cel(melding.get_meldersoort_display(), sub=melding.bron.naam if elders else ""),
        Cel(melding.get_stroom_display()),
        Cel(dossier.nummer, url=reverse("convenant:dossier_inzien", args=[dossier.pk]))
        if dossier
        else Cel("nog niet gekoppeld"),
    ]


class MeldingInzien(Pagina):
    """One report: what was told, what came of it, and what can be done now."""

    deur = inzage("melding_inzien", *LEESROLLEN, titel="Melding")
    template_name = "meldpunt/melding_inzien.html"

    def gegevens(self) -> dict[str, Any]:
        melding = een_of_404(
            Melding.objects.voor(self.toegang).select_related("bron", "ingevoerd_door__medewerker"),
            pk=self.kwargs["melding_id"],
        )
        self.gelezen = melding
        duidingen = list(duidingen_van(self.toegang, melding=melding))
        melder = melder_van(self.toegang, melding)
        acuut = melding.urgentie == Urgentie.ACUUT and melding.status != Meldingstatus.AFGEHANDELD
        return {
            "melding": melding,
            "kruimelpad": kruimels_van_melding(melding, self.toegang.rol),
            "chips": [urgentiechip(melding), statuschip(melding)],
            "acuut": acuut,
            "mag_aanvullen": self.toegang.rol == Rol.MAP_MEDEWERKER,
            "feiten": self._feiten(melding, melder),
            "over_wie": _over_wie(melding),
            "melder": melder,
            "melderfeiten": _melderfeiten(melding, melder),
            "duidingen": duidingen,
            "mogelijkheden": _mogelijkheden(self.toegang, melding, duidingen),
        }

    def _feiten(self, melding: Melding, melder: Melder | None) -> list[Feit]:
        feiten = [
            Feit("Gemeld", tijd.moment(melding.gemeld_op)),
            Feit("Kanaal", melding.get_kanaal_display()),
            Feit("Soort melder", melding.get_meldersoort_display()),
            Feit("Bron", melding.bron.naam),
            Feit("Stroom", melding.get_stroom_display()),
            *_invoerder(melding, melder),
        ]
        if melding.gebeld_met:
            feiten.append(
                Feit("Gebeld", melding.gebeld_met, toelichting=tijd.moment(melding.gebeld_op))
            )
        dossier = (
            Dossier.objects.voor(self.toegang, minstens=Niveau.PROCES)
            .filter(pk=melding.dossier_id)
            .first()
        )
        if dossier is not None:
            url = reverse("convenant:dossier_inzien", args=[dossier.pk])
            feiten.insert(0, Feit("Dossier", dossier.nummer, url, dossier.get_fase_display()))
        return feiten


class MeldingenVanDossier(DossierPagina):
    """The tab with all reports about one dossier, each with its duiding."""

    deur = inzage("meldingen_van_dossier", *LEESROLLEN, titel="Dossier: meldingen")
    template_name = "meldpunt/meldingen_van_dossier.html"
    tab = "meldingen"

    def gegevens(self) -> dict[str, Any]:
        dossier_id = self.dossierstuk.pk
        duidingen: dict[Any, list[Duiding]] = {}
        for duiding in duidingen_van(self.toegang, melding__dossier_id=dossier_id):
            duidingen.setdefault(duiding.melding_id, []).append(duiding)
        return {
            "meldingen": [
                {
                    "melding": melding,
                    "chips": [urgentiechip(melding), statuschip(melding)],
                    "duidingen": duidingen.get(melding.pk, []),
                }
                for melding in meldingen_van_dossier(self.toegang, dossier_id)
            ]
        }


def _invoerder(melding: Melding, melder: Melder | None) -> list[Feit]:
    """Who typed the report; an accounthouder is himself the melder, so only the MAP sees him."""
    invoerder = melding.ingevoerd_door
    if melder is None and invoerder.rol == Rol.ACCOUNTHOUDER:
        return []
    return [Feit("Ingevoerd door", invoerder.medewerker.naam)]


def _over_wie(melding: Melding) -> list[Feit]:
    naam = f"{melding.genoemde_voornaam} {melding.genoemde_achternaam}".strip()
    feiten = [Feit("Genoemde naam", naam or "geen naam genoemd")]
    if melding.genoemde_geboortedatum:
        feiten.append(Feit("Geboren", tijd.datum(melding.genoemde_geboortedatum)))
    if melding.genoemde_leeftijd is not None:
        feiten.append(Feit("Geschatte leeftijd", f"{melding.genoemde_leeftijd} jaar"))
    if melding.over_wie:
        feiten.append(Feit("Verder gezegd", melding.over_wie))
    return feiten


def _melderfeiten(melding: Melding, melder: Any) -> list[Feit]:
    if melder is None:
        return []
    feiten = [Feit("Naam", "anoniem" if melder.anoniem else melder.naam or "niet genoemd")]
    if melder.functie:
        feiten.append(Feit("Functie", melder.functie))
    if melder.terugbelnummer:
        feiten.append(Feit("Terugbelnummer", melder.terugbelnummer))
    if melding.terugkoppeling_op:
        gegeven = tijd.moment(melding.terugkoppeling_op)
        feiten.append(Feit("Teruggebeld", melder.terugkoppeling, toelichting=gegeven))
    else:
        feiten.append(
            Feit("Terugbellen", "gevraagd" if melder.wil_terugkoppeling else "niet gevraagd")
        )
    return feiten


def _mogelijkheden(toegang: Any, melding: Melding, duidingen: list[Duiding]) -> list[Mogelijkheid]:
    """The buttons of a report: the next step first, what is past left out."""
    stappen: dict[Meldingstatus, list[tuple[Any, str, str]]] = {
        Meldingstatus.NIEUW: [(melding_koppelen, "Koppelen aan een persoon", "link")],
        Meldingstatus.DUIDING: [(melding_duiden, "Duiden", "scale")],
    }
    stap = stappen.get(Meldingstatus(melding.status), [])
    knoppen = [
        _knop(toegang, deed, melding, label, icoon, primair=True) for deed, label, icoon in stap
    ]
    if melding.status == Meldingstatus.TWEEDE_PERSOON and duidingen:
        knoppen += [
            _knop(toegang, duiding_bevestigen, duidingen[0], "Duiding bevestigen", "check", True),
            _knop(toegang, duiding_terugsturen, duidingen[0], "Duiding terugsturen", "undo-2"),
        ]
    if melding.terugkoppeling_op is None and melder_wacht(toegang, melding):
        knoppen.append(
            _knop(toegang, terugkoppeling_geven, melding, "Terugkoppelen aan de melder", "phone")
        )
    if melding.status == Meldingstatus.DUIDING:
        knoppen.append(_knop(toegang, melding_herkoppelen, melding, "Opnieuw koppelen", "link"))
    if melding.status in (Meldingstatus.NIEUW, Meldingstatus.DUIDING):
        knoppen.append(_knop(toegang, melding_aanvullen, melding, "Melding aanvullen", "pencil"))
    return [knop for knop in knoppen if knop.zichtbaar]


def melder_wacht(toegang: Any, melding: Melding) -> bool:
    """Whether the melder, as far as this asker may know, asked to be called back."""
    melder = melder_van(toegang, melding)
    return melder is not None and melder.wil_terugkoppeling


def _knop(
    toegang: Any, deed: Any, onderwerp: Any, label: str, icoon: str, primair: bool = False
) -> Mogelijkheid:
    return mogelijkheid(
        toegang,
        deed,
        onderwerp,
        label=label,
        url=reverse(f"meldpunt:{deed.regel.naam}", args=[onderwerp.pk]),
        icoon=icoon,
        primair=primair,
    )
