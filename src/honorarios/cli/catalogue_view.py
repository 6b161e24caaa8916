"""What a catalogue holds, on the screen and as plain data."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from rich import box
from rich.table import Table

from honorarios.catalogue.version import catalogue_hash
from honorarios.cli import screen
from honorarios.core.validity import shown_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.catalogue.schema import Catalogue

ID: Final = 20
"""Columns of an id, which is easier to copy whole."""


def as_dict(catalogue: Catalogue) -> dict[str, Any]:
    """What a catalogue holds, for programs."""
    return {
        "name": catalogue.manifest.name,
        "description": catalogue.manifest.description,
        "hash": catalogue_hash(catalogue),
        "contracts": [
            {
                "id": each.id,
                "name": each.name,
                "payer": each.payer,
                "billing_unit": each.billing_unit,
                "route": each.route.code_name,
                "periods": _periods(each.terms),
            }
            for each in catalogue.contracts.values()
        ],
        "schedules": [
            {
                "id": each.id,
                "name": each.name,
                "editions": [
                    {
                        "id": edition.id,
                        "rows": catalogue.prices[each.id, edition.id].num_rows,
                        **_period(edition.valid_from, edition.valid_to),
                    }
                    for edition in each.editions
                ],
            }
            for each in catalogue.schedules.values()
        ],
        "coefficients": [
            {"id": each.id, "name": each.name, "periods": _periods(each.values)}
            for each in catalogue.coefficients.values()
        ],
        "standards": [
            {"id": each.id, "name": each.name, "periods": _periods(each.rules)}
            for each in catalogue.standards.values()
        ],
        "calendars": [{"id": each.id, "name": each.name} for each in catalogue.calendars.values()],
    }


def _periods(dated: Iterable[Any]) -> list[dict[str, str | None]]:
    return [_period(each.valid_from, each.valid_to) for each in dated]


def _period(first: date, last: date | None) -> dict[str, str | None]:
    return {"valid_from": first.isoformat(), "valid_to": last.isoformat() if last else None}


def show_catalogue(catalogue: Catalogue) -> None:
    """What a catalogue holds, in tables."""
    told = as_dict(catalogue)
    console = screen.out()
    console.print(told["name"], style="bold", markup=False)
    if told["description"]:
        console.print(told["description"], markup=False)
    console.print(told["hash"], style="dim", soft_wrap=True)
    contracts = _table("Contratos", "nome · convênio · unidade · via", "vigências")
    for each in told["contracts"]:
        place = " · ".join(each[name] for name in ("payer", "billing_unit", "route"))
        contracts.add_row(each["id"], f"{each['name']}\n{place}", _spans(each["periods"]))
    schedules = _table("Tabelas", "nome", "edição", "preços", "vigência")
    for each in told["schedules"]:
        for edition in each["editions"]:
            rows = screen.grouped(edition["rows"])
            schedules.add_row(each["id"], each["name"], edition["id"], rows, _spans([edition]))
    console.print(contracts, schedules)
    for title, key in (("Coeficientes", "coefficients"), ("Padrões", "standards")):
        table = _table(title, "nome", "vigências")
        for each in told[key]:
            table.add_row(each["id"], each["name"], _spans(each["periods"]))
        console.print(table)
    calendars = _table("Praças", "nome")
    for each in told["calendars"]:
        calendars.add_row(each["id"], each["name"])
    console.print(calendars)


def _table(title: str, *headers: str) -> Table:
    """A table of documents, with room for their ids."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(title, overflow="fold", min_width=ID)
    for header in headers:
        table.add_column(header, overflow="fold")
    return table


def _shown(iso: str) -> str:
    return shown_day(date.fromisoformat(iso))


def _spans(periods: list[dict[str, Any]]) -> str:
    """From the first day to the last, and how many periods there are."""
    first, last = _shown(periods[0]["valid_from"]), periods[-1]["valid_to"]
    whole = f"{first} a {_shown(last)}" if last else f"desde {first}"
    return f"{whole}\n{len(periods)} vigências" if len(periods) > 1 else whole
