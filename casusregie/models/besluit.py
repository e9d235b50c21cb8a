import uuid

from django.db import models
from django.db.models import F, Q

from beoordeling.models import Beoordeling, Weging
from casusregie.enums import (
    Besluitstatus,
    Besluituitkomst,
    Notasoort,
    Notastatus,
    Risicogroep,
)
from convenant.enums import Categorie, Niveau
from convenant.models import Hoedanigheid, Stuk, partitie
from convenant.toegang import Stukvorm, Toegang, zichtbaar


class Besluitnota(Stuk):
    """The two pages on which the beslisser decides, prepared by the bestuursadviseur.

    For instroom it rests on a weging, for afschaling on a fresh assessment.
    """

    vorm = Stukvorm(categorie=Categorie.BIJZONDER, moment_pad="opgesteld_op")

    soort = models.CharField(max_length=12, choices=Notasoort)
    status = models.CharField(max_length=12, choices=Notastatus, default=Notastatus.CONCEPT)
    weging = models.ForeignKey(
        Weging, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    beoordeling = models.ForeignKey(
        Beoordeling, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    voorstel = models.CharField(max_length=20, choices=Besluituitkomst)
    risicogroep = models.PositiveSmallIntegerField(choices=Risicogroep, null=True, blank=True)
    aanleiding = models.TextField()
    doel = models.TextField()
    proportionaliteit = models.TextField()
    subsidiariteit = models.TextField()
    afwijkende_adviezen = models.TextField(help_text="Hoe afwijkende adviezen zijn gewogen")
    herbeoordeling_op = models.DateField(null=True, blank=True)
    regisseur = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    waarnemer = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    opgesteld_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    opgesteld_op = models.DateTimeField()
    aangeboden_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    veldcategorie = partitie(
        techniek="id versie",
        proces="dossier soort status weging beoordeling voorstel risicogroep herbeoordeling_op "
        "regisseur waarnemer opgesteld_door opgesteld_op aangeboden_op",
        bijzonder="aanleiding doel proportionaliteit subsidiariteit afwijkende_adviezen",
    )

    class Meta:
        ordering = ["-opgesteld_op", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=~Q(status=Notastatus.BESLOTEN),
                name="een_nota_in_de_maak",
            )
        ]

    def __str__(self) -> str:
        return f"nota {self.pk}"

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """The text is special; that there is a nota, and what it proposes, belongs to the process."""
        inhoud = zichtbaar(toegang, cls.vorm, Niveau.INHOUD)
        if minstens == Niveau.INHOUD:
            return inhoud
        return inhoud | zichtbaar(toegang, Stukvorm(categorie=Categorie.PROCES), minstens)


class Uitstroomvoorwaarde(Stuk):
    """What has to be reached before the person leaves the aanpak: set at entry."""

    vorm = Stukvorm(categorie=Categorie.GEWOON, moment_pad="nota__opgesteld_op")

    nota = models.ForeignKey(Besluitnota, on_delete=models.PROTECT, related_name="voorwaarden")
    volgorde = models.PositiveSmallIntegerField()
    omschrijving = models.CharField(max_length=500)
    gehaald_op = models.DateField(null=True, blank=True)
    gehaald_toelichting = models.TextField(blank=True)

    veldcategorie = partitie(
        techniek="id",
        proces="dossier nota volgorde gehaald_op",
        gewoon="omschrijving gehaald_toelichting",
    )

    class Meta:
        ordering = ["nota", "volgorde"]

    def __str__(self) -> str:
        return f"voorwaarde {self.pk}"


def scanpad(besluit: "Besluit", naam: str) -> str:
    """A random name in storage."""
    return f"besluit/{uuid.uuid4()}.pdf"


class Besluit(Stuk):
    """What the beslisser decided, in the application or on paper with the scan attached.

    A besluit on paper, and one that goes against or beyond the advice of the weegploeg, takes
    effect only when a second person has confirmed it.
    """

    vorm = Stukvorm(categorie=Categorie.PROCES)

    nota = models.ForeignKey(Besluitnota, on_delete=models.PROTECT, related_name="besluiten")
    uitkomst = models.CharField(max_length=20, choices=Besluituitkomst)
    motivering = models.TextField(blank=True)
    status = models.CharField(max_length=16, choices=Besluitstatus)
    genomen_op = models.DateTimeField()
    genomen_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    ingevoerd_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    op_papier = models.BooleanField(default=False)
    scan = models.FileField(upload_to=scanpad, blank=True, max_length=120)
    tegen_advies = models.BooleanField(default=False)
    tweede_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    tweede_op = models.DateTimeField(null=True, blank=True)
    tweede_reden = models.TextField(blank=True)

    veldcategorie = partitie(
        techniek="id scan",
        proces="dossier nota uitkomst status genomen_op genomen_door ingevoerd_door op_papier "
        "tegen_advies tweede_door tweede_op",
        bijzonder="motivering tweede_reden",
    )

    class Meta:
        ordering = ["-genomen_op", "-id"]
        indexes = [
            # For the counts on Mijn werk: few wait, and nobody reads all the others for those.
            models.Index(
                fields=["dossier"],
                condition=Q(status=Besluitstatus.WACHT_OP_TWEEDE),
                name="besluit_wacht",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["nota"],
                condition=~Q(status=Besluitstatus.AFGEWEZEN),
                name="een_besluit_per_nota",
            ),
            models.CheckConstraint(
                condition=Q(tweede_door__isnull=True)
                | (~Q(tweede_door=F("genomen_door")) & ~Q(tweede_door=F("ingevoerd_door"))),
                name="besluit_tweede_persoon",
            ),
        ]

    def __str__(self) -> str:
        return f"besluit {self.pk}"
