"""Inside or outside the account (seed, section 06; ``spec: launching 3.12``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.validity import Period, as_of
from honorarios.core.vocabulary import CredentialMode, Side
from honorarios.pricing.agreed import in_codes

if TYPE_CHECKING:
    from datetime import date

    from honorarios.core.vocabulary import Role
    from honorarios.launching.model import Context, ProviderFacts, SideRule

WEIGHTS = {
    "provider": 64,
    "codes": 32,
    "provider_class": 16,
    "role": 8,
    "plan": 4,
    "payer": 2,
    "setting": 1,
}
"""How specific each condition of a rule is; a rule with the heavier conditions wins."""


def credential_mode(provider: ProviderFacts | None, day: date) -> CredentialMode | None:
    """The provider's accreditation with the payer on a day; None where none is in force."""
    found = None if provider is None else as_of(provider.credentials, day)
    return None if found is None else found.mode


def ruled_side(
    context: Context, provider: str | None, code: str, role: Role | None, day: date
) -> Side | None:
    """What the inside/outside rules say: the most specific that matches, then the newest; None if none."""
    rule = max(
        (rule for rule in context.side_rules if _holds(rule, context, provider, code, role, day)),
        key=lambda rule: (weight(rule), rule.valid_from),
        default=None,
    )
    return None if rule is None else rule.side


def weight(rule: SideRule) -> int:
    """How specific a rule is: the sum of its conditions' weights."""
    return sum(heavy for name, heavy in WEIGHTS.items() if getattr(rule, name) not in (None, ()))


def _holds(
    rule: SideRule,
    context: Context,
    provider: str | None,
    code: str,
    role: Role | None,
    day: date,
) -> bool:
    part, facts = context.part, context.providers.get(provider or "")
    return (
        day in Period(rule.valid_from, rule.valid_to)
        and rule.provider in (None, provider)
        and rule.role in (None, role)
        and rule.payer in (None, part.payer)
        and rule.plan in (None, part.plan.code if part.plan else None)
        and rule.provider_class in (None, facts.provider_class if facts else None)
        and rule.setting in (None, context.attendance.setting)
        and in_codes(rule.codes, code)
    )


def is_outside(
    context: Context,
    provider: str | None,
    code: str,
    role: Role | None,
    day: date,
    *,
    requested: bool,
) -> bool:
    """HONORARIOFORA of a line that no division by percentage decides: rows 2 to 7 of 3.12."""
    ruled = ruled_side(context, provider, code, role, day)
    if ruled is not None:
        return ruled is Side.OUTSIDE
    if not requested and not context.parameters.direct_always_outside:
        return False
    return credential_mode(context.providers.get(provider or ""), day) is CredentialMode.DIRECT


def lacks_credential(
    context: Context, provider: str | None, code: str, role: Role | None, day: date
) -> bool:
    """Whether a ticked "Fora da Conta" is stored as inside for want of an accreditation in force."""
    no_rule = ruled_side(context, provider, code, role, day) is None
    return no_rule and credential_mode(context.providers.get(provider or ""), day) is None
