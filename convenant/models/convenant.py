import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from convenant.enums import (
    Categorie,
    Convenantstatus,
    Fase,
    Niveau,
    Organisatiesoort,
    Rol,
    Voorwaarde,
)

from .medewerker import Hoedanigheid
from .organisatie import Organisatie
from .velden import partitie


class Grondslag(models.Model):
    """The legal reason for which information may be used or shared; has a begin and an end.

    A convenant creates none: each deelregel points to one (domein.md §5).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.SlugField(max_length=40, unique=True)
    naam = models.CharField(max_length=200)
    wet = models.CharField(max_length=200, help_text="Wet en artikel")
    geldig_van = models.DateField()
    geldig_tot = models.DateField(null=True, blank=True, help_text="Laatste dag; leeg: geen einde")

    veldcategorie = partitie(techniek="id code", proces="naam wet geldig_van geldig_tot")

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.CheckConstraint(
                condition=Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=F("geldig_van")),
                name="grondslag_periode",
            )
        ]

    def __str__(self) -> str:
        return self.naam


class Convenantversie(models.Model):
    """One version of the convenant: who may know what, from a moment on, until the next one.

    Drawn up as a draft, then established by two people. After that nothing of it changes: a
    trigger refuses (``tabelrechten``), so that its rules can be kept in memory by its id.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    nummer = models.PositiveSmallIntegerField(unique=True)
    toelichting = models.TextField(max_length=2_000, blank=True)
    status = models.CharField(
        max_length=20, choices=Convenantstatus, default=Convenantstatus.CONCEPT
    )
    meegeleverd = models.BooleanField(
        default=False, help_text="Kwam met de toepassing mee, voordat er iemand was"
    )
    opgesteld_op = models.DateTimeField()
    opgesteld_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True
    )
    vastgesteld_op = models.DateTimeField(null=True)
    vastgesteld_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True
    )
    bevestigd_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True
    )
    ingangsmoment = models.DateTimeField(null=True, help_text="Vanaf dan geldt deze versie")

    veldcategorie = partitie(
        techniek="id meegeleverd",
        proces="nummer toelichting status opgesteld_op opgesteld_door vastgesteld_op "
        "vastgesteld_door bevestigd_door ingangsmoment",
    )

    class Meta:
        ordering = ["-nummer"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="vastgesteld")
                | (Q(ingangsmoment__isnull=False) & Q(meegeleverd=True))
                | (
                    Q(ingangsmoment__isnull=False)
                    & Q(vastgesteld_door__isnull=False)
                    & Q(bevestigd_door__isnull=False)
                    & ~Q(vastgesteld_door=F("bevestigd_door"))
                ),
                name="convenantversie_door_twee_vastgesteld",
            ),
            models.UniqueConstraint(
                fields=["meegeleverd"],
                condition=Q(meegeleverd=True),
                name="convenantversie_een_meegeleverd",
            ),
        ]

    def __str__(self) -> str:
        return f"convenant versie {self.nummer}"


class Deelregel(models.Model):
    """One row of a version: this receiver may know these categories in these phases, if …

    Carries the article, the purpose and the legal ground, so that *Waarom mag ik dit zien?* can
    show them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.ForeignKey(Convenantversie, on_delete=models.PROTECT, related_name="deelregels")
    volgorde = models.PositiveSmallIntegerField()
    artikel = models.CharField(max_length=12)
    rol = models.CharField(max_length=32, choices=Rol)
    soorten = ArrayField(
        models.CharField(max_length=20, choices=Organisatiesoort),
        default=list,
        blank=True,
        help_text="Van welke soorten organisaties de ontvanger is; leeg: van elke",
    )
    categorieen = ArrayField(models.CharField(max_length=20, choices=Categorie))
    fasen = ArrayField(models.CharField(max_length=20, choices=Fase))
    niveau = models.PositiveSmallIntegerField(choices=Niveau)
    voorwaarde = models.CharField(max_length=20, choices=Voorwaarde, default=Voorwaarde.ALTIJD)
    bron_organisatie = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    bron_soort = models.CharField(max_length=20, choices=Organisatiesoort, blank=True)
    doel = models.CharField(max_length=300)
    grondslag = models.ForeignKey(
        Grondslag, on_delete=models.PROTECT, related_name="deelregels", null=True
    )

    veldcategorie = partitie(
        techniek="id volgorde",
        proces="versie artikel rol soorten categorieen fasen niveau voorwaarde bron_organisatie "
        "bron_soort doel grondslag",
    )

    class Meta:
        ordering = ["versie", "volgorde", "id"]

    def __str__(self) -> str:
        return f"deelregel {self.pk}"


VASTGESTELD_BLIJFT = (
    """
CREATE OR REPLACE FUNCTION convenantversie_blijft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status = 'vastgesteld' THEN
        RAISE EXCEPTION 'een vastgestelde versie van het convenant verandert niet';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$
""",
    """
CREATE OR REPLACE FUNCTION deelregel_blijft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM convenant_convenantversie
        WHERE status = 'vastgesteld' AND id IN (
            CASE WHEN TG_OP <> 'INSERT' THEN OLD.versie_id END,
            CASE WHEN TG_OP <> 'DELETE' THEN NEW.versie_id END
        ) FOR SHARE;
    IF FOUND THEN
        RAISE EXCEPTION 'een vastgestelde versie van het convenant verandert niet';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$
""",
    "CREATE OR REPLACE TRIGGER vastgesteld_blijft BEFORE UPDATE OR DELETE"
    " ON convenant_convenantversie FOR EACH ROW EXECUTE FUNCTION convenantversie_blijft()",
    "CREATE OR REPLACE TRIGGER vastgesteld_blijft BEFORE INSERT OR UPDATE OR DELETE"
    " ON convenant_deelregel FOR EACH ROW EXECUTE FUNCTION deelregel_blijft()",
)
"""An established version never changes, whoever tries: what was read once stays true."""
