"""The small fictitious hospital that the screens are tried on: made once, copied for each module."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.records.models import Membership, Office, User
from honorarios.services import actor as actors
from honorarios.services.demonstration import OFFICE

if TYPE_CHECKING:
    from honorarios.services.actor import Actor

LINES: Final = 300
SEED: Final = 1

MAKE: Final = f"""
import honorarios.config
honorarios.config.migrate()
from honorarios.services.demonstration import build
build(seed={SEED}, lines={LINES})
"""


def furnished(url: str) -> str:
    """Make the hospital in the database at ``url``, in a process of its own, as an installation would."""
    subprocess.run(
        [sys.executable, "-c", MAKE], env={**os.environ, "DATABASE_URL": url}, check=True
    )
    return url


@dataclass(frozen=True, slots=True)
class FictitiousHospital:
    """The hospital on record; Django's connections go to it."""

    url: str
    """Address of its database."""

    @property
    def office(self) -> Office:
        return Office.objects.get(slug=OFFICE)

    def user(self, username: str) -> User:
        """Who signs in by a name: faturista, auditoria, medica, financeiro or administracao."""
        return User.objects.get(username=username)

    def member(self, username: str) -> Membership:
        return Membership.objects.get(user__username=username, office__slug=OFFICE)

    def actor(self, username: str) -> Actor:
        """The user as services know them, to do something behind the screens' back."""
        member = self.member(username)
        actor = actors.of_member(user_id=member.user_id, office_id=member.office_id)
        if actor is None:
            raise LookupError(username)
        return actor

    def operator(self) -> Actor:
        """The machine's operator, who may do everything."""
        return actors.system(office_id=self.office.pk)
