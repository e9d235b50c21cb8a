from django.db import models

from beoordeling.models import Beoordeling
from casusregie.enums import Partneradviesuitkomst, Reviewconclusie
from convenant.enums import Categorie, Niveau, Organisatiesoort, Rol
from convenant.models import Hoedanigheid, Organisatie, Stuk, partitie
from convenant.toegang import Stukvorm, Toegang, zichtbaar

from .besluit import Besluitnota


class Herbeoordeling(Stuk):
    """The periodic review of a case: why it goes on, changes or ends, and when to look again."""

    vorm = Stukvorm(categorie=Categorie.GEWOON, moment_pad="gedaan_op")

    beoordeling = models.ForeignKey(
        Beoordeling, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    gedaan_op = models.DateTimeField()
    gedaan_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    conclusie = models.CharField(max_length=12, choices=Reviewconclusie)
    onderbouwing = models.TextField()
    volgende_op = models.DateField()

    veldcategorie = partitie(
        techniek="id",
        proces="dossier beoordeling gedaan_op gedaan_door conclusie volgende_op",
        gewoon="onderbouwing",
    )

    class Meta:
        ordering = ["-gedaan_op", "-id"]

    def __str__(self) -> str:
        return f"herbeoordeling {self.pk}"


BESLISSEN_OP_ADVIES = (Rol.PROCESREGISSEUR, Rol.BESTUURSADVISEUR, Rol.BESLISSER)


class Partneradvies(Stuk):
    """What one partner advises on scaling down; asked from everyone who carries out the plan."""

    vorm = Stukvorm(categorie=Categorie.GEWOON, moment_pad="gevraagd_op")

    nota = models.ForeignKey(Besluitnota, on_delete=models.PROTECT, related_name="partneradviezen")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    gevraagd_op = models.DateTimeField()
    advies = models.CharField(max_length=14, choices=Partneradviesuitkomst, blank=True)
    reden = models.TextField(blank=True)
    gegeven_op = models.DateTimeField(null=True, blank=True)
    gegeven_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    veldcategorie = partitie(
        techniek="id",
        proces="dossier nota organisatie gevraagd_op advies gegeven_op gegeven_door",
        gewoon="reden",
    )

    class Meta:
        ordering = ["organisatie__naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["nota", "organisatie"], name="een_partneradvies_per_partij"
            )
        ]

    def __str__(self) -> str:
        return f"partneradvies {self.pk}"

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> models.Q:
        """By the rule, and what was asked of one's own organisation when one is involved.

        That care advised tells that someone is known there: only who works in the dossier or
        decides on the advices reads that.
        """
        betrokken = toegang.in_eigen_dossier("dossier_id")
        filter_ = zichtbaar(toegang, cls.vorm, minstens)
        if not toegang.is_een(*BESLISSEN_OP_ADVIES):
            filter_ &= ~models.Q(organisatie__soort=Organisatiesoort.ZORG) | betrokken
        return filter_ | (betrokken & models.Q(organisatie_id=toegang.organisatie_id))
