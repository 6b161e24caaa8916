"""The order of a team's acts: which is principal, and the place of each in the cascade (CBHPM 4.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.schema import RankingBasis
from honorarios.core.money import format_brl
from honorarios.core.vocabulary import ProcedureKind
from honorarios.pricing.surgery import rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from honorarios.pricing.surgery.model import Act, Member
    from honorarios.pricing.surgery.rules import RuleUsed
    from honorarios.pricing.surgery.trials import Trials

STATED_ORDER: Final = {ProcedureKind.PRINCIPAL: 0, None: 1, ProcedureKind.SECONDARY: 2}


@dataclass(frozen=True, slots=True)
class Place:
    """An act's place among those of its team."""

    position: int
    kind: ProcedureKind
    rules: tuple[RuleUsed, ...]


class Ranking:
    """Orders acts as a standard says."""

    def __init__(self, trials: Trials, by: RankingBasis) -> None:
        """Rank by the trial prices."""
        self._trials = trials
        self._by = by

    def in_order(self, acts: Mapping[int, Act], member: Member) -> list[int]:
        """The acts' numbers, highest first, by what each is worth to the member."""
        return sorted(acts, key=lambda number: self._key(acts[number], member))

    def _key(self, act: Act, member: Member) -> tuple[object, ...]:
        """Highest first, then by what the act is: the order of the list never counts."""
        porte = -self._trials.porte(act, member)
        value = -self._trials.centavos(act, member)
        first = (porte, value) if self._by is RankingBasis.PORTE else (value, porte)
        return (*first, act.code, repr(act))

    def suggested(self, acts: Mapping[int, Act], member: Member) -> dict[int, Place]:
        """The places by the standard alone."""
        order = self.in_order(acts, member)
        return {
            number: Place(position, _kind(position), (self._why(acts, number, member, position),))
            for position, number in enumerate(order, 1)
        }

    def stated(self, acts: Mapping[int, Act], member: Member) -> dict[int, Place]:
        """The places by what the user says of the acts, and by the standard where nothing is said."""
        order = self.in_order(acts, member)
        order.sort(key=lambda number: STATED_ORDER[acts[number].procedure_kind])
        taken = {act.rank for act in acts.values()}
        free = iter(position for position in range(1, len(order) + 2) if position not in taken)
        return {number: self._place(acts, number, member, free) for number in order}

    def _place(
        self, acts: Mapping[int, Act], number: int, member: Member, free: Iterator[int]
    ) -> Place:
        act = acts[number]
        if act.rank is None:
            position = next(free)
            if position == 1 and act.procedure_kind is ProcedureKind.SECONDARY:
                position = next(free)  # its principal act is billed elsewhere
            told = [self._why(acts, number, member, position)]
        else:
            position = act.rank
            told = [rules.RANK_CHOSEN.used(position=position)]
        if act.procedure_kind is None:
            return Place(position, _kind(position), tuple(told))
        told.append(rules.KIND_CHOSEN.used(kind=act.procedure_kind.label.lower()))
        return Place(position, act.procedure_kind, tuple(told))

    def _why(self, acts: Mapping[int, Act], number: int, member: Member, position: int) -> RuleUsed:
        if len(acts) == 1:
            return rules.ONLY_ACT.used()
        act = acts[number]
        if self._by is RankingBasis.PORTE and self._trials.porte(act, member) >= 0:
            unit = self._trials.of(act, member)["fee_unit"]
            return rules.RANK_BY_PORTE.used(position=position, unit=unit)
        value = format_brl(self._trials.centavos(act, member))
        return rules.RANK_BY_VALUE.used(position=position, value=value)


def _kind(position: int) -> ProcedureKind:
    return ProcedureKind.PRINCIPAL if position == 1 else ProcedureKind.SECONDARY
