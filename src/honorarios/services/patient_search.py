"""Searching patients by record number, CPF or name; every one that is shown is a read that is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.db.models import BooleanField, F, Func, Q, Value

from honorarios.core.vocabulary import fold
from honorarios.records import selectors
from honorarios.services.choices import matching
from honorarios.services.operations import Operation
from honorarios.services.patients import PatientView
from honorarios.services.work import consult

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models import QuerySet
    from django.db.models.sql.compiler import SQLCompiler

    from honorarios.records.models import Patient
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

SHORTEST: Final = 3
"""Characters without which nobody is looked for: a letter would list half the hospital."""
USUAL: Final = 8
MOST: Final = 20
CPF_DIGITS: Final = 11
LOOKED_AT: Final = 4_000
"""Names that are compared, of those the database finds alike."""
_ACCENTED: Final = frozenset("aeioucn")
_WHY: Final = "busca"


class _Like(Func):
    """Whether a text is like a pattern, in any case."""

    output_field = BooleanField()
    arg_joiner = " LIKE "
    template = "%(expressions)s"

    def as_postgresql(
        self,
        compiler: SQLCompiler,
        connection: BaseDatabaseWrapper,
        **context: Any,  # noqa: ANN401 - Django's own
    ) -> tuple[str, Any]:
        """PostgreSQL tells cases apart unless it is asked not to."""
        return self.as_sql(compiler, connection, arg_joiner=" ILIKE ", **context)


def search(*, actor: Actor, query: str, limit: int = USUAL) -> Result[tuple[PatientView, ...]]:
    """Patients within reach by the beginning of their record number, by CPF, or by words of their name."""
    asked = query.strip()
    most = max(1, min(limit, MOST))

    def do(work: Work) -> tuple[PatientView, ...]:
        if len(asked) < SHORTEST:
            return ()
        rows = selectors.patients(work.scope)
        found = _numbered(rows, asked, most) or _named(rows, asked, most)
        work.seen((one.patient_id for one in found), why=_WHY)
        return tuple(found)

    return consult(actor=actor, operation=Operation.PATIENTS_READ, do=do)


def _numbered(rows: QuerySet[Patient], asked: str, most: int) -> list[PatientView]:
    digits = "".join(char for char in asked if char not in " .-/")
    if not any(map(str.isdigit, digits)):
        return []
    wanted = Q(code__istartswith=asked)
    if len(digits) == CPF_DIGITS and digits.isdigit():
        wanted |= Q(cpf=digits)
    return [_view(row) for row in rows.filter(wanted).order_by("code")[:most]]


def _named(rows: QuerySet[Patient], asked: str, most: int) -> list[PatientView]:
    """Patients whose names have words that begin so; accents are any letter to the database."""
    words = [word for word in fold(asked).split() if word.isalnum()]
    if not words:
        return []
    for word in words:
        pattern = "".join("_" if letter in _ACCENTED else letter for letter in word)
        rows = rows.filter(_Like(F("name"), Value(f"%{pattern}%")))
    alike = sorted(rows.order_by("name", "pk").values_list("pk", "name")[:LOOKED_AT], key=_by_name)
    chosen = matching(alike, " ".join(words), lambda row: (row[1],), most)
    views = {row.pk: _view(row) for row in rows.filter(pk__in=[key for key, _ in chosen])}
    return [views[key] for key, _ in chosen if key in views]


def _view(row: Patient) -> PatientView:
    return PatientView(row.pk, row.code, row.name, row.sex, row.birth_date)


def _by_name(row: tuple[int, str]) -> tuple[str, int]:
    """Databases don't agree on the order of letters with accents."""
    return fold(row[1]), row[0]
