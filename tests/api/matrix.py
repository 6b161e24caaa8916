"""The permission matrix of the API: for every route, what it is asked for, and what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from honorarios.routing.taxes.parameters import tax_years
from honorarios.services.registers import REGISTERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.api.scene import Objects

ENTRY: Final = {
    "code": "31003079",
    "start": "2025-11-21 10:00",
    "provider": "p1",
    "role": "surgeon",
}
ENTRIES: Final = {"entries": [ENTRY]}
WHY: Final = {"reason": "Teste da matriz."}


class Holds(Enum):
    """Whose a route's object is."""

    NOBODYS = "nobodys"
    """It names no object: a list, a creation, the office as a whole."""
    UNITS = "units"
    """A unit's: another one's is not to be found."""
    OFFICES = "offices"
    """The office's: every unit's are alike."""
    OWNERS = "owners"
    """Whoever made it: another's is not to be found, but for who may revoke it."""
    PERSONS = "persons"
    """Whoever made it, and nobody else."""
    PATIENTS = "patients"
    """A unit's, and it names patients: to the administrator there is none."""


@dataclass(frozen=True, slots=True)
class Row:
    """How a route is asked for an object."""

    path: Callable[[Objects], str]
    body: Callable[[Objects], Any] = lambda _: {}
    holds: Holds = Holds.NOBODYS
    if_match: str | None = None
    raw: bool = False


def _at(
    form: str,
    holds: Holds = Holds.UNITS,
    body: Any = None,  # noqa: ANN401 - JSON, or what makes it
    if_match: str | None = None,
) -> Row:
    """A route whose path, or body too, names an object: ``/parts/{part}/close``."""
    return Row(
        lambda objects: form.format(o=objects),
        body if callable(body) else (lambda _: body if body is not None else {}),
        holds,
        if_match,
    )


def _registers() -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for name, register in REGISTERS.items():
        holds = Holds.UNITS if register.identifies_patients else Holds.OFFICES
        noun = f"registers.{name.replace('-', '_')}"

        def path(objects: Objects, name: str = name) -> str:
            return f"/{name}/{objects.row(name)}"

        rows[f"{noun}.listed"] = Row(lambda _, name=name: f"/{name}")  # type: ignore[misc]
        rows[f"{noun}.read"] = Row(path, holds=holds)
        rows[f"{noun}.create"] = Row(
            lambda _, name=name: f"/{name}",  # type: ignore[misc]
            lambda _, name=name: NEW[name],  # type: ignore[misc]
        )
        rows[f"{noun}.change"] = Row(path, holds=holds, if_match='"0000"')
    return rows


TAXES: Final[dict[str, Any]] = tax_years()[0].model_dump(mode="json")
# Rows of the same thing may not hold on the same day: those of the scene begin later.
YEAR_2019: Final = {"valid_from": "2019-01-01", "valid_to": "2019-12-31"}
NEW: Final[dict[str, dict[str, Any]]] = {
    "hospitals": {"code": "n", "name": "N"},
    "billing-units": {"code": "n", "name": "N", "hospital": "h1"},
    "providers": {"code": "n", "name": "N"},
    "credentials": {
        "provider": "p1",
        "payer": "serra",
        "mode": "direct",
        "valid_from": "2019-01-01",
    },
    "payers": {"code": "n", "name": "N", "group": "insurer"},
    "plans": {"payer": "serra", "code": "n", "name": "N"},
    "accommodation-types": {"code": "n", "name": "N", "rank": 1},
    "bed-classes": {"code": "n", "name": "N", "accommodation_type": "CAD-Aurora"},
    "cost-centres": {"code": "n", "name": "N"},
    "beds": {"hospital": "h1", "code": "n", "bed_class": "CAD-Aurora"},
    "workstations": {"hospital": "h1", "code": "n", "name": "N"},
    "patients": {"code": "n", "name": "N"},
    "package-books": {"payer": "serra", "name": "N", "valid_from": "2019-01-01"},
    "package-templates": {"book": 1, "code": "n", "name": "N"},
    "split-rules": {
        "provider": "p1",
        "valid_from": "2019-01-01",
        "shares": [{"provider": "p2", "percent": 10}],
    },
    "inside-outside-rules": {"payer": "serra", "side": "inside", "valid_from": "2019-01-01"},
    "hospital-contacts": {
        "hospital": "h1",
        "kind": "commercial",
        "name": "Comercial",
        "valid_from": "2019-01-01",
    },
    "cooperatives": {"code": "nova", "name": "Nova", "roles": "anestesista"},
    "memberships": {"provider": "p1", "cooperative": "CAD-Aurora", **YEAR_2019},
    "agreements": {"kind": "repasse", "hospital": "h1", "payer": "serra", **YEAR_2019},
    "route-terms": {"fee_share": "5", **YEAR_2019},
    "tax-profiles": {"provider": "p1", **YEAR_2019},
    "holiday-places": {"code": "4314902", "name": "Porto Alegre", "days": "02-02"},
    "deadline-pressure": {"days_left": 9, "loss": "10"},
}

ROWS: Final[dict[str, Row]] = {
    "fees.listed": Row(lambda _: "/fees"),
    "fees.launch": _at("/parts/{o.part}/fees", body=ENTRIES),
    "fees.preview": _at("/parts/{o.part}/fees/preview", body=ENTRIES),
    "fees.confirm": _at("/parts/{o.part}/fees/confirm", body={**ENTRIES, "decisions": []}),
    "fees.one": _at("/fees/{o.line}"),
    "fees.edit": _at("/fees/{o.line}", body={"quantity": 2}, if_match='"1"'),
    "fees.reverse": _at("/fees/{o.line}/reverse", body=WHY),
    "fees.explanation": _at("/fees/{o.line}/explanation"),
    "special.launch": _at("/parts/{o.part}/special-items", body=ENTRIES),
    "special.reverse": _at("/special-items/{o.special}/reverse", body=WHY),
    "special.reenter": _at("/special-items/{o.special}/reenter", body={**WHY, "entry": ENTRY}),
    "parts.account": _at("/accounts/{o.account}"),
    **{
        f"parts.{verb}": _at(f"/parts/{{o.part}}/{verb}", body=WHY)
        for verb in ("close", "reopen", "release", "unrelease", "cancel")
    },
    "parts.issue_tax_invoice": _at("/parts/{o.part}/tax-invoice", body={"number": "1"}),
    "remittances.listed": Row(lambda _: "/remittances"),
    "remittances.one": _at("/remittances/{o.remittance}"),
    "remittances.bill": Row(
        lambda _: "/remittances",
        lambda o: {"payer_id": o.payer, "billing_unit_id": o.unit},
        Holds.UNITS,
    ),
    "remittances.rebill": _at("/remittances/{o.remittance}/rebill", body=WHY),
    "remittances.reprocess": _at("/remittances/{o.remittance}/reprocess"),
    "splits.reprocess": Row(lambda _: "/splits/reprocess", lambda _: WHY),
    "attendances.list_attendances": Row(lambda _: "/attendances"),
    "attendances.one": _at("/attendances/{o.attendance}"),
    "attendances.open_attendance": Row(
        lambda _: "/attendances",
        lambda o: {
            "hospital_id": o.hospital,
            "patient_id": o.patient,
            "number": "NOVO",
            "setting": "inpatient",
            "started_at": "2025-11-01T08:00",
        },
        Holds.UNITS,
    ),
    "attendances.discharge": _at(
        "/attendances/{o.attendance}/discharge", body={"ended_at": "2025-11-30T08:00"}
    ),
    "attendances.cancel": _at("/attendances/{o.attendance}/cancel", body=WHY),
    "attendances.occupy": _at(
        "/attendances/{o.attendance}/stays",
        body=lambda o: {"bed_id": o.bed, "start": "2025-11-05T08:00"},
    ),
    "attendances.consent": _at("/attendances/{o.attendance}/stays/{o.stay}/consent"),
    "attendances.open_account": _at(
        "/attendances/{o.attendance}/accounts", body=lambda o: {"billing_unit_id": o.unit}
    ),
    "attendances.open_part": _at(
        "/accounts/{o.account}/parts",
        body=lambda o: {
            "payer_id": o.payer,
            "billing_unit_id": o.unit,
            "period_start": "2025-11-01",
        },
    ),
    "cases.list_cases": Row(lambda _: "/cases"),
    "cases.one": _at("/cases/{o.case}"),
    "cases.create": Row(
        lambda _: "/cases",
        lambda o: {
            "hospital_id": o.hospital,
            "payer_id": o.payer,
            "patient_id": o.patient,
            "indicated_on": "2025-11-10",
            "acts": [{"code": "31003079"}],
        },
        Holds.UNITS,
    ),
    "cases.edit": _at(
        "/cases/{o.case}",
        body=lambda o: {
            "hospital_id": o.hospital,
            "payer_id": o.payer,
            "indicated_on": "2025-11-10",
        },
        if_match='"1"',
    ),
    "cases.add_act": _at("/cases/{o.case}/acts", body={"code": "31005497"}, if_match='"1"'),
    "cases.edit_act": _at(
        "/cases/{o.case}/acts/{o.act}", body={"code": "31003079", "quantity": 2}, if_match='"1"'
    ),
    "cases.remove_act": _at("/cases/{o.case}/acts/{o.act}", if_match='"1"'),
    "cases.add_member": _at(
        "/cases/{o.case}/team",
        body=lambda o: {"provider_id": o.row("providers"), "role": "first_assistant"},
        if_match='"1"',
    ),
    "cases.remove_member": _at("/cases/{o.case}/team/{o.participation}", if_match='"1"'),
    "cases.request": _at(
        "/cases/{o.case}/requests", body={"requested_on": "2025-11-11"}, if_match='"1"'
    ),
    "cases.answer": _at(
        "/cases/{o.case}/requests/{o.request}/answer",
        body={"answer": "generic", "answered_on": "2025-11-12"},
        if_match='"1"',
    ),
    "cases.withdraw": _at(
        "/cases/{o.case}/requests/{o.request}/withdraw",
        body={"withdrawn_on": "2025-11-12"},
        if_match='"1"',
    ),
    "cases.document": _at(
        "/cases/{o.case}/documents/guia", body={"state": "received"}, if_match='"1"'
    ),
    "cases.quote": _at(
        "/cases/{o.case}/quotes",
        body={"supplier": "G", "requested_on": "2025-11-12"},
        if_match='"1"',
    ),
    "cases.receive_quote": _at(
        "/cases/{o.case}/quotes/{o.quote}/received",
        body={"received_on": "2025-11-12"},
        if_match='"1"',
    ),
    "cases.add_task": _at("/cases/{o.case}/tasks", body={"title": "Ligar"}, if_match='"1"'),
    "cases.change_task": _at("/cases/{o.case}/tasks/{o.task}", body={"done": True}, if_match='"1"'),
    "cases.attach": _at(
        "/cases/{o.case}/attendance", body={"attendance_number": "2025-9"}, if_match='"1"'
    ),
    "cases.perform": _at(
        "/cases/{o.case}/perform", body={"performed_at": "2025-11-20T08:00"}, if_match='"1"'
    ),
    "cases.cancel": _at("/cases/{o.case}/cancel", body=WHY, if_match='"1"'),
    "cases.one_letter": _at("/cases/{o.case}/letters/status"),
    "cases.printed_letter": _at("/cases/{o.case}/letters/answer/print"),
    "cases.refund": _at("/cases/{o.case}/refund?contract=ch"),
    "routes.opinion": _at("/cases/{o.case}/route"),
    "routes.printed": _at("/cases/{o.case}/route.pdf"),
    "routes.decide": _at(
        "/cases/{o.case}/decisions",
        body=lambda o: {
            "chosen": [{"participation_id": o.participation, "way": "repasse"}],
            "inputs_hash": "visto",
        },
        if_match='"1"',
    ),
    "routes.launch": _at("/cases/{o.case}/launch", if_match='"1"'),
    "routes.appealed": _at("/cases/{o.case}/appeals"),
    "routes.patient_cost": _at("/cases/{o.case}/own-cost?contract=ch"),
    "routes.claim": _at("/claims/{o.claim}"),
    "routes.refuse": _at("/claims/{o.claim}/refuse", body=WHY, if_match='"1"'),
    "routes.withdraw": _at("/claims/{o.claim}/withdraw", body=WHY, if_match='"1"'),
    "routes.pay": _at(
        "/claims/{o.claim}/payment", body={"presented_on": "2025-11-12"}, if_match='"1"'
    ),
    "routes.compared": Row(lambda _: "/route-outcomes"),
    "deadlines.listed": Row(lambda _: "/deadlines"),
    "deadlines.as_calendar": Row(lambda _: "/deadlines.ics"),
    "deadlines.of_case": _at("/cases/{o.case}/deadlines"),
    "deadlines.keep": _at(
        "/cases/{o.case}/deadlines/keep", body=lambda o: {"kind": "refund", "key": str(o.paper)}
    ),
    "deadlines.reopen": _at(
        "/cases/{o.case}/deadlines/reopen", body=lambda o: {"kind": "refund", "key": str(o.paper)}
    ),
    "deadlines.feeds": Row(lambda _: "/calendar-feeds"),
    "deadlines.revoke": _at("/calendar-feeds/{o.feed}/revoke", Holds.PERSONS),
    "packages.listed": _at("/accounts/{o.account}/packages"),
    "packages.open_package": _at(
        "/accounts/{o.account}/packages",
        body=lambda o: {"template_id": o.template, "opened_at": "2025-11-01T08:00"},
    ),
    "packages.close_package": _at(
        "/accounts/{o.account}/packages/close", body={"closed_at": "2025-11-30T08:00"}
    ),
    "agreements.grid": Row(lambda _: "/agreement-grid"),
    "agreements.detail": Row(
        lambda o: f"/agreement-details/{o.row('agreements')}", holds=Holds.OFFICES
    ),
    "agreements.stale": Row(lambda _: "/stale-facts"),
    "agreements.confirm": Row(
        lambda o: f"/facts/agreements/{o.row('agreements')}/confirm",
        lambda _: {"confirmed_by": "Comercial", "evidence": "contrato"},
        if_match='"x"',
        holds=Holds.OFFICES,
    ),
    "agreements.taxes": Row(lambda _: "/tax-parameters"),
    "agreements.keep_taxes": Row(
        lambda _: "/tax-parameters",
        lambda _: {"document": TAXES, "source": "Conferido na matriz."},
    ),
    "parameters.listed": Row(lambda _: "/parameters"),
    "parameters.in_force": Row(lambda _: "/parameters/in-force?day=2025-11-22"),
    "parameters.record": Row(
        lambda _: "/parameters",
        lambda _: {"valid_from": "2026-01-01", "parameters": {"check_package": True}},
    ),
    "catalogues.versions": Row(lambda _: "/catalogues"),
    "catalogues.archive": Row(lambda _: "/catalogues/2"),
    "catalogues.store": Row(lambda _: "/catalogues", lambda _: b"PK", raw=True),
    "members.listed": Row(lambda _: "/members"),
    "members.add": Row(lambda _: "/members", lambda _: {"username": "novo", "role": "auditor"}),
    "members.change": _at("/members/{o.member}", Holds.OFFICES, {"role": "auditor"}),
    "members.remove": _at("/members/{o.member}", Holds.OFFICES),
    "tokens.me": Row(lambda _: "/me"),
    "tokens.listed": Row(lambda _: "/tokens"),
    "tokens.revoke": _at("/tokens/{o.token}/revoke", Holds.OWNERS),
    "audit.events": Row(lambda _: "/audit/events"),
    "audit.head": Row(lambda _: "/audit/head"),
    "audit.verify": Row(lambda _: "/audit/proof"),
    "audit.erase_detail": Row(lambda _: "/audit/events/1/erase-detail", lambda _: WHY),
    "audit.check": Row(lambda _: "/check"),
    "imports.inspect": Row(lambda _: "/imports/inspect", lambda _: b"a;b\n1;2\n", raw=True),
    "imports.run": Row(lambda _: "/imports", lambda _: b"a;b\n1;2\n", raw=True),
    "imports.listed": Row(lambda _: "/imports"),
    "imports.status": _at("/imports/{o.batch}", Holds.PATIENTS),
    "imports.rows": _at("/imports/{o.batch}/rows", Holds.PATIENTS),
    "imports.refused": _at("/imports/{o.batch}/refused", Holds.PATIENTS),
    "imports.answer": _at("/imports/{o.batch}/answer", body={"decision": "decline"}),
    "imports.undo": _at("/imports/{o.batch}/undo", body=WHY),
    **_registers(),
}
"""A row for every route, by its ``operationId``; a route without one fails the test."""
