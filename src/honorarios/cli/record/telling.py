"""Answers of the services on the screen: plain data for programs, words and amounts for people."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeVar

from honorarios.cli.screen import grouped
from honorarios.core.money import format_brl

if TYPE_CHECKING:
    from honorarios.core.vocabulary import Term

AnyTerm = TypeVar("AnyTerm", bound="Term")

AMOUNTS: Final = frozenset({"unit_value", "total", "charged", "outside", "inside"})
"""Fields that hold whole centavos."""


def as_data(value: object) -> Any:  # noqa: ANN401 - whatever the answer is, as JSON has it
    """An answer for programs: each amount as text in reais, and in centavos beside it.

    >>> with_reais({"charged": 123456, "outside": False})
    {'charged': '1234.56', 'charged_centavos': 123456, 'outside': False}
    """
    from pydantic import TypeAdapter

    return with_reais(TypeAdapter(type(value)).dump_python(value, mode="json"))


def with_reais(data: Any) -> Any:  # noqa: ANN401 - as above
    """Plain data with each amount told twice."""
    if isinstance(data, list):
        return [with_reais(each) for each in data]
    if not isinstance(data, dict):
        return data
    told: dict[str, Any] = {}
    for name, each in data.items():
        if name in AMOUNTS and type(each) is int:
            told[name] = str(Decimal(each).scaleb(-2))
            told[f"{name}_centavos"] = each
        else:
            told[name] = with_reais(each)
    return told


def label(terms: type[AnyTerm], code_name: str) -> str:
    """The Portuguese word of a closed list's member; nothing of nothing.

    >>> from honorarios.core.vocabulary import PartStatus
    >>> label(PartStatus, "billed"), label(PartStatus, "")
    ('Faturada', '')
    """
    return terms[code_name.upper()].label if code_name else ""


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun.

    >>> counted(1, "parcial", "parciais"), counted(2_000, "parcial", "parciais")
    ('1 parcial', '2.000 parciais')
    """
    return f"{grouped(number)} {one if number == 1 else many}"


def reais(centavos: int) -> str:
    """An amount as Brazilians write it."""
    return format_brl(centavos)
