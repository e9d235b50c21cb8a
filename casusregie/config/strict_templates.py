"""In tests a template that names a variable nobody gave it fails."""


class UndefinedVariableError(Exception):
    """A template uses a variable that is not in its context."""


class UndefinedVariable(str):
    """Value of ``string_if_invalid``: raises as soon as Django fills in the variable's name."""

    __slots__ = ()

    def __new__(cls) -> "UndefinedVariable":
        return super().__new__(cls, "%s")

    def __mod__(self, variable: object) -> str:
        raise UndefinedVariableError(f"The template uses {variable}, which is not in its context.")
