import uuid

from django.db import models

from casusregie.enums import Leefdomein
from casusregie.models import Interventie
from convenant.enums import Categorie
from convenant.models import (
    Beschermd,
    Bronstuk,
    Geschiedenis,
    Hoedanigheid,
    Stuk,
    Wisplan,
    partitie,
)
from convenant.toegang import Stukvorm
from monitoring.enums import Incidentaard, Trap, Voortgangstand


class Leefdomeintrap(models.Model):
    """What a step of a life domain looks like: content, loaded from ``inhoud/``."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    leefdomein = models.CharField(max_length=30, choices=Leefdomein)
    trap = models.PositiveSmallIntegerField(choices=Trap)
    omschrijving = models.CharField(max_length=400)

    veldcategorie = partitie(techniek="id", proces="leefdomein trap omschrijving")

    class Meta:
        ordering = ["leefdomein", "trap"]
        constraints = [
            models.UniqueConstraint(fields=["leefdomein", "trap"], name="een_omschrijving_per_trap")
        ]

    def __str__(self) -> str:
        return f"{self.leefdomein} {self.trap}"


class Meting(Stuk):
    """A measurement of the life domains on one day, by the regisseur with the person."""

    vorm = Stukvorm(categorie=Categorie.PROCES)

    gemeten_op = models.DateField()
    vastgelegd_op = models.DateTimeField()
    gedaan_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    met_betrokkene = models.BooleanField(default=True)
    toelichting = models.TextField(blank=True)

    veldcategorie = partitie(
        techniek="id",
        proces="dossier gemeten_op vastgelegd_op gedaan_door met_betrokkene",
        gewoon="toelichting",
    )

    class Meta:
        ordering = ["-gemeten_op", "-id"]

    def __str__(self) -> str:
        return f"meting {self.pk}"


class Domeinmeting(Beschermd):
    """One life domain of a measurement: the step, or unknown (empty), with words."""

    vorm = Stukvorm(dossier_pad="meting__dossier", moment_pad="meting__vastgelegd_op")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meting = models.ForeignKey(Meting, on_delete=models.PROTECT, related_name="domeinen")
    leefdomein = models.CharField(max_length=30, choices=Leefdomein)
    categorie = models.CharField(max_length=20, choices=Categorie, default=Categorie.GEWOON)
    trap = models.PositiveSmallIntegerField(choices=Trap, null=True, blank=True)
    toelichting = models.TextField(blank=True)

    history = Geschiedenis()

    veldcategorie = partitie(
        techniek="id", proces="meting leefdomein categorie", gewoon="trap toelichting"
    )

    class Meta:
        ordering = ["leefdomein"]
        constraints = [
            models.UniqueConstraint(fields=["meting", "leefdomein"], name="een_meting_per_domein")
        ]

    def __str__(self) -> str:
        return f"domeinmeting {self.pk}"


class Incident(Bronstuk):
    """Something that went wrong, told by a source, on a day.

    Of a withdrawn one only its history keeps what happened; of an erased one nothing does.
    """

    gebeurd_op = models.DateField()
    aard = models.CharField(max_length=12, choices=Incidentaard)
    tekst = models.TextField()
    gevolg = models.TextField(blank=True, help_text="Wat er daarna is gedaan")

    veldcategorie = partitie(
        techniek="id versie",
        proces="dossier categorie bron gebeurd_op aard vastgelegd_op vastgelegd_door "
        "gecorrigeerd_op ingetrokken_op gewist_op",
        strafrechtelijk="tekst gevolg",
    )
    wisplan = Wisplan(
        "id",
        {
            "aard": f"'{Incidentaard.ANDERS}'",
            "tekst": "''",
            "gevolg": "''",
            "gebeurd_op": "(vastgelegd_op AT TIME ZONE 'Europe/Amsterdam')::date",
        },
    )
    """The row stays as a mark of what assessments and plans rested on, and says nothing more."""

    class Meta:
        ordering = ["-gebeurd_op", "-id"]

    def __str__(self) -> str:
        return f"incident {self.pk}"

    @property
    def kop(self) -> str:
        """What stands above it; of what was withdrawn not even its kind is told."""
        if self.gewist_op:
            return "Gewist"
        return "Ingetrokken" if self.ingetrokken_op else self.get_aard_display().capitalize()


class Voortgang(Stuk):
    """How an intervention of the plan goes, told at a moment."""

    vorm = Stukvorm(categorie=Categorie.GEWOON, moment_pad="verteld_op")

    interventie = models.ForeignKey(Interventie, on_delete=models.PROTECT, related_name="+")
    stand = models.CharField(max_length=12, choices=Voortgangstand)
    toelichting = models.TextField()
    verteld_op = models.DateTimeField()
    verteld_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")

    veldcategorie = partitie(
        techniek="id",
        proces="dossier interventie stand verteld_op verteld_door",
        gewoon="toelichting",
    )

    class Meta:
        ordering = ["-verteld_op", "-id"]

    def __str__(self) -> str:
        return f"voortgang {self.pk}"
