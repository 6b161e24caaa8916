"""The norms and practices that terms come from, as the explanation of a deadline cites them (routes 2, 3)."""

from __future__ import annotations

from typing import Final

from honorarios.core.phrase import gettext_noop as _

ANSWER: Final = _("RN ANS 623/2024")
PERFORMANCE: Final = _("RN ANS 566/2022, art. 3")
APPEAL: Final = _("contrato; RN ANS 503/2022: contestar e responder têm o mesmo prazo")
REFUND: Final = _("Lei 9.656/1998, art. 12, VI")
FISCAL_RECEIPT: Final = _("Receita Saúde (IN RFB 2.240/2024)")
FISCAL_INVOICE: Final = _("legislação do ISS do município")
ANNIVERSARY: Final = _("contrato; Lei 9.656/1998, art. 17-A")
NEGOTIATION: Final = _("RN ANS 512/2022: livre negociação nos 90 primeiros dias do ano")
SENHA: Final = _("autorização da operadora")
SENHA_USUAL: Final = _("prática: 30 dias, quando a operadora não informa a validade")
QUOTES: Final = _("prática: orçamentos em 5 a 7 dias")
REGISTER: Final = _("registro de acordos")
PLAN: Final = _("planejamento da cirurgia")
HISTORY: Final = _("histórico do cliente")
CONTRACT: Final = _("contrato")
UNKNOWN: Final = _("regra não informada: pergunte e registre nas condições da via")
