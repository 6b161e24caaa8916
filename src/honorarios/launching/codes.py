"""Findings about launching: the seed's checks by their number in the rules, and what stands around them."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error, warning

# The checks, V1 to V16.

CANCELLED_ATTENDANCE: Final = error(
    "LAN-V01",
    "Atendimento cancelado.",
    "Um atendimento cancelado não volta: lance em outro atendimento.",
)
FROZEN_PART: Final = error(
    "LAN-V02",
    "Parcial {status}: lançamento não permitido.",
    "Desfaça primeiro o faturamento ou a liberação, ou escolha uma parcial aberta.",
)
INVOICED_PART: Final = error(
    "LAN-V03",
    "Parcial particular com nota fiscal emitida.",
    "A nota fiscal registrada não se desfaz: lance em outra parcial particular.",
)
COST_CENTRE_REQUIRED: Final = error(
    "LAN-V04A", "Centro de custo obrigatório.", "Informe o centro de custo do lançamento."
)
COST_CENTRE_OF_BED: Final = error(
    "LAN-V04B",
    "Centro de custo obrigatório: vem do leito, e não há um.",
    "Confira se o paciente estava num leito no início do ato e cadastre o centro de custo do leito.",
)
COST_CENTRE_OF_WORKSTATION: Final = error(
    "LAN-V04C",
    "Centro de custo obrigatório: vem da estação de trabalho, e não há um.",
    "Cadastre o centro de custo da estação de trabalho do atendimento.",
)
REVERSED_LINE: Final = error(
    "LAN-V05", "Item estornado não pode ser alterado.", "Inclua um novo lançamento."
)
SPECIAL_LINE: Final = error(
    "LAN-V06",
    "Item especial: estorne e inclua pela página Especial.",
    "Um item especial não se altera; estorne-o e inclua-o de novo.",
)
NO_VALUE: Final = error(
    "LAN-V07",
    "Valor do honorário deve ser maior que zero.",
    "Confira o valor na tabela e os ajustes e fatores do contrato.",
)
OUTSIDE_PERIOD: Final = error(
    "LAN-V08A",
    "Data fora do período da parcial: {day} não está entre {first} e {last}.",
    "Corrija a data ou lance na parcial do período.",
)
START_AFTER_END: Final = error(
    "LAN-V08B",
    "Início maior que o final.",
    "Confira as horas; se o ato passou da meia-noite, some um dia ao final.",
)
HOUR_24: Final = error(
    "LAN-V08C", "Use 00:00 do dia seguinte.", "A hora não pode ser 24:00: some um dia à data."
)
OTHER_SEX: Final = error(
    "LAN-V09",
    "Procedimento incompatível com o sexo do paciente: é do sexo {sex}.",
    "Confira o código e o cadastro do paciente.",
)
UNKNOWN_SEX: Final = warning(
    "LAN-V09-UNKNOWN",
    "O procedimento é do sexo {sex} e o do paciente não está cadastrado.",
    "Complete o cadastro do paciente.",
)
INPATIENT_CONSULTATION: Final = error(
    "LAN-V10",
    "Consulta incompatível com internação.",
    "Lance visita hospitalar, ou a consulta em atendimento externo.",
)
INPATIENT_CONSULTATION_NOTICED: Final = warning(
    "LAN-V10-WARN",
    "Consulta incompatível com internação.",
    "Lance visita hospitalar, ou a consulta em atendimento externo.",
)
OTHER_SETTING: Final = error(
    "LAN-V10B",
    "Procedimento incompatível com o tipo de atendimento: é de paciente {setting}.",
    "Confira o código e o tipo do atendimento.",
)
PRINCIPAL_OUTSIDE: Final = error(
    "LAN-V11",
    "Prestador principal não pode ser fora da conta.",
    "Desmarque Fora da Conta ou reveja a regra dentro/fora que o põe fora.",
)
NO_ROLE: Final = error(
    "LAN-V12", "Função do médico obrigatória.", "Informe a função (grau de participação)."
)
DUPLICATE: Final = warning(
    "LAN-V13",
    "Lançamento idêntico já existe.",
    "Mesmo código, prestador, função e início: confira se não é o mesmo ato.",
)
SPLIT_CHANGED: Final = error(
    "LAN-V14",
    "Divisão de cobrança não pode ser alterada após a inclusão.",
    "Estorne o lançamento e inclua-o com a divisão certa.",
)
POSTOPERATIVE_VISIT: Final = error(
    "LAN-V15",
    "Visita do cirurgião dentro do pós-operatório: cirurgia {surgery} em {day}.",
    "Estorne a visita: ela já está incluída na cirurgia.",
)
ALREADY_REVERSED: Final = error(
    "LAN-V16", "Item já estornado.", "Um estorno não se desfaz; inclua um novo lançamento."
)

# What has to be filled in, and read.

UNREADABLE: Final = error("LAN-UNREADABLE", "{title}: “{value}” não foi entendido.", "{tip}")
NO_CODE: Final = error(
    "LAN-NO-CODE", "Código do procedimento obrigatório.", "Informe o código TUSS ou SIGTAP."
)
NO_START: Final = error(
    "LAN-NO-START", "Início do ato obrigatório.", "Informe data e hora do início."
)
NO_PROVIDER: Final = error(
    "LAN-NO-PROVIDER", "Prestador obrigatório.", "Informe o prestador do lançamento."
)
UNKNOWN_PROVIDER: Final = error(
    "LAN-PROVIDER", "Prestador “{provider}” não cadastrado.", "Cadastre o prestador."
)
QUANTITY: Final = error(
    "LAN-QUANTITY",
    "Quantidade deve ser um número inteiro de 1 a 999.",
    "Corrija a quantidade; para desfazer um lançamento, estorne-o.",
)
OTHER_AGE: Final = error(
    "LAN-AGE",
    "Procedimento incompatível com a idade do paciente.",
    "Confira o código e a data de nascimento.",
)

# The sheet of a surgery.

TWICE_IN_THE_TEAM: Final = warning(
    "LAN-TEAM-TWICE",
    "{provider} está em {count} funções do mesmo ato.",
    "Confira se é a mesma pessoa; se não for, corrija o prestador.",
)

# The bed and the cost centre.

LOCKED_COST_CENTRE: Final = warning(
    "LAN-COST-CENTRE-LOCKED",
    "Centro de custo {given} trocado por {used}: vem {origin} e não pode ser alterado.",
    "Nada a fazer, se está certo.",
)
NO_ACCOMMODATION: Final = error(
    "LAN-NO-ACCOMMODATION",
    "O leito {bed} não tem tipo de acomodação: sem fator, não há preço.",
    "Associe um tipo de acomodação à classe do leito.",
)

# The price.

NO_PRICE: Final = error("LAN-NO-PRICE", "{reason} Não há honorário a lançar.", "{tip}")
NOT_AUTHORISED: Final = error(
    "LAN-NOT-AUTHORISED",
    "Código não autorizado pelo convênio: sem valor.",
    "Peça a autorização ou retire o ato.",
)

# Automatic fees.

FEE_WITHOUT_PRICE: Final = warning(
    "LAN-FEE-NO-PRICE",
    "Taxa {code}, do porte anestésico {porte}, não lançada: {reason}",
    "{tip}",
)

# Inside or outside the account.

NO_CREDENTIAL: Final = warning(
    "LAN-NO-CREDENTIAL",
    "Fora da Conta marcado, mas o prestador não tem credenciamento vigente: fica dentro da conta.",
    "Cadastre o credenciamento do prestador no convênio.",
)

# Charge division.

NO_SPLIT_RULE: Final = error(
    "LAN-SPLIT-NO-RULE",
    "O prestador {provider} não tem regra de divisão para o código {code}.",
    "Cadastre a regra de divisão, ou lance sem divisão de cobrança.",
)
AMBIGUOUS_SPLIT: Final = error(
    "LAN-SPLIT-AMBIGUOUS",
    "Mais de uma regra de divisão do prestador {provider} vale igualmente para o código {code}.",
    "Encerre uma delas, ou torne uma mais específica que a outra.",
)
WRONG_SPLIT_RULE: Final = error(
    "LAN-SPLIT-RULE",
    "A regra de divisão do prestador {provider} não soma mais de 0 % e até 100 %.",
    "Corrija os percentuais da regra: cada um acima de 0 %, a soma até 100 %.",
)
NO_PRINCIPAL: Final = error(
    "LAN-SPLIT-NO-PRINCIPAL",
    "A unidade de faturamento {unit} não tem prestador principal, que recebe parte da divisão.",
    "Cadastre o prestador principal da unidade de faturamento.",
)
NOT_BY_PRINCIPAL: Final = error(
    "LAN-SPLIT-PRINCIPAL",
    "Na divisão por valor o prestador é o principal da unidade de faturamento: {principal}.",
    "Informe o principal como prestador e o executante como prestador da divisão.",
)
NO_SPLIT_PROVIDER: Final = error(
    "LAN-SPLIT-PROVIDER",
    "Prestador divisão de honorários obrigatório na divisão por valor.",
    "Informe quem recebe o valor do honorário.",
)
SPLIT_WITH_ITSELF: Final = error(
    "LAN-SPLIT-ITSELF",
    "O prestador da divisão é o próprio prestador do lançamento.",
    "Informe como prestador da divisão quem executou o exame.",
)
NO_COMPONENTS: Final = error(
    "LAN-SPLIT-COMPONENTS",
    "Código {code} sem divisão por valor: a tabela deve ter honorário e custo operacional,"
    " em reais ou CH.",
    "Lance sem divisão de cobrança, ou cadastre os dois valores na tabela.",
)

# Fee difference to private expenses.

NO_PRIVATE_PRICE: Final = warning(
    "LAN-DIFFERENCE-NO-PRICE",
    "Diferença de honorário do código {code} não lançada: {reason}",
    "{tip}",
)
NOT_BY_OPTION: Final = warning(
    "LAN-DIFFERENCE-REASON",
    "Diferença de honorário não lançada: o motivo do leito {bed} é {reason}.",
    "Só a opção do paciente se cobra dele; confira o motivo da mudança de acomodação.",
)
NO_CONSENT: Final = warning(
    "LAN-DIFFERENCE-CONSENT",
    "Diferença de honorário não lançada: sem consentimento do paciente para o leito {bed}.",
    "Registre o consentimento e altere o lançamento: a diferença é calculada outra vez.",
)
FROZEN_PRIVATE_PART: Final = error(
    "LAN-DIFFERENCE-FROZEN",
    "A diferença de honorário fica na parcial particular {number}, que está {state}.",
    "Reabra essa parcial, ou crie outra parcial particular na conta.",
)

# States of an account part.

WRONG_STATE: Final = error(
    "EST-STATE",
    "Não é possível {verb} uma parcial {status}: ela teria de estar {allowed}.",
    "Confira a situação da parcial.",
)
NO_REASON: Final = error("EST-REASON", "Motivo obrigatório.", "Diga por quê, em poucas palavras.")

# Closing.

PENDING_QUESTION: Final = error(
    "LAN-PENDING",
    "{count} lançamento(s) importado(s) na parcial à espera de resposta.",
    "Confirme-os ou recuse-os na importação antes de encerrar.",
)
SPLIT_SUM: Final = error(
    "LAN-SPLIT-SUM",
    "A divisão do código {code} de {day} soma {sum}, e o valor dividido é {whole}.",
    "Estorne o lançamento e inclua-o outra vez.",
)

# Editing.

FACILITY_FEE_EDITED: Final = error(
    "LAN-FEE-EDITED",
    "Taxa automática não se altera: ela vem do honorário que a gerou.",
    "Estorne a taxa, ou o honorário com ela.",
)
