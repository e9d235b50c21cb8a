"""Lock 5: every version of a dossier model stays, with actor and reason, and cannot be changed."""

import uuid
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, NamedTuple, Self, cast

from django.db import models
from simple_history.manager import HistoricalQuerySet
from simple_history.models import HistoricalRecords

from convenant.enums import Niveau
from convenant.toegang import Toegang

from .beschermd import ToegangGeeist


class Lopend(NamedTuple):
    """Who does which deed for what reason; ``over`` is the row it is about, where it has one."""

    toegang: Toegang
    naam: str
    reden: str = ""
    over: uuid.UUID | None = None

    def reden_bij(self, rij: models.Model) -> str:
        """The reason, where it belongs: it can say something of a row that others may not know.

        A deed on an item writes it with that item alone, and not with the tasks that it makes.
        """
        return self.reden if self.over in (None, rij.pk) else ""


lopende_handeling: ContextVar[Lopend | None] = ContextVar("lopende_handeling", default=None)
"""While a deed runs: set by ``convenant.handeling``."""


class HistorieQuerySet(ToegangGeeist, HistoricalQuerySet):
    """Old versions are as protected as the row itself: no query without who asks."""

    def voor(self, toegang: Toegang, *, minstens: Niveau = Niveau.INHOUD) -> Self:
        """The versions of the rows that ``toegang`` may know now."""
        origineel = self.model.instance_type
        zichtbaar = origineel.objects.voor(toegang, minstens=minstens).values("pk")
        versies = self._vrijgegeven().filter(**{f"{origineel._meta.pk.name}__in": zichtbaar})
        return cast("Self", versies)


class Versieregel(models.Model):
    """What each kept version tells beside the data: who acted, in which capacity, by which deed."""

    actor_rol = models.CharField(max_length=32, blank=True)
    actor_organisatie_id = models.UUIDField(null=True)
    handeling = models.CharField(max_length=64, blank=True)

    objects = models.Manager.from_queryset(HistorieQuerySet)()

    class Meta:
        abstract = True


def _actor(instance: models.Model, **_: Any) -> uuid.UUID | None:
    lopend = lopende_handeling.get()
    return lopend[0].medewerker_id if lopend else None


def _actor_id(historical_instance: Any) -> uuid.UUID | None:
    return historical_instance.history_user_id


def _actor_set(historical_instance: Any, user: uuid.UUID | None) -> None:
    historical_instance.history_user_id = user


class Geschiedenis(HistoricalRecords):
    """django-simple-history with our base: wide ids, plain actor id, guarded reading."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            bases=[Versieregel],
            historical_queryset=HistorieQuerySet,
            history_id_field=models.BigAutoField(),
            history_user_id_field=models.UUIDField(null=True),
            history_user_getter=_actor_id,
            history_user_setter=_actor_set,
            get_user=_actor,
            history_change_reason_field=models.TextField(null=True),
            **kwargs,
        )

    if TYPE_CHECKING:

        def __get__(self, instance: Any, owner: Any) -> HistorieQuerySet:
            """On the class: all kept versions; on a row: those of that row."""


def fill_version(sender: Any, *, instance: Any, history_instance: Any, **_: Any) -> None:
    """Write the running deed into the version that is about to be kept."""
    lopend = lopende_handeling.get()
    if lopend is None or not isinstance(history_instance, Versieregel):
        return
    versie: Any = history_instance
    versie.actor_rol = lopend.toegang.rol
    versie.actor_organisatie_id = lopend.toegang.organisatie_id
    versie.handeling = lopend.naam
    versie.history_change_reason = lopend.reden_bij(instance)
    versie.history_date = lopend.toegang.moment
