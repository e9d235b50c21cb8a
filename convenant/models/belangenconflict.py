from django.db import models
from django.db.models import Q

from convenant.enums import Categorie, Conflictsoort, Niveau, Rol
from convenant.toegang import Stukvorm, Toegang, zichtbaar

from .dossier import Stuk
from .medewerker import Hoedanigheid, Medewerker
from .velden import partitie


class Belangenconflict(Stuk):
    """Somebody knows the person of a dossier: for him it is shut, in every role that he has.

    He says so himself, or tells it to a procesregisseur. Nothing opens the dossier for him again
    but a procesregisseur who lifts it with a reason. ``Toegang.dicht`` is where it closes.
    """

    vorm = Stukvorm(categorie=Categorie.PROCES)

    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=10, choices=Conflictsoort)
    reden = models.CharField(max_length=500)
    gemeld_op = models.DateTimeField()
    gemeld_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    opgeheven_op = models.DateTimeField(null=True, blank=True)
    opgeheven_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    ophefreden = models.CharField(max_length=500, blank=True)

    veldcategorie = partitie(
        techniek="id",
        proces="dossier medewerker soort reden gemeld_op gemeld_door opgeheven_op opgeheven_door "
        "ophefreden",
    )

    class Meta:
        ordering = ["-gemeld_op", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["medewerker", "dossier"],
                condition=Q(opgeheven_op__isnull=True),
                name="een_lopend_belangenconflict",
            ),
            models.CheckConstraint(
                condition=Q(opgeheven_op__isnull=True, opgeheven_door__isnull=True)
                | Q(opgeheven_op__isnull=False, opgeheven_door__isnull=False),
                name="belangenconflict_einde_heel",
            ),
        ]

    def __str__(self) -> str:
        return f"belangenconflict {self.pk}"

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """For who lifts it and for who oversees; never for the person himself."""
        if toegang.rol not in (Rol.PROCESREGISSEUR, Rol.FG):
            return Q(pk__in=[])
        return zichtbaar(toegang, cls.vorm, minstens)

    @property
    def loopt(self) -> bool:
        """Whether the dossier is shut for this person now."""
        return self.opgeheven_op is None
