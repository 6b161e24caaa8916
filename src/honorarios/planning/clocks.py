"""The payer's two clocks on a request: to answer it, and to have it performed (``spec: routes 2.1``).

They run apart: RN 623/2024 has the payer answer, from July 2025 on; RN 566/2022 has the service done. What
is due first of the two is when an answer is due.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Final

from honorarios.core.phrase import Phrase
from honorarios.core.phrase import gettext_noop as _
from honorarios.planning.days import after

if TYPE_CHECKING:
    from honorarios.planning.days import Place

ANSWERS_SINCE: Final = date(2025, 7, 1)
"""First day of RN 623/2024; earlier requests have the performance clock only."""
OMBUDSMAN_DAYS: Final = 7
"""Working days of the ouvidoria to look again at a refusal (RN 623/2024)."""


class Request(Enum):
    """What is asked of a payer; working days to answer and to perform, None: at once."""

    answer_days: int
    performance_days: int
    label: str

    def __init__(self, answer_days: int, performance_days: int, label: str) -> None:
        self.answer_days = answer_days
        self.performance_days = performance_days
        self.label = label

    ELECTIVE_ADMISSION = 10, 21, "Internação eletiva"
    HIGH_COMPLEXITY = 10, 21, "Procedimento de alta complexidade"
    DAY_HOSPITAL = 5, 10, "Hospital-dia"
    BASIC_CONSULTATION = 5, 7, "Consulta básica"
    OTHER_CONSULTATION = 5, 14, "Consulta nas demais especialidades"
    LABORATORY = 5, 3, "Análises clínicas em regime ambulatorial"
    OTHER_DIAGNOSTICS = 5, 10, "Demais serviços de diagnóstico e terapia em regime ambulatorial"
    URGENT = 0, 0, "Urgência e emergência"


@dataclass(frozen=True, slots=True)
class Practice:
    """A term that is cited in practice, beside the norm that decides."""

    term: str
    cited_on: date
    """When its source was published."""

    @property
    def told(self) -> str:
        """As it is shown beside the legal deadline.

        >>> PRACTICES[Request.ELECTIVE_ADMISSION].told
        'Na prática se cita 21 dias úteis para autorizar (em 19/09/2025); vale a norma em vigor.'
        """
        told = _("Na prática se cita {term} (em {day}); vale a norma em vigor.")
        return Phrase(told, term=self.term, day=f"{self.cited_on:%d/%m/%Y}")


_ELECTIVE: Final = Practice(_("21 dias úteis para autorizar"), date(2025, 9, 19))
PRACTICES: Final = {
    Request.ELECTIVE_ADMISSION: _ELECTIVE,
    Request.HIGH_COMPLEXITY: _ELECTIVE,
    Request.URGENT: Practice(_("24 a 48 horas para autorizar"), date(2025, 9, 19)),
}
"""Seed 000: what billing services tell of an authorisation; since RN 623/2024 the payer answers sooner."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """When a request is due, by both norms."""

    answer_by_norm: date | None
    """By RN 623/2024; None before it was in force."""
    performance: date
    """By RN 566/2022."""

    @property
    def answer(self) -> date | None:
        """When the answer is due: what is performed by then was answered before."""
        if self.answer_by_norm is None:
            return None
        return min(self.answer_by_norm, self.performance)


def clocks(request: Request, asked_on: date, place: Place) -> Clocks:
    """The clocks of a request made on a day.

    >>> from honorarios.planning.days import Place
    >>> told = clocks(Request.ELECTIVE_ADMISSION, date(2026, 11, 23), Place())
    >>> told.answer, told.performance
    (datetime.date(2026, 12, 7), datetime.date(2026, 12, 22))
    """
    performance = after(asked_on, request.performance_days, place)
    if asked_on < ANSWERS_SINCE:
        return Clocks(None, performance)
    return Clocks(after(asked_on, request.answer_days, place), performance)


def ombudsman(refused_on: date, place: Place) -> date:
    """When the ouvidoria has to have looked again at a refusal."""
    return after(refused_on, OMBUDSMAN_DAYS, place)
