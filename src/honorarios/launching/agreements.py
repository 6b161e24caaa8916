"""What was agreed, as launching needs it: the terms and the standard behind a price, and the price row.

Looked up once for each contract and day, and once for each row, however many lines share them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc

from honorarios.catalogue.schema import PriceDate, StandardKind
from honorarios.core.validity import as_of
from honorarios.core.vocabulary import Setting

if TYPE_CHECKING:
    from datetime import date, datetime

    from honorarios.catalogue.schema import (
        Catalogue,
        Coding,
        Contract,
        LaunchTerms,
        StandardRules,
        Terms,
    )

AGREEMENTS_REMEMBERED: Final = 1 << 14
ROWS_REMEMBERED: Final = 1 << 16
SETTINGS: Final = {int(setting): setting for setting in Setting}


@dataclass(frozen=True, slots=True)
class Agreement:
    """A contract's terms, and its standard's rules, in force on a price date."""

    contract: Contract
    terms: Terms
    rules: StandardRules | None
    """None where the standard has no rules on the date."""
    iamspe: bool
    """Whether the standard is IAMSPE's own calculation, where only the role counts."""
    private: Agreement | None = None
    """That of the private contract which prices the fee difference, if the terms name one."""

    @property
    def launching(self) -> LaunchTerms:
        """What the terms say about launching."""
        return self.terms.launching

    @property
    def coding(self) -> Coding | None:
        """Which codes are what, by the standard."""
        return None if self.rules is None else self.rules.coding


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What a price row says besides its price."""

    code: str
    description: str
    sex: str | None
    """``M`` or ``F``."""
    setting: Setting | None
    """The setting the act belongs to."""
    age_from_months: int | None
    age_to_months: int | None
    anaesthetic_porte: str | None
    admits_accommodation: bool
    """Whether a factor of accommodation applies."""


class Agreements:
    """The agreements of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Number the price rows as the engine does: schedules by id, editions as their file lists them."""
        self._catalogue = catalogue
        tables = [
            catalogue.prices[schedule, edition.id]
            for schedule in sorted(catalogue.schedules)
            for edition in catalogue.schedules[schedule].editions
        ]
        columns = (
            "code", "description", "sex", "patient_setting", "age_from_months", "age_to_months",
            "anaesthetic_porte", "admits_accommodation",
        )  # fmt: skip
        self._rows = pa.concat_tables([table.select(columns) for table in tables]).combine_chunks()
        self.row = lru_cache(ROWS_REMEMBERED)(self._row)
        """The facts of the price row of a number."""
        self.description = lru_cache(ROWS_REMEMBERED)(self._description)
        """What some table calls a code; empty if none does."""
        self._in_force = lru_cache(AGREEMENTS_REMEMBERED)(self._as_of)

    def of(
        self, contract: str, start: datetime, end: datetime | None, admission: date | None
    ) -> Agreement | None:
        """The agreement under a contract on an act's price date; None where nothing is in force."""
        agreement = self._on(contract, start, end, admission)
        if agreement is None or agreement.launching.difference_contract is None:
            return agreement
        private = agreement.launching.difference_contract
        return replace(agreement, private=self._on(private, start, end, admission))

    def _on(
        self, contract: str, start: datetime, end: datetime | None, admission: date | None
    ) -> Agreement | None:
        found = self._catalogue.contracts.get(contract)
        if found is None:
            return None
        day = start.date()
        if found.price_date is PriceDate.END and end is not None:
            day = end.date()
        elif found.price_date is PriceDate.ADMISSION and admission is not None:
            day = admission
        return self._in_force(contract, day)

    def _as_of(self, contract: str, day: date) -> Agreement | None:
        found = self._catalogue.contracts[contract]
        terms = as_of(found.terms, day)
        if terms is None:
            return None
        standard = self._catalogue.standards[terms.standard]
        iamspe = standard.kind is StandardKind.IAMSPE
        return Agreement(found, terms, as_of(standard.rules, day), iamspe)

    def _row(self, number: int) -> RowFacts:
        cells = self._rows.slice(number, 1).to_pylist()[0]
        setting = cells["patient_setting"]
        return RowFacts(
            code=cells["code"],
            description=cells["description"] or "",
            sex=cells["sex"],
            setting=None if setting is None else SETTINGS[setting],
            age_from_months=cells["age_from_months"],
            age_to_months=cells["age_to_months"],
            anaesthetic_porte=cells["anaesthetic_porte"],
            admits_accommodation=cells["admits_accommodation"] is not False,
        )

    def _description(self, code: str) -> str:
        named = self._rows.filter(pc.equal(self._rows["code"], code))["description"].drop_null()
        return named[0].as_py() if len(named) else ""
