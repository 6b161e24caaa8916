"""The field's closed lists, with their TISS codes: what a line may say, and every way people write it.

Each member's value is the engine's small integer; ``tiss`` is the code of the TISS domain table, where
there is one; ``label`` is the Portuguese word on the screen. ``spellings`` maps every accepted
spelling (English name, TISS code, Portuguese words, with or without accents) to the member.

>>> ROLE_SPELLINGS["cirurgiao"] is Role.SURGEON is ROLE_SPELLINGS["00"]
True
"""

from __future__ import annotations

import unicodedata
from enum import IntEnum
from typing import TYPE_CHECKING, Final, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable


class Term(IntEnum):
    """A member of a closed list: an integer with a Portuguese label and a code of the standard."""

    label: str
    tiss: str

    def __new__(cls, value: int, label: str, tiss: str = "") -> Self:
        """Make the member from its integer, its Portuguese label and its TISS code."""
        member = int.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.tiss = tiss
        return member

    @property
    def code_name(self) -> str:
        """The English name used in files and APIs: ``first_assistant``."""
        return self.name.lower()


class Role(Term):
    """Função do médico, or grau de participação: TISS domain 35."""

    SURGEON = 0, "Cirurgião", "00"
    FIRST_ASSISTANT = 1, "1º auxiliar", "01"
    SECOND_ASSISTANT = 2, "2º auxiliar", "02"
    THIRD_ASSISTANT = 3, "3º auxiliar", "03"
    FOURTH_ASSISTANT = 4, "4º auxiliar", "04"
    SCRUB_ASSISTANT = 5, "Instrumentador", "05"
    ANAESTHETIST = 6, "Anestesista", "06"
    ANAESTHETIST_ASSISTANT = 7, "Auxiliar de anestesista", "07"
    CONSULTANT = 8, "Consultor", "08"
    PERFUSIONIST = 9, "Perfusionista", "09"
    DELIVERY_PAEDIATRICIAN = 10, "Pediatra na sala de parto", "10"
    DIAGNOSTICS_ASSISTANT = 11, "Auxiliar SADT", "11"
    CLINICIAN = 12, "Clínico", "12"
    INTENSIVIST = 13, "Intensivista", "13"


ASSISTANTS: Final = (
    Role.FIRST_ASSISTANT,
    Role.SECOND_ASSISTANT,
    Role.THIRD_ASSISTANT,
    Role.FOURTH_ASSISTANT,
)
"""The surgical assistants, first to fourth."""

PARAMETERISED_ROLES: Final = (*ASSISTANTS, Role.SCRUB_ASSISTANT, Role.ANAESTHETIST_ASSISTANT)
"""Roles whose percentage the billing standard must state (seed, section 03); the others are 100 %."""

ANAESTHESIA_ROLES: Final = (Role.ANAESTHETIST, Role.ANAESTHETIST_ASSISTANT)
"""Roles paid on the anaesthetic porte."""


class AccessRoute(Term):
    """Via de acesso: TISS domain 61."""

    SINGLE = 1, "Única", "1"
    SAME = 2, "Mesma via", "2"
    DIFFERENT = 3, "Diferentes vias", "3"


class ProcedureKind(Term):
    """Tipo do procedimento within one surgical act."""

    PRINCIPAL = 0, "Principal"
    SECONDARY = 1, "Secundário"


class Character(Term):
    """Caráter do atendimento: TISS domain 23."""

    ELECTIVE = 1, "Eletivo", "1"
    URGENT = 2, "Urgência/emergência", "2"


class Setting(Term):
    """Tipo de paciente: where the patient is treated."""

    INPATIENT = 1, "Interno"
    OUTPATIENT = 2, "Externo"


class Technique(Term):
    """Técnica utilizada: TISS domain 48."""

    CONVENTIONAL = 1, "Convencional", "1"
    VIDEO = 2, "Vídeo", "2"
    ROBOTIC = 3, "Robótica", "3"


class Laterality(Term):
    """Lateralidade of the act."""

    LEFT = 1, "Esquerda"
    RIGHT = 2, "Direita"
    BOTH = 3, "Bilateral"


class BillingRoute(Term):
    """Via de faturamento: how one act of one professional is paid (seed *Faturamento de honorários*)."""

    ACCREDITED = 0, "Credenciado"
    HOSPITAL_REPASSE = 1, "Repasse hospitalar"
    COOPERATIVE = 2, "Cooperativa"
    PRIVATE = 3, "Particular"


class UsualAccommodation(Term):
    """Tipos de acomodação that go by the same words everywhere; a catalogue may have others of its own."""

    WARD = 0, "Enfermaria"
    APARTMENT = 1, "Apartamento"
    ICU = 2, "UTI"


class AttendanceStatus(Term):
    """Situação of an attendance; a cancelled one freezes everything it holds."""

    OPEN = 0, "Aberto"
    DISCHARGED = 1, "Alta"
    CANCELLED = 2, "Cancelado"


class PartStatus(Term):
    """Situação of an account part (``spec: launching 3.2``)."""

    OPEN = 0, "Aberta"
    CLOSED = 1, "Encerrada"
    RELEASED = 2, "Liberada"
    BILLED = 3, "Faturada"
    CANCELLED = 4, "Cancelada"


class LineStatus(Term):
    """Situação of a fee line: in force, reversed, or itself the reversal of another."""

    ACTIVE = 0, "Ativo"
    REVERSED = 1, "Estornado"
    REVERSAL = 2, "Estorno"


class LineKind(Term):
    """What a fee line charges: a person's act, or a room or equipment fee that the contract posts."""

    PROFESSIONAL_FEE = 0, "Honorário"
    FACILITY_FEE = 1, "Taxa"


class Treatment(Term):
    """What the package made of a fee line (``spec: launching 3.4``)."""

    NORMAL = 0, "Normal"
    ON_TOP = 1, "Além do pacote"
    COVERED = 2, "Coberto pelo pacote"
    NOT_CHARGED = 3, "Não cobrado"


class SplitForm(Term):
    """Divisão de cobrança (``spec: launching 3.10``)."""

    NONE = 0, "Sem divisão"
    PERCENT = 1, "Por percentual"
    VALUE = 2, "Por valor"


class CredentialMode(Term):
    """Credenciamento: with the payer itself, or through the hospital's repasse."""

    DIRECT = 0, "Direto"
    INDIRECT = 1, "Indireto"


class Side(Term):
    """Which side of the hospital's account a fee is billed on (``spec: launching 3.12``)."""

    INSIDE = 0, "Dentro da conta"
    OUTSIDE = 1, "Fora da conta"


class PayerGroup(Term):
    """Grupo of a payer; self-pay parts freeze with their tax invoice."""

    INSURER = 0, "Convênio"
    SELF_PAY = 1, "Particular"
    SUS = 2, "SUS"
    STATE = 3, "Servidor estadual"


class UpgradeReason(Term):
    """Motivo da mudança de acomodação; only the patient's option is charged to the patient."""

    PATIENT_OPTION = 0, "Opção do paciente"
    NO_BED = 1, "Falta de leito"
    MEDICAL_NEED = 2, "Necessidade médica"


class Sex(Term):
    """Sexo, for the compatibility of a procedure with the patient."""

    M = 0, "Masculino"
    F = 1, "Feminino"


def fold(text: str) -> str:
    """A spelling without case, accents, ordinal marks and outer blanks, for comparing.

    >>> fold(" 1º Auxiliar "), fold("Urgência/emergência")
    ('1 auxiliar', 'urgencia/emergencia')
    """
    decomposed = unicodedata.normalize(
        "NFKD", text.strip().lower().replace("º", "").replace("ª", "")
    )
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def listed(terms: Iterable[Term]) -> str:
    """The members of a list as a message writes them: what people say, the name, the TISS code.

    >>> listed([Role.SURGEON, Setting.INPATIENT, Role.SURGEON])
    'Cirurgião (surgeon, 00); Interno (inpatient)'
    """
    return "; ".join(
        f"{term.label} ({', '.join(filter(None, (term.code_name, term.tiss)))})"
        for term in dict.fromkeys(terms)
    )


AnyTerm = TypeVar("AnyTerm", bound=Term)


def _spellings(terms: type[AnyTerm], **more: AnyTerm) -> dict[str, AnyTerm]:
    known: dict[str, AnyTerm] = {}
    for term in terms:
        names = {term.code_name, term.code_name.replace("_", " "), fold(term.label)}
        if term.tiss:
            names |= {term.tiss, term.tiss.lstrip("0") or "0"}
        known |= dict.fromkeys(names, term)
    return known | {name.replace("_", " "): term for name, term in more.items()}


ROLE_SPELLINGS: Final = _spellings(
    Role,
    primeiro_auxiliar=Role.FIRST_ASSISTANT,
    segundo_auxiliar=Role.SECOND_ASSISTANT,
    terceiro_auxiliar=Role.THIRD_ASSISTANT,
    quarto_auxiliar=Role.FOURTH_ASSISTANT,
    auxiliar_do_anestesista=Role.ANAESTHETIST_ASSISTANT,
    pediatra=Role.DELIVERY_PAEDIATRICIAN,
)
ACCESS_ROUTE_SPELLINGS: Final = _spellings(
    AccessRoute,
    via_unica=AccessRoute.SINGLE,
    mesma=AccessRoute.SAME,
    diferente=AccessRoute.DIFFERENT,
)
PROCEDURE_KIND_SPELLINGS: Final = _spellings(ProcedureKind)
CHARACTER_SPELLINGS: Final = _spellings(
    Character,
    eletiva=Character.ELECTIVE,
    urgencia=Character.URGENT,
    emergencia=Character.URGENT,
    emergency=Character.URGENT,
)
SETTING_SPELLINGS: Final = _spellings(
    Setting,
    internado=Setting.INPATIENT,
    internacao=Setting.INPATIENT,
    ambulatorial=Setting.OUTPATIENT,
    ambulatorio=Setting.OUTPATIENT,
)
TECHNIQUE_SPELLINGS: Final = _spellings(Technique)
LATERALITY_SPELLINGS: Final = _spellings(
    Laterality, ambos=Laterality.BOTH, bilateral=Laterality.BOTH
)
BILLING_ROUTE_SPELLINGS: Final = _spellings(
    BillingRoute, repasse=BillingRoute.HOSPITAL_REPASSE, direto=BillingRoute.ACCREDITED
)
SPLIT_FORM_SPELLINGS: Final = _spellings(
    SplitForm,
    nenhuma=SplitForm.NONE,
    nao=SplitForm.NONE,
    percentual=SplitForm.PERCENT,
    valor=SplitForm.VALUE,
)
CREDENTIAL_MODE_SPELLINGS: Final = _spellings(CredentialMode)
SIDE_SPELLINGS: Final = _spellings(Side, dentro=Side.INSIDE, fora=Side.OUTSIDE)
PAYER_GROUP_SPELLINGS: Final = _spellings(PayerGroup, privado=PayerGroup.SELF_PAY)
UPGRADE_REASON_SPELLINGS: Final = _spellings(UpgradeReason)
SEX_SPELLINGS: Final = _spellings(Sex, male=Sex.M, female=Sex.F)
ACCOMMODATION_SPELLINGS: Final = _spellings(
    UsualAccommodation,
    enf=UsualAccommodation.WARD,
    quarto_coletivo=UsualAccommodation.WARD,
    apto=UsualAccommodation.APARTMENT,
    quarto_individual=UsualAccommodation.APARTMENT,
    quarto_particular=UsualAccommodation.APARTMENT,
    quarto_privativo=UsualAccommodation.APARTMENT,
    cti=UsualAccommodation.ICU,
    terapia_intensiva=UsualAccommodation.ICU,
    unidade_de_terapia_intensiva=UsualAccommodation.ICU,
)
"""Words for the usual types. A bare *quarto* is none of them: some contracts tell it from an apartment."""


def accommodation_type(word: str) -> str:
    """The accommodation type that a word names: a usual one, or else the id that a catalogue has for it.

    >>> accommodation_type("Apto"), accommodation_type("apartment"), accommodation_type("UTI-Neo")
    ('apartment', 'apartment', 'uti-neo')
    """
    spelling = fold(word)
    usual = ACCOMMODATION_SPELLINGS.get(spelling)
    return spelling if usual is None else usual.code_name


def accommodation_label(word: str) -> str:
    """An accommodation type as people say it, with the id that files have for it.

    >>> accommodation_label("apartment"), accommodation_label("uti-neo")
    ('Apartamento (apartment)', 'uti-neo')
    """
    usual = ACCOMMODATION_SPELLINGS.get(fold(word))
    return word if usual is None else f"{usual.label} ({word})"
