"""Findings of registers."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error, warning

REQUIRED: Final = error("REG-REQUIRED", "{title}: obrigatório.", "Informe {title}.")
UNREADABLE: Final = error("REG-UNREADABLE", "{title}: “{value}” não serve.", "{tip}")
UNKNOWN_FIELD: Final = error(
    "REG-FIELD", "O campo “{name}” não existe em {what}.", "Use só: {known}."
)
NO_REFERENCE: Final = error(
    "REG-REFERENCE",
    "{title}: “{value}” não está cadastrado.",
    "Cadastre antes, ou corrija o código.",
)
EXISTS: Final = error(
    "REG-EXISTS",
    "Já há {what} com {key}.",
    "Altere o que existe, ou confira o código.",
)
TWICE: Final = error(
    "REG-TWICE", "{key} aparece mais de uma vez no mesmo pedido.", "Deixe só uma das vezes."
)
KEY_CHANGED: Final = error(
    "REG-KEY",
    "{title} não se altera: identifica o registro.",
    "Cadastre outro registro; o que já foi usado continua com o código antigo.",
)
DATES: Final = error(
    "REG-DATES", "O fim da validade é anterior ao início.", "Confira as duas datas."
)
SUCCESSION: Final = error(
    "REG-SUCCESSION",
    "A nova vigência tem de começar depois de {day}, o início da que termina.",
    "Escolha um dia posterior; para corrigir o que vale agora, use Alterar.",
)
OVERLAP: Final = error(
    "REG-OVERLAP",
    "Já há {what} do mesmo que vale em dias destes: {when}.",
    "Encerre o outro antes (“Encerrar e começar outra”), ou corrija as datas deste.",
)
SHARES: Final = error(
    "REG-SHARES",
    "As partes da divisão somam {sum} %, mais que 100 %.",
    "Diminua as partes; o que faltar para 100 % fica com o prestador principal.",
)
SHARE_TWICE: Final = error(
    "REG-SHARE-TWICE", "{title}: “{value}” aparece duas vezes.", "Junte as duas em uma só."
)
PARTY_MISSING: Final = error(
    "REG-PARTY",
    "{title}: falta para {kind}.",
    "Diga qual é: sem ele não se sabe de quem é o acordo.",
)
PARTY_EXTRA: Final = error(
    "REG-PARTY-EXTRA",
    "{title}: não faz parte de um acordo do tipo “{kind}”.",
    "Deixe vazio, ou escolha outro tipo de acordo.",
)
CONFIRMED_DAY: Final = error(
    "REG-CONFIRMED-DAY",
    "Falta o dia em que foi confirmado ou negado.",
    "Informe o dia; se ninguém confirmou ainda, use Presumido ou Não confirmado.",
)
CONFIRMED_AHEAD: Final = error(
    "REG-CONFIRMED-AHEAD",
    "Confirmado em {day}, que ainda não chegou.",
    "Informe o dia em que alguém de fato confirmou.",
)
EXPIRES_BEFORE: Final = error(
    "REG-EXPIRES",
    "O dia até quando se acredita é anterior ao da confirmação.",
    "Confira as duas datas.",
)
EXPIRED_ALREADY: Final = warning(
    "REG-EXPIRED",
    "A confirmação já venceu em {day}.",
    "Confirme de novo: até lá, as vias que dependem dela ficam condicionadas.",
)
TERMS_OF_TWO: Final = error(
    "REG-TERMS-OF-TWO",
    "As condições são de um acordo ou de um credenciamento, não dos dois.",
    "Deixe um deles vazio; com os dois vazios, são as do particular.",
)
NO_SHAPE: Final = error(
    "REG-CUT-OFF-SHAPE",
    "{title} foi informado, mas não a regra do prazo.",
    "Escolha a regra do prazo, ou deixe vazio o que é dela.",
)
CUT_OFF_MISSING: Final = error(
    "REG-CUT-OFF", "{title}: falta para a regra “{shape}”.", "Informe {title}."
)
NOT_A_DAY: Final = error(
    "REG-MONTH-DAY", "O dia {value} não é de mês nenhum.", "Use um dia de 1 a 31."
)
NOT_A_DATE: Final = error(
    "REG-CALENDAR-DATE",
    "“{value}” não é uma data do calendário de entregas.",
    "Escreva as datas como AAAA-MM-DD, separadas por espaço.",
)
REGIME_OF_PERSON: Final = error(
    "REG-REGIME-OF-PERSON",
    "Pessoa física não tem regime de empresa.",
    "Deixe o regime vazio, ou mude para pessoa jurídica.",
)
MARGIN_OF_COMPANY: Final = error(
    "REG-MARGIN-OF-COMPANY",
    "A alíquota na margem é do IRPF, de pessoa física.",
    "Deixe-a vazia: a carga da empresa vem do seu regime.",
)
UNKNOWN_REGIME: Final = error(
    "REG-REGIME",
    "O regime “{value}” não está nos parâmetros tributários.",
    "Use um destes: {known}.",
)
NOT_A_MONTH: Final = error(
    "REG-SOCIAL-MONTH",
    "O mês da base de INSS é dito pelo seu primeiro dia.",
    "Escreva o dia 1 do mês, ou deixe vazio se a base é a mesma em todos.",
)
NOT_A_PLACE: Final = error(
    "REG-PLACE",
    "“{value}” não é sigla de estado nem código IBGE de município.",
    "Use a sigla (RS) ou os sete algarismos do IBGE (4314902), como no hospital.",
)
NOT_A_STATE: Final = error(
    "REG-STATE", "“{value}” não é a sigla de um estado.", "Use duas letras maiúsculas: RS, SP, RJ."
)
NOT_A_YEARLY_DAY: Final = error(
    "REG-YEARLY-DAY",
    "“{value}” não é um dia do ano.",
    "Escreva mês e dia como MM-DD, separados por espaço: 02-02 para 2 de fevereiro.",
)
NOT_A_HOLIDAY: Final = error(
    "REG-HOLIDAY",
    "“{value}” não é uma data.",
    "Escreva as datas como AAAA-MM-DD, separadas por espaço.",
)
PARAMETER: Final = error(
    "REG-PARAMETER", "{title}: “{value}” não foi entendido.", "Use um destes: {known}."
)
UNKNOWN_PARAMETER: Final = error(
    "REG-UNKNOWN-PARAMETER",
    "O parâmetro geral “{name}” não existe.",
    "Use só: {known}.",
)
