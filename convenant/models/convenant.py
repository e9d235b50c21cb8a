import uuid
from datetime import date, datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from convenant.enums import (
    Categorie,
    Convenantstatus,
    Fase,
    Niveau,
    Organisatiesoort,
    Rol,
    Voorwaarde,
)
from convenant.regelboek import Regel

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
    eindreden = models.CharField(max_length=500, blank=True)

    veldcategorie = partitie(techniek="id code", proces="naam wet geldig_van geldig_tot eindreden")

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

    def is_voorbij(self, dag: date) -> bool:
        """Whether its last day lies before ``dag``."""
        return self.geldig_tot is not None and self.geldig_tot < dag


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

    verruimt_vanaf = models.DateTimeField(
        null=True, help_text="Opent iets nieuws: voor wat vanaf dan is vastgelegd"
    )
    oorsprong = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        help_text="De regel van een eerdere versie die dit het eerst opende",
    )

    veldcategorie = partitie(
        techniek="id volgorde oorsprong",
        proces="versie artikel rol soorten categorieen fasen niveau voorwaarde bron_organisatie "
        "bron_soort doel grondslag verruimt_vanaf",
    )

    class Meta:
        ordering = ["versie", "volgorde", "id"]

    def __str__(self) -> str:
        return f"deelregel {self.pk}"

    def als_regel(self) -> Regel:
        """This row as the access rule reads it; the grondslag comes along."""
        return Regel(
            rol=Rol(self.rol),
            categorieen=tuple(map(Categorie, self.categorieen)),
            fasen=tuple(map(Fase, self.fasen)),
            niveau=Niveau(self.niveau),
            artikel=self.artikel,
            voorwaarde=Voorwaarde(self.voorwaarde),
            soorten=tuple(map(Organisatiesoort, self.soorten)),
            doel=self.doel,
            grondslag=self.grondslag.wet if self.grondslag else "",
            bron_id=self.bron_organisatie_id,
            bron_soort=Organisatiesoort(self.bron_soort) if self.bron_soort else None,
            vanaf=self.verruimt_vanaf,
            sleutel=self.oorsprong_id or self.pk if self.verruimt_vanaf else None,
        )

    @property
    def rol_in_woorden(self) -> str:
        """Who receives, as a role."""
        return Rol(self.rol).label

    @property
    def ontvanger_in_woorden(self) -> str:
        """Of which kinds of organisations the receiver has to be; empty: of any."""
        return ", ".join(Organisatiesoort(soort).label for soort in self.soorten)

    @property
    def categorieen_in_woorden(self) -> str:
        """What may be known."""
        return ", ".join(Categorie(categorie).label for categorie in self.categorieen)

    @property
    def fasen_in_woorden(self) -> str:
        """When."""
        if set(self.fasen) == set(Fase):
            return "elke fase"
        return ", ".join(Fase(fase).label.lower() for fase in self.fasen)

    @property
    def voorwaarde_in_woorden(self) -> str:
        """On what condition; empty when there is none."""
        return "" if self.voorwaarde == Voorwaarde.ALTIJD else Voorwaarde(self.voorwaarde).label

    @property
    def grens_in_woorden(self) -> str:
        """On what condition and from when; empty when neither counts."""
        if self.verruimt_vanaf is None:
            return self.voorwaarde_in_woorden
        dag = timezone.localdate(self.verruimt_vanaf)
        nieuw = f"vastgelegd vanaf {dag:%d-%m-%Y}, of ouder als de bron het bevestigde"
        return "; ".join(deel for deel in (self.voorwaarde_in_woorden, nieuw) if deel)

    @property
    def bron_in_woorden(self) -> str:
        """From which source alone; empty: from any."""
        if self.bron_organisatie is not None:
            return f"alleen van {self.bron_organisatie.naam}"
        soort = self.bron_soort
        return f"alleen van soort {Organisatiesoort(soort).label}" if soort else ""


class Ondertekening(models.Model):
    """The signature of an organisation under the convenant: without a valid one it sees nothing.

    It names the version that was signed and holds for later ones too: those narrow at once, and
    what they open of a source waits until that source confirms.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, related_name="ondertekeningen"
    )
    versie = models.ForeignKey(Convenantversie, on_delete=models.PROTECT, related_name="+")
    ondertekenaar = models.CharField(max_length=200, help_text="De functie van wie tekende")
    van = models.DateField()
    tot = models.DateField(null=True, blank=True, help_text="Laatste dag; leeg is zonder einde")
    geregistreerd_op = models.DateTimeField()
    geregistreerd_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True
    )
    ingetrokken_op = models.DateTimeField(
        null=True, blank=True, help_text="Vanaf dit moment geldt de handtekening niet meer"
    )
    intrekreden = models.CharField(max_length=500, blank=True)

    veldcategorie = partitie(
        techniek="id",
        proces="organisatie versie ondertekenaar van tot geregistreerd_op geregistreerd_door "
        "ingetrokken_op intrekreden",
    )

    class Meta:
        ordering = ["-van", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="ondertekening_periode"
            )
        ]

    def __str__(self) -> str:
        return f"ondertekening {self.pk}"

    def geldt_op(self, moment: datetime) -> bool:
        """Whether this signature holds: in its period, and not withdrawn at that second."""
        dag = timezone.localdate(moment)
        if self.ingetrokken_op is not None and self.ingetrokken_op <= moment:
            return False
        return self.van <= dag and (self.tot is None or dag <= self.tot)


class Bronbevestiging(models.Model):
    """A source lets its older items go where a new version opened them; never taken back.

    Narrowing again is a next version.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    deelregel = models.ForeignKey(Deelregel, on_delete=models.PROTECT, related_name="bevestigingen")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()
    door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")

    veldcategorie = partitie(techniek="id", proces="deelregel organisatie op door")

    class Meta:
        ordering = ["op", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["deelregel", "organisatie"], name="een_bevestiging_per_bron"
            )
        ]

    def __str__(self) -> str:
        return f"bevestiging {self.pk}"


CONVENANTSTAND = """
CREATE OR REPLACE FUNCTION convenantstand(moment timestamptz, dag date, wie uuid)
RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
    nu uuid;
    bevestigd jsonb := '[]';
    bronnen jsonb := '[]';
BEGIN
    SELECT id INTO nu FROM convenant_convenantversie
        WHERE status = 'vastgesteld' AND ingangsmoment <= moment
        ORDER BY ingangsmoment DESC, nummer DESC LIMIT 1;
    IF EXISTS (
        SELECT 1 FROM convenant_deelregel
        WHERE versie_id = nu AND (verruimt_vanaf IS NOT NULL OR bron_soort <> '')
    ) THEN
        SELECT coalesce(jsonb_agg(jsonb_build_array(b.deelregel_id, o.id, o.soort)), '[]')
            INTO bevestigd
            FROM convenant_bronbevestiging b JOIN convenant_organisatie o ON o.id = b.organisatie_id
            WHERE b.op <= moment AND b.deelregel_id IN (
                SELECT coalesce(oorsprong_id, id) FROM convenant_deelregel
                WHERE versie_id = nu AND verruimt_vanaf IS NOT NULL
            );
        SELECT coalesce(jsonb_agg(jsonb_build_array(soort, id)), '[]') INTO bronnen
            FROM convenant_organisatie WHERE soort IN (
                SELECT bron_soort FROM convenant_deelregel WHERE versie_id = nu
            );
    END IF;
    RETURN jsonb_build_object(
        'versie', nu,
        'getekend', EXISTS (
            SELECT 1 FROM convenant_ondertekening
            WHERE organisatie_id = wie AND van <= dag AND (tot IS NULL OR tot >= dag)
            AND (ingetrokken_op IS NULL OR ingetrokken_op > moment)
        ),
        'bevestigd', bevestigd,
        'bronnen', bronnen
    );
END $$
"""
"""What the convenant says at a moment: the version in force, whether this organisation has signed,
who confirmed what. One function, because it is part of the question that every request begins
with: as subqueries of that question it took 4 ms more to plan and 10 ms more to write down."""

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
