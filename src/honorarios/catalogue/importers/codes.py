"""Findings of importing a fee schedule: what a list lacks to become one."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error, warning

# Rows.

NO_CODE: Final = error(
    "IMP-NO-CODE", "A linha tem preço e não tem código.", "Preencha o código, ou apague a linha."
)
CODE_LENGTH: Final = error(
    "IMP-CODE-LENGTH",
    "O código {code} tem {digits} algarismos; os desta tabela têm {expected}.",
    "Confira se a planilha perdeu zeros à esquerda ou algarismos.",
)
NOTHING_PRICED: Final = warning(
    "IMP-NOTHING-PRICED",
    "A linha não tem preço: parece um título.",
    "Se for um procedimento, preencha o valor.",
)
NO_SUS_FEE: Final = warning(
    "IMP-NO-SUS-FEE",
    "O procedimento {code} não tem valor de SP nem de SA: não há honorário a calcular.",
    "Nada a fazer: o SUS paga o procedimento de outro modo, ou só o serviço hospitalar.",
)
NOT_PORTE: Final = error(
    "IMP-NOT-PORTE",
    "“{value}”, em “{column}”, não é um porte.",
    "Escreva de 1A a 14C, com a fração antes se houver: 0,04 de 1A.",
)
TWO_PORTES: Final = error(
    "IMP-TWO-PORTES",
    "A linha diz {first} em uma coluna e {second} em outra.",
    "Deixe o porte e a fração em um só lugar.",
)
FRACTION_ALONE: Final = error(
    "IMP-FRACTION-ALONE", "A linha tem a fração {fraction} e não tem porte.", "Preencha o porte."
)
REPEATED: Final = warning(
    "IMP-REPEATED",
    "O código {code} repete a linha {line} com o mesmo preço.",
    "Nada a fazer: a primeira linha foi usada.",
)
CONFLICT: Final = error(
    "IMP-CONFLICT",
    "O código {code} aparece com preços diferentes nas linhas {lines}.",
    "Deixe uma linha, ou distinga-as por função, acomodação, regime ou vigência.",
)
BAD_WORD: Final = error("IMP-BAD-WORD", "“{value}” não serve para “{column}”.", "Escreva {form}.")

# What is asked for.

SELECTOR: Final = error(
    "IMP-SELECTOR",
    "“{key}” não diz a quem o preço vale.",
    "Escreva fee.role.FUNÇÃO, fee.accommodation.ACOMODAÇÃO ou fee.setting.REGIME:"
    " fee.accommodation.apartment=Apartamento.",
)
SELECTOR_TWICE: Final = error(
    "IMP-SELECTOR-TWICE",
    "“{key}” e “{other}” dizem o mesmo.",
    "Deixe só uma coluna para cada preço.",
)
OPTION: Final = error(
    "IMP-OPTION", "“{option}” não está na forma coluna=Cabeçalho.", "Exemplo: code=Código TUSS."
)
CONSTANT: Final = error(
    "IMP-CONSTANT",
    "“{column}” não é uma coluna de preços que possa ter um valor fixo.",
    "As colunas são: {columns}.",
)

# SIGTAP.

NOT_SIGTAP: Final = error(
    "IMP-NOT-SIGTAP",
    "O arquivo não parece ser a tabela de procedimentos do SIGTAP.",
    "Use tb_procedimento.txt do pacote do DATASUS, ou um CSV com co_procedimento, vl_sp e vl_sa.",
)
COMPETENCES: Final = error(
    "IMP-COMPETENCES",
    "O arquivo mistura competências: {competences}.",
    "Importe cada competência de um arquivo seu.",
)
NOT_COMPETENCE: Final = error(
    "IMP-NOT-COMPETENCE", "“{value}” não é uma competência.", "Escreva ano e mês: 202510."
)
NOT_CENTAVOS: Final = error(
    "IMP-NOT-CENTAVOS",
    "“{value}”, em “{column}”, não é um valor em centavos.",
    "Espera-se só algarismos: 000000001250 são R$ 12,50.",
)

# The whole list, and the catalogue that it goes to.

NO_PRICES: Final = error(
    "IMP-NO-PRICES",
    "Nenhuma linha do arquivo tem preço que se possa usar.",
    "Veja os motivos das linhas recusadas e o mapeamento das colunas.",
)
NOT_WHOLE: Final = error(
    "IMP-NOT-WHOLE",
    "Nada foi gravado. Linhas recusadas: {count}.",
    "Corrija-as, ou peça a importação parcial para gravar só as aceitas.",
)
EDITION_EXISTS: Final = error(
    "IMP-EDITION-EXISTS",
    "A tabela “{schedule}” já tem a edição “{edition}”; nada foi gravado.",
    "Dê outro nome à edição, ou peça a troca dos preços dela.",
)
HEAD_KEPT: Final = warning(
    "IMP-HEAD-KEPT",
    "Os preços da edição “{edition}” foram trocados; vigência, fonte e herança dela ficaram.",
    "Se mudaram também, corrija-as em {file}.",
)
OTHER_KIND: Final = error(
    "IMP-OTHER-KIND",
    "A tabela “{schedule}” do catálogo é do tipo {kind}, e a lista é do tipo {imported}.",
    "Importe com outro nome de tabela.",
)
PRICES_EXIST: Final = error(
    "IMP-PRICES-EXIST",
    "Já existe “{file}”, com outro conteúdo, e nenhuma edição o usa; nada foi gravado.",
    "Apague-o ou mova-o, e repita a importação.",
)
NOT_EDITABLE: Final = error(
    "IMP-NOT-EDITABLE",
    "O arquivo está escrito de um modo que não se completa sozinho; nada foi gravado.",
    "Escreva editions com um item por linha, começado por “- ”.",
)
NOT_WRITTEN: Final = error(
    "IMP-NOT-WRITTEN",
    "Não foi possível gravar: {reason}.",
    "Confira o espaço em disco e a permissão da pasta.",
)
