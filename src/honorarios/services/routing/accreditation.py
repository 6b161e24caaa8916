"""A professional's accreditation with the payer of a surgery, as the facts that routes hang on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from honorarios.core.phrase import gettext_noop as _
from honorarios.records.models import CredentialScope
from honorarios.routing.facts import Fact, FactStatus, known
from honorarios.services.routing.fitting import is_direct, reaches
from honorarios.services.routing.terms import clause, fact_of

if TYPE_CHECKING:
    from datetime import date

    from honorarios.records.models import Credential


@dataclass(frozen=True, slots=True)
class Accreditation:
    """What the register says of it for a code on a day; nothing where it has no row."""

    row: Credential | None
    code: str
    day: date

    def direct(self) -> Fact:
        """Whether the payer itself accredits the professional for the code on the day."""
        name, row = "credenciamento direto do médico no convênio, na data e no código", self.row
        if row is None:
            return Fact(name=name)
        return fact_of(row, name, holds=is_direct(row) and reaches(row, self.code, self.day))

    def binds(self) -> Fact:
        """Whether the payer binds the professional for the code, who then can't charge the patient (E12).

        An accreditation for consultations binds for no surgery (CREMEB 19/13); whether one through the
        hospital does hangs on its contract, so it is asked about.
        """
        name, row = _("vínculo do médico com o convênio para o código na data"), self.row
        if row is None:
            return Fact(name=name)
        surgery = row.scope != CredentialScope.CONSULTATION
        fact = fact_of(row, name, holds=surgery and reaches(row, self.code, self.day))
        if fact.holds and not is_direct(row):
            return replace(fact, status=FactStatus.UNKNOWN)
        return fact

    def only_consultations(self) -> Fact:
        """Whether it reaches no surgery."""
        name, row = "credenciamento limitado a consultas", self.row
        if row is None:
            return known(name, holds=False)
        return known(name, holds=row.scope == CredentialScope.CONSULTATION)

    def clause(self, column: str, name: str) -> Fact:
        """A clause of the professional's own contract with the payer."""
        row = self.row
        return Fact(name=name) if row is None else clause(getattr(row, column), name, row)
