import uuid

from django.db import models
from django.db.models import Q

from beoordeling.models import Weging
from casusregie.enums import Overlegstatus, Puntsoort, Puntstatus
from convenant.enums import Categorie, Niveau, Rol
from convenant.models import Beschermd, Dossier, Geschiedenis, Hoedanigheid, Organisatie, partitie
from convenant.toegang import Stukvorm, Toegang, zichtbaar
from meldpunt.models import Duiding

OVERLEGROLLEN = (Rol.PROCESREGISSEUR, Rol.LID_WEEGPLOEG)
"""Who sits at the table of the woensdagochtendoverleg."""


class Overleg(models.Model):
    """One meeting of the series woensdagochtendoverleg. Holds no content of any dossier."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    serie = models.CharField(max_length=60, default="woensdagochtendoverleg")
    begint_op = models.DateTimeField()
    plaats = models.CharField(max_length=120, blank=True)
    status = models.CharField(max_length=10, choices=Overlegstatus, default=Overlegstatus.GEPLAND)
    voorzitter = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    gesloten_op = models.DateTimeField(null=True, blank=True)

    history = Geschiedenis()

    veldcategorie = partitie(
        techniek="id", proces="serie begint_op plaats status voorzitter gesloten_op"
    )

    class Meta:
        ordering = ["-begint_op"]
        constraints = [
            models.UniqueConstraint(fields=["serie", "begint_op"], name="een_overleg_per_moment")
        ]

    def __str__(self) -> str:
        return f"{self.serie} {self.begint_op:%Y-%m-%d}"


class Aanwezigheid(models.Model):
    """Which organisation is at the table, through whom, or sent word that it is not coming."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    overleg = models.ForeignKey(Overleg, on_delete=models.PROTECT, related_name="aanwezigheden")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    hoedanigheid = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    aanwezig = models.BooleanField(default=True)

    veldcategorie = partitie(techniek="id", proces="overleg organisatie hoedanigheid aanwezig")

    class Meta:
        ordering = ["organisatie__naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["overleg", "organisatie"], name="een_aanwezigheid_per_partij"
            )
        ]

    def __str__(self) -> str:
        return f"aanwezigheid {self.pk}"


class Agendapunt(Beschermd):
    """One item of a meeting; what is decided on it is recorded here, without names."""

    vorm = Stukvorm(categorie=Categorie.GEWOON, moment_pad="vastgelegd_op")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    overleg = models.ForeignKey(Overleg, on_delete=models.PROTECT, related_name="+")
    volgorde = models.PositiveSmallIntegerField()
    soort = models.CharField(max_length=16, choices=Puntsoort)
    dossier = models.ForeignKey(
        Dossier, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    weging = models.ForeignKey(
        Weging, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    duiding = models.ForeignKey(
        Duiding, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    onderwerp = models.CharField(max_length=200, help_text="Zonder namen")
    vastgelegd_op = models.DateTimeField()
    status = models.CharField(max_length=16, choices=Puntstatus, default=Puntstatus.OPEN)
    besluittekst = models.TextField(blank=True)
    besproken_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    history = Geschiedenis()

    veldcategorie = partitie(
        techniek="id versie",
        proces="overleg volgorde soort dossier weging duiding onderwerp vastgelegd_op status "
        "besproken_op",
        gewoon="besluittekst",
    )

    class Meta:
        ordering = ["overleg", "volgorde"]
        indexes = [models.Index(fields=["dossier"], name="agendapunt_dossier")]

    def __str__(self) -> str:
        return f"agendapunt {self.pk}"

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """Who sits at the table sees the whole agenda; others the items of their dossiers."""
        if toegang.is_een(*OVERLEGROLLEN):
            return Q(pk__isnull=False)
        return zichtbaar(toegang, cls.vorm, minstens)
