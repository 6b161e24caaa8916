"""Findings of imports (REG-IMPORT): what keeps a file, a row or an undoing from being done."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error, warning

UNKNOWN_KIND: Final = error(
    "REG-IMPORT-KIND",
    "Não se importa “{kind}”.",
    "Importam-se: {known}.",
)
BAD_CONSTANT: Final = error(
    "REG-IMPORT-CONSTANT",
    "O valor fixo de “{column}” não pode ser usado.",
    "Dê valores fixos só a colunas desta importação que não sejam lidas do arquivo: {columns}.",
)
AGAIN: Final = warning(
    "REG-IMPORT-AGAIN",
    "Este arquivo já foi importado em {day} (importação {batch}); nada foi gravado de novo.",
    "Para importá-lo outra vez, desfaça antes a importação {batch}.",
)
RESUMED: Final = warning(
    "REG-IMPORT-RESUMED",
    "A importação {batch} deste arquivo tinha parado na linha {done} de {total}, e seguiu dali.",
    "Nada a fazer: as linhas já tratadas não foram repetidas.",
)
OTHER_OPTIONS: Final = error(
    "REG-IMPORT-OPTIONS",
    "Este arquivo começou a ser importado com outras opções (importação {batch}).",
    "Repita com o mesmo mapeamento e as mesmas opções, ou desfaça antes a importação {batch}.",
)
RUNNING: Final = error(
    "REG-IMPORT-RUNNING",
    "Outra pessoa ou programa está importando este mesmo arquivo (importação {batch}).",
    "Espere que termine: o arquivo tem efeito uma vez só. Se tiver parado, repita este comando.",
)
STOPPED: Final = warning(
    "REG-IMPORT-STOPPED",
    "A importação {batch} parou: das {total} linhas, as primeiras {done} estão gravadas.",
    "Resolvido o que a parou, repita a importação do mesmo arquivo: ela continua dali.",
)
GONE: Final = error(
    "REG-IMPORT-GONE",
    "A importação {batch} foi desfeita enquanto corria; as linhas seguintes não foram importadas.",
    "Para importar o arquivo, comece de novo.",
)
CHANGED: Final = error(
    "REG-IMPORT-CHANGED",
    "O arquivo tem agora {now} linhas, e tinha {before} quando a importação {batch} começou.",
    "Desfaça a importação {batch} e importe o arquivo de novo.",
)
NO_PLACE: Final = error(
    "REG-IMPORT-NO-PLACE",
    "A linha não diz de que atendimento ou parcial é.",
    "Preencha o número do atendimento, ou o identificador da parcial.",
)
NO_PLACE_COLUMN: Final = error(
    "REG-IMPORT-NO-PLACE-COLUMN",
    "Falta a coluna que diz onde lançar: o atendimento ou a parcial.",
    "{near}Diga qual é: attendance=Cabeçalho ou part=Cabeçalho. O arquivo tem: {headers}.",
)
NO_START_COLUMN: Final = error(
    "REG-IMPORT-NO-START-COLUMN",
    "Falta a coluna do início do ato: data e hora juntas, ou a data.",
    "{near}Diga qual é: start=Cabeçalho, ou day=Cabeçalho e start_hour=Cabeçalho."
    " O arquivo tem: {headers}.",
)
NO_PART: Final = error(
    "REG-IMPORT-NO-PART",
    "{what} não existe ou não está ao seu alcance.",
    "Confira o atendimento, a conta, a parcial e o convênio da linha.",
)
MANY_PARTS: Final = error(
    "REG-IMPORT-MANY-PARTS",
    "{what} tem mais de uma parcial que serve: {parts}.",
    "Diga qual é: preencha as colunas de parcial, conta ou convênio.",
)
BAD_NUMBER: Final = error(
    "REG-IMPORT-NUMBER",
    "“{value}”, em “{column}”, não é um número inteiro.",
    "Escreva só algarismos.",
)
ASKED: Final = warning(
    "REG-IMPORT-ASKED",
    "A linha espera resposta: {question}",
    "Responda às linhas pendentes da importação: confirmar ou recusar.",
)
HELD: Final = warning(
    "REG-IMPORT-HELD",
    "A linha espera confirmação: um lançamento idêntico já está na conta.",
    "Confirme se é outro ato, ou recuse se é o mesmo.",
)
DECLINED: Final = warning(
    "REG-IMPORT-DECLINED",
    "A linha não foi lançada, por decisão de quem importou.",
    "Para lançá-la, importe-a de novo em outro arquivo.",
)
NOTHING_PENDING: Final = warning(
    "REG-IMPORT-NOTHING-PENDING",
    "A importação {batch} não tem linhas que aguardem confirmação.",
    "Nada a fazer.",
)
STILL_RUNNING: Final = error(
    "EST-IMPORT-RUNNING",
    "A importação {batch} ainda não terminou.",
    "Repita a importação do arquivo até o fim, ou desfaça-a.",
)
UNDONE_ALREADY: Final = error(
    "EST-IMPORT-UNDONE",
    "A importação {batch} já foi desfeita.",
    "Nada a fazer.",
)
NOT_UNDOABLE: Final = error(
    "EST-IMPORT-REGISTERS",
    "Uma importação de cadastros não se desfaz: outros registros já podem depender deles.",
    "Corrija os cadastros, ou importe o arquivo anterior por cima.",
)
PARTS_NOT_OPEN: Final = error(
    "EST-IMPORT-PARTS",
    "A importação {batch} tem lançamentos em {count} parciais que já não estão abertas: {parts}.",
    "Reabra essas parciais, ou estorne os lançamentos um a um. Nada foi desfeito.",
)
NOTHING_REFUSED: Final = warning(
    "REG-IMPORT-NOTHING-REFUSED",
    "A importação {batch} não tem linhas recusadas; nenhum arquivo foi gravado.",
    "Nada a fazer.",
)
NOT_MOMENT: Final = error(
    "REG-IMPORT-MOMENT",
    "“{value}”, em “{column}”, não é uma data com hora.",
    "Escreva como 22/11/2025 10:00, até 23:59 e sem fuso.",
)
UNKNOWN: Final = error(
    "REG-IMPORT-UNKNOWN",
    "{title} “{value}” não existe ou não está ao seu alcance.",
    "Cadastre antes, ou corrija o código.",
)
SEVERAL: Final = error(
    "REG-IMPORT-SEVERAL",
    "{title} “{value}” existe em mais de um hospital.",
    "Preencha a coluna do hospital.",
)
DIFFERENT: Final = error(
    "REG-IMPORT-DIFFERENT",
    "{what} já está registrado com outros dados: {fields}.",
    "Uma importação não muda o que já está registrado: altere-o pela operação própria.",
)
WRONG_COOPERATIVE: Final = error(
    "REG-IMPORT-COOPERATIVE",
    "A cooperativa não combina com a via {route}.",
    "Diga qual cooperativa cobrou só onde a via é cooperativa; nas outras, deixe vazio.",
)
NO_SESSION: Final = error(
    "REG-IMPORT-SESSION",
    "Esta importação não está mais em preparação.",
    "Veja a lista das importações, ou comece outra com o arquivo.",
)
TOO_LARGE: Final = error(
    "REG-IMPORT-SIZE",
    "O arquivo passa de {megabytes} MB.",
    "Divida o arquivo em partes e importe uma de cada vez.",
)
CELLS: Final = error(
    "REG-IMPORT-CELLS",
    "A linha precisa ter {count} células, uma por coluna do arquivo.",
    "Recarregue a página e corrija a linha outra vez.",
)
TOO_MANY_JOBS: Final = error(
    "REG-IMPORT-MANY",
    "Você já tem {most} importações em curso.",
    "Espere uma terminar, ou pare uma delas.",
)
RIGHTS_CHANGED: Final = error(
    "REG-IMPORT-RIGHTS",
    "O seu acesso mudou durante a importação; ela parou.",
    "O que já foi importado fica. Quem ainda tem o acesso pode continuar com o mesmo arquivo.",
)
