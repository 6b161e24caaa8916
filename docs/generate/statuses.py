"""The page of statuses: what can become of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docs.generate.markdown import code, table
from honorarios.pricing.status import Stage, Status

if TYPE_CHECKING:
    from docs.generate.words import Language, Words

_HEAD: Final[dict[Language, str]] = {
    "pt": """\
# Situações

A coluna `status` diz o que foi feito de cada linha: `priced`, ou por que não há valor. As
verificações são feitas nesta ordem, e a primeira que falha é a situação da linha. Uma linha sem
valor traz preenchido tudo o que se apurou antes de parar; a última coluna da tabela diz até que
passo de [como nasce um valor](../explicacao/valor.md) a linha chegou.
""",
    "en": """\
# Statuses

The column `status` says what became of each line: `priced`, or why there is no value. The checks are
made in this order, and the first that fails is the line's status. A line without a value carries
everything that was found out before it stopped; the last column of the table says which step of
[how a value comes to be](../explanation/value.md) the line got through. The messages are shown in
Portuguese; here they are in English.
""",
}
_COLUMNS: Final[dict[Language, tuple[str, ...]]] = {
    "pt": ("situação", "mensagem", "o que fazer", "chegou até"),
    "en": ("status", "message", "what to do", "got through"),
}
_STAGES: Final[dict[Language, dict[Stage, str]]] = {
    "pt": {
        Stage.CHECKED: "conferência da linha",
        Stage.CONTRACT: "contrato e data",
        Stage.RULE: "regra de preço",
        Stage.ROW: "busca do preço",
        Stage.COMPONENTS: "componentes",
        Stage.FACTORS: "fatores",
        Stage.VALUE: "valor",
    },
    "en": {
        Stage.CHECKED: "check of the line",
        Stage.CONTRACT: "contract and date",
        Stage.RULE: "price rule",
        Stage.ROW: "look-up",
        Stage.COMPONENTS: "components",
        Stage.FACTORS: "factors",
        Stage.VALUE: "value",
    },
}


def page(words: Words) -> str:
    """The page as Markdown."""
    rows = [
        (
            code(status.code_name),
            words.portuguese(status.message),
            words.portuguese(status.tip),
            _STAGES[words.language][status.stage],
        )
        for status in Status
    ]
    return "\n".join([_HEAD[words.language], *table(_COLUMNS[words.language], rows)])
