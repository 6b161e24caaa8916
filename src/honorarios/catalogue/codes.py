"""Findings about a catalogue: its files, its documents, its prices, and how they hold together."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error, warning

# The folder and its files.

NO_FOLDER: Final = error(
    "CAT-NO-FOLDER",
    "A pasta do catálogo não existe.",
    "Confira o caminho; a pasta é a que contém catalogue.yaml.",
)
NOT_FOLDER: Final = error(
    "CAT-NOT-FOLDER",
    "O caminho é de um arquivo; um catálogo é uma pasta.",
    "Indique a pasta que contém catalogue.yaml.",
)
NO_MANIFEST: Final = error(
    "CAT-NO-MANIFEST",
    "Falta o arquivo catalogue.yaml: a pasta não é um catálogo.",
    "{inside}Para que ela seja um, crie catalogue.yaml com ao menos “name: Nome do catálogo”.",
)
UNREADABLE: Final = error(
    "CAT-UNREADABLE", "O arquivo não pôde ser lido: {reason}.", "Confira o caminho e a permissão."
)
UNKNOWN_FILE: Final = warning(
    "CAT-UNKNOWN-FILE",
    "“{name}” não faz parte de um catálogo e não foi lido.",
    "{near}Cada documento fica em schedules, coefficients, standards, contracts ou calendars,"
    " com a extensão .yaml.",
)
UNUSED_PRICES: Final = warning(
    "CAT-UNUSED-PRICES",
    "Nenhuma edição usa o arquivo de preços “{name}”.",
    "Cite-o no campo prices de uma edição, ou apague-o.",
)
FILE_NAME: Final = error(
    "CAT-FILE-NAME",
    "O arquivo se chama “{name}”, mas o id do documento é “{id}”.",
    "Dê ao arquivo o nome {id}.yaml, ou corrija o id.",
)

# YAML.

YAML_TOO_LARGE: Final = error(
    "CAT-YAML-TOO-LARGE",
    "O arquivo tem {megabytes} MB; o limite de um documento é {limit} MB.",
    "Preços ficam em CSV ou Parquet; divida o documento.",
)
YAML_EMPTY: Final = error(
    "CAT-YAML-EMPTY", "O arquivo está vazio.", "Escreva o documento, ou apague o arquivo."
)
YAML_NOT_UTF8: Final = error(
    "CAT-YAML-NOT-UTF8", "O arquivo não está em UTF-8.", "Salve-o de novo com a codificação UTF-8."
)
YAML_SYNTAX: Final = error(
    "CAT-YAML-SYNTAX",
    "O YAML está malformado aqui: {reason}.",
    "Confira recuos, dois-pontos, colchetes e aspas desta linha e da anterior.",
)
YAML_DUPLICATE_KEY: Final = error(
    "CAT-YAML-DUPLICATE-KEY",
    "“{key}” aparece duas vezes; a primeira está na linha {first}.",
    "Deixe só uma.",
)
YAML_ALIAS: Final = error(
    "CAT-YAML-ALIAS",
    "Âncoras e referências (& e *) não são aceitas.",
    "Escreva o valor por extenso.",
)
YAML_TAG: Final = error("CAT-YAML-TAG", "A marca “{tag}” não é aceita.", "Apague-a.")
YAML_DOCUMENTS: Final = error(
    "CAT-YAML-DOCUMENTS",
    "O arquivo tem mais de um documento (---).",
    "Ponha cada documento em um arquivo.",
)
YAML_KEY: Final = error(
    "CAT-YAML-KEY", "Uma chave tem de ser um nome simples.", "Não use listas nem mapas como chave."
)
YAML_DEPTH: Final = error(
    "CAT-YAML-DEPTH",
    "O documento tem mais de {limit} níveis.",
    "Confira se há colchetes ou chaves demais.",
)

# Fields of documents.

MISSING_FIELD: Final = error("CAT-MISSING-FIELD", "Falta “{field}”.", "Acrescente o campo.")
UNKNOWN_FIELD: Final = error(
    "CAT-UNKNOWN-FIELD", "Não existe o campo “{field}”.", "{near}Os campos daqui são: {known}."
)
EMPTY_FIELD: Final = error("CAT-EMPTY-FIELD", "“{field}” está vazio.", "Preencha o campo.")
NOT_NUMBER: Final = error(
    "CAT-NOT-NUMBER",
    "“{value}” não é um número.",
    "Escreva só algarismos, com ponto antes dos decimais: 1234.56.",
)
NOT_INTEGER: Final = error(
    "CAT-NOT-INTEGER", "“{value}” não é um número inteiro.", "Escreva sem decimais: 24."
)
TOO_PRECISE: Final = error(
    "CAT-TOO-PRECISE",
    "“{value}” tem mais casas decimais do que se guarda: {places}.",
    "Escreva o valor que o contrato diz, sem arredondamentos de planilha.",
)
OUT_OF_RANGE: Final = error(
    "CAT-OUT-OF-RANGE", "“{value}” está fora do que se aceita: {range}.", "Confira o valor."
)
NOT_DATE: Final = error(
    "CAT-NOT-DATE", "“{value}” não é uma data.", "Escreva ano-mês-dia: 2025-12-31."
)
NOT_BOOLEAN: Final = error(
    "CAT-NOT-BOOLEAN", "“{value}” não é sim nem não.", "Escreva true ou false."
)
NOT_LISTED: Final = error(
    "CAT-NOT-LISTED", "“{value}” não está na lista.", "{near}Aceitam-se: {known}."
)
BAD_FORM: Final = error("CAT-BAD-FORM", "“{value}” não tem a forma que “{field}” pede.", "{form}")
BAD_RANGE: Final = error(
    "CAT-BAD-RANGE",
    "“{value}” não é uma faixa de códigos.",
    "Os dois códigos têm o mesmo número de algarismos, o menor primeiro: 10101012-10101039.",
)
WRONG_SHAPE: Final = error(
    "CAT-WRONG-SHAPE",
    "“{field}” tem de ser {shape}.",
    "Listas têm um item por linha, com “- ”; grupos de campos têm um “campo: valor” por linha.",
)
VALIDITY_ORDER: Final = error(
    "CAT-VALIDITY-ORDER",
    "A vigência termina ({last}) antes de começar ({first}).",
    "Corrija uma das datas.",
)
EXCLUDED_WITH_PRICE: Final = error(
    "CAT-EXCLUDED-WITH-PRICE",
    "Uma regra que exclui não pode ter preço, tabela nem coeficientes.",
    "Apague excluded, ou o preço.",
)
DIFFERENCE_WITHOUT_FACTOR: Final = error(
    "CAT-DIFFERENCE-WITHOUT-FACTOR",
    "A diferença de honorário toma o fator do parâmetro, e não há um.",
    "Preencha difference_factor, ou use difference_factor_source: BED.",
)
BAD_VALUE: Final = error(
    "CAT-BAD-VALUE", "O valor de “{field}” não é aceito: {reason}.", "Confira o valor."
)

# Price files.

NO_PRICE_FILE: Final = error(
    "CAT-NO-PRICE-FILE",
    "O arquivo de preços “{name}” não existe.",
    "{near}Ele fica na pasta schedules, ao lado do documento da tabela.",
)
PRICE_COLUMN: Final = error(
    "CAT-PRICE-COLUMN",
    "Não existe a coluna “{column}” em um arquivo de preços.",
    "{near}Apague-a, ou dê a ela um nome da referência.",
)
PRICE_COLUMN_TYPE: Final = error(
    "CAT-PRICE-COLUMN-TYPE",
    "A coluna “{column}” guarda listas ou estruturas.",
    "Grave-a como texto, número, data ou sim/não.",
)
PRICE_COLUMN_TWICE: Final = error(
    "CAT-PRICE-COLUMN-TWICE", "A coluna “{column}” aparece duas vezes.", "Apague uma delas."
)
PRICE_COLUMN_MISSING: Final = error(
    "CAT-PRICE-COLUMN-MISSING", "Falta a coluna “{column}”.", "{near}Ela é obrigatória."
)
NO_PRICES: Final = warning(
    "CAT-NO-PRICES",
    "O arquivo de preços não tem nenhuma linha.",
    "Confira se é o arquivo certo.",
)
ROW_WIDTH: Final = error(
    "CAT-ROW-WIDTH",
    "A linha tem {cells} células e o cabeçalho tem {headers}.",
    "Ponha entre aspas o texto que contém o separador;"
    " se for a última linha, o arquivo está cortado.",
)
ROW_WITHOUT_PORTE: Final = error(
    "CAT-ROW-WITHOUT-PORTE", "O código {code} tem base PORTE e nenhum porte.", "Preencha porte: 8A."
)
ROW_WITHOUT_UNIT: Final = error(
    "CAT-ROW-WITHOUT-UNIT",
    "O código {code} tem base UNIT e não diz a unidade.",
    "Preencha unit com o nome da unidade: US.",
)
ROW_WITHOUT_PRICE: Final = error(
    "CAT-ROW-WITHOUT-PRICE",
    "O código {code} tem base {basis}, mas nem honorário nem custo operacional.",
    "Preencha fee ou operating_cost; para retirar o código da edição, use a base REMOVED.",
)
ROW_VALIDITY: Final = error(
    "CAT-ROW-VALIDITY",
    "A vigência do código {code} termina ({last}) antes de começar ({first}).",
    "Corrija uma das datas.",
)
ROW_AGES: Final = error(
    "CAT-ROW-AGES",
    "A idade mínima do código {code} ({least} meses) é maior que a máxima ({greatest}).",
    "Corrija uma das idades.",
)

# How documents hold together.

UNKNOWN_REFERENCE: Final = error(
    "CAT-UNKNOWN-REFERENCE",
    "Não existe {kind} “{name}” no catálogo.",
    "{near}Corrija o nome, ou acrescente o documento.",
)
INHERITANCE_CYCLE: Final = error(
    "CAT-INHERITANCE-CYCLE",
    "A edição “{edition}” acaba herdando de si mesma: {path}.",
    "Retire um dos inherits.",
)
LISTED_TWICE: Final = error(
    "CAT-LISTED-TWICE", "{kind} “{name}” aparece duas vezes.", "Deixe só uma vez."
)
RESERVED_UNIT: Final = error(
    "CAT-RESERVED-UNIT",
    "“{unit}” não pode ser escrito aqui.",
    "{tip}",
)
OVERLAP: Final = error(
    "CAT-OVERLAP",
    "As vigências se sobrepõem: {first} e {second}.",
    "Encerre a primeira na véspera do início da segunda.",
)
OPEN_END: Final = warning(
    "CAT-OPEN-END",
    "A vigência iniciada em {first} ficou aberta e é substituída em {second}.",
    "Para deixar claro, escreva valid_to: {last}.",
)
GAP: Final = warning(
    "CAT-GAP",
    "Não há nada em vigor de {first} a {last}.",
    "Confira se a falta é mesmo intencional.",
)
NOT_COVERED: Final = warning(
    "CAT-NOT-COVERED",
    "{kind} “{name}” não tem nada em vigor {days}, dentro destas condições.",
    "Acrescente a vigência que falta, ou encurte a das condições.",
)
CONTRACT_OVERLAP: Final = error(
    "CAT-CONTRACT-OVERLAP",
    "Este contrato e “{other}” valem para as mesmas linhas {days}.",
    "Encerre um deles, ou restrinja um por plano, prestador ou especialidade.",
)
PRICE_OVERLAP: Final = error(
    "CAT-PRICE-OVERLAP",
    "O código {code} tem dois preços para o mesmo dia: {first} e {second}.",
    "Encerre o primeiro na véspera do início do segundo, ou apague um deles.",
)
PRICE_OUTSIDE_EDITION: Final = warning(
    "CAT-PRICE-OUTSIDE-EDITION",
    "A vigência do código {code} ({days}) está toda fora da vigência da edição.",
    "Só um contrato que fixa a edição usará este preço.",
)
MISSING_COEFFICIENT: Final = warning(
    "CAT-MISSING-COEFFICIENT",
    "Falta o valor de {unit} {days}. Preços de “{table}” que dependem dele: {rows}, como o do"
    " código {code}.",
    "Acrescente o valor ao conjunto “{set}”; sem ele, essas linhas ficam sem preço.",
)
NO_COEFFICIENTS: Final = warning(
    "CAT-NO-COEFFICIENTS",
    "As condições não dizem o conjunto de coeficientes. Faltam os valores de: {units}. Preços de"
    " “{table}” que dependem deles: {rows}, como o do código {code}.",
    "Preencha coefficients; sem isso, essas linhas ficam sem preço.",
)
MISSING_PORTE: Final = warning(
    "CAT-MISSING-PORTE",
    "Dos 42 portes, {count} sem valor: {portes}.",
    "Complete a lista; uma linha de um porte sem valor não tem preço.",
)
PORTE_ORDER: Final = error(
    "CAT-PORTE-ORDER",
    "O porte {higher} ({higher_value}) não vale mais que o {lower} ({lower_value}).",
    "Confira os dois valores na fonte.",
)
OUTLIER: Final = warning(
    "CAT-OUTLIER",
    "O porte {porte} mudou {change}% desde {before}, e os demais {others}%.",
    "Confira {value} na fonte: pode ser erro de digitação.",
)
ROLE_WITHOUT_PERCENT: Final = warning(
    "CAT-ROLE-WITHOUT-PERCENT",
    "O padrão não diz o percentual de: {roles}.",
    "Preencha-os em roles; uma linha dessas funções não terá preço.",
)
UNKNOWN_ACCOMMODATION: Final = warning(
    "CAT-UNKNOWN-ACCOMMODATION",
    "A acomodação “{type}”, usada {where}, não está no anexo Acomodação destas condições.",
    "{near}Acrescente-a em accommodation, com o fator.",
)
ACCOMMODATION_TWICE: Final = error(
    "CAT-ACCOMMODATION-TWICE",
    "{names} são nomes da mesma acomodação, e {where} tem os dois.",
    "Deixe um só: as linhas podem usar qualquer um deles.",
)
ADJUSTMENT_BAND: Final = warning(
    "CAT-ADJUSTMENT-BAND",
    "O ajuste de {change}% passa da banda de ±20% da CBHPM (item 1.3).",
    "Se é o que o contrato diz, não há o que corrigir.",
)
SPECIAL_TWICE: Final = error(
    "CAT-SPECIAL-TWICE",
    "O valor específico de {unit} repete as condições de outro, na posição {first}.",
    "Deixe só um.",
)
UNREACHABLE_RULE: Final = warning(
    "CAT-UNREACHABLE-RULE",
    "A regra “{name}” nunca é usada: “{earlier}”, antes dela, vale para todas as linhas.",
    "Ponha a regra sem condições por último.",
)
BAD_HOLIDAY: Final = error(
    "CAT-BAD-HOLIDAY",
    "“{name}” não diz um dia válido do ano.",
    "Escreva day: 02-02 (mês e dia), ou as datas em dates.",
)
UNKNOWN_STATE: Final = error(
    "CAT-UNKNOWN-STATE", "“{state}” não é a sigla de um estado.", "Escreva como SP, MG ou RS."
)
UNKNOWN_TUSS: Final = warning(
    "CAT-UNKNOWN-TUSS",
    "O código {code} não está na TUSS.",
    "Confira o código; se a tabela não usa a TUSS, corrija tiss_code.",
)
AMOUNT_BOUND: Final = error(
    "CAT-AMOUNT-BOUND",
    "{quantity} de {unit} a R$ {value} passam de R$ {bound}.",
    "Confira a quantidade do código {code} e o valor da unidade.",
)
