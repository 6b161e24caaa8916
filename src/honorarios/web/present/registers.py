"""Registers as their screens show them: Portuguese addresses, the columns of a list, the fields of a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from honorarios.services.registers import REGISTERS, Field, Kind, Register
from honorarios.web.present.forms import Group, Input, Node, Option, Row, Rows
from honorarios.web.present.meanings import in_words, said
from honorarios.web.present.writing import NOTHING, day, initials
from honorarios.web.typed import day_text, quantity_text

if TYPE_CHECKING:
    from honorarios.core.findings import Finding
    from honorarios.services.registers import ChangeView, Children, RowPage, RowView

Names = Mapping[str, Mapping[Any, str]]
"""The names of the rows that fields refer to, by field and code."""
RARE: Final = frozenset(
    {
        *("setting", "provider_class", "plan", "billing_unit", "contract", "note"),
        *("evidence", "confirmed_by", "asks", "forbids_complement", "exclusive"),
        *("beside_repasse", "accepts_direct", "accepts_natural", "accepts_legal"),
        *("service_share", "loss_share", "fixed_fee", "appeal_days", "documents", "papers"),
        *("cut_off_day", "cut_off_months", "cut_off_roll", "cut_off_dates", "cut_off_working"),
        *("same_route_for_all", "social_month"),
    }
)
"""Fields that most rows leave empty, or that nobody looks for in a list."""


@dataclass(frozen=True, slots=True)
class Place:
    """A register on the desk."""

    name: str
    """As the services call it."""
    slug: str
    """In addresses."""
    icon: str
    lead: str
    """What it is for, in a sentence."""
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The fields of a long form under headings; those of none stand first."""
    page: str = ""
    """The view that shows one of them, where it has a page of its own."""
    confirming: str = ""
    """The view by which one of them is confirmed, where it is a fact that somebody confirms."""

    @property
    def register(self) -> Register:
        """Its description."""
        return REGISTERS[self.name]

    @property
    def titles(self) -> str:
        """Many of them, as a heading."""
        return capital(said(self.register.titles, in_words(self.name)))

    @property
    def title(self) -> str:
        """One of them, as a heading."""
        return capital(said(self.register.title, in_words(self.register.model.__name__)))

    @property
    def listing(self) -> str:
        """The address of its list."""
        return self.url("listing")

    def confirm(self, row_id: int) -> str:
        """The address where a row is confirmed; empty where there is nothing to confirm."""
        return reverse(self.confirming, args=[row_id]) if self.confirming else ""

    def url(self, view: str, row_id: int | None = None) -> str:
        """The address of one of its screens: ``listing``, ``show``, ``edit``."""
        if view == "show" and self.page:
            return reverse(self.page, args=[row_id])
        if self.register.identifies_patients:
            return reverse(f"patients.{view}", args=[] if row_id is None else [row_id])
        return reverse(f"registers.{view}", args=[self.slug, *([] if row_id is None else [row_id])])


_KNOWN: Final = (
    gettext_noop("Como se sabe"),
    ("fact_status", "confirmed_by", "confirmed_on", "expires_on", "evidence", "asks"),
)
_CUT_OFF: Final = (
    gettext_noop("Até quando se entrega"),
    (
        *("cut_off_shape", "cut_off_event", "cut_off_days", "cut_off_working", "cut_off_day"),
        *("cut_off_months", "cut_off_roll", "cut_off_dates"),
    ),
)
_DEMANDED: Final = (
    gettext_noop("O que a via exige"),
    (
        *("documents", "papers", "appeal_days", "same_route_for_all"),
        *("accepts_natural", "accepts_legal"),
    ),
)
GROUPS: Final[tuple[tuple[str, tuple[Place, ...]], ...]] = (
    (
        gettext_noop("Quem age"),
        (
            Place(
                "providers",
                "prestadores",
                "stethoscope",
                gettext_noop("Médicos, empresas e a própria instituição."),
            ),
            Place(
                "credentials",
                "credenciamentos",
                "badge-check",
                gettext_noop("Como cada prestador está com cada convênio, ao longo do tempo."),
                groups=(_KNOWN,),
                confirming="agreements.confirm_credential",
            ),
            Place(
                "patients",
                "pacientes",
                "user-round",
                gettext_noop("Prontuários; cada leitura fica registrada."),
            ),
        ),
    ),
    (
        gettext_noop("Quem paga"),
        (
            Place(
                "payers",
                "convenios",
                "landmark",
                gettext_noop("Convênios, particular, SUS e servidor estadual."),
            ),
            Place(
                "plans",
                "planos",
                "id-card",
                gettext_noop("Os planos de cada convênio e a acomodação contratada."),
            ),
        ),
    ),
    (
        gettext_noop("Por onde se recebe"),
        (
            Place(
                "agreements",
                "acordos",
                "handshake",
                gettext_noop("O que cada hospital e cooperativa combinou com cada convênio."),
                groups=(
                    (
                        gettext_noop("Só uma parte"),
                        ("plan", "billing_unit", "codes", "specialty", "contract"),
                    ),
                    _KNOWN,
                ),
                page="agreements.show",
            ),
            Place(
                "route-terms",
                "condicoes-das-vias",
                "percent",
                gettext_noop("Taxas, prazos e documentos de cada via de faturamento."),
                groups=(_CUT_OFF, _DEMANDED),
            ),
            Place(
                "cooperatives",
                "cooperativas",
                "users-round",
                gettext_noop("As cooperativas que cobram honorários, e o que elas atendem."),
            ),
            Place(
                "memberships",
                "filiacoes",
                "id-card",
                gettext_noop("Quem é associado de qual cooperativa, e desde quando."),
                groups=(_KNOWN,),
                confirming="agreements.confirm_membership",
            ),
            Place(
                "hospital-contacts",
                "contatos",
                "phone",
                gettext_noop("Comercial, corpo clínico e faturamento: a quem perguntar."),
            ),
            Place(
                "tax-profiles",
                "perfis-tributarios",
                "scale",
                gettext_noop("Como cada prestador recebe, e o que o imposto leva na margem."),
            ),
        ),
    ),
    (
        gettext_noop("Onde"),
        (
            Place("hospitals", "hospitais", "hospital", gettext_noop("As casas do cliente.")),
            Place(
                "billing-units",
                "unidades",
                "receipt-text",
                gettext_noop("Unidades de faturamento e o prestador principal de cada uma."),
            ),
            Place(
                "accommodation-types",
                "acomodacoes",
                "bed-double",
                gettext_noop("Enfermaria, apartamento, UTI: os tipos e a sua ordem."),
            ),
            Place(
                "bed-classes",
                "classes-de-leito",
                "layers",
                gettext_noop("O que liga leitos a uma acomodação."),
            ),
            Place("beds", "leitos", "bed", gettext_noop("Os leitos de cada hospital.")),
            Place(
                "cost-centres",
                "centros-de-custo",
                "wallet",
                gettext_noop("Para onde vai cada lançamento na contabilidade."),
            ),
            Place(
                "workstations",
                "estacoes",
                "monitor",
                gettext_noop("Estações de trabalho dos atendimentos externos."),
            ),
        ),
    ),
    (
        gettext_noop("Regras"),
        (
            Place(
                "split-rules",
                "divisoes",
                "split",
                gettext_noop("Divisão de cobrança por percentual, com os recebedores."),
            ),
            Place(
                "inside-outside-rules",
                "dentro-ou-fora",
                "log-out",
                gettext_noop("O que fica dentro ou fora da conta, e desde quando."),
            ),
            Place(
                "holiday-places",
                "pracas",
                "calendar-off",
                gettext_noop(
                    "Feriados de cada cidade, com que se contam os dias úteis dos prazos."
                ),
            ),
            Place(
                "deadline-pressure",
                "pressao-dos-prazos",
                "hourglass",
                gettext_noop("Risco de nada receber quando falta um documento perto do prazo."),
            ),
            Place(
                "package-books",
                "livros-de-pacotes",
                "book-open",
                gettext_noop("Os pacotes combinados com cada convênio."),
            ),
            Place(
                "package-templates",
                "gabaritos",
                "package",
                gettext_noop("Os itens e quantidades de cada pacote."),
            ),
        ),
    ),
)
PLACES: Final = {place.slug: place for _title, places in GROUPS for place in places}
BY_NAME: Final = {place.name: place for place in PLACES.values()}
BY_MODEL: Final = {place.register.model: place for place in PLACES.values()}


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a list or of a row's page."""

    label: str
    text: str
    note: str = ""
    """Smaller, beside it: the code of what it names."""
    number: bool = False
    help: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a list."""

    href: str
    cells: tuple[Cell, ...]
    state: str = ""
    """``past``, ``current`` or ``future`` of a dated row."""


def capital(text: str) -> str:
    """A text with its first letter capital, the others as they are."""
    return text[:1].upper() + text[1:]


def label_of(field: Field) -> str:
    """What a field is called."""
    return capital(said(field.title, in_words(field.name)))


def columns(register: Register) -> tuple[Field, ...]:
    """The fields that a list shows; the rest is on the row's own page."""
    return tuple(one for one in register.fields if one.name not in RARE)


def line(place: Place, row: RowView, names: Names) -> Line:
    """A row of a list."""
    register = place.register
    return Line(
        href=place.url("show", row.id),
        cells=tuple(
            cell(one, row.values[one.name], names, hidden=register.identifies_patients)
            for one in columns(register)
        ),
        state=state_of(row),
    )


def state_of(row: RowView) -> str:
    """Whether a dated row is over, holds or is to come; nothing of one without dates."""
    if "valid_from" not in row.values:
        return ""
    today = timezone.localdate()
    start, end = row.values["valid_from"], row.values["valid_to"]
    if start is not None and start > today:
        return "future"
    return "past" if end is not None and end < today else "current"


def cell(field: Field, value: Any, names: Names, *, hidden: bool = False) -> Cell:  # noqa: ANN401 - of any kind
    """A value as it is read; ``hidden`` shows of a person no more than the initials."""
    label = label_of(field)
    if value is None or value == "":
        return Cell(label, NOTHING)
    if field.kind is Kind.REFERENCE:
        name = names.get(field.name, {}).get(value, "")
        return Cell(label, name or str(value), str(value) if name and name != value else "")
    if field.kind in {Kind.TERM, Kind.SEVERAL, Kind.FLAG}:
        return Cell(label, _chosen(field, value))
    if hidden and field.name == "name":
        return Cell(label, initials(value))
    if hidden and field.kind is Kind.CPF:
        return Cell(label, f"•••.•••.•••-{value[-2:]}")
    return Cell(label, _written(field, value), number=isinstance(value, int | Decimal))


def _chosen(field: Field, value: Any) -> str:  # noqa: ANN401 - as above
    """What was chosen of a closed list."""
    if field.kind is Kind.FLAG:
        return _("Sim") if value else _("Não")
    labels = field.labels or {}
    names = value.split() if field.kind is Kind.SEVERAL else [value]
    return ", ".join(_(labels.get(name, name)) for name in names)


def _written(field: Field, value: Any) -> str:  # noqa: ANN401 - as above
    if isinstance(value, date):
        return day(value)
    if isinstance(value, Decimal):
        return quantity_text(value.normalize() if value % 1 else value.quantize(Decimal(1)))
    if field.kind is Kind.CPF:
        return f"{value[:3]}.{value[3:6]}.{value[6:9]}-{value[9:]}"
    return str(value)


def typed_value(value: Any) -> str:  # noqa: ANN401 - as above
    """A value as a form shows it."""
    if value is None:
        return ""
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, Decimal):
        return quantity_text(value)
    if isinstance(value, bool):
        return "true" if value else ""
    return " ".join(value) if isinstance(value, list) else str(value)


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
        if field.kind is Kind.REFERENCE:
            kind = "select" if field.name in self._options else "search"
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
        elif field.kind is Kind.REFERENCE:
            known = list(self._options.get(field.name, ()))
        else:
            return ()
        given = "" if value is None else str(value)
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


def title_of(place: Place, row: RowView, names: Names) -> str:
    """What a row is called: its name, its code, or what identifies it."""
    values = row.values
    if values.get("name"):
        return str(values["name"])
    if values.get("code"):
        return str(values["code"])
    told = [
        cell(place.register.field(name), values[name], names).text
        for name in place.register.key
        if name != "valid_from" and values[name] not in (None, "")
    ]
    return " · ".join(told) or place.title


def period_label(place: Place, row: RowView, names: Names) -> str:
    """What a dated row says besides its dates and what identifies it."""
    apart = (*place.register.key, "valid_from", "valid_to")
    told = [
        cell(one, row.values[one.name], names).text
        for one in place.register.fields
        if one.name not in apart
    ]
    children = place.register.children
    if children is not None:
        told += [
            " ".join(typed_value(value) for value in child.values())
            for child in row.values[children.name]
        ]
    return " · ".join(told)


@dataclass(frozen=True, slots=True)
class Lane:
    """The periods of one thing, one after another."""

    title: str
    segments: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Rows of another register that refer to a row."""

    place: Place
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    more: str
    """Address of all of them; empty when these are all."""
    add: str
    """Address of a new one with the reference filled in."""
    lanes: tuple[Lane, ...]
    """Of dated ones, a line in time for each thing that they are about."""
    segments: tuple[Mapping[str, object], ...]
    """The periods of all lanes: what their width stands for."""


def related(place: Place, field: Field, named: str, page: RowPage, names: Names) -> Related:
    """Rows of a register that refer to a row by a field."""
    query = urlencode({field.name: named})
    shown = [one for one in columns(place.register) if one.name != field.name]
    lanes = _lanes(place, field, page.rows, names) if "valid_from" in place.register.names else {}
    return Related(
        place=place,
        columns=tuple(label_of(one) for one in shown),
        lines=tuple(
            Line(
                href=place.url("show", row.id),
                cells=tuple(cell(one, row.values[one.name], names) for one in shown),
                state=state_of(row),
            )
            for row in page.rows
        ),
        more=f"{place.url('listing')}?{query}" if page.after is not None else "",
        add=f"{place.url('new')}?{query}",
        lanes=tuple(Lane(title, tuple(segments)) for title, segments in lanes.items()),
        segments=tuple(one for segments in lanes.values() for one in segments),
    )


def _lanes(
    place: Place, field: Field, rows: Sequence[RowView], names: Names
) -> dict[str, list[Mapping[str, object]]]:
    """The periods of dated rows by what identifies them besides the row that they refer to."""
    lanes: dict[str, list[Mapping[str, object]]] = {}
    apart = {field.name, "valid_from"}
    for row in sorted(rows, key=lambda one: one.values["valid_from"]):
        title = " · ".join(
            cell(place.register.field(name), row.values[name], names).text
            for name in place.register.key
            if name not in apart and row.values[name] not in (None, "")
        )
        segment = {
            "start": row.values["valid_from"],
            "end": row.values["valid_to"],
            "label": period_label(place, row, names) or title or place.title,
            "href": place.url("show", row.id),
        }
        lanes.setdefault(title or place.title, []).append(segment)
    return lanes


@dataclass(frozen=True, slots=True)
class Held:
    """The list that stands in a row."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def children_of(place: Place, row: RowView, names: Names) -> Held | None:
    """The list that stands in a row; None where the register has none."""
    children = place.register.children
    if children is None:
        return None
    held = {one.name: names.get(f"{children.name}.{one.name}", {}) for one in children.fields}
    return Held(
        title=capital(said(children.title, in_words(children.name))),
        columns=tuple(label_of(one) for one in children.fields),
        rows=tuple(
            tuple(cell(one, child[one.name], held) for one in children.fields)
            for child in row.values[children.name]
        ),
    )


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """A change of a row's history."""

    change: ChangeView
    moved: tuple[tuple[Cell, Cell], ...]
    """Each field before and after."""
    others: tuple[str, ...]
    """What else was written, of which the trail keeps no value."""


def as_it_was(row: RowView, history: Iterable[ChangeView]) -> list[RowView]:
    """A row as its history had it, for what it referred to then."""
    return [
        replace(row, values={**row.values, one.name: value})
        for change in history
        for one in change.moved
        for value in (one.before, one.after)
    ]


def history_shown(
    place: Place, history: Iterable[ChangeView], names: Names
) -> tuple[ChangeShown, ...]:
    """The history of a row, in the words of its page."""
    found = []
    for change in history:
        fields = [(place.register.field(one.name), one) for one in change.moved]
        told = {field.title for field, _one in fields}
        found.append(
            ChangeShown(
                change,
                tuple(
                    (cell(field, one.before, names), cell(field, one.after, names))
                    for field, one in fields
                ),
                tuple(capital(said(title, title)) for title in change.fields if title not in told),
            )
        )
    return tuple(found)
