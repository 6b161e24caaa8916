"""What the models of the catalogue and of the parameters say of their fields, in the person's language.

Their descriptions are English in the code, their titles Portuguese; the screens say both in the
language of whoever reads. Closed lists of terms, which are names in files, are said as sentences.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel.messages.pofile import read_po
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from honorarios.core.vocabulary import UsualAccommodation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic.fields import FieldInfo

FILE: Final = Path(__file__).with_name("meanings.po")
_CITED: Final = re.compile(r"\s*\(`*(?:spec|seed|docs)\b[^)]*\)")
"""A citation that only the code's readers can follow."""


def meaning(field: FieldInfo) -> str:
    """What a field of a model is for."""
    text = " ".join((field.description or "").replace("``", "`").split())
    if not text:
        return ""
    told = _portuguese().get(text, text) if _is_portuguese() else text
    return _CITED.sub("", told).replace("`", "")


def title(name: str, field: FieldInfo) -> str:
    """What a field is called: its Portuguese title, or its name in words."""
    told = field.title if field.title and _is_portuguese() else name.replace("_", " ")
    return told[:1].upper() + told[1:]


def choice(kind: str, value: str) -> str:
    """A member of a closed list, by the list's name and its own, as a person says it."""
    return _(CHOICES.get((kind, value), value))


def accommodation(code: str) -> str:
    """An accommodation type that goes by the same word everywhere; another by its own code."""
    return _(_ACCOMMODATIONS[code]) if code in _ACCOMMODATIONS else code


_ACCOMMODATIONS: Final = {one.code_name: one.label for one in UsualAccommodation}


def said(text: str, otherwise: str) -> str:
    """A Portuguese text in the person's language; ``otherwise`` where that language doesn't have it."""
    told = _(text)
    return told if told != text or _is_portuguese() else otherwise


INITIALS: Final = {"cpf", "cnpj", "crm", "tiss", "uco", "ch"}
"""What is written in capitals wherever it stands."""


def in_words(name: str) -> str:
    """A name of the code as English words: ``billing-units``, ``BillingUnit`` → "billing unit"."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    words = apart.replace("_", " ").replace("-", " ").lower().split()
    return " ".join(word.upper() if word in INITIALS else word for word in words)


def _is_portuguese() -> bool:
    return (get_language() or "pt").startswith("pt")


@cache
def _portuguese() -> Mapping[str, str]:
    with FILE.open("rb") as source:
        found = read_po(source, locale="pt_BR")
    return {str(message.id): str(message.string) for message in found if message.id}


CHOICES: Final[Mapping[tuple[str, str], str]] = {
    ("AccommodationSource", "LINE"): gettext_noop("A do leito no início do ato"),
    ("AccommodationSource", "PLAN"): gettext_noop("A contratada pelo plano"),
    ("Composition", "MULTIPLY"): gettext_noop(
        "Multiplicam-se: acomodação × (1 + hora extra) × (1 + pediatria)"
    ),
    ("Composition", "ADD_PERCENTS"): gettext_noop(
        "Hora extra e pediatria se somam; a acomodação multiplica"
    ),
    ("Composition", "ADD_ALL"): gettext_noop("Somam-se todos, a acomodação também"),
    ("DifferenceFactorSource", "BED"): gettext_noop("O anexo Acomodação, pelo leito usado"),
    ("DifferenceFactorSource", "PARAMETER"): gettext_noop("O fator informado aqui"),
    ("DifferenceMode", "DELTA"): gettext_noop(
        "Preço particular × (fator do leito - fator do plano)"
    ),
    ("DifferenceMode", "TOTAL_MINUS"): gettext_noop(
        "Preço particular × fator do leito, menos o do convênio"
    ),
    ("DifferenceMode", "FULL"): gettext_noop("Preço particular × fator do leito, inteiro"),
    ("FactorName", "accommodation"): gettext_noop("Acomodação"),
    ("FactorName", "overtime"): gettext_noop("Hora extra"),
    ("FactorName", "paediatric"): gettext_noop("Pediatria"),
    ("FactorName", "technique"): gettext_noop("Técnica"),
    ("FactorName", "bilateral"): gettext_noop("Bilateral"),
    ("FactorName", "role"): gettext_noop("Função"),
    ("FactorName", "route"): gettext_noop("Via de acesso"),
    ("FactorScope", "FEE"): gettext_noop("Só o honorário"),
    ("FactorScope", "TABLE_VALUE"): gettext_noop("O valor inteiro da tabela"),
    ("PriceDate", "START"): gettext_noop("O início do ato"),
    ("PriceDate", "END"): gettext_noop("O fim do ato"),
    ("PriceDate", "ADMISSION"): gettext_noop("A internação"),
    ("TouchedComponent", "operating_cost"): gettext_noop("Custo operacional"),
    ("TouchedComponent", "film"): gettext_noop("Filme"),
    ("ScheduleKind", "CBHPM"): gettext_noop("CBHPM"),
    ("ScheduleKind", "AMB"): gettext_noop("AMB (CH)"),
    ("ScheduleKind", "BRL"): gettext_noop("Em reais"),
    ("ScheduleKind", "SIGTAP"): gettext_noop("SIGTAP (SUS)"),
    ("ScheduleKind", "STATE_INSURER"): gettext_noop("Servidor estadual"),
    ("ScheduleKind", "UNIMED"): gettext_noop("Unimed"),
    ("ScheduleKind", "OWN"): gettext_noop("Própria"),
    ("AnaesthesiaBase", "ANAESTHETIC_PORTE"): gettext_noop("O porte anestésico"),
    ("AnaesthesiaBase", "TABLE"): gettext_noop("O honorário da própria linha"),
    ("AssistantBase", "REDUCED"): gettext_noop("O honorário já reduzido pela via de acesso"),
    ("AssistantBase", "FULL"): gettext_noop("O honorário inteiro do ato"),
    ("AssistantComponents", "FEE"): gettext_noop("Só o honorário"),
    ("AssistantComponents", "ALL"): gettext_noop("Todos os componentes da linha"),
    ("Day", "mon"): gettext_noop("Segunda"),
    ("Day", "tue"): gettext_noop("Terça"),
    ("Day", "wed"): gettext_noop("Quarta"),
    ("Day", "thu"): gettext_noop("Quinta"),
    ("Day", "fri"): gettext_noop("Sexta"),
    ("Day", "sat"): gettext_noop("Sábado"),
    ("Day", "sun"): gettext_noop("Domingo"),
    ("Day", "holiday"): gettext_noop("Feriado"),
    ("OvertimeInterval", "START"): gettext_noop("Pelo início do ato"),
    ("OvertimeInterval", "MAJORITY"): gettext_noop("Quando mais da metade do ato está dentro"),
    ("OvertimeInterval", "ANY"): gettext_noop("Quando qualquer parte do ato está dentro"),
    ("PaediatricChoice", "HIGHEST"): gettext_noop("A de maior percentual"),
    ("PaediatricChoice", "FIRST"): gettext_noop("A primeira da lista"),
    ("RankingBasis", "PORTE"): gettext_noop("Pelo porte"),
    ("RankingBasis", "VALUE"): gettext_noop("Pelo valor"),
    ("RankingScope", "ACT"): gettext_noop("Uma ordem para toda a equipe"),
    ("RankingScope", "ROLE"): gettext_noop("Uma ordem por função"),
    ("StandardKind", "GENERAL"): gettext_noop("Geral"),
    ("StandardKind", "IAMSPE"): gettext_noop("IAMSPE"),
    ("mode", "HALF_UP"): gettext_noop("Meio centavo para cima"),
    ("mode", "DOWN"): gettext_noop("Despreza a fração"),
    ("point", "UNIT"): gettext_noop("No valor unitário"),
    ("point", "LINE"): gettext_noop("No total da linha"),
    ("point", "STEP"): gettext_noop("A cada fator"),
    ("point", "COMPONENT"): gettext_noop("Em cada componente"),
    ("PackageAction", "ASK"): gettext_noop("Questionar inclusão no pacote"),
    ("PackageAction", "AUTOMATIC"): gettext_noop("Incluir automaticamente no pacote"),
    ("PackageMeaning", "ON_TOP"): gettext_noop("Cobrar além do pacote"),
    ("PackageMeaning", "COVERED"): gettext_noop("O pacote cobre: nada é cobrado"),
    ("WithoutPackage", "NORMAL"): gettext_noop("Cobrar como de costume"),
    ("WithoutPackage", "NOT_CHARGED"): gettext_noop("Não cobrar o honorário"),
    ("CheckSeverity", "BLOCK"): gettext_noop("Recusar o lançamento"),
    ("CheckSeverity", "WARN"): gettext_noop("Deixar passar com um aviso"),
}
"""Every member of the models' closed lists; those of the vocabulary have labels of their own."""
