"""Facts that routes hang on: what somebody confirmed, when, and until when it may be believed.

An unknown agreement is the normal state (``spec: routes 0``): a fact is true, false or not known, and
a rule that lacks one never closes a route, it asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class FactStatus(StrEnum):
    """How a fact is known."""

    CONFIRMED = "confirmed"
    PRESUMED = "presumed"
    UNKNOWN = "unknown"
    DENIED = "denied"


class Contact(StrEnum):
    """Who in a hospital confirms a fact, as the seed names them."""

    COMMERCIAL = "commercial"
    """Comercial."""
    MEDICAL_STAFF_RELATIONS = "medical_staff_relations"
    """Relacionamento com o corpo clínico."""
    BILLING = "billing"
    """Setor de faturamento."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact of the register of agreements."""

    name: str
    """What it says, in Portuguese, for whoever has to confirm it."""
    status: FactStatus = FactStatus.UNKNOWN
    evidence: str = ""
    """Where it stands: a contract's clause, an e-mail's date."""
    confirmed_by: str = ""
    confirmed_on: date | None = None
    expires_on: date | None = None
    """Last day on which it may be believed; None: until further notice."""
    asks: tuple[Contact, ...] = tuple(Contact)
    """Who can confirm it."""

    @property
    def holds(self) -> bool | None:
        """True, false, or None where nobody knows."""
        if self.status is FactStatus.UNKNOWN:
            return None
        return self.status is not FactStatus.DENIED

    @property
    def is_sure(self) -> bool:
        """Whether somebody confirmed or denied it."""
        return self.status in {FactStatus.CONFIRMED, FactStatus.DENIED}

    def expired(self, day: date) -> bool:
        """Whether it has to be confirmed again before a day's decision leans on it."""
        return self.expires_on is not None and self.expires_on < day


def known(name: str, *, holds: bool | None) -> Fact:
    """A fact that is simply so, or not, or unknown.

    >>> known("filiação", holds=None).status
    <FactStatus.UNKNOWN: 'unknown'>
    """
    if holds is None:
        return Fact(name=name)
    return Fact(name=name, status=FactStatus.CONFIRMED if holds else FactStatus.DENIED)
