"""``python -m benchmarks.desk.jobs visitors N``: N sessions and the pages to look at, as JSON."""

from __future__ import annotations

import json
import sys
from random import Random
from typing import TYPE_CHECKING, Any, Final

from honorarios import config

if TYPE_CHECKING:
    from honorarios.records.models import Office

SEED: Final = 16
PAGES: Final = 300
"""Addresses of each kind of page to choose from."""


def main() -> None:
    """Do the job that the command line names."""
    name, *given = sys.argv[1:]
    config.setup()
    done = {"visitors": visitors}[name](*given)
    sys.stdout.write(json.dumps(done) + "\n")


def visitors(count: str) -> dict[str, Any]:
    """Clerks, each with a session, and addresses by kind of page."""
    from honorarios.services.demonstration import existing  # noqa: PLC0415 - after Django is set up

    office = existing()
    if office is None:
        raise RuntimeError("the database is not stocked")
    return {
        "cookies": [_session(office) for _ in range(int(count))],
        "pages": _pages(office),
        "empty_part": _empty_part(office),
    }


def _session(office: Office) -> str:
    from django.conf import settings  # noqa: PLC0415 - as above

    from honorarios.records.models import Membership  # noqa: PLC0415 - as above
    from honorarios.services import actor  # noqa: PLC0415 - as above
    from tests.web.signed import signed_in  # noqa: PLC0415 - as above

    member = Membership.objects.get(office=office, user__username="faturista")
    clerk = actor.of_member(user_id=member.user_id, office_id=office.pk)
    if clerk is None:
        raise RuntimeError("the demonstration has a clerk")
    return str(signed_in(clerk).cookies[settings.SESSION_COOKIE_NAME].value)


def _pages(office: Office) -> dict[str, list[str]]:
    from honorarios.records.models import Account, AccountPart, Payer  # noqa: PLC0415 - as above

    random = Random(SEED)
    accounts = list(Account.objects.filter(office=office).values_list("pk", flat=True))
    opened = AccountPart.objects.filter(office=office, status="open", payer__isnull=False)
    parts = list(opened.values_list("pk", flat=True)[:50_000])
    payers = list(Payer.objects.filter(office=office).values_list("code", flat=True))
    days = [f"{day:02}/{month:02}/2025" for month in (9, 10, 11) for day in range(1, 28, 3)]
    return {
        "work list": [
            "/contas/",
            *(f"/contas/?convenio={payer}" for payer in payers),
            *(f"/contas/?situacao={state}" for state in ("open", "closed", "released", "billed")),
            *(f"/contas/?de={day}&ate={day}" for day in days),
        ],
        "account": [f"/contas/{key}/" for key in random.choices(accounts, k=PAGES)],
        "fee tab": [f"/parciais/{key}/lancar/" for key in random.choices(parts, k=PAGES)],
        "fee lines": [
            "/lancamentos/",
            *(f"/lancamentos/?convenio={payer}" for payer in payers),
            *(f"/lancamentos/?de={day}&ate={day}" for day in days),
        ],
    }


def _empty_part(office: Office) -> int:
    """An open part to type a surgery on."""
    from honorarios.records.models import AccountPart  # noqa: PLC0415 - as above

    open_parts = AccountPart.objects.filter(office=office, status="open", payer__isnull=False)
    return int(open_parts.order_by("-pk").values_list("pk", flat=True)[0])


if __name__ == "__main__":
    main()
