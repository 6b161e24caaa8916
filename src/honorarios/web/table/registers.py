"""Registers, patients among them by a permission of their own."""

from __future__ import annotations

from typing import Final

from honorarios.services.operations import Operation as Op
from honorarios.web.row import Row, form

ROWS: Final = (
    Row("cadastros/", "registers.index", GET=Op.REGISTERS_READ),
    Row("cadastros/pacientes/", "patients.listing", GET=Op.PATIENTS_READ),
    form("cadastros/pacientes/novo/", "patients.new", Op.PATIENTS_WRITE),
    Row("cadastros/pacientes/<int:row_id>/", "patients.show", GET=Op.PATIENTS_READ),
    form("cadastros/pacientes/<int:row_id>/alterar/", "patients.edit", Op.PATIENTS_WRITE),
    Row("cadastros/<slug:register>/", "registers.listing", GET=Op.REGISTERS_READ),
    Row("cadastros/<slug:register>/opcoes/", "registers.options", GET=Op.REGISTERS_READ),
    form("cadastros/<slug:register>/novo/", "registers.new", Op.REGISTERS_WRITE),
    Row("cadastros/<slug:register>/<int:row_id>/", "registers.show", GET=Op.REGISTERS_READ),
    form("cadastros/<slug:register>/<int:row_id>/alterar/", "registers.edit", Op.REGISTERS_WRITE),
    form(
        "cadastros/<slug:register>/<int:row_id>/suceder/", "registers.succeed", Op.REGISTERS_WRITE
    ),
)
