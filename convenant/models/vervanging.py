import uuid
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from convenant.enums import Niveau, Rol
from convenant.toegang import Toegang

from .beschermd import Beschermd
from .geschiedenis import Geschiedenis
from .medewerker import Hoedanigheid
from .velden import partitie

LANGST = timedelta(days=41)
"""From the first day until the last: six weeks. For longer the work is handed over."""
KENT_IEDEREEN = (Rol.PROCESREGISSEUR, Rol.CASUSREGISSEUR, Rol.FG)
"""Who works with people of every organisation, or oversees that."""


class Vervanging(Beschermd):
    """A colleague takes the place of somebody who is away: in one role, for at most six weeks.

    It gives the running involvements and the open tasks in dossiers of the absent one, nothing
    that is his by name (noodtoegang, embargo, requests), and nothing that he has as a stand-in
    himself. It is not an involvement: it follows those of the absent one from day to day. Why
    somebody is away is not recorded.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    afwezige = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="vervangingen"
    )
    vervanger = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="vervangt_in"
    )
    van = models.DateField()
    tot = models.DateField(help_text="Laatste dag")
    geregeld_op = models.DateTimeField()
    geregeld_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    beeindigd_op = models.DateTimeField(
        null=True, blank=True, help_text="Vanaf dit moment geeft de vervanging niets meer"
    )
    beeindigd_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    history = Geschiedenis()

    veldcategorie = partitie(
        techniek="id",
        proces="afwezige vervanger van tot geregeld_op geregeld_door beeindigd_op beeindigd_door",
    )

    dossierpad = ""

    class Meta:
        ordering = ["-van", "-id"]
        indexes = [
            models.Index(
                fields=["vervanger"],
                condition=Q(beeindigd_op__isnull=True),
                name="vervanging_eigen",
            ),
            models.Index(fields=["-van", "-id"], name="vervanging_nieuwste"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__gte=F("van"), tot__lte=F("van") + LANGST),
                name="vervanging_hoogstens_zes_weken",
            ),
            models.CheckConstraint(
                condition=~Q(afwezige=F("vervanger")), name="vervanging_door_een_ander"
            ),
            ExclusionConstraint(
                name="vervanging_een_tegelijk",
                condition=Q(beeindigd_op__isnull=True),
                expressions=[
                    ("afwezige", RangeOperators.EQUAL),
                    (
                        Func(
                            F("van"),
                            F("tot"),
                            Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"vervanging {self.pk}"

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """Who is away and who takes his place: for colleagues, and for who works with everybody."""
        if toegang.rol in KENT_IEDEREEN:
            return Q()
        return Q(afwezige__organisatie_id=toegang.organisatie_id)

    @staticmethod
    def lopend_op(dag: Any) -> Q:
        """The filter for the rows that give something on ``dag``.

        Both hold their role on that day; a stand-in never reads in another role or for another
        organisation than the absent one does, whatever was written down.
        """
        return Q(
            beeindigd_op__isnull=True,
            van__lte=dag,
            tot__gte=dag,
            afwezige__rol=F("vervanger__rol"),
            afwezige__organisatie=F("vervanger__organisatie"),
            afwezige__in=Hoedanigheid.objects.filter(Hoedanigheid.geldig_op(dag)).order_by(),
            vervanger__in=Hoedanigheid.objects.filter(Hoedanigheid.geldig_op(dag)).order_by(),
        )

    def is_voorbij(self, dag: date) -> bool:
        """Whether it gives nothing any more, on ``dag`` or later."""
        return self.beeindigd_op is not None or self.tot < dag
