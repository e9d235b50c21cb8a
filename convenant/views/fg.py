"""The desk of the FG: what to look at, with links to what it rests on. Nothing is decided here."""

from datetime import timedelta
from itertools import chain
from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Kolom, Kruimel, Telling
from casusregie.ui.paging import Pagina as Bladzijde
from casusregie.ui.paging import bladeren
from casusregie.ui.panelen import panelen
from convenant.enums import Rol
from convenant.guard import Pagina, een_of_404, inzage
from convenant.logboek import NOOD, in_woorden
from convenant.models import (
    Belangenconflict,
    Betrokkenheid,
    Hoedanigheid,
    Logregel,
    Medewerker,
)
from convenant.selectors import toezicht
from convenant.selectors import verzegeling as verzegeld
from convenant.selectors.noodtoegang import STANDEN
from convenant.selectors.tellen import geteld

from .noodtoegang import KOLOMMEN, noodrij, nummers_van
from .wat_kan_deze_medewerker_zien import zicht_url

WIE = Kolom("Wie")
ZEGELKOLOMMEN = [
    Kolom("Dossier"),
    Kolom("Over"),
    Kolom("Verzegeld"),
    Kolom("Mogen dit weten", getal=True),
    Kolom("Gelezen in 7 dagen", getal=True),
    Kolom("Stand"),
]


class FgBureau(Pagina):
    """Noodtoegang to judge, unusual reading, people on their way out, work left behind."""

    deur = inzage("fg_bureau", Rol.FG, titel="Bureau van de FG")
    template_name = "convenant/fg_bureau.html"

    def gegevens(self) -> dict[str, Any]:
        toegang = self.toegang
        nood = toezicht.noodtoegang_te_beoordelen(toegang)
        afgelopen = toezicht.afgelopen_met_werk(toegang)
        nummers = nummers_van(toegang, {n.dossier_id for n in nood})
        zegels = verzegeld.zegelstanden(toegang)
        conflicten = list(verzegeld.belangenconflicten(toegang)[: verzegeld.MEESTE])
        self.getoonde_dossiers = sorted(
            {
                *nummers,
                *(b.content_object_id for b in afgelopen),
                *(stand.verzegeling.dossier_id for stand in zegels),
                *(c.dossier_id for c in conflicten),
            }
        )
        return {
            "tellingen": self._tellingen(),
            "noodkolommen": KOLOMMEN,
            "nood": [noodrij(toegang, n, nummers) for n in nood],
            "veelkolommen": [WIE, Kolom("Uur"), Kolom("Dossiers in dat uur", getal=True)],
            "veel": [_veelrij(v) for v in toezicht.veel_gelezen(toegang)],
            "vertrekkolommen": [WIE, Kolom("Rol eindigt"), Kolom("Dossiers gelezen", getal=True)],
            "vertrek": [_vertrekrij(v) for v in toezicht.vertrekkers(toegang)],
            "werkkolommen": [Kolom("Dossier"), WIE, Kolom("Betrokken tot")],
            "werk": [_werkrij(b) for b in afgelopen],
            "verlopenkolommen": [WIE, Kolom("Geldt niet sinds")],
            "verlopen": [_verlopenrij(h) for h in toezicht.niet_bevestigd(toegang)],
            "geslotenkolommen": [WIE, Kolom("Gesloten"), Kolom("Laatst ingelogd")],
            "gesloten": [_geslotenrij(m) for m in toezicht.gesloten_accounts(toegang)],
            "zegelkolommen": ZEGELKOLOMMEN,
            "zegels": [_zegelrij(stand) for stand in zegels],
            "conflictkolommen": [Kolom("Dossier"), WIE, Kolom("Hoe"), Kolom("Gemeld")],
            "conflicten": [_conflictrij(c) for c in conflicten],
        }

    def _tellingen(self) -> list[Telling]:
        url = reverse("convenant:noodtoegangen")
        te_laat = STANDEN["te_laat"](self.toegang)
        return geteld(
            [
                Telling(te_laat, "beoordeling te laat", f"{url}?stand=te_laat", "laat"),
                Telling(STANDEN["open"](self.toegang), "nog te beoordelen", url),
                Telling(
                    toezicht.inzagen_in_nood(self.toegang),
                    "keer gelezen met noodtoegang in 7 dagen",
                    reverse("convenant:fg_inzagen_in_nood"),
                ),
                Telling(
                    verzegeld.inzagen_in_verzegeld(self.toegang),
                    "keer een verzegeld dossier gelezen in 7 dagen",
                    reverse("convenant:fg_verzegeld"),
                ),
                *chain.from_iterable(panelen("fg_bureau", toegang=self.toegang)),
            ]
        )


class _Inzagen(Pagina):
    """A list of readings, newest first, 25 a page."""

    template_name = "convenant/fg_inzagen.html"

    def lijst(self, pagina: Bladzijde, sub: str, *, met_wie: bool = True) -> dict[str, Any]:
        """These lines; a number only where the dossier may be known."""
        nummers = nummers_van(self.toegang, {r.dossier_id for r in pagina})
        lezers = {r.hoedanigheid_id for r in pagina if met_wie and r.hoedanigheid_id}
        mensen = toezicht.hoedanigheden(lezers) if lezers else {}
        self.getoonde_dossiers = sorted(nummers)
        return {
            "titel": self.deur.titel,
            "sub": sub,
            "zicht_url": "",
            "bladzijde": pagina,
            "kolommen": [
                Kolom("Wanneer"),
                Kolom("Dossier"),
                Kolom("Wat"),
                *([WIE] if met_wie else ()),
            ],
            "rijen": [
                [
                    Cel(tijd.moment(regel.gebeurd_op)),
                    Cel(nummers.get(regel.dossier_id, "")),
                    _wat(regel),
                    *([_wie(mensen.get(regel.hoedanigheid_id))] if met_wie else ()),
                ]
                for regel in pagina
            ],
            "kruimelpad": [
                Kruimel("Bureau van de FG", reverse("convenant:fg_bureau")),
                Kruimel(self.deur.titel),
            ],
        }


class FgInzagenInNood(_Inzagen):
    """Everything that was read under noodtoegang lately."""

    deur = inzage("fg_inzagen_in_nood", Rol.FG, titel="Gelezen met noodtoegang")

    def gegevens(self) -> dict[str, Any]:
        regels = toezicht.inzagen_in_nood(self.toegang)
        pagina = bladeren(regels, self.request.GET.get("vanaf"), op="-gebeurd_op")
        return self.lijst(pagina, "De afgelopen 7 dagen")


class FgVerzegeld(_Inzagen):
    """Everything that was read lately of dossiers that are sealed now."""

    deur = inzage("fg_verzegeld", Rol.FG, titel="Gelezen in verzegelde dossiers")

    def gegevens(self) -> dict[str, Any]:
        regels = verzegeld.inzagen_in_verzegeld(self.toegang)
        pagina = bladeren(regels, self.request.GET.get("vanaf"), op="-gebeurd_op")
        return self.lijst(pagina, "De afgelopen 7 dagen")


class FgInzagen(_Inzagen):
    """Everything that one person opened lately in one role."""

    deur = inzage("fg_inzagen", Rol.FG, titel="Wat één persoon las")

    def gegevens(self) -> dict[str, Any]:
        wie = een_of_404(
            Hoedanigheid.objects.select_related("medewerker", "organisatie"),
            pk=self.kwargs["hoedanigheid_id"],
        )
        regels = toezicht.inzagen_van(self.toegang, wie.pk)
        pagina = bladeren(regels, self.request.GET.get("vanaf"), op="-gebeurd_op")
        sub = f"{wie.medewerker.naam} · {wie.get_rol_display()} · de afgelopen 7 dagen"
        return self.lijst(pagina, sub, met_wie=False) | {"zicht_url": zicht_url(wie)}


def _wie(h: Hoedanigheid | None, *, met_url: bool = False) -> Cel:
    if h is None:
        return Cel("onbekend")
    url = reverse("convenant:fg_inzagen", args=[h.pk]) if met_url else ""
    return Cel(h.medewerker.naam, url=url, sub=f"{h.get_rol_display()} · {h.organisatie.naam}")


def _wat(regel: Logregel) -> Cel:
    if regel.resultaat == NOOD:
        return Cel(in_woorden(regel), sub="met noodtoegang")
    return Cel(in_woorden(regel))


def _veelrij(v: toezicht.Veelgelezen) -> list[Cel]:
    return [_wie(v.hoedanigheid, met_url=True), Cel(tijd.moment(v.uur)), Cel(str(v.dossiers))]


def _vertrekrij(v: toezicht.Vertrekker) -> list[Cel]:
    return [
        _wie(v.hoedanigheid, met_url=True),
        Cel(chip=Chip(tijd.datum_kort(v.tot), "straks")),
        Cel(str(v.dossiers)),
    ]


def _verlopenrij(h: Hoedanigheid) -> list[Cel]:
    return [_wie(h, met_url=True), Cel(tijd.datum_kort(h.bevestigd_tot + timedelta(days=1)))]


def _geslotenrij(m: Medewerker) -> list[Cel]:
    return [
        Cel(m.naam),
        Cel(tijd.moment(m.gesloten_op)),
        Cel(tijd.moment(m.last_login) or "nog nooit"),
    ]


def _werkrij(b: Betrokkenheid) -> list[Cel]:
    dossier = b.content_object
    return [
        Cel(dossier.nummer, url=reverse("convenant:dossier_inzien", args=[dossier.pk])),
        _wie(b.hoedanigheid),
        Cel(tijd.datum_kort(b.beeindigd_op or b.tot), sub=b.permission.name),
    ]


def _zegelrij(stand: verzegeld.Zegelstand) -> list[Cel]:
    zegel = stand.verzegeling
    url = reverse("convenant:verzegeling_inzien", args=[zegel.dossier_id])
    return [
        Cel(zegel.dossier.nummer, url=url),
        Cel(zegel.get_grond_display()),
        Cel(tijd.datum_kort(zegel.verzegeld_op)),
        Cel(str(stand.ingewijden)),
        Cel(str(stand.gelezen)),
        Cel(chip=_zegelstand(stand)),
    ]


def _zegelstand(stand: verzegeld.Zegelstand) -> Chip:
    if not stand.beheerd:
        return Chip("niemand beheert dit", "laat")
    if stand.verzegeling.is_gevraagd:
        return Chip("ontzegelen gevraagd", "straks")
    return Chip("verzegeld", "goed")


def _conflictrij(c: Belangenconflict) -> list[Cel]:
    url = reverse("convenant:dossier_inzien", args=[c.dossier_id])
    door = c.gemeld_door.medewerker.naam
    zelf = c.gemeld_door.medewerker_id == c.medewerker_id
    return [
        Cel(c.dossier.nummer, url=url),
        Cel(c.medewerker.naam),
        Cel(c.get_soort_display()),
        Cel(tijd.datum_kort(c.gemeld_op), sub="zelf gemeld" if zelf else f"vastgelegd door {door}"),
    ]
