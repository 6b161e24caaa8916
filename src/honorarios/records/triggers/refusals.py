"""Reading what a trigger refused out of the database's error."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from django.db import DatabaseError

_CODE: Final = re.compile(r"(EST-[A-Z-]+): ")


def refusal(problem: DatabaseError) -> str | None:
    """The code of the trigger that refused a statement, ``"EST-FROZEN"``; None of any other error."""
    told = _CODE.match(str(problem))
    return told and told[1]
