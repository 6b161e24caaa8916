"""Automatic fees by anaesthetic porte: spec 3.4b, every condition alone."""

from __future__ import annotations

from honorarios.core.vocabulary import LineKind, ProcedureKind, Role, Side
from honorarios.launching.launch import launch
from honorarios.launching.model import Recorded, Request, SideRule
from tests.launching.making import (
    APARTMENT,
    EXAM,
    FACILITY_FEE,
    FEMALE_SURGERY,
    LONG_AGO,
    SATURDAY,
    attendance,
    context,
    entry,
    found,
    launched,
    part,
    pricer,
    the_line,
)

WITH_FEES = context(part=part(contract="taxas"))


def test_t34b_the_act_of_a_surgeon_brings_its_fee() -> None:
    outcome = launched(entry(cost_centre="cc-1"), WITH_FEES)
    assert outcome.findings == ()
    act, fee = outcome.lines
    assert (act.code, act.automatic_of, act.total) == ("31003079", None, 41000)
    assert (fee.code, fee.automatic_of, fee.total, fee.quantity) == (FACILITY_FEE, 0, 56000, 1)
    assert (fee.line_kind, fee.role, fee.provider) == (LineKind.FACILITY_FEE, None, None)
    assert (fee.start, fee.cost_centre) == (act.start, "cc-1")
    assert fee.kept["code"] == FACILITY_FEE


def test_t34b_one_fee_whatever_the_quantity() -> None:
    _, fee = launched(entry(quantity=3), WITH_FEES).lines
    assert (fee.quantity, fee.total) == (1, 56000)


def test_t34b_contract_without_the_flag() -> None:
    assert len(launched(entry()).lines) == 1


def test_t34b_row_without_an_anaesthetic_porte() -> None:
    assert len(launched(entry(code=EXAM), WITH_FEES).lines) == 1


def test_t34b_only_on_insertion() -> None:
    recorded = Recorded(key=1, line=the_line(launched(entry())), part="parcial")
    outcome = launch([Request(entry(), WITH_FEES, replaces=recorded)], pricer())[0]
    assert len(outcome.lines) == 1


def test_t34b_only_of_the_surgeon() -> None:
    assert len(launched(entry(role=Role.FIRST_ASSISTANT), WITH_FEES).lines) == 1


def test_t34b_only_of_the_principal_procedure() -> None:
    secondary = entry(procedure_kind=ProcedureKind.SECONDARY)
    assert len(launched(secondary, WITH_FEES).lines) == 1


def test_t34b_fee_without_a_price_is_a_warning_and_the_act_stays() -> None:
    outcome = launched(entry(code=FEMALE_SURGERY), WITH_FEES)
    assert found(outcome) == ["LAN-FEE-NO-PRICE"]
    assert outcome.findings[0].message == (
        "Taxa 60023147, do porte anestésico 5, não lançada: Código em nenhuma tabela do catálogo."
    )
    assert [line.code for line in outcome.lines] == [FEMALE_SURGERY]


def test_t34b_no_factor_of_the_act_touches_the_fee() -> None:
    emergency = context(
        part=part(contract="taxas"),
        attendance=attendance(is_emergency=True),
        stays=(APARTMENT,),
    )
    act, fee = launched(entry(start=SATURDAY), emergency).lines
    assert (act.total, fee.total) == (106600, 56000)


def test_t34b_a_refused_act_brings_nothing() -> None:
    outcome = launched(entry(provider="ninguém"), WITH_FEES)
    assert outcome.blocked
    assert outcome.lines == ()


def test_t34b_a_facility_fee_is_never_outside_the_account() -> None:
    rule = SideRule(side=Side.OUTSIDE, valid_from=LONG_AGO)
    where = context(part=part(contract="taxas"), side_rules=(rule,))
    act, fee = launched(entry(), where).lines
    assert (act.outside_stored, fee.outside_stored) == (True, False)
