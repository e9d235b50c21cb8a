import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from beoordeling.models import Informatie
from convenant.enums import Niveau, Rol
from convenant.models import Beschermd, Dossier, Hoedanigheid, Stuk, Wisplan, partitie
from convenant.models.embargo import buiten_embargo
from convenant.toegang import Toegang
from monitoring.enums import Rapportsoort, Rapportstatus


def rapportpad(rapport: "Rapport", naam: str) -> str:
    """A random name in storage."""
    return f"rapport/{uuid.uuid4()}.pdf"


class Rapport(Beschermd):
    """A report asked for by a leidinggevende, made in the background with his own rights.

    Only who asked may fetch it, as long as the hoedanigheid in which he asked still holds. A report
    of a dossier remembers what it rests on: the items whose text it may hold (``rust_op``), those
    that it may name (``noemt``), and what its asker had there (``rechten``). When he has less than
    that, it is *vervallen*: he cannot fetch it any more, and its file is destroyed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    soort = models.CharField(max_length=10, choices=Rapportsoort)
    dossier = models.ForeignKey(
        Dossier, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    periode_van = models.DateField(null=True, blank=True)
    periode_tot = models.DateField(null=True, blank=True)
    doel = models.CharField(max_length=300, help_text="Waarvoor het rapport nodig is")
    gevraagd_op = models.DateTimeField()
    gevraagd_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Rapportstatus, default=Rapportstatus.WACHT)
    voortgang = models.PositiveSmallIntegerField(default=0, help_text="Procent")
    stap = models.CharField(max_length=100, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)
    bestand = models.FileField(upload_to=rapportpad, blank=True, max_length=120)
    bladzijden = models.PositiveSmallIntegerField(null=True, blank=True)
    rust_op = ArrayField(models.UUIDField(), default=list, blank=True)
    noemt = ArrayField(models.UUIDField(), default=list, blank=True)
    rechten = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    vervallen_op = models.DateTimeField(null=True, blank=True)

    veldcategorie = partitie(
        techniek="id bestand bladzijden voortgang stap rust_op noemt rechten",
        proces="soort dossier periode_van periode_tot doel gevraagd_op gevraagd_door status "
        "klaar_op vervallen_op",
    )

    class Meta:
        ordering = ["-gevraagd_op", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(periode_van__isnull=True) | Q(periode_tot__gte=F("periode_van")),
                name="rapport_periode",
            ),
            models.CheckConstraint(
                condition=Q(soort=Rapportsoort.DOSSIER, dossier__isnull=False)
                | Q(soort=Rapportsoort.TOEZICHT, periode_van__isnull=False),
                name="rapport_waarover",
            ),
            models.CheckConstraint(
                condition=Q(status=Rapportstatus.VERVALLEN, vervallen_op__isnull=False)
                | (~Q(status=Rapportstatus.VERVALLEN) & Q(vervallen_op__isnull=True)),
                name="rapport_vervallen",
            ),
        ]

    def __str__(self) -> str:
        return f"rapport {self.pk}"

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """Only whoever asked for it, in the same hoedanigheid."""
        return Q(gevraagd_door_id=toegang.hoedanigheid_id)


class Vrijgave(Stuk):
    """Free text that a person released, pseudonymised, for the Commissie van Toezicht."""

    informatie = models.ForeignKey(
        Informatie, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    onderwerp = models.CharField(max_length=200, help_text="Waar de tekst over gaat, zonder namen")
    tekst = models.TextField(help_text="De tekst zoals de Commissie die leest, zonder namen")
    vrijgegeven_op = models.DateTimeField()
    vrijgegeven_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    veldcategorie = partitie(
        techniek="id",
        proces="dossier informatie vrijgegeven_op vrijgegeven_door ingetrokken_op",
        gewoon="onderwerp tekst",
    )
    wisplan = Wisplan("informatie_id")

    class Meta:
        ordering = ["-vrijgegeven_op", "-id"]

    def __str__(self) -> str:
        return f"vrijgave {self.pk}"

    @property
    def bron_sindsdien(self) -> str:
        """What became of the item that it was made from after it was released; mostly nothing."""
        item = self.informatie
        if item is None:
            return ""
        if item.ingetrokken_op is not None and item.ingetrokken_op >= self.vrijgegeven_op:
            return "de bron is ingetrokken"
        gecorrigeerd = item.gecorrigeerd_op
        na = gecorrigeerd is not None and gecorrigeerd >= self.vrijgegeven_op
        return "de bron is gecorrigeerd" if na else ""

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """The Commissie reads what is released now; who releases sees all of it.

        Neither of them what was made from an item that its source has put under embargo.
        """
        vrij = buiten_embargo(toegang, Niveau.INHOUD, "informatie_id")
        if toegang.rol == Rol.LID_COMMISSIE:
            return Q(ingetrokken_op__isnull=True) & vrij
        return vrij if toegang.rol == Rol.PROCESREGISSEUR else Q(pk__in=[])
