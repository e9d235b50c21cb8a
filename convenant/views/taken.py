"""Tasks: the list of one's own, one task, and the deeds on it."""

from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Feit, Kolom, Kruimel
from casusregie.ui.paging import bladeren
from casusregie.ui.panelen import panelen
from convenant.enums import Niveau, Rol
from convenant.forms.taken import TaakAfrondenFormulier, TaakFilter, TaakToevoegenFormulier
from convenant.guard import HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.models import Dossier, Hoedanigheid, Taak
from convenant.selectors.betrokkenen import hoedanigheden_met_rol, lopende_betrokkenheden
from convenant.selectors.taken import STANDEN
from convenant.services.taken import taak_afronden, taak_toevoegen
from convenant.toegang import Toegang

from .dossier import dossieraanduiding, taak_url, voor_wie, waarschuwingen_bij_taken

KOLOMMEN = [
    Kolom("Taak"),
    Kolom("Dossier"),
    Kolom("Voor wie"),
    Kolom("Uiterlijk"),
    Kolom("Stand"),
]


class Taken(Pagina):
    """Own tasks in one state, 25 a page, the earliest last day first."""

    deur = inzage("taken", titel="Taken")
    template_name = "convenant/taken.html"

    def gegevens(self) -> dict[str, Any]:
        filter_ = TaakFilter(self.request.GET)
        gekozen = filter_.gekozen()
        stand = gekozen.pop("stand", "open")
        op = "-gereed_op" if stand == "gedaan" else "uiterlijk"
        lijst = STANDEN[stand](self.toegang).filter(**gekozen)
        pagina = bladeren(lijst, self.request.GET.get("vanaf"), op=op)
        self.getoonde_dossiers = sorted({t.dossier_id for t in pagina if t.dossier_id})
        return {
            "filter": filter_,
            "bladzijde": pagina,
            "kolommen": KOLOMMEN,
            "rijen": [_rij(self.toegang, taak) for taak in pagina],
        }


class TaakInzien(Pagina):
    """One task: what, for whom, before when, and in which dossier."""

    deur = inzage("taak_inzien", titel="Taak")
    template_name = "convenant/taak_inzien.html"

    def gegevens(self) -> dict[str, Any]:
        taak = taak_of_404(self.toegang, self.kwargs["taak_id"])
        self.gelezen = taak
        dossier = _dossier_van(self.toegang, taak)
        elders = taak_url(taak) if taak.is_van(self.toegang) else self.request.path
        return {
            "taak": taak,
            "waarschuwingen": _waarschuwingen(self.toegang, taak),
            "elders": "" if elders == self.request.path else elders,
            "feiten": _feiten(self.toegang, taak, dossier),
            "kruimelpad": [Kruimel("Taken", reverse("convenant:taken")), Kruimel("Taak")],
            "mogelijkheden": [
                mogelijkheid(
                    self.toegang,
                    taak_afronden,
                    taak,
                    label="Taak afronden",
                    url=reverse("convenant:taak_afronden", args=[taak.pk]),
                    primair=elders == self.request.path,
                )
            ],
        }


class TaakAfronden(HandelingPagina):
    """Finish a task with its outcome in words."""

    deur = verricht(taak_afronden)
    handeling = staticmethod(taak_afronden)
    formulier = TaakAfrondenFormulier
    titel = "Taak afronden"
    knop = "Afronden"
    gelukt = "De taak is afgerond."

    def vind_onderwerp(self) -> Taak:
        return taak_of_404(self.toegang, self.kwargs["taak_id"])

    def terug_url(self) -> str:
        return reverse("convenant:taak_inzien", args=[self.kwargs["taak_id"]])

    def werk_url(self) -> str:
        return taak_url(self.onderwerp)

    def gegevens(self) -> dict[str, Any]:
        return {"uitleg": self.onderwerp.titel}

    def succes_url(self, resultaat: Any) -> str:
        if _dossier_van(self.toegang, resultaat) is not None:
            return reverse("convenant:dossier_inzien", args=[resultaat.dossier_id])
        return reverse("convenant:taken")


class TaakToevoegen(HandelingPagina):
    """Give someone who is involved a task in this dossier."""

    deur = verricht(taak_toevoegen)
    handeling = staticmethod(taak_toevoegen)
    formulier = TaakToevoegenFormulier
    titel = "Taak toevoegen"
    knop = "Toevoegen"
    gelukt = "De taak staat klaar."

    def vind_onderwerp(self) -> Dossier:
        return self.dossier()

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"kandidaten": uitvoerders(self.toegang, self.onderwerp)}

    def terug_url(self) -> str:
        return reverse("convenant:dossier_inzien", args=[self.kwargs["dossier_id"]])


def taak_of_404(toegang: Toegang, taak_id: Any) -> Taak:
    """The task, when it is one's own or hangs on what one may know."""
    qs = Taak.objects.voor(toegang).select_related(
        "voor_hoedanigheid__medewerker", "voor_organisatie", "gemaakt_door__medewerker"
    )
    return een_of_404(qs, pk=taak_id)


def uitvoerders(toegang: Toegang, dossier: Dossier) -> list[Hoedanigheid]:
    """Who can be given work here: whoever is involved now, and the procesregisseurs."""
    mensen = {
        b.hoedanigheid_id: b.hoedanigheid for b in lopende_betrokkenheden(toegang, dossier.pk)
    }
    regie = hoedanigheden_met_rol(Rol.PROCESREGISSEUR, toegang=toegang)
    return list((mensen | {h.pk: h for h in regie}).values())


def _dossier_van(toegang: Toegang, taak: Taak) -> Dossier | None:
    return Dossier.objects.voor(toegang, minstens=Niveau.PROCES).filter(pk=taak.dossier_id).first()


def _feiten(toegang: Toegang, taak: Taak, dossier: Dossier | None) -> list[Feit]:
    termijn = "" if taak.gereed_op else tijd.termijn(taak.uiterlijk, toegang.vandaag)
    lijst = [
        Feit("Soort", taak.get_soort_display()),
        Feit("Voor", voor_wie(taak)),
        Feit("Uiterlijk", tijd.datum(taak.uiterlijk), toelichting=termijn),
        Feit("Gemaakt", tijd.moment(taak.gemaakt_op), toelichting=_maker(taak)),
    ]
    for deel in panelen("taak_over", toegang=toegang, taak=taak):
        lijst[:0] = deel
    if dossier is not None:
        url = reverse("convenant:dossier_inzien", args=[dossier.pk])
        lijst.insert(0, Feit("Dossier", dossier.nummer, url=url))
    if taak.gereed_op is not None:
        lijst.append(Feit("Afgerond", tijd.moment(taak.gereed_op)))
    return lijst


def _waarschuwingen(toegang: Toegang, taak: Taak) -> list[tuple[str, str, str]]:
    per_dossier = waarschuwingen_bij_taken(toegang, [taak])
    return [rij for rijen in per_dossier.values() for rij in rijen]


def _maker(taak: Taak) -> str:
    door = taak.gemaakt_door
    return door.medewerker.naam if door is not None else "door de toepassing"


def _rij(toegang: Toegang, taak: Taak) -> list[Cel]:
    soort = taak.get_soort_display()
    zegt_het_al = taak.titel.lower().startswith(soort)
    return [
        Cel(taak.titel, url=taak_url(taak), sub="" if zegt_het_al else soort),
        Cel(dossieraanduiding(taak, zonder="zonder dossier")),
        Cel(voor_wie(taak)),
        Cel(tijd.datum_kort(taak.uiterlijk)),
        Cel(chip=_stand(toegang, taak)),
    ]


def _stand(toegang: Toegang, taak: Taak) -> Chip:
    if taak.gereed_op is not None:
        return Chip(f"afgerond {tijd.dag_maand(taak.gereed_op)}", "goed")
    toon: Any = tijd.termijn_toon(taak.uiterlijk, toegang.vandaag)
    return Chip(tijd.termijn(taak.uiterlijk, toegang.vandaag), toon)
