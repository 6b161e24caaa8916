"""Packages (gabaritos) in use on an account."""

from __future__ import annotations

from honorarios.api.call import Call
from honorarios.api.door import Door
from honorarios.api.fields import Given, Key, Moment
from honorarios.services import packages
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result
from honorarios.services.packages import PackageView

door = Door(tags=["Pacotes"])


class PackageNew(Given):
    """A package to put in use."""

    template_id: Key
    opened_at: Moment


class PackageEnd(Given):
    """When the open package goes out of use."""

    closed_at: Moment


@door.reads("/accounts/{account_id}/packages", Operation.ACCOUNTS_LIST, tuple[PackageView, ...])
def listed(call: Call, account_id: Key) -> Result[tuple[PackageView, ...]]:
    """Listar os pacotes de uma conta."""
    return packages.listed(actor=call.actor, account_id=account_id)


@door.writes("/accounts/{account_id}/packages", Operation.PACKAGES_OPEN, PackageView)
def open_package(
    call: Call, account_id: Key, body: PackageNew, dry_run: bool = False
) -> Result[PackageView]:
    """Abrir um pacote na conta; um de cada vez."""
    return packages.open_package(
        actor=call.actor,
        account_id=account_id,
        template_id=body.template_id,
        opened_at=body.opened_at,
        key=call.key,
        dry_run=dry_run,
    )


@door.writes("/accounts/{account_id}/packages/close", Operation.PACKAGES_OPEN, PackageView)
def close_package(
    call: Call, account_id: Key, body: PackageEnd, dry_run: bool = False
) -> Result[PackageView]:
    """Encerrar o pacote aberto da conta."""
    return packages.close_package(
        actor=call.actor,
        account_id=account_id,
        closed_at=body.closed_at,
        key=call.key,
        dry_run=dry_run,
    )
