"""The choice of a route, what is claimed by it, and what came of it."""

from __future__ import annotations

from typing import Final

from honorarios.services.operations import Operation as Op
from honorarios.web.row import Row

ROWS: Final = (
    Row("cirurgias/<int:case_id>/via/", "choice.show", GET=Op.ROUTES_READ),
    Row("cirurgias/<int:case_id>/via/parecer.pdf", "choice.printed", GET=Op.ROUTES_READ),
    Row("cirurgias/<int:case_id>/via/decidir/", "choice.decide", POST=Op.ROUTES_DECIDE),
    Row("cirurgias/<int:case_id>/via/lancar/", "choice.launch", POST=Op.ROUTES_LAUNCH),
    Row(
        "cirurgias/<int:case_id>/via/<int:act_id>/<int:participation_id>/<str:way>/",
        "choice.trace",
        GET=Op.ROUTES_READ,
    ),
    Row("cobrancas/<int:claim_id>/", "choice.claim", GET=Op.ROUTES_READ),
    Row("cobrancas/<int:claim_id>/recusar/", "choice.refuse", POST=Op.ROUTES_DECIDE),
    Row("cobrancas/<int:claim_id>/retirar/", "choice.withdraw", POST=Op.ROUTES_DECIDE),
    Row("cobrancas/<int:claim_id>/pagamento/", "choice.pay", POST=Op.ROUTES_DECIDE),
    Row("vias/previsoes/", "choice.outcomes", GET=Op.ROUTES_READ),
)
