"""Accounts and their parts, from opening to the remittance."""

from __future__ import annotations

from typing import Final

from honorarios.services.operations import Operation as Op
from honorarios.web.row import Row, form

ROWS: Final = (
    Row("contas/", "worklist.index", GET=Op.ACCOUNTS_LIST),
    Row("contas/conferencias/", "worklist.findings", GET=Op.PARTS_CLOSE),
    Row("contas/visoes/salvar/", "worklist.save_view", POST=Op.DESK_OWN),
    Row("contas/visoes/<int:view_id>/apagar/", "worklist.remove_view", POST=Op.DESK_OWN),
    Row("contas/<int:account_id>/", "account.show", GET=Op.ACCOUNTS_LIST),
    form("contas/<int:account_id>/parciais/nova/", "parts.open", Op.ACCOUNTS_OPEN),
    form("contas/<int:account_id>/pacotes/abrir/", "packages.open", Op.PACKAGES_OPEN),
    form("contas/<int:account_id>/pacotes/encerrar/", "packages.close", Op.PACKAGES_OPEN),
    Row("parciais/<int:part_id>/", "parts.show", GET=Op.ACCOUNTS_LIST),
    Row("parciais/<int:part_id>/conferencias/", "parts.findings", GET=Op.PARTS_CLOSE),
    Row("parciais/<int:part_id>/historico/", "parts.history", GET=Op.ACCOUNTS_LIST),
    form("parciais/<int:part_id>/encerrar/", "parts.close", Op.PARTS_CLOSE),
    form("parciais/<int:part_id>/reabrir/", "parts.reopen", Op.PARTS_REOPEN),
    form("parciais/<int:part_id>/liberar/", "parts.release", Op.PARTS_RELEASE),
    form("parciais/<int:part_id>/desfazer-liberacao/", "parts.unrelease", Op.PARTS_UNRELEASE),
    form("parciais/<int:part_id>/faturar/", "parts.bill", Op.PARTS_BILL),
    form("parciais/<int:part_id>/refaturar/", "parts.rebill", Op.PARTS_REBILL),
    form("parciais/<int:part_id>/cancelar/", "parts.cancel", Op.PARTS_CANCEL),
    form("parciais/<int:part_id>/nota-fiscal/", "parts.invoice", Op.PARTS_INVOICE),
    form("divisoes/", "splits.reprocess", Op.SPLITS_REPROCESS),
    Row("remessas/", "remittances.index", GET=Op.REMITTANCES_LIST),
    form("remessas/nova/", "remittances.bill", Op.PARTS_BILL),
    Row("remessas/<int:remittance_id>/", "remittances.show", GET=Op.REMITTANCES_LIST),
    Row("remessas/<int:remittance_id>/refaturar/", "remittances.rebill", POST=Op.PARTS_REBILL),
    Row(
        "remessas/<int:remittance_id>/reprocessar/",
        "remittances.reprocess",
        POST=Op.PARTS_REPROCESS,
    ),
)
