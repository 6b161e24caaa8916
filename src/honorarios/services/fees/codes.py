"""Findings of the services of fees that no rule of launching knows."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error, warning

NO_CATALOGUE: Final = error(
    "LAN-CATALOGUE",
    "O cliente não tem catálogo de condições e preços gravado.",
    "Grave um catálogo antes de lançar.",
)
NO_ENTRY: Final = error(
    "LAN-EMPTY", "Não há lançamento no pedido.", "Informe ao menos um lançamento."
)
UNKNOWN_COST_CENTRE: Final = error(
    "LAN-COST-CENTRE",
    "Centro de custo “{cost_centre}” não cadastrado.",
    "Cadastre o centro de custo ou corrija o código.",
)
NO_PRIVATE_PAYER: Final = error(
    "LAN-PRIVATE-PAYER",
    "A diferença de acomodação é particular, e o cliente não tem convênio do grupo Particular.",
    "Cadastre um convênio do grupo Particular; a parcial dele é criada com o lançamento.",
)
UNANSWERED: Final = warning(
    "LAN-QUESTION",
    "Nada foi gravado: há pergunta sobre o pacote a responder.",
    "Responda, confirmando ou recusando, em cada lançamento perguntado, e repita.",
)
UNKNOWN_DECISION: Final = error(
    "LAN-DECISION",
    "Há decisão para o lançamento “{key}”, e nenhum lançamento do pedido tem essa chave.",
    "Repita em cada decisão a chave (key) do lançamento a que ela responde.",
)
SPECIAL_VERB: Final = error(
    "LAN-SPECIAL",
    "Item especial se inclui pela página Especial.",
    "Use a operação de itens especiais, ou desmarque Especial.",
)
UNKNOWN_FIELD: Final = error(
    "LAN-FIELD",
    "O campo “{name}” não existe num lançamento ou não se altera.",
    "Altere só: {known}.",
)
BAD_PAGE: Final = error(
    "LAN-PAGE",
    "A marca da página não foi entendida.",
    "Use a que veio com a página anterior, sem alterá-la, ou comece da primeira.",
)
NOT_SPECIAL: Final = error(
    "LAN-NOT-SPECIAL",
    "O lançamento {number} não é um item especial.",
    "Estorne-o pela operação de estorno de honorários.",
)
