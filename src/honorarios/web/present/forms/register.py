"""A register's form, drawn from the description of its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _

from honorarios.services.registers import Field, Kind
from honorarios.web.present.forms.nodes import Group, Input, Node, Option, Row, Rows
from honorarios.web.present.meanings import in_words, said
from honorarios.web.present.places import BY_MODEL, capital
from honorarios.web.present.registers import label_of, typed_value
from honorarios.web.present.writing import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from honorarios.core.findings import Finding
    from honorarios.services.registers import Children
    from honorarios.web.present.places import Place
    from honorarios.web.present.registers import Names


class RegisterForm:
    """Draws a register's form from the description of its fields."""

    def __init__(
        self,
        place: Place,
        options: Mapping[str, Sequence[Option]],
        findings: Sequence[Finding] = (),
        names: Names | None = None,
    ) -> None:
        """Remember what fields may be chosen from.

        Args:
            place: Which register.
            options: The rows that each reference may name; a field without an entry is searched.
            findings: Placed at fields.
            names: What the references are called, for those that are searched.
        """
        self._place = place
        self._options = options
        self._names = names or {}
        self._findings = findings
        self._used: set[str] = set()

    def nodes(
        self,
        data: Mapping[str, Any],
        *,
        locked: Sequence[str] = (),
        focus: str = "",
        added: str = "",
    ) -> tuple[Node, ...]:
        """The fields around what was typed, or is on record."""
        register = self._place.register
        first = focus or next((one.name for one in register.fields if one.name not in locked), "")
        inputs = {
            one.name: self._input(
                one,
                one.name,
                data.get(one.name, one.default),
                locked=one.name in locked,
                focus=not added and one.name == first,
            )
            for one in register.fields
        }
        nodes: list[Node] = list(self._grouped(inputs))
        if register.children is not None:
            nodes.append(self._rows(register.children, data.get(register.children.name), added))
        return tuple(nodes)

    def _grouped(self, inputs: Mapping[str, Input]) -> Iterator[Node]:
        """The fields of no group, and then each group of them."""
        held = {name for _title, names in self._place.groups for name in names}
        yield from (node for name, node in inputs.items() if name not in held)
        for number, (title, names) in enumerate(self._place.groups):
            nodes = tuple(inputs[name] for name in names)
            yield Group(name=f"group-{number}", label=_(title), nodes=nodes, open=True)

    def others(self) -> tuple[Finding, ...]:
        """What stands beside no field."""
        return tuple(one for one in self._findings if one.place.field not in self._used)

    def _input(
        self,
        field: Field,
        path: str,
        value: Any,  # noqa: ANN401 - of any kind
        *,
        locked: bool = False,
        focus: bool = False,
    ) -> Input:
        self._used.add(path)
        options = self._choices(field, value)
        kind = _TYPES.get(field.kind, "text")
        if field.name in self._options:
            kind = "select"
        elif field.kind is Kind.REFERENCE:
            kind = "search"
        return Input(
            name=path,
            label=label_of(field),
            help=said(field.help, ""),
            type=kind,
            value="" if value == "false" else typed_value(value),
            options=options,
            required=field.required,
            optional=not field.required and kind != "select",
            locked=locked,
            autofocus=focus,
            longest=field.longest if kind in {"text", "area"} else None,
            example=_EXAMPLES.get(field.kind, ""),
            source=self._source(field) if kind == "search" else "",
            text=self._text(field, value),
            findings=tuple(one for one in self._findings if one.place.field == path),
        )

    def _text(self, field: Field, value: Any) -> str:  # noqa: ANN401 - of any kind
        """What a search, or a field that is locked, shows for its value."""
        if field.kind is Kind.TERM and value:
            return _((field.labels or {}).get(str(value), str(value)))
        return str(self._names.get(field.name, {}).get(value, typed_value(value)))

    def _choices(self, field: Field, value: object) -> tuple[Option, ...]:
        if field.kind is Kind.SEVERAL:
            chosen = set(typed_value(value).split())
            labels = field.labels or {}
            return tuple(Option(name, _(label), name in chosen) for name, label in labels.items())
        if field.kind is Kind.TERM:
            known = [Option(name, _(label)) for name, label in (field.labels or {}).items()]
        elif field.name in self._options:
            known = list(self._options[field.name])
        else:
            return ()
        given = "" if value is None else str(value)
        if given and field.kind is Kind.TEXT and given not in {one.value for one in known}:
            known.append(Option(given, given))
        blank = [] if field.required and given else [Option("", NOTHING, not given)]
        return (*blank, *(Option(one.value, one.label, one.value == given) for one in known))

    def _source(self, field: Field) -> str:
        place = None if field.refers_to is None else BY_MODEL.get(field.refers_to)
        return "" if place is None else place.url("options")

    def _rows(self, children: Children, given: object, added: str) -> Rows:
        held = given if isinstance(given, list) else []
        self._used.add(children.name)
        return Rows(
            name=children.name,
            label=capital(said(children.title, in_words(children.name))),
            item=said(children.title, in_words(children.name)),
            rows=tuple(
                Row(
                    name=f"{children.name}.{number}",
                    title=str(number + 1),
                    nodes=tuple(
                        self._input(
                            one,
                            f"{children.name}.{number}.{one.name}",
                            child.get(one.name),
                            focus=added == f"{children.name}.{number}" and place == 0,
                        )
                        for place, one in enumerate(children.fields)
                    ),
                    first=number == 0,
                    last=number == len(held) - 1,
                    compact=True,
                    open=True,
                )
                for number, child in enumerate(held)
                if isinstance(child, dict)
            ),
            ordered=children.numbered,
            findings=tuple(one for one in self._findings if one.place.field == children.name),
        )


_TYPES: Final[Mapping[Kind, str]] = {
    Kind.CODES: "area",
    Kind.WHOLE: "number",
    Kind.EXACT: "number",
    Kind.DAY: "day",
    Kind.FLAG: "flag",
    Kind.TERM: "select",
    Kind.SEVERAL: "checks",
}
_EXAMPLES: Final[Mapping[Kind, str]] = {
    Kind.DAY: "dd/mm/aaaa",
    Kind.CPF: "000.000.000-00",
    Kind.CODES: "31003079 3100 10101012-10101039",
}
