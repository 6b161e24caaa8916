"""What the printed opinion says: the account of each member, what to do about it, and why it is so."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from honorarios.reports.opinion import Figure, OpinionPage, Section
from honorarios.reports.words import amount, brl, counted, day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from honorarios.services.routing.shown import ChoiceView, MemberChoiceView, TaxView

COLUMNS: Final = (
    *("Função", "Via sugerida", "Bruto", "Glosa", "Taxa", "Tributos", "Prazo e risco"),
    *("Líquido", "Dias", "Entregar até"),
)
IN_COLUMN: Final = {
    "Valor bruto": 0,
    "Glosa inicial": 1,
    "Recuperação em recurso": 1,
    "Taxa de quem repassa": 2,
    "Serviço": 2,
    "Tributos": 3,
    "Ajuste pelo prazo e pelo risco": 4,
}
"""Where each line of an account is added: from the gross value to the expected one."""
AMOUNTS: Final = 5


def opinion_page(choice: ChoiceView, office: str) -> OpinionPage:
    """The page; what doesn't stand on one of it, the screen tells."""
    accounts = [_account(member) for member in choice.members]
    return OpinionPage(
        office=office,
        title="Parecer: via de faturamento",
        subject=f"Cirurgia {choice.number}",
        on=choice.today,
        to=_where(choice),
        figures=tuple(_figures(choice)),
        columns=COLUMNS,
        rows=tuple(map(_row, choice.members, accounts)),
        total=_total(choice, accounts),
        sections=tuple(_sections(choice)),
        note=(
            "Valores a valor presente, contados da cirurgia; a glosa é a inicial menos o que se espera recuperar."
            " Estimativas com parâmetros datados: não são consultoria tributária nem jurídica."
            f" Parâmetros tributários de {day(choice.tax_year)}; entradas {choice.inputs_hash[:12]};"
            f" catálogo {choice.catalogue_hash[-12:]}."
        ),
    )


def _where(choice: ChoiceView) -> str:
    on = "sem data" if choice.surgery_on is None else day(choice.surgery_on)
    return f"{choice.payer} · {choice.hospital} · {on}"


def _figures(choice: ChoiceView) -> Iterator[Figure]:
    plan = choice.team
    yield Figure(
        name="Líquido esperado",
        value=brl(sum(member.expected for member in choice.members)),
        note="" if plan is None else plan.name,
        strong=True,
    )
    if choice.next_deadline is not None:
        text = choice.next_deadline_text
        yield Figure(name="Próximo prazo", value=day(choice.next_deadline), note=text)
    left = len(choice.asks)
    yield Figure(name="A confirmar", value=counted(left, "fato", "fatos") if left else "nada")


def _account(member: MemberChoiceView) -> list[int]:
    """The amounts of a member's recommended routes, column by column; with the net, they add up."""
    found = [0] * AMOUNTS
    for option in _advised(member):
        for line in option["account"]:
            found[IN_COLUMN[line["label"]]] += line["centavos"]
    return found


def _advised(member: MemberChoiceView) -> Iterator[dict[str, Any]]:
    for seat in member.seats:
        yield from (one for one in seat.opinion["covered"] if one["key"] == seat.recommended)


def _row(member: MemberChoiceView, account: list[int]) -> tuple[str, ...]:
    chosen = next((way for way in member.ways if way.key == member.recommended), None)
    return (
        member.role_label,
        member.recommended_name,
        *map(amount, (*account, member.expected)),
        "—" if chosen is None else str(chosen.days),
        day(member.deliver_until) or "—",
    )


def _total(choice: ChoiceView, accounts: Iterable[list[int]]) -> tuple[str, ...]:
    if len(choice.members) < 2:
        return ()
    sums = [sum(column) for column in zip(*accounts, strict=True)]
    net = sum(member.expected for member in choice.members)
    return ("Equipe", "", *map(amount, (*sums, net)), "", "")


def _sections(choice: ChoiceView) -> Iterator[Section]:
    told = (
        ("A confirmar", _asks(choice), True),
        ("O que resolver primeiro", _reliefs(choice), True),
        ("Por quê", _whys(choice), False),
        ("Tributos das vias sugeridas", _taxes(choice), False),
        ("Muda se", _changes(choice), False),
        ("Vias fechadas", _closed(choice), False),
    )
    for title, items, doing in told:
        yield Section(title=title, items=tuple(items), doing=doing)


def _asks(choice: ChoiceView) -> Iterator[str]:
    for ask in choice.asks:
        asked = f" Com: {ask.whom}." if ask.whom else ""
        yield f"{ask.text}{asked} ({', '.join(ask.members)})"


def _reliefs(choice: ChoiceView) -> Iterator[str]:
    for relief in choice.reliefs:
        until = "" if relief.until is None else f", até {day(relief.until)}"
        changes = f" Muda a sugestão de {'; '.join(relief.changes)}." if relief.changes else ""
        yield f"{relief.label}: vale {brl(relief.worth)}{until}.{changes}"


def _whys(choice: ChoiceView) -> Iterator[str]:
    yield from _shared((member.why, member) for member in choice.members if member.why)


def _taxes(choice: ChoiceView) -> Iterator[str]:
    """What tax takes, by its name; then what a company has kept at source, which takes nothing more."""
    for is_advance in (False, True):
        sums: defaultdict[str, int] = defaultdict(int)
        whose: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for member, tax in _of_taxes(choice):
            if tax.is_advance is is_advance and tax.centavos:
                sums[tax.label] += tax.centavos
                whose[tax.label][member.role_label] = None
        for label, centavos in sums.items():
            told = " retido na fonte, como antecipação" if is_advance else ""
            yield f"{label}: {brl(centavos)}{told} ({_named(whose[label], choice)})"


def _of_taxes(choice: ChoiceView) -> Iterator[tuple[MemberChoiceView, TaxView]]:
    for member in choice.members:
        yield from ((member, tax) for tax in member.taxes)


def _changes(choice: ChoiceView) -> Iterator[str]:
    yield from _shared(
        (change["sentence"], member)
        for member in choice.members
        for change in member.seats[0].opinion["changes_if"]
    )


def _closed(choice: ChoiceView) -> Iterator[str]:
    found: dict[str, dict[str, None]] = {}
    for member in choice.members:
        for way in member.ways:
            if way.standing == "ineligible" and way.reasons:
                first = next(one for one in way.reasons if one["standing"] == "ineligible")
                text = f"{way.name}: {first['text']} ({first['rule']})"
                found.setdefault(text, {})[member.role_label] = None
    for text, members in found.items():
        yield f"{text} ({_named(members, choice)})"


def _shared(told: Iterable[tuple[str, MemberChoiceView]]) -> Iterator[str]:
    """Sentences, each once, after the members that it is said of."""
    found: dict[str, dict[str, None]] = {}
    for text, member in told:
        found.setdefault(text, {})[member.role_label] = None
    for text, members in found.items():
        yield f"{', '.join(members)}: {text}"


def _named(members: Iterable[str], choice: ChoiceView) -> str:
    """The members by their roles; all of them in one word."""
    named = list(members)
    whole = {member.role_label for member in choice.members}
    return "toda a equipe" if len(whole) > 1 and set(named) == whole else ", ".join(named)
