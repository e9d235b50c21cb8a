"""What care shares with the organisation of an asker, as the access rule takes it.

With toestemming of the betrokkene or by a conflict van plichten of the care professional, in one
dossier: one item, or everything that this source tells there (domein.md §5).
"""

import uuid
from typing import NamedTuple

from django.db.models import BooleanField, Func

EIGEN_DELING = "eigen_zorgdeling"
"""The view of what runs now for the organisation of the asker, in the dossiers that he is
involved in. It reads with the rights of the owner, as that of his own involvements does."""
RELATIE_DELING = "zorgdeling"
"""What stands for a relatie where the involvements of an asker are told with what is shared."""


class Deling(NamedTuple):
    """One row that runs: of whom, in which dossier, and which item (``None``: all of them)."""

    id: uuid.UUID
    dossier_id: uuid.UUID
    bron_id: uuid.UUID
    stuk_id: uuid.UUID | None

    def opent(
        self, dossier_id: uuid.UUID, bron_id: uuid.UUID | None, stuk_id: uuid.UUID | None
    ) -> bool:
        """Whether this item of this source in this dossier is shared."""
        hier = (self.dossier_id, self.bron_id) == (dossier_id, bron_id)
        return hier and self.stuk_id in (None, stuk_id)


class Gedeeld(Func):
    """Whether an item (key, dossier, source) is shared with the asker: for the text of a policy."""

    output_field = BooleanField()
    conditional = True

    def as_sql(self, compiler: object, connection: object, **extra: object) -> tuple[str, list]:  # type: ignore[type-arg]
        """A look-up in the view by dossier first."""
        delen = [compiler.compile(deel) for deel in self.source_expressions]  # type: ignore[attr-defined]
        (stuk, p1), (dossier, p2), (bron, p3) = delen
        tekst = (
            f"EXISTS (SELECT 1 FROM {EIGEN_DELING} deling WHERE deling.dossier_id = {dossier}"  # noqa: S608
            f" AND deling.bron_id = {bron}"
            f" AND (deling.stuk_id IS NULL OR deling.stuk_id = {stuk}) OFFSET 0)"
        )
        return tekst, [*p2, *p3, *p1]


class KentDeling(Func):
    """Whether this very row runs for the asker: for the text of a policy."""

    template = (
        f"EXISTS (SELECT 1 FROM {EIGEN_DELING} deling WHERE deling.id = %(expressions)s OFFSET 0)"  # noqa: S608
    )
    output_field = BooleanField()
    conditional = True
