"""Billing standards: roles without a percentage, windows that end before they begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.catalogue import codes
from honorarios.catalogue.schema import StandardKind
from honorarios.core.vocabulary import ASSISTANTS, PARAMETERISED_ROLES, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.catalogue.check.subject import Subject
    from honorarios.catalogue.schema import OvertimeRule, RolePercents
    from honorarios.core.findings import Finding, Place


def standards(subject: Subject) -> Iterator[Finding]:
    """Every billing standard; IAMSPE's has percentages of its own."""
    for standard in subject.catalogue.standards.values():
        for index, rules in enumerate(standard.rules):
            missing = [role.label for role in PARAMETERISED_ROLES if not _stated(rules.roles, role)]
            if missing and standard.kind is not StandardKind.IAMSPE:
                place = subject.place("standards", standard.id, "rules", index, "roles")
                yield codes.ROLE_WITHOUT_PERCENT.at(place, roles=", ".join(missing))
            for number, rule in enumerate(rules.overtime.rules):
                path = ("rules", index, "overtime", "rules", number)
                yield from _dates(rule, subject.place("standards", standard.id, *path))


def _stated(percents: RolePercents, role: Role) -> bool:
    falls_back = role in ASSISTANTS and role is not Role.FIRST_ASSISTANT
    stated: object = getattr(percents, role.code_name)
    return stated is not None or (falls_back and percents.other_assistants is not None)


def _dates(rule: OvertimeRule, place: Place) -> Iterator[Finding]:
    if rule.valid_from and rule.valid_to and rule.valid_to < rule.valid_from:
        yield codes.VALIDITY_ORDER.at(place, first=rule.valid_from, last=rule.valid_to)
