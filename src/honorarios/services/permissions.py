"""The one table of who may do what: operation x role -> how far it reaches.

Relation is decided by reach: an object of the actor's own units, or of a physician's own production, is
within it; another unit's, another office's and an absent one are not, and answer alike
(``spec: quality 2.2``). Deny is the default: what the table doesn't grant is refused.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from honorarios.records.selectors import Scope
from honorarios.services import codes
from honorarios.services.actor import ActorRole
from honorarios.services.operations import Operation as Op
from honorarios.services.outcomes import at, refuse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.services.actor import Actor


class Reach(StrEnum):
    """How far a permission goes."""

    PRODUCTION = "production"
    """A physician's own lines, and what they are in."""
    UNIT = "unit"
    """What belongs to the actor's billing units."""
    OFFICE = "office"
    """All of the office's; for what belongs to no unit: registers, terms, members, the audit trail."""


_OWN = Reach.PRODUCTION
_UNIT = Reach.UNIT
_ALL = Reach.OFFICE

CLERK: Final = ActorRole.CLERK
AUDITOR: Final = ActorRole.AUDITOR
PHYSICIAN: Final = ActorRole.PHYSICIAN
FINANCE: Final = ActorRole.HOSPITAL_FINANCE
ADMINISTRATOR: Final = ActorRole.ADMINISTRATOR

# Whoever launches closes; whoever audits releases; finance bills; the administrator keeps registers,
# terms and members, and sees no patient and no production.
GRANTS: Final[Mapping[Op, Mapping[ActorRole, Reach]]] = {
    Op.FEES_LIST: {CLERK: _UNIT, AUDITOR: _UNIT, PHYSICIAN: _OWN, FINANCE: _UNIT},
    Op.FEES_EXPLAIN: {CLERK: _UNIT, AUDITOR: _UNIT, PHYSICIAN: _OWN, FINANCE: _UNIT},
    Op.FEES_PREVIEW: {CLERK: _UNIT, AUDITOR: _UNIT},
    Op.FEES_LAUNCH: {CLERK: _UNIT},
    Op.FEES_EDIT: {CLERK: _UNIT},
    Op.FEES_REVERSE: {CLERK: _UNIT},
    Op.FEES_BULK: {CLERK: _UNIT},
    Op.FEES_SPECIAL: {CLERK: _UNIT},
    Op.FEES_CHANGE_CLOSED: {CLERK: _UNIT},
    Op.SPLITS_REPROCESS: {CLERK: _UNIT},
    Op.ACCOUNTS_LIST: {CLERK: _UNIT, AUDITOR: _UNIT, PHYSICIAN: _OWN, FINANCE: _UNIT},
    Op.ACCOUNTS_OPEN: {CLERK: _UNIT},
    Op.PARTS_CLOSE: {CLERK: _UNIT, AUDITOR: _UNIT},
    Op.PARTS_REOPEN: {CLERK: _UNIT, AUDITOR: _UNIT},
    Op.PARTS_RELEASE: {CLERK: _UNIT, AUDITOR: _UNIT},
    Op.PARTS_UNRELEASE: {CLERK: _UNIT, AUDITOR: _UNIT, FINANCE: _UNIT},
    Op.PARTS_CANCEL: {CLERK: _UNIT, AUDITOR: _UNIT},
    Op.PARTS_INVOICE: {CLERK: _UNIT, FINANCE: _UNIT},
    Op.PARTS_BILL: {CLERK: _UNIT, FINANCE: _UNIT},
    Op.PARTS_REPROCESS: {CLERK: _UNIT, FINANCE: _UNIT},
    Op.PARTS_REBILL: {CLERK: _UNIT, FINANCE: _UNIT},
    Op.REMITTANCES_LIST: {CLERK: _UNIT, AUDITOR: _UNIT, FINANCE: _UNIT},
    Op.MIRRORS_READ: {CLERK: _UNIT, AUDITOR: _UNIT, PHYSICIAN: _OWN, FINANCE: _UNIT},
    Op.STATEMENTS_READ: {CLERK: _UNIT, AUDITOR: _UNIT, PHYSICIAN: _OWN, FINANCE: _UNIT},
    Op.CLOSINGS_READ: {CLERK: _UNIT, AUDITOR: _UNIT, FINANCE: _UNIT},
    Op.DASHBOARD_READ: {CLERK: _UNIT, AUDITOR: _UNIT, FINANCE: _UNIT},
    Op.PRODUCTION_READ: {PHYSICIAN: _OWN},
    Op.ATTENDANCES_LIST: {CLERK: _UNIT, AUDITOR: _UNIT, PHYSICIAN: _OWN, FINANCE: _UNIT},
    Op.ATTENDANCES_WRITE: {CLERK: _UNIT},
    Op.ATTENDANCES_CANCEL: {CLERK: _UNIT},
    Op.PATIENTS_READ: {CLERK: _UNIT, AUDITOR: _UNIT, PHYSICIAN: _OWN, FINANCE: _UNIT},
    Op.PATIENTS_WRITE: {CLERK: _UNIT},
    Op.CASES_READ: {CLERK: _UNIT, AUDITOR: _UNIT, PHYSICIAN: _OWN, FINANCE: _UNIT},
    Op.CASES_WRITE: {CLERK: _UNIT},
    Op.CASES_CANCEL: {CLERK: _UNIT},
    # What a professional nets and how they are taxed is no business of the hospital's.
    Op.ROUTES_READ: {CLERK: _UNIT, AUDITOR: _UNIT, PHYSICIAN: _OWN},
    Op.ROUTES_DECIDE: {CLERK: _UNIT},
    Op.ROUTES_LAUNCH: {CLERK: _UNIT},
    # The administrator sees those of agreements, and no surgery's.
    Op.DEADLINES_READ: {
        CLERK: _UNIT,
        AUDITOR: _UNIT,
        PHYSICIAN: _OWN,
        FINANCE: _UNIT,
        ADMINISTRATOR: _ALL,
    },
    Op.CALENDAR_OWN: {
        CLERK: _ALL,
        AUDITOR: _ALL,
        PHYSICIAN: _OWN,
        FINANCE: _ALL,
        ADMINISTRATOR: _ALL,
    },
    Op.REGISTERS_READ: {CLERK: _ALL, AUDITOR: _ALL, FINANCE: _ALL, ADMINISTRATOR: _ALL},
    Op.REGISTERS_WRITE: {CLERK: _ALL, ADMINISTRATOR: _ALL},
    Op.CATALOGUES_READ: {CLERK: _ALL, AUDITOR: _ALL, FINANCE: _ALL, ADMINISTRATOR: _ALL},
    Op.CATALOGUES_WRITE: {ADMINISTRATOR: _ALL},
    Op.PARAMETERS_READ: {CLERK: _ALL, AUDITOR: _ALL, FINANCE: _ALL, ADMINISTRATOR: _ALL},
    Op.PARAMETERS_WRITE: {ADMINISTRATOR: _ALL},
    Op.PACKAGES_OPEN: {CLERK: _UNIT},
    # What was agreed with payers, cooperatives and other hospitals is no business of the hospital's.
    Op.AGREEMENTS_READ: {CLERK: _ALL, AUDITOR: _ALL, ADMINISTRATOR: _ALL},
    Op.AGREEMENTS_CONFIRM: {CLERK: _ALL, ADMINISTRATOR: _ALL},
    Op.TAXES_READ: {CLERK: _ALL, ADMINISTRATOR: _ALL},
    Op.TAXES_WRITE: {CLERK: _ALL, ADMINISTRATOR: _ALL},
    Op.IMPORTS_READ: {CLERK: _UNIT, AUDITOR: _UNIT, ADMINISTRATOR: _ALL},
    Op.IMPORTS_FEES: {CLERK: _UNIT},
    Op.IMPORTS_REGISTERS: {CLERK: _ALL, ADMINISTRATOR: _ALL},
    Op.IMPORTS_UNDO: {CLERK: _UNIT},
    Op.PROCEDURES_READ: {
        CLERK: _ALL,
        AUDITOR: _ALL,
        PHYSICIAN: _OWN,
        FINANCE: _ALL,
        ADMINISTRATOR: _ALL,
    },
    Op.DESK_OWN: {
        CLERK: _ALL,
        AUDITOR: _ALL,
        PHYSICIAN: _ALL,
        FINANCE: _ALL,
        ADMINISTRATOR: _ALL,
    },
    Op.TEAMS_OWN: {CLERK: _ALL, AUDITOR: _ALL},
    Op.MEMBERS_READ: {ADMINISTRATOR: _ALL},
    Op.MEMBERS_WRITE: {ADMINISTRATOR: _ALL},
    Op.TOKENS_OWN: {
        CLERK: _ALL,
        AUDITOR: _ALL,
        PHYSICIAN: _ALL,
        FINANCE: _ALL,
        ADMINISTRATOR: _ALL,
    },
    Op.TOKENS_REVOKE: {ADMINISTRATOR: _ALL},
    Op.AUDIT_READ: {AUDITOR: _ALL, ADMINISTRATOR: _ALL},
    Op.AUDIT_VERIFY: {AUDITOR: _ALL, ADMINISTRATOR: _ALL},
    Op.AUDIT_ERASE: {ADMINISTRATOR: _ALL},
    Op.CHECK: {AUDITOR: _ALL, ADMINISTRATOR: _ALL},
    Op.OFFICES_WRITE: {},
    Op.BACKUP: {},
}
"""Every operation has its row; the machine's operator may do everything and is in none."""


def reach(role: ActorRole, operation: Op) -> Reach | None:
    """How far a role's permission for an operation goes; None where it has none."""
    if role is ActorRole.SYSTEM:
        return Reach.OFFICE
    return GRANTS[operation].get(role)


def allows(actor: Actor, operation: Op) -> bool:
    """Whether an actor may ask for an operation at all; on which objects is their scope."""
    return reach(actor.role, operation) is not None


def scope(actor: Actor, operation: Op) -> Scope:
    """What an operation of this actor may touch, for :mod:`honorarios.records.selectors`.

    Stops with PER-ROLE where the role has no such permission: the same for every object, so that the
    answer tells nothing about which exist.
    """
    granted = reach(actor.role, operation)
    if granted is None:
        refuse(at(codes.NOT_ALLOWED, role=actor.role.label, operation=operation.label))
    if granted is Reach.OFFICE:
        return Scope(actor.office_id)
    if granted is Reach.UNIT:
        return Scope(actor.office_id, actor.unit_ids)
    if actor.provider_id is None:
        raise ValueError(f"{actor.role} without a provider: {actor.user_id}")
    return Scope(actor.office_id, actor.unit_ids, actor.provider_id)


def sees_values_of(actor: Actor, provider_id: int | None) -> bool:
    """The field rule: whether an actor may see the amounts of a provider's line or share.

    A physician sees no colleague's, nor the institution's; everybody who reaches a line sees it whole.
    """
    return actor.role is not ActorRole.PHYSICIAN or provider_id == actor.provider_id


def sees_remittances(actor: Actor) -> bool:
    """The field rule: whether an actor may know in which remittance a part was sent, the hospital's own."""
    return allows(actor, Op.REMITTANCES_LIST)


def sees_only_repasse(actor: Actor) -> bool:
    """The field rule: whether an actor sees of a surgery only what goes through the hospital.

    A hospital's finance does; what clerks note and payers write is about the patient, and none of theirs.
    """
    return actor.role is ActorRole.HOSPITAL_FINANCE
