"""General parameters of the office, by date."""

from __future__ import annotations

from ninja import Query

from honorarios.api.call import Call
from honorarios.api.door import Door
from honorarios.api.fields import Day, Given
from honorarios.launching.parameters import GeneralParameters
from honorarios.services import parameters
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result
from honorarios.services.parameters import ParametersAnswer, ParametersView

door = Door(tags=["Parâmetros gerais"])


class ParametersNew(Given):
    """Parameters from a day on; those that aren't said stay as they are on that day."""

    valid_from: Day
    parameters: GeneralParameters


class OnDay(Given):
    """The day of the acts."""

    day: Day


@door.reads("/parameters", Operation.PARAMETERS_READ, tuple[ParametersView, ...])
def listed(call: Call) -> Result[tuple[ParametersView, ...]]:
    """Listar as versões dos parâmetros gerais, as mais novas primeiro."""
    return parameters.listed(actor=call.actor)


@door.reads("/parameters/in-force", Operation.PARAMETERS_READ, GeneralParameters)
def in_force(call: Call, asked: Query[OnDay]) -> Result[GeneralParameters]:
    """Ler os parâmetros gerais dos atos de um dia."""
    return parameters.in_force(actor=call.actor, day=asked.day)


@door.writes("/parameters", Operation.PARAMETERS_WRITE, ParametersAnswer)
def record(call: Call, body: ParametersNew, dry_run: bool = False) -> Result[ParametersAnswer]:
    """Gravar parâmetros gerais a partir de um dia."""
    return parameters.record(
        actor=call.actor,
        valid_from=body.valid_from,
        values=body.parameters.model_dump(mode="json", exclude_unset=True),
        key=call.key,
        dry_run=dry_run,
    )
