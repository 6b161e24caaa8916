"""The memória de cálculo as a sheet of sections in Portuguese, for the text and the HTML alike."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from honorarios.core.money import format_decimal
from honorarios.pricing.trace import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from honorarios.pricing.trace.model import (
        Coefficient,
        ComponentUsed,
        ContractUsed,
        Explanation,
        FactorUsed,
        LevelTried,
        Method,
        Quantity,
        Rounding,
        RowUsed,
    )

PRICED: Final = "priced"
NOTHING: Final = Decimal(0)
HEADING: Final = ("code", "role", "start", "end")
"""Cells of the line that the sheet's heading has already said."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a section: what, how much or which, and where it comes from."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A step of the explanation."""

    title: str
    rows: tuple[Row, ...]
    sums: bool = False
    """Whether the notes are amounts, to be aligned to the right."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole explanation, ready to be laid out."""

    title: str
    act: str
    """Code, name and role."""
    hours: str
    outcome: str
    """The total, or why there is none."""
    tip: str
    others: tuple[str, ...]
    """What else is wrong with the line."""
    warnings: tuple[str, ...]
    sections: tuple[Section, ...]
    footer: str


def sheet_of(told: Explanation) -> Sheet:
    """The sheet of an explanation."""
    sections = [Section("Linha", tuple(_line(told)))]
    if told.contract is not None:
        sections.append(Section("Contrato", tuple(_contract(told, told.contract))))
    if told.levels:
        sections.append(Section("Tabelas consultadas", tuple(map(_level, told.levels))))
    if told.row is not None:
        sections.append(Section("Preço na tabela", tuple(_row(told.row))))
    if told.components:
        sections.append(Section("Valores na data", tuple(map(_component, told.components))))
    if told.factors:
        factors = [row for factor in told.factors for row in _factor(factor)]
        sections.append(Section("Fatores", tuple(factors)))
    if told.method is not None:
        sections.append(Section("Modo de calcular", tuple(_method(told, told.method))))
    if told.method is not None and told.quantity is not None:
        sums = tuple(_sums(told, told.method, told.quantity))
        sections.append(Section("Cálculo", sums, sums=True))
    return Sheet(
        title="Memória de cálculo",
        act=_act(told),
        hours=_hours(told),
        outcome=_outcome(told),
        tip=told.status.tip,
        others=tuple(f"Além disso: {fault.message} {fault.tip}" for fault in told.other_faults),
        warnings=tuple(f"{finding.message} {finding.tip}" for finding in told.findings),
        sections=tuple(section for section in sections if section.rows),
        footer=f"{told.catalogue_name}, {told.catalogue_hash} ({told.format})",
    )


def _act(told: Explanation) -> str:
    code = told.line.get("code", "sem código")
    name = told.row.description if told.row is not None else ""
    role = words.cell("role", told.line.get("role", ""))
    return " · ".join(part for part in (code, name, role) if part)


def _hours(told: Explanation) -> str:
    start, end = (words.moment(told.line.get(column, "")) for column in ("start", "end"))
    return f"{start} a {end}" if start and end else start


def _outcome(told: Explanation) -> str:
    if told.status.code == PRICED:
        return f"Total: {words.centavos(told.total_centavos)}"
    return f"Sem valor: {told.status.message}"


def _line(told: Explanation) -> Iterator[Row]:
    for column, text in told.line.items():
        if column not in HEADING:
            title = words.TITLES[column]
            yield Row(title[0].upper() + title[1:], words.cell(column, text))


def _contract(told: Explanation, used: ContractUsed) -> Iterator[Row]:
    how = "informado na linha" if used.given else "achado por convênio, unidade e via"
    yield Row("Contrato", f"{used.terms.name} ({used.terms.id})", how)
    yield Row("Condições", words.validity(used.terms.valid_from, used.terms.valid_to),
              f"Fonte: {used.terms.source}")  # fmt: skip
    by = words.PRICE_DATES[used.price_date_by]
    yield Row("Data do preço", f"{words.day(used.price_date)} ({by})")
    if used.standard is None:
        yield Row("Padrão", "sem regras vigentes na data")
    else:
        yield Row("Padrão", used.standard.name, words.origin(used.standard))
    if told.price_rule is not None:
        rule = told.price_rule
        note = "o contrato não paga" if rule.excluded else ""
        if rule.fixed is not None:
            note = f"preço fixo: {words.reais(rule.fixed)}"
        yield Row("Regra de preço", rule.name, note)


def _level(level: LevelTried) -> Row:
    label, outcome = words.LEVELS[level.level], words.OUTCOMES[level.outcome]
    if level.schedule is None:
        return Row(label, outcome)
    table = f"{level.schedule_name} ({level.schedule}), {words.edition(level)}"
    if level.by_price_rule:
        table += ", pela regra de preço"
    if level.valid_from is not None or level.valid_to is not None:
        outcome += f": vigência {words.validity(level.valid_from, level.valid_to)}"
    return Row(label, outcome, table)


def _row(row: RowUsed) -> Iterator[Row]:
    where = words.origin(row.edition)
    if row.inherited_by is not None:
        own = row.edition.id.partition("@")[2]
        where = f"preço que a edição {row.inherited_by} herda da {own}. Edição {own}: {where}"
    yield Row("Tabela", f"{row.edition.name} ({row.edition.id})", where)
    own = f"Fonte: {row.source}" if row.source != row.edition.source else ""
    yield Row("Linha da tabela", f"nº {row.number} do catálogo", own)
    yield Row("Vigência", words.validity(row.valid_from, row.valid_to))
    for label, column, text in (
        ("Só para a função", "role", row.role),
        ("Só para a acomodação", "accommodation", row.accommodation),
        ("Só para o regime", "setting", row.setting),
    ):
        if text is not None:
            yield Row(label, words.cell(column, text))
    if row.anaesthetic_porte is not None:
        yield Row("Porte anestésico", row.anaesthetic_porte)


def _component(part: ComponentUsed) -> Row:
    label, coefficient = words.COMPONENTS[part.name], part.coefficient
    if coefficient.unit == "BRL":
        return Row(label, words.reais(part.quantity), "valor em reais")
    counted = f"{format_decimal(part.quantity)} × {coefficient.unit}"
    if coefficient.value is None:
        return Row(label, counted, "sem valor na data")
    return Row(label, f"{counted} a {words.reais(coefficient.value)}", _whose(coefficient))


def _whose(coefficient: Coefficient) -> str:
    """Who says what a unit is worth."""
    if coefficient.source is None:
        return "valor da regra de preço do contrato"
    told = f"{coefficient.source.name}, {words.origin(coefficient.source)}"
    conditions = ", ".join(
        f"{words.TITLES.get(name, 'grupo')} {words.cell(name, text)}"
        for name, text in coefficient.conditions.items()
    )
    return f"{told}; valor específico: {conditions}" if conditions else told


def _factor(factor: FactorUsed) -> Iterator[Row]:
    label = words.FACTORS[factor.factor]
    if factor.component is not None:
        label = f"{label}: {words.COMPONENTS[factor.component].lower()}"
    note = words.reason(factor)
    if factor.source is not None:
        note += f" (padrão {factor.source.name})"
    yield Row(label, words.figure(factor), note)
    yield from _hours_of(factor)


def _hours_of(factor: FactorUsed) -> Iterator[Row]:
    """How the act lies in the windows of special hours."""
    if factor.interval is None or factor.seconds_of_act is None:
        return
    by_start = factor.interval == "START"
    rule = words.INTERVALS[factor.interval]
    inside, act = (
        words.duration(seconds or 0) for seconds in (factor.seconds_inside, factor.seconds_of_act)
    )
    yield Row("", "", rule if by_start else f"{rule}: {inside} de {act}")
    for window in factor.windows:
        if not (window.open_at_start or window.seconds_inside):
            continue
        told = "aberto no início do ato" if window.open_at_start else "fechado no início do ato"
        if not by_start:
            told += f", {words.duration(window.seconds_inside)} dentro"
        yield Row("", "", f"{window.label}, + {format_decimal(window.percent)} %: {told}")


def _method(told: Explanation, method: Method) -> Iterator[Row]:
    yield Row("Acréscimos", words.COMPOSITIONS[method.composition])
    if len(told.components) > 1:
        yield Row("Alcance", words.SCOPES[method.factor_scope])
    mode, point = words.MODES[method.rounding_mode], words.POINTS[method.rounding_point]
    yield Row("Arredondamento", mode, point)


def _sums(told: Explanation, method: Method, quantity: Quantity) -> Iterator[Row]:
    """The calculation itself, an operation a row."""
    each = method.rounding_point == "STEP"
    for part in told.components:
        yield from _worked(part, [one for one in told.roundings if one.of == part.name], each=each)
    for rounding in told.roundings:
        if rounding.of == "total" and quantity.quantity != 1:
            yield Row(*_times(quantity))
        if rounding.of in ("unit", "total"):
            reversed_ = rounding.of == "total" and quantity.quantity < 0
            amount = -rounding.centavos if reversed_ else rounding.centavos
            yield Row(words.COMPONENTS[rounding.of], _from(rounding), words.centavos(amount))


def _worked(part: ComponentUsed, roundings: Sequence[Rounding], *, each: bool) -> Iterator[Row]:
    """One component from its base to its value; with rounding at ``each`` step, or at the end."""
    yield Row(words.COMPONENTS[part.name], "", words.reais(part.base or NOTHING))
    at_once = roundings[:1] if each else ()
    yield from map(_rounded, filter(_from, at_once))
    for step in part.multiplications:
        by = f"× {format_decimal(step.multiplier)}"
        yield Row(f"  {words.FACTORS[step.factor].lower()}", by, words.reais(step.value))
    if not each:
        yield from map(_rounded, filter(_from, roundings))


def _rounded(rounding: Rounding) -> Row:
    return Row("  arredondado", _from(rounding), words.centavos(rounding.centavos))


def _from(rounding: Rounding) -> str:
    """What was rounded; nothing when it already was whole centavos."""
    exact = words.reais(rounding.exact)
    return "" if exact == words.centavos(rounding.centavos) else f"de {exact}"


def _times(quantity: Quantity) -> tuple[str, str]:
    label = "Quantidade" if quantity.quantity > 0 else "Quantidade (estorno)"
    by = f"× {format_decimal(quantity.multiplier)}"
    if quantity.multiplier != abs(quantity.quantity):
        extra = format_decimal(quantity.extra_percent)
        by += f" ({abs(quantity.quantity)}, cada unidade depois da primeira a {extra} %)"
    return label, by
