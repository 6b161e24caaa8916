"""What a clerk reads: every table tried, every value and its source, the whole calculation."""

from __future__ import annotations

from typing import Final

import pytest

from honorarios.pricing.trace import as_text
from tests.trace.example import told

WHOLE = """\
MEMÓRIA DE CÁLCULO
31003079 · Apendicectomia <teste> · Cirurgião
15/03/2025 10:00
Total: R$ 2.230,01

Linha
  Identificador  1
  Contrato       contract
  Acomodação     Apartamento
  Caráter        Urgência/emergência

Contrato
  Contrato        Contrato (contract)  informado na linha
  Condições       desde 01/01/2020, sem fim  Fonte: exemplo
  Data do preço   15/03/2025 (início do ato)
  Padrão          Padrão  desde 01/01/2020, sem fim. Fonte: exemplo
  Regra de preço  Cláusula 4

Tabelas consultadas
  1. Especial do plano             não há: a linha não tem plano, ou o contrato nada diz dele
  2. De procedimentos do plano     não há: a linha não tem plano, ou o contrato nada diz dele
  3. Especial do contrato          não há
  4. De procedimentos do contrato  tem o preço  Tabela (schedule), edição 1

Preço na tabela
  Tabela            Tabela (schedule@1)  desde 01/01/2020, sem fim. Fonte: exemplo
  Linha da tabela   nº 0 do catálogo  Fonte: Página 7 & anexo
  Vigência          sem início nem fim
  Porte anestésico  4

Valores na data
  Honorário          1 × 8A a R$ 1.000,005  Valores, desde 01/01/2020, sem fim. Fonte: exemplo
  Custo operacional  2 × UCO a R$ 10,00  Valores, desde 01/01/2020, sem fim. Fonte: exemplo

Fatores
  Ajuste do contrato: honorário          × 0,85  Cláusula 4
  Ajuste do contrato: custo operacional  × 1  Cláusula 4
  Acomodação                             × 2  anexo Acomodação do contrato: Apartamento
  Hora extra                             + 30 %  Sábado (padrão Padrão)
                                         vale a hora do início do ato
                                         Sábado, + 30 %: aberto no início do ato
  Pediatria                              + 0 %  idade não informada
  Técnica                                × 1  convencional
  Bilateral                              + 0 %  um lado só
  Função                                 100 %  Cirurgião
  Via de acesso                          100 %  ato principal

Modo de calcular
  Acréscimos      multiplicam-se
  Alcance         os fatores tocam só o honorário
  Arredondamento  meio centavo para cima  no valor unitário, antes da quantidade

Cálculo
  Honorário                                  R$ 1.000,005
    ajuste do contrato  × 0,85               R$ 850,00425
    acomodação          × 2                 R$ 1.700,0085
    hora extra          × 1,3              R$ 2.210,01105
  Custo operacional                              R$ 20,00
  Valor unitário        de R$ 2.230,01105     R$ 2.230,01
  Total                                       R$ 2.230,01
"""


def test_the_whole_text() -> None:
    text = as_text(told())
    body, _, footer = text.rpartition("\n\n")
    assert body + "\n" == WHOLE
    assert footer.startswith("Exemplo, sha256:")
    assert footer.endswith("(honorarios.trace/1)")


LINES: Final[list[dict[str, object]]] = [
    {},
    {"code": "99"},
    {"code": "31009115"},
    {"accommodation": "suite"},
    {"contract": "um-contrato-de-nome-" + "muito-" * 20 + "comprido"},
    {"start": "ontem"},
    {"quantity": -3},
    {"start": "2025-03-14 23:00", "end": "2025-03-15 01:00"},
]


@pytest.mark.parametrize("cells", LINES)
@pytest.mark.parametrize("width", [96, 80, 60, 40])
def test_no_line_is_wider_than_the_width_and_no_word_is_lost(
    cells: dict[str, object], width: int
) -> None:
    text = as_text(told(**cells), width)
    assert [line for line in text.splitlines() if len(line) > width or line != line.rstrip()] == []
    assert "".join(text.split()) == "".join(as_text(told(**cells), width=500).split())


def test_a_screen_too_narrow_for_a_table_gets_one_of_forty_columns() -> None:
    assert as_text(told(), width=1) == as_text(told(), width=40)


def test_what_has_no_room_beside_goes_below_its_own_column() -> None:
    text = as_text(told(), width=60)
    assert (
        """
  4. De procedimentos do contrato
                                  tem o preço
                                  Tabela (schedule), edição
                                  1
"""
        in text
    )
    assert (
        """
  Padrão          Padrão
                  desde 01/01/2020, sem fim. Fonte: exemplo
"""
        in text
    )


def test_amounts_stand_one_under_the_other_on_the_narrowest_screen() -> None:
    lines = as_text(told(), width=40).partition("\nCálculo\n")[2].splitlines()
    amounts = [line for line in lines if "R$" in line and " de R$" not in line]
    assert len(amounts) == 7
    assert {len(line) for line in amounts} == {40}


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"code": "99"}, ["Sem valor: Código em nenhuma tabela", "não tem o código"]),
        (
            {"code": "31009115"},
            ["Sem valor: Item sem preço vigente", "vigência de 01/01/2024 a 31/12/2024"],
        ),
        ({"code": "31009166"}, ["só tem o código para outra função, acomodação ou regime"]),
        (
            {"accommodation": "suite"},
            ["não tem “suite” para a linha; tem: Apartamento (apartment)", "falta"],
        ),
        ({"role": "second_assistant"}, ["o padrão não diz o percentual: 2º auxiliar"]),
        ({"contract": "outro"}, ["Sem valor: Contrato não cadastrado."]),
        ({"start": "2019-01-01 10:00"}, ["Contrato sem condições vigentes na data."]),
        ({"start": "ontem"}, ["ontem", "Início do ato inválido.", "24:00"]),
        ({"role": "anaesthetist"}, ["1 × 6B a R$ 400,00", "Porte anestésico  4"]),
        ({"quantity": -3}, ["Quantidade (estorno)", "× 3", "-R$ 6.690,03"]),
        ({"start": "2025-03-14 23:00", "end": "2025-03-15 01:00"}, ["fora do horário especial"]),
        ({"character": "elective"}, ["atendimento eletivo"]),
        ({"role": "first_assistant"}, ["60 %  1º auxiliar", "× 0,6"]),
    ],
)
def test_what_is_said(cells: dict[str, object], words: list[str]) -> None:
    text = as_text(told(**cells), width=200)
    for word in words:
        assert word in text, text
