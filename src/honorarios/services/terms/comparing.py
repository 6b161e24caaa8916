"""Two versions of the office's catalogue side by side: what changed, and what it does to real acts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.version.diff import diff
from honorarios.records.models import CatalogueVersion
from honorarios.services import access
from honorarios.services.catalogues.ready import catalogue_of, compiled_version
from honorarios.services.operations import Operation
from honorarios.services.terms.effects import Effects, effects_of
from honorarios.services.work import consult

if TYPE_CHECKING:
    from honorarios.catalogue.version.content import Json
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

MOST_CHANGES: Final = 400
"""Changes that one comparison shows; the whole of them is in the command line's."""


@dataclass(frozen=True, slots=True)
class ReadChange:
    """One thing that differs; what is new has no ``before``, what is gone no ``after``."""

    document: str
    path: str
    before: Json
    after: Json


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two versions differ."""

    old: int
    new: int
    changes: tuple[ReadChange, ...]
    total: int
    """All of the changes, also those that are not told."""
    effects: Effects


def compare(*, actor: Actor, old: int, new: int) -> Result[Comparison]:
    """Compare two versions by number, and price the last month of acts by both."""

    def do(work: Work) -> Comparison:
        first, second = _version(work, old), _version(work, new)
        changes = diff(catalogue_of(first), catalogue_of(second))
        told = tuple(
            ReadChange(one.document, one.path, one.before, one.after)
            for one in islice(changes, MOST_CHANGES)
        )
        effects = effects_of(work.actor, compiled_version(first), compiled_version(second))
        return Comparison(old, new, told, len(changes), effects)

    return consult(actor=actor, operation=Operation.CATALOGUES_READ, do=do)


def _version(work: Work, number: int) -> CatalogueVersion:
    rows = CatalogueVersion.objects.filter(office_id=work.actor.office_id)
    return access.one(rows, f"A versão {number} do catálogo", number=number)
