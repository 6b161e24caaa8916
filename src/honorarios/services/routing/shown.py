"""What the choice of a route answers, ready for JSON: the same for screen, print, API and command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - pydantic reads the annotations
from typing import Any, Final

VERSION: Final = "honorarios.choice/1"


@dataclass(frozen=True, slots=True)
class PriceView:
    """What the engine said of an act by a route."""

    priced: bool
    centavos: int
    contract: str
    message: str
    """Why there is no price; empty where there is."""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim that stands."""

    claim_id: int
    key: str
    name: str
    state: str
    state_label: str
    line_uid: str
    """The fee line by which it was billed; empty before."""


@dataclass(frozen=True, slots=True)
class SeatView:
    """One act of a member of the team, and the opinion on how it is billed."""

    act_id: int
    code: str
    description: str
    quantity: int
    authorised: bool | None
    recommended: str
    """Key of the way, the team as a whole considered; empty where no covered route is open."""
    opinion: dict[str, Any]
    prices: dict[str, PriceView]
    """By the key of the way."""
    claim: ClaimView | None


@dataclass(frozen=True, slots=True)
class TaxView:
    """A step of a route's taxes, summed over its acts."""

    label: str
    centavos: int
    note: str
    is_advance: bool
    """Kept at source on account of the regime's burden: told beside the net value, not taken from it."""


@dataclass(frozen=True, slots=True)
class ReliefView:
    """What putting right something that a route hangs on is worth."""

    mend: str
    """Code of what is to be done."""
    detail: str
    """Which: the kind of the paper, the code of the cooperative; empty where there is but one."""
    label: str
    worth: int
    """Of all the acts that hang on it, in centavos: what they bring with it less what they do without."""
    until: date | None
    """Last day on which it still counts."""
    changes: tuple[str, ...]
    """Members who should do it first, as it changes their recommended route, with that route."""


@dataclass(frozen=True, slots=True)
class WayView:
    """A route for all the acts of a member, in one row."""

    key: str
    name: str
    group: str
    standing: str
    standing_label: str
    gross: int
    expected: int
    nominal: int
    days: int
    """Days to the money, weighted by it."""
    median_days: int
    slow_days: int
    glosa: str
    """Expected share refused at first, of the first act."""
    fee: str
    """Share that the intermediary takes."""
    seen: int | None
    conditions: int
    deliver_until: date | None
    deadline_rule: str
    papers: tuple[str, ...]
    acts: int
    """How many of the member's acts it is open for."""
    lenses: tuple[str, ...]
    """What it is the best at, of the first act's options."""
    dominated: bool
    reasons: tuple[dict[str, Any], ...]
    whole_team: bool
    """Whether it takes the whole team or nobody."""
    taxes: tuple[TaxView, ...]
    """Those that are no advances add up to what tax takes."""


@dataclass(frozen=True, slots=True)
class AskView:
    """Something to be confirmed, with whom, and what hangs on it."""

    text: str
    whom: str
    members: tuple[str, ...]
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MemberChoiceView:
    """A member of the team, with the recommended route and the others."""

    participation_id: int
    provider_id: int
    provider: str
    name: str
    role: str
    role_label: str
    receives_as: str
    recommended: str
    """Key of the way, where all the member's acts go the same; empty otherwise."""
    recommended_name: str
    why: str
    expected: int
    deliver_until: date | None
    taxes: tuple[TaxView, ...]
    """Of the recommended route, or routes."""
    ways: tuple[WayView, ...]
    seats: tuple[SeatView, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """A way to bill the whole team."""

    name: str
    expected: int
    gross: int
    conditions: int
    served: int


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """The choice of a surgery; amounts in centavos."""

    version: str
    case_id: int
    case_version: int
    """The surgery's, as it was read: whoever decides or launches says that they saw it."""
    number: str
    today: date
    surgery_on: date | None
    performed: bool
    free_choice: bool
    """Whether the patient pays the team and asks the plan for a refund."""
    payer: str
    hospital: str
    members: tuple[MemberChoiceView, ...]
    team: PlanView | None
    """None where only one's own part is shown."""
    others: tuple[PlanView, ...]
    whole: str
    """The route that all go by, where it asks for everybody; empty where each goes by their own."""
    asks: tuple[AskView, ...]
    reliefs: tuple[ReliefView, ...]
    """What can still be put right, and what it is worth, the dearest first."""
    next_deadline: date | None
    next_deadline_text: str
    inputs_hash: str
    catalogue_hash: str
    tax_year: date
    supposed: bool
    """Whether some input was supposed otherwise than it was found."""

    def member(self, participation_id: int) -> MemberChoiceView | None:
        """A member by the number of the participation."""
        return next((one for one in self.members if one.participation_id == participation_id), None)
