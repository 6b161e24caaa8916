"""Trial prices: what each act would be worth to each member as the only act, to rank them by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.catalogue.schema.base import PORTES
from honorarios.core.recent import Recent
from honorarios.core.vocabulary import Role, Term
from honorarios.pricing.agreed import agreed_for
from honorarios.pricing.book import Book
from honorarios.pricing.facts import read_facts
from honorarios.pricing.line import LinePricer
from honorarios.pricing.status import Status
from honorarios.pricing.surgery.model import Member

if TYPE_CHECKING:
    from honorarios.pricing.agreed import Agreed
    from honorarios.pricing.book import PriceRow
    from honorarios.pricing.compile import Compiled
    from honorarios.pricing.surgery.model import Act, Surgery

Cells = dict[str, object]
OF_THE_SURGERY: Final = (
    "payer",
    "billing_unit",
    "route",
    "plan",
    "start",
    "end",
    "admission",
    "accommodation",
    "character",
    "setting",
    "age_months",
    "weight_grams",
)
OF_THE_MEMBER: Final = ("role", "provider", "specialty")
OF_THE_ACT: Final = ("code", "quantity", "technique", "laterality")
NO_PORTE: Final = -1
STATUSES: Final = {status.code_name: status for status in Status}


def _new_book(compiled: Compiled) -> Book:
    return Book(compiled.catalogue)


_book = Recent(_new_book)


def plain(value: object) -> object:
    """A cell's value as text where it is a member of a closed list."""
    return value.code_name if isinstance(value, Term) else value


def line_of(surgery: Surgery, contract: str | None, act: Act, member: Member) -> Cells:
    """The line of one member in one act, without what depends on the other acts."""
    cells: Cells = {"contract": contract}
    for part, names in ((surgery, OF_THE_SURGERY), (member, OF_THE_MEMBER), (act, OF_THE_ACT)):
        cells |= {name: plain(getattr(part, name)) for name in names}
    return {name: value for name, value in cells.items() if value is not None}


class Trials:
    """Prices of a surgery's acts, each as a principal act, each worked out once."""

    def __init__(self, surgery: Surgery, contract: str | None, compiled: Compiled) -> None:
        """Prepare to price under a contract."""
        self._surgery = surgery
        self._contract = contract
        self._compiled = compiled
        self._pricer = LinePricer(compiled)
        self._book = _book(compiled)
        self._priced: dict[tuple[Act, Member], Cells] = {}

    def of(self, act: Act, member: Member) -> Cells:
        """The priced line of a member in an act."""
        key = act, member
        if key not in self._priced:
            line = line_of(self._surgery, self._contract, act, member)
            self._priced[key] = self._pricer.price([line])[0]
        return self._priced[key]

    def status(self, act: Act, member: Member) -> Status:
        """What became of the trial."""
        return STATUSES[str(self.of(act, member)["status"])]

    def centavos(self, act: Act, member: Member) -> int:
        """The unit value; 0 without a price."""
        unit = self.of(act, member)["unit_centavos"]
        return unit if isinstance(unit, int) else 0

    def porte(self, act: Act, member: Member) -> int:
        """The place of the fee's porte among the 42; NO_PORTE for a fee of another kind."""
        unit = self.of(act, member)["fee_unit"]
        return PORTES.index(unit) if unit in PORTES else NO_PORTE

    def row(self, act: Act, member: Member) -> PriceRow | None:
        """The price row of the act, if one was found."""
        number = self.of(act, member)["price_row"]
        return self._book.row(number) if isinstance(number, int) else None

    def agreed(self, act: Act, member: Member) -> Agreed | None:
        """What was agreed for the line; None when it has no contract in force."""
        priced = self.of(act, member)
        contract = priced["contract_used"]
        if not isinstance(contract, str):
            return None
        return agreed_for(read_facts(priced), contract, self._compiled.catalogue)


def stand_in(role: Role, team: str = "") -> Member:
    """A member nobody named, to price acts by when the role is not in the team."""
    return Member(role=role, team=team)
