"""Fee lines: launched on the fee tab, seen, edited one by one or many at once, reversed."""

from __future__ import annotations

from typing import Final

from honorarios.services.operations import Operation as Op
from honorarios.web.row import Row, form

ROWS: Final = (
    Row("lancamentos/", "lines.list", GET=Op.FEES_LIST),
    form("lancamentos/lote/", "bulk.edit", Op.FEES_BULK),
    Row("lancamentos/lotes/", "bulk.batches", GET=Op.FEES_BULK),
    Row("lancamentos/lotes/<uuid:bulk_uid>/desfazer/", "bulk.undo", POST=Op.FEES_BULK),
    Row("lancamentos/<uuid:line_uid>/", "lines.show", GET=Op.FEES_LIST),
    form("lancamentos/<uuid:line_uid>/alterar/", "lines.edit", Op.FEES_EDIT),
    Row("lancamentos/<uuid:line_uid>/simular/", "lines.simulate", POST=Op.FEES_EDIT),
    form("lancamentos/<uuid:line_uid>/estornar/", "lines.reverse", Op.FEES_REVERSE),
    Row("parciais/<int:part_id>/lancar/", "launch.show", GET=Op.FEES_PREVIEW, POST=Op.FEES_LAUNCH),
    Row("parciais/<int:part_id>/lancar/previa/", "launch.preview", POST=Op.FEES_PREVIEW),
    Row("parciais/<int:part_id>/lancar/memoria/", "launch.memoria", POST=Op.FEES_PREVIEW),
    Row("parciais/<int:part_id>/lancar/rascunho/", "launch.draft", POST=Op.FEES_PREVIEW),
    Row(
        "parciais/<int:part_id>/lancar/consentimento/", "launch.consent", POST=Op.ATTENDANCES_WRITE
    ),
    Row("parciais/<int:part_id>/lancar/equipe/", "launch.team", POST=Op.TEAMS_OWN),
    Row("lancamentos/<uuid:line_uid>/memoria/", "memoria.show", GET=Op.FEES_EXPLAIN),
    form("parciais/<int:part_id>/especiais/", "special.show", Op.FEES_SPECIAL),
    Row("especiais/<uuid:special_uid>/estornar/", "special.reverse", POST=Op.FEES_SPECIAL),
    form("especiais/<uuid:special_uid>/substituir/", "special.reenter", Op.FEES_SPECIAL),
)
