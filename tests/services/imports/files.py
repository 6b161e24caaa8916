"""Files as people bring them, for the house of ``tests.services.hospital``."""

from __future__ import annotations

import csv
import io
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from tests.launching.making import SURGERY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

HEADERS = ("Atendimento", "Código", "Início", "Prestador", "Função do médico", "Quantidade")
MORNING = datetime(2025, 11, 19, 10)


def row(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - any cell
    """A surgeon's act on the house's part, R$ 410,00."""
    cells = {
        "Atendimento": "1",
        "Código": SURGERY,
        "Início": "19/11/2025 10:00",
        "Prestador": "medico",
        "Função do médico": "Cirurgião",
        "Quantidade": "1",
    }
    names = {
        "attendance": "Atendimento",
        "code": "Código",
        "start": "Início",
        "provider": "Prestador",
        "role": "Função do médico",
        "quantity": "Quantidade",
    }
    return cells | {names.get(name, name): value for name, value in changes.items()}


def at(minutes: int) -> str:
    """A moment so many minutes after the morning, as people write it."""
    return f"{MORNING + timedelta(minutes=minutes):%d/%m/%Y %H:%M}"


def acts(count: int, first: int = 0) -> list[dict[str, Any]]:
    """Acts at different moments."""
    return [row(start=at(number)) for number in range(first, first + count)]


def text_of(rows: Iterable[Mapping[str, Any]], separator: str = ";") -> str:
    """Rows as the text of a CSV."""
    rows = list(rows)
    headers = list(dict.fromkeys(name for one in rows for name in one)) or list(HEADERS)
    text = io.StringIO()
    writer = csv.DictWriter(text, headers, delimiter=separator, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def write(
    path: Path, rows: Iterable[Mapping[str, Any]], *, encoding: str = "utf-8", separator: str = ";"
) -> Path:
    """Rows in a CSV."""
    path.write_bytes(text_of(rows, separator).encode(encoding))
    return path
