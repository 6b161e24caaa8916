"""Providers as payers see them, and the rules that divide what they bill."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Q

from honorarios.core.vocabulary import CredentialMode
from honorarios.launching.model import CredentialFacts, ProviderFacts, SplitRule, SplitShare
from honorarios.records.models import Credential, Provider
from honorarios.records.models import SplitRule as SplitRuleRow
from honorarios.records.models import SplitShare as SplitShareRow
from honorarios.services.loader.terms import term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Providers:
    """Some providers of an office, with their accreditation by payer."""

    rows: Mapping[str, Provider] = field(default_factory=dict)
    """By code."""
    credentials: Mapping[tuple[int, int], tuple[CredentialFacts, ...]] = field(default_factory=dict)
    """By provider and payer, as keys."""

    def seen_by(self, payer_id: int) -> dict[str, ProviderFacts]:
        """The providers as one payer sees them, by code."""
        return {
            code: ProviderFacts(
                code=code,
                specialty=row.specialty or None,
                provider_class=row.provider_class or None,
                credentials=self.credentials.get((row.pk, payer_id), ()),
            )
            for code, row in self.rows.items()
        }


def load_providers(
    office_id: int, codes: Iterable[str], keys: Iterable[int], payer_ids: Iterable[int]
) -> Providers:
    """The providers of some codes and keys, and how they stand with some payers."""
    named = Q(code__in=set(codes)) | Q(pk__in=set(keys))
    rows = {row.code: row for row in Provider.objects.filter(named, office_id=office_id)}
    history: defaultdict[tuple[int, int], list[CredentialFacts]] = defaultdict(list)
    found = Credential.objects.filter(
        provider_id__in=[row.pk for row in rows.values()], payer_id__in=set(payer_ids)
    )
    for row in found.order_by("valid_from"):
        mode = term(CredentialMode, row.mode)
        facts = CredentialFacts(mode, row.valid_from, row.valid_to)
        history[row.provider_id, row.payer_id].append(facts)
    return Providers(rows, {key: tuple(facts) for key, facts in history.items()})


def load_split_rules(office_id: int, codes: Iterable[str]) -> dict[str, tuple[SplitRule, ...]]:
    """The rules of division by percentage of some providers, by the provider's code."""
    rows = SplitRuleRow.objects.filter(office_id=office_id, provider__code__in=set(codes))
    rules = list(rows.select_related("provider").order_by("pk"))
    shares = _shares([rule.pk for rule in rules])
    found: defaultdict[str, list[SplitRule]] = defaultdict(list)
    for rule in rules:
        found[rule.provider.code].append(
            SplitRule(
                provider=rule.provider.code,
                shares=tuple(shares[rule.pk]),
                valid_from=rule.valid_from,
                valid_to=rule.valid_to,
                codes=tuple(rule.codes.split()),
                contract=rule.contract or None,
            )
        )
    return {code: tuple(rules) for code, rules in found.items()}


def _shares(rule_ids: list[int]) -> defaultdict[int, list[SplitShare]]:
    found: defaultdict[int, list[SplitShare]] = defaultdict(list)
    if rule_ids:
        rows = SplitShareRow.objects.filter(rule_id__in=rule_ids).select_related("provider")
        for row in rows.order_by("rule_id", "position"):
            found[row.rule_id].append(SplitShare(row.provider.code, row.percent))
    return found
