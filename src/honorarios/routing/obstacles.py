"""What people can still put right about a route (``spec: routes 5.2, 5.4b``).

A deed is not a question. Whether an agreement exists is for somebody to answer, and may be answered with no:
that is asked about. A paper that is missing, a signature, a request or a membership is for the team to bring,
and as long as nobody does, the route that asks for it pays nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from honorarios.routing.reasons import Rule, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from honorarios.routing.option import Case, Option
    from honorarios.routing.prospect import Prospect
    from honorarios.routing.ranking import Weighed
    from honorarios.routing.reasons import Reason


class Subject(Enum):
    """What a deed is done for, once."""

    CASE = "case"
    PROFESSIONAL = "professional"
    ACT = "act"


class Mend(Enum):
    """What may be put right; the value is its code, its Portuguese sentence, and what it is done for."""

    code: str
    sentence: str
    subject: Subject

    def __init__(self, code: str, sentence: str, subject: Subject) -> None:
        self.code = code
        self.sentence = sentence
        self.subject = subject

    PAPER = "paper", "Trazer: {detail}", Subject.CASE
    ACCREDITATION = (
        "accreditation",
        "Obter no convênio o credenciamento direto para cirurgias",
        Subject.PROFESSIONAL,
    )
    MEMBERSHIP = "membership", "Filiar-se à {detail}, ou renovar a filiação", Subject.PROFESSIONAL
    RECEIVER = "receiver", "Receber como {detail}", Subject.PROFESSIONAL
    FEES_REQUEST = (
        "fees_request",
        "Fazer o hospital pedir os honorários junto com a autorização",
        Subject.CASE,
    )
    REPASSE_REQUEST = "repasse_request", "Pedir o repasse ao hospital", Subject.CASE
    SENHA = "senha", "Revalidar a senha para o dia da cirurgia", Subject.CASE
    REANALYSIS = (
        "reanalysis",
        "Pedir à ouvidoria do convênio a reanálise do código negado",
        Subject.ACT,
    )
    BUDGET = "budget", "Colher a assinatura do paciente no orçamento", Subject.CASE
    NETWORK = "network", "Dizer ao paciente que há opção na rede, e registrar", Subject.CASE
    CONSENT = "consent", "Colher a assinatura no termo da diferença de classe", Subject.CASE


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing to put right."""

    mend: Mend
    detail: str = ""
    """Which: the kind of the paper, the code of the cooperative, the kind of receiver to become."""


LEGAL, NATURAL = "legal", "natural"
"""Details of :attr:`Mend.RECEIVER`."""
BEFORE_ADMISSION: Final = frozenset({Mend.BUDGET, Mend.NETWORK, Mend.CONSENT})
ANY_DAY: Final = frozenset({Mend.PAPER, Mend.REPASSE_REQUEST, Mend.RECEIVER})
"""What the surgery's day doesn't end: only the papers' own day does."""


def obstacles(case: Case, prospect: Prospect, weighed: Weighed) -> Iterator[Obstacle]:
    """What may still be put right about an option on the day of the opinion."""
    if weighed.standing is not Standing.INELIGIBLE:
        yield from (Obstacle(Mend.PAPER, paper) for paper in prospect.missing)
    for reason in weighed.reasons:
        found = _behind(reason, prospect)
        if found is None:
            continue
        until = last_day(found, case, prospect.option)
        if until is None or case.today <= until:
            yield found


def last_day(obstacle: Obstacle, case: Case, option: Option) -> date | None:
    """Last day on which putting it right still counts; None: nobody knows of one."""
    if obstacle.mend in ANY_DAY:
        return option.deliver_until
    if obstacle.mend in BEFORE_ADMISSION:
        return case.admitted_on or case.surgery_on
    return case.surgery_on


def _behind(reason: Reason, prospect: Prospect) -> Obstacle | None:
    """The obstacle that a reason tells of; None where nobody of the team can do anything about it."""
    option, found = prospect.option, None
    match reason.rule:
        case Rule.NO_ACCREDITATION | Rule.CONSULTATION_ONLY:
            found = Obstacle(Mend.ACCREDITATION)
        case Rule.NO_MEMBERSHIP:
            found = Obstacle(Mend.MEMBERSHIP, option.through)
        case Rule.RECEIVER_TYPE if prospect.other_receiver is not None:
            found = Obstacle(Mend.RECEIVER, NATURAL if option.is_legal_person else LEGAL)
        case Rule.FEES_NOT_REQUESTED:
            by_hospital = reason.fact == option.fees_requested
            found = Obstacle(Mend.FEES_REQUEST if by_hospital else Mend.REPASSE_REQUEST)
        case Rule.AUTHORISATION_EXPIRED:
            found = Obstacle(Mend.SENHA)
        case Rule.CODE_NOT_AUTHORISED if prospect.if_authorised is not None:
            found = Obstacle(Mend.REANALYSIS)
        case Rule.NO_PRIOR_TERM:
            found = Obstacle(Mend.BUDGET if reason.fact is None else Mend.NETWORK)
        case Rule.NO_PRIOR_CONSENT if reason.standing is Standing.CONDITIONAL:
            found = Obstacle(Mend.CONSENT)
    return found
