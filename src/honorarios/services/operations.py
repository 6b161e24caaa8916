"""Every operation of the services, by the name that permissions, audit and doors know it by."""

from __future__ import annotations

from honorarios.core.labelled import Labelled


class Operation(Labelled):
    """Something that somebody asks for; the value is its name in the audit trail."""

    # Fees.
    FEES_LIST = "fees.list", "ver lançamentos"
    FEES_EXPLAIN = "fees.explain", "ver a memória de cálculo"
    FEES_PREVIEW = "fees.preview", "simular lançamentos"
    FEES_LAUNCH = "fees.launch", "lançar honorários"
    FEES_EDIT = "fees.edit", "alterar lançamentos"
    FEES_REVERSE = "fees.reverse", "estornar lançamentos"
    FEES_BULK = "fees.bulk", "alterar lançamentos em lote"
    FEES_SPECIAL = "fees.special", "lançar itens especiais"
    FEES_CHANGE_CLOSED = "fees.change_closed", "lançar em parcial encerrada"
    SPLITS_REPROCESS = "splits.reprocess", "reprocessar divisões"

    # Account parts and remittances.
    ACCOUNTS_LIST = "accounts.list", "ver contas e parciais"
    ACCOUNTS_OPEN = "accounts.open", "abrir contas e parciais"
    PARTS_CLOSE = "parts.close", "encerrar parciais"
    PARTS_REOPEN = "parts.reopen", "reabrir parciais"
    PARTS_RELEASE = "parts.release", "liberar parciais"
    PARTS_UNRELEASE = "parts.unrelease", "desfazer a liberação de parciais"
    PARTS_CANCEL = "parts.cancel", "cancelar parciais"
    PARTS_INVOICE = "parts.issue_tax_invoice", "registrar nota fiscal"
    PARTS_BILL = "parts.bill", "faturar parciais"
    PARTS_REPROCESS = "parts.reprocess", "reprocessar uma remessa"
    PARTS_REBILL = "parts.rebill", "refaturar parciais"
    REMITTANCES_LIST = "remittances.list", "ver remessas"

    # Reports.
    MIRRORS_READ = "mirrors.read", "imprimir o espelho de contas"
    STATEMENTS_READ = "statements.read", "emitir demonstrativos de prestadores"
    CLOSINGS_READ = "closings.read", "ver o fechamento"
    DASHBOARD_READ = "dashboard.read", "ver o painel"
    PRODUCTION_READ = "production.read", "ver a própria produção"

    # Attendances and patients.
    ATTENDANCES_LIST = "attendances.list", "ver atendimentos"
    ATTENDANCES_WRITE = "attendances.write", "abrir e alterar atendimentos"
    ATTENDANCES_CANCEL = "attendances.cancel", "cancelar atendimentos"
    PATIENTS_READ = "patients.read", "ver pacientes"
    PATIENTS_WRITE = "patients.write", "cadastrar pacientes"

    # Surgeries, from indication to payment.
    CASES_READ = "cases.read", "ver cirurgias"
    CASES_WRITE = "cases.write", "planejar cirurgias e registrar respostas do convênio"
    CASES_CANCEL = "cases.cancel", "cancelar cirurgias"
    ROUTES_READ = "routes.read", "ver a escolha da via"
    ROUTES_DECIDE = "routes.decide", "decidir a via e acompanhar as cobranças"
    ROUTES_LAUNCH = "routes.launch", "lançar pela via decidida"
    DEADLINES_READ = "deadlines.read", "ver prazos"
    CALENDAR_OWN = "calendar.own", "assinar a própria agenda de prazos"

    # Registers, terms and parameters.
    REGISTERS_READ = "registers.read", "ver cadastros"
    REGISTERS_WRITE = "registers.write", "alterar cadastros"
    CATALOGUES_READ = "catalogues.read", "ver catálogos e condições contratuais"
    CATALOGUES_WRITE = "catalogues.write", "gravar catálogos e condições contratuais"
    PARAMETERS_READ = "parameters.read", "ver parâmetros gerais"
    PARAMETERS_WRITE = "parameters.write", "alterar parâmetros gerais"
    PACKAGES_OPEN = "packages.open", "abrir e encerrar pacotes de contas"

    # Agreements on how fees are paid, and how those who receive them are taxed.
    AGREEMENTS_READ = "agreements.read", "ver acordos"
    AGREEMENTS_CONFIRM = "agreements.confirm", "confirmar, presumir e negar acordos"
    TAXES_READ = "taxes.read", "ver perfis tributários"
    TAXES_WRITE = "taxes.write", "alterar perfis tributários"

    # Imports.
    IMPORTS_READ = "imports.read", "ver importações"
    IMPORTS_FEES = "imports.fees", "importar lançamentos"
    IMPORTS_REGISTERS = "imports.registers", "importar cadastros"
    IMPORTS_UNDO = "imports.undo", "desfazer importações"

    # The desk of whoever asks.
    PROCEDURES_READ = "procedures.read", "procurar procedimentos"
    DESK_OWN = "desk.own", "guardar as próprias preferências, visões e rascunhos"
    TEAMS_OWN = "teams.own", "guardar as próprias equipes favoritas"

    # The office itself.
    MEMBERS_READ = "members.read", "ver acessos"
    MEMBERS_WRITE = "members.write", "alterar acessos"
    TOKENS_OWN = "tokens.own", "criar e revogar as próprias chaves de acesso"
    TOKENS_REVOKE = "tokens.revoke", "revogar chaves de acesso de outros"
    AUDIT_READ = "audit.read", "ver a trilha de auditoria"
    AUDIT_VERIFY = "audit.verify", "conferir a trilha de auditoria"
    AUDIT_ERASE = "audit.erase", "apagar detalhes da trilha de auditoria"
    CHECK = "check", "conferir os registros"
    OFFICES_WRITE = "offices.write", "cadastrar clientes do sistema"
    BACKUP = "backup", "copiar e restaurar o banco de dados"
