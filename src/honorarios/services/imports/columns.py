"""The columns of a file of fees, under the names that hospitals' systems and people give them."""

from __future__ import annotations

from typing import Final

from honorarios.launching.reading import TITLES
from honorarios.tabular import TEXT, Column

PLACE: Final = (
    Column(
        "part",
        title="Id da parcial",
        aliases=("part id", "id parcial", "identificador da parcial"),
    ),
    Column(
        "attendance",
        title="Atendimento",
        aliases=(
            "número do atendimento",
            "nº do atendimento",
            "nº atendimento",
            "nr atendimento",
            "num atendimento",
            "cod atendimento",
            "código do atendimento",
            "registro do atendimento",
            "atend",
        ),
    ),
    Column(
        "hospital",
        title="Hospital",
        aliases=("código do hospital", "cod hospital", "estabelecimento"),
    ),
    Column(
        "account",
        title="Conta",
        aliases=("número da conta", "nº da conta", "nº conta", "nr conta", "num conta"),
    ),
    Column(
        "part_seq",
        title="Parcial",
        aliases=(
            "sequência da parcial",
            "seq parcial",
            "número da parcial",
            "nº da parcial",
            "nº parcial",
            "nr parcial",
        ),
    ),
    Column(
        "payer",
        title="Convênio",
        aliases=("código do convênio", "cod convênio", "operadora", "fonte pagadora"),
    ),
    Column(
        "billing_unit",
        title="Unidade de faturamento",
        aliases=("unidade", "código da unidade", "cod unidade"),
    ),
)
"""Where a row goes: what people have of an account part."""

CLOCK: Final = (
    Column(
        "day",
        title="Data",
        aliases=(
            "data do procedimento",
            "data procedimento",
            "dt procedimento",
            "data do ato",
            "data de realização",
            "data realização",
            "data de execução",
            "data execução",
        ),
    ),
    Column(
        "start_hour",
        title="Hora de início",
        aliases=("hora início", "hora inicial", "hr início", "hora do ato", "hora"),
    ),
    Column(
        "end_hour",
        title="Hora de fim",
        aliases=("hora fim", "hora final", "hr fim", "hora de término", "hora término"),
    ),
)
"""The hours of an act in a file that keeps the day and the clock apart."""

_ALIASES: Final[dict[str, tuple[str, ...]]] = {
    "code": (
        "código tuss",
        "cod tuss",
        "tuss",
        "código do procedimento",
        "código procedimento",
        "cod procedimento",
        "cod proc",
        "código sigtap",
        "código do item",
    ),
    "start": (
        "data e hora",
        "data hora",
        "data/hora",
        "data e hora de início",
        "data hora início",
        "início do ato",
        "início do procedimento",
    ),
    "end": (
        "término",
        "data e hora de fim",
        "data hora fim",
        "fim do ato",
        "fim do procedimento",
    ),
    "provider": (
        "código do prestador",
        "cod prestador",
        "médico",
        "código do médico",
        "cod médico",
        "profissional",
        "executante",
    ),
    "role": (
        "função",
        "grau de participação",
        "grau participação",
        "grau part",
        "participação",
        "posição profissional",
    ),
    "access_route": ("via acesso", "via"),
    "procedure_kind": ("tipo procedimento", "tipo de procedimento"),
    "quantity": ("quantidade executada", "qtd", "qtde", "quant"),
    "cost_centre": ("código do centro de custo", "cod centro de custo", "cc"),
    "outside_requested": ("fora conta",),
    "split_form": ("divisão",),
    "split_provider": ("prestador da divisão", "prestador divisão"),
    "technique": ("técnica utilizada",),
    "laterality": ("lado",),
    "rank": ("ordem do ato", "seq do ato"),
    "authorised": ("autorizada",),
    "package_decision": ("decisão pacote", "pacote"),
}
ENTRY: Final = tuple(
    Column(name, TEXT, required=name == "code", blank_allowed=True, title=title, aliases=aliases)
    for name, title in TITLES.items()
    # Special items enter by a verb of their own.
    if (aliases := _ALIASES.get(name)) is not None
)
"""What a row launches: the fields of an entry."""

# A header that fits several columns goes to the first of them.
FEES: Final = (*PLACE, *ENTRY, *CLOCK)
