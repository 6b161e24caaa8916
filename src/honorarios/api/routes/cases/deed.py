"""What is done to one surgery: each deed names the version that the person saw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from honorarios.api.call import Asked, Call
from honorarios.services.cases import Ask, CaseAnswer
from honorarios.services.operations import Operation

if TYPE_CHECKING:
    from collections.abc import Callable

    from honorarios.api.door import Door, View


def deed(
    door: Door, path: str, operation: Operation = Operation.CASES_WRITE, *, method: str = "POST"
) -> Callable[[View], View]:
    """A write to a surgery that is there; its answer's version is the next ETag."""
    return door.writes(
        path, operation, CaseAnswer, method=method, match=Asked.REQUIRED, tag_of=version_of
    )


def version_of(answer: Any) -> object:  # noqa: ANN401 - an answer, or the surgery in detail
    """The version of a surgery, for its ETag."""
    return answer.version


def ask_of(call: Call, case_id: int, *, dry_run: bool) -> Ask:
    """Who does it, to which surgery, seen at which version."""
    return Ask(call.actor, case_id, call.required_version, call.key, dry_run)
