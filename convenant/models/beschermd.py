"""Lock 2: protected models answer no query until they are told who asks."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any, ClassVar, Self

from django.db import models

from convenant.enums import Niveau, Rol
from convenant.identiteit import wijd
from convenant.toegang import Stukvorm, Toegang, zichtbaar


class ToegangOntbreekt(RuntimeError):
    """A query on a protected model was run without ``.voor(toegang)``."""


class ToegangGeeist(models.QuerySet[Any]):
    """A queryset that answers nothing until a subclass has released it."""

    _vrij = False
    _wijd = False

    def _vrijgegeven(self) -> Self:
        clone = self._chain()  # type: ignore[attr-defined]
        clone._vrij = True
        return clone

    def _clone(self) -> Self:
        clone = super()._clone()  # type: ignore[misc]
        clone._vrij = self._vrij
        clone._wijd = self._wijd
        return clone

    def _uitvoering(self) -> AbstractContextManager[None]:
        """Raise unless released; the database opens what ``buiten_toegang`` may read."""
        self.eis_toegang()
        return wijd() if self._wijd else nullcontext()

    def eis_toegang(self) -> None:
        """Raise unless it was said who asks."""
        if not self._vrij:
            raise ToegangOntbreekt(f"{self.model.__name__}: gebruik .voor(toegang)")

    def _eis_beide(self, ander: models.QuerySet[Any]) -> None:
        self.eis_toegang()
        if isinstance(ander, ToegangGeeist):
            ander.eis_toegang()

    def _fetch_all(self) -> None:
        if self._result_cache is None:
            with self._uitvoering():
                super()._fetch_all()  # type: ignore[misc]
        else:
            super()._fetch_all()  # type: ignore[misc]

    def iterator(self, *args: Any, **kwargs: Any) -> Iterator[Any]:
        with self._uitvoering():
            yield from super().iterator(*args, **kwargs)

    def count(self) -> int:
        with self._uitvoering():
            return super().count()

    def exists(self) -> bool:
        with self._uitvoering():
            return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        with self._uitvoering():
            return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        with self._uitvoering():
            return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        with self._uitvoering():
            return super().delete()

    def explain(self, *args: Any, **kwargs: Any) -> str:
        with self._uitvoering():
            return super().explain(*args, **kwargs)

    def raw(self, *args: Any, **kwargs: Any) -> Any:
        raise ToegangOntbreekt(f"{self.model.__name__}: raw() gaat langs de toegang")

    def resolve_expression(self, *args: Any, **kwargs: Any) -> Any:
        self.eis_toegang()
        return super().resolve_expression(*args, **kwargs)  # type: ignore[misc]

    def __and__(self, ander: models.QuerySet[Any]) -> Self:
        self._eis_beide(ander)
        return super().__and__(ander)  # type: ignore[operator]

    def __or__(self, ander: models.QuerySet[Any]) -> Self:
        self._eis_beide(ander)
        return super().__or__(ander)  # type: ignore[operator]

    def __xor__(self, ander: models.QuerySet[Any]) -> Self:
        self._eis_beide(ander)
        return super().__xor__(ander)  # type: ignore[operator]

    def _combinator_query(self, combinator: str, *ander: Any, **kwargs: Any) -> Self:
        for arm in ander:
            self._eis_beide(arm)
        return super()._combinator_query(combinator, *ander, **kwargs)  # type: ignore[misc]


class BeschermdQuerySet(ToegangGeeist):
    """A queryset that raises until ``voor`` (who asks) or ``buiten_toegang`` (why not)."""

    def voor(self, toegang: Toegang, *, minstens: Niveau = Niveau.INHOUD) -> Self:
        """Keep what ``toegang`` may know at ``minstens``, and let the query run.

        Without a signature under the convenant, or in a role that does not hold, that is nothing,
        also where a model is wider than the rules.
        """
        if not toegang.telt_mee:
            return self._vrijgegeven().filter(pk__in=[])
        return self._vrijgegeven().filter(self._bekend(toegang, minstens))

    def _bekend(self, toegang: Toegang, minstens: Niveau) -> models.Q:
        """What ``kenbaar_voor`` says, as a query of this asker can answer it.

        The access rule joins the dossier, and the database hides one that he does not know: with
        it would go what he knows without. So where there is such a thing the rule is asked apart.
        """
        model = self.model
        filter_ = model.zichtbaar_voor(toegang, minstens)
        if toegang.rol in model.los_rollen:
            via_dossier = model._base_manager.filter(filter_, pk=models.OuterRef("pk"))
            los = model.los_van_dossier(toegang, minstens)
            filter_ = models.Q(models.Exists(via_dossier)) | los
        return model.niet_dicht(toegang, filter_)  # type: ignore[no-any-return]

    def buiten_toegang(self, reden: str) -> Self:
        """Let the query run for everything: only in the files that the architecture test lists.

        ``reden`` says, in the source, why the right of one reader cannot decide here.
        """
        if not reden:
            raise ValueError("buiten_toegang vraagt een reden")
        vrij = self._vrijgegeven()
        vrij._wijd = True
        return vrij


BeschermdManager = models.Manager.from_queryset(BeschermdQuerySet)


class Beschermd(models.Model):
    """A model whose rows are read only by those the access rule lets know them."""

    vorm = Stukvorm()
    """How the access rule finds category, source and dossier of a row."""
    dossierpad: ClassVar[str | None] = None
    """The path to the id of the dossier where ``vorm`` does not tell it; empty when it has none."""

    los_rollen: ClassVar[tuple[Rol, ...]] = ()
    """Who can know rows of this model although he knows nothing of the dossier they hang on."""

    objects = BeschermdManager()

    class Meta:
        abstract = True

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> models.Q:
        """The filter of the access rule for this model; wider only where the domain says so."""
        return zichtbaar(toegang, cls.vorm, minstens)

    @classmethod
    def kenbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> models.Q:
        """What ``zichtbaar_voor`` lets be known, without the dossiers that are shut for this asker.

        The one place where a sealed dossier and a belangenconflict are kept: whatever a model
        makes wider, it does not open those. What is asked of the access rule is asked here.
        """
        filter_ = cls.zichtbaar_voor(toegang, minstens)
        if cls.los_rollen:
            filter_ |= cls.los_van_dossier(toegang, minstens)
        return cls.niet_dicht(toegang, filter_)

    @classmethod
    def los_van_dossier(cls, toegang: Toegang, minstens: Niveau) -> models.Q:
        """The filter for what somebody in one of ``los_rollen`` knows without its dossier."""
        return models.Q(pk__in=[])

    @classmethod
    def niet_dicht(cls, toegang: Toegang, filter_: models.Q) -> models.Q:
        """Of what this filter gives, what is in no dossier that is shut for this asker."""
        pad = cls.vorm.id_pad() if cls.dossierpad is None else cls.dossierpad
        return filter_ & toegang.niet_dicht(pad) if pad else filter_
