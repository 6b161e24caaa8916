"""What the addresses of the desk are asked for in the permission matrix.

A row of the table needs nothing here: its parameters name their objects by themselves (:data:`NAMES`). A
view that asks something of its query or its form before it looks for the object has an example in
:data:`EXAMPLES`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from honorarios.services.operations import Operation
from honorarios.services.registers import REGISTERS
from honorarios.web.present.places import BY_NAME
from tests.api.matrix import Holds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from honorarios.web.row import Row
    from tests.web.scene import Things

WHY: Final = "Teste da matriz."
PARAMETER: Final = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True, slots=True)
class Named:
    """What a parameter of an address names."""

    of: Callable[[Things], object]
    holds: Holds


NAMES: Final[dict[str, Named]] = {
    "account_id": Named(lambda o: o.account, Holds.UNITS),
    "part_id": Named(lambda o: o.part, Holds.UNITS),
    "attendance_id": Named(lambda o: o.attendance, Holds.UNITS),
    "stay_id": Named(lambda o: o.stay, Holds.UNITS),
    "line_uid": Named(lambda o: o.line, Holds.UNITS),
    "special_uid": Named(lambda o: o.special, Holds.UNITS),
    "remittance_id": Named(lambda o: o.remittance, Holds.UNITS),
    "patient_id": Named(lambda o: o.patient, Holds.UNITS),
    "batch_id": Named(lambda o: o.batch, Holds.PATIENTS),
    "row_id": Named(lambda o: o.patient, Holds.UNITS),
    "payer_id": Named(lambda o: o.payer, Holds.OFFICES),
    "unit_id": Named(lambda o: o.unit, Holds.OFFICES),
    "hospital_id": Named(lambda o: o.hospital, Holds.OFFICES),
    "bed_id": Named(lambda o: o.bed, Holds.OFFICES),
    "template_id": Named(lambda o: o.template, Holds.OFFICES),
    "member_id": Named(lambda o: o.member, Holds.OFFICES),
    "bulk_uid": Named(lambda o: o.bulk, Holds.UNITS),
    "view_id": Named(lambda o: o.view, Holds.PERSONS),
    "feed_id": Named(lambda o: o.feed, Holds.PERSONS),
    "session": Named(lambda o: o.session, Holds.PERSONS),
    "agreement_id": Named(lambda o: o.row("agreements"), Holds.OFFICES),
    "membership_id": Named(lambda o: o.row("memberships"), Holds.OFFICES),
    "credential_id": Named(lambda o: o.row("credentials"), Holds.OFFICES),
    "token_id": Named(lambda o: o.token, Holds.OWNERS),
    "case_id": Named(lambda o: o.case, Holds.UNITS),
    "act_id": Named(lambda o: o.act, Holds.UNITS),
    "participation_id": Named(lambda o: o.participation, Holds.UNITS),
    "request_id": Named(lambda o: o.request, Holds.UNITS),
    "quote_id": Named(lambda o: o.quote, Holds.UNITS),
    "task_id": Named(lambda o: o.task, Holds.UNITS),
    "claim_id": Named(lambda o: o.claim, Holds.UNITS),
}
"""By the name of the parameter; where the address has a ``register`` too, ``row_id`` is a row of each."""


WORDS: Final[dict[str, object]] = {
    "kind": "contratos",
    "document": "ch",
    "number": 2,
    "user_id": 987_654_321,
    "token": "x-x",
    "seq": 1,
    "key": "x-x",
    "paper": "guia",
    "letter_kind": "status",
    "way": "repasse",
}
"""Parameters that name no object of anybody's: what every office has under the same name."""


@dataclass(frozen=True, slots=True)
class Example:
    """What a view is asked besides the objects that its address names."""

    query: Callable[[Things], dict[str, Any]] = lambda _: {}
    form: Callable[[Things], dict[str, Any]] = lambda _: {"reason": WHY}
    words: dict[str, object] = field(default_factory=dict)
    """Other words than :data:`WORDS`."""
    names: dict[str, Callable[[Things], object]] = field(default_factory=dict)
    """Parameters that name another object than :data:`NAMES` says."""
    shows: tuple[str, ...] = ()
    """What looks like a canary there, and isn't: what an act is worth, not what one earned."""
    own: int | None = None
    """What is answered of one's own object, where the scene has it in no state for this."""
    holds: Holds | None = None
    """Where the parameters' names don't say whose the object is."""


EXAMPLES: Final[dict[str, Example]] = {
    "invitations.accept": Example(own=404),
    "imports.mend": Example(own=404),
    "parts.rebill": Example(names={"part_id": lambda o: o.billed}),
    "reports.statement": Example(query=lambda _: {"prestador": "p1"}),
    "reports.statement_sheet": Example(query=lambda _: {"prestador": "p1"}),
    "terms.compare": Example(query=lambda _: {"de": 2, "para": 2}, shows=("410,00", "41000")),
    "feeds.read": Example(own=404),
    "choice.trace": Example(own=404),
    "deadlines.keep": Example(form=lambda o: {"tipo": "refund", "chave": str(o.paper)}),
    "deadlines.reopen": Example(form=lambda o: {"tipo": "refund", "chave": str(o.paper)}),
    "registers.succeed": Example(words={"register": "credentials"}, holds=Holds.OFFICES),
}
"""By the name of the view."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An address of the matrix: a row of the table, with its words filled in."""

    row: Row
    words: dict[str, object]
    holds: Holds
    example: Example

    def path(self, objects: Things) -> str:
        """The address for some objects."""

        def filled(found: re.Match[str]) -> str:
            name = found[1]
            if name == "register":
                return BY_NAME[str(self.words[name])].slug
            if name in self.words:
                return str(self.words[name])
            if name == "row_id" and "register" in self.words:
                return str(objects.row(str(self.words["register"])))
            return str(self.example.names.get(name, NAMES[name].of)(objects))

        return "/" + PARAMETER.sub(filled, self.row.path)


def unnamed(row: Row) -> list[str]:
    """The parameters of a row that nothing here says what they name."""
    known = NAMES.keys() | WORDS.keys() | {"register"}
    return [name for name in PARAMETER.findall(row.path) if name not in known]


def asked(row: Row) -> Iterator[Asked]:
    """The addresses of a row: one, or one of each register."""
    example = EXAMPLES.get(row.view, Example())
    names = PARAMETER.findall(row.path)
    if "register" not in names or "register" in example.words:
        yield Asked(row, {**WORDS, **example.words}, example.holds or _holds(names), example)
        return
    for name, register in REGISTERS.items():
        if register.identifies_patients:
            continue  # it has addresses of its own
        if register.read is not Operation.REGISTERS_READ:
            continue  # fewer people reach it than the address: it has a test of its own
        holds = Holds.OFFICES if "row_id" in names else Holds.NOBODYS
        yield Asked(row, {**WORDS, **example.words, "register": name}, holds, example)


def _holds(names: list[str]) -> Holds:
    """Whose the object is: the narrowest of what the parameters name."""
    found = {NAMES[name].holds for name in names if name in NAMES}
    order = (Holds.PATIENTS, Holds.PERSONS, Holds.OWNERS, Holds.UNITS, Holds.OFFICES)
    return next((holds for holds in order if holds in found), Holds.NOBODYS)
