from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from casusregie.enums import (
    Doeluitkomst,
    Interventiestatus,
    Leefdomein,
    Planstatus,
    Visie,
)
from convenant.enums import Categorie
from convenant.models import Hoedanigheid, Stuk, Taak, partitie
from convenant.toegang import Stukvorm

from .koffer import Instrument


class Plan(Stuk):
    """A version of the plan van aanpak: goals per life domain, and the person's own view."""

    vorm = Stukvorm(categorie=Categorie.GEWOON, moment_pad="opgesteld_op")

    nummer = models.PositiveSmallIntegerField(help_text="Versie van het plan: 1, 2, …")
    status = models.CharField(max_length=12, choices=Planstatus, default=Planstatus.CONCEPT)
    visie = models.CharField(max_length=10, choices=Visie, default=Visie.NOG_NIET)
    visie_toelichting = models.TextField(blank=True)
    samenvatting = models.TextField(blank=True)
    opgesteld_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    opgesteld_op = models.DateTimeField()
    voorgelegd_op = models.DateTimeField(null=True, blank=True)
    vastgesteld_op = models.DateTimeField(null=True, blank=True)
    vastgesteld_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    versie = models.PositiveIntegerField(default=1)

    veldcategorie = partitie(
        techniek="id versie",
        proces="dossier nummer status visie opgesteld_door opgesteld_op voorgelegd_op "
        "vastgesteld_op vastgesteld_door",
        gewoon="visie_toelichting samenvatting",
    )

    class Meta:
        ordering = ["-nummer"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "nummer"], name="plan_nummer"),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(status__in=[Planstatus.CONCEPT, Planstatus.VOORGELEGD]),
                name="een_plan_in_de_maak",
            ),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(status=Planstatus.VASTGESTELD),
                name="een_geldend_plan",
            ),
        ]

    def __str__(self) -> str:
        return f"plan {self.pk}"


class Plandoel(Stuk):
    """A goal in one life domain, with an outcome that can be measured, and its evaluation."""

    vorm = Stukvorm(categorie=Categorie.GEWOON, moment_pad="plan__opgesteld_op")

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="doelen")
    leefdomein = models.CharField(max_length=30, choices=Leefdomein)
    omschrijving = models.CharField(max_length=500)
    meetbaar = models.CharField(max_length=500, help_text="Waaraan is te zien dat het lukt")
    uiterlijk = models.DateField()
    uitkomst = models.CharField(max_length=10, choices=Doeluitkomst, blank=True)
    uitkomst_toelichting = models.TextField(blank=True)
    geevalueerd_op = models.DateTimeField(null=True, blank=True)
    bewijs = ArrayField(
        models.UUIDField(), default=list, blank=True, help_text="De informatie waar dit op rust"
    )
    versie = models.PositiveIntegerField(default=1)

    veldcategorie = partitie(
        techniek="id versie",
        proces="dossier plan leefdomein uiterlijk uitkomst geevalueerd_op bewijs",
        gewoon="omschrijving meetbaar uitkomst_toelichting",
    )

    class Meta:
        ordering = ["uiterlijk", "id"]

    def __str__(self) -> str:
        return f"doel {self.pk}"


class Planstap(Stuk):
    """A step towards a goal, with its owner and term; the owner has it as a task."""

    vorm = Stukvorm(categorie=Categorie.GEWOON, moment_pad="doel__plan__opgesteld_op")

    doel = models.ForeignKey(Plandoel, on_delete=models.PROTECT, related_name="stappen")
    omschrijving = models.CharField(max_length=300)
    eigenaar = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    uiterlijk = models.DateField()
    taak = models.ForeignKey(
        Taak, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    veldcategorie = partitie(
        techniek="id", proces="dossier doel eigenaar uiterlijk taak", gewoon="omschrijving"
    )

    class Meta:
        ordering = ["uiterlijk", "id"]

    def __str__(self) -> str:
        return f"stap {self.pk}"


class Interventie(Stuk):
    """An instrument used for a goal of the plan, by the authority that may order or offer it."""

    vorm = Stukvorm(categorie=Categorie.GEWOON, moment_pad="voorgesteld_op")

    doel = models.ForeignKey(Plandoel, on_delete=models.PROTECT, related_name="interventies")
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(
        max_length=12, choices=Interventiestatus, default=Interventiestatus.VOORGESTELD
    )
    aanbieder = models.CharField(max_length=200, blank=True)
    instemming_op = models.DateField(null=True, blank=True)
    instemming_toelichting = models.TextField(blank=True)
    besluit_van_gezag = models.TextField(
        blank=True, help_text="Wie het beval of aanbood, wanneer en onder welk kenmerk"
    )
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    herzien_op = models.DateField(null=True, blank=True)
    ingezet_op = models.DateTimeField(null=True, blank=True)
    beeindigd_op = models.DateTimeField(null=True, blank=True)
    eindtoelichting = models.TextField(blank=True)
    voorgesteld_op = models.DateTimeField()
    voorgesteld_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    versie = models.PositiveIntegerField(default=1)

    veldcategorie = partitie(
        techniek="id versie",
        proces="dossier doel instrument status instemming_op van tot herzien_op ingezet_op "
        "beeindigd_op voorgesteld_op voorgesteld_door",
        gewoon="aanbieder instemming_toelichting besluit_van_gezag eindtoelichting",
    )

    class Meta:
        ordering = ["voorgesteld_op", "id"]

    def __str__(self) -> str:
        return f"interventie {self.pk}"


class Randvoorwaarde(Stuk):
    """A precondition of the instrument, ticked with words for this person."""

    vorm = Stukvorm(categorie=Categorie.GEWOON, moment_pad="interventie__voorgesteld_op")

    interventie = models.ForeignKey(
        Interventie, on_delete=models.PROTECT, related_name="randvoorwaarden"
    )
    volgorde = models.PositiveSmallIntegerField()
    tekst = models.CharField(max_length=500)
    voldaan = models.BooleanField(default=False)
    toelichting = models.TextField(blank=True)

    veldcategorie = partitie(
        techniek="id", proces="dossier interventie volgorde tekst voldaan", gewoon="toelichting"
    )

    class Meta:
        ordering = ["volgorde"]

    def __str__(self) -> str:
        return f"randvoorwaarde {self.pk}"
