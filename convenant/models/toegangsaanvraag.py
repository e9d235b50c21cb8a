from django.db import models
from django.db.models import Q

from convenant.enums import Aanvraagbesluit, Categorie, Niveau, Rol
from convenant.toegang import Stukvorm, Toegang, zichtbaar

from .dossier import Stuk
from .medewerker import Hoedanigheid
from .velden import partitie


class Toegangsaanvraag(Stuk):
    """A request to be let into a dossier, with a purpose and until a day; someone else decides.

    Granted it becomes a Betrokkenheid as meelezer that ends by itself; this row opens nothing.
    """

    vorm = Stukvorm(categorie=Categorie.PROCES)

    hoedanigheid = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    doel = models.CharField(max_length=500)
    tot = models.DateField(help_text="Laatste dag van de gevraagde toegang")
    gevraagd_op = models.DateTimeField()
    besluit = models.CharField(max_length=12, choices=Aanvraagbesluit, blank=True)
    besluitreden = models.CharField(max_length=500, blank=True)
    besloten_op = models.DateTimeField(null=True, blank=True)
    besloten_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    veldcategorie = partitie(
        techniek="id",
        proces="dossier hoedanigheid doel tot gevraagd_op besluit besluitreden besloten_op "
        "besloten_door",
    )

    class Meta:
        ordering = ["-gevraagd_op", "-id"]
        indexes = [models.Index(fields=["hoedanigheid", "-gevraagd_op"], name="aanvraag_van_wie")]
        constraints = [
            models.UniqueConstraint(
                fields=["hoedanigheid", "dossier"],
                condition=Q(besluit=""),
                name="aanvraag_een_open",
            )
        ]

    def __str__(self) -> str:
        return f"toegangsaanvraag {self.pk}"

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """One's own; and for who decides on it, or oversees."""
        eigen = Q(hoedanigheid_id=toegang.hoedanigheid_id)
        if toegang.rol == Rol.CASUSREGISSEUR:
            return eigen | toegang.in_eigen_dossier("dossier_id")
        if toegang.rol in (Rol.PROCESREGISSEUR, Rol.FG):
            return eigen | zichtbaar(toegang, cls.vorm, minstens)
        return eigen
