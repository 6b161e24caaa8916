"""Searching procedures, providers, patients and numbers: what comes first, and who sees what."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.core.vocabulary import Role
from honorarios.records.models import (
    AuditDetail,
    AuditEvent,
    CostCentre,
    Habit,
    Patient,
    Payer,
    Plan,
    Provider,
)
from honorarios.services import (
    choices,
    fees,
    habits,
    jump,
    patient_search,
    procedures,
    providers,
)
from honorarios.services.actor import ActorRole
from honorarios.services.habits import HabitKind
from honorarios.services.outcomes import Refusal
from tests.launching.making import SURGERY, entry
from tests.services.cast import CANARY, CANARY_CPF, Cast, make_cast, make_part, stock
from tests.services.hospital import make_house

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.procedures import ProcedureView

pytestmark = pytest.mark.database

DAY = date(2025, 11, 20)


@pytest.fixture(autouse=True, scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Indexes of these tests, made once."""
    return tmp_path_factory.mktemp("search")


@pytest.fixture(autouse=True)
def kept_there(settings: Settings, folder: Path) -> None:
    settings.SEARCH_FOLDER = folder


def found(actor: Actor, query: str, **options: Any) -> tuple[ProcedureView, ...]:  # noqa: ANN401 - any option
    return procedures.search(actor=actor, query=query, **{"day": DAY, **options}).require()


def test_procedures_are_found_even_before_there_is_a_catalogue(db: None) -> None:  # noqa: ARG001 - opens the database
    house = make_house(stocked=False)
    first = found(house.clerk, "apendicectomia video", part_id=house.part.pk)[0]
    assert (first.code, first.valid, first.value, first.porte) == ("31003583", True, None, "")
    assert first.valid_from is not None


def test_every_role_finds_procedures(cast: Cast) -> None:
    stock(cast)
    for actor in cast.by_role.values():
        assert found(actor, "apendicectomia video")[0].code == "31003583"


def test_the_catalogues_own_items_are_found_beside_the_table(cast: Cast) -> None:
    stock(cast)
    mine = found(cast.clerk, SURGERY)
    assert SURGERY in {one.code for one in mine}
    assert found(cast.clerk, "cesariana")[0].code == "31309054"


def test_the_value_on_a_part_is_the_engines(cast: Cast) -> None:
    stock(cast)
    part = make_part(cast.world)
    start = datetime(2025, 11, 20, 9)
    one = entry(code=SURGERY, provider="p1", start=start, role=Role.SURGEON)
    launched = fees.preview(actor=cast.clerk, part_id=part.pk, entries=[one]).require()
    (first, *_) = found(cast.clerk, SURGERY, part_id=part.pk, start=start)
    assert first.value == launched.entries[0].lines[0].total > 0
    assert first.why == ""
    unpriced = found(cast.clerk, "cesariana", part_id=part.pk, start=start)[0]
    assert unpriced.value is None
    assert unpriced.why


def test_a_part_out_of_reach_is_not_found_and_a_role_without_previews_sees_no_value(
    cast: Cast,
) -> None:
    stock(cast)
    other = cast.other_unit.part.pk
    for part_id in (other, 9_876_543):
        answer = procedures.search(actor=cast.clerk, query=SURGERY, part_id=part_id)
        assert answer.refusal is Refusal.NOT_FOUND
    part = make_part(cast.world)
    for role in (ActorRole.PHYSICIAN, ActorRole.HOSPITAL_FINANCE, ActorRole.ADMINISTRATOR):
        for part_id in (part.pk, other):
            assert all(
                one.value is None for one in found(cast.by_role[role], SURGERY, part_id=part_id)
            )


@pytest.mark.parametrize("query", ["", "zzzzz"])
def test_what_finds_nothing_on_a_part_is_no_fault(cast: Cast, query: str) -> None:
    stock(cast)
    assert found(cast.clerk, query, part_id=make_part(cast.world).pk) == ()


def test_a_code_that_is_not_valid_on_the_day_is_told_and_comes_last(cast: Cast) -> None:
    stock(cast)
    before = found(cast.clerk, "apendicectomia", day=date(2000, 1, 1))
    assert before
    assert not any(one.valid for one in before)


def test_favourites_and_what_was_used_come_first(cast: Cast) -> None:
    stock(cast)
    plain = [one.code for one in found(cast.clerk, "herniorrafia")]
    wanted = plain[3]
    habits.star(actor=cast.clerk, kind=HabitKind.PROCEDURE, code=wanted).require()
    mine = found(cast.clerk, "herniorrafia")
    assert (mine[0].code, mine[0].favourite) == (wanted, True)
    assert [one.code for one in found(cast.by_role[ActorRole.AUDITOR], "herniorrafia")] == plain


def test_with_nothing_typed_there_are_the_favourites_and_the_last_used(cast: Cast) -> None:
    stock(cast)
    assert found(cast.clerk, "") == ()
    for code, hour in (("31309054", 8), ("31003079", 9)):
        Habit.objects.create(
            office_id=cast.clerk.office_id,
            user_id=cast.clerk.user_id,
            kind=HabitKind.PROCEDURE,
            code=code,
            times=1,
            used_at=datetime.fromisoformat(f"2025-11-20T{hour:02}:00:00+00:00"),
        )
    habits.star(actor=cast.clerk, kind=HabitKind.PROCEDURE, code="40304361").require()
    habits.star(actor=cast.clerk, kind=HabitKind.PROCEDURE, code="no longer there").require()
    assert [one.code for one in found(cast.clerk, " ")] == ["40304361", "31003079", "31309054"]


def test_a_limit_is_kept_and_a_long_query_is_no_trouble(cast: Cast) -> None:
    stock(cast)
    assert len(found(cast.clerk, "rx", limit=3)) == 3
    assert len(found(cast.clerk, "rx", limit=10_000)) == procedures.searching.MOST
    assert found(cast.clerk, "x9 " * 100_000) == ()


def test_providers_by_words_in_any_order_those_used_first(cast: Cast) -> None:
    office = cast.world.office
    for code, name, specialty in (
        ("a", "Dra. Ângela Maria Fictícia", "Anestesiologia"),
        ("b", "Dr. Ângelo Fictício", "Cirurgia geral"),
    ):
        Provider.objects.create(
            office=office, code=code, name=name, specialty=specialty, council=f"CRM-SP {code}9"
        )
    make_cast("boreal")

    def told(query: str) -> list[str]:
        answer = providers.search(actor=cast.clerk, query=query)
        return [one.code for one in answer.require()]

    assert told("angel") == ["b", "a"]
    assert told("ficticia angela") == ["a"]
    assert told("anestesio") == ["a"]
    assert told("b9") == ["b"]
    assert told("a")[0] == "a"
    assert told("nobody") == []
    habits.star(actor=cast.clerk, kind=HabitKind.PROVIDER, code="a").require()
    assert told("angel") == ["a", "b"]
    assert told("")[0] == "a"
    assert set(told("")) == set(
        Provider.objects.filter(office=office).values_list("code", flat=True)
    )


def test_physicians_search_no_register(cast: Cast) -> None:
    physician = cast.by_role[ActorRole.PHYSICIAN]
    answers: list[Result[Any]] = [
        providers.search(actor=physician, query="p1"),
        choices.payers(actor=physician, query=""),
        choices.plans(actor=physician, query=""),
        choices.cost_centres(actor=physician, query=""),
    ]
    assert {answer.refusal for answer in answers} == {Refusal.FORBIDDEN}


def test_payers_plans_and_cost_centres_of_the_office_only(cast: Cast) -> None:
    office = cast.world.office
    other = make_cast("boreal").world.office
    payer = Payer.objects.create(
        office=office, code="saude", name="Saúde Fictícia", group="insurer"
    )
    for owner, code in ((office, "mine"), (other, "theirs")):
        CostCentre.objects.create(office=owner, code=code, name="Centro cirúrgico")
    Plan.objects.create(office=office, payer=payer, code="ouro", name="Ouro")
    clerk = cast.clerk
    assert [one.code for one in choices.payers(actor=clerk, query="fict").require()] == ["saude"]
    (plan,) = choices.plans(actor=clerk, query="our", payer="saude").require()
    assert (plan.code, plan.detail) == ("ouro", "Saúde Fictícia")
    assert choices.plans(actor=clerk, query="our", payer="no").require() == ()
    centres = choices.cost_centres(actor=clerk, query="cirurgico centro").require()
    assert [one.code for one in centres] == ["mine"]


def make_patient(cast: Cast, code: str, name: str, **more: Any) -> Patient:  # noqa: ANN401 - any column
    return Patient.objects.create(office=cast.world.office, code=code, name=name, **more)


def test_patients_by_name_number_and_cpf(cast: Cast) -> None:
    make_patient(cast, "P-77", "José da Conceição Fictício", cpf="12345678909")
    make_patient(cast, "P-78", "Josefa Conceiçao")

    def told(query: str) -> list[str]:
        return [one.code for one in patient_search.search(actor=cast.clerk, query=query).require()]

    assert told("jose conceicao") == ["P-77", "P-78"]
    assert told("CONCEIÇÃO JOSÉ") == ["P-77", "P-78"]
    assert told("p-77") == ["P-77"]
    assert told("123.456.789-09") == ["P-77"]
    assert told("jo") == []
    assert told("%%%") == told("___") == []


def test_every_patient_that_is_shown_is_a_read_on_record(cast: Cast) -> None:
    before = AuditEvent.objects.count()
    patient_search.search(actor=cast.clerk, query="nobody at all").require()
    assert AuditEvent.objects.count() == before
    (seen,) = patient_search.search(actor=cast.clerk, query=CANARY).require()
    assert seen.name == CANARY
    event = AuditEvent.objects.latest("seq")
    assert (event.action, event.subject_type) == ("patients.read", "patient")
    assert CANARY not in AuditDetail.objects.get(event=event).content


def test_patients_of_another_unit_or_office_are_not_there_and_an_administrator_sees_none(
    cast: Cast,
) -> None:
    make_cast("boreal")
    for query in (CANARY, CANARY_CPF):
        one = patient_search.search(actor=cast.clerk, query=query).require()
        assert [view.patient_id for view in one] == [cast.world.patient.pk]
    administrator = cast.by_role[ActorRole.ADMINISTRATOR]
    assert patient_search.search(actor=administrator, query=CANARY).refusal is Refusal.FORBIDDEN
    physician = cast.by_role[ActorRole.PHYSICIAN]
    assert patient_search.search(actor=physician, query=CANARY).require() == ()


def test_numbers_lead_to_attendances_and_accounts_within_reach(cast: Cast) -> None:
    world, elsewhere = cast.world, cast.other_unit
    number = world.attendance.number
    (own,) = jump.attendances(actor=cast.clerk, query=f"atendimento {number}").require()
    assert own.attendance_id == world.attendance.pk
    accounts = jump.accounts(actor=cast.clerk, query=number).require()
    assert {one.account_id for one in accounts} == {world.account.pk}
    by_key = jump.accounts(actor=cast.clerk, query=str(world.account.pk)).require()
    assert world.account.pk in {one.account_id for one in by_key}
    foreign = jump.accounts(actor=cast.clerk, query=str(elsewhere.account.pk)).require()
    assert elsewhere.account.pk not in {one.account_id for one in foreign}
    for query in ("", "x", "conta", "9" * 60, "9" * 30, "²"):
        assert jump.accounts(actor=cast.clerk, query=query).require() == ()
    administrator = cast.by_role[ActorRole.ADMINISTRATOR]
    assert jump.accounts(actor=administrator, query=number).refusal is Refusal.FORBIDDEN
    assert jump.attendances(actor=administrator, query=number).refusal is Refusal.FORBIDDEN
