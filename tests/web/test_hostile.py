"""What nobody's screen sends: numbers, days and names that are none are told, or left out; nothing falls over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

import pytest

from honorarios.core.vocabulary import PartStatus
from honorarios.records.models import AccountPart

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.web.hospital import FictitiousHospital

pytestmark = pytest.mark.once

ENDLESS: Final = "9" * 5_000
"""More digits than Python reads as a number."""
ADDRESSES: Final = (
    ("/contas/", {"depois": ENDLESS}),
    ("/contas/", {"numero": f"1/{ENDLESS}"}),
    ("/contas/", {"paciente": "\0"}),
    ("/contas/conferencias/", {"parcial": ENDLESS}),
    ("/lancamentos/", {"parcial": ENDLESS, "de": "9999-12-31", "onde": "nada"}),
    ("/lancamentos/lote/", {"linha": "abc", "recalcular": "1"}),
    ("/lancamentos/lote/", {"novo_role": "zz"}),
    ("/remessas/", {"depois": ENDLESS}),
    ("/remessas/nova/", {"parcial": ENDLESS}),
    ("/atendimentos/", {"depois": ENDLESS}),
    ("/painel/", {"de": "0001-01-01", "ate": "9999-12-31"}),
    ("/painel/", {"ate": "0001-01-01"}),
    ("/demonstrativos/", {"ate": "9999-12-31"}),
    ("/busca/procedimentos/", {"q": "²", "parcial": "0" * 5_000, "inicio": "9999-12-31 23:59"}),
)


@pytest.mark.parametrize(("address", "query"), ADDRESSES)
def test_an_address_that_says_nonsense_is_answered(
    client_as: Callable[[str], Client], address: str, query: dict[str, str]
) -> None:
    assert client_as("faturista").get(address, query).status_code in {200, 303, 404, 422}


def test_an_account_marks_no_line_of_an_endless_number(
    hospital: FictitiousHospital, client_as: Callable[[str], Client]
) -> None:
    part = AccountPart.objects.filter(
        office=hospital.office, status=PartStatus.OPEN.code_name
    ).first()
    assert part is not None
    answer = client_as("faturista").get(f"/contas/{part.account_id}/", {"novas": f"1,{ENDLESS}"})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "step", ["add:name", "add:name.x", "add:terms.²", "remove:terms.²", "up:x"]
)
def test_a_step_that_no_button_asks_changes_nothing(
    client_as: Callable[[str], Client], step: str
) -> None:
    """Of the form of a contract, whose lists grow by buttons."""
    sent = {"_step": step, "name": "Contrato", "terms.0.id": "a", f"terms.{ENDLESS}.id": "b"}
    answer = client_as("administracao").post(
        "/condicoes/contratos/novo/",
        urlencode(sent),
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code == 200
