"""Beginning a real office from the command line, proving it, and the demonstration."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from honorarios.demo import catalogue_path
from honorarios.records.models import (
    AuditEvent,
    CatalogueVersion,
    FeeLine,
    Membership,
    Office,
    User,
)
from honorarios.services import tokens
from tests.cli.record.test_fees import ACT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.running import Ran
    from tests.services.hospital import House

pytestmark = [pytest.mark.django_db, pytest.mark.once]

PASSWORD = "cadeira verde ao sol"  # noqa: S105 - nobody's


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a line into stdin."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_an_office_begins_without_the_demonstration(
    run: Callable[..., Ran], typed: Callable[[str], None]
) -> None:
    made = run("office", "create", "serra", "--name", "Hospital Serra")
    assert made.code == 0
    assert "catalogue store" in made.err
    assert run("office", "list").out == "serra  Hospital Serra\n"
    stored = run("catalogue", "store", catalogue_path(), "--json").json()
    assert (stored["number"], stored["is_new"]) == (1, True)
    assert "já estava em vigor" in run("catalogue", "store", catalogue_path()).out
    assert CatalogueVersion.objects.count() == 1
    typed(f"{PASSWORD}\n")
    assert run("user", "create", "ana", "--role", "administrator").code == 0
    assert User.objects.get(username="ana").check_password(PASSWORD)
    key = run("token", "create", "--user", "ana", "--label", "planilha", "--days", 30).out.strip()
    assert tokens.authenticate(key).ok
    assert run("check").code == 0
    actions = list(AuditEvent.objects.order_by("seq").values_list("action", flat=True))
    assert actions[0] == "offices.write"
    assert {"members.set_password", "catalogues.write", "tokens.issue_for"} <= set(actions)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("REG-OFFICE-SLUG", ("office", "create", "Serra Azul", "--name", "Serra")),
        ("REG-OFFICE-NAME", ("office", "create", "serra", "--name", " ")),
        ("REG-OFFICE-TAKEN", ("office", "create", "aurora", "--name", "Outra")),
        ("REG-ROLE", ("user", "create", "ana", "--role", "chefe")),
        ("PER-PROVIDER", ("user", "create", "ana", "--role", "physician")),
        ("PER-USERNAME", ("user", "create", "ana maria", "--role", "clerk")),
        ("PER-USERNAME", ("user", "create", "AURORA-clerk", "--role", "clerk")),
        ("PER-LABEL", ("token", "create", "--user", "aurora-clerk", "--label", "")),
        ("CAT-NO-FOLDER", ("catalogue", "store", "nada")),
    ],
)
def test_what_cannot_be_is_refused(
    run: Callable[..., Ran],
    house: House,
    typed: Callable[[str], None],
    code: str,
    words: tuple[str, ...],
) -> None:
    assert house.office.slug == "aurora"
    typed(f"{PASSWORD}\n")
    ran = run(*words, "--json")
    assert ran.code == 3
    assert code in {finding["code"] for finding in ran.json()["findings"]}
    assert Office.objects.count() == 1


@pytest.mark.parametrize("weak", ["", "curta", "password1234", "ana-maria-souza"])
def test_a_weak_password_makes_no_user(
    run: Callable[..., Ran], house: House, typed: Callable[[str], None], weak: str
) -> None:
    members = Membership.objects.filter(office=house.office).count()
    typed(f"{weak}\n")
    ran = run("user", "create", "ana-maria-souza", "--role", "clerk")
    assert ran.code == 3
    assert "REG-PASSWORD" in ran.err
    assert Membership.objects.filter(office=house.office).count() == members


def test_a_user_has_units_and_a_physician_is_somebody(
    run: Callable[..., Ran], house: House, typed: Callable[[str], None]
) -> None:
    typed(f"{PASSWORD}\n")
    units = ("--unit", "unidade", "--provider", "medico")
    assert run("user", "create", "dra.ana", "--role", "physician", *units).code == 0
    member = Membership.objects.get(office=house.office, user__username="dra.ana")
    assert [unit.code for unit in member.billing_units.all()] == ["unidade"]
    assert member.provider == house.providers["medico"]
    typed(f"{PASSWORD}\n")
    assert run("user", "create", "rui", "--role", "clerk", "--unit", "outra").code == 3
    assert run("token", "create", "--user", "ninguem", "--label", "x").code == 5


def test_a_whole_record_is_proven(run: Callable[..., Ran], house: House) -> None:
    run("fees", "launch", house.part.pk, *ACT, "--yes")
    whole = run("check", "--json")
    assert whole.code == 0
    (office,) = whole.json()["offices"]
    assert (office["office"], office["whole"], office["first_broken"]) == ("aurora", True, None)


def test_check_names_the_first_broken_invariant_and_ends_with_1(
    run: Callable[..., Ran], house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("fees", "launch", house.part.pk, *ACT, "--yes")
    monkeypatch.setattr("honorarios.services.audit.trail.key", lambda: b"another key")
    ran = run("check")
    assert ran.code == 1
    assert "aurora: não vale o invariante trail." in ran.out
    assert "NÃO VALE" in ran.err
    assert run("check", "--office", "aurora", "--json").json()["offices"][0]["first_broken"] == (
        "trail"
    )
    verified = run("audit", "verify", "--json")
    assert verified.code == 1
    assert verified.json()["findings"][0]["code"] == "AUD-EVENT"


def test_the_head_of_the_trail_is_kept_and_verified(run: Callable[..., Ran], house: House) -> None:
    run("fees", "launch", house.part.pk, *ACT, "--yes")
    head = run("audit", "head").out.strip()
    run("fees", "reverse", f"{house.part.pk}/1", "--reason", "x", "--yes")
    assert run("audit", "verify", "--head", head).code == 0
    office, seq, end = head.split(":")[1:]
    later = f"honorarios-audit:{office}:{int(seq) + 100}:{end}"
    assert run("audit", "verify", "--head", later).code == 1
    assert run("audit", "verify", "--head", "nada").code == 3


def test_the_demonstration_is_made_once(run: Callable[..., Ran]) -> None:
    made = run("demo", "--lines", 500, "--seed", 3, "--no-serve")
    assert made.code == 0
    assert "faturista" in made.out
    assert "demonstracao-2026" in made.out
    lines = FeeLine.objects.count()
    assert lines >= 500
    again = run("demo", "--lines", 5000, "--json")
    told = again.json()
    assert (again.code, told["made"], told["counts"]["lines"]) == (0, False, lines)
    for command in made.out.split("Para continuar:")[1].strip().splitlines():
        words = command.partition("#")[0].split('"')[0].split()[1:]
        if words[0] == "serve" or "--reason" in words:
            continue
        assert run(*words).code == 0, command
    example = told["examples"]
    reversed_ = run("fees", "reverse", example["line"], "--reason", "x", "--yes")
    assert reversed_.code == 0, reversed_.err


def test_the_demonstration_keeps_away_from_real_offices(
    run: Callable[..., Ran], house: House
) -> None:
    ran = run("demo")
    assert ran.code == 4
    assert "CLI-NOT-EMPTY" in ran.err
    assert list(Office.objects.all()) == [house.office]
