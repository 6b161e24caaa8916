"""The worked examples of published documents, to the centavo, by the oracle alone.

Each is a public example of a fee: an AMB value set, an operator's list, a calculation of a vendor.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.oracle.sample import price_one, sample_catalogue

if TYPE_CHECKING:
    from tests.oracle.oracle import Result

SATURDAY = datetime(2025, 3, 15, 10)
OLD_ASSISTANTS = {"roles": {"first_assistant": 30, "other_assistants": 20}}
NEW_ASSISTANTS = {
    "roles": {
        "first_assistant": 60,
        "second_assistant": 40,
        "other_assistants": 30,
        "anaesthetist_assistant": 60,
    }
}
SURCHARGES: dict[str, Any] = {
    "overtime": {
        "rules": [
            {"label": "Noite", "days": ["mon", "tue", "wed", "thu", "fri"], "start": "19:00",
             "end": "07:00", "percent": 30},
            {"label": "Fim de semana", "days": ["sat", "sun", "holiday"], "percent": 30},
        ]
    },
    "paediatric": [{"label": "Recém-nascido", "below_months": 1, "percent": 50}],
}  # fmt: skip


def cents(result: Result) -> int:
    assert result["status"] == "priced", result
    total = result["total_centavos"]
    assert isinstance(total, int)
    return total


def porte(code: str, name: str, **cells: object) -> dict[str, object]:
    return {"code": code, "basis": "PORTE", "porte": name, **cells}


def brl(code: str, reais: str, **cells: object) -> dict[str, object]:
    return {"code": code, "basis": "BRL", "fee": Decimal(reais), **cells}


def test_fraction_of_a_porte_and_operating_cost() -> None:
    row = porte("40322351", "1A", fee=Decimal("0.04"), operating_cost=Decimal("6.942"))
    catalogue = sample_catalogue([row], values={"portes": {"1A": "17.38"}, "uco": "19.36"})
    assert cents(price_one(catalogue, "40322351")) == 135_09


def test_porte_operating_cost_and_film() -> None:
    row = porte("40901220", "2B", operating_cost=Decimal("3.420"), film=Decimal("0.34"))
    values = {"portes": {"2B": "224.90"}, "uco": "21.89", "film": "29.74"}
    assert cents(price_one(sample_catalogue([row], values=values), "40901220")) == 309_88


def test_team_of_a_surgery() -> None:
    values = {"portes": {"13B": "4552.02", "10C": "3490.67"}}
    row = porte("31003010", "13B", anaesthetic_porte="7")
    catalogue = sample_catalogue([row], values=values, rules=OLD_ASSISTANTS)
    team = ("surgeon", "first_assistant", "second_assistant", "anaesthetist")
    paid = [cents(price_one(catalogue, "31003010", role=role)) for role in team]
    assert paid == [4552_02, 1365_61, 910_40, 3490_67]
    assert sum(paid) == 10_318_70


@pytest.mark.parametrize(("route", "total"), [("2", 7062_92), ("3", 7580_56)])
def test_two_acts_by_the_same_route_and_by_different_routes(route: str, total: int) -> None:
    rows = [porte("10000001", "14A"), porte("10000002", "11B")]
    catalogue = sample_catalogue(rows, values={"portes": {"14A": "5768.81", "11B": "2588.21"}})
    first = cents(price_one(catalogue, "10000001", access_route=route))
    second = cents(
        price_one(catalogue, "10000002", access_route=route, procedure_kind="secondary", rank=2)
    )
    assert first + second == total


def test_four_assistants() -> None:
    catalogue = sample_catalogue(
        [porte("1", "7A")], values={"portes": {"7A": "858.03"}}, rules=NEW_ASSISTANTS
    )
    paid = [cents(price_one(catalogue, "1", role=f"0{number}")) for number in range(1, 5)]
    assert paid == [514_82, 343_21, 257_41, 257_41]


def test_apartment_and_urgency_multiply() -> None:
    terms = {"accommodation": [{"type": "apartment", "factor": 2}]}
    catalogue = sample_catalogue([brl("1", "1000")], rules=SURCHARGES, terms=terms)
    act = {"accommodation": "apartment", "character": "urgent", "start": SATURDAY}
    assert cents(price_one(catalogue, "1", **act)) == 2600_00


def test_urgency() -> None:
    catalogue = sample_catalogue(
        [porte("1", "7A")], values={"portes": {"7A": "858.03"}}, rules=SURCHARGES
    )
    assert cents(price_one(catalogue, "1", character="2", start=SATURDAY)) == 1115_44


def test_neonate_is_half_up_not_half_even() -> None:
    catalogue = sample_catalogue(
        [porte("1", "7A")], values={"portes": {"7A": "858.03"}}, rules=SURCHARGES
    )
    assert cents(price_one(catalogue, "1", age_months=0)) == 1287_05


def test_second_anaesthesia_by_the_same_route() -> None:
    rows = [
        porte("1", "9A", anaesthetic_porte="5"),
        porte("2", "8A", anaesthetic_porte="2"),
    ]
    catalogue = sample_catalogue(rows, values={"portes": {"7C": "700", "3C": "300"}})
    first = cents(price_one(catalogue, "1", role="06", access_route="2"))
    second = cents(
        price_one(catalogue, "2", role="06", access_route="2", procedure_kind="secondary")
    )
    assert (first, second) == (700_00, 150_00)


def test_assistant_of_the_anaesthetist() -> None:
    row = porte("1", "9A", anaesthetic_porte="8")
    catalogue = sample_catalogue([row], values={"portes": {"12A": "1200"}}, rules=NEW_ASSISTANTS)
    assert cents(price_one(catalogue, "1", role="anaesthetist")) == 1200_00
    assert cents(price_one(catalogue, "1", role="auxiliar de anestesista")) == 720_00


@pytest.mark.parametrize(
    ("point", "unit", "total"),
    [
        ("STEP", 1601_73, 4805_19),
        ("LINE", 1601_72, 4805_17),
        ("UNIT", 1601_72, 4805_16),
        ("COMPONENT", 1601_72, 4805_16),
    ],
)
def test_rounding_points(point: str, unit: int, total: int) -> None:
    terms = {
        "rounding": {"point": point},
        "accommodation": [{"type": "apartment", "factor": "1.5"}],
    }
    catalogue = sample_catalogue([brl("1", "1525.45")], terms=terms)
    act = {"access_route": "3", "procedure_kind": "secondary", "quantity": 3}
    result = price_one(catalogue, "1", accommodation="apartment", **act)
    assert (result["unit_centavos"], cents(result)) == (unit, total)
    reversal = price_one(catalogue, "1", accommodation="apartment", **{**act, "quantity": -3})
    assert (reversal["unit_centavos"], cents(reversal)) == (unit, -total)


@pytest.mark.parametrize(
    ("reais", "percent", "half_up", "dropped"),
    [("93.15", 30, 27_95, 27_94), ("198.73", 50, 99_37, 99_36)],
)
def test_published_shares(reais: str, percent: int, half_up: int, dropped: int) -> None:
    for mode, expected in (("HALF_UP", half_up), ("DOWN", dropped)):
        catalogue = sample_catalogue(
            [brl("1", reais)],
            rules={"roles": {"first_assistant": percent}},
            terms={"rounding": {"mode": mode}},
        )
        assert cents(price_one(catalogue, "1", role="01")) == expected


def test_quantity_of_ch_in_ward_apartment_and_for_the_first_assistant() -> None:
    row = {"code": "1", "basis": "CH", "fee": Decimal(1000)}
    catalogue = sample_catalogue(
        [row],
        values={"ch": "0.41"},
        rules={**OLD_ASSISTANTS, **SURCHARGES},
        terms={
            "accommodation": [
                {"type": "ward", "factor": 1},
                {"type": "apartment", "factor": 2},
            ]
        },
    )
    saturday = {"accommodation": "apartment", "character": "urgent", "start": SATURDAY}
    assert cents(price_one(catalogue, "1", accommodation="ward")) == 410_00
    assert cents(price_one(catalogue, "1", **saturday)) == 1066_00
    assert cents(price_one(catalogue, "1", **saturday, role="01")) == 319_80


def test_fee_and_cost_in_ch_stay_apart() -> None:
    row = {
        "code": "1",
        "basis": "CH",
        "fee": Decimal(50),
        "operating_cost": Decimal(30),
    }
    result = price_one(sample_catalogue([row], values={"ch": "0.41"}), "1")
    assert (result["fee"], result["operating_cost"]) == (Decimal("20.50"), Decimal("12.30"))
    assert cents(result) == 32_80


def test_iamspe_pays_by_role_only() -> None:
    catalogue = sample_catalogue(
        [brl("1", "500")],
        kind="IAMSPE",
        rules={**NEW_ASSISTANTS, **SURCHARGES},
        terms={"accommodation": [{"type": "private", "factor": 2}]},
    )
    act = {"accommodation": "private", "character": "urgent", "start": SATURDAY}
    assert cents(price_one(catalogue, "1", **act, role="01")) == 150_00
    assert cents(price_one(catalogue, "1", **act, role="02")) == 100_00
    assert price_one(catalogue, "1", **act, role="05")["status"] == "no_role_percent"


def test_second_exam_spares_its_film() -> None:
    row = brl("1", "80", film=Decimal(1))
    catalogue = sample_catalogue(
        [row],
        values={"film": 20},
        rules={"access_routes": {"different": [100, 80]}},
    )
    assert cents(price_one(catalogue, "1", access_route="3", procedure_kind="secondary")) == 84_00


@pytest.mark.parametrize(
    ("start", "end", "percent"),
    [
        (datetime(2025, 3, 12, 18), datetime(2025, 3, 12, 20, 30), 30),
        (datetime(2025, 3, 12, 17, 30), datetime(2025, 3, 12, 20), 0),
        (datetime(2025, 3, 12, 18), datetime(2025, 3, 12, 20), 0),
        (datetime(2025, 3, 12, 18), datetime(2025, 3, 12, 20, 0, 1), 30),
    ],
)
def test_majority_of_the_act(start: datetime, end: datetime, percent: int) -> None:
    overtime = {**SURCHARGES["overtime"], "interval": "MAJORITY"}
    catalogue = sample_catalogue([brl("1", "100")], rules={"overtime": overtime})
    result = price_one(catalogue, "1", start=start, end=end, character="urgent")
    assert result["overtime_percent"] == percent
