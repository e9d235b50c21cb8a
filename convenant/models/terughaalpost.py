import uuid

from django.db import models
from django.db.models import Q

from convenant.enums import Categorie, Niveau, Rol, Terughaalaanleiding, Terughaaluitkomst
from convenant.toegang import Stukvorm, Toegang, zichtbaar

from .beschermd import Beschermd
from .dossier import Dossier
from .embargo import buiten_embargo
from .geschiedenis import Geschiedenis
from .medewerker import Hoedanigheid
from .organisatie import Organisatie
from .taak import Taak
from .velden import partitie


class Terughaalpost(Beschermd):
    """A line of the terughaallijst: an organisation that received something is told what became of it.

    Made by a correction, a withdrawal or the end of a case; the organisation answers what it did
    with what it had, as proof of receipt (domein.md §5). ``kenmerk`` is the neutral number, for
    whoever no longer reads the dossier itself. One that is finished without an ``uitkomst`` was
    withdrawn: nobody answered, and nobody has to; ``toelichting`` says why.
    """

    vorm = Stukvorm(categorie=Categorie.PROCES)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")
    kenmerk = models.CharField(max_length=12)
    aanleiding = models.CharField(max_length=12, choices=Terughaalaanleiding)
    stuk_soort = models.CharField(max_length=64)
    stuk_id = models.UUIDField()
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    taak = models.OneToOneField(Taak, on_delete=models.PROTECT, related_name="+")
    ontvangen_op = models.DateTimeField(help_text="Toen kreeg de organisatie het voor het eerst")
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    uiterlijk = models.DateField()
    uitkomst = models.CharField(max_length=12, choices=Terughaaluitkomst, blank=True)
    toelichting = models.TextField(blank=True)
    bevestigd_op = models.DateTimeField(null=True, blank=True)
    bevestigd_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    history = Geschiedenis()

    veldcategorie = partitie(
        techniek="id stuk_soort stuk_id taak",
        proces="dossier kenmerk aanleiding organisatie ontvangen_op gemaakt_op gemaakt_door "
        "uiterlijk uitkomst bevestigd_op bevestigd_door",
        gewoon="toelichting",
    )

    class Meta:
        ordering = ["uiterlijk", "id"]
        indexes = [
            models.Index(
                fields=["uiterlijk", "id"],
                condition=Q(bevestigd_op__isnull=True),
                name="terughaalpost_open",
            ),
            models.Index(fields=["stuk_id"], name="terughaalpost_stuk"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["stuk_id", "organisatie", "aanleiding"],
                condition=Q(bevestigd_op__isnull=True),
                name="een_open_terughaalpost",
            )
        ]

    def __str__(self) -> str:
        return f"terughaalpost {self.pk}"

    @property
    def ingetrokken(self) -> bool:
        """Whether the question was taken back before it was answered."""
        return self.bevestigd_op is not None and not self.uitkomst

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """The procesregisseur watches all of it; the others know what they have to answer.

        Nobody but the source sees what was asked about an item that now is hidden.
        """
        vrij = buiten_embargo(toegang, Niveau.BESTAAN, "stuk_id")
        if toegang.rol == Rol.PROCESREGISSEUR:
            return zichtbaar(toegang, cls.vorm, minstens) & vrij
        return Taak.van(toegang, "taak__") & vrij
