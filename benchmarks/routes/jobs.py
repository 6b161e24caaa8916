"""``python -m benchmarks.routes.jobs measure PAYMENTS ANSWERS CASES``: an office made and measured, as JSON."""

from __future__ import annotations

import json
import sys
import time
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Any, Final

from honorarios import config

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from tests.services.routing.stage import Stage

SEED: Final = 5
TEAM: Final = (
    "surgeon",
    "first_assistant",
    "second_assistant",
    "third_assistant",
    "anaesthetist",
    "scrub_assistant",
)
CODES: Final = 400
"""Procedures in the history."""
AT_ONCE: Final = 5_000


def main() -> None:
    """Do the job that the command line names."""
    name, *given = sys.argv[1:]
    config.migrate()
    done = {"measure": measure}[name](*map(int, given))
    sys.stdout.write(json.dumps(done) + "\n")


def measure(payments: int, answers: int, cases: int) -> dict[str, Any]:
    """Seconds of each answer for a team of six, and of all open surgeries weighed again."""
    from tests.services.routing.stage import make_stage  # noqa: PLC0415 - after Django is set up

    stage = make_stage()
    _team(stage)
    _history(stage, payments)
    actor = stage.clerk
    first = _answer(actor, stage.case.pk)
    told = [_answer(actor, stage.case.pk) for _ in range(answers)]
    _cases(stage, cases)
    begun = time.process_time()
    batch = _batch(actor)
    busy = time.process_time() - begun
    return {"first": first, "answers": told, "batch": batch, "batch_busy": busy, "cases": cases}


def _answer(actor: Actor, case_id: int) -> float:
    from honorarios.services.routing.opinions import opinion  # noqa: PLC0415 - as above

    begun = time.perf_counter()
    told = opinion(actor=actor, case_id=case_id).require()
    taken = time.perf_counter() - begun
    if len(told.members) != len(TEAM):
        raise RuntimeError(f"a team of {len(told.members)}")
    return taken


def _batch(actor: Actor) -> float:
    from honorarios.services.routing.batch import rerank  # noqa: PLC0415 - as above

    def tell(done: int, of: int) -> None:
        sys.stderr.write(f"\r    {done} of {of}" + ("\n" if done == of else ""))

    begun = time.perf_counter()
    rerank(actor=actor, on_progress=tell).require()
    return time.perf_counter() - begun


def _team(stage: Stage) -> None:
    """Six members, each with three open routes."""
    from tests.services.routing.stage import join  # noqa: PLC0415 - as above

    for role in TEAM[1:]:
        join(stage, stage.assistant, role)


def _history(stage: Stage, lines: int) -> None:
    from honorarios.records.models import RoutePayment  # noqa: PLC0415 - as above

    random = Random(SEED)
    for first in range(0, lines, AT_ONCE):
        rows = []
        for _ in range(first, min(first + AT_ONCE, lines)):
            presented = random.randrange(10_000, 500_000)
            since = stage.today - timedelta(days=random.randrange(30, 900))
            waited = random.choice([None, *range(30, 130)])
            rows.append(
                RoutePayment(
                    office=stage.office,
                    payer=stage.payer,
                    route=random.choice(("accredited", "repasse", "cooperative")),
                    code=f"3{random.randrange(CODES):07d}",
                    presented=presented,
                    denied=presented // 10 if random.random() < 0.2 else 0,
                    presented_on=since,
                    paid_on=None if waited is None else since + timedelta(days=waited),
                    waited=waited,
                )
            )
        RoutePayment.objects.bulk_create(rows)


def _cases(stage: Stage, count: int) -> None:
    """Open surgeries like the first, each with its own act, team of three and authorisation."""
    from honorarios.records.models import (  # noqa: PLC0415 - as above
        Authorisation,
        AuthorisedAct,
        CaseRequest,
        Participation,
        PlannedAct,
        SurgeryCase,
    )

    first = stage.case
    copied = ("office_id", "hospital_id", "patient_id", "payer_id", "plan_id", "indicated_on")
    common = {name: getattr(first, name) for name in copied}
    for start in range(0, count, AT_ONCE):
        cases = SurgeryCase.objects.bulk_create(
            SurgeryCase(
                **common,
                number=f"B-{number}",
                status="authorised",
                planned_at=first.planned_at,
                fees_requested="yes",
                repasse_requested_on=first.repasse_requested_on,
            )
            for number in range(start, min(start + AT_ONCE, count))
        )
        office = stage.office
        acts = PlannedAct.objects.bulk_create(
            PlannedAct(office=office, case=case, sequence=1, code=stage.act.code) for case in cases
        )
        Participation.objects.bulk_create(
            Participation(
                office=office,
                case=case,
                provider=stage.surgeon if role == "surgeon" else stage.assistant,
                role=role,
                receives_as="legal",
            )
            for case in cases
            for role in TEAM[:3]
        )
        days = {"requested_on": first.indicated_on, "answered_on": first.indicated_on}
        requests = CaseRequest.objects.bulk_create(
            CaseRequest(office=office, case=case, answer="authorised", **days) for case in cases
        )
        given = Authorisation.objects.bulk_create(
            Authorisation(
                office=office,
                request=request,
                senha=f"S{request.pk}",
                granted_on=first.indicated_on,
                valid_until=stage.today + timedelta(days=60),
            )
            for request in requests
        )
        AuthorisedAct.objects.bulk_create(
            AuthorisedAct(office=office, authorisation=one, act=act, quantity=1)
            for one, act in zip(given, acts, strict=True)
        )


if __name__ == "__main__":
    main()
