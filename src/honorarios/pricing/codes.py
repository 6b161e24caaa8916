"""Findings about pricing whole files: the input, the output, and what stands between them."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error, warning

# The input.

NO_INPUT: Final = error(
    "BAT-NO-INPUT", "A entrada não pôde ser aberta: {reason}.", "Confira o caminho e a permissão."
)
EMPTY: Final = error(
    "BAT-EMPTY", "O arquivo está vazio.", "Exporte as linhas de novo no sistema de origem."
)
NO_LINES: Final = error(
    "BAT-NO-LINES", "Não há nenhuma linha a calcular.", "Confira se é o arquivo certo."
)
NO_PARQUET: Final = error(
    "BAT-NO-PARQUET",
    "A pasta não tem arquivos .parquet.",
    "Indique um CSV, um Parquet ou uma pasta de Parquet.",
)
SPREADSHEET: Final = error(
    "BAT-SPREADSHEET",
    "Planilhas não são calculadas diretamente.",
    "Salve-a como CSV (UTF-8) e repita o comando.",
)
COMPRESSED: Final = error(
    "BAT-COMPRESSED", "O arquivo está compactado.", "Descompacte-o e repita o comando."
)
BINARY: Final = error(
    "BAT-BINARY",
    "O conteúdo não é texto nem Parquet.",
    "Exporte as linhas como CSV (UTF-8) ou Parquet.",
)
UTF16: Final = error(
    "BAT-UTF16",
    "O texto está em UTF-16 (“Texto Unicode”).",
    "Salve-o como “CSV UTF-8” e repita o comando.",
)
DAMAGED: Final = error(
    "BAT-DAMAGED",
    "O Parquet está danificado ou incompleto: {reason}.",
    "Obtenha o arquivo de novo.",
)
OTHER_COLUMNS: Final = error(
    "BAT-OTHER-COLUMNS",
    "As colunas deste arquivo não são as de {first}: {difference}.",
    "Grave todos os arquivos da pasta com as mesmas colunas e tipos.",
)
CHANGED: Final = error(
    "BAT-CHANGED",
    "A entrada mudou durante o cálculo.",
    "Espere a gravação dela terminar e repita o comando com --restart.",
)

# Its columns.

MISSING_COLUMN: Final = error(
    "BAT-MISSING-COLUMN",
    "Falta a coluna “{name}” ({title}).",
    "{near}O arquivo tem: {names}.",
)
MISSING_CONTRACT: Final = error(
    "BAT-MISSING-CONTRACT",
    "Nada diz o contrato das linhas.",
    "Inclua a coluna contract, ou payer, billing_unit e route. {near}O arquivo tem: {names}.",
)
DUPLICATE_COLUMN: Final = error(
    "BAT-DUPLICATE-COLUMN",
    "O cabeçalho tem a coluna “{name}” {count} vezes.",
    "Renomeie ou apague as repetidas.",
)
NEAR_COLUMN: Final = warning(
    "BAT-NEAR-COLUMN",
    "A coluna “{name}” não entra no cálculo: passa como veio.",
    "Se ela é “{title}”, troque o nome dela por {column}.",
)
NO_KIND: Final = warning(
    "BAT-NO-KIND",
    "Há via de acesso, mas não há a coluna do tipo do procedimento: todo ato conta como principal, a 100 %.",
    "Acrescente a coluna procedure_kind (principal ou secundário), ou dê esse nome à que já a tem.",
)
AMBIGUOUS_COLUMN: Final = error(
    "BAT-AMBIGUOUS-COLUMN",
    "Mais de uma coluna serve para “{name}”: {names}.",
    "Chame de {name} a que vale; as outras passam como estão.",
)
RESULT_NAMES: Final = error(
    "BAT-RESULT-NAMES",
    "A entrada tem colunas com nomes do resultado: {names}.",
    "Renomeie-as: o resultado não apaga colunas suas.",
)
PRICED_BEFORE: Final = warning(
    "BAT-PRICED-BEFORE",
    "A entrada já tinha sido calculada: as colunas do resultado anterior foram trocadas.",
    "Se quiser as duas, renomeie antes as do resultado anterior.",
)
COLUMN_TYPE: Final = error(
    "BAT-COLUMN-TYPE",
    "A coluna “{name}” é do tipo {type}, que não serve para {title}.",
    "{tip}",
)
CSV_TYPE: Final = error(
    "BAT-CSV-TYPE",
    "A coluna “{name}”, do tipo {type}, não cabe em um CSV.",
    "Grave o resultado em Parquet, ou retire a coluna.",
)

# The rows of a CSV.

RAGGED_ROW: Final = error(
    "BAT-RAGGED-ROW",
    "A linha tem {cells} células e o cabeçalho tem {columns}.",
    "Ponha entre aspas o texto que contém o separador, ou complete a linha.",
)
OPEN_QUOTES: Final = error(
    "BAT-OPEN-QUOTES",
    "Aspas abertas e não fechadas, ou célula enorme.",
    "Feche as aspas, ou dobre as que fazem parte do texto.",
)
MANY_REFUSED: Final = error(
    "BAT-MANY-REFUSED",
    "{count} linhas foram recusadas ao todo; só as primeiras são mostradas.",
    "Corrija a exportação e calcule de novo.",
)
NOT_CSV: Final = error(
    "BAT-NOT-CSV",
    "Aspas abertas e não fechadas em mais de {limit} linhas: isto não parece um CSV.",
    "Exporte as linhas de novo.",
)

# The output.

EXISTS: Final = error(
    "BAT-EXISTS",
    "A saída já existe.",
    "Indique outro nome, ou use --overwrite para trocá-la ao final.",
)
NOT_OURS: Final = error(
    "BAT-NOT-OURS",
    "A pasta tem outras coisas além de um resultado, e não será trocada.",
    "Indique outro nome para a saída.",
)
OVER_INPUT: Final = error(
    "BAT-OVER-INPUT",
    "A saída ficaria no lugar da entrada, ou dentro dela.",
    "Indique outro nome para a saída.",
)
OTHER_RUN: Final = error(
    "BAT-OTHER-RUN",
    "Há um cálculo interrompido que não é este: {difference}.",
    "Para descartá-lo e começar de novo, use --restart.",
)
IN_USE: Final = error(
    "BAT-IN-USE",
    "Outro processo está calculando para a mesma saída.",
    "Espere-o terminar, ou indique outro nome.",
)
LITTLE_DISK: Final = error(
    "BAT-LITTLE-DISK",
    "Faltará espaço em disco: o resultado precisa de cerca de {needed} MB e há {free} MB livres.",
    "Libere espaço ou indique a saída em outro disco.{tip}",
)
DISK_FULL: Final = error(
    "BAT-DISK-FULL",
    "O disco encheu durante a gravação.",
    "Libere espaço e repita o comando: o cálculo continua de onde parou.",
)
NOT_WRITTEN: Final = error(
    "BAT-NOT-WRITTEN",
    "A saída não pôde ser gravada: {reason}.",
    "Confira a pasta e a permissão de gravação, e repita o comando.",
)
OUT_SUFFIX: Final = error(
    "BAT-OUT-SUFFIX",
    "A saída não pode terminar em {suffix}.",
    "Termine o nome em .parquet ou .csv; um nome sem ponto é uma pasta de partes Parquet.",
)
NO_FOLDER: Final = error(
    "BAT-NO-FOLDER", "A pasta {folder} não existe.", "Crie-a, ou indique outra."
)
NO_SUCH_LINE: Final = error(
    "BAT-NO-SUCH-LINE",
    "O arquivo não tem a linha “{key}”.",
    "Confira o line_id; sem essa coluna, as linhas são numeradas a partir de 1.",
)
