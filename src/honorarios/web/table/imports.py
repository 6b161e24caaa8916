"""Imports: a file, its columns, the trial, and what came of it."""

from __future__ import annotations

from typing import Final

from honorarios.services.operations import Operation as Op
from honorarios.web.row import Row, form

ROWS: Final = (
    Row("importacoes/", "imports.index", GET=Op.IMPORTS_READ),
    form("importacoes/nova/", "imports.new", Op.IMPORTS_REGISTERS),
    form("importacoes/arquivo/<slug:session>/", "imports.columns", Op.IMPORTS_REGISTERS),
    form("importacoes/arquivo/<slug:session>/ensaio/", "imports.trial", Op.IMPORTS_REGISTERS),
    Row("importacoes/arquivo/<slug:session>/iniciar/", "imports.start", POST=Op.IMPORTS_REGISTERS),
    Row("importacoes/arquivo/<slug:session>/curso/", "imports.running", GET=Op.IMPORTS_REGISTERS),
    Row(
        "importacoes/arquivo/<slug:session>/andamento/",
        "imports.progress",
        GET=Op.IMPORTS_REGISTERS,
    ),
    Row("importacoes/arquivo/<slug:session>/parar/", "imports.stop", POST=Op.IMPORTS_REGISTERS),
    Row("importacoes/arquivo/<slug:session>/descartar/", "imports.drop", POST=Op.IMPORTS_REGISTERS),
    Row("importacoes/<int:batch_id>/", "imports.show", GET=Op.IMPORTS_READ),
    Row("importacoes/<int:batch_id>/recusadas/", "imports.refused", GET=Op.IMPORTS_READ),
    Row("importacoes/<int:batch_id>/responder/", "imports.answer", POST=Op.IMPORTS_FEES),
    Row("importacoes/<int:batch_id>/desfazer/", "imports.undo", POST=Op.IMPORTS_UNDO),
    form("importacoes/<int:batch_id>/linhas/<int:number>/", "imports.mend", Op.IMPORTS_REGISTERS),
)
