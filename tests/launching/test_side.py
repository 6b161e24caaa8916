"""Inside or outside the account: spec 3.12, row by row, and the specificity of the rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from honorarios.core.vocabulary import CredentialMode, Role, Setting, Side
from honorarios.launching.model import Context, CredentialFacts, ProviderFacts, SideRule
from honorarios.launching.parameters import GeneralParameters
from honorarios.launching.side import credential_mode, weight
from tests.launching.making import (
    DIRECT,
    INDIRECT,
    LONG_AGO,
    PROVIDERS,
    SURGERY,
    WEDNESDAY,
    context,
    entry,
    found,
    launched,
    the_line,
)

TODAY = WEDNESDAY.date()


def rule(side: Side = Side.OUTSIDE, **conditions: Any) -> SideRule:  # noqa: ANN401 - any condition
    """A rule of those conditions, valid for long."""
    given: dict[str, Any] = {"valid_from": LONG_AGO} | conditions
    return SideRule(side=side, **given)


def ruled(*rules: SideRule, **changes: Any) -> Context:  # noqa: ANN401 - any field of the context
    """The usual context under these rules."""
    return context(side_rules=rules, **changes)


def stored(where: Context, **changes: Any) -> bool:  # noqa: ANN401 - any field of the entry
    """HONORARIOFORA of an entry."""
    return the_line(launched(entry(**changes), where)).outside_stored


def test_s312_row2_a_rule_prevails_over_the_tick_and_the_credential() -> None:
    assert stored(ruled(rule(Side.INSIDE)), outside_requested=True) is False
    assert stored(ruled(rule(Side.OUTSIDE)), outside_requested=False) is True
    assert stored(ruled(rule(Side.OUTSIDE)), provider="indireto", outside_requested=True) is True
    assert stored(ruled(rule(Side.OUTSIDE)), provider="sem-credencial") is True


def test_s312_row3_direct_always_outside_is_off_by_default() -> None:
    always = GeneralParameters(direct_always_outside=True)
    assert stored(context()) is False
    assert stored(context(parameters=always)) is True
    assert stored(context(parameters=always), provider="indireto") is False


def test_s312_row4_ticked_and_direct_is_outside() -> None:
    assert stored(context(), outside_requested=True) is True


def test_s312_row5_ticked_and_indirect_is_inside() -> None:
    assert stored(context(), provider="indireto", outside_requested=True) is False


def test_s312_row6_ticked_without_a_credential_is_inside_with_a_warning() -> None:
    outcome = launched(entry(provider="sem-credencial", outside_requested=True))
    assert found(outcome) == ["LAN-NO-CREDENTIAL"]
    assert outcome.ready
    assert (outcome.lines[0].outside_requested, outcome.lines[0].outside_stored) == (True, False)


def test_s312_row6_no_warning_where_a_rule_decides() -> None:
    ticked = {"provider": "sem-credencial", "outside_requested": True}
    assert stored(ruled(rule(Side.INSIDE)), **ticked) is False


def test_s312_row7_not_ticked_is_inside() -> None:
    for provider in PROVIDERS:
        assert stored(context(), provider=provider) is False


def test_s312_credential_is_the_one_in_force_on_the_date() -> None:
    history = (
        CredentialFacts(CredentialMode.INDIRECT, LONG_AGO, date(2025, 11, 18)),
        CredentialFacts(CredentialMode.DIRECT, date(2025, 11, 19), date(2025, 11, 19)),
    )
    provider = ProviderFacts(code="medico", credentials=history)
    assert credential_mode(provider, date(2025, 11, 18)) is CredentialMode.INDIRECT
    assert credential_mode(provider, date(2025, 11, 19)) is CredentialMode.DIRECT
    assert credential_mode(provider, date(2025, 11, 20)) is None
    where = context(providers={"medico": provider})
    assert stored(where, outside_requested=True) is True


@pytest.mark.parametrize(
    "conditions",
    [
        {"payer": "convenio-ch"},
        {"plan": "plano"},
        {"provider": "medico"},
        {"provider_class": "cirurgia"},
        {"codes": (SURGERY,)},
        {"codes": ("3100",)},
        {"codes": ("31000000-31009999",)},
        {"role": Role.SURGEON},
        {"setting": Setting.INPATIENT},
        {"valid_from": TODAY, "valid_to": TODAY},
    ],
)
def test_s312_every_condition_that_is_stated_must_hold(conditions: dict[str, Any]) -> None:
    provider = ProviderFacts(code="medico", provider_class="cirurgia", credentials=DIRECT)
    others: dict[str, Any] = {
        "payer": "outro",
        "plan": "outro",
        "provider": "outro",
        "provider_class": "clinica",
        "codes": ("4",),
        "role": Role.CLINICIAN,
        "setting": Setting.OUTPATIENT,
        "valid_to": date(2025, 11, 18),
        "valid_from": LONG_AGO,
    }
    where = ruled(rule(**conditions), providers={"medico": provider})
    assert stored(where) is True
    missed = {name: others[name] for name in conditions}
    assert stored(replace(where, side_rules=(rule(**missed),))) is False


def test_s312_the_most_specific_rule_wins_in_any_order() -> None:
    general = rule(Side.OUTSIDE, payer="convenio-ch", valid_from=date(2025, 6, 1))
    specific = rule(Side.INSIDE, provider="medico")
    assert stored(ruled(general, specific)) is False
    assert stored(ruled(specific, general)) is False
    assert weight(specific) > weight(general)


def test_s312_then_the_newest_rule_wins() -> None:
    older = rule(Side.OUTSIDE, provider="medico")
    newer = rule(Side.INSIDE, provider="medico", valid_from=date(2025, 6, 1))
    assert stored(ruled(older, newer)) is False
    assert stored(ruled(newer, older)) is False


def test_s312_credentials_of_the_example_are_what_they_say() -> None:
    assert credential_mode(ProviderFacts(code="x", credentials=INDIRECT), TODAY) is (
        CredentialMode.INDIRECT
    )
    assert credential_mode(None, TODAY) is None
