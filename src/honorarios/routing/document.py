"""The opinion on a claim for programs: the same as the text, ready for JSON, with a version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from honorarios.core.phrase import gettext_noop as _
from honorarios.routing.explain import account_of, as_text, asking_words, ground, why
from honorarios.routing.ranking import Lens
from honorarios.routing.words import STATUSES, age, whom

if TYPE_CHECKING:
    from honorarios.routing.facts import Fact
    from honorarios.routing.limits import Limit, Question
    from honorarios.routing.ranking import Ranking, Weighed
    from honorarios.routing.reasons import Reason

VERSION: Final = "honorarios.route/1"
"""Of the JSON form."""
LENS_WORDS: Final = {
    Lens.MOST: _("Maior líquido esperado"),
    Lens.SOONEST: _("Mais rápido"),
    Lens.SAFEST: _("Mais seguro"),
}


def as_dict(
    ranking: Ranking, limits: tuple[Limit, ...] = (), question: Question | None = None
) -> dict[str, Any]:
    """The opinion, whole."""
    best, sure = ranking.best, ranking.sure
    return {
        "version": VERSION,
        "recommended": None if best is None else best.option.key,
        "recommended_without_conditions": None if sure is None else sure.option.key,
        "why": why(ranking),
        "text": as_text(ranking, limits, question),
        "tied": [one.option.key for one in ranking.tied],
        "lenses": {
            lens.value: chosen.option.key
            for lens in Lens
            if (chosen := ranking.by(lens)) is not None
        },
        "covered": [_option(one) for one in ranking.covered],
        "patient": [_option(one) for one in ranking.patient],
        "closed": [_option(one) for one in ranking.closed],
        "dominated": [one.option.key for one in ranking.dominated],
        "changes_if": [_limit(limit) for limit in limits],
        "asking": None if question is None else _question(question),
    }


def _option(one: Weighed) -> dict[str, Any]:
    value = one.value
    return {
        "key": one.option.key,
        "route": one.option.route.code_name,
        "through": one.option.through,
        "name": one.name,
        "group": one.group.value,
        "standing": one.standing.name.lower(),
        "standing_label": one.standing.label,
        "gross": value.gross,
        "expected": value.expected,
        "nominal": value.nominal,
        "mean_days": str(value.mean_days),
        "median_days": one.median_days,
        "slow_days": one.slow_days,
        "glosa": str(one.expectation.denied),
        "recovery": str(one.expectation.recovered),
        "seen": None if one.seen is None else one.seen.count,
        "seen_level": "" if one.seen is None else one.seen.level,
        "deliver_until": _day(one.option.deliver_until),
        "deadline_rule": one.deadline_rule,
        "papers": list(one.papers),
        "account": [{"label": line.label, "centavos": line.centavos} for line in account_of(value)],
        "reasons": [_reason(reason) for reason in one.reasons],
        "facts": [_fact(fact) for fact in ground(one)],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "rule": reason.rule.rule,
        "code": reason.rule.code,
        "standing": reason.standing.name.lower(),
        "text": reason.text,
        "asks": [] if reason.fact is None else [contact.value for contact in reason.fact.asks],
        "whom": whom(reason),
        "fact": None if reason.fact is None else _fact(reason.fact),
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "name": fact.name,
        "status": fact.status.value,
        "status_label": STATUSES[fact.status],
        "evidence": fact.evidence,
        "confirmed_by": fact.confirmed_by,
        "confirmed_on": _day(fact.confirmed_on),
        "expires_on": _day(fact.expires_on),
        "age": age(fact),
    }


def _limit(limit: Limit) -> dict[str, Any]:
    return {
        "sentence": limit.sentence,
        "input": None if limit.input is None else limit.input.value,
        "option": "" if limit.way is None else limit.way.key,
        "threshold": None if limit.threshold is None else str(limit.threshold),
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "about": question.asked.option.key,
        "certain": question.certain.option.key,
        "probability": str(question.probability),
        "worth": question.worth,
        "break_even": None if question.indifferent is None else f"{question.indifferent:.4f}",
        "text": asking_words(question),
    }


def _day(when: object) -> str | None:
    return None if when is None else str(when)
