"""Building the fictitious hospital through the same services as everybody: launched, checked, billed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, Final

from django.db import transaction

from honorarios.core.vocabulary import LineStatus
from honorarios.demo import catalogue_path
from honorarios.records.models import FeeLine, Office, User
from honorarios.services import actor as actors
from honorarios.services import fees
from honorarios.services.catalogues import store_folder
from honorarios.services.demonstration.acts import acts
from honorarios.services.demonstration.admissions import admit
from honorarios.services.demonstration.cases import cases
from honorarios.services.demonstration.registers import make_registers
from honorarios.services.demonstration.routes import remember_payments, widen_contracts
from honorarios.services.demonstration.settle import settle
from honorarios.services.demonstration.surgeries import plan_surgeries
from honorarios.services.fees import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from honorarios.services.actor import Actor

OFFICE: Final = "demonstracao"
"""The fictitious office's short name."""
PASSWORD: Final = "demonstracao-2026"  # noqa: S105 - it is shown to whoever runs the demonstration
"""Password of every fictitious user."""
CASES_AT_ONCE: Final = 300
LINES_A_CASE: Final = 5
"""About how many lines an attendance makes."""


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What was built."""

    office_id: int
    seed: int
    attendances: int
    lines: int
    """Fee lines, with differences, automatic fees, shares and reversals."""
    refused: int
    """Entries that the rules refused, as they would anybody's."""


def existing() -> Office | None:
    """The fictitious office, if it is already there: what is on record is never made anew."""
    return Office.objects.filter(slug=OFFICE).first()


def build(
    *,
    seed: int,
    lines: int,
    on_lines: Callable[[int], None] = lambda _: None,
) -> Demonstration:
    """Make the fictitious office with at least so many lines, or nothing of it; there must be none yet.

    Args:
        seed: The same number makes the same hospital.
        lines: How many fee lines to make, a few more or less.
        on_lines: Told how many lines there are, as they grow.
    """
    with transaction.atomic():
        return _build(seed, lines, on_lines)


def _build(seed: int, lines: int, on_lines: Callable[[int], None]) -> Demonstration:
    random = Random(seed)  # noqa: S311 - no secret
    office = Office.objects.create(name="Hospital de demonstração (fictício)", slug=OFFICE)
    operator = actors.system(office_id=office.pk)
    author = User.objects.get(pk=operator.user_id)
    registers = make_registers(office, author, random, PASSWORD)
    store_folder(actor=operator, path=catalogue_path()).require()
    told = cases(registers, random)
    attendances = written = refused = 0
    while written < lines:
        missing = 1 + (lines - written) // LINES_A_CASE
        some = list(islice(told, min(CASES_AT_ONCE, missing)))
        attendances += len(some)
        parts = admit(registers, author, some)
        wanted = [
            Wanted(part.pk, entry)
            for part, case in zip(parts, some, strict=True)
            for entry in acts(case, registers, random)
        ]
        refused += _launch(operator, wanted)
        written = FeeLine.objects.filter(office=office).count()
        on_lines(written)
    settle(operator, registers, random)
    widen_contracts(operator)
    remember_payments(registers, random)
    plan_surgeries(operator, registers, random)
    return Demonstration(
        office_id=office.pk,
        seed=seed,
        attendances=attendances,
        lines=FeeLine.objects.filter(office=office)
        .exclude(status=LineStatus.REVERSAL.code_name)
        .count(),
        refused=refused,
    )


def _launch(operator: Actor, wanted: list[Wanted]) -> int:
    """Launch entries; how many were refused."""
    refused = 0
    for answer in fees.launch_many(actor=operator, wanted=wanted):
        refused += sum(not entry.lines for entry in answer.require().entries)
    return refused
