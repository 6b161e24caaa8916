"""The opinion of scenario S1, as ``spec: routes 5.6`` has it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from honorarios.routing.document import as_dict
from honorarios.routing.explain import account_of, as_text
from honorarios.routing.limits import Limit
from honorarios.routing.ranking import Weighed, rank
from honorarios.routing.reasons import Rule, Standing, closes
from honorarios.routing.routes import Route
from tests.routing.test_ranking import options, s1, weighed


def test_the_opinion_says_what_why_how_much_and_what_would_change_it() -> None:
    closed = replace(
        weighed(Route.PRIVATE, 1, ("0", "0", 0, 0), standing=Standing.INELIGIBLE),
        reasons=(closes(Rule.COVERED_BY_ACCREDITATION),),
    )
    limit = Limit("a taxa do hospital cair de 8 % para 5,44 % ou menos.")
    told = as_text(rank([*s1(), closed]), (limit,)).splitlines()
    assert told == [
        "Sugestão: Cooperativa: líquido esperado R$ 1.554,03 (valor de hoje), prazo médio de 64 dias depois da apresentação.",
        (
            "Por quê: repasse hospitalar renderia R$ 6,59 a mais, dentro da margem de empate; cooperativa"
            " tem menos glosa (8 % contra 12 %)."
        ),
        (
            "Conta: valor bruto R$ 2.000,00 – glosa inicial R$ 160,00 + recuperação em recurso R$ 96,00"
            " – taxa de quem repassa R$ 96,80 – tributos R$ 245,17 – ajuste pelo prazo e pelo risco"
            " R$ 40,00 = R$ 1.554,03"
        ),
        "Muda se: a taxa do hospital cair de 8 % para 5,44 % ou menos.",
        (
            "Descartada: Particular: O médico é credenciado e o código tem cobertura: não pode cobrar do"
            " paciente. (E12)"
        ),
    ]


def test_the_same_for_programs() -> None:
    told = as_dict(rank(s1()))
    assert told["recommended"] == "cooperative"
    assert told["tied"] == ["cooperative", "repasse"]
    assert told["lenses"] == {"most": "repasse", "soonest": "accredited", "safest": "cooperative"}
    assert [one["expected"] for one in told["covered"]] == [155_403, 156_062, 147_615]


def test_without_an_open_route_it_says_so() -> None:
    assert as_text(rank([])) == "Nenhuma via coberta está aberta."


@given(options)
def test_the_lines_of_the_account_add_up_to_its_total(one: Weighed) -> None:
    assert sum(line.centavos for line in account_of(one.value)) == one.value.expected
