"""The kinds of import that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.services.imports import agreements, attendances, codes, fees, parts, payments, stays
from honorarios.services.imports.registers import REGISTER_KINDS
from honorarios.services.outcomes import at, refuse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.services.imports.kinds import Kind

KINDS: Final[Mapping[str, Kind]] = {
    kind.name: kind
    # A later one takes the place of a register's own.
    for kind in (
        fees.KIND,
        *REGISTER_KINDS,
        agreements.KIND,
        attendances.KIND,
        stays.KIND,
        parts.KIND,
        payments.KIND,
    )
}
"""By the names that requests ask for them by."""
NAMELESS: Final = frozenset(kind.name for kind in KINDS.values() if not kind.names_patients)
"""Those whose rows name no patient."""


def kind_of(name: str) -> Kind:
    """The kind of that name; stops with REG-IMPORT-KIND."""
    found = KINDS.get(name)
    return found or refuse(at(codes.UNKNOWN_KIND, "kind", kind=name, known=", ".join(KINDS)))
