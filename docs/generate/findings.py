"""The page of findings: every code that a check can answer with."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

import honorarios
from docs.generate.markdown import blanks, code, table
from honorarios.core.codes import CODES
from honorarios.core.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docs.generate.words import Language, Words
    from honorarios.core.findings import Code

PACKAGE: Final = Path(honorarios.__file__).parent
_HEAD: Final[dict[Language, str]] = {
    "pt": """\
# Achados

Dado ruim nunca derruba o programa: vira um achado, com código, gravidade, lugar (arquivo, linha,
campo), mensagem e conselho. Todos são recolhidos, não só o primeiro. Um **erro** impede de seguir; um
**aviso** pede que alguém olhe. O código não muda de sentido de uma versão para outra. As reticências
são o que o programa preenche com o que encontrou.
""",
    "en": """\
# Findings

Bad data never brings the program down: it becomes a finding, with a code, a severity, a place (file,
line, field), a message and a tip. All of them are collected, not just the first. An **error** forbids
going on; a **warning** asks somebody to look. A code never changes its meaning. An ellipsis stands for
what the program fills in with what it found. Messages are shown in Portuguese; here they are in
English.
""",
}
_COLUMNS: Final[dict[Language, tuple[str, ...]]] = {
    "pt": ("código", "gravidade", "mensagem", "o que fazer"),
    "en": ("code", "severity", "message", "what to do"),
}
_SEVERITIES: Final[dict[Severity, str]] = {
    Severity.INFO: "information",
    Severity.WARNING: "warning",
    Severity.ERROR: "error",
}
_AREAS: Final[dict[str, dict[Language, str]]] = {
    "CAT": {"pt": "O catálogo", "en": "The catalogue"},
    "IMP": {"pt": "Importação de tabelas", "en": "Importing schedules"},
    "TAB": {"pt": "Leitura de planilhas e tabelas", "en": "Reading spreadsheets and tables"},
    "BAT": {"pt": "Arquivos de linhas a calcular", "en": "Files of lines to price"},
    "SUR": {"pt": "Cirurgia", "en": "Surgery"},
    "TRC": {"pt": "Memória de cálculo", "en": "Memória de cálculo"},
    "LAN": {"pt": "Lançamento de honorários", "en": "Launching fees"},
    "EST": {"pt": "Situações da conta", "en": "States of the account"},
    "REG": {"pt": "Cadastros e importação de lançamentos", "en": "Registers and imports of fees"},
    "CIR": {
        "pt": "Cirurgias planejadas e autorizações",
        "en": "Planned surgeries and authorisations",
    },
    "PRZ": {"pt": "Prazos", "en": "Deadlines"},
    "ROU": {"pt": "Escolha da via de faturamento", "en": "Choice of the billing route"},
    "DSK": {"pt": "A mesa de trabalho", "en": "The desk"},
    "PER": {"pt": "Permissões", "en": "Permissions"},
    "AUD": {"pt": "Conferência e auditoria", "en": "Checks and audit"},
    "BKP": {"pt": "Cópia e restauração", "en": "Backup and restore"},
    "API": {"pt": "API", "en": "The API"},
    "WEB": {"pt": "As telas", "en": "The screens"},
    "CLI": {"pt": "Linha de comando", "en": "Command line"},
}
"""Title of each area, by the prefix of its codes, in the order of the page."""


def page(words: Words) -> str:
    """The page as Markdown."""
    return "\n".join([_HEAD[words.language], *_sections(words)])


def declared() -> dict[str, list[Code]]:
    """Every code of the program by its prefix; the modules that declare them are imported."""
    for file in sorted(PACKAGE.rglob("codes.py")):
        import_module(".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts))
    found: dict[str, list[Code]] = {prefix: [] for prefix in _AREAS}
    for name in sorted(CODES):
        found[name.partition("-")[0]].append(CODES[name])
    return {prefix: codes for prefix, codes in found.items() if codes}


def _sections(words: Words) -> Iterator[str]:
    language = words.language
    for prefix, codes in declared().items():
        yield from (f"## {_AREAS[prefix][language]}: `{prefix}-`", "")
        yield from table(_COLUMNS[language], [_cells(kind, words) for kind in codes])


def _cells(kind: Code, words: Words) -> tuple[str, ...]:
    severity = kind.severity.label if words.language == "pt" else _SEVERITIES[kind.severity]
    told = blanks(words.portuguese(kind.message)), blanks(words.portuguese(kind.tip))
    return (code(kind.name), severity, *told)
