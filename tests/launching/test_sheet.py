"""The fee sheet: acts by team, what is suggested, and what somebody chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.findings import Place
from honorarios.core.vocabulary import AccessRoute, ProcedureKind, Role
from honorarios.launching import codes
from honorarios.launching.sheet import Expansion, Row, Sheet, expand
from tests.launching.making import FEMALE_SURGERY, SURGERY, WEDNESDAY, context, pricer

if TYPE_CHECKING:
    from collections.abc import Mapping

SECOND = "30722071"
SURGEON = Row("1", {"role": "surgeon", "provider": "medico"})
ASSISTANT = Row("2", {"role": "first_assistant", "provider": "indireto"})


def expanded(
    acts: tuple[Row, ...],
    team: tuple[Row, ...] = (SURGEON, ASSISTANT),
    lines: Mapping[str, Mapping[str, object]] | None = None,
) -> Expansion:
    sheet = Sheet({"start": WEDNESDAY, "cost_centre": "cc"}, acts, team, lines or {})
    return expand(sheet, context(), pricer())


TWO = (Row("1", {"code": SECOND}), Row("2", {"code": FEMALE_SURGERY}))


def test_everybody_is_in_every_act_and_the_highest_act_is_principal() -> None:
    found = {line.name: line.entry for line in expanded(TWO).lines}
    assert list(found) == ["1-1", "1-2", "2-1", "2-2"]
    assert {name: one.procedure_kind for name, one in found.items()} == {
        "1-1": ProcedureKind.SECONDARY,
        "1-2": ProcedureKind.SECONDARY,
        "2-1": ProcedureKind.PRINCIPAL,
        "2-2": ProcedureKind.PRINCIPAL,
    }
    assert found["1-1"].access_route is AccessRoute.SAME
    assert found["2-1"].access_route is None
    assert {one.cost_centre for one in found.values()} == {"cc"}


def test_each_suggestion_says_its_rule() -> None:
    for line in expanded(TWO).lines:
        assert line.rules
        assert all(rule.text and rule.source for rule in line.rules)


def test_what_the_act_says_wins() -> None:
    acts = (
        Row("1", {"code": SECOND, "procedure_kind": "principal"}),
        Row("2", {"code": FEMALE_SURGERY, "access_route": "different"}),
    )
    found = {line.name: line.entry for line in expanded(acts).lines}
    assert found["1-1"].procedure_kind is ProcedureKind.PRINCIPAL
    assert found["2-1"].procedure_kind is ProcedureKind.SECONDARY
    assert found["2-1"].access_route is AccessRoute.DIFFERENT


def test_what_is_chosen_for_one_line_is_of_it_alone_and_is_told_as_chosen() -> None:
    chosen = {"1-2": {"access_route": "different", "quantity": "2"}}
    found = {line.name: line for line in expanded(TWO, lines=chosen).lines}
    assert found["1-2"].entry.access_route is AccessRoute.DIFFERENT
    assert found["1-2"].entry.quantity == 2
    assert found["1-1"].entry.access_route is AccessRoute.SAME
    assert sum(rule.chosen for rule in found["1-2"].rules) == 2
    assert not any(rule.chosen for rule in found["1-1"].rules)


def test_a_line_that_is_taken_out_is_not_launched_and_says_why() -> None:
    expansion = expanded(TWO, lines={"2-2": {"billed": "não"}})
    out = [line for line in expansion.lines if not line.launched]
    assert [line.name for line in out] == ["2-2"]
    assert out[0].rules[-1].chosen
    assert [entry.key for entry in expansion.entries] == ["1-1", "1-2", "2-1"]


def test_roles_are_suggested_to_who_has_none_by_what_the_acts_call_for() -> None:
    team = (Row("1", {"provider": "medico"}), Row("2", {"provider": "indireto"}))
    expansion = expanded((Row("1", {"code": SURGERY}),), team)
    assert expansion.roles == (Role.SURGEON, Role.ANAESTHETIST)
    assert expansion.team == {"1": Role.SURGEON, "2": Role.ANAESTHETIST}
    assert expansion.suggested_to == {"1", "2"}


def test_a_role_that_somebody_has_is_not_suggested_again() -> None:
    team = (Row("1", {"provider": "medico"}), Row("2", {"role": "00", "provider": "indireto"}))
    expansion = expanded((Row("1", {"code": SURGERY}),), team)
    assert expansion.team == {"1": Role.ANAESTHETIST, "2": Role.SURGEON}
    assert expansion.suggested_to == {"1"}


def test_without_hours_nothing_is_suggested_and_the_lines_stand_as_typed() -> None:
    sheet = Sheet({}, TWO, (SURGEON,))
    expansion = expand(sheet, context(), pricer())
    assert [line.entry.code for line in expansion.lines] == [SECOND, FEMALE_SURGERY]
    assert not any(line.rules for line in expansion.lines)


def test_single_entries_stand_as_they_are() -> None:
    cells = {"code": SURGERY, "start": WEDNESDAY, "provider": "medico", "role": "surgeon"}
    (line,) = expand(Sheet(singles=(Row("7", cells),)), context(), pricer()).lines
    assert (line.name, line.entry.key, line.entry.role) == ("7", "7", Role.SURGEON)


def test_what_cannot_be_read_is_told_with_its_line() -> None:
    (line,) = expanded((Row("1", {"code": "x"}),), (SURGEON,)).lines
    assert [finding.place.field for finding in line.entry.unread] == ["code"]


def test_one_person_in_two_roles_of_an_act_is_told_once() -> None:
    again = Row("2", {"role": "first_assistant", "provider": "medico"})
    told = [one for one in expanded(TWO, (SURGEON, again)).findings if "TWICE" in one.code]
    assert [(one.place.field, one.severity.label) for one in told] == [("team.2.provider", "aviso")]
    assert "medico está em 2 funções" in told[0].message
    apart = {"1-2": {"billed": "não"}, "2-1": {"billed": "não"}}
    assert not [
        one for one in expanded(TWO, (SURGEON, again), apart).findings if "TWICE" in one.code
    ]


def test_what_could_not_be_read_of_the_head_is_told_before_there_is_an_act() -> None:
    unread = (codes.HOUR_24.at(Place(field="start")),)
    assert expand(Sheet(unread=unread), context(), pricer()).findings == unread
