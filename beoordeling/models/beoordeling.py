import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from beoordeling.enums import Aanleiding, Beoordelingstatus, Bewijssoort, Oordeelniveau, Waarde
from convenant.enums import Categorie
from convenant.models import Beschermd, Geschiedenis, Hoedanigheid, Organisatie, Stuk, partitie
from convenant.toegang import Stukvorm
from meldpunt.enums import Stroom

from .kader import Indicator, Kader, Kaderdeel


class Beoordeling(Stuk):
    """A structured professional judgement on one version of the framework; no sum, no score."""

    vorm = Stukvorm(categorie=Categorie.PROCES)

    kader = models.ForeignKey(Kader, on_delete=models.PROTECT, related_name="+")
    aanleiding = models.CharField(max_length=12, choices=Aanleiding)
    status = models.CharField(
        max_length=12, choices=Beoordelingstatus, default=Beoordelingstatus.CONCEPT
    )
    opgesteld_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    gestart_op = models.DateTimeField()
    voorgelegd_op = models.DateTimeField(null=True, blank=True)
    vastgesteld_op = models.DateTimeField(null=True, blank=True)
    vastgesteld_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    terugstuurreden = models.TextField(blank=True)
    stromen = ArrayField(models.CharField(max_length=20, choices=Stroom), default=list, blank=True)
    stroomreden = models.TextField(blank=True)
    zonder_ideologie = models.BooleanField(
        default=False, help_text="Familie en minderjarigen: zonder het deel over ideologie"
    )
    versie = models.PositiveIntegerField(default=1)

    veldcategorie = partitie(
        techniek="id versie",
        proces="dossier kader aanleiding status opgesteld_door gestart_op voorgelegd_op "
        "vastgesteld_op vastgesteld_door zonder_ideologie",
        bijzonder="stromen stroomreden",
        gewoon="terugstuurreden",
    )

    class Meta:
        ordering = ["-gestart_op", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=~Q(status=Beoordelingstatus.VASTGESTELD),
                name="een_beoordeling_in_de_maak",
            ),
            models.CheckConstraint(
                condition=Q(vastgesteld_door__isnull=True)
                | ~Q(vastgesteld_door=models.F("opgesteld_door")),
                name="beoordeling_tweede_persoon",
            ),
        ]

    def __str__(self) -> str:
        return f"beoordeling {self.pk}"


class Antwoord(Beschermd):
    """The answer on one indicator, with what it rests on."""

    vorm = Stukvorm(
        categorie_pad="indicator__deel__categorie",
        dossier_pad="beoordeling__dossier",
        moment_pad="beoordeling__gestart_op",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    beoordeling = models.ForeignKey(
        Beoordeling, on_delete=models.PROTECT, related_name="antwoorden"
    )
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    waarde = models.CharField(max_length=14, choices=Waarde)
    onderbouwing = models.TextField(blank=True)
    tegenbewijs = models.TextField(blank=True)
    bewijssoort = models.CharField(max_length=14, choices=Bewijssoort, blank=True)
    bron = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    bevestigd = models.BooleanField(default=False, help_text="Door een tweede bron")
    gebeurd_op = models.DateField(null=True, blank=True)
    bewijs = ArrayField(
        models.UUIDField(), default=list, blank=True, help_text="De informatie waar dit op rust"
    )

    history = Geschiedenis()

    veldcategorie = partitie(
        techniek="id",
        proces="beoordeling indicator bewijssoort bron bevestigd gebeurd_op bewijs",
        bijzonder="waarde onderbouwing tegenbewijs",
    )

    class Meta:
        ordering = ["indicator__deel__volgorde", "indicator__volgorde"]
        constraints = [
            models.UniqueConstraint(
                fields=["beoordeling", "indicator"], name="een_antwoord_per_indicator"
            )
        ]

    def __str__(self) -> str:
        return f"antwoord {self.pk}"


class Deeloordeel(Beschermd):
    """The judgement of a person on one part: a level and words, and what it rests on."""

    vorm = Stukvorm(
        categorie_pad="deel__categorie",
        dossier_pad="beoordeling__dossier",
        moment_pad="beoordeling__gestart_op",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    beoordeling = models.ForeignKey(
        Beoordeling, on_delete=models.PROTECT, related_name="deeloordelen"
    )
    deel = models.ForeignKey(Kaderdeel, on_delete=models.PROTECT, related_name="+")
    niveau = models.CharField(max_length=8, choices=Oordeelniveau)
    oordeel = models.TextField()
    rust_op = models.TextField()

    history = Geschiedenis()

    veldcategorie = partitie(
        techniek="id", proces="beoordeling deel", bijzonder="niveau oordeel rust_op"
    )

    class Meta:
        ordering = ["deel__volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["beoordeling", "deel"], name="een_oordeel_per_deel")
        ]

    def __str__(self) -> str:
        return f"deeloordeel {self.pk}"
