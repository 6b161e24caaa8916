"""Who may what at the desk: every address x every role x whose the object is (``spec: quality 2.2``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.html import escape

from honorarios.services.actor import ActorRole
from honorarios.services.imports import jobs
from honorarios.services.permissions import Reach, reach
from honorarios.web.door import screen
from honorarios.web.row import Access
from honorarios.web.table import TABLE
from honorarios.web.typed import money_text
from tests.api.matrix import Holds
from tests.web.examples import Asked, asked, unnamed
from tests.web.scene import Things, make_desk
from tests.web.signed import signed_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpResponse
    from django.test import Client

    from honorarios.services.operations import Operation
    from honorarios.web.row import Row
    from tests.api.scene import Scene

MEMBERS = [role for role in ActorRole if role is not ActorRole.SYSTEM]
DENIED = {401, 403, 404, 405, 500}
ANONYMOUS = "/entrar/?next="

pytestmark = pytest.mark.once


def addresses(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """Every address that the server answers, as Django writes them."""
    for pattern in patterns:
        here = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, here)
        else:
            yield here


def rows() -> list[tuple[Row, str, Operation | Access]]:
    """Every row of the table by method."""
    return [(row, method, access) for row in TABLE for method, access in row.methods.items()]


def test_every_address_is_a_row_of_the_table_or_a_route_of_the_api() -> None:
    known = {row.path for row in TABLE}
    found = [one for one in addresses(get_resolver().url_patterns) if not one.startswith("api/")]
    assert sorted(set(found)) == sorted(known)


def test_every_row_has_a_method_and_a_view_that_is_there() -> None:
    for row in TABLE:
        assert row.methods, row.path
        assert row.by is not None or callable(screen(row)), row.view


def test_only_the_entrance_is_for_everybody() -> None:
    public = {row.view for row, _, access in rows() if access is Access.PUBLIC}
    assert public == {
        "account_login",
        "account_logout",
        "account_inactive",
        "feeds.read",
        "invitations.accept",
        "mfa_authenticate",
        "me.icon",
        "me.session",
    }


def test_every_parameter_names_something() -> None:
    """An address whose parameter nobody knows can't be tried with another's object."""
    assert {row.path: names for row in TABLE if (names := unnamed(row))} == {}


def test_nobody_who_is_not_signed_in_comes_in(client: Client, db: None) -> None:  # noqa: ARG001 - opens the database
    for row, method, access in rows():
        if access is Access.PUBLIC:
            continue
        for one in asked(row):
            path = one.path(Things())
            page = client.generic(method, path)
            assert page.status_code == 303, path
            assert page["Location"].startswith(ANONYMOUS), path
            piece = client.generic(method, path, headers={"hx-request": "true"})
            assert piece.status_code == 401, path


def test_a_method_that_no_row_gives_is_refused(client: Client, db: None) -> None:  # noqa: ARG001 - as above
    for row in TABLE:
        given = {method for other in TABLE if other.path == row.path for method in other.methods}
        for method in {"GET", "POST", "PUT", "PATCH", "DELETE", "TRACE"} - given:
            answer = client.generic(method, next(asked(row)).path(Things()))
            assert answer.status_code == 405, (method, row.path)
            assert answer["Allow"] == ", ".join(sorted(given))


@pytest.fixture(autouse=True)
def _no_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    """An import that is begun does nothing: its thread would not see what a test's transaction holds."""
    monkeypatch.setattr(jobs, "_work", lambda _actor, _job, lock: lock.close())


@pytest.mark.parametrize("role", MEMBERS)
def test_each_role_does_what_its_grants_say_to_what_it_reaches_and_no_more(
    db: None,  # noqa: ARG001 - as above
    role: ActorRole,
) -> None:
    scene = make_desk(role)
    client = signed_in(scene.cast.by_role[role])
    faults = [
        f"{method} {one.path(objects)} {relation}: {fault}"
        for row, method, access in rows()
        if row.by is None
        for one in asked(row)
        for relation, objects in _relations(scene, one, _granted(role, access))
        for fault in _faults(scene, client, role, (method, access), one, relation, objects)
    ]
    assert not faults, "\n".join(faults)


def _granted(role: ActorRole, access: Operation | Access) -> Reach | None:
    """How far a role's permission goes; of what everybody may, as far as their own things."""
    return Reach.UNIT if isinstance(access, Access) else reach(role, access)


def _relations(scene: Scene, one: Asked, granted: Reach | None) -> Iterator[tuple[str, Things]]:
    yield "own", cast("Things", scene.own)
    if one.holds is Holds.NOBODYS:
        return
    yield "absent", Things()
    # Who may not ask at all is refused before anything is looked for: two objects tell as much as four.
    if granted is None:
        return
    # What is the office's is of all its units alike.
    if one.holds is not Holds.OFFICES:
        yield "other unit", cast("Things", scene.other_unit)
    yield "other office", cast("Things", scene.other_office)


def _faults(
    scene: Scene,
    client: Client,
    role: ActorRole,
    way: tuple[str, Operation | Access],
    one: Asked,
    relation: str,
    objects: Things,
) -> Iterator[str]:
    method, access = way
    granted = _granted(role, access)
    expected = _expected(one.holds, granted, role, relation)
    # A refusal is a page once a row, of one's own office, and then what htmx puts into a page.
    piece = expected is not None and relation != "own"
    answer = _ask(client, method, one, objects, piece=piece)
    text = _text(answer)
    if expected is None and relation == "own":
        expected = one.example.own
    if expected is not None and answer.status_code != expected:
        yield f"{answer.status_code} and not {expected}: {answer.get('Location', '')}"
    if expected is None and answer.status_code in DENIED:
        yield f"{answer.status_code}"
    if answer.status_code != 200 and "no-store" not in answer["Cache-Control"]:
        yield "may be kept on its way"
    told = one.path(objects)
    yield from (
        f"leaks {canary}"
        for canary in _hidden(scene, role, granted)
        if canary in text and canary not in told and canary not in one.example.shows
    )


def _expected(holds: Holds, granted: Reach | None, role: ActorRole, relation: str) -> int | None:
    """The status that must be answered; None is any that does not deny the object."""
    if granted is None:
        return 403
    if holds is Holds.PATIENTS and role is ActorRole.ADMINISTRATOR:
        return 404
    if holds is Holds.NOBODYS or relation == "own":
        return None
    reaches_all = holds is Holds.OFFICES or (
        holds is Holds.OWNERS and role is ActorRole.ADMINISTRATOR
    )
    return None if relation == "other unit" and reaches_all else 404


def _hidden(scene: Scene, role: ActorRole, granted: Reach | None) -> list[str]:
    """What must not be in an answer, as a page would write it too."""
    hidden = [*scene.office_canaries]
    if role is ActorRole.ADMINISTRATOR:
        hidden += [*scene.own_canaries, *_of_patients(scene)]
    elif granted is not Reach.OFFICE:
        hidden += scene.unit_canaries
    amounts = [money_text(int(one)) for one in hidden if one.isdigit()]
    return [*hidden, *amounts, *map(escape, hidden)]


def _of_patients(scene: Scene) -> list[str]:
    """What names the other unit's patient or tells their amounts."""
    return [one for one in scene.unit_canaries if not one.startswith("LOTE")]


def _ask(client: Client, method: str, one: Asked, objects: Things, *, piece: bool) -> HttpResponse:
    """Ask, and undo whatever was done: every row meets the same scene."""
    headers = {"hx-request": "true"} if piece else {}
    with transaction.atomic():
        path = one.path(objects)
        answer: HttpResponse = (
            client.get(path, one.example.query(objects), headers=headers)  # type: ignore[assignment] # the client's own class
            if method == "GET"
            else client.post(path, one.example.form(objects), headers=headers)
        )
        transaction.set_rollback(True)
    return answer


def _text(answer: Any) -> str:  # noqa: ANN401 - the client's own class
    streamed = getattr(answer, "streaming_content", None)
    content: bytes = b"".join(streamed) if streamed is not None else answer.content
    return content.decode("utf-8", "replace")


def test_the_choice_of_an_office_is_among_ones_own(db: None) -> None:  # noqa: ARG001 - as above
    scene = make_desk(ActorRole.CLERK)
    client = signed_in(scene.cast.clerk)
    foreign = scene.cast.clerk.office_id + 1
    refused = client.post(reverse("offices.choose"), {"office": str(foreign)})
    assert refused.status_code == 422
    assert not any(canary in _text(refused) for canary in scene.office_canaries)
