"""The options that describe one entry: a field of the launching form each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.cli.line_options import takes

if TYPE_CHECKING:
    from collections.abc import Callable

FIELDS: Final = {
    "code": ("CÓDIGO", "Código do procedimento."),
    "start": ("DATA HORA", "Início do ato: 2025-11-22 21:30 ou 22/11/2025 21:30."),
    "end": ("DATA HORA", "Fim do ato."),
    "provider": ("PRESTADOR", "Código do prestador."),
    "role": ("FUNÇÃO", "Código da tabela TISS 35, ou cirurgiao, primeiro auxiliar, anestesista…"),
    "access_route": ("VIA", "Via de acesso: 1 única, 2 mesma, 3 diferentes."),
    "procedure_kind": ("TIPO", "principal ou secundário."),
    "quantity": ("N", "Quantidade."),
    "cost_centre": ("CENTRO", "Código do centro de custo."),
    "outside_requested": ("SIM|NÃO", "Fora da Conta."),
    "split_form": ("FORMA", "Divisão de cobrança: por percentual ou por valor."),
    "split_provider": ("PRESTADOR", "Prestador da divisão de honorários."),
    "technique": ("TÉCNICA", "1 convencional, 2 vídeo, 3 robótica."),
    "laterality": ("LADO", "esquerda, direita ou bilateral."),
    "rank": ("N", "Ordem do ato na cirurgia."),
    "authorised": ("SIM|NÃO", "Se o convênio autorizou."),
    "package_decision": ("CONFIRM|DECLINE", "A resposta, se há pergunta sobre o pacote."),
}
"""Word for the value and help of each option, by the entry's field."""
PANEL: Final = "O lançamento"


def takes_entry(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command that takes ``**cells`` an option for each field of an entry."""
    return takes(command, FIELDS, PANEL)
