"""Each rule of eligibility, passing and failing, by its id (``spec: routes 5.2``)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from honorarios.routing.eligibility import reasons, standing
from honorarios.routing.facts import Fact, FactStatus, known
from honorarios.routing.option import Case, Character, Option, UpgradeReason
from honorarios.routing.reasons import Standing
from honorarios.routing.routes import Route

YES = known("sim", holds=True)
NO = known("não", holds=False)
NOBODY_KNOWS = Fact(name="não se sabe")
PRESUMED = Fact(name="presumido", status=FactStatus.PRESUMED)
TODAY = date(2026, 11, 23)
CASE = Case(
    today=TODAY,
    surgery_on=date(2026, 12, 1),
    admitted_on=date(2026, 11, 30),
    upgrade=UpgradeReason.PATIENTS_OPTION,
    senha_valid_until=date(2026, 12, 20),
    consent_signed_on=date(2026, 11, 20),
    budget_signed_on=date(2026, 11, 20),
    knew_of_network=True,
)
OPEN: dict[str, Any] = {
    "authorised": True,
    "deliver_until": date(2026, 12, 31),
    "accepts_legal": YES,
    "accepts_natural": YES,
    "consultation_only": NO,
    "forbids_complement": NO,
    "serves_role": True,
}
OPTIONS = {
    Route.ACCREDITED: Option(route=Route.ACCREDITED, **OPEN, accredited=YES),
    Route.REPASSE: Option(
        route=Route.REPASSE,
        **OPEN,
        accredited=NO,
        agreement=YES,
        fees_requested=YES,
        repasse_requested=YES,
    ),
    Route.COOPERATIVE: Option(
        route=Route.COOPERATIVE,
        **OPEN,
        member=YES,
        contract=YES,
        hospital_accepts=YES,
        repasse_open=NO,
    ),
    Route.PRIVATE: Option(route=Route.PRIVATE, **OPEN, accredited=NO, covered=YES),
    Route.CLASS_DIFFERENCE: Option(route=Route.CLASS_DIFFERENCE, **OPEN),
}
A, R, C, P, D = OPTIONS
CLOSED, ASKS = Standing.INELIGIBLE, Standing.CONDITIONAL

# Rule, route, what is changed of the option, what is changed of the case, code, standing.
FAILING: list[tuple[str, Route, dict[str, Any], dict[str, Any], str, Standing]] = [
    ("E1", A, {"accredited": NO}, {}, "SEM_CREDENCIAMENTO", CLOSED),
    ("E1", A, {"accredited": NOBODY_KNOWS}, {}, "DADO_FALTANTE", ASKS),
    ("E2", A, {"consultation_only": YES}, {}, "ESCOPO_CONSULTA", CLOSED),
    ("E3", R, {"agreement": NO}, {}, "SEM_ACORDO", CLOSED),
    ("E3", R, {"agreement": NOBODY_KNOWS}, {}, "ACORDO_DESCONHECIDO", ASKS),
    ("E3", R, {"agreement": PRESUMED}, {}, "ACORDO_DESCONHECIDO", ASKS),
    ("E3b", R, {"fees_requested": NO}, {}, "HONORARIO_NAO_SOLICITADO", ASKS),
    ("E3b", R, {"repasse_requested": NOBODY_KNOWS}, {}, "HONORARIO_NAO_SOLICITADO", ASKS),
    ("E4", R, {"characters": frozenset({Character.URGENT})}, {}, "SOMENTE_URGENCIA", CLOSED),
    (
        "E20",
        C,
        {"repasse_open": replace(NO, expires_on=date(2026, 11, 22))},
        {},
        "FATO_VENCIDO",
        ASKS,
    ),
    (
        "E5",
        R,
        {"accredited": YES, "exclusive": YES},
        {},
        "CREDENCIADO_DIRETO_VALIDAR",
        ASKS,
    ),
    (
        "E5",
        R,
        {"accredited": YES, "exclusive": NO},
        {},
        "CREDENCIADO_DIRETO_VALIDAR",
        ASKS,
    ),
    ("E6", R, {"allowed_by_side": False}, {}, "REGRA_DENTRO_FORA", CLOSED),
    ("E7", A, {"in_package": True}, {}, "INCLUSO_EM_PACOTE", CLOSED),
    ("E8", C, {"member": NO}, {}, "SEM_FILIACAO", CLOSED),
    ("E8", C, {"contract": NO}, {}, "SEM_CONTRATO_COOP", CLOSED),
    ("E8", C, {"hospital_accepts": NOBODY_KNOWS}, {}, "SEM_CONTRATO_COOP", ASKS),
    ("E8b", C, {"repasse_open": YES}, {}, "COOP_COM_REPASSE", ASKS),
    ("E9", C, {"serves_role": False}, {}, "ESPECIALIDADE_COOP", CLOSED),
    ("E9", C, {"serves_role": None}, {}, "DADO_FALTANTE", ASKS),
    ("E10", R, {"deliver_until": date(2026, 11, 22)}, {}, "PRAZO_VENCIDO", CLOSED),
    ("E10", R, {"deliver_until": None}, {}, "DADO_FALTANTE", ASKS),
    ("E11", A, {}, {"senha_valid_until": date(2026, 11, 30)}, "SENHA_VENCIDA", ASKS),
    ("E11", A, {"authorised": False}, {}, "CODIGO_NAO_AUTORIZADO", ASKS),
    ("E11", A, {}, {"senha_valid_until": None}, "DADO_FALTANTE", ASKS),
    ("E12", P, {"accredited": YES}, {}, "CREDENCIADO_COBERTO", CLOSED),
    ("E12", P, {"accredited": NOBODY_KNOWS}, {}, "DADO_FALTANTE", ASKS),
    ("E13", P, {}, {"budget_signed_on": None}, "SEM_TERMO_PREVIO", ASKS),
    ("E13", P, {}, {"budget_signed_on": date(2026, 12, 1)}, "SEM_TERMO_PREVIO", ASKS),
    ("E13", P, {}, {"knew_of_network": None}, "SEM_TERMO_PREVIO", ASKS),
    (
        "E14",
        P,
        {"covered_route_exists": True},
        {"character": Character.URGENT},
        "URGENCIA_SEM_NEGOCIACAO",
        CLOSED,
    ),
    ("E14", P, {}, {"character": Character.URGENT}, "URGENCIA_SEM_NEGOCIACAO", ASKS),
    ("E14", D, {}, {"character": Character.URGENT}, "URGENCIA_SEM_NEGOCIACAO", ASKS),
    ("E15", D, {}, {"upgrade": UpgradeReason.NO_BED}, "FALTA_DE_LEITO", CLOSED),
    ("E15", D, {}, {"upgrade": UpgradeReason.NONE}, "SEM_UPGRADE", CLOSED),
    ("E15", D, {}, {"upgrade": UpgradeReason.MEDICAL}, "SEM_UPGRADE", CLOSED),
    ("E16", D, {"forbids_complement": YES}, {}, "CONTRATO_VEDA", CLOSED),
    ("E16", D, {"forbids_complement": NOBODY_KNOWS}, {}, "DADO_FALTANTE", ASKS),
    ("E16", D, {}, {"consent_signed_on": None}, "SEM_TERMO_PREVIO", ASKS),
    ("E16", D, {}, {"consent_signed_on": date(2026, 12, 1)}, "SEM_TERMO_PREVIO", CLOSED),
    (
        "E16",
        D,
        {},
        {"admitted_on": None, "consent_signed_on": date(2026, 12, 2)},
        "SEM_TERMO_PREVIO",
        CLOSED,
    ),
    ("E17", D, {}, {"is_public": True}, "COMPLEMENTO_VEDADO", CLOSED),
    ("E17", P, {}, {"is_public": True}, "COMPLEMENTO_VEDADO", CLOSED),
    ("E18", C, {"accepts_legal": NO, "is_legal_person": True}, {}, "TIPO_RECEBEDOR", CLOSED),
    ("E19", R, {"claimed_by": Route.ACCREDITED}, {}, "JA_COBRADO", CLOSED),
    (
        "E20",
        C,
        {
            "member": Fact(
                name="filiação", status=FactStatus.CONFIRMED, expires_on=date(2026, 11, 22)
            )
        },
        {},
        "FATO_VENCIDO",
        ASKS,
    ),
]


@pytest.mark.parametrize("route", OPTIONS)
def test_with_every_fact_at_hand_every_route_is_open(route: Route) -> None:
    assert reasons(CASE, OPTIONS[route]) == ()


@pytest.mark.parametrize(
    ("rule", "route", "option", "case", "code", "expected"),
    FAILING,
    ids=[f"{one[0]}-{one[1].name.lower()}-{one[4]}-{n}" for n, one in enumerate(FAILING)],
)
def test_a_rule_that_fails_says_so_by_its_code(
    rule: str,
    route: Route,
    option: dict[str, Any],
    case: dict[str, Any],
    code: str,
    expected: Standing,
) -> None:
    found = reasons(replace(CASE, **case), replace(OPTIONS[route], **option))
    assert [reason.rule.code for reason in found] == [code]
    assert found[0].standing is expected
    assert found[0].rule.rule in {rule, "E0"}
    assert standing(replace(CASE, **case), replace(OPTIONS[route], **option)) is expected


def test_every_rule_of_the_list_has_a_case_that_fails() -> None:
    listed = {f"E{number}" for number in range(1, 21)} | {"E3b", "E8b"}
    assert {one[0] for one in FAILING} == listed


@pytest.mark.parametrize("agreement", [PRESUMED, NOBODY_KNOWS])
def test_an_agreement_that_nobody_confirmed_closes_no_character(agreement: Fact) -> None:
    only = replace(OPTIONS[R], agreement=agreement, characters=frozenset({Character.URGENT}))
    found = reasons(CASE, only)
    assert [(one.rule.rule, one.standing) for one in found] == [("E3", ASKS), ("E4", ASKS)]


def test_after_the_surgery_a_consent_that_was_not_signed_closes_the_difference() -> None:
    late = replace(CASE, surgery_on=date(2026, 11, 22), admitted_on=None, consent_signed_on=None)
    (found,) = reasons(late, OPTIONS[D])
    assert (found.rule.code, found.standing) == ("SEM_TERMO_PREVIO", CLOSED)


@pytest.mark.parametrize("route", Route)
def test_what_is_not_known_never_closes_a_route(route: Route) -> None:
    bare = Case(today=TODAY, surgery_on=TODAY, upgrade=UpgradeReason.PATIENTS_OPTION)
    assert standing(bare, Option(route=route)) is Standing.CONDITIONAL


def test_a_class_difference_hangs_on_a_claim_and_is_none_of_its_own() -> None:
    claimed = replace(OPTIONS[D], claimed_by=Route.ACCREDITED)
    assert standing(CASE, claimed) is Standing.ELIGIBLE


def test_a_direct_accreditation_may_go_by_repasse_where_hospital_and_contract_agree() -> None:
    agreed = replace(OPTIONS[R], accredited=YES, exclusive=NO, accepts_direct=YES)
    assert standing(CASE, agreed) is Standing.ELIGIBLE


def test_beside_a_repasse_a_cooperative_that_was_confirmed_is_open() -> None:
    confirmed = replace(OPTIONS[C], repasse_open=YES, accepted_beside_repasse=YES)
    assert standing(CASE, confirmed) is Standing.ELIGIBLE
