"""Reading what a trigger refused out of the database's error."""

from __future__ import annotations

import re
from typing import Final

_CODE: Final = re.compile(r"(EST-[A-Z-]+): ")


def refusal(problem: Exception) -> str | None:
    """The code of the trigger that refused a statement, ``"EST-FROZEN"``; None of any other error."""
    told = _CODE.match(str(problem))
    return told and told[1]
