"""Whether a register's row is for an act and a professional."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.vocabulary import CredentialMode
from honorarios.pricing.agreed import in_codes

if TYPE_CHECKING:
    from datetime import date

    from honorarios.records.models import Cooperative, Credential, Participation


def is_direct(row: Credential) -> bool:
    """Whether the payer itself accredits the professional."""
    return row.mode == CredentialMode.DIRECT.code_name


def reaches(row: Credential, code: str, day: date) -> bool:
    """Whether a credential is in force on the day and has the code."""
    ended = row.valid_to is not None and row.valid_to < day
    return not ended and in_codes(tuple(row.codes.split()), code)


def serves(cooperative: Cooperative, member: Participation) -> bool | None:
    """Whether a cooperative bills for the role, and for the professional's specialty, if known."""
    roles = cooperative.roles.replace(";", " ").replace(",", " ").split()
    if roles and member.role not in roles:
        return False
    specialties = [one.strip() for one in cooperative.specialties.split(";") if one.strip()]
    if not specialties:
        return True
    specialty = member.provider.specialty
    return specialty in specialties if specialty else None
