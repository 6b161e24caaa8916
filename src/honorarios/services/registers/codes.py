"""Findings of registers."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error

REQUIRED: Final = error("REG-REQUIRED", "{title}: obrigatório.", "Informe {title}.")
UNREADABLE: Final = error("REG-UNREADABLE", "{title}: “{value}” não serve.", "{tip}")
UNKNOWN_FIELD: Final = error(
    "REG-FIELD", "O campo “{name}” não existe em {what}.", "Use só: {known}."
)
NO_REFERENCE: Final = error(
    "REG-REFERENCE",
    "{title}: “{value}” não está cadastrado.",
    "Cadastre antes, ou corrija o código.",
)
EXISTS: Final = error(
    "REG-EXISTS",
    "Já há {what} com {key}.",
    "Altere o que existe, ou confira o código.",
)
TWICE: Final = error(
    "REG-TWICE", "{key} aparece mais de uma vez no mesmo pedido.", "Deixe só uma das vezes."
)
KEY_CHANGED: Final = error(
    "REG-KEY",
    "{title} não se altera: identifica o registro.",
    "Cadastre outro registro; o que já foi usado continua com o código antigo.",
)
DATES: Final = error(
    "REG-DATES", "O fim da validade é anterior ao início.", "Confira as duas datas."
)
SUCCESSION: Final = error(
    "REG-SUCCESSION",
    "A nova vigência tem de começar depois de {day}, o início da que termina.",
    "Escolha um dia posterior; para corrigir o que vale agora, use Alterar.",
)
SHARES: Final = error(
    "REG-SHARES",
    "As partes da divisão somam {sum} %, mais que 100 %.",
    "Diminua as partes; o que faltar para 100 % fica com o prestador principal.",
)
SHARE_TWICE: Final = error(
    "REG-SHARE-TWICE", "{title}: “{value}” aparece duas vezes.", "Junte as duas em uma só."
)
PARAMETER: Final = error(
    "REG-PARAMETER", "{title}: “{value}” não foi entendido.", "Use um destes: {known}."
)
UNKNOWN_PARAMETER: Final = error(
    "REG-UNKNOWN-PARAMETER",
    "O parâmetro geral “{name}” não existe.",
    "Use só: {known}.",
)
