import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q

from convenant.enums import Niveau, Rol, Wisgrond, Wisstand
from convenant.toegang import Toegang

from .dossier import Stuk
from .embargo import HERZIENERS
from .medewerker import Hoedanigheid
from .organisatie import Organisatie
from .velden import partitie

WACHTTIJD = timedelta(days=7)
"""So long a request waits for its second person before the FG sees it as late."""


@dataclass(frozen=True)
class Wisplan:
    """What erasing an item does to the rows of one model: a model that has one, is erased along.

    ``pad`` is the column that holds the key of the item. ``leeg`` gives what each column becomes,
    as SQL; without it the row itself goes. Old versions always go.
    """

    pad: str
    leeg: Mapping[str, str] = field(default_factory=dict)


class Wissing(Stuk):
    """The erasing of one item and of everything it ever said, by two persons.

    One row for an item, under the key of that item, so that whatever hides the item hides this as
    well. It is the verklaring van vernietiging: who, on what ground and how much, without a word
    of what stood there (ontwerp.md §2.5, AVG 17). Done, it does not change any more.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    stuk_soort = models.CharField(max_length=64)
    kenmerk = models.CharField(max_length=12)
    bron = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    grond = models.CharField(max_length=12, choices=Wisgrond)
    reden = models.CharField(max_length=500, help_text="Zonder te herhalen wat er stond")
    gevraagd_op = models.DateTimeField()
    gevraagd_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    tweede = models.ForeignKey(
        Hoedanigheid,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="De tweede persoon: wist, of zegt waarom niet",
    )
    stand = models.CharField(max_length=10, choices=Wisstand, default=Wisstand.GEVRAAGD)
    besloten_op = models.DateTimeField(null=True, blank=True)
    besloten_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    antwoord = models.CharField(max_length=500, blank=True, help_text="Waarom niet")
    versies = models.PositiveIntegerField(null=True, blank=True, help_text="Zoveel zijn er gewist")
    bestanden = models.PositiveIntegerField(
        null=True, blank=True, help_text="Zoveel zijn er gewist"
    )
    versie = models.PositiveIntegerField(default=1)

    veldcategorie = partitie(
        techniek="id stuk_soort versie",
        proces="dossier kenmerk bron grond reden gevraagd_op gevraagd_door tweede stand "
        "besloten_op besloten_door antwoord versies bestanden",
    )

    class Meta:
        ordering = ["-gevraagd_op", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stand=Wisstand.GEVRAAGD, besloten_op=None, besloten_door=None)
                | (
                    ~Q(stand=Wisstand.GEVRAAGD)
                    & Q(besloten_op__isnull=False, besloten_door__isnull=False)
                ),
                name="wissing_besluit_heel",
            ),
            models.CheckConstraint(
                condition=~Q(stand=Wisstand.GEWIST) | ~Q(gevraagd_door=F("besloten_door")),
                name="gewist_door_een_ander",
            ),
        ]

    def __str__(self) -> str:
        return f"wissing {self.pk}"

    @property
    def stuk_id(self) -> uuid.UUID:
        """The key of the item that is erased."""
        return self.pk

    @property
    def wacht(self) -> bool:
        """Whether the second person has not answered yet."""
        return self.stand == Wisstand.GEVRAAGD

    def is_te_laat(self, moment: datetime) -> bool:
        """Whether it waits longer than it should for its second person."""
        return self.wacht and self.gevraagd_op < moment - WACHTTIJD

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """Whoever works for the source, both persons, and the FG.

        A casusregisseur knows of it in his own dossiers: his organisation has all of them.
        """
        if toegang.rol == Rol.FG:
            return Q()
        ik = toegang.hoedanigheid_id
        bekend = Q(tweede_id=ik) | Q(gevraagd_door_id=ik)
        if toegang.rol not in HERZIENERS:
            return bekend
        bron = Q(bron_id=toegang.organisatie_id)
        if toegang.rol == Rol.CASUSREGISSEUR:
            bron &= toegang.in_eigen_dossier("dossier_id")
        return bekend | bron
