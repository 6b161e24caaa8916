"""The navigation beside a page: the place that the page belongs to is marked, and no other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

MARKED: Final = re.compile(
    r'class="side__link" href="[^"]*" aria-current="page"><svg.*?</svg>([^<]+)', re.DOTALL
)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/", "Início"),
        ("/lancamentos/", "Lançamentos"),
        ("/lancamentos/lote/", "Alterações em lote"),
        ("/lancamentos/lotes/", "Alterações em lote"),
        ("/atendimentos/novo/", "Atendimentos"),
    ],
)
def test_a_page_stands_under_its_place(
    client_as: Callable[[str], Client], address: str, place: str
) -> None:
    page = client_as("faturista").get(address).content.decode()
    assert MARKED.findall(page) == [place]
