"""Registers (cadastros): their lists, a row with its history and validity, and the forms that write them."""

from __future__ import annotations

from honorarios.web.screens.registers.forms import edit, new, succeed
from honorarios.web.screens.registers.lists import index, listing, options
from honorarios.web.screens.registers.rows import show

__all__ = ["edit", "index", "listing", "new", "options", "show", "succeed"]
