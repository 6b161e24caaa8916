"""The office's general parameters by date: read, and recorded from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003 - pydantic reads the annotations
from enum import Enum
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from honorarios.core.findings import Place
from honorarios.launching.parameters import GeneralParameters
from honorarios.records.models import GeneralParametersVersion
from honorarios.services import locks
from honorarios.services.loader.rules import load_parameters
from honorarios.services.operations import Operation
from honorarios.services.outcomes import refuse
from honorarios.services.registers import codes
from honorarios.services.work import consult, perform

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.core.findings import Finding
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

FIELDS = GeneralParameters.model_fields


@dataclass(frozen=True, slots=True)
class ParametersView:
    """The general parameters from a day on."""

    valid_from: date
    recorded_at: datetime
    author_id: int
    parameters: GeneralParameters


@dataclass(frozen=True, slots=True)
class ParametersAnswer:
    """The general parameters as they were recorded."""

    valid_from: date
    parameters: GeneralParameters


def listed(*, actor: Actor) -> Result[tuple[ParametersView, ...]]:
    """Every version of the office's general parameters, the newest first; before them, the defaults."""

    def do(work: Work) -> tuple[ParametersView, ...]:
        rows = GeneralParametersVersion.objects.filter(office_id=work.actor.office_id)
        return tuple(
            ParametersView(
                row.valid_from,
                row.recorded_at,
                row.author_id,
                GeneralParameters.model_validate(row.content),
            )
            for row in rows.order_by("-valid_from")
        )

    return consult(actor=actor, operation=Operation.PARAMETERS_READ, do=do)


def in_force(*, actor: Actor, day: date) -> Result[GeneralParameters]:
    """The general parameters of acts on a day."""

    def do(work: Work) -> GeneralParameters:
        return _on(work.actor.office_id, day)

    return consult(actor=actor, operation=Operation.PARAMETERS_READ, do=do)


def record(
    *,
    actor: Actor,
    valid_from: date,
    values: Mapping[str, object],
    key: str | None = None,
    dry_run: bool = False,
) -> Result[ParametersAnswer]:
    """Record parameters from a day on; those that aren't said stay as they are on that day.

    What already began on that very day is replaced; the audit trail keeps what changed.
    """

    def do(work: Work) -> ParametersAnswer:
        locks.office(work.actor.office_id)
        before = _on(work.actor.office_id, valid_from)
        after = _read(before.model_dump(mode="json") | dict(values))
        content = after.model_dump(mode="json")
        GeneralParametersVersion.objects.update_or_create(
            office_id=work.actor.office_id,
            valid_from=valid_from,
            defaults={"content": content, "author_id": work.actor.user_id},
        )
        old = before.model_dump(mode="json")
        changed = {
            name: [old[name], content[name]] for name in content if old[name] != content[name]
        }
        work.record("parameters", valid_from.isoformat(), {"changed": changed})
        return ParametersAnswer(valid_from, after)

    return perform(
        actor=actor,
        operation=Operation.PARAMETERS_WRITE,
        answer=ParametersAnswer,
        do=do,
        key=key,
        request=[valid_from, dict(values)],
        dry_run=dry_run,
    )


def _on(office_id: int, day: date) -> GeneralParameters:
    dated = load_parameters(office_id)
    return dated.values[dated.number_on(day)]


def _read(values: Mapping[str, Any]) -> GeneralParameters:
    try:
        return GeneralParameters.model_validate(values)
    except ValidationError as problem:
        refuse(*(_finding(str(error["loc"][0]), error["input"]) for error in problem.errors()))


def _finding(name: str, value: object) -> Finding:
    place = Place(field=name)
    if name not in FIELDS:
        return codes.UNKNOWN_PARAMETER.at(place, name=name, known=", ".join(FIELDS))
    kind = FIELDS[name].annotation
    enumerated = isinstance(kind, type) and issubclass(kind, Enum)
    known = ", ".join(str(one.value) for one in kind) if enumerated else "true, false"  # type: ignore[union-attr] # an Enum's members
    return codes.PARAMETER.at(place, title=FIELDS[name].title, value=value, known=known)
