"""How much of a file is read: bounds that no honest list reaches and no hostile file passes."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of one file; a file beyond any of them is refused with a finding."""

    size: int = 100 * MEGABYTE
    """Bytes of the file as it is."""
    inflated: int = 300 * MEGABYTE
    """Bytes of a workbook once inflated, counted while inflating: declared sizes may lie."""
    ratio: int = 100
    """Times that a workbook may grow when inflated; honest ones grow some 10 times."""
    entries: int = 1_000
    """Files inside a workbook."""
    rows: int = 500_000
    columns: int = 500
    area: int = 20_000_000
    """Cells of a sheet, blank ones between others included: each costs memory."""
    cell: int = 32_767
    """Characters of a cell: a spreadsheet's own limit."""
    memory: int = 2048 * MEGABYTE
    """Bytes that decoding a binary file may take, where the system can hold a process to that."""
    seconds: int = 120
    """Time that decoding a binary file may take."""
