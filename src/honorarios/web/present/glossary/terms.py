"""What was agreed: contracts, standards, tables, and from when to when they hold."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop as _

from honorarios.web.present.glossary.entry import Entry

ENTRIES: Final = (
    Entry(
        "agreement",
        _("acordo comercial"),
        _(
            "O que o hospital ou a cooperativa combinou com o convênio sobre honorários: alcance, "
            "tabelas, prazos e vigência. Sem acordo vigente, aquela via de faturamento não "
            "existe."
        ),
    ),
    Entry(
        "billing_standard",
        _("padrão de faturamento"),
        _(
            "As regras de conta de um convênio: percentuais das vias e dos auxiliares, faixas, "
            "hora extra, arredondamento e códigos."
        ),
    ),
    Entry(
        "contract_terms",
        _("condições contratuais"),
        _(
            "O acordo datado entre o convênio e a unidade: que tabelas valem, em que ordem, com "
            "que padrão e com que anexos."
        ),
    ),
    Entry(
        "financial_terms",
        _("condições financeiras"),
        _(
            "Quanto valem, em cada vigência, o CH, cada porte, a UCO e o filme. Mudar um valor "
            "faz nova vigência; a antiga fica."
        ),
    ),
    Entry(
        "price_table",
        _("tabela de preços"),
        _(
            "Lista de atos com o que cada um vale, em portes, em CH ou em reais. O contrato diz "
            "quais valem e em que ordem se procura."
        ),
    ),
    Entry(
        "procedure_table",
        _("tabela de procedimentos"),
        _("A tabela geral em que se procura o ato quando nenhuma tabela especial o tem."),
    ),
    Entry(
        "special_table",
        _("tabela especial"),
        _("Tabela negociada com o convênio. Vale sobre a geral para os atos que tem."),
    ),
    Entry(
        "validity",
        _("vigência"),
        _(
            "De que dia até que dia um valor ou uma regra vale. O que conta é o dia do ato, não o "
            "do lançamento."
        ),
    ),
)
