from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q

from convenant.enums import Categorie, Niveau, Noodoordeel, Rol
from convenant.toegang import Stukvorm, Toegang, zichtbaar

from .dossier import Stuk
from .medewerker import Hoedanigheid
from .velden import partitie

LANGST = timedelta(hours=3)
"""Longer than this nobody reads a dossier under noodtoegang."""
TOEZIENDEN = (Rol.PROCESREGISSEUR, Rol.FG)


class Noodtoegang(Stuk):
    """Reading a dossier at once without being involved in it: with a reason, for a few hours.

    Everything read meanwhile is marked in the logboek, and a second person says afterwards whether
    it was right. It satisfies the condition *betrokken* of the access rule and nothing else.
    """

    vorm = Stukvorm(categorie=Categorie.PROCES)

    hoedanigheid = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    reden = models.CharField(max_length=500)
    genomen_op = models.DateTimeField()
    tot = models.DateTimeField(
        help_text="Vanaf dit moment is het voorbij, zonder dat iemand iets doet"
    )
    beeindigd_op = models.DateTimeField(null=True, blank=True)
    beoordelen_voor = models.DateField(help_text="Laatste dag van de beoordeling")
    oordeel = models.CharField(max_length=12, choices=Noodoordeel, blank=True)
    oordeelreden = models.CharField(max_length=500, blank=True)
    beoordeeld_op = models.DateTimeField(null=True, blank=True)
    beoordeeld_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    veldcategorie = partitie(
        techniek="id",
        proces="dossier hoedanigheid reden genomen_op tot beeindigd_op beoordelen_voor oordeel "
        "oordeelreden beoordeeld_op beoordeeld_door",
    )

    class Meta:
        ordering = ["-genomen_op", "-id"]
        indexes = [
            models.Index(
                fields=["hoedanigheid", "dossier"],
                condition=Q(beeindigd_op__isnull=True),
                name="noodtoegang_eigen",
            ),
            models.Index(fields=["-genomen_op", "-id"], name="noodtoegang_nieuwste"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__gt=F("genomen_op")) & Q(tot__lte=F("genomen_op") + LANGST),
                name="noodtoegang_hoogstens_drie_uur",
            ),
            models.CheckConstraint(
                condition=Q(oordeel="", beoordeeld_op__isnull=True, beoordeeld_door__isnull=True)
                | (~Q(oordeel="") & Q(beoordeeld_op__isnull=False, beoordeeld_door__isnull=False)),
                name="noodtoegang_oordeel_heel",
            ),
        ]

    def __str__(self) -> str:
        return f"noodtoegang {self.pk}"

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """One's own always; those of others for who judges them and for the FG."""
        eigen = Q(hoedanigheid_id=toegang.hoedanigheid_id)
        if toegang.rol not in TOEZIENDEN:
            return eigen
        return eigen | zichtbaar(toegang, cls.vorm, minstens)

    @staticmethod
    def lopend_op(moment: datetime) -> Q:
        """The filter for the rows of which ``loopt_op`` says yes."""
        return Q(beeindigd_op__isnull=True, genomen_op__lte=moment, tot__gt=moment)

    def loopt_op(self, moment: datetime) -> bool:
        """Whether this noodtoegang opens anything at ``moment``."""
        return self.beeindigd_op is None and self.genomen_op <= moment < self.tot
