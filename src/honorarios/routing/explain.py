"""The opinion on a claim: what is recommended, why, its account, what would change it (5.6).

One document feeds text, screen, print and JSON: every amount of it is whole centavos, and the lines of its
account add up to its total.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from honorarios.core.money import format_brl
from honorarios.routing.ranking import Lens
from honorarios.routing.reasons import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from honorarios.routing.ranking import Ranking, Weighed
    from honorarios.routing.value import Valuation

VERSION: Final = "honorarios.route/1"
"""Of the JSON form."""
LENS_WORDS: Final = {
    Lens.MOST: "Maior líquido esperado",
    Lens.SOONEST: "Mais rápido",
    Lens.SAFEST: "Mais seguro",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the account: what it is, and its centavos with their sign."""

    label: str
    centavos: int


@dataclass(frozen=True, slots=True)
class Limit:
    """How far an input may move before the advice changes."""

    sentence: str


def account_of(value: Valuation) -> tuple[Line, ...]:
    """The lines from the gross value to the expected one; they add up to it."""
    lines = (
        Line("Valor bruto", value.gross),
        Line("Glosa inicial", -value.denied),
        Line("Recuperação em recurso", value.recovered),
        Line("Taxa de quem repassa", -value.fee),
        Line("Tributos", -value.tax),
        Line("Serviço", -value.service),
        Line("Ajuste pelo prazo e pelo risco", value.delay),
    )
    return tuple(line for line in lines if line.centavos or line.label == "Valor bruto")


def as_text(ranking: Ranking, limits: tuple[Limit, ...] = ()) -> str:
    """The opinion in Portuguese, a paragraph a line."""
    return "\n".join(_paragraphs(ranking, limits))


def as_dict(ranking: Ranking, limits: tuple[Limit, ...] = ()) -> dict[str, Any]:
    """The same, for programs."""
    best, sure = ranking.best, ranking.sure
    return {
        "version": VERSION,
        "recommended": None if best is None else best.option.route.code_name,
        "recommended_without_conditions": None if sure is None else sure.option.route.code_name,
        "tied": [one.option.route.code_name for one in ranking.tied],
        "lenses": {
            lens.value: chosen.option.route.code_name
            for lens in Lens
            if (chosen := ranking.by(lens)) is not None
        },
        "covered": [_option(one) for one in ranking.covered],
        "patient": [_option(one) for one in ranking.patient],
        "closed": [_option(one) for one in ranking.closed],
        "dominated": [one.option.route.code_name for one in ranking.dominated],
        "changes_if": [limit.sentence for limit in limits],
    }


def _option(one: Weighed) -> dict[str, Any]:
    return {
        "route": one.option.route.code_name,
        "standing": one.standing.name.lower(),
        "expected": one.value.expected,
        "nominal": one.value.nominal,
        "mean_days": str(one.value.mean_days),
        "account": [
            {"label": line.label, "centavos": line.centavos} for line in account_of(one.value)
        ],
        "reasons": [
            {
                "rule": reason.rule.rule,
                "code": reason.rule.code,
                "standing": reason.standing.name.lower(),
                "text": reason.text,
                "asks": []
                if reason.fact is None
                else [contact.value for contact in reason.fact.asks],
            }
            for reason in one.reasons
        ],
    }


def _paragraphs(ranking: Ranking, limits: tuple[Limit, ...]) -> Iterator[str]:
    best = ranking.best
    if best is None:
        yield "Nenhuma via coberta está aberta."
    else:
        yield (
            f"Sugestão: {_name(best)}: líquido esperado {format_brl(best.value.expected)}"
            f" (valor de hoje), prazo médio de {_whole(best.value.mean_days)} dias."
        )
        yield f"Por quê: {_why(ranking, best)}"
        yield f"Conta: {_sum(best)}"
    yield from (f"Muda se: {limit.sentence}" for limit in limits)
    if best is not None:
        yield from _conditions(ranking, best)
    for one in ranking.patient:
        told = format_brl(one.value.expected)
        yield f"Opção do paciente: {_name(one)}, {told}. Nunca é sugerida no lugar da cobertura."
    for one in ranking.closed:
        yield f"Descartada: {_name(one)}: {_causes(one)}"


def _why(ranking: Ranking, best: Weighed) -> str:
    others = [one for one in ranking.covered if one is not best]
    if not others:
        return "é a única via coberta aberta."
    ahead = max(others, key=lambda one: one.value.expected)
    apart = ahead.value.expected - best.value.expected
    if apart > 0:
        return (
            f"{_name(ahead).lower()} renderia {format_brl(apart)} a mais, dentro da margem de empate;"
            f" {_name(best).lower()} tem {_edge(best, ahead)}."
        )
    return f"rende {format_brl(-apart)} a mais que {_name(ahead).lower()}, a via seguinte."


def _edge(best: Weighed, other: Weighed) -> str:
    """Why a tied option is preferred: the first count on which it is the quieter."""
    if best.conditions < other.conditions:
        return "menos fatos a confirmar"
    if best.expectation.denied < other.expectation.denied:
        mine, theirs = (_percent(one.expectation.denied) for one in (best, other))
        return f"menos glosa ({mine} contra {theirs})"
    if best.median_days < other.median_days:
        return f"pagamento {other.median_days - best.median_days} dias antes"
    return "menos documentos"


def _sum(one: Weighed) -> str:
    first, *others = account_of(one.value)
    told = [f"{first.label.lower()} {format_brl(first.centavos)}"]
    for line in others:
        sign = "–" if line.centavos < 0 else "+"
        told.append(f"{sign} {line.label.lower()} {format_brl(abs(line.centavos))}")
    return f"{' '.join(told)} = {format_brl(one.value.expected)}"


def _conditions(ranking: Ranking, best: Weighed) -> Iterator[str]:
    for reason in best.reasons:
        if reason.standing is Standing.CONDITIONAL:
            yield f"Confirmar: {reason.text}"
    sure = ranking.sure
    if best.standing is Standing.CONDITIONAL and sure is not None:
        yield f"Sem depender de confirmação: {_name(sure)}, {format_brl(sure.value.expected)}."


def _causes(one: Weighed) -> str:
    closing = [reason for reason in one.reasons if reason.standing is Standing.INELIGIBLE]
    return " ".join(f"{reason.text} ({reason.rule.rule})" for reason in closing)


def _name(one: Weighed) -> str:
    return one.option.route.label


def _percent(part: Decimal) -> str:
    return f"{part * 100:.2f}".rstrip("0").rstrip(".").replace(".", ",") + " %"


def _whole(days: Decimal) -> str:
    return f"{days:.0f}"
