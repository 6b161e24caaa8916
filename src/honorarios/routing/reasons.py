"""Why a route is open, open under a condition, or closed: stable codes, with their Portuguese sentences.

Rule ids (E1…) and codes are shown to people and never change (``spec: routes 5.2``).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import TYPE_CHECKING, Self

from honorarios.core.phrase import Phrase

if TYPE_CHECKING:
    from honorarios.routing.facts import Fact


class Standing(IntEnum):
    """How open an option is; the worst of its reasons is its own."""

    label: str

    def __new__(cls, value: int, label: str) -> Self:
        """Make the standing from its order and its Portuguese word."""
        member = int.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    ELIGIBLE = 0, "Elegível"
    CONDITIONAL = 1, "Condicional"
    INELIGIBLE = 2, "Inelegível"


class Rule(Enum):
    """What was found, with the rule that found it; the value is rule, code and sentence."""

    rule: str
    code: str
    sentence: str

    def __init__(self, rule: str, code: str, sentence: str) -> None:
        self.rule = rule
        self.code = code
        self.sentence = sentence

    NO_ACCREDITATION = (
        "E1",
        "SEM_CREDENCIAMENTO",
        "Sem credenciamento direto que cubra a data e o código.",
    )
    CONSULTATION_ONLY = "E2", "ESCOPO_CONSULTA", "O credenciamento é só para consultas."
    UNKNOWN_AGREEMENT = (
        "E3",
        "ACORDO_DESCONHECIDO",
        "Não se sabe se o acordo do hospital com o convênio inclui honorários.",
    )
    NO_AGREEMENT = "E3", "SEM_ACORDO", "O acordo do hospital com o convênio não inclui honorários."
    FEES_NOT_REQUESTED = (
        "E3b",
        "HONORARIO_NAO_SOLICITADO",
        "O hospital não pediu os honorários com a autorização, ou o repasse não foi pedido.",
    )
    URGENCY_ONLY = (
        "E4",
        "SOMENTE_URGENCIA",
        "O acordo de repasse não vale para este caráter de atendimento.",
    )
    DIRECT_TO_CONFIRM = (
        "E5",
        "CREDENCIADO_DIRETO_VALIDAR",
        "O médico é credenciado direto: valide com o hospital e com o contrato.",
    )
    INSIDE_OUTSIDE = (
        "E6",
        "REGRA_DENTRO_FORA",
        "A regra dentro/fora da conta do hospital não admite esta via.",
    )
    IN_PACKAGE = "E7", "INCLUSO_EM_PACOTE", "O pacote já inclui o honorário."
    NO_MEMBERSHIP = "E8", "SEM_FILIACAO", "Sem filiação à cooperativa na data da cirurgia."
    NO_COOPERATIVE_CONTRACT = (
        "E8",
        "SEM_CONTRATO_COOP",
        "A cooperativa não tem acordo com o convênio, ou o hospital não a aceita.",
    )
    COOPERATIVE_WITH_REPASSE = (
        "E8b",
        "COOP_COM_REPASSE",
        "O hospital tem repasse: confirme que aceita a cobrança pela cooperativa.",
    )
    COOPERATIVE_SPECIALTY = (
        "E9",
        "ESPECIALIDADE_COOP",
        "A cooperativa não atende esta função ou especialidade.",
    )
    DEADLINE_PASSED = "E10", "PRAZO_VENCIDO", "O prazo de entrega já passou."
    AUTHORISATION_EXPIRED = "E11", "SENHA_VENCIDA", "A senha não vale no dia da cirurgia."
    CODE_NOT_AUTHORISED = "E11", "CODIGO_NAO_AUTORIZADO", "O convênio não autorizou o código."
    COVERED_BY_ACCREDITATION = (
        "E12",
        "CREDENCIADO_COBERTO",
        "O médico é credenciado e o código tem cobertura: não pode cobrar do paciente.",
    )
    NO_PRIOR_TERM = (
        "E13",
        "SEM_TERMO_PREVIO",
        "Falta o orçamento ou termo escrito e assinado antes da internação.",
    )
    NO_NEGOTIATION_IN_URGENCY = (
        "E14",
        "URGENCIA_SEM_NEGOCIACAO",
        "Na urgência, o pagamento particular nunca é condição para o atendimento.",
    )
    NO_UPGRADE = (
        "E15",
        "SEM_UPGRADE",
        "A acomodação ocupada não é superior à contratada por opção do paciente.",
    )
    NO_BED = (
        "E15",
        "FALTA_DE_LEITO",
        "A acomodação superior veio de falta de leito: não há diferença a cobrar.",
    )
    CONTRACT_FORBIDS = "E16", "CONTRATO_VEDA", "O contrato com o convênio veda complemento."
    NO_PRIOR_CONSENT = (
        "E16",
        "SEM_TERMO_PREVIO",
        (
            "O termo da diferença de classe não foi assinado antes da internação: o combinado verbal não"
            " vale (decisão de Porto Alegre e nota do CREMERS, novembro de 2025)."
        ),
    )
    COMPLEMENT_BARRED = (
        "E17",
        "COMPLEMENTO_VEDADO",
        "SUS, ou plano cujo contrato impede complemento.",
    )
    RECEIVER_TYPE = (
        "E18",
        "TIPO_RECEBEDOR",
        "A fonte pagadora não paga este tipo de recebedor (PF ou PJ).",
    )
    ALREADY_CLAIMED = (
        "E19",
        "JA_COBRADO",
        "Este ato, função e profissional já foi cobrado por outra via.",
    )
    FACT_EXPIRED = (
        "E20",
        "FATO_VENCIDO",
        "Um fato de que esta via depende tem de ser confirmado outra vez.",
    )
    MISSING_DATA = "E0", "DADO_FALTANTE", "Falta um dado para decidir."


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing found about an option."""

    rule: Rule
    standing: Standing
    fact: Fact | None = None
    """What has to be confirmed, and with whom."""

    @property
    def text(self) -> str:
        """The sentence, with the fact that it hangs on."""
        if self.fact is None:
            return self.rule.sentence
        return Phrase("{found} ({fact})", found=self.rule.sentence, fact=self.fact.name)


def closes(rule: Rule, fact: Fact | None = None) -> Reason:
    """A reason that closes the option."""
    return Reason(rule, Standing.INELIGIBLE, fact)


def asks(rule: Rule, fact: Fact | None = None) -> Reason:
    """A reason that leaves the option open under a condition."""
    return Reason(rule, Standing.CONDITIONAL, fact)


def worst(reasons: tuple[Reason, ...]) -> Standing:
    """The standing of an option with these reasons."""
    return max((reason.standing for reason in reasons), default=Standing.ELIGIBLE)
