"""Who is paid and who is not: assistants, scrub assistant, anaesthesia, steps of another act."""

from __future__ import annotations

from typing import Any

import pytest

from honorarios.core.vocabulary import Role
from tests.surgery.making import (
    ANAESTHETIST,
    FIRST,
    SURGEON,
    Row,
    agreement,
    brl,
    findings_of,
    porte,
    quoted,
    rules_of,
    totals,
)

SECOND = {"role": "second_assistant"}
SCRUB = {"role": "scrub_assistant"}
ASSISTANT = {"role": "anaesthetist_assistant"}
PORTES = {"3A": 300, "4C": 400, "7A": 900, "8A": 1000, "10C": 1500, "7C": 700, "3C": 310}


def test_assistants_are_counted_by_the_act_of_highest_porte() -> None:
    rows = [porte("1000", "7A", assistants=3), porte("2000", "8A", assistants=1)]
    acts = [{"code": "1000", "access_route": "same"}, {"code": "2000"}]
    priced = quoted(agreement(rows, portes=PORTES), acts, [SURGEON, FIRST, SECOND])
    assert findings_of(priced) == ["SUR-EXTRA-ASSISTANT"]
    assert "2000" in priced.suggestion.findings[0].message
    assert len(totals(priced)) == 6


@pytest.mark.parametrize(
    ("assistants", "found"), [(None, []), (0, ["SUR-EXTRA-ASSISTANT"]), (1, [])]
)
def test_no_number_of_assistants_is_not_a_number_of_none(
    assistants: int | None, found: list[str]
) -> None:
    rows = [porte("1000", "7A", assistants=assistants)]
    priced = quoted(agreement(rows, portes=PORTES), [{"code": "1000"}], [SURGEON, FIRST])
    assert findings_of(priced) == found


def test_a_scrub_assistant_is_paid_only_by_contract() -> None:
    rows = [porte("1000", "7A"), brl("2000", "50", role=Role.SCRUB_ASSISTANT), porte("2000", "8A")]
    unpaid = quoted(agreement(rows, portes=PORTES), [{"code": "1000"}], [SURGEON, SCRUB])
    assert totals(unpaid) == {"1/1": 90_000}
    assert rules_of(unpaid.suggestion, "1/2")[-1] == "scrub_unpaid"
    assert findings_of(unpaid) == ["SUR-SCRUB-NOT-IN-CONTRACT"]
    by_price = quoted(agreement(rows, portes=PORTES), [{"code": "2000"}], [SCRUB])
    assert totals(by_price) == {"1/1": 5_000}
    by_standard = agreement(rows, portes=PORTES, rules={"roles": {"scrub_assistant": "13.393"}})
    assert totals(quoted(by_standard, [{"code": "1000"}], [SCRUB])) == {"1/1": 12_054}


def test_local_anaesthesia_has_no_anaesthetist() -> None:
    rows = [porte("1000", "7A", anaesthetic_porte="0"), porte("2000", "3A", anaesthetic_porte="1")]
    compiled = agreement(rows, portes=PORTES)
    alone = quoted(compiled, [{"code": "1000"}], [SURGEON, ANAESTHETIST])
    assert totals(alone) == {"1/1": 90_000}
    assert findings_of(alone) == ["SUR-LOCAL-ANAESTHESIA"]
    both = quoted(compiled, [{"code": "1000"}, {"code": "2000"}], [ANAESTHETIST])
    assert totals(both) == {"2/1": 30_000}
    assert rules_of(both.suggestion, "1/1") == ["anaesthesia_local"]
    assert both.suggestion.findings == ()


def test_an_act_without_anaesthetic_porte_takes_the_code_of_its_own() -> None:
    own = porte("31602347", "4C", anaesthetic_porte="3")
    compiled = agreement([porte("1000", "7A"), own], portes=PORTES)
    priced = quoted(compiled, [{"code": "1000"}], [SURGEON, ANAESTHETIST])
    assert totals(priced) == {"1/1": 90_000, "1/2": 40_000}
    assert priced.lines[1].suggested.line["code"] == "31602347"
    assert "anaesthesia_code" in rules_of(priced.suggestion, "1/2")
    without = quoted(
        agreement([porte("1000", "7A")], portes=PORTES), [{"code": "1000"}], [ANAESTHETIST]
    )
    assert totals(without) == {}
    assert findings_of(without) == ["SUR-NO-ANAESTHESIA"]


def test_a_standard_that_pays_only_the_highest_anaesthetic_porte() -> None:
    rows = [porte("1000", "7A", anaesthetic_porte="3"), porte("2000", "8A", anaesthetic_porte="5")]
    compiled = agreement(rows, portes=PORTES, rules={"anaesthesia": {"highest_only": True}})
    acts = [{"code": "1000", "access_route": "same"}, {"code": "2000"}]
    priced = quoted(compiled, acts, [ANAESTHETIST])
    assert totals(priced) == {"2/1": 70_000}
    assert rules_of(priced.suggestion, "1/1") == ["anaesthesia_highest"]


@pytest.mark.parametrize(
    ("anaesthetic_porte", "end", "called"),
    [
        ("7", None, True),
        ("5", None, False),
        ("5", "2025-03-12 16:00", False),
        ("5", "2025-03-12 16:01", True),
    ],
)
def test_what_calls_an_assistant_of_the_anaesthetist(
    anaesthetic_porte: str, end: str | None, *, called: bool
) -> None:
    rows = [porte("1000", "7A", anaesthetic_porte=anaesthetic_porte)]
    compiled = agreement(rows, portes=PORTES)
    more: dict[str, Any] = {} if end is None else {"end": end}
    with_one = quoted(compiled, [{"code": "1000"}], [ANAESTHETIST, ASSISTANT], **more)
    first, second = totals(with_one).values()
    assert first is not None
    assert second == first * 60 // 100
    assert findings_of(with_one) == ([] if called else ["SUR-ASSISTANT-UNCALLED"])
    assert ("assistant_called" in rules_of(with_one.suggestion, "1/2")) is called
    alone = quoted(compiled, [{"code": "1000"}], [ANAESTHETIST], **more)
    assert ("assistant_fits" in rules_of(alone.suggestion, "1/1")) is called


def test_the_assistant_takes_part_in_every_act_of_the_anaesthetist() -> None:
    rows = [porte("1000", "7A", anaesthetic_porte="7"), porte("2000", "8A", anaesthetic_porte="2")]
    acts = [{"code": "1000"}, {"code": "2000", "access_route": "same"}]
    priced = quoted(agreement(rows, portes=PORTES), acts, [ASSISTANT, ANAESTHETIST])
    assert totals(priced) == {"1/1": 90_000, "1/2": 150_000, "2/1": 9_300, "2/2": 15_500}


def test_a_step_of_another_act_is_not_billed() -> None:
    rows = [porte("1000", "8A", includes="2000"), porte("2000", "7A")]
    compiled = agreement(rows, portes=PORTES)
    priced = quoted(compiled, [{"code": "2000"}, {"code": "1000"}], [SURGEON, FIRST])
    assert totals(priced) == {"2/1": 100_000, "2/2": 60_000}
    assert rules_of(priced.suggestion, "1/2") == ["step_of"]
    assert rules_of(priced.suggestion, "2/1") == ["only_act"]
    # Another team's act is no step of ours.
    acts = [{"code": "2000", "team": "b"}, {"code": "1000"}]
    assert totals(quoted(compiled, acts, [SURGEON, SURGEON | {"team": "b"}])) == {
        "1/2": 90_000,
        "2/1": 100_000,
    }


def test_of_two_acts_that_include_each_other_the_first_in_order_stays() -> None:
    rows = [porte("1000", "8A", includes="2000"), porte("2000", "7A", includes="1000")]
    compiled = agreement(rows, portes=PORTES)
    assert totals(quoted(compiled, [{"code": "2000"}, {"code": "1000"}], [SURGEON])) == {
        "2/1": 100_000
    }


def test_what_the_user_bills_is_billed() -> None:
    rows = [porte("1000", "8A", includes="2000"), porte("2000", "7A")]
    compiled = agreement(rows, portes=PORTES)
    acts: list[Row] = [{"code": "2000", "billed": True, "access_route": "same"}, {"code": "1000"}]
    priced = quoted(compiled, acts, [SURGEON])
    assert totals(priced) == {"1/1": 45_000, "2/1": 100_000}
    assert "billed" in rules_of(priced.suggestion, "1/1")
    acts = [{"code": "2000"}, {"code": "1000", "billed": False}]
    priced = quoted(compiled, acts, [SURGEON])
    assert totals(priced) == {"1/1": 90_000}
    assert rules_of(priced.suggestion, "2/1") == ["not_billed"]


def test_iamspe_counts_the_role_only() -> None:
    rows = [brl("1000", "500"), brl("2000", "300")]
    compiled = agreement(rows, rules={"roles": {}}, kind="IAMSPE")
    acts = [{"code": "1000"}, {"code": "2000", "access_route": "same", "laterality": "both"}]
    priced = quoted(compiled, acts, [SURGEON, FIRST, SECOND])
    assert list(totals(priced).values()) == [50_000, 15_000, 10_000, 30_000, 9_000, 6_000]
    assert rules_of(priced.suggestion, "2/2")[-2:] == ["role_only", "assistant_reduced"]


def test_a_bed_that_the_contract_lacks_is_told_with_those_that_it_has() -> None:
    terms = {"accommodation": [{"type": "ward", "factor": 1}, {"type": "suite", "factor": 2}]}
    catalogue = agreement([brl("1000", "10")], terms=terms)
    acts = [{"code": "1000"}, {"code": "1000"}]
    priced = quoted(catalogue, acts, [SURGEON], accommodation="Apto")
    assert findings_of(priced).count("SUR-NO-ACCOMMODATION-FACTOR") == 1
    finding = next(one for one in priced.suggestion.findings if "“Apto”" in one.message)
    assert finding.tip == "Ele tem: Enfermaria (ward), suite."
    for word in ("Enfermaria", "Suíte"):
        priced = quoted(catalogue, acts[:1], [SURGEON], accommodation=word)
        assert findings_of(priced) == []
        assert all(line.centavos for line in priced.lines)
