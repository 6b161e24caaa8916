"""Findings of the choice of a route."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error, warning

NO_PARAMETERS: Final = warning(
    "ROU-TAX-YEAR",
    "Não há parâmetros tributários em vigor em {day}: o líquido foi estimado com os que valem desde {used}.",
    "Confira a data da cirurgia, ou grave os parâmetros do ano em Parâmetros tributários.",
)
NO_TEAM: Final = error(
    "ROU-NO-TEAM",
    "A cirurgia não tem {what}.",
    "Inclua os atos e a equipe na página da cirurgia; sem eles não há via a escolher.",
)
UNKNOWN_WAY: Final = error(
    "ROU-WAY",
    "A via “{way}” não é uma das opções de {member}.",
    "Escolha uma das vias abertas mostradas na página da escolha.",
)
CLOSED_WAY: Final = error(
    "ROU-CLOSED",
    "A via {way} está fechada para {member}: {reason}",
    "Escolha uma via aberta, ou resolva o motivo e volte à escolha.",
)
NOT_A_MEMBER: Final = error(
    "ROU-MEMBER",
    "A participação {member} não é desta cirurgia.",
    "Atualize a página: a equipe pode ter mudado.",
)
NOTHING_CHOSEN: Final = error(
    "ROU-NOTHING",
    "Nenhuma via foi escolhida.",
    "Escolha uma via para ao menos um membro da equipe.",
)
WHOLE_TEAM: Final = error(
    "ROU-WHOLE",
    "A via {way} pede a equipe inteira, e ficaria de fora: {members}.",
    "Escolha esta via para todos, ou outra via para quem iria por ela.",
)
REASON_ASKED: Final = error(
    "ROU-REASON",
    "Diga por que a via escolhida não é a sugerida.",
    "Escreva o motivo em poucas palavras: fica gravado com a decisão.",
)
CHANGED: Final = error(
    "ROU-CHANGED",
    "Algo mudou desde que a página foi aberta: um acordo, um preço, um prazo ou a própria cirurgia.",
    "Veja a escolha de novo e decida com o que vale agora.",
)
CLAIMED: Final = error(
    "ROU-CLAIMED",
    "O ato {procedure} de {member} já é cobrado por {way}.",
    "Registre a recusa ou retire aquela cobrança antes de escolher outra via.",
)
LOCKED_CASE: Final = error(
    "ROU-CASE",
    "A cirurgia está {status} e não admite escolha de via.",
    "Só se escolhe a via de uma cirurgia que não foi cancelada.",
)
NOT_PERFORMED: Final = error(
    "ROU-NOT-PERFORMED",
    "A cirurgia ainda não foi realizada: não há atendimento onde lançar.",
    "Registre a realização na página da cirurgia e volte aqui para lançar.",
)
NOTHING_OPEN: Final = error(
    "ROU-NO-CLAIM",
    "Não há cobrança decidida à espera de lançamento.",
    "Decida a via primeiro; o que já foi lançado não se lança de novo.",
)
NOT_AUTHORISED: Final = error(
    "ROU-NOT-AUTHORISED",
    "O ato {procedure} não foi autorizado: não tem valor a cobrar do convênio.",
    "Peça a autorização do código, ou tire o ato da decisão.",
)
NO_CONTRACT: Final = error(
    "ROU-CONTRACT",
    "Nenhum contrato do catálogo dá preço a {procedure} pela via {way}.",
    "Cadastre o contrato dessa via, ou diga no acordo qual contrato vale.",
)
CLOSED_SINCE: Final = error(
    "ROU-CLOSED-SINCE",
    "O ato {procedure} de {member} não pode ser lançado: a via {way} está fechada ({rule}). {reason}",
    "Resolva o motivo, ou decida outra via, e lance de novo.",
)
WRONG_STATE: Final = error(
    "ROU-STATE",
    "A cobrança está {state} e não pode ficar {wanted}.",
    "Atualize a página: outra pessoa pode ter mudado a cobrança.",
)
REASON_OF_CLAIM: Final = error(
    "ROU-CLAIM-REASON",
    "Diga por que a cobrança foi recusada ou retirada.",
    "Escreva o motivo: ele fica gravado e ajuda o recurso.",
)
AMOUNTS: Final = error(
    "ROU-AMOUNTS",
    "Os valores não conferem: {what}.",
    "A glosa vai até o apresentado, e o recuperado até a glosa.",
)
DAYS: Final = error(
    "ROU-DAYS",
    "O pagamento em {paid} é anterior à apresentação em {presented}.",
    "Corrija uma das datas.",
)
FUTURE: Final = error(
    "ROU-FUTURE", "A data {day} ainda não chegou.", "Informe o dia em que aconteceu."
)
CHANGE_RANGE: Final = error(
    "ROU-INPUT",
    "“{value}” não serve para {title}.",
    "Escreva um percentual de 0 a 100, ou dias de 0 a {most}.",
)
BESIDE_ADVICE: Final = warning(
    "ROU-NOT-ADVISED",
    "{member}: escolhida {chosen}; a sugestão era {advised}.",
    "O motivo fica gravado com a decisão.",
)
CONDITIONS: Final = warning(
    "ROU-CONDITIONS",
    "{member}: a via {way} depende de {count} confirmação(ões).",
    "As perguntas viraram pendências da cirurgia.",
)
STILL_ASKS: Final = warning(
    "ROU-STILL-ASKS",
    "O ato {procedure} de {member} foi lançado pela via {way} com o que confirmar ({rules}).",
    "Veja a escolha da via na cirurgia e confirme antes do prazo de entrega.",
)
