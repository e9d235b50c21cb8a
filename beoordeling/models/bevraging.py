from django.db import models
from django.db.models import Q

from beoordeling.enums import Bevragingsantwoord
from convenant.enums import Categorie, Niveau, Rol
from convenant.models import Hoedanigheid, Organisatie, Stuk, partitie
from convenant.toegang import Stukvorm, Toegang, zichtbaar

ANTWOORDERS = (Rol.PARTNER, Rol.LID_WEEGPLOEG)
"""Who answers for a partner, also when not involved in the dossier."""


class Bevraging(Stuk):
    """A question to one partner: what does it know that may be shared, for which purpose.

    Asking is itself a verstrekking: the partner reads the question, the neutral number
    (``kenmerk``) and about whom it is (``wie``), and nothing else of the dossier. *Geen te delen
    informatie* is one answer for unknown, nothing relevant and not allowed (domein.md §5).
    """

    vorm = Stukvorm(categorie=Categorie.IDENTITEIT, moment_pad="gesteld_op")

    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    kenmerk = models.CharField(max_length=12)
    wie = models.CharField(
        max_length=250, help_text="Naam en geboortejaar, om te kunnen antwoorden"
    )
    doel = models.CharField(max_length=200)
    vraag = models.TextField()
    uiterlijk = models.DateField()
    gesteld_op = models.DateTimeField()
    gesteld_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    herinneringen = models.PositiveSmallIntegerField(default=0)
    antwoord = models.CharField(max_length=14, choices=Bevragingsantwoord, blank=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    beantwoord_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    veldcategorie = partitie(
        techniek="id herinneringen",
        proces="dossier organisatie kenmerk doel uiterlijk gesteld_op gesteld_door antwoord "
        "beantwoord_op beantwoord_door ingetrokken_op",
        identiteit="wie",
        gewoon="vraag",
    )

    class Meta:
        ordering = ["-gesteld_op", "-id"]
        indexes = [
            models.Index(fields=["dossier", "-gesteld_op", "-id"], name="bevraging_dossier"),
            models.Index(
                fields=["uiterlijk"],
                condition=Q(beantwoord_op__isnull=True, ingetrokken_op__isnull=True),
                name="bevraging_open",
            ),
        ]

    def __str__(self) -> str:
        return f"bevraging {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether an answer is still awaited."""
        return self.beantwoord_op is None and self.ingetrokken_op is None

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """Who asks, and the asked organisation while it is open; afterwards only who answered.

        Nobody else: that care was asked something tells that someone may be known there.
        """
        if toegang.rol == Rol.PROCESREGISSEUR:
            return zichtbaar(toegang, cls.vorm, minstens)
        if toegang.rol not in ANTWOORDERS:
            return Q(pk__in=[])
        wacht = Q(beantwoord_op__isnull=True, ingetrokken_op__isnull=True)
        eigen = Q(organisatie_id=toegang.organisatie_id)
        return (eigen & wacht) | Q(beantwoord_door_id=toegang.hoedanigheid_id)
