"""What a catalogue drew: read from the schema's own models, so that no new field is forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from honorarios.catalogue.schema import (
    PRICE_COLUMNS,
    Basis,
    BillingStandard,
    Calendar,
    Coding,
    CoefficientSet,
    Contract,
    FeeSchedule,
    LaunchTerms,
    Manifest,
)
from honorarios.catalogue.schema.base import PORTES
from honorarios.core.vocabulary import Role, Setting
from tests.oracle.generator.draw import EXTREME_FACTORS, EXTREME_PRICES
from tests.oracle.generator.world import LETTERS

if TYPE_CHECKING:
    from tests.oracle.coverage.tally import Tally
    from tests.oracle.generator.catalogues import DrawnCatalogue

ROOTS: Final = (Manifest, FeeSchedule, CoefficientSet, BillingStandard, Contract, Calendar)
NOT_OF_THE_ENGINE: Final = (Coding, LaunchTerms)
"""What only launching reads: no price depends on it, and the generator leaves it as it is by default."""
TERM_COLUMNS: Final = {"role": Role, "setting": Setting, "patient_setting": Setting}
VALUES_OF_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "basis": tuple(str(basis) for basis in Basis),
    "porte": PORTES,
    "anaesthetic_porte": tuple("012345678" + LETTERS),
}
NONE: Final = "no extreme"


def expect_documents(tally: Tally) -> None:
    """Every value of every field of every document, and every value of every price column."""
    for root in ROOTS:
        _expect_model(tally, root)
    for column in PRICE_COLUMNS:
        values = list(VALUES_OF_COLUMNS.get(column.name, ()))
        if column.name in TERM_COLUMNS:
            values = [term.name for term in TERM_COLUMNS[column.name]]
        if column.type == "boolean":
            values = ["True", "False"]
        if not column.required:
            values.append("empty")
        tally.expect(f"price.{column.name}", values or ["stated"])
    tally.expect("extremes", [*EXTREME_FACTORS, *EXTREME_PRICES, NONE])


def see_documents(tally: Tally, drawn: DrawnCatalogue) -> None:
    """Everything that a catalogue drew."""
    catalogue = drawn.catalogue
    _see_model(tally, catalogue.manifest)
    for documents in (
        catalogue.schedules,
        catalogue.coefficients,
        catalogue.standards,
        catalogue.contracts,
        catalogue.calendars,
    ):
        for document in documents.values():
            _see_model(tally, document)
    for table in catalogue.prices.values():
        _see_prices(tally, table.to_pydict())
    for name in drawn.draw.extremes or {NONE}:
        tally.see("extremes", name)


def _see_prices(tally: Tally, columns: dict[str, list[Any]]) -> None:
    for name, cells in columns.items():
        terms = {term.value: term.name for term in TERM_COLUMNS.get(name, ())}
        for cell in cells:
            value = terms.get(cell, str(cell))
            if cell is None:
                value = "empty"
            elif not tally.knows(f"price.{name}", value):
                value = "stated"
            tally.see(f"price.{name}", value)


def _expect_model(tally: Tally, model: type[BaseModel]) -> None:
    for name, field in model.model_fields.items():
        may_be_empty = not any(hasattr(limit, "min_length") for limit in field.metadata)
        values = _values(tally, field.annotation)
        if not may_be_empty or (field.default_factory is None and _is_full(field.default)):
            values.discard("empty")
        tally.expect(f"{model.__name__}.{name}", values)


def _is_full(default: object) -> bool:
    return isinstance(default, Mapping) and bool(default)


def _values(tally: Tally, kind: Any) -> set[str]:  # noqa: ANN401 - any annotation
    """The values that a field of that type may take, by name."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _values(tally, parts[0])
    if origin in (Union, UnionType):
        return set().union(*(_values(tally, part) for part in parts))
    if origin is Literal:
        return set(parts)
    if origin is tuple:
        return {"empty", *_values(tally, parts[0])}
    return {"empty", "stated"} if origin is dict else _plain_values(tally, kind)


def _plain_values(tally: Tally, kind: type) -> set[str]:
    if kind is NoneType:
        return {"empty"}
    if kind is bool:
        return {"True", "False"}
    if issubclass(kind, Enum):
        return {member.name for member in kind}
    if issubclass(kind, BaseModel) and kind not in NOT_OF_THE_ENGINE:
        _expect_model(tally, kind)
    return {"stated"}


def _see_model(tally: Tally, document: BaseModel) -> None:
    for name in type(document).model_fields:
        _see_value(tally, f"{type(document).__name__}.{name}", getattr(document, name))


def _see_value(tally: Tally, parameter: str, value: object) -> None:
    if value is None or value in ((), {}):
        tally.see(parameter, "empty")
    elif isinstance(value, tuple):
        for member in value:
            _see_value(tally, parameter, member)
    elif isinstance(value, BaseModel):
        tally.see(parameter, "stated")
        if not isinstance(value, NOT_OF_THE_ENGINE):
            _see_model(tally, value)
    elif isinstance(value, Enum):
        tally.see(parameter, value.name)
    elif isinstance(value, Decimal) or not tally.knows(parameter, str(value)):
        tally.see(parameter, "stated")
    else:
        tally.see(parameter, str(value))
