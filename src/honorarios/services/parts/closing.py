"""The closing checks of a part, with the record's facts of today (``spec: launching 3.2``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from honorarios.core.findings import Finding
    from honorarios.records.models import AccountPart
    from honorarios.records.selectors import Scope


def findings(scope: Scope, part: AccountPart) -> tuple[Finding, ...]:
    """What is wrong with a part's lines, all of it; the part and its account are locked."""
    return ()
