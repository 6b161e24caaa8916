"""Findings of what people type."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error

MONEY: Final = error(
    "WEB-MONEY", "“{given}” não é um valor em reais.", "Escreva como 1234,56 ou 1.234,56."
)
MONEY_TWO_WAYS: Final = error(
    "WEB-MONEY-TWO-WAYS",
    "“{given}” pode ser {one} ou {other}.",
    "Escreva com vírgula e centavos: {typed}.",
)
MONEY_TOO_LARGE: Final = error(
    "WEB-MONEY-LARGE", "O valor é grande demais.", "Confira se não sobrou algum algarismo."
)
NUMBER: Final = error("WEB-NUMBER", "“{given}” não é um número.", "Escreva como 12 ou 12,5.")
NUMBER_TWO_WAYS: Final = error(
    "WEB-NUMBER-TWO-WAYS",
    "“{given}” pode ser {one} ou {other}.",
    "Escreva sem ponto de milhar, com vírgula nos decimais: {one} ou {other}.",
)
COUNT: Final = error(
    "WEB-COUNT",
    "“{given}” não é um número inteiro de {least} a {most}.",
    "Escreva só algarismos, como 12.",
)
DAY: Final = error(
    "WEB-DAY",
    "“{given}” não é um dia.",
    "Escreva como 22/11/2026, 22/11, hoje, ontem ou -1 (ontem).",
)
HOUR: Final = error(
    "WEB-HOUR", "“{given}” não é uma hora.", "Escreva como 9:30, 930 ou 9; de 00:00 a 23:59."
)
MIDNIGHT: Final = error(
    "WEB-MIDNIGHT", "Não existe 24:00.", "A meia-noite é 00:00 do dia seguinte."
)
MOMENT: Final = error(
    "WEB-MOMENT",
    "“{given}” não é um dia com hora.",
    "Escreva como 22/11/2026 9:30, 22/11 930 ou ontem 14:00.",
)
REQUIRED: Final = error("WEB-REQUIRED", "Falta preencher este campo.", "Preencha o campo.")
UNKNOWN_FILTER: Final = error(
    "WEB-FILTER",
    "{title}: não há “{given}”; este filtro não vale.",
    "Escolha uma das opções, ou tire o filtro.",
)
