"""The norms and practices that terms come from, as the explanation of a deadline cites them (routes 2, 3)."""

from __future__ import annotations

from typing import Final

ANSWER: Final = "RN ANS 623/2024"
PERFORMANCE: Final = "RN ANS 566/2022, art. 3"
APPEAL: Final = "contrato; RN ANS 503/2022: contestar e responder têm o mesmo prazo"
REFUND: Final = "Lei 9.656/1998, art. 12, VI"
FISCAL_RECEIPT: Final = "Receita Saúde (IN RFB 2.240/2024)"
FISCAL_INVOICE: Final = "legislação do ISS do município"
ANNIVERSARY: Final = "contrato; Lei 9.656/1998, art. 17-A"
NEGOTIATION: Final = "RN ANS 512/2022: livre negociação nos 90 primeiros dias do ano"
SENHA: Final = "autorização da operadora"
SENHA_USUAL: Final = "prática: 30 dias, quando a operadora não informa a validade"
QUOTES: Final = "prática: orçamentos em 5 a 7 dias"
REGISTER: Final = "registro de acordos"
PLAN: Final = "planejamento da cirurgia"
HISTORY: Final = "histórico do cliente"
CONTRACT: Final = "contrato"
UNKNOWN: Final = "regra não informada: pergunte e registre nas condições da via"
