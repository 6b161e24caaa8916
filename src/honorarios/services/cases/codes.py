"""Findings of surgeries being planned (CIR)."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error, warning

REQUIRED: Final = error(
    "CIR-REQUIRED",
    "Falta informar: {what}.",
    "A cirurgia precisa de hospital, paciente, convênio e dia da indicação.",
)
NUMBER_TAKEN: Final = error(
    "CIR-NUMBER",
    "Já existe a cirurgia {number}.",
    "Escolha outro número, ou deixe vazio para o sistema numerar.",
)
BEFORE_INDICATION: Final = error(
    "CIR-BEFORE-INDICATION",
    "{what} é em {day}, antes da indicação, em {indicated}.",
    "Corrija a data, ou o dia da indicação.",
)
PLANNED_PAST: Final = warning(
    "CIR-PAST",
    "A cirurgia está planejada para {day}, que já passou.",
    "Se ela foi feita, registre a realização; se não, marque outra data.",
)
FUTURE: Final = error(
    "CIR-FUTURE",
    "{what}: {day} ainda não chegou.",
    "Informe o dia em que aconteceu.",
)
IN_ORDER: Final = error(
    "CIR-ORDER",
    "{what} ({day}) é antes de {other} ({before}).",
    "Confira as duas datas.",
)
CODE: Final = error(
    "CIR-CODE",
    "“{procedure}” não é um código de procedimento.",
    "Escreva só os algarismos do código, como 30101018.",
)
CODE_UNKNOWN: Final = warning(
    "CIR-CODE-UNKNOWN",
    "O código {procedure} não está nas tabelas em vigor.",
    "Confira o código: sem tabela, não há preço.",
)
QUANTITY: Final = error(
    "CIR-QUANTITY",
    "Quantidade {quantity}: informe de 1 a {most}.",
    "Conte quantas vezes o ato será feito.",
)
ACT_IN_USE: Final = error(
    "CIR-ACT-USED",
    "O ato {procedure} não sai: já foi autorizado ou cobrado.",
    "Deixe-o na cirurgia; o que não for feito não se lança.",
)
MEMBER_TWICE: Final = error(
    "CIR-TEAM",
    "{provider} já está na equipe como {role}.",
    "Escolha outra pessoa ou outra função.",
)
ROLE_TAKEN: Final = warning(
    "CIR-ROLE",
    "A equipe já tinha {role}.",
    "Se trocou a pessoa, retire a anterior.",
)
ENDED: Final = error(
    "CIR-ENDED",
    "A cirurgia está {status}: {what} não muda mais.",
    "Registre outra cirurgia, se houver outra.",
)
NO_ACTS: Final = error(
    "CIR-NO-ACTS",
    "A cirurgia não tem código nenhum: não há o que pedir.",
    "Inclua os procedimentos antes de pedir a autorização.",
)
ANSWERED: Final = error(
    "CIR-ANSWERED",
    "O pedido já foi autorizado por inteiro ou retirado.",
    "Para autorizar mais, faça outro pedido.",
)
NOT_AN_ANSWER: Final = error(
    "CIR-ANSWER",
    "Resposta desconhecida.",
    "Escolha autorizado, autorizado em parte, negado ou genérica.",
)
GENERIC: Final = warning(
    "CIR-GENERIC",
    "Resposta genérica não conta: o prazo do convênio continua correndo (RN ANS 623/2024).",
    "Cobre a decisão; a carta ao convênio já diz isso.",
)
SENHA_REQUIRED: Final = error(
    "CIR-SENHA",
    "Falta a senha da autorização.",
    "Informe o número que o convênio deu.",
)
SENHA_TWICE: Final = error(
    "CIR-SENHA-TWICE",
    "A senha {senha} já está neste pedido.",
    "Confira o número; cada autorização tem a sua.",
)
SENHA_SHORT: Final = warning(
    "CIR-SENHA-SHORT",
    "A senha {senha} vale até {until}, e a cirurgia é em {day}.",
    "Peça a prorrogação da senha, ou marque a cirurgia antes.",
)
NOTHING_GRANTED: Final = error(
    "CIR-NOTHING",
    "Autorização em parte sem nenhum código autorizado.",
    "Diga quantas vezes cada código foi autorizado; se nenhum, a resposta é negado.",
)
TOO_MANY: Final = error(
    "CIR-TOO-MANY",
    "{procedure}: autorizado {given}, e faltavam {missing}.",
    "Confira a quantidade na resposta do convênio.",
)
DENIAL_UNWRITTEN: Final = warning(
    "CIR-DENIAL",
    "Negativa sem a cláusula do contrato ou a norma.",
    "O convênio tem de negar por escrito, dizendo em que se apoia (RN ANS 623/2024): peça.",
)
NOT_AUTHORISED: Final = warning(
    "CIR-NOT-AUTHORISED",
    "NOT_AUTHORISED: {procedure} sem autorização do convênio ({missing} de {quantity}): sem honorário.",
    "Peça a autorização antes de cobrar; sem ela, o ato não tem valor.",
)
OTHER_ATTENDANCE: Final = error(
    "CIR-ATTENDANCE",
    "O atendimento {number} é de outro paciente ou de outro hospital.",
    "Escolha um atendimento do paciente da cirurgia, no mesmo hospital.",
)
NOT_PERFORMED: Final = error(
    "CIR-NOT-PERFORMED",
    "A cirurgia ainda não foi realizada.",
    "Registre a realização, e nela o atendimento.",
)
ATTENDED: Final = error(
    "CIR-ATTENDED",
    "A cirurgia já é do atendimento {number}.",
    "Lance os honorários nele.",
)
NO_ATTENDANCE: Final = error(
    "CIR-NO-ATTENDANCE",
    "Falta dizer de que atendimento a cirurgia é.",
    "Escolha um atendimento do paciente, ou escreva o número de um novo.",
)
TITLE_REQUIRED: Final = error(
    "CIR-TASK",
    "A pendência não diz o que fazer.",
    "Escreva o que falta, em poucas palavras.",
)
NOT_AN_OWNER: Final = error(
    "CIR-OWNER",
    "Essa pessoa não acompanha cirurgias neste cliente.",
    "Escolha um faturista ou um auditor do cliente.",
)
SUPPLIER_TWICE: Final = error(
    "CIR-SUPPLIER",
    "Já há um orçamento de {supplier}.",
    "Registre o recebimento no que já existe.",
)
NEGATIVE: Final = error("CIR-VALUE", "O valor do orçamento é negativo.", "Confira o valor.")
FENCE: Final = error(
    "CIR-CLASS-DIFFERENCE",
    "Não se pode oferecer o termo da diferença de classe: {why}",
    "A diferença só se cobra por opção do paciente, por escrito e antes da internação.",
)
NO_REQUEST: Final = error(
    "CIR-NO-REQUEST",
    "Não há pedido ao convênio para a carta citar.",
    "Registre o pedido de autorização, com o dia em que o convênio o recebeu.",
)
NOT_FREE_CHOICE: Final = error(
    "CIR-NOT-FREE-CHOICE",
    "A cirurgia não é de livre escolha.",
    "Marque livre escolha, se é o paciente quem paga e pede o reembolso.",
)
NO_PRICE: Final = warning(
    "CIR-NO-ESTIMATE",
    "Sem estimativa de reembolso para {procedure}: {why}",
    "Peça ao convênio o valor por escrito.",
)
