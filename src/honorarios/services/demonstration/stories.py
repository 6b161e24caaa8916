"""The fictitious surgeries of the demonstration: one of every kind, told in days from their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import UpgradeReason
from honorarios.records.models.facts import Answer
from honorarios.services.demonstration.outcomes import Outcome
from honorarios.services.demonstration.people import FICTITIOUS

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One surgery of the demonstration; days are counted from its own day."""

    payer: str
    plan: int | None = 0
    """Which of the payer's plans."""
    second: bool = False
    """Whether it is at the second hospital."""
    specialty: str = "cirurgia-geral"
    codes: tuple[str, ...]
    planned: int | None = None
    hour: int = 8
    indicated: int = -20
    urgent: bool = False
    opme: bool = False
    free_choice: bool = False
    occupied: str = ""
    reason: UpgradeReason | None = None
    fees: Answer = Answer.UNKNOWN
    asked: int | None = None
    kind: str = "elective_admission"
    answer: str = ""
    text: str = ""
    partial: Mapping[int, int] = field(default_factory=dict)
    """By the place of the act, from 0."""
    senha: str = ""
    papers: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    quotes: int = 0
    task: str = ""
    performed: bool = False
    outcome: Outcome | None = None
    """What came of its fees; None: nobody decided on them yet."""
    cancelled: str = ""
    legal: bool = False
    """Whether the surgeon is paid as a company."""


USUAL: Final = ("medical_report", "guia", "exams", "plan_card")
STORIES: Final = (
    # Elective, next week, authorised: the one that a clerk decides the route of.
    Story(
        payer="convenio-aurora",
        codes=("31005497", "31307205"),
        planned=7,
        hour=7,
        asked=-14,
        answer="authorised",
        senha="AUR-558120",
        papers=USUAL,
        legal=True,
        task="Confirmar com o comercial do hospital se o repasse vale para eletiva",
    ),
    # Urgent, today: at once.
    Story(
        payer="saude-jacaranda",
        codes=("31003583",),
        planned=0,
        hour=21,
        indicated=0,
        urgent=True,
        asked=0,
        kind="urgent",
        papers=("medical_report", "plan_card"),
    ),
    # A part authorised only.
    Story(
        payer="plano-bemtevi",
        specialty="ginecologia",
        codes=("31303218", "31305032"),
        planned=12,
        asked=-9,
        answer="partial",
        partial={0: 1},
        senha="BTV-20931",
        text="Segundo procedimento sem justificativa.",
        papers=USUAL,
        fees=Answer.YES,
    ),
    # Denied.
    Story(
        payer="convenio-aurora",
        specialty="ortopedia",
        codes=("30735068",),
        indicated=-30,
        asked=-12,
        answer="denied",
        text="Cláusula 12.3: procedimento em carência.",
        papers=USUAL,
    ),
    # A higher room by the patient's option, agreed before; this payer's contract prices the difference.
    Story(
        payer="convenio-aurora",
        codes=("31005497",),
        planned=9,
        asked=-13,
        answer="authorised",
        senha="AUR-558177",
        occupied="apartment",
        reason=UpgradeReason.PATIENT_OPTION,
        papers=USUAL,
        signed=("class_consent",),
        fees=Answer.YES,
    ),
    # A higher room because there was no bed: nothing to charge.
    Story(
        payer="plano-bemtevi",
        specialty="urologia",
        codes=("31102360",),
        planned=3,
        asked=-16,
        answer="authorised",
        senha="BTV-21004",
        occupied="apartment",
        reason=UpgradeReason.NO_BED,
        papers=USUAL,
    ),
    # A hospital without repasse: by the cooperative.
    Story(
        payer="cooperativa-ipe",
        second=True,
        specialty="urologia",
        codes=("31102360",),
        planned=15,
        asked=-6,
        answer="authorised",
        senha="IPE-7719",
        papers=USUAL,
        fees=Answer.NO,
    ),
    # Free choice: the patient pays and asks for the refund.
    Story(
        payer="convenio-aurora",
        plan=1,
        specialty="ginecologia",
        codes=("31303218",),
        planned=20,
        free_choice=True,
        papers=("medical_report",),
        signed=("private_budget",),
    ),
    # Material to quote, and a payer that says it is looking into it.
    Story(
        payer="convenio-aurora",
        specialty="ortopedia",
        codes=("30724058",),
        indicated=-35,
        asked=-24,
        answer="generic",
        text="Pedido em auditoria.",
        opme=True,
        quotes=2,
        papers=("medical_report", "guia", "exams"),
    ),
    # Done last week, through the hospital.
    Story(
        payer="plano-bemtevi",
        plan=1,
        codes=("31005497",),
        planned=-6,
        asked=-18,
        answer="authorised",
        senha="BTV-20880",
        papers=USUAL,
        fees=Answer.YES,
        performed=True,
    ),
    # Self-pay.
    Story(
        payer="particular",
        plan=None,
        specialty="ginecologia",
        codes=("31307205",),
        planned=10,
        signed=("private_budget",),
        papers=("medical_report",),
    ),
    # Indicated only.
    Story(payer="saude-jacaranda", codes=("31009352",), indicated=-2),
    # Cancelled.
    Story(
        payer="convenio-aurora",
        codes=("31003079",),
        planned=5,
        asked=-10,
        cancelled=f"Paciente desistiu {FICTITIOUS}.",
    ),
    # Done, not billed yet, and its report is missing while the last day comes near.
    Story(
        payer="convenio-aurora",
        codes=("31005497",),
        planned=-26,
        indicated=-50,
        asked=-44,
        answer="authorised",
        senha="AUR-557688",
        papers=USUAL,
        missing=("surgery_report",),
        fees=Answer.YES,
        performed=True,
        legal=True,
    ),
    # Done, billed and paid, a part of it refused: what to appeal against.
    Story(
        payer="convenio-aurora",
        codes=("31005497", "31307205"),
        planned=-25,
        indicated=-55,
        asked=-47,
        answer="authorised",
        senha="AUR-557512",
        papers=USUAL,
        signed=("surgery_report",),
        sent=("fee_guia",),
        fees=Answer.YES,
        performed=True,
        legal=True,
        outcome=Outcome(presented=-22, paid=-4, denied=(40, 0, 100, 10)),
    ),
)
