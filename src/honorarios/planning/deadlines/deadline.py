"""A deadline: what is due, by when, whose turn it is, by which rule, and how it stands today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from collections.abc import Iterable


class Owner(Enum):
    """Who has to act; the value is the stable code, ``label`` the Portuguese word."""

    label: str

    def __new__(cls, code: str, label: str) -> Self:
        """Make the owner from its code and its Portuguese word."""
        member = object.__new__(cls)
        member._value_ = code
        member.label = label
        return member

    PAYER = "payer", "Operadora"
    HOSPITAL = "hospital", "Hospital"
    COOPERATIVE = "cooperative", "Cooperativa"
    SUPPLIER = "supplier", "Fornecedor"
    TEAM = "team", "Equipe médica"
    OFFICE = "office", "Faturamento"
    PATIENT = "patient", "Paciente"


class Kind(Enum):
    """Which deadline it is: its code, its Portuguese name, and how many days before it people are reminded."""

    label: str
    lead: int

    def __new__(cls, code: str, label: str, lead: int) -> Self:
        """Make the kind from its code, its Portuguese name and its days of warning."""
        member = object.__new__(cls)
        member._value_ = code
        member.label = label
        member.lead = lead
        return member

    SURGERY = "surgery", "Cirurgia", 7
    ANSWER = "answer", "Resposta da operadora", 2
    PERFORMANCE = "performance", "Garantia de atendimento", 5
    SENHA_EXPIRY = "senha_expiry", "Validade da senha", 7
    OPME_QUOTES = "opme_quotes", "Orçamentos de OPME", 2
    TASK = "task", "Pendência", 3
    HOSPITAL_INCLUSION = "hospital_inclusion", "Inclusão no repasse do hospital", 7
    ACCOUNT_CLOSING = "account_closing", "Fechamento da conta", 3
    COOPERATIVE_DELIVERY = "cooperative_delivery", "Entrega à cooperativa", 7
    PRESENTATION = "presentation", "Apresentação à operadora", 10
    PAYMENT = "payment", "Pagamento esperado", 0
    LATE_PAYMENT = "late_payment", "Pagamento em atraso", 0
    APPEAL = "appeal", "Recurso de glosa", 7
    APPEAL_REPLY = "appeal_reply", "Resposta ao recurso", 0
    FISCAL_DOCUMENT = "fiscal_document", "Recibo ou nota fiscal", 0
    REFUND = "refund", "Reembolso ao paciente", 3
    ANNIVERSARY = "anniversary", "Aniversário do contrato", 30
    NEGOTIATION = "negotiation", "Fim da livre negociação", 30
    FACT_EXPIRY = "fact_expiry", "Confirmação a renovar", 15


class State(Enum):
    """How a deadline stands on a day; members go from the most pressing to the least."""

    label: str

    def __new__(cls, code: str, label: str) -> Self:
        """Make the state from its code and its Portuguese word."""
        member = object.__new__(cls)
        member._value_ = code
        member.label = label
        return member

    LATE = "late", "Vencido"
    SOON = "soon", "Vence em breve"
    OPEN = "open", "No prazo"
    UNKNOWN = "unknown", "Sem data"
    DONE = "done", "Cumprido"


@dataclass(frozen=True, slots=True)
class Rule:
    """Where a term comes from; nothing of it is legal advice."""

    text: str
    """In Portuguese, as a person says it: ``10 dias úteis depois do pedido``."""
    source: str
    """The norm, the contract, or plainly that it is practice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One thing due, on a day or on a day that nobody knows yet."""

    kind: Kind
    subject: str
    """Of what: a request, a senha's number, whom it is delivered to."""
    due: date | None
    """Last day; None while what it counts from hasn't happened, or nobody knows the rule."""
    rule: Rule
    owner: Owner
    today: date
    done_on: date | None = None
    presumed: bool = False
    """Whether the term is a usual one, and not what the contract says."""
    key: str = ""
    """What tells it from the others of its kind in a case: the request's, the senha's."""

    @property
    def state(self) -> State:
        """How it stands."""
        if self.done_on is not None:
            return State.DONE
        if self.due is None:
            return State.UNKNOWN
        if self.due < self.today:
            return State.LATE
        return State.SOON if self.remind_from <= self.today else State.OPEN

    @property
    def remind_from(self) -> date:
        """First day on which people are reminded of it; the last of time where it has no day."""
        if self.due is None:
            return date.max
        return self.due - timedelta(days=self.kind.lead)

    @property
    def days_left(self) -> int | None:
        """Days until it, negative beyond it; None where it has no day."""
        return None if self.due is None else (self.due - self.today).days

    @property
    def kept(self) -> bool | None:
        """Whether it was done in time; None while it is open or has no day."""
        if self.done_on is None or self.due is None:
            return None
        return self.done_on <= self.due


_PRESSING: Final = frozenset({State.LATE, State.SOON})


def ordered(deadlines: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """By day, those without one last; on one day, as the kinds are listed."""
    kinds = list(Kind)
    return tuple(
        sorted(
            deadlines,
            key=lambda one: (one.due or date.max, kinds.index(one.kind), one.subject, one.key),
        )
    )


def reminders(deadlines: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """What is late or due soon, in order."""
    return ordered(one for one in deadlines if one.state in _PRESSING)


def next_due(deadlines: Iterable[Deadline]) -> Deadline | None:
    """The first that is still to be kept, the late ones first."""
    opened = [one for one in deadlines if one.state not in {State.DONE, State.UNKNOWN}]
    return next(iter(ordered(opened)), None)
