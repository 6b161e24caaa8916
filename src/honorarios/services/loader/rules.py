"""Rules that an office registers: inside or outside the account, and the general parameters by date."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import Role, Setting, Side
from honorarios.launching.model import SideRule
from honorarios.launching.parameters import GeneralParameters
from honorarios.records.models import GeneralParametersVersion, InsideOutsideRule
from honorarios.services.loader.terms import optional_term, term

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

PARAMETERS_REMEMBERED: Final = 256


@dataclass(frozen=True, slots=True)
class DatedParameters:
    """The general parameters of an office over time; before the first ones, the defaults."""

    starts: tuple[date, ...]
    values: tuple[GeneralParameters, ...]
    """One more than ``starts``: the first holds before all of them."""

    def number_on(self, day: date) -> int:
        """Which of the values is in force on a day."""
        return bisect_right(self.starts, day)


def load_parameters(office_id: int) -> DatedParameters:
    """The general parameters of an office."""
    rows = GeneralParametersVersion.objects.filter(office_id=office_id).order_by("valid_from")
    found = list(rows.values_list("valid_from", "content"))
    values = [_parameters(json.dumps(content, sort_keys=True)) for _, content in found]
    return DatedParameters(tuple(start for start, _ in found), (GeneralParameters(), *values))


@lru_cache(PARAMETERS_REMEMBERED)
def _parameters(content: str) -> GeneralParameters:
    return GeneralParameters.model_validate_json(content)


def load_side_rules(payer_ids: Iterable[int]) -> dict[int, tuple[SideRule, ...]]:
    """The inside/outside rules of some payers, by payer."""
    rows = (
        InsideOutsideRule.objects.filter(payer_id__in=set(payer_ids))
        .select_related("payer", "plan", "provider")
        .order_by("pk")
    )
    found: defaultdict[int, list[SideRule]] = defaultdict(list)
    for row in rows:
        found[row.payer_id].append(_side_rule(row))
    return {payer: tuple(rules) for payer, rules in found.items()}


def _side_rule(row: InsideOutsideRule) -> SideRule:
    return SideRule(
        side=term(Side, row.side),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        payer=row.payer.code,
        plan=None if row.plan is None else row.plan.code,
        provider=None if row.provider is None else row.provider.code,
        provider_class=row.provider_class or None,
        codes=tuple(row.codes.split()),
        role=optional_term(Role, row.role),
        setting=optional_term(Setting, row.setting),
    )
