"""Values of a register's row from a form's fields, a request's JSON, or the cells of an imported row.

What can't be read is a finding at its field, and the others are still read.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter, ValidationError

from honorarios.catalogue.schema.base import CodePattern
from honorarios.core.calendar import day_of
from honorarios.core.findings import Place
from honorarios.core.money import parse_decimal
from honorarios.core.vocabulary import fold
from honorarios.pricing.cells import day_cell, is_empty, whole_number, written
from honorarios.pricing.interned import BAD_DAY, BAD_NUMBER
from honorarios.services.registers import codes
from honorarios.services.registers.field import Field, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from honorarios.core.findings import Finding
    from honorarios.services.registers.register import Children, Register

CPF_DIGITS: Final = 11
LONGEST_TOLD: Final = 60
"""Characters of a value that a finding tells."""
LARGEST_KEY: Final = 2**63 - 1
FIRST_DAY: Final = date(1900, 1, 1)
_CODES: Final = TypeAdapter(CodePattern)
_PARTS: Final = re.compile(r"[,;/]")
_FLAGS: Final = {
    **dict.fromkeys(("sim", "s", "yes", "true", "verdadeiro", "1", "x"), True),
    **dict.fromkeys(("nao", "n", "no", "false", "falso", "0"), False),
}


class UnreadableError(ValueError):
    """A value that is not of its field's kind; says how it is written."""


def read_row(
    register: Register, cells: Mapping[str, object]
) -> tuple[dict[str, Any], list[Finding]]:
    """The values that the cells say, empty ones included, and what is wrong with them.

    A reference is read as the code, or the number, of the row that it names; what names nothing is told
    later, when it is looked for.
    """
    known = ", ".join(register.names)
    unknown = [name for name in cells if name not in register.names]
    findings = [
        codes.UNKNOWN_FIELD.at(Place(field=name), name=name, what=register.titles, known=known)
        for name in unknown
    ]
    values = _fields(register.fields, cells, findings)
    children = register.children
    if children is not None and children.name in cells:
        values[children.name] = _children(children, cells[children.name], findings)
    return values, findings


def _fields(
    fields: Sequence[Field], cells: Mapping[str, object], findings: list[Finding], prefix: str = ""
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in fields:
        if field.name not in cells:
            continue
        place = Place(field=f"{prefix}{field.name}")
        try:
            values[field.name] = value = read_value(field, cells[field.name])
        except UnreadableError as problem:
            findings.append(unreadable(field, place, cells[field.name], problem))
        else:
            if field.required and value in (None, ""):
                findings.append(required(field, place))
    return values


def unreadable(field: Field, place: Place, value: object, problem: UnreadableError) -> Finding:
    """The finding of a value that is not of its field's kind."""
    told = str(value)[:LONGEST_TOLD]
    return codes.UNREADABLE.at(place, title=field.title.capitalize(), value=told, tip=problem)


def required(field: Field, place: Place) -> Finding:
    """The finding of a required field that is empty or not there."""
    return codes.REQUIRED.at(place, title=field.title.capitalize())


def _children(children: Children, given: object, findings: list[Finding]) -> list[dict[str, Any]]:
    place = Place(field=children.name)
    if not isinstance(given, list) or not all(isinstance(child, dict) for child in given):
        told = {"title": children.title.capitalize(), "value": str(given)[:LONGEST_TOLD]}
        findings.append(codes.UNREADABLE.at(place, **told, tip="Envie uma lista de objetos."))
        return []
    found = []
    for number, child in enumerate(given):
        prefix = f"{children.name}.{number}."
        missing = [field for field in children.fields if field.name not in child]
        findings += [required(field, Place(field=prefix + field.name)) for field in missing]
        found.append(_fields(children.fields, child, findings, prefix))
    return found


def read_value(field: Field, value: object) -> Any:  # noqa: ANN401 - of the field's kind
    """A cell as the field's kind of value; :class:`UnreadableError` where it isn't one."""
    if is_empty(value):
        return None if field.nullable or field.required else field.default
    if isinstance(value, bool | list | dict) and not _takes(field, value):
        raise UnreadableError("Use um texto ou um número.")
    return _READERS[field.kind](field, value)


def _takes(field: Field, value: object) -> bool:
    """Whether a value that is no text and no number is one of the field's kind."""
    if isinstance(value, bool):
        return field.kind is Kind.FLAG
    return isinstance(value, list) and field.kind is Kind.SEVERAL


def _text(field: Field, value: object) -> str:
    text = written(value)
    if len(text) > field.longest:
        raise UnreadableError(f"Use até {field.longest} caracteres.")
    if not all(char.isprintable() for char in text):
        raise UnreadableError("Escreva sem caracteres que não se imprimem.")
    return text


def _codes(field: Field, value: object) -> str:
    patterns = _text(field, value).split()
    try:
        return " ".join(map(_CODES.validate_python, patterns))
    except ValidationError:
        raise UnreadableError(
            "Separe por espaços: código (31003079), começo (3100) ou intervalo (10101012-10101039)."
        ) from None


def _cpf(field: Field, value: object) -> str:
    digits = "".join(char for char in _text(field, value) if char not in ".- ")
    if len(digits) < CPF_DIGITS and not isinstance(value, str):
        digits = digits.zfill(CPF_DIGITS)  # a spreadsheet took it for a number
    if len(digits) != CPF_DIGITS or not (digits.isascii() and digits.isdigit()):
        raise UnreadableError("Use os 11 algarismos do CPF.")
    return digits


def _whole(field: Field, value: object) -> int:
    number = whole_number(value)
    if number == BAD_NUMBER or not 0 <= number <= int(str(field.largest)):
        raise UnreadableError(f"Use um número inteiro de 0 a {field.largest}.")
    return number


def _exact(field: Field, value: object) -> Decimal:
    text = written(value)
    number = parse_decimal(text.removesuffix("%"))
    largest = Decimal(str(field.largest))
    fits = number is not None and (0 < number <= largest or (field.zero and number == 0))
    if number is None or not fits or number != round(number, field.places):
        least = "de 0 até" if field.zero else "até"
        raise UnreadableError(f"Use um número {least} {largest}, com até {field.places} decimais.")
    return number


def _day(_field: Field, value: object) -> date:
    number = day_cell(value)
    if number == BAD_DAY:
        raise UnreadableError("Use AAAA-MM-DD ou DD/MM/AAAA.")
    day = day_of(number)
    if day < FIRST_DAY:
        raise UnreadableError(f"Use uma data a partir de {FIRST_DAY:%d/%m/%Y}.")
    return day


def _term(field: Field, value: object) -> str:
    found = (field.terms or {}).get(fold(written(value)))
    if found is None:
        known = "; ".join(f"{label} ({name})" for name, label in (field.labels or {}).items())
        raise UnreadableError(f"Use um destes: {known}.")
    return found


def _flag(_field: Field, value: object) -> bool:
    if isinstance(value, bool):
        return value
    found = _FLAGS.get(fold(written(value)))
    if found is None:
        raise UnreadableError("Use sim ou não.")
    return found


def _several(field: Field, value: object) -> str:
    """Names or labels, as a list or as a text that separates them by commas, semicolons or spaces."""
    known = field.terms or {}
    if isinstance(value, list):
        parts = [written(one) for one in value]
    else:
        text = written(value)
        parts = [text] if fold(text) in known else _PARTS.split(text)
        if not all(fold(part) in known for part in parts if part.strip()):
            parts = text.split()
    wanted = {known.get(fold(part.strip())) for part in parts if part.strip()}
    if None in wanted:
        told = "; ".join(f"{label} ({name})" for name, label in (field.labels or {}).items())
        raise UnreadableError(f"Use qualquer um destes, separados por vírgula: {told}.")
    return " ".join(name for name in field.labels or {} if name in wanted)


def _reference(field: Field, value: object) -> str | int:
    if field.by == "code":
        return _text(field, value)
    number = whole_number(value)
    if not 0 < number <= LARGEST_KEY:
        raise UnreadableError("Use o número do registro.")
    return number


_READERS: Final[Mapping[Kind, Callable[[Field, Any], Any]]] = {
    Kind.TEXT: _text,
    Kind.CODES: _codes,
    Kind.CPF: _cpf,
    Kind.WHOLE: _whole,
    Kind.EXACT: _exact,
    Kind.DAY: _day,
    Kind.FLAG: _flag,
    Kind.TERM: _term,
    Kind.SEVERAL: _several,
    Kind.REFERENCE: _reference,
}
