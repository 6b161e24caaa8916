"""What reading a surgery answers. Patients go by initials; who reads the name is recorded elsewhere."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - part of an answer's type
from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003 - part of an answer's type

from honorarios.core.labelled import Labelled
from honorarios.planning.checklist import Item  # noqa: TC001 - part of an answer's type


class Granted(Labelled):
    """How an act stands with the payer."""

    AUTHORISED = "authorised", "Autorizado"
    PARTIAL = "partial", "Autorizado em parte"
    WAITING = "waiting", "Aguarda resposta"
    NOT_AUTHORISED = "not_authorised", "Não autorizado: sem honorário"
    NOT_ASKED = "not_asked", "Não pedido"
    NOT_NEEDED = "not_needed", "Particular: não se pede"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A surgery in a list."""

    case_id: int
    number: str
    hospital: str
    payer: str
    patient: str
    """Initials."""
    status: str
    planned_at: datetime | None
    performed_at: datetime | None
    character: str
    procedure: str
    """The first act, by code and name."""
    acts: int
    authorised: int
    """Acts of which the payer authorised all."""
    is_private: bool
    """Whether no payer is asked."""
    surgeon: str
    responsible: str
    open_items: int
    late_items: int
    next_item: str
    """The most pressing item of the checklist; empty where nothing is open."""


@dataclass(frozen=True, slots=True)
class CasePage:
    """Some surgeries of a list."""

    rows: tuple[CaseRow, ...]
    after: str | None
    """What to ask the next page with; None on the last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActView:
    """A planned act with what the payer says of it."""

    act_id: int
    sequence: int
    code: str
    description: str
    quantity: int
    authorised: int
    granted: Granted
    access_route: str
    laterality: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantView:
    """Somebody of the team."""

    member_id: int
    provider_id: int
    provider_code: str
    provider: str
    specialty: str
    role: str
    receives_as: str
    """Empty for whoever may not know it: a colleague."""
    acts: tuple[int, ...]
    """Numbers of the acts; none: all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SenhaView:
    """An authorisation with its number."""

    senha: str
    granted_on: date
    valid_until: date | None
    quantities: Mapping[int, int]
    """How many times of each act, by the act's number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestView:
    """A request to the payer with its two clocks."""

    request_id: int
    kind: str
    requested_on: date
    protocol: str
    answer: str
    answered_on: date | None
    answer_text: str
    withdrawn_on: date | None
    answer_due: date | None
    """None before RN 623/2024 was in force."""
    performance_due: date
    practice: str
    """The term that practice cites, which is not the norm's; empty where it cites none."""
    senhas: tuple[SenhaView, ...]
    waits: bool
    """Whether the payer still owes an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """A document of the surgery."""

    kind: str
    state: str
    on: date | None
    sent_to: str
    """Name of who it was sent to; empty where it wasn't, or nothing says to whom."""
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """An OPME quote."""

    quote_id: int
    supplier: str
    requested_on: date
    received_on: date | None
    centavos: int | None
    """None where it says none, or for whoever doesn't see the hospital's amounts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskView:
    """A pending item."""

    task_id: int
    kind: str
    title: str
    owner_id: int | None
    owner: str
    due: date | None
    done_on: date | None
    rule: str
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """What is said of a surgery."""

    case_id: int
    number: str
    version: int
    status: str
    hospital_id: int
    hospital: str
    payer_id: int
    payer: str
    plan_id: int | None
    plan: str
    patient_id: int
    patient: str
    """Initials."""
    character: str
    setting: str
    indicated_on: date
    planned_at: datetime | None
    admitted_on: date | None
    performed_at: datetime | None
    discharged_on: date | None
    contracted_accommodation_id: int | None
    contracted_accommodation: str
    occupied_accommodation_id: int | None
    occupied_accommodation: str
    is_above_contract: bool | None
    upgrade_reason: str
    attendance_id: int | None
    attendance: str
    responsible_id: int | None
    responsible: str
    needs_opme: bool
    free_choice: bool
    is_private: bool
    fees_requested: str
    repasse_requested_on: date | None
    consent_signed_on: date | None
    budget_signed_on: date | None
    knew_of_network: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDetail:
    """A surgery with all that hangs on it."""

    case: CaseView
    acts: tuple[ActView, ...]
    team: tuple[ParticipantView, ...]
    requests: tuple[RequestView, ...]
    papers: tuple[PaperView, ...]
    quotes: tuple[QuoteView, ...]
    tasks: tuple[TaskView, ...]
    checklist: tuple[Item, ...]
    difference_barred: str
    """Why a class difference can't be charged; empty where it may be offered, or is not at hand."""

    @property
    def version(self) -> int:
        """The surgery's own."""
        return self.case.version


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be made responsible."""

    user_id: int
    name: str


@dataclass(frozen=True, slots=True)
class OpenAttendance:
    """An attendance that a surgery may be part of."""

    attendance_id: int
    number: str
    started_at: datetime
