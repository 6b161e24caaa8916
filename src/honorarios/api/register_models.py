"""What goes in and out of a register's routes: models made from the description of its fields."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import BaseModel, Field, create_model

from honorarios.api.fields import Code, Day, Given, Key, Size, Whole
from honorarios.services import registers
from honorarios.services.registers import Kind
from honorarios.services.registers.listing import USUAL_PAGE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.services.registers import Children, Register

MOST_CHILDREN: Final = 1_000
_made: Final[Any] = create_model
"""No type checker knows a model whose fields are known only when the program runs."""
Text = Annotated[str, Field(max_length=4_000)]
Number = Whole | Annotated[str, Field(max_length=40)]
GIVEN: Final[Mapping[Kind, Any]] = {
    Kind.TEXT: Text,
    Kind.CODES: Text,
    Kind.CPF: Text,
    Kind.WHOLE: Number,
    Kind.EXACT: Number,
    Kind.DAY: Text,
    Kind.FLAG: bool | Annotated[str, Field(max_length=10)],
    Kind.TERM: Text,
    Kind.SEVERAL: Text | list[Text],
    Kind.REFERENCE: Number,
}
"""What a request may say: texts too, which the register reads and judges."""
SHOWN: Final[Mapping[Kind, Any]] = {
    Kind.TEXT: str,
    Kind.CODES: str,
    Kind.CPF: str,
    Kind.WHOLE: int,
    Kind.EXACT: Decimal,
    Kind.DAY: date,
    Kind.FLAG: bool,
    Kind.TERM: str,
    Kind.SEVERAL: str,
    Kind.REFERENCE: str | int,
}


@dataclass(frozen=True, slots=True)
class Models:
    """The models of a register; classes, of which no type checker knows the fields."""

    new: Any
    change: Any
    asked: Any
    row: Any
    page: Any


class Row(BaseModel):
    """A row as it is answered."""

    id: int
    tag: str = Field(description="O que If-Match diz ao alterar a linha.")


def models_of(register: Register) -> Models:
    """The models of a register's requests and answers."""
    name = _camel(register.name)
    shown: dict[str, Any] = {one.name: (SHOWN[one.kind] | None, ...) for one in register.fields}
    row = _made(f"{name}Row", __base__=Row, **shown, **_children_shown(register))
    return Models(
        new=_given_model(register, "New", partial=False),
        change=_given_model(register, "Change", partial=True),
        asked=_asked_model(register),
        row=row,
        page=_made(f"{name}Page", rows=(_list_of(row), ...), after=(int | None, ...)),
    )


def _given_model(register: Register, suffix: str, *, partial: bool) -> Any:  # noqa: ANN401 - a class
    name = _camel(register.name) + suffix
    fields = {
        one.name: _given(one, required=one.required and not partial) for one in register.fields
    }
    children = register.children
    if children is not None:
        told: Any = Field(default=[], max_length=MOST_CHILDREN, description=children.title)
        fields[children.name] = (_list_of(_child(name, children)), told)
    return _made(name, __base__=Given, **fields)


def _child(name: str, children: Children) -> Any:  # noqa: ANN401 - a class
    fields: dict[str, Any] = {one.name: _given(one, required=True) for one in children.fields}
    return _made(f"{name}{children.name.capitalize()}", __base__=Given, **fields)


def _children_shown(register: Register) -> dict[str, Any]:
    children = register.children
    if children is None:
        return {}
    fields: dict[str, Any] = {one.name: (SHOWN[one.kind], ...) for one in children.fields}
    child = create_model(f"{_camel(register.name)}{children.name.capitalize()}Row", **fields)
    return {children.name: (_list_of(child), ...)}


def _asked_model(register: Register) -> Any:  # noqa: ANN401 - a class
    fields: dict[str, Any] = dict.fromkeys(registers.filters(register), (Code, ""))
    if "valid_from" in register.names:
        fields["valid_on"] = (Day | None, Field(default=None, description="Vale neste dia."))
    fields["search"] = (Code, Field(default="", description="Parte do código ou do nome."))
    fields["after"] = (Key | None, Field(default=None, description="A marca da página anterior."))
    fields["size"] = (Size, USUAL_PAGE)
    return _made(f"{_camel(register.name)}Asked", __base__=Given, **fields)


def _given(one: registers.Field, *, required: bool) -> tuple[Any, Any]:
    told = one.help
    if one.labels:
        told += f" Um de: {', '.join(one.labels)}."
    kind = GIVEN[one.kind]
    if required:
        return kind, Field(title=one.title, description=told)
    return kind | None, Field(default=None, title=one.title, description=told)


def _list_of(model: Any) -> Any:  # noqa: ANN401 - classes
    return list[model]


def _camel(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("-"))
