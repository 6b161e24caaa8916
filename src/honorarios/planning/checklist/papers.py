"""The papers of a surgery, those of its material, and those of the days after it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from honorarios.core.phrase import Phrase
from honorarios.core.phrase import gettext_noop as _
from honorarios.planning.case import DONE, Status, progress
from honorarios.planning.checklist.item import Item, Stage, Standing, before, done, late
from honorarios.planning.deadlines.deadline import Owner
from honorarios.planning.deadlines.requests import QUOTE_DAYS
from honorarios.planning.papers import PaperKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from honorarios.planning.case import Case

QUOTES: Final = 3
"""Suppliers asked for OPME in practice (``spec: routes 1``)."""


def papers(case: Case) -> Iterator[Item]:
    """What is asked for before the surgery."""
    due = before(case, 0) if case.is_urgent else None
    for kind in _wanted(case):
        paper = case.paper(kind.value)
        here = paper is not None and paper.state in kind.complete
        yield Item(
            code=f"paper.{kind.value}",
            stage=Stage.PAPERS,
            title=kind.label,
            standing=done(here),
            owner=kind.owner,
            why=kind.about,
            due=due,
        )


def opme(case: Case, today: date) -> Iterator[Item]:
    """The quotes of the material, where there is any."""
    if not case.needs_opme:
        return
    came = sum(one.received_on is not None for one in case.quotes)
    asked = [one.requested_on for one in case.quotes]
    due = min(asked) + timedelta(days=QUOTE_DAYS) if asked else None
    standing = Standing.DONE if came >= QUOTES else Standing.WAITING if asked else Standing.TODO
    yield Item(
        code="opme.quotes",
        stage=Stage.PAPERS,
        title=Phrase(
            _("Orçamentos de OPME: {came} de {wanted} recebidos"), came=came, wanted=QUOTES
        ),
        standing=late(standing, due, today),
        owner=Owner.SUPPLIER if len(asked) >= QUOTES else Owner.HOSPITAL,
        why=_("Na prática, três fornecedores e de 5 a 7 dias."),
        due=due,
    )


def after(case: Case) -> Iterator[Item]:
    """What a surgery that was done leaves to hand in."""
    reached = progress(case)
    if reached not in DONE:
        return
    for kind in _wanted_after(case):
        paper = case.paper(kind.value)
        yield Item(
            code=f"paper.{kind.value}",
            stage=Stage.AFTER,
            title=kind.label,
            standing=done(paper is not None and paper.state in kind.complete),
            owner=kind.owner,
            why=kind.about,
        )
    if case.fees_requested:
        yield Item(
            code="repasse",
            stage=Stage.AFTER,
            title=_("Pedir o repasse ao hospital"),
            # What was paid was asked for, whether somebody noted the day or not.
            standing=done(case.repasse_requested_on is not None or reached is Status.PAID),
            owner=Owner.TEAM,
            why=_("O hospital só repassa o que o cirurgião pede, dentro do prazo dele."),
        )


def _wanted_after(case: Case) -> tuple[PaperKind, ...]:
    if case.is_private:
        return PaperKind.SURGERY_REPORT, PaperKind.RECEIPT
    wanted = [PaperKind.SURGERY_REPORT, PaperKind.FEE_GUIA]
    if case.free_choice:
        wanted = [PaperKind.SURGERY_REPORT, PaperKind.RECEIPT, PaperKind.REFUND_REQUEST]
    return tuple(wanted)


def _wanted(case: Case) -> tuple[PaperKind, ...]:
    """The papers that are asked for before a surgery."""
    if case.is_private:
        return (PaperKind.MEDICAL_REPORT,)
    wanted = [PaperKind.MEDICAL_REPORT, PaperKind.GUIA, PaperKind.EXAMS, PaperKind.PLAN_CARD]
    if case.needs_opme:
        wanted += [PaperKind.JUSTIFICATION, PaperKind.OPME_REQUEST]
    return tuple(wanted)
