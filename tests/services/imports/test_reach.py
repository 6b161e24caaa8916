"""Who may import, and whose imports they see: foreign, absent and other people's answer alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from honorarios.records.models import AuditEvent, ImportBatch
from honorarios.services import imports
from honorarios.services.actor import ActorRole
from honorarios.services.imports import Decision
from honorarios.services.outcomes import Refusal
from tests.launching.making import SURGERY
from tests.services.cast import CANARY, Cast, make_cast, make_member, make_part, stock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result

pytestmark = pytest.mark.database


@pytest.fixture
def file(cast: Cast, tmp_path: Path) -> Path:
    """A row for a part of the cast's, one for the other unit's, one that is refused."""
    stock(cast)
    part = make_part(cast.world)
    lines = [
        "Parcial;Id da parcial;Código;Início;Prestador;Função;Paciente\n",
        f";{part.pk};{SURGERY};19/11/2025 10:00;p1;Cirurgião;{CANARY}\n",
        f";{cast.other_unit.part.pk};{SURGERY};19/11/2025 10:00;p1;Cirurgião;{CANARY}\n",
        f";{part.pk};{SURGERY};24:00;p1;Cirurgião;{CANARY}\n",
    ]
    path = tmp_path / "a.csv"
    path.write_text("".join(lines), encoding="utf-8")
    return path


def test_rows_of_another_unit_are_not_found(cast: Cast, file: Path) -> None:
    answer = imports.run(actor=cast.clerk, path=file, kind="fees").require()
    assert (answer.imported, answer.refused) == (1, 2)
    assert "REG-IMPORT-NO-PART" in [reason.code for reason in answer.reasons]


@pytest.mark.parametrize(
    "role",
    [
        ActorRole.AUDITOR,
        ActorRole.PHYSICIAN,
        ActorRole.HOSPITAL_FINANCE,
        ActorRole.ADMINISTRATOR,
    ],
)
def test_other_roles_import_no_fees(cast: Cast, file: Path, role: ActorRole) -> None:
    actor = cast.by_role[role]
    for dry_run in (True, False):
        result = imports.run(actor=actor, path=file, kind="fees", dry_run=dry_run)
        assert result.refusal is Refusal.FORBIDDEN
    assert imports.inspect(actor=actor, path=file, kind="fees").refusal is Refusal.FORBIDDEN
    assert not ImportBatch.objects.exists()


def doings(batch: int, out: Path) -> list[Callable[[Actor], Result[Any]]]:
    return [
        lambda actor: imports.status(actor=actor, batch_id=batch),
        lambda actor: imports.rows(actor=actor, batch_id=batch),
        lambda actor: imports.refused(actor=actor, batch_id=batch, out=out),
        lambda actor: imports.undo(actor=actor, batch_id=batch, reason="Engano."),
        lambda actor: imports.answer(actor=actor, batch_id=batch, decision=Decision.CONFIRM),
    ]


def test_an_import_is_its_own_clerks_and_the_whole_offices(
    cast: Cast, file: Path, tmp_path: Path
) -> None:
    batch = imports.run(actor=cast.clerk, path=file, kind="fees").require().batch_id or 0
    colleague = make_member(cast.world, ActorRole.CLERK)
    other_unit = make_member(cast.world, ActorRole.CLERK, cast.other_unit.unit)
    stranger = make_cast("boreal").clerk
    for number, do in enumerate(doings(batch, tmp_path / "out.csv")):
        for actor in (colleague, other_unit, stranger):
            found = do(actor)
            assert found.refusal is Refusal.NOT_FOUND, number
            absent = doings(batch + 1000, tmp_path / "out.csv")[number](actor)
            told = absent.findings[0].message.replace(str(batch + 1000), str(batch))
            assert told == found.findings[0].message
    assert imports.imports(actor=colleague).require() == ()
    assert not (tmp_path / "out.csv").exists()
    system = cast.by_role[ActorRole.SYSTEM]
    for actor in (cast.clerk, system):
        assert [one.id for one in imports.imports(actor=actor).require()] == [batch]
    for do in doings(batch, tmp_path / "out.csv"):
        assert do(system).ok


def test_who_has_the_same_file_learns_only_that_it_was_imported(cast: Cast, file: Path) -> None:
    imports.run(actor=cast.clerk, path=file, kind="fees").require()
    colleague = make_member(cast.world, ActorRole.CLERK)
    again = imports.run(actor=colleague, path=file, kind="fees")
    assert [finding.code for finding in again.findings] == ["REG-IMPORT-AGAIN"]
    assert again.require().reasons == ()


def test_reading_rows_as_they_came_is_recorded_and_the_trail_names_nobody(
    cast: Cast, file: Path
) -> None:
    batch = imports.run(actor=cast.clerk, path=file, kind="fees").require().batch_id or 0
    imports.rows(actor=cast.clerk, batch_id=batch).require()
    event = AuditEvent.objects.order_by("-seq").first()
    assert event is not None
    assert (event.action, event.subject_type, event.subject_id) == (
        "imports.read",
        "import",
        str(batch),
    )
    from honorarios.records.models import AuditDetail

    assert not any(CANARY in detail.content for detail in AuditDetail.objects.all())
