"""The logboek: every deed, reading, search and refusal is one appended line.

Written in the transaction of what it tells (a reading costs one insert), sealed afterwards.
"""

import hashlib
import uuid
from collections.abc import Iterable
from datetime import datetime

from django.db import connection, models, transaction

from convenant.enums import Logsoort
from convenant.identiteit import wijd
from convenant.models import Logregel, Zegel
from convenant.models.logregel import row_hash_sql
from convenant.toegang import Toegang

SEAL_SIZE = 10_000
GENESIS = "0" * 64
PAGINATITELS: dict[str, str] = {}
"""What people call the page behind a purpose; the doors and the form pages fill it."""
ANDERE_NAAM = {"informatie_herbeoordelen": "nagaan of informatie nog klopt"}
"""What people call a deed otherwise: a herbeoordeling is of the aanpak."""
GELUKT, NOOD, VERVANGING = "gelukt", "noodtoegang", "vervanging"
"""How an event ended: as the rule lets it, because noodtoegang opened the dossier, or in the place
of an absent colleague."""
GELEZEN = (Logsoort.INZAGE, Logsoort.ZOEKVRAAG)


def log_schrijven(
    toegang: Toegang,
    soort: Logsoort,
    naam: str,
    *,
    dossier_id: uuid.UUID | None = None,
    dossiers: Iterable[uuid.UUID] = (),
    onderwerp: models.Model | None = None,
    resultaat: str = GELUKT,
    sleutel: uuid.UUID | None = None,
) -> None:
    """Append one line about ``onderwerp``; ``naam`` is the deed or the declared purpose.

    What noodtoegang lets read is marked, also where it is one of many in a list; and so is what
    somebody reads or does in the place of an absent colleague.
    """
    gelezen = list(dossiers)
    raakt = {dossier_id, *gelezen}
    if soort in GELEZEN and not toegang.nood.isdisjoint(raakt):
        resultaat = NOOD
    elif resultaat == GELUKT and not toegang.als_vervanger.isdisjoint(raakt):
        resultaat = VERVANGING
    object_id = onderwerp.pk if onderwerp is not None else None
    regel = Logregel(
        gebeurd_op=toegang.moment,
        soort=soort,
        naam=naam,
        resultaat=resultaat,
        medewerker_id=toegang.medewerker_id,
        hoedanigheid_id=toegang.hoedanigheid_id,
        rol=toegang.rol,
        organisatie_id=toegang.organisatie_id,
        dossier_id=dossier_id,
        dossiers=gelezen,
        object_soort=onderwerp._meta.label_lower if onderwerp is not None else "",
        object_id=object_id if isinstance(object_id, uuid.UUID) else None,
        trace_id=toegang.trace_id,
        sleutel=sleutel,
    )
    _toevoegen(regel)


def systeem_loggen(naam: str, moment: datetime, onderwerp: models.Model) -> None:
    """Append what the application did by itself, because a term had passed: by nobody."""
    _toevoegen(
        Logregel(
            gebeurd_op=moment,
            soort=Logsoort.HANDELING,
            naam=naam,
            object_soort=onderwerp._meta.label_lower,
            object_id=onderwerp.pk,
        )
    )


def _toevoegen(regel: Logregel) -> None:
    """Insert without asking for the number of the line: everybody may add, not everybody read."""
    velden = [veld for veld in Logregel._meta.concrete_fields if not veld.primary_key]
    Logregel.objects.all()._insert([regel], fields=velden, using="default")  # type: ignore[attr-defined]


def inzage_loggen(
    toegang: Toegang,
    doel: str,
    *,
    dossier_id: uuid.UUID | None = None,
    dossiers: Iterable[uuid.UUID] = (),
    onderwerp: models.Model | None = None,
) -> None:
    """Append that ``toegang`` read a dossier, or a list with these dossiers, for ``doel``."""
    log_schrijven(
        toegang,
        Logsoort.INZAGE,
        doel,
        dossier_id=dossier_id,
        dossiers=dossiers,
        onderwerp=onderwerp,
    )


def in_woorden(regel: Logregel) -> str:
    """What was done or read, as people call it: *melding duiden*, *Dossier: overzicht*."""
    if regel.soort == Logsoort.INZAGE and regel.naam in PAGINATITELS:
        return PAGINATITELS[regel.naam]
    if regel.naam in ANDERE_NAAM:
        return ANDERE_NAAM[regel.naam]
    return regel.naam.replace("_", " ")


def log_verzegelen(limit: int = SEAL_SIZE) -> Zegel | None:
    """Close the next range of lines under a root chained to the previous seal.

    Seals only lines of transactions that can no longer commit out of order. Returns the new
    seal, or ``None`` when there is nothing to seal.
    """
    with transaction.atomic(), wijd():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('log_verzegelen'))")
        vorige = Zegel.objects.order_by("-volgnummer").first()
        regels = _hashes_vanaf(vorige.laatste + 1 if vorige else 0, limit)
        if not regels:
            return None
        return Zegel.objects.create(
            volgnummer=vorige.volgnummer + 1 if vorige else 1,
            eerste=regels[0][0],
            laatste=regels[-1][0],
            aantal=len(regels),
            wortel=_wortel([hash_ for _, hash_ in regels], vorige.wortel if vorige else GENESIS),
        )


def log_controleren() -> list[str]:
    """Recompute every row hash and seal; return a Dutch sentence per deviation found."""
    with wijd():
        return _bevindingen()


def _bevindingen() -> list[str]:
    bevindingen = _gewijzigde_regels()
    vorige_wortel, verwacht = GENESIS, 1
    for zegel in Zegel.objects.order_by("volgnummer"):
        if zegel.volgnummer != verwacht:
            bevindingen.append(f"Zegel {verwacht} ontbreekt.")
        hashes = list(
            Logregel.objects.filter(pk__range=(zegel.eerste, zegel.laatste))
            .order_by("pk")
            .values_list("hash", flat=True)
        )
        if len(hashes) != zegel.aantal or _wortel(hashes, vorige_wortel) != zegel.wortel:
            bevindingen.append(f"Zegel {zegel.volgnummer} klopt niet met de regels eronder.")
        vorige_wortel, verwacht = zegel.wortel, zegel.volgnummer + 1
    return bevindingen


def _hashes_vanaf(eerste: int, limit: int) -> list[tuple[int, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, hash FROM convenant_logregel WHERE id >= %s"
            " AND xmin::text::bigint < pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
            " ORDER BY id LIMIT %s",
            [eerste, limit],
        )
        return cursor.fetchall()


def _gewijzigde_regels() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id FROM convenant_logregel WHERE hash <> {row_hash_sql()} ORDER BY id LIMIT 100"  # noqa: S608
        )
        return [f"Regel {id_} is veranderd." for (id_,) in cursor.fetchall()]


def _wortel(hashes: list[str], vorige: str) -> str:
    """The Merkle root over the row hashes, chained to the previous root."""
    laag = [bytes.fromhex(hash_) for hash_ in hashes]
    while len(laag) > 1:
        if len(laag) % 2:
            laag.append(laag[-1])
        laag = [
            hashlib.sha256(links + rechts).digest()
            for links, rechts in zip(laag[::2], laag[1::2], strict=True)
        ]
    return hashlib.sha256(bytes.fromhex(vorige) + (laag[0] if laag else b"")).hexdigest()
