"""Findings of the desk's door: requests that no service ever sees."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error

NO_PAGE: Final = error(
    "WEB-NO-PAGE",
    "Esta página não existe, ou não é sua para ver.",
    "Confira o endereço, ou volte ao início.",
)
BAD_REQUEST: Final = error(
    "WEB-REQUEST", "O pedido não foi aceito.", "Volte, recarregue a página e tente outra vez."
)
METHOD: Final = error(
    "WEB-METHOD", "Esta página não faz o que foi pedido.", "Volte e use os botões da tela."
)
FORM_EXPIRED: Final = error(
    "WEB-FORM",
    "O formulário venceu: a página foi aberta antes da última entrada no sistema.",
    "Volte, recarregue a página e envie outra vez; nada foi gravado.",
)
SIGNED_OUT: Final = error(
    "WEB-SIGNED-OUT", "A sua sessão terminou.", "Entre outra vez; o que você digitou continua aqui."
)
NO_OFFICE: Final = error(
    "WEB-NO-OFFICE",
    "O seu usuário não tem acesso a nenhum cliente do sistema.",
    "Peça o acesso a quem administra o sistema.",
)
OFFICE_CHOICE: Final = error(
    "WEB-OFFICE", "Nenhum cliente da lista foi escolhido.", "Escolha um dos que estão na lista."
)
LOCKED_OUT: Final = error(
    "WEB-LOCKED",
    "Entradas demais com senha errada: este acesso está bloqueado por {minutes} minutos.",
    "Espere e tente outra vez, ou peça outra senha a quem administra o sistema.",
)
NOT_THE_SAME: Final = error(
    "WEB-NOT-THE-SAME", "As duas senhas não são iguais.", "Digite a mesma senha nos dois campos."
)
TOO_MANY: Final = error(
    "WEB-TOO-MANY", "Tentativas demais em pouco tempo.", "Espere alguns minutos e tente outra vez."
)
FAILED: Final = error(
    "WEB-FAILED",
    "O programa falhou, e não se sabe se o pedido foi gravado.",
    "Volte e confira; enviar o mesmo formulário outra vez não grava duas vezes. Se continuar, avise"
    " quem cuida do sistema, com a hora.",
)
NO_FILE: Final = error("WEB-FILE", "Nenhum arquivo foi escolhido.", "Escolha o arquivo e envie.")
