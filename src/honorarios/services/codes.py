"""Findings of the services: permission (PER), states and writing at once (EST), the audit trail (AUD)."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error, warning

# Who may do what.

NOT_ALLOWED: Final = error(
    "PER-ROLE",
    "O perfil {role} não permite: {operation}.",
    "Peça a quem tem o perfil, ou ao administrador do cliente que mude o seu.",
)
NOT_FOUND: Final = error(
    "PER-NOT-FOUND",
    "{what} não existe ou não está ao seu alcance.",
    "Confira o número e se ele é de uma das suas unidades de faturamento.",
)
NO_TOKEN: Final = error(
    "PER-TOKEN",
    "Chave de acesso desconhecida, vencida ou revogada.",
    "Crie outra chave de acesso e confira se o seu acesso ao cliente continua ativo.",
)

# Writing at the same time as others, and twice.

STALE: Final = error(
    "EST-STALE",
    "{what} mudou desde que você abriu: está na versão {current}, e a sua é a {given}.",
    "Abra de novo, confira o que mudou e repita a alteração.",
)
KEY_INVALID: Final = error(
    "EST-KEY",
    "A chave de idempotência precisa ter de 1 a {longest} caracteres.",
    "Use um identificador novo a cada pedido, como um UUID.",
)
KEY_REUSED: Final = error(
    "EST-KEY-REUSED",
    "A chave de idempotência já foi usada com outro pedido.",
    "Use uma chave nova para um pedido novo; repita a antiga só com o mesmo pedido.",
)
IN_FLIGHT: Final = error(
    "EST-IN-FLIGHT",
    "Um pedido com a mesma chave de idempotência ainda está em curso.",
    "Espere e repita com a mesma chave: a resposta será a do primeiro.",
)
BUSY: Final = error(
    "EST-BUSY",
    "O banco de dados está ocupado com outras gravações; nada foi gravado.",
    "Repita o pedido daqui a pouco.",
)
UNAVAILABLE: Final = error(
    "EST-UNAVAILABLE",
    "O banco de dados não respondeu.",
    "Confira se ele está no ar e repita. Um pedido que grava pode ter sido gravado: repita-o com a mesma"
    " chave de idempotência, ou confira antes.",
)
NO_SPACE: Final = error(
    "EST-NO-SPACE",
    "O disco do banco de dados está cheio ou não aceita gravação; nada foi gravado.",
    "Libere espaço no disco, ou confira as permissões da pasta dos dados, e repita.",
)
PROTECTED: Final = error(
    "EST-PROTECTED",
    "O banco de dados recusou a mudança: {why}.",
    "Confira a situação da parcial e do atendimento; o que foi gravado se corrige por estorno.",
)

# The audit trail.

NOT_A_HEAD: Final = error(
    "AUD-HEAD",
    "“{text}” não é a ponta de uma trilha de auditoria.",
    "Copie a linha inteira que a exportação escreveu: honorarios-audit:cliente:evento:hash.",
)
OTHER_TRAIL: Final = error(
    "AUD-OTHER-OFFICE",
    "A ponta informada é da trilha de outro cliente.",
    "Use a ponta que foi exportada deste cliente.",
)
EVENT_CHANGED: Final = error(
    "AUD-EVENT",
    "O evento {seq} da trilha de auditoria foi alterado.",
    "Compare com uma cópia de segurança anterior e apure quem teve acesso ao banco de dados.",
)
EVENT_MISSING: Final = error(
    "AUD-MISSING",
    "O evento {seq} da trilha de auditoria foi apagado, trocado de lugar ou repetido.",
    "Compare com uma cópia de segurança anterior e apure quem teve acesso ao banco de dados.",
)
DETAIL_CHANGED: Final = error(
    "AUD-DETAIL",
    "O detalhe do evento {seq} da trilha de auditoria foi alterado.",
    "Compare com uma cópia de segurança anterior e apure quem teve acesso ao banco de dados.",
)
DETAIL_MISSING: Final = error(
    "AUD-DETAIL-MISSING",
    "O detalhe do evento {seq} foi apagado sem um evento que registre o motivo.",
    "Compare com uma cópia de segurança anterior e apure quem teve acesso ao banco de dados.",
)
TAIL_CUT: Final = error(
    "AUD-TAIL",
    "O fim da trilha de auditoria foi cortado: falta do evento {seq} em diante.",
    "Compare com uma cópia de segurança anterior e apure quem teve acesso ao banco de dados.",
)

# What is asked of parts, remittances and attendances.

TOO_LONG: Final = error(
    "EST-TOO-LONG",
    "{title}: o limite é de {longest} caracteres.",
    "Diga o mesmo em menos palavras.",
)
NOT_TEXT: Final = error(
    "EST-NOT-TEXT", "{title}: há caracteres que não se imprimem.", "Escreva o texto outra vez."
)
NOTHING_TO_BILL: Final = error(
    "EST-NOTHING-TO-BILL",
    "Não há parcial liberada do convênio {payer} na unidade {unit}.",
    "Encerre e libere as parciais antes de faturar.",
)
OTHER_REMITTANCE: Final = error(
    "EST-OTHER-REMITTANCE",
    "A parcial {part} é de outro convênio ou de outra unidade de faturamento.",
    "Uma remessa tem um só convênio e uma só unidade: fature essa parcial em outra.",
)
NOT_IN_REMITTANCE: Final = error(
    "EST-NOT-IN-REMITTANCE",
    "A parcial {part} não está na remessa {number}.",
    "Confira em que remessa ela foi faturada.",
)
REMITTANCE_EMPTY: Final = error(
    "EST-REMITTANCE-EMPTY",
    "Todas as parciais da remessa {number} já foram retiradas.",
    "Confira em que remessa elas foram faturadas depois.",
)
REMITTANCE_DIFFERS: Final = error(
    "EST-REMITTANCE-DIFFERS",
    "A parcial {part} soma {now}, e na remessa {number} foi com {sent}.",
    "Uma parcial faturada não muda: confira o banco de dados (honorarios check).",
)
LINKED_LINES: Final = error(
    "EST-LINKED",
    "A parcial tem lançamentos ativos ligados a outra parcial da conta por diferença de honorário.",
    "Estorne esses lançamentos antes de cancelar a parcial.",
)
INVOICE_NUMBER: Final = error(
    "EST-INVOICE-NUMBER", "Número da nota fiscal obrigatório.", "Informe o número da nota fiscal."
)
INVOICE_ISSUED: Final = error(
    "EST-INVOICE-ISSUED",
    "A parcial já tem a nota fiscal {number}.",
    "Confira o número; uma parcial tem uma só nota fiscal.",
)
INVOICE_STATE: Final = error(
    "EST-INVOICE-STATE",
    "Não se registra nota fiscal de uma parcial {status}.",
    "Encerre a parcial antes de emitir a nota fiscal.",
)
NOT_WALL_TIME: Final = error(
    "EST-WALL-TIME",
    "A hora é a do relógio do local, até os segundos, sem fuso horário.",
    "Escreva como 2025-11-22 10:00.",
)
ENDS_BEFORE_START: Final = error(
    "EST-ENDS-BEFORE", "O fim é anterior ao início.", "Confira as duas datas."
)
STAY_BEFORE_START: Final = error(
    "EST-STAY-EARLY",
    "A entrada no leito é anterior ao início do atendimento.",
    "Confira a data da entrada no leito.",
)
STAYS_OVERLAP: Final = error(
    "EST-STAYS-OVERLAP",
    "O paciente já está em outro leito nesse período.",
    "Confira a entrada e a saída dos leitos do atendimento.",
)
CONSENTED: Final = error(
    "EST-CONSENTED", "O consentimento dessa estada já foi registrado.", "Nada a fazer."
)
BILLED_PART: Final = error(
    "EST-BILLED-PART",
    "A parcial {part} do atendimento está faturada.",
    "Retire-a da remessa (refaturar) antes de cancelar o atendimento.",
)
NUMBER_REQUIRED: Final = error(
    "EST-NUMBER", "Número do atendimento obrigatório.", "Informe o número do atendimento."
)
NUMBER_TAKEN: Final = error(
    "EST-NUMBER-TAKEN",
    "O hospital já tem um atendimento de número {number}.",
    "Confira o número, ou abra o atendimento que já existe.",
)

# Tokens.

LABEL_REQUIRED: Final = error(
    "PER-LABEL", "Rótulo da chave de acesso obrigatório.", "Diga para que a chave serve."
)
TOKEN_BY_TOKEN: Final = error(
    "PER-TOKEN-BY-TOKEN",
    "Uma chave de acesso não cria outra.",
    "Entre com usuário e senha, ou pela linha de comando, para criar a chave.",
)

# Offices and their people.

OFFICE_NAME: Final = error(
    "REG-OFFICE-NAME", "Nome do cliente obrigatório.", "Informe o nome do cliente."
)
OFFICE_SLUG: Final = error(
    "REG-OFFICE-SLUG",
    "“{slug}” não serve de identificador de cliente.",
    "Use de 1 a 50 letras minúsculas sem acento, algarismos e hífens: hospital-serra.",
)
OFFICE_TAKEN: Final = error(
    "REG-OFFICE-TAKEN",
    "Já há um cliente com o identificador “{slug}”.",
    "Escolha outro identificador, ou use o cliente que já existe.",
)
UNKNOWN_ROLE: Final = error("REG-ROLE", "Não há o perfil “{role}”.", "Use um destes: {known}.")
PASSWORD: Final = error("REG-PASSWORD", "A senha não serve: {why}", "Escolha outra senha.")

# What people keep at their desk.

UNKNOWN_CHOICE: Final = error(
    "DSK-CHOICE", "{title}: não há a opção “{given}”.", "Use uma destas: {known}."
)
NAME_REQUIRED: Final = error("DSK-NAME", "Nome obrigatório.", "Escreva o nome.")
TEAM_NUMBER: Final = error(
    "DSK-TEAM-NUMBER",
    "Uma equipe favorita tem um número de 1 a 9.",
    "Escolha um número de 1 a 9: é a tecla que chama a equipe.",
)
TEAM_MEMBERS: Final = error(
    "DSK-TEAM-MEMBERS",
    "Uma equipe favorita tem de 1 a {most} pessoas.",
    "Inclua ou retire pessoas da equipe.",
)
TEAM_ROLE: Final = error(
    "DSK-TEAM-ROLE", "Não há a função “{role}”.", "Escolha a função de cada pessoa na lista."
)
TEAM_PROVIDER: Final = error(
    "DSK-TEAM-PROVIDER",
    "O prestador {provider} não está cadastrado.",
    "Escolha o prestador na lista, ou cadastre-o antes.",
)
TOO_MANY_NAMESAKES: Final = warning(
    "DSK-NAMESAKES",
    "Mais de {most} pacientes com “{given}”: a lista é só de alguns deles.",
    "Escreva mais do nome, o prontuário ou o CPF.",
)
TOO_MANY_VIEWS: Final = error(
    "DSK-TOO-MANY-VIEWS",
    "Você já tem {most} visões salvas nessa tela.",
    "Apague as que não usa mais.",
)
DRAFT_TOO_LARGE: Final = error(
    "DSK-DRAFT-SIZE",
    "O formulário é grande demais para ser guardado antes de salvo.",
    "Salve o que já está pronto e continue em seguida.",
)
