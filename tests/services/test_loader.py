"""What is loaded for the rules is what the rules' own tests give them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from honorarios.core.vocabulary import PartStatus, Role, Side
from honorarios.launching.model import LaunchedKey, OpenPackage, PrivatePart
from honorarios.launching.parameters import GeneralParameters
from honorarios.records.models import InsideOutsideRule, Payer
from honorarios.records.selectors import Scope
from honorarios.services import fees, parts
from honorarios.services.loader import Loaded, Wanted, load
from tests.launching import making
from tests.launching.scene import rule
from tests.services import hospital
from tests.services.hospital import House, make_house

if TYPE_CHECKING:
    from honorarios.launching.model import Entry

pytestmark = pytest.mark.database


@pytest.fixture
def house() -> House:
    return make_house()


def loaded(house: House, *entries: Entry) -> Loaded:
    wanted = [Wanted(house.part.pk, one) for one in entries or (making.entry(),)]
    return load(Scope(house.office.pk), wanted, lock=False)


def test_the_context_on_record_is_that_of_the_pure_tests(house: House) -> None:
    expected = making.context(
        attendance=making.attendance(started_on=date(2025, 11, 1)),
        part=making.part(key=house.part.pk, account=house.account.pk),
        stays=(replace(making.WARD, bed_class="ward"),),
    )
    entries = [making.entry(provider=code) for code in making.PROVIDERS]
    assert loaded(house, *entries).context(house.part.pk, entries[0]) == expected


def test_rules_of_the_office_are_loaded_with_what_they_name(house: House) -> None:
    hospital.divide(house, "medico", ("medico", "70"), codes="31-32 40901122", contract="ch")
    InsideOutsideRule.objects.create(
        office=house.office,
        payer=house.payer,
        plan=house.plan,
        provider=house.providers["indireto"],
        codes="3100",
        role="surgeon",
        side="outside",
        valid_from=making.LONG_AGO,
    )
    context = loaded(house).context(house.part.pk, making.entry())
    expected = rule(
        "medico",
        ("medico", "70"),
        codes=("31-32", "40901122"),
        contract="ch",
        valid_from=making.LONG_AGO,
    )
    assert context.split_rules == {"medico": (expected,)}
    (side,) = context.side_rules
    assert (side.payer, side.plan, side.provider) == ("convenio-ch", "plano", "indireto")
    assert (side.codes, side.role, side.side) == (("3100",), Role.SURGEON, Side.OUTSIDE)


def test_parameters_are_those_of_the_day_of_the_act(house: House) -> None:
    hospital.set_parameters(house, date(2025, 11, 20), cost_centre_required=True)
    got = loaded(house)
    before, after = (
        got.context(house.part.pk, making.entry(start=start)).parameters
        for start in (datetime(2025, 11, 19, 23), datetime(2025, 11, 20))
    )
    assert before == GeneralParameters()
    assert after == GeneralParameters(cost_centre_required=True)
    assert got.context(house.part.pk, making.entry(start=None)).parameters == after


def test_a_package_counts_what_it_covered_since_it_was_opened(house: House) -> None:
    hospital.set_parameters(
        house, check_package=True, package_action="AUTOMATIC", package_automatic_means="COVERED"
    )
    hospital.open_package(house, datetime(2025, 11, 10), c31003079=3)
    for day in (5, 15, 16):
        one = making.entry(start=datetime(2025, 11, day), quantity=2)
        fees.launch(actor=house.clerk, part_id=house.part.pk, entries=[one]).require()
    got = loaded(house)
    since = got.context(house.part.pk, making.entry(start=datetime(2025, 11, 20)))
    assert since.package == OpenPackage("Gabarito 1", {"31003079": 3}, {"31003079": 4})
    assert got.context(house.part.pk, making.entry(start=datetime(2025, 11, 9))).package is None


def test_identical_lines_of_the_whole_account_are_known(house: House) -> None:
    other = hospital.under(house, "ch")
    fees.launch(actor=house.clerk, part_id=other.pk, entries=[making.entry()]).require()
    got = loaded(house, making.entry(), making.entry(code=making.EXAM))
    assert got.context(house.part.pk, making.entry()).launched == {
        LaunchedKey(making.SURGERY, "medico", Role.SURGEON, making.WEDNESDAY)
    }
    assert got.numbers == {other.pk: 1}


def test_the_private_part_that_takes_lines_is_preferred(house: House) -> None:
    payer = Payer.objects.get(office=house.office, code="particular")
    first, second = (hospital.under(house, "", payer=payer, plan=None) for _ in range(2))

    def private() -> PrivatePart | None:
        return loaded(house).context(house.part.pk, making.entry()).private_part

    assert private() == PrivatePart(key=second.pk, number=second.seq)
    parts.close(actor=house.clerk, part_id=second.pk).require()
    assert private() == PrivatePart(key=first.pk, number=first.seq)
    parts.cancel(actor=house.clerk, part_id=first.pk, reason="Teste.").require()
    assert private() == PrivatePart(key=second.pk, number=second.seq, status=PartStatus.CLOSED)
    parts.cancel(actor=house.clerk, part_id=second.pk, reason="Teste.").require()
    assert private() is None


@pytest.mark.parametrize("lock", [False, True])
def test_the_number_of_queries_is_that_of_one_entry(house: House, *, lock: bool) -> None:
    others = [hospital.under(house, "ch") for _ in range(5)]
    counts = []
    for some in (others[:1], others * 8):
        wanted = [Wanted(part.pk, making.entry()) for part in some]
        with CaptureQueriesContext(connection) as queries:
            load(Scope(house.office.pk), wanted, lock=lock)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 16
