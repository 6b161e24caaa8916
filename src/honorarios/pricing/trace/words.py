"""The Portuguese words of the memória de cálculo: names of steps, reasons, amounts and dates."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING, Final

from honorarios.core.money import format_brl, format_decimal
from honorarios.core.validity import shown_day
from honorarios.core.vocabulary import (
    ACCESS_ROUTE_SPELLINGS,
    ACCOMMODATION_SPELLINGS,
    BILLING_ROUTE_SPELLINGS,
    CHARACTER_SPELLINGS,
    LATERALITY_SPELLINGS,
    PROCEDURE_KIND_SPELLINGS,
    ROLE_SPELLINGS,
    SETTING_SPELLINGS,
    TECHNIQUE_SPELLINGS,
    Term,
    accommodation_label,
    fold,
)
from honorarios.pricing.book import CURRENT
from honorarios.pricing.cells import parse_day, parse_moment
from honorarios.pricing.columns import INPUT_COLUMNS
from honorarios.pricing.trace.model import FactorName, FactorUsed, Outcome, Reason, Source
from honorarios.pricing.trace.value import ROUNDING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from honorarios.pricing.trace.model import LevelTried

COMPONENTS: Final = {
    "fee": "Honorário",
    "operating_cost": "Custo operacional",
    "film": "Filme",
    "unit": "Valor unitário",
    "total": "Total",
}
FACTORS: Final[dict[FactorName, str]] = {
    "adjustment": "Ajuste do contrato",
    "accommodation": "Acomodação",
    "overtime": "Hora extra",
    "paediatric": "Pediatria",
    "surcharges": "Acréscimos somados",
    "technique": "Técnica",
    "bilateral": "Bilateral",
    "role": "Função",
    "route": "Via de acesso",
}
SURCHARGES: Final = frozenset({"overtime", "paediatric", "bilateral"})
SHARES: Final = frozenset({"role", "route"})
LEVELS: Final = {
    1: "1. Especial do plano",
    2: "2. De procedimentos do plano",
    3: "3. Especial do contrato",
    4: "4. De procedimentos do contrato",
}
OUTCOMES: Final = {
    Outcome.FOUND: "tem o preço",
    Outcome.LATER: "não foi preciso consultar",
    Outcome.FIXED: "não se consulta: o contrato fixa o preço",
    Outcome.NO_PLAN: "não há: a linha não tem plano, ou o contrato nada diz dele",
    Outcome.NO_TABLE: "não há",
    Outcome.EXCLUSIVE: "não se consulta: as tabelas do plano são exclusivas",
    Outcome.UNLISTED: "não tem o código",
    Outcome.OTHER_LINES: "só tem o código para outra função, acomodação ou regime",
    Outcome.NOT_IN_FORCE: "tem o código, mas não na data",
}
REASONS: Final = {
    Reason.IAMSPE: "regra própria do IAMSPE: só a função conta",
    Reason.NO_RULE: "nenhuma regra vale para a linha",
    Reason.PRICE_RULE: "{label}",
    Reason.NO_BED: "paciente sem leito",
    Reason.ROW_FOR_BED: "o preço já é o desta acomodação: {label}",
    Reason.COEFFICIENT_FOR_BED: "o coeficiente já é o desta acomodação: {label}",
    Reason.NOT_ADMITTED: "o item não admite",
    Reason.ANNEX: "anexo Acomodação do contrato: {label}",
    Reason.NOT_IN_ANNEX: "o anexo Acomodação do contrato não tem “{label}” para a linha; tem: {accepted}",
    Reason.ELECTIVE: "atendimento eletivo",
    Reason.NO_WINDOWS: "o padrão não tem horário especial para a linha",
    Reason.OUTSIDE: "fora do horário especial",
    Reason.INSIDE: "{label}",
    Reason.NO_AGE: "idade não informada",
    Reason.STANDARD: "{label}",
    Reason.CONVENTIONAL: "convencional",
    Reason.OWN_CODE: "o código já é o do próprio ato",
    Reason.ONE_SIDE: "um lado só",
    Reason.ROW_FOR_ROLE: "o preço já é o desta função: {label}",
    Reason.WHOLE_ROLE: "{label}",
    Reason.NO_PERCENT: "o padrão não diz o percentual: {label}",
    Reason.PRINCIPAL: "ato principal",
    Reason.NO_ROUTE: "via não informada",
    Reason.FULL_BASE: "o padrão paga os auxiliares sobre o valor inteiro",
    Reason.CASCADE: "{label}, {rank}º ato",
}
LABELS: Final = {
    **{term.code_name: term.label for term in ROLE_SPELLINGS.values()},
    **{term.code_name: term.label for term in TECHNIQUE_SPELLINGS.values()},
    **{term.code_name: term.label for term in ACCOMMODATION_SPELLINGS.values()},
    "same": "mesma via",
    "different": "diferentes vias",
    "single": "via única",
    "anaesthesia": "anestesia",
    "anaesthesia_same": "anestesia, mesma via",
    "anaesthesia_different": "anestesia, diferentes vias",
}
"""Portuguese for the labels that are names of the vocabulary; other labels are the catalogue's."""
INTERVALS: Final = {
    "START": "vale a hora do início do ato",
    "MAJORITY": "vale se mais da metade do ato cai no horário",
    "ANY": "vale se alguma parte do ato cai no horário",
}
COMPOSITIONS: Final = {
    "MULTIPLY": "multiplicam-se",
    "ADD_PERCENTS": "hora extra e pediatria somam-se, a acomodação multiplica",
    "ADD_ALL": "somam-se todos, com o que a acomodação acrescenta",
}
SCOPES: Final = {
    "FEE": "os fatores tocam só o honorário",
    "TABLE_VALUE": "os fatores tocam o valor inteiro da tabela",
}
MODES: Final = {
    "HALF_UP": "meio centavo para cima",
    "DOWN": "despreza o que passa do centavo",
}
POINTS: Final = {
    "UNIT": "no valor unitário, antes da quantidade",
    "LINE": "no total da linha, depois da quantidade",
    "STEP": "na base e depois de cada fator",
    "COMPONENT": "em cada componente",
}
PRICE_DATES: Final = {"start": "início do ato", "end": "fim do ato", "admission": "internação"}
TITLES: Final = {column.name: column.title for column in INPUT_COLUMNS}
SPELLINGS: Final[Mapping[str, Mapping[str, Term]]] = {
    "route": BILLING_ROUTE_SPELLINGS,
    "role": ROLE_SPELLINGS,
    "access_route": ACCESS_ROUTE_SPELLINGS,
    "procedure_kind": PROCEDURE_KIND_SPELLINGS,
    "character": CHARACTER_SPELLINGS,
    "setting": SETTING_SPELLINGS,
    "technique": TECHNIQUE_SPELLINGS,
    "laterality": LATERALITY_SPELLINGS,
    "accommodation": ACCOMMODATION_SPELLINGS,
}
MOST_DECIMALS: Final = 8
"""Decimals of an exact amount that people are shown; the JSON has them all."""


def cell(column: str, text: str) -> str:
    """A cell of the line as people say it.

    >>> cell("admission", "2025-11-22"), cell("admission", "ontem")
    ('22/11/2025', 'ontem')
    """
    if column == "admission":
        admitted = parse_day(text)
        return text if admitted is None else day(admitted)
    term = SPELLINGS.get(column, {}).get(fold(text))
    return text if term is None else term.label


def reason(factor: FactorUsed) -> str:
    """Why a factor is what it is."""
    label = LABELS.get(factor.label, factor.label)
    accepted = ", ".join(map(accommodation_label, factor.accepted)) or "nenhuma"
    return REASONS[factor.reason].format(label=label, rank=factor.rank, accepted=accepted)


def figure(factor: FactorUsed) -> str:
    """A factor's figure with its sign: ``× 2``, ``+ 30 %``, ``60 %``."""
    if factor.figure is None:
        return "falta"
    number = format_decimal(factor.figure)
    if factor.factor in SURCHARGES:
        return f"+ {number} %"
    return f"{number} %" if factor.factor in SHARES else f"× {number}"


def reais(amount: Decimal, places: int = 2) -> str:
    """An exact amount; beyond eight decimals it is cut, and a sign says so.

    >>> reais(Decimal("1274.508"), 2), reais(Decimal("0.1234567890"))
    ('R$ 1.274,508', 'R$ 0,12345678…')
    """
    context = ROUNDING["DOWN"]
    cut = amount.quantize(Decimal(1).scaleb(-MOST_DECIMALS), rounding=ROUND_DOWN, context=context)
    more = "…" if cut != amount else ""
    return f"R$ {format_decimal(cut, places)}{more}"


def centavos(amount: int | None) -> str:
    """Whole centavos as money; a dash for none."""
    return "–" if amount is None else format_brl(amount)


def moment(text: str) -> str:
    """A moment of the line as people write it: ``22/11/2025 21:30``.

    >>> moment("2025-11-22 21:30"), moment("ontem")
    ('22/11/2025 21:30', 'ontem')
    """
    read = parse_moment(text)
    return text if read is None else f"{read:%d/%m/%Y %H:%M}"


def day(value: date) -> str:
    """``22/11/2025``."""
    return shown_day(value)


def validity(valid_from: date | None, valid_to: date | None) -> str:
    """``de 01/01/2025 a 31/12/2025``, with open ends in words."""
    if valid_from is None and valid_to is None:
        return "sem início nem fim"
    if valid_to is None:
        return f"desde {day(valid_from)}, sem fim" if valid_from else ""
    return f"de {day(valid_from)} a {day(valid_to)}" if valid_from else f"até {day(valid_to)}"


def origin(source: Source) -> str:
    """A document's validity and where it comes from."""
    return f"{validity(source.valid_from, source.valid_to)}. Fonte: {source.source}"


def edition(level: LevelTried) -> str:
    """Which edition of its table a level looks into."""
    if level.edition != CURRENT:
        return f"edição {level.edition}"
    if level.edition_on_date is None:
        return "sem edição em vigor na data"
    return f"edição em vigor na data: {level.edition_on_date}"


def duration(seconds: int) -> str:
    """``2 h 10 min``; seconds only where they matter.

    >>> duration(7800), duration(5400 + 30), duration(0)
    ('2 h 10 min', '1 h 30 min 30 s', '0 min')
    """
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{hours} h"] if hours else []
    if minutes or not (hours or rest):
        parts.append(f"{minutes} min")
    if rest:
        parts.append(f"{rest} s")
    return " ".join(parts)
