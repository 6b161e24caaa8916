"""What becomes of entries on loaded parts: the rules' answer, and what only the record can refuse."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import PartStatus
from honorarios.launching.launch import launch
from honorarios.launching.model import Outcome, Request
from honorarios.services import codes as service_codes
from honorarios.services.fees import codes
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.permissions import allows
from honorarios.services.pricers import pricer_in_force
from honorarios.services.writer import lacks_private_part, private_payer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.core.findings import Finding, Place
    from honorarios.launching.model import Entry
    from honorarios.launching.prices import Pricer
    from honorarios.launching.running import Running
    from honorarios.records.models import CatalogueVersion
    from honorarios.services.actor import Actor
    from honorarios.services.loader import Loaded, Wanted


def in_force(office_id: int) -> tuple[CatalogueVersion, Pricer]:
    """The office's newest catalogue and its pricer; stops with LAN-CATALOGUE before the first."""
    return pricer_in_force(office_id) or refuse(at(codes.NO_CATALOGUE))


def evaluate(
    actor: Actor,
    loaded: Loaded,
    wanted: Sequence[Wanted],
    pricer: Pricer,
    running: Running | None = None,
) -> list[Outcome]:
    """The outcome of each entry, in order; those whose part is out of reach are not evaluated.

    ``running`` is what earlier calls have launched that isn't on record.
    """
    refused = {number: refusal(actor, loaded, one) for number, one in enumerate(wanted)}
    requests = [
        Request(registered(one.entry, loaded), loaded.context(one.part_id, one.entry))
        for number, one in enumerate(wanted)
        if refused[number] is None
    ]
    launched = iter(launch(requests, pricer, running))
    outcomes = []
    for number, one in enumerate(wanted):
        finding = refused[number]
        refusing = None if finding is None else Outcome(one.entry.key, (), (finding,))
        outcomes.append(refusing or next(launched))
    return payable(actor.office_id, loaded, wanted, outcomes)


def payable(
    office_id: int, loaded: Loaded, wanted: Sequence[Wanted], outcomes: Sequence[Outcome]
) -> list[Outcome]:
    """The outcomes; those that need a new private part are refused where nobody would pay it."""
    lacking = {
        number
        for number, (one, outcome) in enumerate(zip(wanted, outcomes, strict=True))
        if lacks_private_part(loaded, one.part_id, outcome)
    }
    if not lacking or private_payer(office_id) is not None:
        return list(outcomes)
    return [
        replace(outcome, findings=(*outcome.findings, _unpayable(one)))
        if number in lacking
        else outcome
        for number, (one, outcome) in enumerate(zip(wanted, outcomes, strict=True))
    ]


def _unpayable(wanted: Wanted) -> Finding:
    return codes.NO_PRIVATE_PAYER.at(wanted.entry.place("start"))


def refusal(actor: Actor, loaded: Loaded, wanted: Wanted) -> Finding | None:
    """Why an actor may launch nothing on a part, if they may not."""
    place = wanted.entry.place("part")
    if not loaded.reaches(wanted.part_id):
        return service_codes.NOT_FOUND.at(place, what=f"A parcial {wanted.part_id}")
    return closed(actor, loaded, wanted.part_id, place)


def closed(actor: Actor, loaded: Loaded, part_id: int, place: Place) -> Finding | None:
    """The finding of a closed part to whoever may not launch on one (``spec: launching 3.2``)."""
    change = Operation.FEES_CHANGE_CLOSED
    is_closed = loaded.parts[part_id].status == PartStatus.CLOSED.code_name
    if not is_closed or allows(actor, change):
        return None
    return service_codes.NOT_ALLOWED.at(place, role=actor.role.label, operation=change.label)


def registered(entry: Entry, loaded: Loaded) -> Entry:
    """The entry, with a finding in the place of a cost centre that is not registered."""
    centre = entry.cost_centre
    if centre is None or centre in loaded.cost_centres:
        return entry
    place = entry.place("cost_centre")
    unknown = codes.UNKNOWN_COST_CENTRE.at(place, cost_centre=centre)
    return replace(entry, cost_centre=None, unread=(*entry.unread, unknown))
