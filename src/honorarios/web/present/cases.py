"""Surgeries as pages show them: steps, badges, groups of the checklist, what a form offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _

from honorarios.core.vocabulary import Role, UpgradeReason
from honorarios.planning.case import Answer, Status
from honorarios.planning.checklist import Stage, Standing
from honorarios.planning.papers import PaperKind
from honorarios.records.models import DocumentState
from honorarios.records.models import RequestKind as Kinds
from honorarios.services.cases.views import Granted
from honorarios.web.present.filters import every, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from honorarios.planning.checklist import Item
    from honorarios.services.cases.views import (
        ActView,
        CaseDetail,
        PaperView,
        Person,
        RequestView,
    )
    from honorarios.web.present.filters import Option

KIND_OF_STATUS: Final = {
    Status.INDICATED: "muted",
    Status.REQUESTED: "info",
    Status.AUTHORISED: "ok",
    Status.PARTLY_AUTHORISED: "warn",
    Status.DENIED: "bad",
    Status.SCHEDULED: "ok",
    Status.PERFORMED: "info",
    Status.BILLED: "info",
    Status.PAID: "ok",
    Status.CANCELLED: "muted",
}
KIND_OF_GRANT: Final = {
    Granted.AUTHORISED: "ok",
    Granted.PARTIAL: "warn",
    Granted.WAITING: "info",
    Granted.NOT_AUTHORISED: "bad",
    Granted.NOT_ASKED: "muted",
    Granted.NOT_NEEDED: "muted",
}
KIND_OF_ANSWER: Final = {
    Answer.PENDING: "info",
    Answer.GENERIC: "warn",
    Answer.AUTHORISED: "ok",
    Answer.PARTIAL: "warn",
    Answer.DENIED: "bad",
}
KIND_OF_STANDING: Final = {
    Standing.LATE: "bad",
    Standing.TODO: "warn",
    Standing.WAITING: "info",
    Standing.DONE: "ok",
}
STEPS: Final = (
    Status.INDICATED,
    Status.REQUESTED,
    Status.AUTHORISED,
    Status.SCHEDULED,
    Status.PERFORMED,
    Status.BILLED,
    Status.PAID,
)
_STANDS_FOR: Final = {
    Status.PARTLY_AUTHORISED: Status.AUTHORISED,
    Status.DENIED: Status.AUTHORISED,
    Status.CANCELLED: Status.INDICATED,
}


@dataclass(frozen=True, slots=True)
class Badge:
    """A word with its colour."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Step:
    """One of the steps of a surgery."""

    label: str
    done: bool
    current: bool
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The items of a stage."""

    stage: str
    items: tuple[tuple[Item, Badge, str], ...]
    """Each with its badge and its owner's word."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, whether it is still missing, and whose it is."""

    kind: str
    label: str
    about: str
    owner: str
    state: Badge
    on: object
    sent_to: str
    note: str
    next_state: str
    """What its quick button makes of it; empty once it is complete."""
    next_label: str


def status(code: str) -> Badge:
    """A surgery's status."""
    found = Status.named(code)
    return Badge(_(found.label), KIND_OF_STATUS[found])


def granted(act: ActView) -> Badge:
    """How an act stands with the payer."""
    return Badge(_(act.granted.label), KIND_OF_GRANT[act.granted])


def answered(request: RequestView) -> Badge:
    """What was answered to a request."""
    if request.withdrawn_on is not None:
        return Badge(_("Retirado"), "muted")
    found = Answer.named(request.answer)
    return Badge(_(found.label), KIND_OF_ANSWER[found])


def request_kind(code: str) -> str:
    """What was asked for."""
    return _(Kinds(code).label)


def steps(code: str) -> list[Step]:
    """The steps of a surgery up to where it is."""
    found = Status.named(code)
    at = STEPS.index(_STANDS_FOR.get(found, found))
    return [
        Step(
            label=_(found.label) if place == at else _(one.label),
            done=place < at or found is Status.PAID,
            current=place == at,
            kind=KIND_OF_STATUS[found] if place == at else "",
        )
        for place, one in enumerate(STEPS)
    ]


def checklist(items: Iterable[Item], *, is_open: bool) -> list[Group]:
    """The items by stage, those that are open or those that are done."""
    wanted = [item for item in items if item.is_open is is_open]
    return [
        Group(_(stage.label), tuple(_shown(item) for item in wanted if item.stage is stage))
        for stage in Stage
        if any(item.stage is stage for item in wanted)
    ]


def most_pressing(items: Iterable[Item]) -> Item | None:
    """What is to be done first."""
    order = list(Standing)
    wanted = [item for item in items if item.is_open]
    return min(wanted, key=lambda item: order.index(item.standing), default=None)


def papers(detail: CaseDetail) -> Iterator[Paper]:
    """The papers that the case asks for or has, those that are missing first."""
    known = {one.kind: one for one in detail.papers}
    asked = [item.code[6:] for item in detail.checklist if item.code.startswith("paper.")]
    for kind in PaperKind:
        if kind.value in known or kind.value in asked:
            yield _paper(kind, known.get(kind.value))


def other_papers(detail: CaseDetail) -> list[Option]:
    """The papers that the case doesn't ask for yet, to add one."""
    there = {one.kind for one in papers(detail)}
    return [(kind.value, _(kind.label)) for kind in PaperKind if kind.value not in there]


def all_papers() -> list[Option]:
    """Every document there is."""
    return [(kind.value, _(kind.label)) for kind in PaperKind]


def document_states() -> list[Option]:
    """Where a paper may be."""
    return [(one.value, _(one.label)) for one in DocumentState]


def roles() -> list[Option]:
    """Functions in a team."""
    return every(terms(Role), _("Escolha"))


def reasons() -> list[Option]:
    """Why a room may be above the contracted one."""
    return every(terms(UpgradeReason), _("Não é superior, ou não se sabe"))


def clauses() -> list[Option]:
    """Answers to what may be unknown."""
    return [("unknown", _("Não se sabe")), ("yes", _("Sim")), ("no", _("Não"))]


def people(found: tuple[Person, ...]) -> list[Option]:
    """Who may follow a surgery."""
    return every(((str(one.user_id), one.name) for one in found), _("Ninguém ainda"))


def _shown(item: Item) -> tuple[Item, Badge, str]:
    badge = Badge(_(item.standing.label), KIND_OF_STANDING[item.standing])
    return item, badge, _(item.owner.label)


def _paper(kind: PaperKind, row: PaperView | None) -> Paper:
    state = DocumentState.MISSING if row is None else DocumentState(row.state)
    complete = state.value in kind.complete
    colour = "ok" if complete else "warn" if state is not DocumentState.MISSING else "muted"
    signs = kind.needs_signature
    return Paper(
        kind=kind.value,
        label=_(kind.label),
        about=_(kind.about),
        owner=_(kind.owner.label),
        state=Badge(_(state.label), colour),
        on=None if row is None else row.on,
        sent_to="" if row is None else row.sent_to,
        note="" if row is None else row.note,
        next_state="" if complete else "signed" if signs else "received",
        next_label="" if complete else _("Assinado") if signs else _("Recebido"),
    )
