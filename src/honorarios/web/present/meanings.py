"""What the models of the catalogue and of the parameters say of their fields, in the person's language.

Their descriptions are English in the code, their titles Portuguese; the screens say both in the
language of whoever reads. Closed lists of terms, which are names in files, are said as sentences.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel.messages.pofile import read_po
from django.utils.translation import get_language
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic.fields import FieldInfo

FILE: Final = Path(__file__).with_name("meanings.po")


def meaning(field: FieldInfo) -> str:
    """What a field of a model is for."""
    text = " ".join((field.description or "").replace("``", "`").split())
    if not text:
        return ""
    told = _portuguese().get(text, text) if _is_portuguese() else text
    return told.replace("`", "")


def title(name: str, field: FieldInfo) -> str:
    """What a field is called: its Portuguese title, or its name in words."""
    told = field.title if field.title and _is_portuguese() else name.replace("_", " ")
    return told[:1].upper() + told[1:]


def choice(kind: str, value: str) -> str:
    """A member of a closed list, by the list's name and its own, as a person says it."""
    return _(CHOICES.get((kind, value), value))


def _is_portuguese() -> bool:
    return (get_language() or "pt").startswith("pt")


@cache
def _portuguese() -> Mapping[str, str]:
    with FILE.open("rb") as source:
        found = read_po(source, locale="pt_BR")
    return {str(message.id): str(message.string) for message in found if message.id}


CHOICES: Final[Mapping[tuple[str, str], str]] = {
    ("AccommodationSource", "LINE"): "A do leito no início do ato",
    ("AccommodationSource", "PLAN"): "A contratada pelo plano",
    ("Composition", "MULTIPLY"): "Multiplicam-se: acomodação × (1 + hora extra) × (1 + pediatria)",
    ("Composition", "ADD_PERCENTS"): "Hora extra e pediatria se somam; a acomodação multiplica",
    ("Composition", "ADD_ALL"): "Somam-se todos, a acomodação também",
    ("DifferenceFactorSource", "BED"): "O anexo Acomodação, pelo leito usado",
    ("DifferenceFactorSource", "PARAMETER"): "O fator informado aqui",
    ("DifferenceMode", "DELTA"): "Preço particular × (fator do leito - fator do plano)",
    ("DifferenceMode", "TOTAL_MINUS"): "Preço particular × fator do leito, menos o do convênio",
    ("DifferenceMode", "FULL"): "Preço particular × fator do leito, inteiro",
    ("FactorName", "accommodation"): "Acomodação",
    ("FactorName", "overtime"): "Hora extra",
    ("FactorName", "paediatric"): "Pediatria",
    ("FactorName", "technique"): "Técnica",
    ("FactorName", "bilateral"): "Bilateral",
    ("FactorName", "role"): "Função",
    ("FactorName", "route"): "Via de acesso",
    ("FactorScope", "FEE"): "Só o honorário",
    ("FactorScope", "TABLE_VALUE"): "O valor inteiro da tabela",
    ("PriceDate", "START"): "O início do ato",
    ("PriceDate", "END"): "O fim do ato",
    ("PriceDate", "ADMISSION"): "A internação",
    ("TouchedComponent", "operating_cost"): "Custo operacional",
    ("TouchedComponent", "film"): "Filme",
    ("ScheduleKind", "CBHPM"): "CBHPM",
    ("ScheduleKind", "AMB"): "AMB (CH)",
    ("ScheduleKind", "BRL"): "Em reais",
    ("ScheduleKind", "SIGTAP"): "SIGTAP (SUS)",
    ("ScheduleKind", "STATE_INSURER"): "Servidor estadual",
    ("ScheduleKind", "UNIMED"): "Unimed",
    ("ScheduleKind", "OWN"): "Própria",
    ("AnaesthesiaBase", "ANAESTHETIC_PORTE"): "O porte anestésico",
    ("AnaesthesiaBase", "TABLE"): "O honorário da própria linha",
    ("AssistantBase", "REDUCED"): "O honorário já reduzido pela via de acesso",
    ("AssistantBase", "FULL"): "O honorário inteiro do ato",
    ("AssistantComponents", "FEE"): "Só o honorário",
    ("AssistantComponents", "ALL"): "Todos os componentes da linha",
    ("Day", "mon"): "Segunda",
    ("Day", "tue"): "Terça",
    ("Day", "wed"): "Quarta",
    ("Day", "thu"): "Quinta",
    ("Day", "fri"): "Sexta",
    ("Day", "sat"): "Sábado",
    ("Day", "sun"): "Domingo",
    ("Day", "holiday"): "Feriado",
    ("OvertimeInterval", "START"): "Pelo início do ato",
    ("OvertimeInterval", "MAJORITY"): "Quando mais da metade do ato está dentro",
    ("OvertimeInterval", "ANY"): "Quando qualquer parte do ato está dentro",
    ("PaediatricChoice", "HIGHEST"): "A de maior percentual",
    ("PaediatricChoice", "FIRST"): "A primeira da lista",
    ("RankingBasis", "PORTE"): "Pelo porte",
    ("RankingBasis", "VALUE"): "Pelo valor",
    ("RankingScope", "ACT"): "Uma ordem para toda a equipe",
    ("RankingScope", "ROLE"): "Uma ordem por função",
    ("StandardKind", "GENERAL"): "Geral",
    ("StandardKind", "IAMSPE"): "IAMSPE",
    ("mode", "HALF_UP"): "Meio centavo para cima",
    ("mode", "DOWN"): "Despreza a fração",
    ("point", "UNIT"): "No valor unitário",
    ("point", "LINE"): "No total da linha",
    ("point", "STEP"): "A cada fator",
    ("point", "COMPONENT"): "Em cada componente",
    ("PackageAction", "ASK"): "Questionar inclusão no pacote",
    ("PackageAction", "AUTOMATIC"): "Incluir automaticamente no pacote",
    ("PackageMeaning", "ON_TOP"): "Cobrar além do pacote",
    ("PackageMeaning", "COVERED"): "O pacote cobre: nada é cobrado",
    ("WithoutPackage", "NORMAL"): "Cobrar como de costume",
    ("WithoutPackage", "NOT_CHARGED"): "Não cobrar o honorário",
    ("CheckSeverity", "BLOCK"): "Recusar o lançamento",
    ("CheckSeverity", "WARN"): "Deixar passar com um aviso",
}
"""Every member of the models' closed lists; those of the vocabulary have labels of their own."""
