"""Account parts: the account as it stands, and the verbs of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.api.call import Asked, Call
from honorarios.api.door import Door
from honorarios.api.fields import Given, Key, Reasoned, Words
from honorarios.services import fees, parts
from honorarios.services.fees import AccountView
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result
from honorarios.services.parts import PartAnswer

if TYPE_CHECKING:
    from collections.abc import Callable

door = Door(tags=["Contas e parciais"])

VERBS: Final = {
    "close": (parts.close, Operation.PARTS_CLOSE, "Encerrar uma parcial aberta."),
    "reopen": (parts.reopen, Operation.PARTS_REOPEN, "Reabrir uma parcial encerrada."),
    "release": (parts.release, Operation.PARTS_RELEASE, "Liberar uma parcial para faturar."),
    "unrelease": (parts.unrelease, Operation.PARTS_UNRELEASE, "Desfazer a liberação."),
    "cancel": (parts.cancel, Operation.PARTS_CANCEL, "Cancelar uma parcial em definitivo."),
}
"""The verbs that change nothing but a part's state: service, operation and title."""


class Invoice(Given):
    """A tax invoice that was issued."""

    number: Words


@door.reads("/accounts/{account_id}", Operation.ACCOUNTS_LIST, AccountView)
def account(call: Call, account_id: Key) -> Result[AccountView]:
    """Ler uma conta: as suas parciais, os lançamentos e as somas."""
    return fees.account(actor=call.actor, account_id=account_id)


def _verb(name: str, verb: Callable[..., Result[PartAnswer]], title: str) -> Callable[..., object]:
    def change(
        call: Call,
        part_id: Key,
        body: Reasoned,
        dry_run: bool = False,
    ) -> Result[PartAnswer]:
        return verb(
            actor=call.actor,
            part_id=part_id,
            version=call.version,
            reason=body.reason,
            key=call.key,
            dry_run=dry_run,
        )

    change.__name__, change.__doc__ = name, title
    return change


for _name, (_service, _operation, _title) in VERBS.items():
    door.writes(
        f"/parts/{{part_id}}/{_name}",
        _operation,
        PartAnswer,
        match=Asked.OPTIONAL,
        tag_of=lambda part: part.version,
    )(_verb(_name, _service, _title))


@door.writes(
    "/parts/{part_id}/tax-invoice",
    Operation.PARTS_INVOICE,
    PartAnswer,
    match=Asked.OPTIONAL,
    tag_of=lambda part: part.version,
)
def issue_tax_invoice(
    call: Call,
    part_id: Key,
    body: Invoice,
    dry_run: bool = False,
) -> Result[PartAnswer]:
    """Registrar a nota fiscal de uma parcial."""
    return parts.issue_tax_invoice(
        actor=call.actor,
        part_id=part_id,
        number=body.number,
        version=call.version,
        key=call.key,
        dry_run=dry_run,
    )
