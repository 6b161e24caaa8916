"""What forms the value of an act: units, portes, factors and how it is rounded."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop as _

from honorarios.web.present.glossary.entry import Entry

ENTRIES: Final = (
    Entry(
        "accommodation_factor",
        _("fator de acomodação"),
        _(
            "O número que multiplica o honorário conforme a acomodação: 1 para a enfermaria e, em "
            "geral, 2 para o apartamento. O contrato pode dizer outro."
        ),
    ),
    Entry(
        "access_route_factor",
        _("fator da via de acesso"),
        _(
            "O percentual do ato secundário: em geral 50 % pela mesma via e 70 % por via "
            "diferente. O ato principal vale sempre 100 %."
        ),
    ),
    Entry(
        "anaesthetic_porte",
        _("porte anestésico"),
        _(
            "Classe que a tabela dá à anestesia do ato, de AN0 a AN8. Dele sai o honorário do "
            "anestesista, e por ele se escolhem as taxas automáticas de sala."
        ),
    ),
    Entry(
        "calculation_trace",
        _("memória de cálculo"),
        _(
            "Tudo o que formou um valor, em ordem: cada tabela com a sua vigência, cada fator e "
            "cada arredondamento. Fica guardada com o lançamento e não muda."
        ),
    ),
    Entry(
        "cbhpm",
        _("CBHPM"),
        _(
            "Classificação da Associação Médica Brasileira: dá a cada ato um porte, um custo "
            "operacional em UCO e, em alguns, filme. O valor em reais vem das vigências "
            "combinadas."
        ),
    ),
    Entry(
        "ch",
        _("CH"),
        _(
            "Coeficiente de honorários, a moeda das tabelas antigas: o ato vale tantos CH, e o "
            "contrato diz quanto vale um CH em reais."
        ),
    ),
    Entry(
        "factor",
        _("fator"),
        _(
            "Número que multiplica um valor no caminho da conta. A memória de cálculo mostra cada "
            "um e de onde veio."
        ),
    ),
    Entry(
        "film",
        _("filme"),
        _("A área de filme do exame, em metros quadrados, vezes o valor do metro na vigência."),
    ),
    Entry(
        "operating_cost",
        _("custo operacional"),
        _(
            "A parte do valor que paga o equipamento e o material, medida em UCO. Soma-se ao "
            "porte e não depende da acomodação."
        ),
    ),
    Entry(
        "overtime",
        _("hora extra"),
        _(
            "Acréscimo da urgência feita à noite, no fim de semana ou em feriado: em geral 30 %. "
            "O horário e o percentual são do padrão."
        ),
    ),
    Entry(
        "porte",
        _("porte"),
        _(
            "Classe que a CBHPM dá ao ato, de 1A a 14C. Cada porte tem um valor em reais na "
            "vigência; quanto mais complexo o ato, maior o porte."
        ),
    ),
    Entry(
        "quantity",
        _("quantidade"),
        _("Quantas vezes o ato foi feito. Alguns padrões pagam menos a partir da segunda vez."),
    ),
    Entry(
        "role_factor",
        _("percentual da função"),
        _(
            "Quanto a função recebe do honorário do ato: 100 % o cirurgião, menos os auxiliares. "
            "O anestesista tem porte próprio."
        ),
    ),
    Entry(
        "rounding",
        _("arredondamento"),
        _(
            "Onde a conta passa a centavos inteiros e como decide o meio centavo. O padrão de "
            "cada convênio diz o lugar e o modo."
        ),
    ),
    Entry(
        "surcharge",
        _("acréscimo"),
        _("Percentual que se soma ao honorário por uma condição do ato, como a hora extra."),
    ),
    Entry(
        "tiering",
        _("escalonamento"),
        _("Percentual que diminui a cada ato seguinte da mesma cirurgia."),
    ),
    Entry(
        "uco",
        _("UCO"),
        _(
            "Unidade de custo operacional da CBHPM. O ato tem uma quantidade de UCO, e a vigência "
            "diz quanto vale cada uma em reais."
        ),
    ),
)
