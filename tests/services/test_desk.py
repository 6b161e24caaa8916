"""What people keep at their desk: each their own, within limits, and nobody else's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.records.models import AuditEvent, Draft, Habit
from honorarios.services import drafts, fees, habits, preferences, teams, views
from honorarios.services.actor import ActorRole
from honorarios.services.habits import HabitKind
from honorarios.services.outcomes import Refusal
from honorarios.services.teams import TeamMember
from tests.launching.making import SURGERY, entry
from tests.services.cast import Cast, make_cast, make_member, make_part, stock

if TYPE_CHECKING:
    from honorarios.services.outcomes import Result

pytestmark = pytest.mark.database


def codes(result: Result[Any]) -> list[str]:
    return [finding.code for finding in result.findings]


def test_preferences_are_the_persons_own_in_every_office(cast: Cast) -> None:
    clerk = cast.clerk
    assert preferences.mine(actor=clerk).require() == preferences.DEFAULTS
    kept = preferences.keep(actor=clerk, theme="dark", language="en", single_keys=False)
    assert kept.require().theme == "dark"
    assert preferences.keep(actor=clerk, theme="light").require().language == "en"
    assert preferences.of_user(clerk.user_id) == preferences.PreferenceView(
        "light", "en", single_keys=False
    )
    assert preferences.mine(actor=cast.by_role[ActorRole.AUDITOR]).require().theme == "system"


def test_a_choice_that_is_not_offered_is_refused_and_changes_nothing(cast: Cast) -> None:
    for theme, language in (("pink", None), (None, "fr")):
        answer = preferences.keep(actor=cast.clerk, theme=theme, language=language)
        assert answer.refusal is Refusal.INVALID
        assert codes(answer) == ["DSK-CHOICE"]
    assert preferences.of_user(cast.clerk.user_id) == preferences.DEFAULTS


def test_a_tip_that_was_dismissed_comes_back_when_all_do(cast: Cast) -> None:
    preferences.dismiss(actor=cast.clerk, tip="first-steps").require()
    again = preferences.dismiss(actor=cast.clerk, tip="first-steps").require()
    assert again.dismissed == ("first-steps",)
    assert preferences.show_tips_again(actor=cast.clerk).require().dismissed == ()


def test_habits_are_learned_from_what_a_person_launches(cast: Cast) -> None:
    stock(cast)
    part = make_part(cast.world)
    one = entry(code=SURGERY, provider="p1")
    refused = fees.launch(actor=cast.clerk, part_id=part.pk, entries=[entry(code="1")])
    assert not refused.ok
    assert not Habit.objects.exists()
    for key in ("k1", "k1", "k2"):
        again = entry(code=SURGERY, provider="p1", start=datetime(2025, 11, 20 + int(key[1]), 9))
        fees.launch(actor=cast.clerk, part_id=part.pk, entries=[again], key=key).require()
    (procedure,) = habits.listed(actor=cast.clerk, kind=HabitKind.PROCEDURE).require()
    (provider,) = habits.listed(actor=cast.clerk, kind=HabitKind.PROVIDER).require()
    assert (procedure.code, procedure.times, procedure.favourite) == (SURGERY, 2, False)
    assert (provider.code, provider.times) == (one.provider, 2)
    auditor = cast.by_role[ActorRole.AUDITOR]
    assert habits.listed(actor=auditor, kind=HabitKind.PROCEDURE).require() == ()


def test_the_operator_of_the_machine_has_no_habits(cast: Cast) -> None:
    stock(cast)
    part = make_part(cast.world)
    one = entry(code=SURGERY, provider="p1")
    operator = cast.by_role[ActorRole.SYSTEM]
    fees.launch(actor=operator, part_id=part.pk, entries=[one]).require()
    assert not Habit.objects.exists()


def test_favourites_come_first_and_then_the_last_used(cast: Cast) -> None:
    now = datetime(2025, 11, 20, 12, tzinfo=UTC)
    for code, times, hours in (("old", 9, 5), ("new", 1, 1)):
        Habit.objects.create(
            office_id=cast.clerk.office_id,
            user_id=cast.clerk.user_id,
            kind=HabitKind.PROCEDURE,
            code=code,
            times=times,
            used_at=now - timedelta(hours=hours),
        )
    habits.star(actor=cast.clerk, kind=HabitKind.PROCEDURE, code="starred").require()

    def order() -> list[str]:
        found = habits.listed(actor=cast.clerk, kind=HabitKind.PROCEDURE).require()
        return [one.code for one in found]

    assert order() == ["starred", "new", "old"]
    habits.star(actor=cast.clerk, kind=HabitKind.PROCEDURE, code="old").require()
    habits.star(
        actor=cast.clerk, kind=HabitKind.PROCEDURE, code="starred", favourite=False
    ).require()
    assert order()[:2] == ["old", "new"]


def test_a_team_is_called_by_its_number(cast: Cast) -> None:
    members = [TeamMember("surgeon", "p1"), TeamMember("first_assistant", "p2")]
    kept = teams.save(actor=cast.clerk, number=1, name=" Plantão ", members=members).require()
    assert [(one.role, one.provider, one.name) for one in kept.members] == [
        ("surgeon", "p1", cast.world.provider.name),
        ("first_assistant", "p2", cast.colleague.name),
    ]
    teams.save(actor=cast.clerk, number=1, name="Outra", members=members[:1]).require()
    (only,) = teams.listed(actor=cast.clerk).require()
    assert (only.number, only.name, len(only.members)) == (1, "Outra", 1)
    colleague = make_member(cast.world, ActorRole.CLERK)
    assert teams.listed(actor=colleague).require() == ()
    assert teams.remove(actor=colleague, number=1).refusal is Refusal.NOT_FOUND
    teams.remove(actor=cast.clerk, number=1).require()
    assert teams.listed(actor=cast.clerk).require() == ()


def test_all_that_is_wrong_with_a_team_is_told_at_its_place(cast: Cast) -> None:
    stranger = make_cast("boreal").colleague.code + "x"
    answer = teams.save(
        actor=cast.clerk,
        number=10,
        name=" ",
        members=[TeamMember("dentist", "p1"), TeamMember("surgeon", stranger)],
    )
    assert [(one.code, one.place.field) for one in answer.findings] == [
        ("DSK-TEAM-NUMBER", "number"),
        ("DSK-NAME", "name"),
        ("DSK-TEAM-ROLE", "members.0.role"),
        ("DSK-TEAM-PROVIDER", "members.1.provider"),
    ]
    empty = teams.save(actor=cast.clerk, number=1, name="Vazia", members=[])
    assert codes(empty) == ["DSK-TEAM-MEMBERS"]


def test_a_view_is_shared_with_the_office_and_changed_by_its_owner_only(cast: Cast) -> None:
    mine = views.save(
        actor=cast.clerk, screen="worklist", name="Abertas", query="?status=open", shared=True
    ).require()
    assert mine.query == "status=open"
    views.save(actor=cast.clerk, screen="worklist", name="Minhas", query="status=closed").require()
    auditor = cast.by_role[ActorRole.AUDITOR]
    seen = views.listed(actor=auditor, screen="worklist").require()
    assert [(one.name, one.own) for one in seen] == [("Abertas", False)]
    assert views.remove(actor=auditor, view_id=mine.view_id).refusal is Refusal.NOT_FOUND
    stranger = make_cast("boreal").clerk
    assert views.listed(actor=stranger, screen="worklist").require() == ()
    again = views.save(actor=cast.clerk, screen="worklist", name="Abertas", query="q=1").require()
    assert (again.view_id, again.query, again.shared) == (mine.view_id, "q=1", False)
    views.remove(actor=cast.clerk, view_id=mine.view_id).require()
    left = views.listed(actor=cast.clerk, screen="worklist").require()
    assert [one.name for one in left] == ["Minhas"]


def test_views_without_a_name_or_beyond_the_limit_are_refused(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "MOST_VIEWS", 1)
    assert codes(views.save(actor=cast.clerk, screen="s", name="", query="")) == ["DSK-NAME"]
    views.save(actor=cast.clerk, screen="s", name="Uma", query="").require()
    views.save(actor=cast.clerk, screen="s", name="Uma", query="a=1").require()
    more = views.save(actor=cast.clerk, screen="s", name="Duas", query="")
    assert codes(more) == ["DSK-TOO-MANY-VIEWS"]


def test_a_draft_is_its_writers_alone_and_the_last_one_kept_wins(cast: Cast) -> None:
    def keep(content: dict[str, object]) -> None:
        drafts.keep(actor=cast.clerk, kind="surgery", place="parcial:7", content=content).require()

    keep({"lines": [{"code": "3"}]})
    keep({"lines": [{"code": "31003079"}]})
    found = drafts.get(actor=cast.clerk, kind="surgery", place="parcial:7").require()
    assert found is not None
    assert found.content == {"lines": [{"code": "31003079"}]}
    auditor = cast.by_role[ActorRole.AUDITOR]
    assert drafts.get(actor=auditor, kind="surgery", place="parcial:7").value is None
    assert not drafts.drop(actor=auditor, kind="surgery", place="parcial:7").require().was_there
    assert [one.place for one in drafts.listed(actor=cast.clerk).require()] == ["parcial:7"]
    assert drafts.listed(actor=cast.clerk, kind="register").require() == ()
    assert drafts.drop(actor=cast.clerk, kind="surgery", place="parcial:7").require().was_there
    assert drafts.get(actor=cast.clerk, kind="surgery", place="parcial:7").value is None


def test_a_draft_expires_and_is_dropped_when_anybody_keeps_another(cast: Cast) -> None:
    drafts.keep(actor=cast.clerk, kind="surgery", place="a", content={}).require()
    Draft.objects.update(updated_at=datetime.now(UTC) - drafts.EXPIRES_AFTER - timedelta(days=1))
    assert drafts.get(actor=cast.clerk, kind="surgery", place="a").value is None
    auditor = cast.by_role[ActorRole.AUDITOR]
    drafts.keep(actor=auditor, kind="surgery", place="b", content={}).require()
    assert list(Draft.objects.values_list("place", flat=True)) == ["b"]


def test_a_draft_beyond_the_limit_is_refused_and_the_earlier_one_stays(cast: Cast) -> None:
    drafts.keep(actor=cast.clerk, kind="surgery", place="a", content={"x": 1}).require()
    large = drafts.keep(
        actor=cast.clerk, kind="surgery", place="a", content={"x": "y" * drafts.LARGEST}
    )
    assert codes(large) == ["DSK-DRAFT-SIZE"]
    found = drafts.get(actor=cast.clerk, kind="surgery", place="a").require()
    assert found is not None
    assert found.content == {"x": 1}


def test_who_keeps_what_at_their_desk_is_nothing_for_the_trail(cast: Cast) -> None:
    before = AuditEvent.objects.count()
    drafts.keep(actor=cast.clerk, kind="surgery", place="a", content={}).require()
    preferences.keep(actor=cast.clerk, theme="dark").require()
    views.save(actor=cast.clerk, screen="s", name="Uma", query="").require()
    assert AuditEvent.objects.count() == before


def test_only_those_who_enter_or_check_surgeries_have_teams(cast: Cast) -> None:
    answers = {role: teams.listed(actor=actor).ok for role, actor in cast.by_role.items()}
    allowed = {role for role, ok in answers.items() if ok}
    assert allowed == {ActorRole.CLERK, ActorRole.AUDITOR, ActorRole.SYSTEM}
