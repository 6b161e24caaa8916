"""``honorarios demo``: the fictitious hospital, made once, and what to try with it."""

from __future__ import annotations

import socket
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from honorarios.cli import screen
from honorarios.cli.progress import shown_count
from honorarios.cli.record import codes
from honorarios.cli.record.ending import end, no_traceback
from honorarios.cli.record.migrate import migrate_quietly
from honorarios.cli.record.opening import command, place
from honorarios.core.findings import Place

if TYPE_CHECKING:
    from honorarios.records.models import Office

NEXT: Final = """
Para continuar:
  {command} account show {account}{office}    # uma conta, com as suas parciais
  {command} fees list --part {part}{office}
  {command} part close {part} --dry-run{office}    # as conferências de encerramento
  {command} fees reverse {line} --reason "Lançado por engano"{office}
  {command} check    # prova de novo cada invariante
  {command} token create --user faturista --label teste{office}    # chave da API
  {command} serve    # as telas e a API"""

ANY_PORT: Final = 0
"""The port that means whichever is free."""

COUNTED: Final = {
    "payers": "Convênios",
    "providers": "Prestadores",
    "patients": "Pacientes",
    "attendances": "Atendimentos",
    "parts": "Parciais",
    "lines": "Lançamentos",
    "remittances": "Remessas",
    "users": "Usuários",
}
"""What is counted, with its name on the screen."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Rows to try commands with."""

    account: int
    part: int
    line: str
    """As commands call it."""


def show_hospital(seed: int, lines: int, *, as_json: bool) -> None:
    """Make the fictitious hospital if it isn't there, and show what it has and what to try."""
    office, examples = _open(seed, lines, as_json=as_json)
    if examples is not None and not as_json:
        _show_next(office, examples)


def serve_hospital(seed: int, lines: int, *, port: int | None) -> None:
    """Make the fictitious hospital if it isn't there, show it, and serve it until somebody ends it."""
    _open(seed, lines, as_json=False)
    from honorarios.cli.record import serve

    screen.write("\nAbra no navegador e entre como um deles:")
    if port is None:
        port = serve.PORT if _is_free(serve.PORT) else ANY_PORT
    serve.answer(serve.HOST, port)


def _is_free(port: int) -> bool:
    """Whether nobody serves at a port of this machine; who says no port is content with another."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def _open(seed: int, lines: int, *, as_json: bool) -> tuple[Office, Examples | None]:
    """The fictitious hospital, made if it isn't there, and shown."""
    migrate_quietly(as_json=as_json)
    from honorarios.services.demonstration import existing

    with no_traceback(as_json=as_json):
        office = existing()
        made = office is None
        if office is None:
            _refuse_beside_others(as_json=as_json)
            office = _make(seed, lines)
        counts, examples = _counts(office), _examples(office)
    if as_json:
        screen.write_json(_as_dict(office, counts, examples, made=made), "demo")
    else:
        if not made:
            screen.say("O hospital fictício já está nos registros: nada foi feito de novo.")
        _show(office, counts)
    return office, examples


def _refuse_beside_others(*, as_json: bool) -> None:
    """End the command where there are other offices: everybody knows the fictitious users' password."""
    from honorarios.records.models import Office

    if Office.objects.exists():
        finding = codes.NOT_EMPTY.at(Place(), where=place(), command=command())
        end([finding], screen.STATE, as_json=as_json)


def _make(seed: int, lines: int) -> Office:
    from honorarios.services.demonstration import build, existing

    began = time.monotonic()
    screen.say("Fazendo um hospital fictício: cadastros, atendimentos, lançamentos, remessas…")
    with shown_count("Lançando") as tell:
        built = build(seed=seed, lines=lines, on_lines=lambda done: tell(done, lines))
    seconds = time.monotonic() - began
    screen.say(f"Pronto: {screen.duration(seconds, built.lines / seconds)}")
    office = existing()
    if office is None:
        raise RuntimeError("the office that was built isn't there")
    return office


def _counts(office: Office) -> dict[str, int]:
    """How much there is of each thing in :data:`COUNTED`."""
    from honorarios.records import models

    told = {
        "payers": models.Payer,
        "providers": models.Provider,
        "patients": models.Patient,
        "attendances": models.Attendance,
        "parts": models.AccountPart,
        "lines": models.FeeLine,
        "remittances": models.Remittance,
        "users": models.Membership,
    }
    return {
        name: model._default_manager.filter(office_id=office.pk).count()  # noqa: SLF001 - the door that types know
        for name, model in told.items()
    }


def _examples(office: Office) -> Examples | None:
    """An open part with lines of its own, among those that have most."""
    from django.db.models import Count

    from honorarios.core.vocabulary import LineStatus, PartStatus
    from honorarios.records.models import AccountPart, FeeLine

    parts = AccountPart.objects.filter(office=office, status=PartStatus.OPEN.code_name)
    part = parts.annotate(size=Count("lines")).order_by("-size", "pk").first()
    if part is None:
        return None
    active = FeeLine.objects.filter(part=part, status=LineStatus.ACTIVE.code_name)
    line = active.order_by("number").first()
    if line is None:
        return None
    return Examples(part.account_id, part.pk, f"{part.pk}/{line.number}")


def _as_dict(
    office: Office, counts: dict[str, int], examples: Examples | None, *, made: bool
) -> dict[str, Any]:
    from honorarios.services.demonstration import PASSWORD

    return {
        "office": office.slug,
        "made": made,
        "database": place(),
        "counts": counts,
        "logins": [{**login, "password": PASSWORD} for login in _logins(office)],
        "examples": asdict(examples) if examples else None,
    }


def _logins(office: Office) -> list[dict[str, str]]:
    """The office's users, each with what they are in it."""
    from honorarios.records.models import Membership

    members = Membership.objects.filter(office=office).select_related("user").order_by("pk")
    return [
        {
            "username": one.user.username,
            "role": one.role,
            "title": str(one.get_role_display()),
        }
        for one in members
    ]


def _show(office: Office, counts: dict[str, int]) -> None:
    from honorarios.services.demonstration import PASSWORD

    screen.write(f"{office.name} (cliente {office.slug})\n")
    screen.show_facts({COUNTED[name]: screen.grouped(count) for name, count in counts.items()})
    screen.say(f"\nTudo e todos são inventados. Os dados estão em {place()}")
    screen.write(f"\nUsuários, todos com a senha {PASSWORD}")
    for login in _logins(office):
        screen.write(f"  {login['username']:<16}{login['title']}")


def _show_next(office: Office, examples: Examples) -> None:
    from honorarios.records.models import Office as Offices

    named = f" --office {office.slug}" if Offices.objects.count() > 1 else ""
    screen.write(NEXT.format(command=command(), office=named, **asdict(examples)))
