"""A migration operation that makes many tables at once."""

from collections.abc import Sequence
from typing import Any

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class CreateTogether(Operation):
    """Make the tables of several models in one step, from their final shape.

    Django renders every related model again after each operation. Our rooms are closely linked,
    so that cost grows with the square of the number of models: a fresh database cost 52 seconds
    of processor time one by one and 15 together, measured side by side. ``operations`` is what
    ``makemigrations`` wrote, in its order; only operations
    that belong to the making of these tables may be in it.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = list(operations)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return (type(self).__name__, [self.operations], {})

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        # Without rendered models at hand nothing is rendered again until all is known.
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for name in self._models():
            schema_editor.create_model(to_state.apps.get_model(app_label, name))

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for name in reversed(self._models()):
            schema_editor.delete_model(from_state.apps.get_model(app_label, name))

    def describe(self) -> str:
        return f"Create {len(self._models())} tables together"

    def _models(self) -> list[str]:
        return [op.name for op in self.operations if isinstance(op, CreateModel)]
