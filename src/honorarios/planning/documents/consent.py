"""The patient's consent to the class difference, and the fence around it (``spec: routes 2.3``, E15 to E17).

Only the patient's own option for a room above the contracted one, agreed in writing before the admission,
may be charged; never for lack of beds (Lei 9.656/1998, art. 33), never in urgency as a condition.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Self

from honorarios.core.vocabulary import UpgradeReason
from honorarios.planning.documents.letter import Letter, LetterKind, Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from honorarios.planning.case import Case
    from honorarios.planning.documents.letter import Told


class Fence(Enum):
    """Why a class difference can't be charged; the value is the stable code of the rule."""

    label: str

    def __new__(cls, code: str, label: str) -> Self:
        """Make the fence from its rule's code and what it says."""
        member = object.__new__(cls)
        member._value_ = code
        member.label = label
        return member

    PUBLIC = "COMPLEMENTO_VEDADO", "No SUS não há complemento de honorário."
    NO_UPGRADE = "SEM_UPGRADE", "A acomodação não é superior à contratada."
    NO_REASON = "DADO_FALTANTE", "Falta registrar por que a acomodação é superior à contratada."
    NO_BED = (
        "FALTA_DE_LEITO",
        "Falta de leito: a acomodação superior é por conta do convênio (Lei 9.656/1998, art. 33).",
    )
    MEDICAL = "SEM_UPGRADE", "Por indicação médica, a acomodação superior não é opção do paciente."
    FORBIDDEN = "CONTRATO_VEDA", "O contrato do médico com o convênio veda o complemento."
    TOO_LATE = (
        "SEM_TERMO_PREVIO",
        "O termo tem de ser assinado antes da internação; depois dela, não se cobra.",
    )


def fence(case: Case, *, forbidden: bool | None, today: date) -> tuple[Fence, ...]:
    """What keeps a class difference from being charged; empty: the consent may be offered.

    Args:
        case: The surgery.
        forbidden: Whether the surgeon's contract bars complements; None: nobody knows, which asks but bars
            nothing.
        today: The day of asking: a consent can't be offered after the admission.
    """
    return tuple(_fences(case, forbidden=forbidden, today=today))


def _fences(case: Case, *, forbidden: bool | None, today: date) -> Iterator[Fence]:
    if case.is_public:
        yield Fence.PUBLIC
    if not case.is_above_contract:
        yield Fence.NO_UPGRADE
    elif case.upgrade_reason is None:
        yield Fence.NO_REASON
    elif case.upgrade_reason is UpgradeReason.NO_BED:
        yield Fence.NO_BED
    elif case.upgrade_reason is UpgradeReason.MEDICAL_NEED:
        yield Fence.MEDICAL
    if forbidden:
        yield Fence.FORBIDDEN
    # Until the admission is known, the surgery's day stands for it.
    before = case.admitted_on or case.performed_on or case.planned_on
    if before is not None and (case.consent_signed_on or today) > before:
        yield Fence.TOO_LATE


def class_consent(told: Told, case: Case, today: date, amount: str = "") -> Letter:
    """The consent, to be read and signed before the admission.

    ``amount`` is the priced difference in words of money; without one its place is left to be written in.
    """
    value = amount or "R$ ______________ (________________________________________)"
    urgent = " Em urgência, o atendimento nunca depende deste termo." if case.is_urgent else ""
    return Letter(
        kind=LetterKind.CONSENT,
        office=told.office,
        title="Termo de diferença de classe",
        subject=f"Cirurgia {told.number}",
        on=today,
        paragraphs=(
            (
                f"Eu, {told.patient}, beneficiário do {told.payer}"
                f"{f', plano {told.plan}' if told.plan else ''}, tenho direito a {told.contracted.lower()} e"
                f" escolho, por minha vontade, {told.occupied.lower()} no {told.hospital} (cirurgia {told.when})."
            ),
            (
                "Fui informado de que o convênio paga os honorários pela acomodação contratada, e de que a"
                f" diferença pela acomodação que escolhi é por minha conta, no valor de {value},"
                f" paga à equipe de {told.surgeon or '______________'}."
            ),
        ),
        columns=("Código", "Procedimento", "Qtd."),
        rows=tuple(Row(cells=(act.code, act.description, str(act.quantity))) for act in case.acts),
        points=(
            "Posso ficar na acomodação do meu plano, sem pagar nada a mais.",
            (
                "Se não houver leito na acomodação do meu plano, fico na superior sem pagar diferença"
                " (Lei 9.656/1998, art. 33)."
            ),
            "Posso desistir até a internação, sem custo.",
            "Recebo recibo ou nota fiscal do que pagar.",
        ),
        closing=f"Assino antes da internação, com uma via para mim.{urgent}",
        signatures=(
            f"{told.patient} (ou responsável) — data: ____/____/________",
            f"{told.surgeon or 'Médico'} {told.council}".strip(),
            "Testemunha",
        ),
        note=(
            "Acordo expresso, claro e anterior ao procedimento: CEM, arts. 61 e 66; nota do CREMERS de"
            " novembro de 2025; STJ, REsp 1.178.555/PR. Só vale se o contrato do médico com o convênio não"
            " vedar o complemento. Este texto não é parecer jurídico."
        ),
    )
