"""Surgeries from indication to payment."""

from __future__ import annotations

from typing import Final

from honorarios.services.operations import Operation as Op
from honorarios.web.row import Row, form

ROWS: Final = (
    Row("cirurgias/", "cases.index", GET=Op.CASES_READ),
    Row("minhas-cirurgias/", "cases.mine", GET=Op.PRODUCTION_READ),
    form("cirurgias/nova/", "case_plan.new", Op.CASES_WRITE),
    Row("cirurgias/<int:case_id>/", "cases.show", GET=Op.CASES_READ),
    Row("cirurgias/<int:case_id>/paciente/", "cases.patient", GET=Op.PATIENTS_READ),
    form("cirurgias/<int:case_id>/alterar/", "case_plan.edit", Op.CASES_WRITE),
    form("cirurgias/<int:case_id>/atos/novo/", "case_acts.add", Op.CASES_WRITE),
    form("cirurgias/<int:case_id>/atos/<int:act_id>/alterar/", "case_acts.edit", Op.CASES_WRITE),
    form(
        "cirurgias/<int:case_id>/atos/<int:act_id>/retirar/",
        "case_acts.remove",
        Op.CASES_WRITE,
    ),
    form("cirurgias/<int:case_id>/equipe/nova/", "case_team.add", Op.CASES_WRITE),
    form(
        "cirurgias/<int:case_id>/equipe/<int:participation_id>/retirar/",
        "case_team.remove",
        Op.CASES_WRITE,
    ),
    form("cirurgias/<int:case_id>/pedidos/novo/", "case_requests.new", Op.CASES_WRITE),
    form(
        "cirurgias/<int:case_id>/pedidos/<int:request_id>/resposta/",
        "case_requests.answer",
        Op.CASES_WRITE,
    ),
    form(
        "cirurgias/<int:case_id>/pedidos/<int:request_id>/retirar/",
        "case_requests.withdraw",
        Op.CASES_WRITE,
    ),
    form(
        "cirurgias/<int:case_id>/documentos/<slug:paper>/", "case_papers.document", Op.CASES_WRITE
    ),
    form("cirurgias/<int:case_id>/orcamentos/novo/", "case_papers.quote", Op.CASES_WRITE),
    form(
        "cirurgias/<int:case_id>/orcamentos/<int:quote_id>/recebido/",
        "case_papers.receive_quote",
        Op.CASES_WRITE,
    ),
    form("cirurgias/<int:case_id>/pendencias/nova/", "case_tasks.add", Op.CASES_WRITE),
    Row(
        "cirurgias/<int:case_id>/pendencias/<int:task_id>/",
        "case_tasks.finish",
        POST=Op.CASES_WRITE,
    ),
    form("cirurgias/<int:case_id>/realizar/", "case_end.perform", Op.CASES_WRITE),
    form("cirurgias/<int:case_id>/atendimento/", "case_end.attach", Op.CASES_WRITE),
    form("cirurgias/<int:case_id>/cancelar/", "case_end.cancel", Op.CASES_CANCEL),
    Row(
        "cirurgias/<int:case_id>/cartas/<slug:letter_kind>/", "case_letters.show", GET=Op.CASES_READ
    ),
    Row(
        "cirurgias/<int:case_id>/cartas/<slug:letter_kind>/carta.pdf",
        "case_letters.printed",
        GET=Op.CASES_READ,
    ),
)
