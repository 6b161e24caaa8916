"""The printed opinion: one page, however large the team and however much there is to say."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest

from honorarios.core.vocabulary import Role
from honorarios.reports.model import Printing
from honorarios.reports.opinion import Figure, OpinionPage, Section, opinion_pdf
from honorarios.services.routing.opinion_page import COLUMNS

TEAM = (
    Role.SURGEON,
    Role.FIRST_ASSISTANT,
    Role.SECOND_ASSISTANT,
    Role.SCRUB_ASSISTANT,
    Role.ANAESTHETIST,
    Role.ANAESTHETIST_ASSISTANT,
)
LONG = (
    "O hospital não pediu os honorários com a autorização, ou o repasse não foi pedido. (honorários pedidos"
    " pelo hospital com a autorização) Com: comercial ou relacionamento com o corpo clínico ou faturamento."
    " (Cirurgião, 1º auxiliar, 2º auxiliar, Instrumentador)"
)


def page(items: int) -> OpinionPage:
    amounts = ("12.000,00", "-384,00", "-580,80", "-1.471,02", "-240,00", "9.324,18")
    row = ("Cooperativa COOPMED-RS", *amounts, "64", "04/12/2026")
    return OpinionPage(
        office="Hospital de demonstração (fictício)",
        title="Parecer: via de faturamento",
        subject="Cirurgia 2026/0001",
        on=date(2026, 11, 23),
        to="Convênio · Hospital · 30/11/2026",
        figures=(Figure(name="Líquido esperado", value="R$ 9.324,18", strong=True),),
        columns=COLUMNS,
        rows=tuple((role.label, *row) for role in TEAM),
        total=("Equipe", "", *amounts, "", ""),
        sections=tuple(
            Section(title=f"Lista {number}", items=(LONG,) * items, doing=number < 2)
            for number in range(6)
        ),
        note="Estimativas com parâmetros datados. " * 6,
    )


@pytest.mark.parametrize("items", [0, 1, 8])
def test_a_team_of_six_stands_on_one_page(items: int) -> None:
    made = opinion_pdf(page(items), Printing(at=datetime(2026, 11, 23, 8), by="Ana"))
    assert len(re.findall(rb"/Type/Page/", made)) == 1
    assert b"/StructTreeRoot" in made
