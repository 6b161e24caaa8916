"""Findings about a surgery: what a person should look at before its lines are billed."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error, warning

NOT_PRICED: Final = error(
    "SUR-NOT-PRICED",
    "A cirurgia não pode ser calculada: {message}",
    "{tip}",
)
NO_ROUTE: Final = warning(
    "SUR-NO-ROUTE",
    "A via de acesso do {position}º ato ({code}) não foi informada: sugerida a mesma via.",
    "Informe access_route: same ou different.",
)
NO_ACCOMMODATION_FACTOR: Final = warning(
    "SUR-NO-ACCOMMODATION-FACTOR",
    "O contrato não tem fator para a acomodação “{word}”.",
    "Ele tem: {beds}.",
)
TWO_PRINCIPALS: Final = warning(
    "SUR-TWO-PRINCIPALS",
    "Mais de um ato da mesma equipe foi informado como principal.",
    "Deixe um só, ou separe as equipes.",
)
ACT_WITHOUT_TEAM: Final = warning(
    "SUR-ACT-WITHOUT-TEAM",
    "O {position}º ato ({code}) é da equipe “{team}”, que não tem ninguém.",
    "Confira o campo team do ato e o dos membros da equipe.",
)
MEMBER_WITHOUT_ACTS: Final = warning(
    "SUR-MEMBER-WITHOUT-ACTS",
    "{role}: a equipe “{team}” não tem nenhum ato.",
    "Confira o campo team do membro e o dos atos.",
)
SAME_ROLE_TWICE: Final = warning(
    "SUR-SAME-ROLE-TWICE",
    "{role}: a função aparece mais de uma vez na mesma equipe.",
    "Confira as funções, ou separe as equipes.",
)
EXTRA_ASSISTANT: Final = warning(
    "SUR-EXTRA-ASSISTANT",
    "{role}: auxiliares que o ato de maior porte ({code}) prevê: {count}.",
    "O convênio pode recusar este auxiliar (CBHPM 5.2).",
)
SCRUB_NOT_IN_CONTRACT: Final = warning(
    "SUR-SCRUB-NOT-IN-CONTRACT",
    "O contrato não prevê pagamento de instrumentador.",
    "Sem percentual no padrão nem preço na tabela, não há linha a cobrar.",
)
NO_ANAESTHESIA: Final = warning(
    "SUR-NO-ANAESTHESIA",
    "Nenhum ato prevê anestesista, e o contrato não tem preço para o código {code}.",
    "Confira a tabela, ou informe o código próprio da anestesia como um ato.",
)
LOCAL_ANAESTHESIA: Final = warning(
    "SUR-LOCAL-ANAESTHESIA",
    "Porte anestésico 0: anestesia local, sem honorário de anestesista.",
    "Retire o anestesista da equipe, ou confira os atos.",
)
ASSISTANT_UNCALLED: Final = warning(
    "SUR-ASSISTANT-UNCALLED",
    "Auxiliar de anestesista sem motivo previsto: {reasons}.",
    "Vale também em circulação extracorpórea, cirurgia neonatal e gastroplastia (item 8).",
)
UNUSED_CHOICE: Final = warning(
    "SUR-UNUSED-CHOICE",
    "A {position}ª escolha não atinge nenhuma linha.",
    "Confira o ato, a função e o prestador da escolha.",
)
