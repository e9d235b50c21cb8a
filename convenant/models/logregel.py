import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex
from django.db import models

from convenant.enums import Logsoort

from .velden import partitie

HASHED_COLUMNS = (
    "{row}id",
    "{row}gebeurd_op AT TIME ZONE 'UTC'",
    "{row}vastgelegd_op AT TIME ZONE 'UTC'",
    "{row}soort",
    "{row}naam",
    "{row}resultaat",
    "{row}medewerker_id",
    "{row}hoedanigheid_id",
    "{row}rol",
    "{row}organisatie_id",
    "{row}dossier_id",
    "{row}dossiers::text",
    "{row}object_soort",
    "{row}object_id",
    "{row}trace_id",
    "{row}sleutel",
)


def row_hash_sql(row: str = "") -> str:
    """The SQL expression of a line's hash; ``row`` is a prefix such as ``NEW.``."""
    columns = ", ".join(HASHED_COLUMNS).format(row=row)
    return f"encode(sha256(convert_to(concat_ws('|', {columns}), 'UTF8')), 'hex')"


class Logregel(models.Model):
    """One event as evidence: a deed, a reading, a search or a refusal, by whom, on what, when.

    Append-only by trigger and by grant. Holds pseudonymous ids and codes only, never text from
    a dossier (BIO2; Logboek Dataverwerkingen), so its seals survive a vernietiging.
    """

    id = models.BigAutoField(primary_key=True)
    gebeurd_op = models.DateTimeField()
    vastgelegd_op = models.DateTimeField(auto_now_add=True)
    soort = models.CharField(max_length=12, choices=Logsoort)
    naam = models.CharField(max_length=64)
    resultaat = models.CharField(max_length=12, default="gelukt")
    medewerker_id = models.UUIDField(null=True)
    hoedanigheid_id = models.UUIDField(null=True)
    rol = models.CharField(max_length=32, blank=True)
    organisatie_id = models.UUIDField(null=True)
    dossier_id = models.UUIDField(null=True)
    dossiers = ArrayField(models.UUIDField(), default=list, blank=True)
    object_soort = models.CharField(max_length=64, blank=True)
    object_id = models.UUIDField(null=True)
    trace_id = models.CharField(max_length=36, blank=True)
    sleutel = models.UUIDField(
        null=True, unique=True, help_text="Een dubbele klik is één handeling"
    )
    hash = models.CharField(max_length=64, editable=False, default="")

    veldcategorie = partitie(
        techniek="id trace_id sleutel hash",
        proces="gebeurd_op vastgelegd_op soort naam resultaat medewerker_id hoedanigheid_id rol "
        "organisatie_id dossier_id dossiers object_soort object_id",
    )

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["dossier_id", "-gebeurd_op"], name="log_dossier"),
            models.Index(fields=["medewerker_id", "-gebeurd_op"], name="log_medewerker"),
            # Lines stand in the order of time: the last days are found in little space.
            BrinIndex(fields=["gebeurd_op"], name="log_tijd"),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.naam} {self.pk}"


class Zegel(models.Model):
    """A closed range of the logboek, its root chained to the previous seal (ontwerp.md §2)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    volgnummer = models.PositiveIntegerField(unique=True)
    eerste = models.BigIntegerField()
    laatste = models.BigIntegerField()
    aantal = models.PositiveIntegerField()
    wortel = models.CharField(max_length=64)
    verzegeld_op = models.DateTimeField(auto_now_add=True)

    veldcategorie = partitie(
        techniek="id volgnummer eerste laatste aantal wortel", proces="verzegeld_op"
    )

    class Meta:
        ordering = ["volgnummer"]

    def __str__(self) -> str:
        return f"zegel {self.volgnummer}"
