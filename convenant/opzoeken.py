"""How a query asks what the asker has: the names that it looks under, and the conditions."""

from typing import Any

from django.db.models import BooleanField, Func

from convenant.enums import Relatie

EIGEN = "eigen_betrokkenheid"
"""The view of one's own running involvements. It reads with the rights of the owner, so that the
policy of Dossier does not ask the policy of Betrokkenheid, which asks that of Dossier again."""
EIGEN_DOSSIERS = "eigen_dossiers"
"""The function that gives the dossiers of that view. A view would be planned again wherever a
policy asks for it, which is ten times in the statement of one list."""
NOOD = "eigen_noodtoegang"
"""The view of one's own running noodtoegang, read in the same way."""
RELATIE_NOOD = "noodtoegang"
"""What stands for a relatie where the involvements of an asker are told with his noodtoegang."""
RELATIE_VERVANGING = "vervanging"
"""What stands for a relatie where an asker is told whose place he takes."""
IN_NOOD = "casusregie.nood"
"""The setting with its dossiers: hardly anyone has any, and every policy would plan that view."""


class EenVan(Func):
    """Whether an id is one of many: an array is one value to send and to plan, not thousands.

    A subquery that looks up one row finds it by its own key; through an index it would try every
    id of the array for each row of the list.
    """

    template = "(%(expressions)s::uuid[]))"
    per_rij = f"coalesce({template}, false)"
    arg_joiner = " = ANY("
    output_field = BooleanField()
    conditional = True

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """One of the two forms, by the query that it stands in."""
        if compiler.query.subquery and compiler.query.is_sliced:
            extra["template"] = self.per_rij
        return super().as_sql(compiler, connection, **extra)


class NietEenVan(Func):
    """Whether an id is none of these few; a row that has no id is none of them either."""

    template = "((%(expressions)s::uuid[])) IS NOT TRUE)"
    arg_joiner = " = ANY("
    output_field = BooleanField()
    conditional = True


class Eigen(Func):
    """Whether the asker is involved in this dossier.

    A policy, and a page of a list, look each row up in a hash of all own dossiers that PostgreSQL
    makes once a statement; ``IS TRUE`` keeps it from beginning with those dossiers instead. So does
    a subquery that asks of each row whether there is something. One that looks up something for
    each row of a page asks for that row alone. Whatever needs all rows, such as a count, does begin
    with one's own.
    """

    uit_alle = f"((%(expressions)s IN (SELECT {EIGEN_DOSSIERS}())) IS TRUE)"
    per_rij = (
        f"EXISTS (SELECT 1 FROM {EIGEN} eigen WHERE eigen.dossier_id = %(expressions)s OFFSET 0)"  # noqa: S608
    )
    template = f"%(expressions)s IN (SELECT dossier_id FROM {EIGEN})"  # noqa: S608
    output_field = BooleanField()
    conditional = True

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """One of the three forms, by the query that it stands in."""
        query = compiler.query
        if query.is_sliced and query.subquery and query.order_by:
            extra["template"] = self.per_rij
        elif query.is_sliced and (query.subquery or query.order_by):
            extra["template"] = self.uit_alle
        return super().as_sql(compiler, connection, **extra)


class InRegie(Func):
    """Whether the asker leads this dossier, or is its deputy: for the text of a policy."""

    template = (
        f"EXISTS (SELECT 1 FROM {EIGEN} eigen WHERE eigen.dossier_id = %(expressions)s"  # noqa: S608
        f" AND eigen.relatie IN ('{Relatie.REGISSEUR}', '{Relatie.WAARNEMER}') OFFSET 0)"
    )
    output_field = BooleanField()
    conditional = True


class InNood(Func):
    """Whether the asker has noodtoegang to this dossier now: for the text of a policy."""

    template = (
        "coalesce(%(expressions)s = ANY"
        f"(nullif(current_setting('{IN_NOOD}', true), '')::uuid[]), false)"
    )
    output_field = BooleanField()
    conditional = True
