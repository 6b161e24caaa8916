"""Each rule of eligibility where it just holds, by its id and code (``spec: routes 5.2``).

What fails is in :mod:`tests.routing.test_eligibility`; here is the nearest case that passes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from honorarios.routing.eligibility import reasons, standing
from honorarios.routing.facts import Fact, FactStatus
from honorarios.routing.option import Character, UpgradeReason
from honorarios.routing.reasons import Rule, Standing
from honorarios.routing.routes import Route
from tests.routing.test_eligibility import CASE, CLOSED, FAILING, NO, OPTIONS, PRESUMED, TODAY, YES

A, R, C, P, D = OPTIONS
ADMITTED = CASE.admitted_on
URGENT = {"character": Character.URGENT}
ONLY_URGENT = {"characters": frozenset({Character.URGENT})}
UNTIL_TODAY = Fact(name="até hoje", status=FactStatus.CONFIRMED, expires_on=TODAY)

# Rule, its codes that don't come up, route, what is changed of the option, what is changed of the case.
PASSING: list[tuple[str, tuple[str, ...], Route, dict[str, Any], dict[str, Any]]] = [
    ("E1", ("SEM_CREDENCIAMENTO",), A, {"accredited": YES}, {}),
    ("E2", ("ESCOPO_CONSULTA",), A, {"consultation_only": NO}, {}),
    ("E2", ("ESCOPO_CONSULTA",), R, {"consultation_only": YES}, {}),
    ("E3", ("SEM_ACORDO", "ACORDO_DESCONHECIDO"), R, {"agreement": YES}, {}),
    (
        "E3b",
        ("HONORARIO_NAO_SOLICITADO",),
        R,
        {"fees_requested": PRESUMED, "repasse_requested": PRESUMED},
        {},
    ),
    ("E4", ("SOMENTE_URGENCIA",), R, ONLY_URGENT, URGENT),
    (
        "E5",
        ("CREDENCIADO_DIRETO_VALIDAR",),
        R,
        {"accredited": YES, "exclusive": NO, "accepts_direct": YES},
        {},
    ),
    ("E6", ("REGRA_DENTRO_FORA",), R, {"allowed_by_side": True}, {}),
    ("E7", ("INCLUSO_EM_PACOTE",), R, {"in_package": True}, {}),
    (
        "E8",
        ("SEM_FILIACAO", "SEM_CONTRATO_COOP"),
        C,
        {"member": YES, "contract": YES, "hospital_accepts": YES},
        {},
    ),
    ("E8b", ("COOP_COM_REPASSE",), C, {"repasse_open": NO}, {}),
    ("E8b", ("COOP_COM_REPASSE",), C, {"repasse_open": YES, "accepted_beside_repasse": YES}, {}),
    ("E9", ("ESPECIALIDADE_COOP",), C, {"serves_role": True}, {}),
    ("E9", ("ESPECIALIDADE_COOP",), A, {"serves_role": False}, {}),
    ("E10", ("PRAZO_VENCIDO",), R, {"deliver_until": TODAY}, {}),
    ("E10", ("PRAZO_VENCIDO",), R, {"deliver_until": None, "has_deadline": False}, {}),
    ("E11", ("SENHA_VENCIDA",), A, {}, {"senha_valid_until": CASE.surgery_on}),
    ("E11", ("CODIGO_NAO_AUTORIZADO",), A, {"authorised": True}, {}),
    ("E12", ("CREDENCIADO_COBERTO",), P, {"accredited": YES, "covered": NO}, {}),
    ("E12", ("CREDENCIADO_COBERTO",), P, {"accredited": NO, "covered": YES}, {}),
    ("E13", ("SEM_TERMO_PREVIO",), P, {}, {"budget_signed_on": ADMITTED}),
    ("E14", ("URGENCIA_SEM_NEGOCIACAO",), P, {"covered_route_exists": True}, {}),
    ("E14", ("URGENCIA_SEM_NEGOCIACAO",), A, {"covered_route_exists": True}, URGENT),
    (
        "E15",
        ("SEM_UPGRADE", "FALTA_DE_LEITO"),
        D,
        {},
        {"upgrade": UpgradeReason.PATIENTS_OPTION},
    ),
    ("E15", ("SEM_UPGRADE", "FALTA_DE_LEITO"), A, {}, {"upgrade": UpgradeReason.NO_BED}),
    ("E16", ("SEM_TERMO_PREVIO",), D, {}, {"consent_signed_on": ADMITTED}),
    ("E16", ("CONTRATO_VEDA",), D, {"forbids_complement": NO}, {}),
    ("E16", ("CONTRATO_VEDA",), A, {"forbids_complement": YES}, {}),
    ("E17", ("COMPLEMENTO_VEDADO",), D, {}, {"is_public": False}),
    ("E17", ("COMPLEMENTO_VEDADO",), A, {}, {"is_public": True}),
    ("E18", ("TIPO_RECEBEDOR",), C, {"accepts_legal": NO, "is_legal_person": False}, {}),
    ("E18", ("TIPO_RECEBEDOR",), C, {"accepts_natural": NO, "is_legal_person": True}, {}),
    ("E19", ("JA_COBRADO",), R, {"claimed_by": Route.REPASSE}, {}),
    (
        "E19",
        ("JA_COBRADO",),
        C,
        {"through": "coop-a", "claimed_by": C, "claimed_through": "coop-a"},
        {},
    ),
    ("E20", ("FATO_VENCIDO",), C, {"member": UNTIL_TODAY}, {}),
]


@pytest.mark.parametrize(
    ("rule", "codes", "route", "option", "case"),
    PASSING,
    ids=[f"{one[0]}-{one[2].name.lower()}-{'-'.join(one[1])}-{n}" for n, one in enumerate(PASSING)],
)
def test_a_rule_that_just_holds_says_nothing(
    rule: str,
    codes: tuple[str, ...],
    route: Route,
    option: dict[str, Any],
    case: dict[str, Any],
) -> None:
    assert {one.code for one in Rule if one.rule == rule} >= set(codes)
    told = replace(CASE, **case), replace(OPTIONS[route], **option)
    assert reasons(*told) == ()
    assert standing(*told) is Standing.ELIGIBLE


def test_every_code_of_every_rule_has_a_case_that_fails_and_one_that_passes() -> None:
    # A missing fact may be any rule's: it is no rule of its own.
    every = {(one.rule, one.code) for one in Rule if one is not Rule.MISSING_DATA}
    assert every - {(one[0], one[4]) for one in FAILING} == set()
    assert every == {(one[0], code) for one in PASSING for code in one[1]}


@pytest.mark.parametrize(
    ("route", "option", "code"),
    [
        (C, {"through": "coop-a", "claimed_by": C, "claimed_through": "coop-b"}, "JA_COBRADO"),
        (C, {"accepts_natural": NO}, "TIPO_RECEBEDOR"),
        (R, {"in_package": False, "allowed_by_side": False}, "REGRA_DENTRO_FORA"),
        (P, {"in_package": True}, "INCLUSO_EM_PACOTE"),
        (C, {"deliver_until": TODAY - timedelta(days=1)}, "PRAZO_VENCIDO"),
    ],
)
def test_what_closes_one_route_closes_its_like(
    route: Route, option: dict[str, Any], code: str
) -> None:
    (found,) = reasons(CASE, replace(OPTIONS[route], **option))
    assert (found.rule.code, found.standing) == (code, CLOSED)


def test_the_worst_rule_is_the_options_standing_and_all_are_told() -> None:
    option = replace(
        OPTIONS[R], agreement=PRESUMED, fees_requested=NO, deliver_until=date(2026, 11, 1)
    )
    found = reasons(CASE, option)
    # Contract before clock, as the rules are ordered; what only asks never hides what closes.
    assert [one.rule.code for one in found] == [
        "ACORDO_DESCONHECIDO",
        "HONORARIO_NAO_SOLICITADO",
        "PRAZO_VENCIDO",
    ]
    assert standing(CASE, option) is Standing.INELIGIBLE
