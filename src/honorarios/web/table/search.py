"""What is found as one types: procedures, people, and whatever the palette opens."""

from __future__ import annotations

from typing import Final

from honorarios.services.operations import Operation as Op
from honorarios.web.row import SIGNED_IN, Row

ROWS: Final = (
    Row("busca/", "search.palette", GET=SIGNED_IN),
    Row("busca/procedimentos/", "search.procedure_options", GET=Op.PROCEDURES_READ),
    Row("busca/prestadores/", "search.provider_options", GET=Op.REGISTERS_READ),
    Row("busca/pacientes/", "search.patient_options", GET=Op.PATIENTS_READ),
    Row("busca/convenios/", "search.payer_options", GET=Op.REGISTERS_READ),
    Row("busca/planos/", "search.plan_options", GET=Op.REGISTERS_READ),
    Row("busca/centros-de-custo/", "search.cost_centre_options", GET=Op.REGISTERS_READ),
    Row("busca/favoritos/", "search.star", POST=Op.DESK_OWN),
)
