"""Lists of lines, an account as it stands, and the memória de cálculo of a line on record."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from honorarios.core.vocabulary import LineStatus, SplitForm
from honorarios.pricing.trace import as_text
from honorarios.records.models import Membership, MembershipRole, User
from honorarios.services import actor as actors
from honorarios.services import explaining, fees, permissions
from honorarios.services.catalogues import store_catalogue
from honorarios.services.fees import LineFilter, Page
from honorarios.services.outcomes import Refusal
from tests.launching import making
from tests.services import hospital
from tests.services.doing import codes, launched
from tests.services.hospital import House, make_house

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.fees import LineView

pytestmark = pytest.mark.database


@pytest.fixture
def house() -> House:
    return make_house()


def physician(house: House, provider: str) -> Actor:
    user = User.objects.create(username=f"medico-{provider}")
    Membership.objects.create(
        office=house.office,
        user=user,
        role=MembershipRole.PHYSICIAN,
        provider=house.providers[provider],
    )
    found = actors.of_member(user_id=user.pk, office_id=house.office.pk)
    assert found is not None
    return found


def listed(house: House, **only: Any) -> list[LineView]:  # noqa: ANN401 - any field
    return list(fees.list_lines(actor=house.clerk, only=LineFilter(**only)).require().lines)


def test_pages_go_through_every_line_once_the_newest_first(house: House) -> None:
    same = [making.entry(key=number) for number in range(5)]
    later = [making.entry(start=making.SATURDAY + timedelta(minutes=number)) for number in range(4)]
    lines = launched(house, *same, *later)
    seen: list[LineView] = []
    page = Page((), None)
    while not seen or page.after is not None:
        page = fees.list_lines(actor=house.clerk, after=page.after, size=2).require()
        seen += page.lines
    assert [line.uid for line in seen] == [line.uid for line in reversed(lines)]
    assert [line.start for line in seen] == sorted((one.start for one in seen), reverse=True)


def test_the_lines_of_a_part_and_of_an_account_come_in_their_own_order(house: House) -> None:
    other = hospital.under(house, "ch")
    starts = [making.SATURDAY - timedelta(minutes=number) for number in range(3)]
    for part in (other, house.part):
        launched(house, *[making.entry(start=start) for start in starts], part=part)
    for asked, expected in (
        (LineFilter(part_id=other.pk), [1, 2, 3]),
        (LineFilter(account_id=house.account.pk), [1, 2, 3, 1, 2, 3]),
    ):
        numbers: list[int | None] = []
        page = Page((), None)
        while not numbers or page.after is not None:
            page = fees.list_lines(
                actor=house.clerk, only=asked, after=page.after, size=2
            ).require()
            numbers += [line.number for line in page.lines]
        assert numbers == expected


@pytest.mark.parametrize("mark", ["", "x", "e30=", "WzEsMl0=", "WyIyMDI1LTAxLTAxIiwtMV0="])
def test_a_mark_that_is_none_is_told(house: House, mark: str) -> None:
    assert codes(fees.list_lines(actor=house.clerk, after=mark)) == ["LAN-PAGE"]


def test_filters(house: House) -> None:
    other = hospital.under(house, "taxas")
    (first,) = launched(house, making.entry(outside_requested=True))
    act, fee = launched(house, making.entry(start=making.SATURDAY, provider="indireto"), part=other)
    fees.reverse(actor=house.clerk, uid=str(first.uid), reason="Teste.").require()

    def uids(**only: Any) -> set[object]:  # noqa: ANN401 - any field
        return {line.uid for line in listed(house, **only)}

    both = {act.uid, fee.uid}
    assert len(uids()) == 4
    assert uids(part_id=other.pk) == uids(status=LineStatus.ACTIVE) == both
    assert uids(provider="indireto") == {act.uid}
    assert uids(code="6002") == {fee.uid}
    assert uids(first_day=date(2025, 11, 20)) == uids(outside=False) == both
    assert first.uid in uids(last_day=date(2025, 11, 19))
    assert len(uids(billing_unit="unidade", payer="convenio-ch")) == 4
    assert len(uids(account_id=house.account.pk)) == 4
    assert uids(payer="outro") == uids(import_batch_id=1) == set()


def test_references_are_identifiers(house: House) -> None:
    part = hospital.under(house, "taxas")
    act, _ = launched(house, making.entry(), part=part)
    (fee,) = listed(house, code=making.FACILITY_FEE)
    assert fee.automatic_of == act.uid


def test_nobody_lists_another_office_and_a_physician_only_their_own(house: House) -> None:
    other = make_house("outra")
    launched(other, making.entry())
    hospital.divide(house, "medico", ("medico", "70"))
    own, rest = launched(house, making.entry())
    assert {line.uid for line in listed(house)} == {own.uid, rest.uid}
    doctor = physician(house, "medico")
    page = fees.list_lines(actor=doctor).require()
    assert [line.uid for line in page.lines] == [own.uid]
    view = fees.account(actor=doctor, account_id=house.account.pk).require()
    assert (view.sums.lines, view.sums.charged) == (1, 28_700)
    assert not permissions.sees_remittances(doctor)
    assert fees.account(actor=doctor, account_id=other.account.pk).refusal is Refusal.NOT_FOUND
    assert explaining.explain(actor=doctor, uid=str(rest.uid)).refusal is Refusal.NOT_FOUND


def test_an_account_adds_up(house: House) -> None:
    hospital.upgrade(house)
    part = hospital.under(house, "diferenca")
    launched(house, making.entry(outside_requested=True))
    launched(house, making.entry(), part=part)
    (gone,) = launched(house, making.entry(code=making.EXAM))
    fees.reverse(actor=house.clerk, uid=str(gone.uid), reason="Teste.").require()
    view = fees.account(actor=house.clerk, account_id=house.account.pk).require()
    sums = [(one.payer, one.sums.lines, one.sums.charged, one.sums.outside) for one in view.parts]
    assert sums == [
        ("convenio-ch", 1, 82_000, 82_000),
        ("convenio-ch", 1, 41_000, 0),
        ("particular", 1, 41_000, 0),
    ]
    assert (view.sums.total, view.sums.inside) == (164_000, 82_000)
    assert [len(one.lines) for one in view.parts] == [3, 1, 1]


@pytest.mark.parametrize("read", ["list", "account"])
def test_the_number_of_queries_of_a_read_does_not_grow(house: House, read: str) -> None:
    part = hospital.under(house, "taxas")
    counts = []
    for lines in (1, 40):
        launched(house, *[making.entry()] * lines, part=part)
        with CaptureQueriesContext(connection) as queries:
            if read == "list":
                fees.list_lines(actor=house.clerk, only=LineFilter(part_id=part.pk)).require()
            else:
                fees.account(actor=house.clerk, account_id=house.account.pk).require()
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8


def test_a_line_is_explained_by_the_catalogue_that_priced_it(house: House) -> None:
    (line,) = launched(house, making.entry(quantity=2))
    fresh = making.catalogue()
    store_catalogue(actor=actors.system(office_id=house.office.pk), catalogue=fresh).require()
    told = explaining.explain(actor=house.clerk, uid=str(line.uid)).require()
    assert told.line.uid == line.uid
    assert told.explanation.findings == ()
    assert told.explanation.catalogue_hash == line.catalogue_hash
    assert "820,00" in as_text(told.explanation)
    assert told.difference is None


def test_a_private_difference_tells_how_it_came_to_be(house: House) -> None:
    hospital.upgrade(house)
    _, private = launched(house, making.entry(), part=hospital.under(house, "privado"))
    told = explaining.explain(actor=house.clerk, uid=str(private.uid)).require()
    assert told.difference is not None
    assert told.difference["superior_centavos"] == 180_000
    assert told.difference["less_centavos"] == 41_000
    assert private.total == 139_000
    text = as_text(told.explanation, then=told.then)
    assert "Diferença de acomodação" in text
    assert "R$ 1.390,00" in text


def test_a_share_tells_which_part_of_the_act_it_is(house: House) -> None:
    hospital.divide(house, "medico", ("medico", "70"))
    own, _ = launched(house, making.entry())
    doctor = physician(house, "medico")
    told = explaining.explain(actor=doctor, uid=str(own.uid)).require()
    words = " ".join(as_text(told.explanation, then=told.then).split())
    assert "Divisão de cobrança Desta linha 70 % R$ 287,00" in words


def test_t8_a_physician_is_told_nothing_of_what_a_division_by_value_leaves_to_others(
    house: House,
) -> None:
    _, own = launched(
        house,
        making.entry(
            code=making.EXAM,
            provider="hospital",
            split_form=SplitForm.VALUE,
            split_provider="medico",
        ),
    )
    whole = explaining.explain(actor=house.clerk, uid=str(own.uid)).require().explanation
    told = explaining.explain(actor=physician(house, "medico"), uid=str(own.uid)).require()
    assert (whole.total_centavos, own.total) == (3_280, 2_050)
    assert told.explanation.evaluate() == (2_050, 2_050)
    text = as_text(told.explanation, then=told.then)
    assert "R$ 20,50" in text
    assert "Custo operacional" not in text
    assert "12,30" not in text


@pytest.mark.parametrize("name", ["part_id", "account_id", "import_batch_id"])
@pytest.mark.parametrize("key", [0, -1, 2**63, 10**30])
def test_a_key_that_no_row_can_have_lists_nothing(house: House, name: str, key: int) -> None:
    launched(house, making.entry())
    assert listed(house, **{name: key}) == []


def test_a_text_with_a_nul_is_answered(house: House) -> None:
    found = fees.list_lines(actor=house.clerk, only=LineFilter(payer="a\x00"))
    assert codes(found) == ([] if connection.vendor == "sqlite" else ["EST-NOT-TEXT"])
    with transaction.atomic():
        answer = fees.launch(
            actor=house.clerk, part_id=house.part.pk, entries=[making.entry(provider="p\x00")]
        )
    assert not answer.ok


def test_a_list_says_of_a_line_what_the_line_itself_says(house: House) -> None:
    other = hospital.under(house, "taxas")
    (first,) = launched(house, making.entry(outside_requested=True))
    launched(house, making.entry(start=making.SATURDAY, provider="indireto"), part=other)
    fees.reverse(actor=house.clerk, uid=str(first.uid), reason="Teste.").require()
    lines = listed(house)
    assert len(lines) == 4
    for line in lines:
        assert line == fees.line(actor=house.clerk, uid=line.uid or "").require()
    in_account = fees.account(actor=house.clerk, account_id=house.account.pk).require()
    told = {line.uid: line for part in in_account.parts for line in part.lines}
    assert told == {line.uid: line for line in lines}
