"""The dashboard, the production of a physician, and what is printed."""

from __future__ import annotations

from typing import Final

from honorarios.services.operations import Operation as Op
from honorarios.web.row import Row

ROWS: Final = (
    Row("painel/", "dashboard.show", GET=Op.DASHBOARD_READ),
    Row("painel/graficos/", "dashboard.charts", GET=Op.DASHBOARD_READ),
    Row("producao/", "production.show", GET=Op.PRODUCTION_READ),
    Row("contas/<int:account_id>/espelho.pdf", "reports.mirror", GET=Op.MIRRORS_READ),
    Row("contas/<int:account_id>/espelho.xlsx", "reports.mirror_sheet", GET=Op.MIRRORS_READ),
    Row("demonstrativos/", "reports.statements", GET=Op.STATEMENTS_READ),
    Row("demonstrativos/demonstrativo.pdf", "reports.statement", GET=Op.STATEMENTS_READ),
    Row("demonstrativos/demonstrativo.xlsx", "reports.statement_sheet", GET=Op.STATEMENTS_READ),
    Row("fechamento/", "reports.closing", GET=Op.CLOSINGS_READ),
    Row("fechamento/fechamento.pdf", "reports.closing_print", GET=Op.CLOSINGS_READ),
    Row("fechamento/fechamento.xlsx", "reports.closing_sheet", GET=Op.CLOSINGS_READ),
)
