import uuid

from django.db import models
from django.db.models import Q

from convenant.enums import Niveau, Rol
from convenant.models import Beschermd, Hoedanigheid, partitie
from convenant.toegang import Toegang
from meldpunt.enums import Kanaal, Meldersoort


class Adviesvraag(Beschermd):
    """A question answered by the MAP without recording a person at all; counted, nothing more."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    nummer = models.CharField(max_length=12, unique=True, help_text="Neutraal, zoals A2026-0017")
    gesteld_op = models.DateTimeField()
    kanaal = models.CharField(max_length=12, choices=Kanaal)
    meldersoort = models.CharField(max_length=20, choices=Meldersoort)
    onderwerp = models.CharField(max_length=200, help_text="In algemene woorden, zonder persoon")
    advies = models.TextField(help_text="Welk advies is gegeven, zonder persoon")
    beantwoord_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")

    veldcategorie = partitie(
        techniek="id",
        proces="nummer gesteld_op kanaal meldersoort onderwerp advies beantwoord_door",
    )
    dossierpad = ""

    class Meta:
        ordering = ["-gesteld_op", "-id"]

    def __str__(self) -> str:
        return self.nummer

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """The MAP, the procesregisseur and the leidinggevende; it holds no person."""
        if toegang.is_een(Rol.MAP_MEDEWERKER, Rol.PROCESREGISSEUR, Rol.LEIDINGGEVENDE):
            return Q(pk__isnull=False)
        return Q(pk__in=[])
