"""Every invariant of the record, in the order in which they are proven."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.services.check import held, lines, parts, prices, remittances, terms, trail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class Invariant:
    """A sentence that always holds."""

    name: str
    """Stable: programs and people refer to it."""
    title: str
    """What holds, in Portuguese."""
    breaches: Callable[[int], Iterator[str]]
    """Where it doesn't, in an office: each in words, found one after another."""


INVARIANTS: Final = (
    Invariant(
        "guards", "O banco de dados tem todas as suas travas em vigor.", held.missing_triggers
    ),
    Invariant(
        "ownership", "Nada de um cliente está preso a registros de outro.", held.foreign_rows
    ),
    Invariant(
        "trail", "A trilha de auditoria está inteira, do primeiro evento ao último.", trail.tampered
    ),
    Invariant(
        "catalogues",
        "Cada versão do catálogo se refaz com o hash que foi gravado.",
        terms.changed_catalogues,
    ),
    Invariant(
        "versions",
        "Cada lançamento guarda todas as versões que já teve.",
        lines.missing_versions,
    ),
    Invariant(
        "reversals",
        "Cada estorno espelha um lançamento estornado, e só um.",
        lines.wrong_reversals,
    ),
    Invariant(
        "numbers", "Os lançamentos de cada parcial têm números sem falhas.", lines.missing_numbers
    ),
    Invariant(
        "prices",
        "Cada lançamento, calculado de novo com o catálogo que lhe deu o preço, dá o mesmo valor.",
        prices.changed_prices,
    ),
    Invariant(
        "splits", "As partes de cada divisão somam o valor dividido.", prices.wrong_divisions
    ),
    Invariant(
        "links",
        "Diferenças, taxas automáticas e divisões vivem e são estornadas com o seu honorário.",
        lines.loose_lines,
    ),
    Invariant(
        "states",
        "A história de cada parcial leva da abertura à situação em que ela está.",
        parts.broken_histories,
    ),
    Invariant(
        "frozen",
        "Nada foi lançado em parcial já liberada, faturada, cancelada ou com nota ao particular.",
        parts.late_lines,
    ),
    Invariant(
        "remittances",
        "Cada parcial faturada está em uma remessa só, com a soma com que foi.",
        remittances.wrong_remittances,
    ),
)
"""What :func:`honorarios.services.check.prove` proves."""
