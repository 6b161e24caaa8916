"""Who may what: every route x every role x whose the object is (``spec: quality 2.2``)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction

from honorarios.api.door import OPERATION
from honorarios.api.openapi import document
from honorarios.api.v1 import api
from honorarios.services.actor import ActorRole
from honorarios.services.operations import Operation
from honorarios.services.permissions import Reach, reach
from tests.api.client import Program, Reply, program
from tests.api.matrix import ROWS, Holds, Row
from tests.api.scene import Objects, Scene, make_scene

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.django_db, pytest.mark.once]

BY_NAME = {operation.value: operation for operation in Operation}
MEMBERS = [role for role in ActorRole if role is not ActorRole.SYSTEM]


@cache
def routes() -> list[tuple[str, str, Operation | None]]:
    """The name, the method and the operation of every route of the OpenAPI document."""
    return [
        (described["operationId"], method.upper(), BY_NAME.get(described.get(OPERATION)))
        for methods in document(api)["paths"].values()
        for method, described in methods.items()
    ]


def test_every_route_has_a_row_and_every_row_a_route() -> None:
    assert {name for name, _, _ in routes()} == ROWS.keys()


def test_a_route_without_an_operation_answers_only_who_one_is() -> None:
    assert [name for name, _, operation in routes() if operation is None] == ["tokens.me"]


@pytest.mark.parametrize("role", MEMBERS)
def test_each_role_does_what_its_grants_say_to_what_it_reaches_and_no_more(
    db: None,  # noqa: ARG001 - the fixture opens the database
    role: ActorRole,
) -> None:
    scene = make_scene(role)
    asker = program(scene.cast.by_role[role])
    faults = [
        f"{name} {relation}: {fault}"
        for name, method, operation in routes()
        for relation, objects in (
            ("own", scene.own),
            ("other unit", scene.other_unit),
            ("other office", scene.other_office),
            ("absent", Objects()),
        )
        if relation == "own" or ROWS[name].holds is not Holds.NOBODYS
        for fault in _faults(scene, asker, role, (name, method, operation), relation, objects)
    ]
    assert not faults, "\n".join(faults)


def _faults(
    scene: Scene,
    asker: Program,
    role: ActorRole,
    route: tuple[str, str, Operation | None],
    relation: str,
    objects: Objects,
) -> Iterator[str]:
    name, method, operation = route
    row = ROWS[name]
    reply = _ask(asker, method, row, objects)
    granted = Reach.OFFICE if operation is None else reach(role, operation)
    expected = _expected(row, granted, role, relation)
    if expected is not None and reply.status != expected:
        yield f"{reply.status} and not {expected}: {reply.text[:300]}"
    if expected is None and reply.status in {401, 403, 404, 500}:
        yield f"{reply.status}: {reply.text[:300]}"
    if expected == 403 and reply.codes != ["PER-ROLE"]:
        yield f"{reply.codes} and not PER-ROLE"
    hidden = [*scene.office_canaries]
    if granted is not Reach.OFFICE:
        hidden += scene.unit_canaries
    if role is ActorRole.ADMINISTRATOR:
        hidden += [*scene.own_canaries, *scene.unit_canaries]
    # An answer may say again what its own address said.
    asked = row.path(objects)
    yield from (
        f"leaks {canary}" for canary in hidden if canary in reply.text and canary not in asked
    )


def _expected(row: Row, granted: Reach | None, role: ActorRole, relation: str) -> int | None:
    """The status that must be answered; None is any that does not deny the object."""
    if granted is None:
        return 403
    if row.holds is Holds.PATIENTS and role is ActorRole.ADMINISTRATOR:
        return 404
    if row.holds is Holds.NOBODYS or relation == "own":
        return None
    reaches_all = row.holds is Holds.OFFICES or (
        row.holds is Holds.OWNERS and role is ActorRole.ADMINISTRATOR
    )
    return None if relation == "other unit" and reaches_all else 404


def _ask(asker: Program, method: str, row: Row, objects: Objects) -> Reply:
    """Ask, and undo whatever was done: every row meets the same scene."""
    headers: dict[str, Any] = {} if row.if_match is None else {"if_match": row.if_match}
    if row.raw:
        headers["content-type"] = "application/octet-stream"
    with transaction.atomic():
        reply = asker.ask(method, row.path(objects), row.body(objects), **headers)
        transaction.set_rollback(True)
    return reply


@pytest.mark.parametrize("key", [None, "", "hon_unknown", "hon_" + "x" * 5000, "ção\udcff"])
def test_without_a_key_in_force_every_route_answers_alike(db: None, key: str | None) -> None:  # noqa: ARG001 - as above
    stranger = Program(key)
    for name, method, _ in routes():
        reply = stranger.ask(method, ROWS[name].path(Objects()), ROWS[name].body(Objects()))
        assert (reply.status, reply.codes) == (401, ["PER-TOKEN"]), name
        assert reply.headers["WWW-Authenticate"] == "Bearer"
