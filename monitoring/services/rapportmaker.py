"""Making a report in the background, with the present rights of who asked for it.

Each part is computed apart and its progress committed at once, so that the page can show it.
Running twice makes one report: a report that is ready is left alone. What it rests on is kept with
it, and weighed again as it is stored: meanwhile a source may have taken something back.
"""

import io
import uuid
from collections.abc import Callable
from datetime import datetime
from functools import partial

import pikepdf
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import timezone

from casusregie.ui import tijd
from casusregie.ui.drukwerk import pdf_van_html
from convenant.handeling import Geweigerd
from convenant.identiteit import namens, wijd
from convenant.logboek import inzage_loggen
from convenant.models import Dossier
from convenant.rules.dicht import zonder_verzegelde
from convenant.selectors.toegang import toegang_van
from convenant.toegang import Toegang
from monitoring.enums import AF, Rapportsoort, Rapportstatus
from monitoring.models import Rapport
from monitoring.rapportage import dossierrapport, toezicht
from monitoring.rapportage.blad import Blok
from monitoring.rapportage.periode import Periode
from monitoring.rules.rapport import rapport_aanvragen
from monitoring.selectors.vervallen import Bekend, bekend

RECHT_VERVALLEN = "U mag dit rapport niet meer laten maken. Uw rol of uw recht is veranderd."
INTUSSEN_MINDER = "Intussen veranderde wat u mag lezen. Vraag het rapport opnieuw aan."
MISLUKT = "Het maken is niet gelukt. Vraag het rapport opnieuw aan."
OPMAAK = 80
"""Percentage at which all parts are computed and the drawing begins."""


def rapport_afmaken(rapport_id: uuid.UUID) -> None:
    """Compute, draw and store one report; on failure say so on the page and raise."""
    rapport = _rapporten().select_related("dossier").filter(pk=rapport_id).first()
    if rapport is None or rapport.status in AF:
        return
    try:
        toegang = _toegang(rapport)
        rust_op = _bekend(rapport, toegang, toegang.moment)
        blokken = _blokken(rapport, toegang)
        rust_op |= _bekend(rapport, toegang, toegang.moment)
        _stand(rapport, Rapportstatus.BEZIG, OPMAAK, "Het rapport opmaken")
        _opleveren(rapport, toegang, rust_op, pdf_van_html(_html(rapport, toegang, blokken)))
    except Geweigerd as weigering:
        _stand(rapport, Rapportstatus.MISLUKT, 0, weigering.reden)
    except Exception:
        _stand(rapport, Rapportstatus.MISLUKT, 0, MISLUKT)
        raise


def _toegang(rapport: Rapport) -> Toegang:
    """Who asked, as of now. Raises ``Geweigerd`` when the right no longer holds."""
    toegang = toegang_van(rapport.gevraagd_door_id, timezone.now())
    if toegang is None:
        raise Geweigerd(RECHT_VERVALLEN)
    rapport_aanvragen(toegang)
    dossier = rapport.dossier
    with namens(toegang):
        if dossier is not None and not Dossier.objects.voor(toegang).filter(pk=dossier.pk).exists():
            raise Geweigerd(RECHT_VERVALLEN)
    return toegang


def _bekend(rapport: Rapport, toegang: Toegang, tot: datetime) -> Bekend:
    """What who asks may know of the dossier; a toezichtrapport has none and rests on nobody's text."""
    if rapport.dossier is None:
        return Bekend()
    with namens(toegang):
        return bekend(toegang, rapport.dossier, tot)


def _blokken(rapport: Rapport, toegang: Toegang) -> list[Blok]:
    delen = _delen(rapport, toegang)
    blokken = []
    for gedaan, (naam, maak) in enumerate(delen):
        _stand(rapport, Rapportstatus.BEZIG, OPMAAK * gedaan // len(delen), naam)
        with namens(toegang):
            blokken.append(maak())
    return blokken


def _delen(rapport: Rapport, toegang: Toegang) -> list[tuple[str, Callable[[], Blok]]]:
    if rapport.dossier is not None:
        return [
            (naam, partial(maak, toegang, rapport.dossier)) for naam, maak in dossierrapport.DELEN
        ]
    # Others read these figures: also of a sealed dossier in which the asker is named, nothing.
    periode, voor_anderen = Periode.van_rapport(rapport), zonder_verzegelde(toegang)
    return [(naam, partial(maak, voor_anderen, periode)) for naam, maak in toezicht.DELEN]


def _html(rapport: Rapport, toegang: Toegang, blokken: list[Blok]) -> str:
    if rapport.dossier is not None:
        kop = f"Dossier {rapport.dossier.nummer}"
        nummer = f"{rapport.dossier.nummer}, stand van {tijd.datum(toegang.vandaag)}"
    else:
        kop, nummer = "Toezicht op de aanpak", str(Periode.van_rapport(rapport))
    return render_to_string(
        "monitoring/rapport.html",
        {
            "soort": Rapportsoort(rapport.soort).label.capitalize(),
            "kop": kop,
            "nummer": nummer,
            "toezicht": rapport.dossier is None,
            "feiten": [
                ("Gemaakt", tijd.moment(toegang.moment)),
                ("Voor", f"{toegang.naam}, {toegang.organisatie_naam}"),
                ("Doel", rapport.doel),
            ],
            "blokken": blokken,
            "demo": settings.DEMO,
        },
    )


def _stand(rapport: Rapport, status: Rapportstatus, voortgang: int, stap: str) -> None:
    """Tell the page how far it is, in a transaction of its own."""
    _rapporten().filter(pk=rapport.pk).exclude(status__in=AF).update(
        status=status, voortgang=voortgang, stap=stap[:100]
    )


def _opleveren(rapport: Rapport, toegang: Toegang, rust_op: Bekend, pdf: bytes) -> None:
    """Store the PDF with what it rests on, and log what was read for it, once."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        bladzijden = len(document.pages)
    with transaction.atomic(), wijd():
        vers = _vergrendeld(rapport)
        if vers.status in AF:
            return
        _nog_steeds_bekend(vers, rust_op, toegang.moment)
        vers.bestand.save("rapport.pdf", ContentFile(pdf), save=False)
        vers.bladzijden = bladzijden
        vers.rust_op = sorted(rust_op.leest)
        vers.noemt = sorted(rust_op.kent - rust_op.leest)
        vers.rechten = sorted(rust_op.rechten)
        vers.status, vers.voortgang, vers.stap = Rapportstatus.KLAAR, 100, ""
        vers.klaar_op = toegang.moment
        vers.save()
        inzage_loggen(toegang, "rapport_maken", dossier_id=vers.dossier_id, onderwerp=vers)


def _vergrendeld(rapport: Rapport) -> Rapport:
    """The dossier first and the report next, as a deed does.

    So a deed that takes something back is either seen here, or finds a report that is ready.
    """
    if rapport.dossier_id is not None:
        dossiers = Dossier.objects.buiten_toegang("een handeling in dit dossier wacht even")
        dossiers.select_for_update().only("pk").get(pk=rapport.dossier_id)
    vers: Rapport = _rapporten().select_for_update().get(pk=rapport.pk)
    return vers


def _nog_steeds_bekend(rapport: Rapport, rust_op: Bekend, tot: datetime) -> None:
    """Raise ``Geweigerd`` when who asked may know less by now; nobody is told what it was."""
    if not rust_op <= _bekend(rapport, _toegang(rapport), tot):
        raise Geweigerd(INTUSSEN_MINDER)


def _rapporten() -> QuerySet[Rapport]:
    return Rapport.objects.buiten_toegang("de maker werkt voor wie het rapport vroeg")
