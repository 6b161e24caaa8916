"""THE table of permissions of the desk: address x method -> operation, or who may come.

The addresses are made from it (:mod:`honorarios.web.urls`) and the door asks it
(:mod:`honorarios.web.door`): what has no row is refused. How far an operation reaches, by role and by
object, is the services' own table (:mod:`honorarios.services.permissions`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp

from honorarios.services.operations import Operation as Op
from honorarios.services.permissions import allows
from honorarios.web.row import Access, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.services.actor import Actor

PUBLIC: Final = Access.PUBLIC
PERSON: Final = Access.PERSON
SIGNED_IN: Final = Access.SIGNED_IN

# Coming in, and what a person does about their own access.
_ENTRANCE: Final = (
    Row("entrar/", "account_login", GET=PUBLIC, POST=PUBLIC, by=account.login),
    Row("entrar/codigo/", "mfa_authenticate", GET=PUBLIC, POST=PUBLIC, by=mfa.authenticate),
    Row("sair/", "account_logout", GET=PUBLIC, POST=PUBLIC, by=account.logout),
    Row("convite/<int:user_id>/<str:token>/", "invitations.accept", GET=PUBLIC, POST=PUBLIC),
    Row("acesso-encerrado/", "account_inactive", GET=PUBLIC, by=account.account_inactive),
    Row(
        "confirmar-senha/",
        "account_reauthenticate",
        GET=PERSON,
        POST=PERSON,
        by=account.reauthenticate,
    ),
    Row("confirmar-codigo/", "mfa_reauthenticate", GET=PERSON, POST=PERSON, by=mfa.reauthenticate),
    Row(
        "minha-conta/senha/",
        "account_change_password",
        GET=PERSON,
        POST=PERSON,
        by=account.password_change,
    ),
    Row("minha-conta/segunda-etapa/", "mfa_index", GET=PERSON, by=mfa.index),
    Row(
        "minha-conta/segunda-etapa/ligar/",
        "mfa_activate_totp",
        GET=PERSON,
        POST=PERSON,
        by=totp.activate_totp,
    ),
    Row(
        "minha-conta/segunda-etapa/desligar/",
        "mfa_deactivate_totp",
        GET=PERSON,
        POST=PERSON,
        by=totp.deactivate_totp,
    ),
    Row(
        "minha-conta/codigos/",
        "mfa_view_recovery_codes",
        GET=PERSON,
        by=recovery.view_recovery_codes,
    ),
    Row(
        "minha-conta/codigos/novos/",
        "mfa_generate_recovery_codes",
        GET=PERSON,
        POST=PERSON,
        by=recovery.generate_recovery_codes,
    ),
    Row(
        "minha-conta/codigos/baixar/",
        "mfa_download_recovery_codes",
        GET=PERSON,
        by=recovery.download_recovery_codes,
    ),
)
_ME: Final = (
    Row("", "me.home", GET=SIGNED_IN),
    Row("favicon.ico", "me.icon", GET=PUBLIC),
    Row("sessao/", "me.session", GET=PUBLIC),
    Row("sessao/retomada/", "me.resumed", GET=PERSON),
    Row("minha-conta/preferencias/", "me.preferences", GET=SIGNED_IN, POST=SIGNED_IN),
    Row("minha-conta/sessoes/", "me.sessions", GET=PERSON, POST=PERSON),
    Row("escritorio/", "offices.choose", GET=PERSON, POST=PERSON),
)
_GUIDE: Final = (
    Row("ajuda/glossario/", "guide.glossary", GET=SIGNED_IN),
    Row("ajuda/dicas/", "guide.dismiss", POST=SIGNED_IN),
    Row("ajuda/dicas/voltar/", "guide.hints", POST=SIGNED_IN),
    Row("ajuda/passeio/", "guide.tour", GET=SIGNED_IN),
    Row("desenho/", "design.show", GET=SIGNED_IN),
)

_ACCOUNTS: Final = (
    Row("contas/", "worklist.index", GET=Op.ACCOUNTS_LIST),
    Row("contas/conferencias/", "worklist.findings", GET=Op.PARTS_CLOSE),
    Row("contas/visoes/salvar/", "worklist.save_view", POST=Op.DESK_OWN),
    Row("contas/visoes/<int:view_id>/apagar/", "worklist.remove_view", POST=Op.DESK_OWN),
    Row("contas/<int:account_id>/", "account.show", GET=Op.ACCOUNTS_LIST),
    Row(
        "contas/<int:account_id>/parciais/nova/",
        "parts.open",
        GET=Op.ACCOUNTS_OPEN,
        POST=Op.ACCOUNTS_OPEN,
    ),
    Row(
        "contas/<int:account_id>/pacotes/abrir/",
        "packages.open",
        GET=Op.PACKAGES_OPEN,
        POST=Op.PACKAGES_OPEN,
    ),
    Row(
        "contas/<int:account_id>/pacotes/encerrar/",
        "packages.close",
        GET=Op.PACKAGES_OPEN,
        POST=Op.PACKAGES_OPEN,
    ),
    Row("parciais/<int:part_id>/", "parts.show", GET=Op.ACCOUNTS_LIST),
    Row("parciais/<int:part_id>/conferencias/", "parts.findings", GET=Op.PARTS_CLOSE),
    Row("parciais/<int:part_id>/historico/", "parts.history", GET=Op.ACCOUNTS_LIST),
    Row("parciais/<int:part_id>/encerrar/", "parts.close", GET=Op.PARTS_CLOSE, POST=Op.PARTS_CLOSE),
    Row(
        "parciais/<int:part_id>/reabrir/",
        "parts.reopen",
        GET=Op.PARTS_REOPEN,
        POST=Op.PARTS_REOPEN,
    ),
    Row(
        "parciais/<int:part_id>/liberar/",
        "parts.release",
        GET=Op.PARTS_RELEASE,
        POST=Op.PARTS_RELEASE,
    ),
    Row(
        "parciais/<int:part_id>/desfazer-liberacao/",
        "parts.unrelease",
        GET=Op.PARTS_UNRELEASE,
        POST=Op.PARTS_UNRELEASE,
    ),
    Row("parciais/<int:part_id>/faturar/", "parts.bill", GET=Op.PARTS_BILL, POST=Op.PARTS_BILL),
    Row(
        "parciais/<int:part_id>/refaturar/",
        "parts.rebill",
        GET=Op.PARTS_REBILL,
        POST=Op.PARTS_REBILL,
    ),
    Row(
        "parciais/<int:part_id>/cancelar/",
        "parts.cancel",
        GET=Op.PARTS_CANCEL,
        POST=Op.PARTS_CANCEL,
    ),
    Row(
        "parciais/<int:part_id>/nota-fiscal/",
        "parts.invoice",
        GET=Op.PARTS_INVOICE,
        POST=Op.PARTS_INVOICE,
    ),
    Row("divisoes/", "splits.reprocess", GET=Op.SPLITS_REPROCESS, POST=Op.SPLITS_REPROCESS),
    Row("lancamentos/", "lines.list", GET=Op.FEES_LIST),
    Row("lancamentos/lote/", "bulk.edit", GET=Op.FEES_BULK, POST=Op.FEES_BULK),
    Row("lancamentos/lotes/", "bulk.batches", GET=Op.FEES_BULK),
    Row("lancamentos/lotes/<uuid:bulk_uid>/desfazer/", "bulk.undo", POST=Op.FEES_BULK),
    Row("lancamentos/<uuid:line_uid>/", "lines.show", GET=Op.FEES_LIST),
    Row(
        "lancamentos/<uuid:line_uid>/alterar/",
        "lines.edit",
        GET=Op.FEES_EDIT,
        POST=Op.FEES_EDIT,
    ),
    Row("lancamentos/<uuid:line_uid>/simular/", "lines.simulate", POST=Op.FEES_EDIT),
    Row(
        "lancamentos/<uuid:line_uid>/estornar/",
        "lines.reverse",
        GET=Op.FEES_REVERSE,
        POST=Op.FEES_REVERSE,
    ),
    Row("remessas/", "remittances.index", GET=Op.REMITTANCES_LIST),
    Row("remessas/nova/", "remittances.bill", GET=Op.PARTS_BILL, POST=Op.PARTS_BILL),
    Row("remessas/<int:remittance_id>/", "remittances.show", GET=Op.REMITTANCES_LIST),
    Row("remessas/<int:remittance_id>/refaturar/", "remittances.rebill", POST=Op.PARTS_REBILL),
    Row(
        "remessas/<int:remittance_id>/reprocessar/",
        "remittances.reprocess",
        POST=Op.PARTS_REPROCESS,
    ),
    Row("atendimentos/", "attendances.index", GET=Op.ATTENDANCES_LIST),
    Row(
        "atendimentos/novo/",
        "attendances.open",
        GET=Op.ATTENDANCES_WRITE,
        POST=Op.ATTENDANCES_WRITE,
    ),
    Row("atendimentos/<int:attendance_id>/", "attendances.show", GET=Op.ATTENDANCES_LIST),
    Row("atendimentos/<int:attendance_id>/paciente/", "attendances.patient", GET=Op.PATIENTS_READ),
    Row(
        "atendimentos/<int:attendance_id>/leito/",
        "attendances.occupy",
        GET=Op.ATTENDANCES_WRITE,
        POST=Op.ATTENDANCES_WRITE,
    ),
    Row(
        "atendimentos/<int:attendance_id>/alta/",
        "attendances.discharge",
        GET=Op.ATTENDANCES_WRITE,
        POST=Op.ATTENDANCES_WRITE,
    ),
    Row(
        "atendimentos/<int:attendance_id>/cancelar/",
        "attendances.cancel",
        GET=Op.ATTENDANCES_CANCEL,
        POST=Op.ATTENDANCES_CANCEL,
    ),
    Row(
        "atendimentos/<int:attendance_id>/contas/nova/",
        "attendances.open_account",
        GET=Op.ACCOUNTS_OPEN,
        POST=Op.ACCOUNTS_OPEN,
    ),
    Row(
        "atendimentos/<int:attendance_id>/estadas/<int:stay_id>/consentimento/",
        "attendances.consent",
        GET=Op.ATTENDANCES_WRITE,
        POST=Op.ATTENDANCES_WRITE,
    ),
)

# The choice of a route, what is claimed by it, and what came of it.
_CHOICE: Final = (
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

# Surgeries from indication to payment.
_CASES: Final = (
    Row("cirurgias/", "cases.index", GET=Op.CASES_READ),
    Row("minhas-cirurgias/", "cases.mine", GET=Op.PRODUCTION_READ),
    Row("cirurgias/nova/", "case_plan.new", GET=Op.CASES_WRITE, POST=Op.CASES_WRITE),
    Row("cirurgias/<int:case_id>/", "cases.show", GET=Op.CASES_READ),
    Row("cirurgias/<int:case_id>/paciente/", "cases.patient", GET=Op.PATIENTS_READ),
    Row(
        "cirurgias/<int:case_id>/alterar/",
        "case_plan.edit",
        GET=Op.CASES_WRITE,
        POST=Op.CASES_WRITE,
    ),
    Row(
        "cirurgias/<int:case_id>/atos/novo/",
        "case_deeds.add_act",
        GET=Op.CASES_WRITE,
        POST=Op.CASES_WRITE,
    ),
    Row(
        "cirurgias/<int:case_id>/atos/<int:act_id>/alterar/",
        "case_deeds.edit_act",
        GET=Op.CASES_WRITE,
        POST=Op.CASES_WRITE,
    ),
    Row(
        "cirurgias/<int:case_id>/atos/<int:act_id>/retirar/",
        "case_deeds.remove_act",
        GET=Op.CASES_WRITE,
        POST=Op.CASES_WRITE,
    ),
    Row(
        "cirurgias/<int:case_id>/equipe/nova/",
        "case_deeds.add_member",
        GET=Op.CASES_WRITE,
        POST=Op.CASES_WRITE,
    ),
    Row(
        "cirurgias/<int:case_id>/equipe/<int:participation_id>/retirar/",
        "case_deeds.remove_member",
        GET=Op.CASES_WRITE,
        POST=Op.CASES_WRITE,
    ),
    Row(
        "cirurgias/<int:case_id>/pedidos/novo/",
        "case_deeds.request",
        GET=Op.CASES_WRITE,
        POST=Op.CASES_WRITE,
    ),
    Row(
        "cirurgias/<int:case_id>/pedidos/<int:request_id>/resposta/",
        "case_deeds.answer",
        GET=Op.CASES_WRITE,
        POST=Op.CASES_WRITE,
    ),
    Row(
        "cirurgias/<int:case_id>/pedidos/<int:request_id>/retirar/",
        "case_deeds.withdraw",
        GET=Op.CASES_WRITE,
        POST=Op.CASES_WRITE,
    ),
    Row(
        "cirurgias/<int:case_id>/documentos/<slug:paper>/",
        "case_deeds.document",
        GET=Op.CASES_WRITE,
        POST=Op.CASES_WRITE,
    ),
    Row(
        "cirurgias/<int:case_id>/orcamentos/novo/",
        "case_deeds.quote",
        GET=Op.CASES_WRITE,
        POST=Op.CASES_WRITE,
    ),
    Row(
        "cirurgias/<int:case_id>/orcamentos/<int:quote_id>/recebido/",
        "case_deeds.receive_quote",
        GET=Op.CASES_WRITE,
        POST=Op.CASES_WRITE,
    ),
    Row(
        "cirurgias/<int:case_id>/pendencias/nova/",
        "case_deeds.add_task",
        GET=Op.CASES_WRITE,
        POST=Op.CASES_WRITE,
    ),
    Row(
        "cirurgias/<int:case_id>/pendencias/<int:task_id>/",
        "case_deeds.finish_task",
        POST=Op.CASES_WRITE,
    ),
    Row(
        "cirurgias/<int:case_id>/realizar/",
        "case_deeds.perform",
        GET=Op.CASES_WRITE,
        POST=Op.CASES_WRITE,
    ),
    Row(
        "cirurgias/<int:case_id>/atendimento/",
        "case_deeds.attach",
        GET=Op.CASES_WRITE,
        POST=Op.CASES_WRITE,
    ),
    Row(
        "cirurgias/<int:case_id>/cancelar/",
        "case_deeds.cancel",
        GET=Op.CASES_CANCEL,
        POST=Op.CASES_CANCEL,
    ),
    Row(
        "cirurgias/<int:case_id>/cartas/<slug:letter_kind>/", "case_letters.show", GET=Op.CASES_READ
    ),
    Row(
        "cirurgias/<int:case_id>/cartas/<slug:letter_kind>/carta.pdf",
        "case_letters.printed",
        GET=Op.CASES_READ,
    ),
)

_REGISTERS: Final = (
    Row("cadastros/", "registers.index", GET=Op.REGISTERS_READ),
    Row("cadastros/pacientes/", "patients.listing", GET=Op.PATIENTS_READ),
    Row(
        "cadastros/pacientes/novo/",
        "patients.new",
        GET=Op.PATIENTS_WRITE,
        POST=Op.PATIENTS_WRITE,
    ),
    Row("cadastros/pacientes/<int:row_id>/", "patients.show", GET=Op.PATIENTS_READ),
    Row(
        "cadastros/pacientes/<int:row_id>/alterar/",
        "patients.edit",
        GET=Op.PATIENTS_WRITE,
        POST=Op.PATIENTS_WRITE,
    ),
    Row("cadastros/<slug:register>/", "registers.listing", GET=Op.REGISTERS_READ),
    Row("cadastros/<slug:register>/opcoes/", "registers.options", GET=Op.REGISTERS_READ),
    Row(
        "cadastros/<slug:register>/novo/",
        "registers.new",
        GET=Op.REGISTERS_WRITE,
        POST=Op.REGISTERS_WRITE,
    ),
    Row("cadastros/<slug:register>/<int:row_id>/", "registers.show", GET=Op.REGISTERS_READ),
    Row(
        "cadastros/<slug:register>/<int:row_id>/alterar/",
        "registers.edit",
        GET=Op.REGISTERS_WRITE,
        POST=Op.REGISTERS_WRITE,
    ),
    Row(
        "cadastros/<slug:register>/<int:row_id>/suceder/",
        "registers.succeed",
        GET=Op.REGISTERS_WRITE,
        POST=Op.REGISTERS_WRITE,
    ),
)

_AGREEMENTS: Final = (
    Row("acordos/", "agreements.index", GET=Op.AGREEMENTS_READ),
    Row("acordos/a-confirmar/", "agreements.stale", GET=Op.AGREEMENTS_READ),
    Row("acordos/<int:agreement_id>/", "agreements.show", GET=Op.AGREEMENTS_READ),
    Row(
        "acordos/<int:agreement_id>/confirmar/",
        "agreements.confirm",
        GET=Op.AGREEMENTS_CONFIRM,
        POST=Op.AGREEMENTS_CONFIRM,
    ),
    Row(
        "cadastros/filiacoes/<int:membership_id>/confirmar/",
        "agreements.confirm_membership",
        GET=Op.AGREEMENTS_CONFIRM,
        POST=Op.AGREEMENTS_CONFIRM,
    ),
    Row(
        "cadastros/credenciamentos/<int:credential_id>/confirmar/",
        "agreements.confirm_credential",
        GET=Op.AGREEMENTS_CONFIRM,
        POST=Op.AGREEMENTS_CONFIRM,
    ),
    Row("tributos/", "taxes.show", GET=Op.PARAMETERS_READ),
    Row(
        "tributos/alterar/",
        "taxes.edit",
        GET=Op.PARAMETERS_WRITE,
        POST=Op.PARAMETERS_WRITE,
    ),
)

# The fee tab: a surgery or single entries typed, seen with their value, and launched at once.
_LAUNCH: Final = (
    Row("parciais/<int:part_id>/lancar/", "launch.show", GET=Op.FEES_PREVIEW, POST=Op.FEES_LAUNCH),
    Row("parciais/<int:part_id>/lancar/previa/", "launch.preview", POST=Op.FEES_PREVIEW),
    Row("parciais/<int:part_id>/lancar/memoria/", "launch.memoria", POST=Op.FEES_PREVIEW),
    Row("parciais/<int:part_id>/lancar/rascunho/", "launch.draft", POST=Op.FEES_PREVIEW),
    Row(
        "parciais/<int:part_id>/lancar/consentimento/",
        "launch.consent",
        POST=Op.ATTENDANCES_WRITE,
    ),
    Row("parciais/<int:part_id>/lancar/equipe/", "launch.team", POST=Op.TEAMS_OWN),
    Row("lancamentos/<uuid:line_uid>/memoria/", "memoria.show", GET=Op.FEES_EXPLAIN),
    Row(
        "parciais/<int:part_id>/especiais/",
        "special.show",
        GET=Op.FEES_SPECIAL,
        POST=Op.FEES_SPECIAL,
    ),
    Row("especiais/<uuid:special_uid>/estornar/", "special.reverse", POST=Op.FEES_SPECIAL),
    Row(
        "especiais/<uuid:special_uid>/substituir/",
        "special.reenter",
        GET=Op.FEES_SPECIAL,
        POST=Op.FEES_SPECIAL,
    ),
)

_TERMS: Final = (
    Row("condicoes/", "terms.index", GET=Op.CATALOGUES_READ),
    Row("condicoes/versoes/", "terms.versions", GET=Op.CATALOGUES_READ),
    Row("condicoes/versoes/comparar/", "terms.compare", GET=Op.CATALOGUES_READ),
    Row("condicoes/versoes/<int:number>/baixar/", "terms.download", GET=Op.CATALOGUES_READ),
    Row(
        "condicoes/enviar/",
        "terms.upload",
        GET=Op.CATALOGUES_WRITE,
        POST=Op.CATALOGUES_WRITE,
    ),
    Row("condicoes/precos/<str:document>/", "terms.prices", GET=Op.CATALOGUES_READ),
    Row("condicoes/<slug:kind>/", "terms.listing", GET=Op.CATALOGUES_READ),
    Row(
        "condicoes/<slug:kind>/novo/",
        "drafting.new",
        GET=Op.CATALOGUES_WRITE,
        POST=Op.CATALOGUES_WRITE,
    ),
    Row("condicoes/<slug:kind>/experimentar/", "drafting.effects", POST=Op.CATALOGUES_WRITE),
    Row("condicoes/<slug:kind>/<str:document>/", "terms.show", GET=Op.CATALOGUES_READ),
    Row(
        "condicoes/<slug:kind>/<str:document>/alterar/",
        "drafting.edit",
        GET=Op.CATALOGUES_WRITE,
        POST=Op.CATALOGUES_WRITE,
    ),
    Row("condicoes/<slug:kind>/<str:document>/tirar/", "drafting.remove", POST=Op.CATALOGUES_WRITE),
)

_OFFICE: Final = (
    Row("parametros/", "parameters.show", GET=Op.PARAMETERS_READ),
    Row(
        "parametros/alterar/",
        "parameters.edit",
        GET=Op.PARAMETERS_WRITE,
        POST=Op.PARAMETERS_WRITE,
    ),
    Row("acessos/", "members.index", GET=Op.MEMBERS_READ),
    Row("acessos/novo/", "members.new", GET=Op.MEMBERS_WRITE, POST=Op.MEMBERS_WRITE),
    Row("acessos/<int:member_id>/", "members.edit", GET=Op.MEMBERS_WRITE, POST=Op.MEMBERS_WRITE),
    Row("acessos/<int:member_id>/convite/", "invitations.make", POST=Op.MEMBERS_WRITE),
    Row("acessos/<int:member_id>/retirar/", "members.remove", POST=Op.MEMBERS_WRITE),
    Row("acessos/<int:member_id>/segunda-etapa/", "members.reset", POST=Op.MEMBERS_WRITE),
    Row("minha-conta/chaves/", "tokens.index", GET=Op.TOKENS_OWN, POST=Op.TOKENS_OWN),
    Row("minha-conta/chaves/<int:token_id>/revogar/", "tokens.revoke", POST=Op.TOKENS_OWN),
    Row("auditoria/", "audit.index", GET=Op.AUDIT_READ),
    Row("auditoria/conferir/", "audit.verify", GET=Op.AUDIT_VERIFY, POST=Op.AUDIT_VERIFY),
    Row("auditoria/fim/", "audit.head", GET=Op.AUDIT_VERIFY),
    Row("auditoria/registros/", "audit.prove", GET=Op.CHECK, POST=Op.CHECK),
    Row("auditoria/<int:seq>/apagar/", "audit.erase", GET=Op.AUDIT_ERASE, POST=Op.AUDIT_ERASE),
)

_IMPORTS: Final = (
    Row("importacoes/", "imports.index", GET=Op.IMPORTS_READ),
    Row("importacoes/nova/", "imports.new", GET=Op.IMPORTS_REGISTERS, POST=Op.IMPORTS_REGISTERS),
    Row(
        "importacoes/arquivo/<slug:session>/",
        "imports.columns",
        GET=Op.IMPORTS_REGISTERS,
        POST=Op.IMPORTS_REGISTERS,
    ),
    Row(
        "importacoes/arquivo/<slug:session>/ensaio/",
        "imports.trial",
        GET=Op.IMPORTS_REGISTERS,
        POST=Op.IMPORTS_REGISTERS,
    ),
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
    Row(
        "importacoes/<int:batch_id>/linhas/<int:number>/",
        "imports.mend",
        GET=Op.IMPORTS_REGISTERS,
        POST=Op.IMPORTS_REGISTERS,
    ),
)

# Add your rows in a group of your own, in the order of the addresses.

_REPORTS: Final = (
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

_SEARCH: Final = (
    Row("busca/", "search.palette", GET=SIGNED_IN),
    Row("busca/procedimentos/", "search.procedure_options", GET=Op.PROCEDURES_READ),
    Row("busca/prestadores/", "search.provider_options", GET=Op.REGISTERS_READ),
    Row("busca/pacientes/", "search.patient_options", GET=Op.PATIENTS_READ),
    Row("busca/convenios/", "search.payer_options", GET=Op.REGISTERS_READ),
    Row("busca/planos/", "search.plan_options", GET=Op.REGISTERS_READ),
    Row("busca/centros-de-custo/", "search.cost_centre_options", GET=Op.REGISTERS_READ),
    Row("busca/favoritos/", "search.star", POST=Op.DESK_OWN),
)

_DEADLINES: Final = (
    Row("prazos/", "deadlines.index", GET=Op.DEADLINES_READ),
    Row("prazos/prazos.ics", "deadlines.download", GET=Op.DEADLINES_READ),
    Row("prazos/assinaturas/", "feeds.index", GET=Op.CALENDAR_OWN, POST=Op.CALENDAR_OWN),
    Row("prazos/assinaturas/<int:feed_id>/revogar/", "feeds.revoke", POST=Op.CALENDAR_OWN),
    Row("agenda/<str:key>.ics", "feeds.read", GET=PUBLIC),
    Row("cirurgias/<int:case_id>/prazos/", "deadlines.of_case", GET=Op.CASES_READ),
    Row("cirurgias/<int:case_id>/prazos/cumprir/", "deadlines.keep", POST=Op.CASES_WRITE),
    Row("cirurgias/<int:case_id>/prazos/reabrir/", "deadlines.reopen", POST=Op.CASES_WRITE),
)

TABLE: Final[tuple[Row, ...]] = (
    *_ENTRANCE,
    *_ME,
    *_ACCOUNTS,
    *_GUIDE,
    *_CASES,
    *_CHOICE,
    *_REGISTERS,
    *_AGREEMENTS,
    *_TERMS,
    *_OFFICE,
    *_IMPORTS,
    *_LAUNCH,
    *_REPORTS,
    *_SEARCH,
    *_DEADLINES,
)
"""Every address of the desk; a path may have a row for each method, with views of their own."""


def named(name: str) -> Iterator[Row]:
    """The rows of a view's name."""
    return (row for row in TABLE if row.view == name)


def may(actor: Actor, name: str, method: str = "GET") -> bool:
    """Whether an actor may ask for an address at all, for menus and buttons; False where it has no row."""
    return any(
        isinstance(access, Access) or allows(actor, access)
        for row in named(name)
        if (access := row.methods.get(method)) is not None
    )
