"""Agreements on fees, and what is confirmed of them."""

from __future__ import annotations

from typing import Final

from honorarios.services.operations import Operation as Op
from honorarios.web.row import Row, form

ROWS: Final = (
    Row("acordos/", "agreements.index", GET=Op.AGREEMENTS_READ),
    Row("acordos/a-confirmar/", "agreements.stale", GET=Op.AGREEMENTS_READ),
    Row("acordos/<int:agreement_id>/", "agreements.show", GET=Op.AGREEMENTS_READ),
    form("acordos/<int:agreement_id>/confirmar/", "agreements.confirm", Op.AGREEMENTS_CONFIRM),
    form(
        "cadastros/filiacoes/<int:membership_id>/confirmar/",
        "agreements.confirm_membership",
        Op.AGREEMENTS_CONFIRM,
    ),
    form(
        "cadastros/credenciamentos/<int:credential_id>/confirmar/",
        "agreements.confirm_credential",
        Op.AGREEMENTS_CONFIRM,
    ),
)
