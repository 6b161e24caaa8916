"""What can become of a line: priced, or the reason why not, with the words for people."""

from __future__ import annotations

from enum import IntEnum
from typing import Final, Self


class Stage(IntEnum):
    """The last step of the calculation that a line got through; columns of later steps are empty."""

    CHECKED = 1
    CONTRACT = 2
    RULE = 3
    ROW = 4
    COMPONENTS = 5
    FACTORS = 6
    VALUE = 7


class Status(IntEnum):
    """Outcome of one line, in the order of the checks (``docs: how a value comes to be, 3``)."""

    stage: Stage
    message: str
    tip: str

    def __new__(cls, value: int, stage: Stage, message: str, tip: str = "") -> Self:
        """Make the member from its number, the last step that went well, and the words for people."""
        member = int.__new__(cls, value)
        member._value_ = value
        member.stage = stage
        member.message = message
        member.tip = tip
        return member

    @property
    def code_name(self) -> str:
        """The stable name in files and APIs: ``no_price``."""
        return self.name.lower()

    PRICED = 0, Stage.VALUE, "Calculado."
    MISSING_CODE = 1, Stage.CHECKED, "Código do procedimento vazio.", "Informe o código TUSS."
    INVALID_CODE = (
        2,
        Stage.CHECKED,
        "Código do procedimento inválido.",
        "Use de 1 a 10 algarismos, com ou sem pontos e hífen.",
    )
    MISSING_START = 3, Stage.CHECKED, "Início do ato vazio.", "Informe data e hora do início."
    INVALID_START = (
        4,
        Stage.CHECKED,
        "Início do ato inválido.",
        "Use AAAA-MM-DD HH:MM ou DD/MM/AAAA HH:MM. Em vez de 24:00, use 00:00 do dia seguinte.",
    )
    INVALID_END = (
        5,
        Stage.CHECKED,
        "Fim do ato inválido.",
        "Use AAAA-MM-DD HH:MM ou DD/MM/AAAA HH:MM. Em vez de 24:00, use 00:00 do dia seguinte.",
    )
    START_AFTER_END = (
        6,
        Stage.CHECKED,
        "Início maior que o final.",
        "Confira as horas; se o ato passou da meia-noite, some um dia ao final.",
    )
    ACT_TOO_LONG = (
        7,
        Stage.CHECKED,
        "Ato com mais de 366 dias.",
        "Confira as datas de início e fim.",
    )
    MISSING_ROLE = (
        8,
        Stage.CHECKED,
        "Função do médico obrigatória.",
        "Informe a função (grau de participação).",
    )
    INVALID_ROLE = (
        9,
        Stage.CHECKED,
        "Função do médico desconhecida.",
        "Use o código da tabela TISS 35, de 00 a 13, ou o nome: cirurgião, 1º auxiliar, anestesista…",
    )
    INVALID_ACCESS_ROUTE = (
        10,
        Stage.CHECKED,
        "Via de acesso desconhecida.",
        "Use 1 (única), 2 (mesma via) ou 3 (diferentes vias).",
    )
    INVALID_PROCEDURE_KIND = (
        11,
        Stage.CHECKED,
        "Tipo do procedimento desconhecido.",
        "Use principal ou secundário.",
    )
    INVALID_RANK = 12, Stage.CHECKED, "Ordem do ato inválida.", "Use um número de 1 a 99."
    INVALID_CHARACTER = (
        13,
        Stage.CHECKED,
        "Caráter do atendimento desconhecido.",
        "Use 1 (eletivo) ou 2 (urgência/emergência).",
    )
    INVALID_SETTING = 14, Stage.CHECKED, "Tipo de paciente desconhecido.", "Use interno ou externo."
    INVALID_TECHNIQUE = (
        15,
        Stage.CHECKED,
        "Técnica desconhecida.",
        "Use 1 (convencional), 2 (vídeo) ou 3 (robótica).",
    )
    INVALID_LATERALITY = (
        16,
        Stage.CHECKED,
        "Lateralidade desconhecida.",
        "Use esquerda, direita ou bilateral.",
    )
    INVALID_ADMISSION = (
        17,
        Stage.CHECKED,
        "Data de internação inválida.",
        "Use AAAA-MM-DD ou DD/MM/AAAA.",
    )
    INVALID_AGE = 18, Stage.CHECKED, "Idade inválida.", "Informe a idade em meses, de 0 a 2400."
    INVALID_WEIGHT = 19, Stage.CHECKED, "Peso inválido.", "Informe o peso em gramas, de 1 a 999999."
    INVALID_QUANTITY = (
        20,
        Stage.CHECKED,
        "Quantidade inválida.",
        "Use um número inteiro de 1 a 999; negativo só em estorno.",
    )
    NOT_AUTHORISED = (
        21,
        Stage.CHECKED,
        "Código não autorizado pelo convênio: sem valor.",
        "Peça a autorização ou retire o ato.",
    )
    UNKNOWN_CONTRACT = (
        22,
        Stage.CHECKED,
        "Contrato não cadastrado.",
        "Confira o identificador do contrato no catálogo.",
    )
    MISSING_CONTRACT = (
        23,
        Stage.CHECKED,
        "Contrato não informado.",
        "Informe o contrato, ou convênio, unidade de faturamento e via de faturamento.",
    )
    NO_CONTRACT = (
        24,
        Stage.CHECKED,
        "Nenhum contrato vigente para convênio, unidade e via de faturamento.",
        "Cadastre o contrato ou confira a data do ato.",
    )
    CONTRACT_NOT_IN_FORCE = (
        25,
        Stage.CHECKED,
        "Contrato sem condições vigentes na data.",
        "Cadastre as condições da data ou confira a data do ato.",
    )
    NO_STANDARD = (
        26,
        Stage.CONTRACT,
        "Padrão de faturamento sem regras vigentes na data.",
        "Cadastre as regras do padrão para a data.",
    )
    EXCLUDED = (
        27,
        Stage.RULE,
        "O contrato não paga este item.",
        "Veja a regra de preço que o exclui.",
    )
    UNKNOWN_CODE = (
        28,
        Stage.RULE,
        "Código em nenhuma tabela do catálogo.",
        "Confira o código ou importe a tabela que o contém.",
    )
    NO_PRICE = 29, Stage.RULE, "Item sem preço.", "Inclua o código em uma das tabelas do contrato."
    PRICE_NOT_IN_FORCE = (
        30,
        Stage.RULE,
        "Item sem preço vigente para a data, função, acomodação e regime.",
        "Inclua uma vigência que cubra a data.",
    )
    NO_ANAESTHETIC_PORTE = (
        31,
        Stage.ROW,
        "Item sem porte anestésico.",
        "Se houve anestesista, use o código próprio da anestesia.",
    )
    NO_ANAESTHETIST = (
        32,
        Stage.ROW,
        "Porte anestésico 0: anestesia local, sem anestesista.",
        "Retire a linha do anestesista.",
    )
    NO_COEFFICIENT = (
        33,
        Stage.ROW,
        "Falta o valor do coeficiente (CH, porte, UCO, filme) na data.",
        "Complete as condições financeiras do contrato.",
    )
    NO_ACCOMMODATION_FACTOR = (
        34,
        Stage.COMPONENTS,
        "Acomodação sem fator no contrato.",
        "Informe uma acomodação do anexo Acomodação do contrato, ou inclua esta nele.",
    )
    NO_ROLE_PERCENT = (
        35,
        Stage.COMPONENTS,
        "Função sem percentual no padrão de faturamento.",
        "Complete o percentual da função no padrão.",
    )
    ZERO_PRICE = (
        36,
        Stage.FACTORS,
        "Valor do honorário deve ser maior que zero.",
        "Confira o valor na tabela e os ajustes do contrato.",
    )
    AMOUNT_TOO_LARGE = (
        37,
        Stage.FACTORS,
        "Valor acima de R$ 10 bilhões.",
        "Confira os coeficientes e fatores do contrato.",
    )


STATUS_NAMES: Final = tuple(status.code_name for status in Status)
