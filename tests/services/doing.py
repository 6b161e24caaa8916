"""Launching in the services' tests, in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from honorarios.records.models import FeeLine
from honorarios.services import fees

if TYPE_CHECKING:
    from honorarios.launching.model import Entry
    from honorarios.records.models import AccountPart
    from honorarios.services.fees import Launched, LineView
    from honorarios.services.outcomes import Result
    from tests.services.hospital import House


def try_launch(
    house: House,
    *entries: Entry,
    part: AccountPart | None = None,
    **options: Any,  # noqa: ANN401 - any option of a launch
) -> Result[Launched]:
    """The answer to the clerk's launch, on the house's part or another."""
    target = part or house.part
    return fees.launch(actor=house.clerk, part_id=target.pk, entries=entries, **options)


def launched(house: House, *entries: Entry, part: AccountPart | None = None) -> list[LineView]:
    """The lines of a launch that is done."""
    answer = try_launch(house, *entries, part=part).require()
    return [line for one in answer.entries for line in one.lines]


def codes(result: Result[Any]) -> list[str]:
    """The codes of an answer's findings."""
    return [finding.code for finding in result.findings]


def row(line: LineView) -> FeeLine:
    """The row of a line as it is now."""
    return FeeLine.objects.get(uid=str(line.uid))
