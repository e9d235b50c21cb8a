import uuid
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q

from convenant.enums import VRAAG_EN_ANTWOORD, Logsoort, Niveau, Organisatiesoort, Rol
from convenant.opzoeken import RELATIE_NOOD
from convenant.toegang import Toegang

from .beschermd import BeschermdQuerySet
from .dossier import Dossier
from .embargo import buiten_embargo
from .medewerker import Hoedanigheid
from .noodtoegang import TOEZIENDEN
from .velden import partitie

LOGBOEKROLLEN = (
    Rol.PROCESREGISSEUR,
    Rol.CASUSREGISSEUR,
    Rol.LEIDINGGEVENDE,
    Rol.LID_COMMISSIE,
    Rol.FG,
)
"""Who reads the logboek of a dossier that he may know; a casusregisseur of those he leads."""
CONFLICT = (
    "belangenconflict_melden",
    "belangenconflict_registreren",
    "belangenconflict_opheffen",
)
"""Lines that tell who knows the person of a dossier: for the procesregisseur and the FG."""
ZORG_DEELT = (
    "toestemming_vastleggen",
    "toestemming_intrekken",
    "toestemming_scan",
    "toestemmingen",
    "conflict_van_plichten_vastleggen",
    "zorgdeling_laten_verlopen",
)
"""Deeds and pages whose lines in the logboek would tell that care shares something."""

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


class LogQuerySet(BeschermdQuerySet):
    """Answers at once, with what the database lets the asker read: his own lines at least."""

    _vrij = True


class VanZorgGevraagd(Func):
    """Whether this is by what care was asked something: for the text of a policy."""

    template = "van_zorg_gevraagd(%(expressions)s)"
    output_field = BooleanField()
    conditional = True


class Heeft(Func):
    """Whether an id is one of a list that the row itself holds."""

    template = "(%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()
    conditional = True

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """The operator wants the list between brackets of its own."""
        return super().as_sql(compiler, connection, template="(%(expressions)s))", **extra)


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

    objects = models.Manager.from_queryset(LogQuerySet)()

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

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """One's own lines; of others those of a dossier whose logboek one reads.

        The FG watches what was read of whom, and who judges noodtoegang what was read with it.
        """
        bekend = cls.van_mijzelf(toegang) | cls.voor_toezicht(toegang)
        return bekend | cls.van_bekend_dossier(toegang)

    @classmethod
    def kenbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """The same: what is shut is taken out line by line, and one's own lines stay."""
        return cls.zichtbaar_voor(toegang, minstens)

    @classmethod
    def van_mijzelf(cls, toegang: Toegang) -> Q:
        """The filter for the lines of this person, in whatever role."""
        ik = Hoedanigheid.objects.filter(pk=toegang.hoedanigheid_id).order_by()
        return Q(medewerker_id__in=ik.values("medewerker_id"))

    @classmethod
    def voor_toezicht(cls, toegang: Toegang) -> Q:
        """The filter for the lines by which somebody oversees what others read."""
        gezien = Q(pk__in=[])
        if toegang.rol == Rol.FG:
            gezien |= Q(soort=Logsoort.INZAGE, dossier_id__isnull=False)
        if toegang.rol in TOEZIENDEN:
            gezien |= Q(resultaat=RELATIE_NOOD)
        return gezien & toegang.niet_dicht("dossier_id")

    @classmethod
    def van_bekend_dossier(cls, toegang: Toegang) -> Q:
        """The filter for the lines of the dossiers whose logboek this asker reads."""
        if toegang.rol not in LOGBOEKROLLEN:
            return Q(pk__in=[])
        dossiers = Dossier.objects.voor(toegang, minstens=Niveau.PROCES).order_by()
        if toegang.rol == Rol.CASUSREGISSEUR:
            dossiers = dossiers.filter(toegang.in_eigen_regie("pk"))
        hier = Exists(dossiers.filter(pk=OuterRef("dossier_id")))
        daar = Exists(dossiers.filter(Heeft(F("pk"), OuterRef("dossiers"))))
        van_hier = Q(organisatie_id=toegang.organisatie_id) & toegang.in_eigen_dossier("dossier_id")
        filter_ = (Q(hier) | Q(daar)) & (~Q(naam__in=ZORG_DEELT) | van_hier)
        if toegang.rol not in TOEZIENDEN:
            filter_ &= ~Q(naam__in=CONFLICT)
        if toegang.rol != Rol.PROCESREGISSEUR:
            filter_ &= ~Q(VanZorgGevraagd("object_id"))
        return filter_ & buiten_embargo(toegang, Niveau.BESTAAN, "object_id")


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


VRAGEN = ", ".join(f"'{soort}'" for soort in VRAAG_EN_ANTWOORD)
VAN_ZORG_GEVRAAGD = f"""
CREATE OR REPLACE FUNCTION van_zorg_gevraagd(stuk uuid)
RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN stuk IS NOT NULL AND (
        EXISTS (SELECT 1 FROM convenant_verstrekking v
            JOIN convenant_organisatie van ON van.id = v.van_id
            JOIN convenant_organisatie naar ON naar.id = v.naar_id
            WHERE v.stuk_id = stuk AND v.soort IN ({VRAGEN})
            AND '{Organisatiesoort.ZORG}' IN (van.soort, naar.soort))
        OR EXISTS (SELECT 1 FROM convenant_terughaalpost t
            JOIN convenant_organisatie o ON o.id = t.organisatie_id
            WHERE t.id = stuk AND o.soort = '{Organisatiesoort.ZORG}'));
END $$
"""  # noqa: S608
"""What ``gevraagd_aan_zorg`` says of a dossier, of one stuk: asked in the name of the owner, for
nobody else may read those rows."""
