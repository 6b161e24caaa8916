"""Requests drawn from the OpenAPI document, sane and insane, and what must be true of every answer."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import hypothesis
import schemathesis
from django.core import signals
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from schemathesis.core.failures import FailureGroup
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from honorarios.config.wsgi import application
from honorarios.services import parts
from honorarios.services.actor import ActorRole
from tests.api.client import ROOT, program
from tests.services.cast import bring, launch, make_part

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from tests.services.cast import Cast

Case = schemathesis.Case[Any]
CHECKS: Final = [status_code_conformance, content_type_conformance, response_schema_conformance]
schemathesis.serializer.alias("application/zip", "application/octet-stream")


@dataclass(slots=True)
class Report:
    """What a campaign saw."""

    cases: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    operations: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def fuzz(cast: Cast, cases: int, seed: int) -> Report:
    """Send some ``cases`` requests, shared among the operations and the roles.

    All of it is one transaction, in which each operation finds the record as it was.
    """
    # A request's end would close the connection that the transaction is on.
    for moment in (signals.request_started, signals.request_finished):
        moment.disconnect(close_old_connections)
    try:
        return _fuzz(cast, cases, seed)
    finally:
        for moment in (signals.request_started, signals.request_finished):
            moment.connect(close_old_connections)


def _fuzz(cast: Cast, cases: int, seed: int) -> Report:
    known, report = _known(cast), Report()
    members = [actor for role, actor in cast.by_role.items() if role is not ActorRole.SYSTEM]
    keys = [program(actor).key for actor in members]
    schema = schemathesis.openapi.from_wsgi(
        f"{ROOT}/openapi.json", application, headers={"Authorization": f"Bearer {keys[0]}"}
    )
    operations: list[Any] = [found.ok() for found in schema.get_all_operations()]  # type: ignore[union-attr] # our document is sound
    each = -(-cases // (2 * len(operations)))
    for number, operation in enumerate(operations):
        with transaction.atomic():
            for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
                _fuzz_one(operation, mode, each, keys, known, report, seed + number)
            transaction.set_rollback(True)
    return report


def _fuzz_one(
    operation: Any,  # noqa: ANN401 - of many parameters
    mode: GenerationMode,
    cases: int,
    keys: list[str | None],
    known: dict[str, list[Any]],
    report: Report,
    seed: int,
) -> None:
    @hypothesis.seed(seed)
    @settings(
        max_examples=cases,
        database=None,
        deadline=None,
        phases=[hypothesis.Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @hypothesis.given(case=operation.as_strategy(generation_mode=mode), chance=st.randoms())
    def send(case: Case, chance: random.Random) -> None:
        _aim(case, known, chance)
        response = case.call(headers={"Authorization": f"Bearer {chance.choice(keys)}"})
        report.cases += 1
        report.statuses[response.status_code] += 1
        report.operations[operation.label] += 1
        faults = list(_faults(case, response))
        if faults:
            report.faults.append(f"{case.as_curl_command()}\n{response.status_code} {faults}")

    try:
        send()
    except hypothesis.errors.Unsatisfiable:
        # Nothing can be wrong with a request that has no parameter.
        assert mode is GenerationMode.NEGATIVE


def _aim(case: Case, known: dict[str, list[Any]], chance: random.Random) -> None:
    """Have most requests speak of what there is, or else they would all be answered 404."""
    body: dict[str, Any] = case.body if isinstance(case.body, dict) else {}
    given: Any = body.get("entries")
    entries = [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    for held in (case.path_parameters, case.query, body, *entries):
        for name in sorted(held.keys() & known.keys()):
            if chance.random() < 0.8:
                held[name] = chance.choice(known[name])
    if case.path.endswith("/catalogues/{number}") and case.path_parameters["number"] == 1:
        # The cast's first version is a bare row, which no service made.
        case.path_parameters["number"] = 2


def _faults(case: Case, response: schemathesis.Response) -> Iterator[str]:
    if response.status_code >= 500:
        yield "server error"
    if b"Traceback" in response.content:
        yield "a trace"
    if response.status_code == 405:
        return
    if response.headers.get("cache-control") != ["no-store"]:
        yield "may be kept on its way"
    if response.headers["content-type"] == ["application/json"]:
        body = json.loads(response.content)
        if set(body) != {"value", "findings"}:
            yield "another envelope"
        elif response.status_code >= 400 and not body["findings"]:
            yield "a refusal that says nothing"
    try:
        case.validate_response(response, checks=CHECKS)
    except FailureGroup as group:
        yield from (str(problem) for problem in group.exceptions)


def _known(cast: Cast) -> dict[str, list[Any]]:
    """Something of every kind on record, by the names of the parameters and fields that say it."""
    world, other = cast.world, cast.other_unit
    priced = make_part(world)
    line = launch(cast, priced)
    states = [bring(cast, make_part(world), state).pk for state in ("closed", "released")]
    billed = make_part(world)
    launch(cast, billed)
    bring(cast, billed, "released")
    remittance = parts.bill(
        actor=cast.clerk, payer_id=world.payer.pk, billing_unit_id=world.unit.pk
    ).require()
    return {
        "uid": [str(line.uid)],
        "part_id": [priced.pk, priced.pk, other.part.pk, billed.pk, *states],
        "part_ids": [[priced.pk], states, [billed.pk]],
        "account_id": [world.account.pk, other.account.pk],
        "attendance_id": [world.attendance.pk],
        "remittance_id": [remittance.remittance_id],
        "row_id": [1, 2],
        "seq": [1, 2, 3],
        "member_id": [1, 2, 3],
        "token_id": [1, 2, 3],
        "payer_id": [world.payer.pk],
        "billing_unit_id": [world.unit.pk],
        "hospital_id": [world.hospital.pk],
        "patient_id": [world.patient.pk],
        "payer": ["serra"],
        "provider": ["p1", "p2"],
        "hospital": ["h1"],
        "billing_unit": ["u1"],
        "code": ["31003079", "10101012"],
        "start": ["2025-11-19 10:00"],
        "valid_from": ["2025-01-01", "01/02/2026"],
    }
