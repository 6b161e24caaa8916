"""Findings about people's files: what keeps a file, a column or a row from being read."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error, warning

NO_FILE: Final = error(
    "TAB-NO-FILE",
    "O arquivo não pôde ser aberto: {reason}.",
    "Confira o caminho e a permissão de leitura.",
)
EMPTY: Final = error(
    "TAB-EMPTY", "O arquivo está vazio.", "Exporte-o de novo no sistema de origem."
)
TOO_LARGE: Final = error(
    "TAB-TOO-LARGE",
    "O arquivo tem {megabytes} MB; o limite é {limit} MB.",
    "Divida-o em partes ou retire as colunas que não interessam.",
)
BINARY: Final = error(
    "TAB-BINARY",
    "O conteúdo não é de tabela: nem texto, nem planilha, nem Parquet.",
    "Abra-o no programa de origem e salve como CSV ou XLSX.",
)
UNSUPPORTED: Final = error(
    "TAB-UNSUPPORTED",
    "O formato {format} não é lido.",
    "Salve como XLSX, ODS, CSV ou Parquet.",
)
DAMAGED: Final = error(
    "TAB-DAMAGED",
    "O arquivo está danificado ou incompleto e não pôde ser lido.",
    "Abra-o na planilha e salve uma cópia, ou obtenha-o de novo.",
)
PASSWORD: Final = error(
    "TAB-PASSWORD", "O arquivo tem senha.", "Salve uma cópia sem senha e importe a cópia."
)
BOMB: Final = error(
    "TAB-BOMB",
    "A planilha não é aberta: {reason}.",
    "Copie só as linhas que interessam para uma planilha nova.",
)
TOO_HEAVY: Final = error(
    "TAB-TOO-HEAVY",
    "A leitura do arquivo passou do limite de tempo ou de memória.",
    "Copie só as linhas que interessam para uma planilha nova, ou salve como CSV.",
)
TOO_MANY_ROWS: Final = error(
    "TAB-TOO-MANY-ROWS",
    "O arquivo tem mais de {limit} linhas.",
    "Divida-o em partes.",
)
TOO_MANY_COLUMNS: Final = error(
    "TAB-TOO-MANY-COLUMNS",
    "Há mais de {limit} colunas.",
    "Apague as colunas que não interessam.",
)
TOO_MANY_CELLS: Final = error(
    "TAB-TOO-MANY-CELLS",
    "A aba “{sheet}” se estende por {cells} células, quase todas vazias.",
    "Procure valores perdidos longe da tabela (Ctrl+End), ou copie-a para uma planilha nova.",
)
OPEN_QUOTES: Final = error(
    "TAB-OPEN-QUOTES",
    "As aspas desta linha não fecham como deveriam; o resto do arquivo não foi lido.",
    "Corrija as aspas da linha, ou exporte o arquivo de novo.",
)
CUT_TEXT: Final = error(
    "TAB-CUT-TEXT",
    "O arquivo termina no meio de um caractere: parece cortado.",
    "Copie-o ou exporte-o de novo.",
)
NO_SHEET: Final = error(
    "TAB-NO-SHEET", "Não há aba “{sheet}” na planilha.", "As abas são: {sheets}."
)
OTHER_SHEETS: Final = warning(
    "TAB-OTHER-SHEETS",
    "Só a aba “{sheet}” foi lida.",
    "Há também: {sheets}. Para ler outra, diga o nome dela.",
)
MISSING_COLUMN: Final = error(
    "TAB-MISSING-COLUMN",
    "Falta a coluna “{column}”.",
    "{near}Diga qual é: {name}=Cabeçalho. O arquivo tem: {headers}.",
)
UNKNOWN_HEADER: Final = error(
    "TAB-UNKNOWN-HEADER",
    "O mapeamento de “{column}” pede “{header}”, que não está no arquivo.",
    "{near}O arquivo tem: {headers}.",
)
UNKNOWN_COLUMN: Final = error(
    "TAB-UNKNOWN-COLUMN",
    "O mapeamento fala de “{column}”, que não é uma coluna desta importação.",
    "{near}As colunas são: {columns}.",
)
SAME_HEADER: Final = error(
    "TAB-SAME-HEADER",
    "Duas colunas do arquivo servem para “{column}”: {headers}.",
    "Renomeie uma delas, ou diga qual é: {name}=Cabeçalho.",
)
NO_ROWS: Final = error(
    "TAB-NO-ROWS", "Não há nenhuma linha abaixo do cabeçalho.", "Confira se é o arquivo certo."
)
EMPTY_CELL: Final = error("TAB-EMPTY-CELL", "“{column}” está vazio.", "Preencha a célula.")
MERGED: Final = error(
    "TAB-MERGED",
    "“{column}” está mesclado com as linhas {first} a {last}: só a linha {first} tem o valor.",
    "Na planilha, desfaça a mesclagem e repita o valor em cada linha.",
)
EXTRA_CELLS: Final = error(
    "TAB-EXTRA-CELLS",
    "A linha tem {cells} células e o cabeçalho tem {headers}: os valores podem estar deslocados.",
    "Ponha entre aspas o texto que contém o separador.",
)
LONG_CELL: Final = error(
    "TAB-LONG-CELL", "“{column}” tem mais de {limit} caracteres.", "Encurte o texto."
)
SHORT_LINE: Final = error(
    "TAB-SHORT-LINE",
    "A linha tem {length} posições; o leiaute pede {width}.",
    "O arquivo parece cortado: obtenha-o de novo.",
)
NOT_CODE: Final = error(
    "TAB-NOT-CODE",
    "“{value}”, em “{column}”, não é um código.",
    "Um código tem de 1 a 10 algarismos; pontos, hifens e espaços não contam.",
)
NOT_NUMBER: Final = error(
    "TAB-NOT-NUMBER",
    "“{value}”, em “{column}”, não é um número.",
    "Escreva como 1.234,56 ou 1234.56.",
)
OUT_OF_RANGE: Final = error(
    "TAB-OUT-OF-RANGE",
    "“{value}”, em “{column}”, está fora do que se aceita: {range}.",
    "Confira o valor.",
)
TOO_PRECISE: Final = error(
    "TAB-TOO-PRECISE",
    "“{value}”, em “{column}”, tem mais de {places} casas decimais.",
    "Arredonde na planilha (ARRED) para que o valor seja o que se vê.",
)
MIXED_NUMBERS: Final = error(
    "TAB-MIXED-NUMBERS",
    "“{value}”, em “{column}”, pode ser milhar ou decimal: a coluna tem números dos dois modos.",
    "Escreva com vírgula decimal (1.234,00) ou sem ponto de milhar.",
)
DOUBTFUL_NUMBERS: Final = warning(
    "TAB-DOUBTFUL-NUMBERS",
    "Em “{column}”, {count} valores como “{value}” foram lidos com ponto decimal.",
    "Se o ponto é de milhar, escreva a coluna com vírgula decimal (1.234,00).",
)
NOT_INTEGER: Final = error(
    "TAB-NOT-INTEGER",
    "“{value}”, em “{column}”, não é um número inteiro de {least} a {most}.",
    "Confira o valor.",
)
NOT_DATE: Final = error(
    "TAB-NOT-DATE",
    "“{value}”, em “{column}”, não é uma data.",
    "Escreva como 31/12/2025 ou 2025-12-31.",
)
NOT_BOOLEAN: Final = error(
    "TAB-NOT-BOOLEAN", "“{value}”, em “{column}”, não é sim nem não.", "Escreva sim ou não."
)
NOT_TERM: Final = error(
    "TAB-NOT-TERM",
    "“{value}”, em “{column}”, não está na lista.",
    "Aceitam-se: {known}.",
)
FILE_EXISTS: Final = error(
    "TAB-FILE-EXISTS",
    "O arquivo já existe e não foi trocado.",
    "Diga outro nome, ou apague o que existe.",
)
NOT_WRITTEN: Final = error(
    "TAB-NOT-WRITTEN",
    "O arquivo não pôde ser gravado: {reason}.",
    "Confira a pasta e a permissão de gravação.",
)
