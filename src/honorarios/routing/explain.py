"""The opinion on a claim in Portuguese: what is recommended, why, its account, what would change it (5.6).

Every amount of it is whole centavos, and the lines of its account add up to its total. The same for
programs is in :mod:`honorarios.routing.document`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from honorarios.core.money import format_brl
from honorarios.core.phrase import Phrase, low
from honorarios.core.phrase import gettext_noop as _
from honorarios.routing.reasons import Standing
from honorarios.routing.words import age, day, percent, whom

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.routing.facts import Fact
    from honorarios.routing.limits import Limit, Question
    from honorarios.routing.ranking import Ranking, Weighed
    from honorarios.routing.value import Valuation


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the account: what it is, and its centavos with their sign."""

    label: str
    centavos: int


def account_of(value: Valuation) -> tuple[Line, ...]:
    """The lines from the gross value to the expected one; they add up to it."""
    lines = (
        Line(_("Valor bruto"), value.gross),
        Line(_("Glosa inicial"), -value.denied),
        Line(_("Recuperação em recurso"), value.recovered),
        Line(_("Taxa de quem repassa"), -value.fee),
        Line(_("Tributos"), -value.tax),
        Line(_("Serviço"), -value.service),
        Line(_("Ajuste pelo prazo e pelo risco"), value.delay),
    )
    return tuple(line for line in lines if line.centavos or line.label == "Valor bruto")


def as_text(
    ranking: Ranking, limits: tuple[Limit, ...] = (), question: Question | None = None
) -> str:
    """The opinion in Portuguese, a paragraph a line."""
    return "\n".join(_paragraphs(ranking, limits, question))


def why(ranking: Ranking) -> str:
    """Why the best is the best, as a sentence; of a ranking with no open covered route, that there is none."""
    best = ranking.best
    if best is None:
        return _("Nenhuma via coberta está aberta.")
    others = [one for one in ranking.covered if one is not best]
    if not others:
        return _("É a única via coberta aberta.")
    ahead = max(others, key=lambda one: one.value.expected)
    apart = ahead.value.expected - best.value.expected
    if apart > 0:
        told = _("{ahead} renderia {apart} a mais, dentro da margem de empate; {best} tem {edge}.")
        edge = _edge(best, ahead)
        return Phrase(
            told, ahead=ahead.name, apart=format_brl(apart), best=low(best.name), edge=edge
        )
    told = _("Rende {apart} a mais que {ahead}, a via seguinte.")
    return Phrase(told, apart=format_brl(-apart), ahead=low(ahead.name))


def ground(one: Weighed) -> tuple[Fact, ...]:
    """The facts that hold an option up: what was confirmed or presumed of those it leans on."""
    return tuple(fact for fact in one.option.leans_on if fact.holds and fact.confirmed_on)


def asking_words(question: Question) -> str:
    """What it is worth to ask before billing, as a sentence."""
    told = Phrase(
        _(
            "vale {worth} confirmar antes de cobrar (com {chance} de probabilidade de que se confirme)"
        ),
        worth=format_brl(max(0, question.worth)),
        chance=percent(question.probability),
    )
    if question.indifferent is None or question.indifferent > 1:
        return Phrase(_("{told}; sem perguntar, nunca compensa tentar."), told=told)
    return Phrase(
        _("{told}; sem perguntar, só compensa tentar a partir de {least}."),
        told=told,
        least=percent(question.indifferent),
    )


def _paragraphs(
    ranking: Ranking, limits: tuple[Limit, ...], question: Question | None
) -> Iterator[str]:
    best = ranking.best
    if best is None:
        yield why(ranking)
    else:
        yield (
            f"Sugestão: {best.name}: líquido esperado {format_brl(best.value.expected)}"
            f" (valor de hoje), prazo médio de {best.value.mean_days:.0f} dias"
            " depois da apresentação."
        )
        yield f"Por quê: {low(why(ranking))}"
        yield f"Conta: {_sum(best)}"
    yield from (f"Muda se: {limit.sentence}" for limit in limits)
    if best is not None:
        yield from _conditions(ranking, best)
        if question is not None:
            yield f"Perguntar: {asking_words(question)}"
        yield from (f"Confirmado: {fact.name} ({age(fact)})." for fact in ground(best))
        yield from _deadline(best)
    for one in ranking.patient:
        told = format_brl(one.value.expected)
        yield f"Opção do paciente: {one.name}, {told}. Nunca é sugerida no lugar da cobertura."
    for one in ranking.closed:
        yield f"Descartada: {one.name}: {_causes(one)}"


def _edge(best: Weighed, other: Weighed) -> str:
    """Why a tied option is preferred: the first count on which it is the quieter."""
    if best.conditions < other.conditions:
        return _("menos fatos a confirmar")
    if best.expectation.denied < other.expectation.denied:
        comma = "" if best.seen is None else ","
        return Phrase(
            _("menos glosa ({mine} contra {theirs})"),
            mine=_glosa(best) + comma,
            theirs=_glosa(other),
        )
    if best.median_days < other.median_days:
        return Phrase(_("pagamento {days} dias antes"), days=other.median_days - best.median_days)
    return _("menos documentos")


def _glosa(one: Weighed) -> str:
    told = percent(one.expectation.denied)
    return told if one.seen is None else f"{told}, n = {one.seen.count}"


def _sum(one: Weighed) -> str:
    first, *others = account_of(one.value)
    told = [f"{low(first.label)} {format_brl(first.centavos)}"]
    for line in others:
        sign = "–" if line.centavos < 0 else "+"
        told.append(f"{sign} {low(line.label)} {format_brl(abs(line.centavos))}")
    return f"{' '.join(told)} = {format_brl(one.value.expected)}"


def _conditions(ranking: Ranking, best: Weighed) -> Iterator[str]:
    for reason in best.reasons:
        if reason.standing is Standing.CONDITIONAL:
            asked = whom(reason)
            yield f"Confirmar: {reason.text}" + (f" Com: {asked}." if asked else "")
    sure = ranking.sure
    if best.standing is Standing.CONDITIONAL and sure is not None:
        yield f"Sem depender de confirmação: {sure.name}, {format_brl(sure.value.expected)}."


def _deadline(best: Weighed) -> Iterator[str]:
    if best.option.deliver_until is not None:
        rule = f" (regra: {best.deadline_rule})" if best.deadline_rule else ""
        yield f"Prazo: entregar até {day(best.option.deliver_until)}{rule}."
    if best.papers:
        yield f"Documentos: {', '.join(best.papers)}."


def _causes(one: Weighed) -> str:
    closing = [reason for reason in one.reasons if reason.standing is Standing.INELIGIBLE]
    return " ".join(f"{reason.text} ({reason.rule.rule})" for reason in closing)
