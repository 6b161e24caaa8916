"""The parameters of the office, and those of taxes."""

from __future__ import annotations

from typing import Final

from honorarios.services.operations import Operation as Op
from honorarios.web.row import Row, form

ROWS: Final = (
    Row("parametros/", "parameters.show", GET=Op.PARAMETERS_READ),
    form("parametros/alterar/", "parameters.edit", Op.PARAMETERS_WRITE),
    Row("tributos/", "taxes.show", GET=Op.PARAMETERS_READ),
    form("tributos/alterar/", "taxes.edit", Op.PARAMETERS_WRITE),
)
