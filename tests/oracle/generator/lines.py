"""Random lines aimed at a random catalogue: most are priced, the others fail in every way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

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
    Role,
    Term,
    UsualAccommodation,
)
from tests.oracle.agreement import in_force
from tests.oracle.arrow import LINE_SCHEMA
from tests.oracle.generator.bad import misspell, spoil
from tests.oracle.generator.hours import draw_hours
from tests.oracle.generator.world import (
    ACCOMMODATIONS,
    PLANS,
    PROVIDERS,
    SPECIALTIES,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.catalogue.schema import Contract, StandardRules, Terms
    from tests.oracle.generator.catalogues import DrawnCatalogue
    from tests.oracle.generator.draw import Draw

Cells = dict[str, Any]
IDS: Final = (
    "contract",
    "payer",
    "billing_unit",
    "plan",
    "provider",
    "specialty",
    "accommodation",
)
COMPULSORY: Final = frozenset({"line_id", "code", "start", "role"})
TERMS: Final[dict[str, Mapping[str, Term]]] = {
    "role": ROLE_SPELLINGS,
    "access_route": ACCESS_ROUTE_SPELLINGS,
    "procedure_kind": PROCEDURE_KIND_SPELLINGS,
    "character": CHARACTER_SPELLINGS,
    "setting": SETTING_SPELLINGS,
    "technique": TECHNIQUE_SPELLINGS,
    "laterality": LATERALITY_SPELLINGS,
    "route": BILLING_ROUTE_SPELLINGS,
}


def spellings_of(column: str) -> dict[Term, list[str]]:
    """Every accepted spelling of each member of a column's list, its label included."""
    spellings: dict[Term, list[str]] = {}
    known = TERMS.get(column, ACCOMMODATION_SPELLINGS)
    for spelling, term in known.items():
        spellings.setdefault(term, [term.label]).append(spelling)
    return {term: sorted(texts) for term, texts in spellings.items()}


SPELLINGS: Final = {column: spellings_of(column) for column in (*TERMS, "accommodation")}


@dataclass(frozen=True)
class Batch:
    """Lines with the same columns; every cell fits ``LINE_SCHEMA``."""

    columns: tuple[str, ...]
    lines: list[Cells]


def draw_batch(drawn: DrawnCatalogue, size: int) -> Batch:
    """Lines for a typed table; half of the batches lack some columns."""
    columns = _columns(drawn.draw)
    lines = [draw_line(drawn, columns, str(number)) for number in range(size)]
    return Batch(columns, lines)


def draw_dictionaries(drawn: DrawnCatalogue, size: int) -> list[Cells]:
    """Lines as programs give them: keys left out, members, texts for dates and numbers."""
    lines = []
    for number in range(size):
        line = draw_line(drawn, _columns(drawn.draw), str(number))
        if drawn.draw.chance(0.25):
            misspell(drawn.draw, line, set(line))
        lines.append(_as_texts(drawn.draw, line))
    return lines


def _columns(draw: Draw) -> tuple[str, ...]:
    names = [field.name for field in LINE_SCHEMA]
    if draw.chance(0.5):
        return tuple(names)
    kept = dict.fromkeys(("contract", "payer", "billing_unit", "route"), 0.982)
    return tuple(name for name in names if name in COMPULSORY or draw.chance(kept.get(name, 0.92)))


def draw_line(drawn: DrawnCatalogue, columns: tuple[str, ...], line_id: str) -> Cells:
    """One line with exactly those columns."""
    draw, catalogue = drawn.draw, drawn.catalogue
    contract = draw.pick(list(catalogue.contracts.values()))
    terms = draw.pick(contract.terms)
    standard = catalogue.standards[terms.standard]
    rules = in_force(standard.rules, terms.valid_from) or standard.rules[0]
    hours = draw_hours(drawn, contract, terms, rules)
    line: Cells = {
        "line_id": line_id,
        "code": _code(draw, drawn.codes),
        "start": hours.start,
        "end": hours.end,
        "admission": hours.admission,
        "authorised": draw.weighted({None: 600, True: 397, False: 3}),
        "quantity": _quantity(draw),
        "rank": draw.weighted({None: 40, 1: 10, 2: 20, 3: 15, 4: 8, 5: 5, 99: 2}),
        "accommodation": _accommodation(draw),
        **_parties(draw, contract, terms),
        **_patient(draw, rules),
        **{column: _spelled(draw, column) for column in TERMS if column != "route"},
    }
    line["role"] = _spell(draw, "role", _role(draw))
    for column in IDS:
        if line[column] is not None and draw.chance(0.05):
            line[column] = f" {line[column]} "
    for column, cell in line.items():
        if cell is None and LINE_SCHEMA.field(column).type == "string" and draw.chance(0.1):
            line[column] = draw.pick(["", "", " "])
    line = {column: line[column] for column in columns}
    for _ in range(draw.weighted({0: 955, 1: 37, 2: 8})):
        spoil(draw, line, set(columns))
    return line


def _code(draw: Draw, codes: tuple[str, ...]) -> str:
    code = draw.pick(codes)
    if draw.chance(0.012):
        return draw.pick(["99999999", "0", "9", code + "0", "0" + code])[:10]
    if len(code) in {8, 10} and draw.chance(0.02):
        return f"{code}.0"
    if len(code) == 8 and draw.chance(0.2):
        return f"{code[0]}.{code[1:3]}.{code[3:5]}.{code[5:7]}-{code[7]}"
    return f" {code} " if draw.chance(0.03) else code


def _quantity(draw: Draw) -> int:
    if "quantity" in draw.extremes and draw.chance(0.5):
        # Of a base of 5 or 1 thousand million reais, the greatest amount there may be.
        return draw.pick([2, -2, 10, -10])
    kind = draw.weighted({"one": 50, "few": 25, "many": 5, "reversal": 20})
    return {
        "one": 1,
        "few": draw.between(2, 12),
        "many": draw.pick([100, 998, 999]),
        "reversal": -draw.pick([1, 1, 1, 2, 3, 7, 999]),
    }[kind]


def _accommodation(draw: Draw) -> str | None:
    kind = draw.weighted({"no bed": 38, "bed": 41, "spelled": 20, "unknown": 1})
    spelling = draw.pick(SPELLINGS["accommodation"][draw.pick(list(UsualAccommodation))])
    return {
        "no bed": None,
        "bed": draw.pick(ACCOMMODATIONS),
        "spelled": draw.weighted({spelling: 8, spelling.upper(): 2}),
        "unknown": draw.pick(["suite", "Suíte", "quarto"]),
    }[kind]


def _parties(draw: Draw, contract: Contract, terms: Terms) -> Cells:
    """Who pays, who bills, for whom: by the contract's name, by its scope, or by both."""
    by_name = draw.chance(0.5)
    parties: Cells = dict.fromkeys(("payer", "billing_unit", "route"))
    if not by_name or draw.chance(0.6):
        parties = {
            "payer": contract.payer,
            "billing_unit": contract.billing_unit,
            "route": _spell(draw, "route", contract.route),
        }
    if not by_name and draw.chance(0.03):
        column, cells = draw.pick(
            [
                ("payer", [None, "", "gama"]),
                ("billing_unit", [None, "elsewhere"]),
                ("route", [None, "", "pombo", "9"]),
            ]
        )
        parties[column] = draw.pick(cells)
    planned = [plan.plan for plan in terms.plans] or list(PLANS)
    return {
        **parties,
        "contract": contract.id if by_name else None,
        "plan": _scoped(draw, contract.plan, [*planned, "unknown"]),
        "provider": _scoped(draw, contract.provider, PROVIDERS),
        "specialty": _scoped(draw, contract.specialty, SPECIALTIES),
    }


def _scoped(draw: Draw, own: str | None, others: list[str] | tuple[str, ...]) -> str | None:
    if own is not None and draw.chance(0.95):
        return own
    return draw.maybe(0.65, draw.pick(others))


def _patient(draw: Draw, rules: StandardRules) -> Cells:
    ages = [0, 2400]
    weights = [1, 999_999, 2499, 2500]
    for rule in rules.paediatric:
        borders = (rule.from_months - 1, rule.from_months, rule.below_months - 1, rule.below_months)
        ages += [age for age in borders if 0 <= age <= 2400]
        grams = rule.below_grams
        weights += [] if grams is None else [max(1, grams - 1), min(grams, 999_999)]
    return {
        "age_months": draw.maybe(0.6, draw.pick(ages)),
        "weight_grams": draw.maybe(0.5, draw.pick(weights)),
    }


def _role(draw: Draw) -> Role:
    return Role.SURGEON if draw.chance(0.3) else draw.pick(list(Role))


def _spelled(draw: Draw, column: str) -> str | None:
    term = draw.pick(list(SPELLINGS[column]))
    return draw.maybe(0.65, _spell(draw, column, term))


def _spell(draw: Draw, column: str, term: Term) -> str:
    """One of the term's spellings, in small letters, in capitals, or between blanks."""
    text = draw.pick(SPELLINGS[column][term])
    return draw.weighted({text: 80, text.upper(): 12, f" {text} ": 8})


def _as_texts(draw: Draw, line: Cells) -> Cells:
    """The same line with some cells as texts, terms as members, and empty cells left out."""
    given: Cells = {}
    for column, cell in line.items():
        if cell is None and column != "quantity" and draw.chance(0.3):
            continue
        given[column] = _as_text(draw, column, cell)
    return given


def _as_text(draw: Draw, column: str, cell: Any) -> Any:  # noqa: ANN401 - cells are of many types
    if draw.chance(0.5):
        return cell
    if isinstance(cell, datetime):
        return draw.pick([cell.isoformat(), cell.isoformat(" ")])
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, int) and not isinstance(cell, bool):
        return str(cell)
    spellings = TERMS.get(column, {})
    return spellings.get(cell, cell) if column != "route" else cell
