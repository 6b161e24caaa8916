"""A surgery's case: what is planned, what was asked of the payer, what it authorised, how far it came.

The fee is bound to the codes that the payer authorised (seed 000): an act that no authorisation covers has
no amount. How far a case came is never typed in; it follows from its facts (:func:`progress`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from honorarios.core.vocabulary import Role, UpgradeReason
    from honorarios.planning.clocks import Request


class _Named(Enum):
    """A closed list whose value is the stable code and whose ``label`` is the Portuguese word."""

    label: str

    def __new__(cls, code: str, label: str) -> Self:
        """Make the member from its code and its Portuguese word."""
        member = object.__new__(cls)
        member._value_ = code
        member.label = label
        return member

    @classmethod
    def named(cls, code: str) -> Self:
        """The member of a code.

        >>> Answer.named("partial").label
        'Autorizado em parte'
        """
        return next(one for one in cls if one.value == code)


class Status(_Named):
    """How far a surgery came."""

    INDICATED = "indicated", "Indicada"
    REQUESTED = "requested", "Pedida"
    AUTHORISED = "authorised", "Autorizada"
    PARTLY_AUTHORISED = "partly_authorised", "Autorizada em parte"
    DENIED = "denied", "Negada"
    SCHEDULED = "scheduled", "Agendada"
    PERFORMED = "performed", "Realizada"
    BILLED = "billed", "Cobrada"
    PAID = "paid", "Paga"
    CANCELLED = "cancelled", "Cancelada"


DONE: Final = frozenset({Status.PERFORMED, Status.BILLED, Status.PAID})
"""The surgery took place."""
ENDED: Final = DONE | {Status.CANCELLED}
"""Nothing more is asked of a payer."""


class Answer(_Named):
    """What a payer answered."""

    PENDING = "pending", "Sem resposta"
    GENERIC = "generic", "Genérica"
    """*Em análise*, *em auditoria*: no answer, says RN 623/2024."""
    AUTHORISED = "authorised", "Autorizado"
    PARTIAL = "partial", "Autorizado em parte"
    DENIED = "denied", "Negado"

    @property
    def counts(self) -> bool:
        """Whether it stops the clock."""
        return self not in {Answer.PENDING, Answer.GENERIC}


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A planned act with what is authorised of it."""

    key: int
    code: str
    description: str
    quantity: int
    authorised: int = 0
    """How many times the payer authorised it, over every authorisation that stands."""

    @property
    def missing(self) -> int:
        """How many of it the payer didn't authorise."""
        return max(0, self.quantity - self.authorised)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request to the payer."""

    key: int
    kind: Request
    on: date
    answer: Answer = Answer.PENDING
    answered_on: date | None = None
    answer_text: str = ""
    protocol: str = ""
    withdrawn: bool = False

    @property
    def waits(self) -> bool:
        """Whether the payer still owes an answer."""
        return not self.withdrawn and not self.answer.counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Senha:
    """An authorisation that the payer gave, with its number."""

    number: str
    granted_on: date
    valid_until: date | None = None

    def covers(self, day: date) -> bool | None:
        """Whether it is valid on a day; None where the payer didn't say until when."""
        return None if self.valid_until is None else day <= self.valid_until


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """An OPME quote asked of a supplier."""

    supplier: str
    requested_on: date
    received_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document of the case."""

    kind: str
    """Code of :class:`honorarios.planning.papers.PaperKind`."""
    state: str
    on: date | None = None

    @property
    def is_here(self) -> bool:
        """Whether it is no longer missing."""
        return self.state != "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a checklist and the letters look at; nobody is named in it."""

    is_urgent: bool = False
    is_private: bool = False
    """The patient pays for everything: no payer is asked."""
    is_public: bool = False
    """SUS: no complement of any kind."""
    free_choice: bool = False
    needs_opme: bool = False
    acts: tuple[Act, ...] = ()
    roles: frozenset[Role] = frozenset()
    """Roles that have somebody."""
    requests: tuple[Asked, ...] = ()
    senhas: tuple[Senha, ...] = ()
    quotes: tuple[Quote, ...] = ()
    papers: tuple[Paper, ...] = ()
    indicated_on: date
    planned_on: date | None = None
    admitted_on: date | None = None
    performed_on: date | None = None
    is_above_contract: bool | None = None
    """Whether the room is above the contracted one; None: nobody said which rooms."""
    upgrade_reason: UpgradeReason | None = None
    consent_signed_on: date | None = None
    budget_signed_on: date | None = None
    knew_of_network: bool | None = None
    fees_requested: bool | None = None
    repasse_requested_on: date | None = None
    ended: Status | None = None
    """A state that a person set: performed, billed, paid or cancelled."""

    @property
    def missing(self) -> tuple[Act, ...]:
        """Acts of which the payer didn't authorise all."""
        return tuple(act for act in self.acts if act.missing)

    @property
    def is_authorised(self) -> bool:
        """Whether everything planned may be charged, as far as the payer is concerned."""
        return bool(self.acts) and not self.missing

    def paper(self, kind: str) -> Paper | None:
        """A document by its kind; None where nobody wrote of it."""
        return next((one for one in self.papers if one.kind == kind), None)


def authorised(quantities: Mapping[int, int], given: Iterable[Mapping[int, int]]) -> dict[int, int]:
    """How many times each act is authorised: what every authorisation gave, no more than was planned.

    >>> authorised({1: 2, 2: 1}, [{1: 1}, {1: 3}])
    {1: 2, 2: 0}
    """
    found = dict.fromkeys(quantities, 0)
    for one in given:
        for act, count in one.items():
            if act in found:
                found[act] = min(quantities[act], found[act] + count)
    return found


def progress(case: Case) -> Status:
    """How far a case came, by its facts."""
    if case.ended is not None:
        return case.ended
    if case.is_private or case.is_authorised:
        ready = Status.INDICATED if case.is_private else Status.AUTHORISED
        return ready if case.planned_on is None else Status.SCHEDULED
    if any(act.authorised for act in case.acts):
        return Status.PARTLY_AUTHORISED
    return _asked([one for one in case.requests if not one.withdrawn])


def _asked(requests: Iterable[Asked]) -> Status:
    """How a case stands of which nothing is authorised yet."""
    answers = [one.answer for one in requests]
    if not answers:
        return Status.INDICATED
    refused = all(answer.counts for answer in answers) and Answer.DENIED in answers
    return Status.DENIED if refused else Status.REQUESTED
