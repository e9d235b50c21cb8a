"""The convenant for whoever works under it: what holds, for whom, and who has signed."""

from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Feit, Kolom, Kruimel
from convenant.enums import Convenantstatus
from convenant.guard import Pagina, inzage
from convenant.handeling import mogelijkheid
from convenant.models import Convenantversie, Deelregel, Ondertekening
from convenant.regelboek import LEESROLLEN
from convenant.selectors.convenant import Partij, deelregels, partijen, versies
from convenant.services.convenantversie import convenantversie_opstellen
from convenant.services.ondertekening import ondertekening_intrekken, ondertekening_registreren
from convenant.toegang import Mogelijkheid, Toegang

REGELKOLOMMEN = [
    Kolom("Artikel"),
    Kolom("Wie"),
    Kolom("Welke gegevens"),
    Kolom("In welke fase"),
    Kolom("Hoeveel"),
    Kolom("Doel en grondslag"),
]


class ConvenantInzien(Pagina):
    """The version in force, its rules in words, and the parties with their signatures."""

    deur = inzage("convenant_inzien", titel="Convenant")
    template_name = "convenant/convenant_inzien.html"

    def gegevens(self) -> dict[str, Any]:
        toegang = self.toegang
        alle = list(versies())
        nu = next((v for v in alle if _is_in_werking(v, toegang)), None)
        rijen = [_partijregel(toegang, partij) for partij in partijen(toegang.moment)]
        return {
            "versie": nu,
            "feiten": versiefeiten(nu) if nu else [],
            "kolommen": REGELKOLOMMEN,
            "rijen": [regelcellen(regel) for regel in deelregels(nu)] if nu else [],
            "partijen": rijen,
            "kan_intrekken": any(r["intrekken"] and r["intrekken"].zichtbaar for r in rijen),
            "versiekolommen": [Kolom("Versie"), Kolom("Stand"), Kolom("Geldt sinds")],
            "versierijen": [_versiecellen(versie, nu) for versie in alle],
            "mogelijkheden": _knoppen(toegang),
        }


def _is_in_werking(versie: Convenantversie, toegang: Toegang) -> bool:
    return versie.ingangsmoment is not None and versie.ingangsmoment <= toegang.moment


def versiefeiten(versie: Convenantversie) -> list[Feit]:
    """Since when a version holds, and by whom."""
    feiten = [Feit("Geldt sinds", tijd.moment(versie.ingangsmoment) or "nog niet")]
    if versie.meegeleverd:
        return [*feiten, Feit("Vastgesteld", "meegeleverd met de toepassing")]
    for label, wie in (
        ("Opgesteld door", versie.opgesteld_door),
        ("Vastgesteld door", versie.vastgesteld_door),
        ("Bevestigd door", versie.bevestigd_door),
    ):
        if wie is not None:
            feiten.append(Feit(label, wie.medewerker.naam, toelichting=wie.get_rol_display()))
    return feiten


def regelcellen(regel: Deelregel) -> list[Cel]:
    """One rule as a row that a lawyer can read."""
    grondslag = f"{regel.grondslag.naam} ({regel.grondslag.wet})" if regel.grondslag else ""
    return [
        Cel(regel.artikel),
        Cel(regel.rol_in_woorden, sub=regel.ontvanger_in_woorden),
        Cel(regel.categorieen_in_woorden, sub=regel.bron_in_woorden),
        Cel(regel.fasen_in_woorden),
        Cel(regel.get_niveau_display(), sub=regel.grens_in_woorden),
        Cel(regel.doel, sub=grondslag or "nog geen grondslag"),
    ]


def _partijregel(toegang: Toegang, partij: Partij) -> dict[str, Any]:
    tekening = partij.handtekening
    return {
        "organisatie": partij.organisatie,
        "stand": _stand(toegang, partij),
        "periode": _periode(tekening) if tekening else "",
        "url": _gevolgen_url(toegang, tekening) if tekening else "",
        "intrekken": _intrekken(toegang, tekening) if tekening and partij.geldt else None,
    }


def _stand(toegang: Toegang, partij: Partij) -> Chip:
    if partij.geldt:
        return Chip("getekend", "goed")
    if partij.handtekening is None:
        return Chip("niet getekend", "laat")
    if partij.handtekening.ingetrokken_op is not None:
        return Chip("ingetrokken", "laat")
    begint_nog = partij.handtekening.van > toegang.vandaag
    return Chip("begint nog", "straks") if begint_nog else Chip("verlopen", "laat")


def _periode(tekening: Ondertekening) -> str:
    eind = f"tot en met {tijd.datum(tekening.tot)}" if tekening.tot else "zonder einddatum"
    return f"vanaf {tijd.datum(tekening.van)}, {eind}"


def _gevolgen_url(toegang: Toegang, tekening: Ondertekening) -> str:
    """Which dossiers lose someone, for who reads dossiers at all."""
    if toegang.rol not in LEESROLLEN:
        return ""
    return reverse("convenant:ondertekening_gevolgen", args=[tekening.pk])


def _intrekken(toegang: Toegang, tekening: Ondertekening) -> Mogelijkheid:
    return mogelijkheid(
        toegang,
        ondertekening_intrekken,
        tekening,
        label="Intrekken",
        url=reverse("convenant:ondertekening_intrekken", args=[tekening.pk]),
    )


def _versiecellen(versie: Convenantversie, nu: Convenantversie | None) -> list[Cel]:
    url = reverse("convenant:convenantversie_inzien", args=[versie.pk])
    return [
        Cel(f"Versie {versie.nummer}", url=url),
        Cel(chip=versiechip(versie, geldt=versie == nu)),
        Cel(tijd.moment(versie.ingangsmoment)),
    ]


def versiechip(versie: Convenantversie, *, geldt: bool) -> Chip:
    """How far a version is, in a word."""
    if geldt:
        return Chip("geldt nu", "goed")
    if versie.status == Convenantstatus.VASTGESTELD:
        return Chip("voorbij")
    return Chip(Convenantstatus(versie.status).label, "straks")


def _knoppen(toegang: Toegang) -> list[Mogelijkheid]:
    return [
        mogelijkheid(
            toegang,
            convenantversie_opstellen,
            None,
            label="Nieuwe versie opstellen",
            url=reverse("convenant:convenantversie_opstellen"),
            icoon="file-plus",
        ),
        mogelijkheid(
            toegang,
            ondertekening_registreren,
            None,
            label="Handtekening vastleggen",
            url=reverse("convenant:ondertekening_registreren"),
            icoon="signature",
        ),
    ]


def convenantpad(titel: str) -> list[Kruimel]:
    """The way back from a page of the convenant."""
    return [Kruimel("Convenant", reverse("convenant:convenant_inzien")), Kruimel(titel)]
