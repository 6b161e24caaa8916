"""One priced line retold step by step, and checked on the way against what the engine kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from honorarios.catalogue.schema import PriceDate
from honorarios.core.findings import Finding, Place
from honorarios.core.money import format_brl
from honorarios.core.vocabulary import Role, Setting
from honorarios.pricing.agreed import agreed_for
from honorarios.pricing.status import Stage, Status
from honorarios.pricing.trace import codes
from honorarios.pricing.trace.components import components_of, fixed_component, stated_quantities
from honorarios.pricing.trace.factors import Circumstances, factors_used, missing_factor
from honorarios.pricing.trace.kept import (
    COMPONENTS,
    KeptError,
    given_cells,
    kept_day,
    kept_decimal,
    kept_figures,
    kept_number,
    kept_text,
)
from honorarios.pricing.trace.levels import FIXED, levels_tried, table_of
from honorarios.pricing.trace.method import method_of, multipliers_of, quantity_of
from honorarios.pricing.trace.model import (
    ComponentUsed,
    ContractUsed,
    Explanation,
    FactorUsed,
    LevelTried,
    Method,
    Multiplication,
    PriceRuleUsed,
    Quantity,
    Rounding,
    RowUsed,
    Source,
    State,
)
from honorarios.pricing.trace.value import Part, Worked, work_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from honorarios.catalogue.schema import Catalogue, StandardRules
    from honorarios.pricing.agreed import Agreed
    from honorarios.pricing.book import Book, PriceRow
    from honorarios.pricing.facts import Facts

PRICE_DATES: Final[Mapping[PriceDate, Literal["start", "end", "admission"]]] = {
    PriceDate.START: "start",
    PriceDate.END: "end",
    PriceDate.ADMISSION: "admission",
}
ROLES: Final = {int(role): role.code_name for role in Role}
SETTINGS: Final = {int(setting): setting.code_name for setting in Setting}


class Retelling:
    """One line that found a contract, retold as far as it got."""

    def __init__(
        self,
        result: Mapping[str, object],
        status: Status,
        facts: Facts,
        catalogue: Catalogue,
        book: Book,
    ) -> None:
        """Find again what was agreed for the line.

        Raises:
            KeptError: if the result is not one that this catalogue can give.
        """
        self._result = result
        self._status = status
        self._facts = facts
        self._catalogue = catalogue
        self._book = book
        self._findings: list[Finding] = []
        self._agreed = self._find_agreed()
        self._level = kept_number(result, "level")
        self._row = self._find_row()

    def told(self, catalogue_hash: str, state: State) -> Explanation:
        """The memória de cálculo of the line."""
        self._compare("início das condições", "terms_from", str(self._agreed.terms.valid_from))
        components = self._components()
        factors: tuple[FactorUsed, ...] = ()
        method = quantity = None
        roundings: tuple[Rounding, ...] = ()
        if self._status.stage >= Stage.FACTORS:
            figures = kept_figures(self._result)
            factors = factors_used(self._circumstances(components), figures)
            method, quantity = self._method(), self._quantity()
            components, roundings = self._calculated(components, figures, method, quantity)
        elif self._status.stage is Stage.COMPONENTS:
            factors = (missing_factor(self._circumstances(components), self._status),)
        return Explanation(
            catalogue_name=self._catalogue.manifest.name,
            catalogue_hash=catalogue_hash,
            line=given_cells(self._result),
            status=state,
            contract=self._contract(),
            price_rule=self._rule(),
            levels=self._levels(),
            row=None if self._row is None else self._row_used(self._row),
            components=components,
            factors=factors,
            method=method,
            quantity=quantity,
            roundings=roundings,
            unit_centavos=kept_number(self._result, "unit_centavos"),
            total_centavos=kept_number(self._result, "total_centavos"),
            findings=tuple(self._findings),
        )

    def _find_agreed(self) -> Agreed:
        contract = kept_text(self._result, "contract_used") or ""
        try:
            return agreed_for(self._facts, contract, self._catalogue)
        except LookupError:
            raise KeptError("contract_used") from None

    def _find_row(self) -> PriceRow | None:
        if self._level is None or self._level == FIXED:
            return None
        number = kept_number(self._result, "price_row")
        try:
            row = self._book.row(-1 if number is None else number)
        except LookupError:
            raise KeptError("price_row") from None
        if row.cells["code"] != self._facts.code:
            raise KeptError("price_row")
        return row

    def _rules(self) -> StandardRules:
        if self._agreed.rules is None:
            raise KeptError("contract_used")
        return self._agreed.rules

    def _compare(self, what: str, column: str, found: str) -> None:
        """A finding when the catalogue leads elsewhere than the line says."""
        kept = kept_text(self._result, column) or ""
        if kept != found:
            other = codes.OTHER_STEPS.at(Place(field=column), what=what, found=found, kept=kept)
            self._findings.append(other)

    def _contract(self) -> ContractUsed:
        contract, terms = self._agreed.contract, self._agreed.terms
        return ContractUsed(
            terms=Source(
                contract.id, contract.name, terms.valid_from, terms.valid_to, terms.source
            ),
            payer=contract.payer,
            billing_unit=contract.billing_unit,
            route=contract.route.code_name,
            given=kept_text(self._result, "contract") is not None,
            price_date=self._agreed.day,
            price_date_by=PRICE_DATES[contract.price_date],
            standard=self._standard() if self._agreed.rules is not None else None,
        )

    def _standard(self) -> Source:
        standard, rules = self._agreed.standard, self._rules()
        return Source(standard.id, standard.name, rules.valid_from, rules.valid_to, rules.source)

    def _rule(self) -> PriceRuleUsed | None:
        rule = self._agreed.rule
        if rule is None or self._status.stage < Stage.RULE:
            return None
        self._compare("regra de preço", "price_rule", rule.name)
        return PriceRuleUsed(rule.name, rule.excluded, rule.fixed)

    def _levels(self) -> tuple[LevelTried, ...]:
        if self._status.stage < Stage.RULE or self._status is Status.EXCLUDED:
            return ()
        valid = kept_day(self._result, "valid_from"), kept_day(self._result, "valid_to")
        return levels_tried(
            self._agreed, self._facts, self._level, valid, self._catalogue, self._book
        )

    def _row_used(self, row: PriceRow) -> RowUsed:
        cells, edition = row.cells, self._book.edition(row)
        schedule = self._catalogue.schedules[row.schedule]
        return RowUsed(
            number=row.number,
            edition=Source(
                f"{row.schedule}@{row.edition}",
                schedule.name,
                edition.valid_from,
                edition.valid_to,
                edition.source,
            ),
            inherited_by=self._heir(row),
            code=cells["code"],
            description=cells["description"] or "",
            basis=cells["basis"],
            valid_from=kept_day(self._result, "valid_from"),
            valid_to=kept_day(self._result, "valid_to"),
            role=None if cells["role"] is None else ROLES[cells["role"]],
            accommodation=cells["accommodation"],
            setting=None if cells["setting"] is None else SETTINGS[cells["setting"]],
            anaesthetic_porte=cells["anaesthetic_porte"],
            source=cells["source"] or edition.source,
        )

    def _heir(self, row: PriceRow) -> str | None:
        """The edition that has a row by inheritance."""
        table = None if self._level is None else table_of(self._agreed, self._level)
        held = None if table is None else self._book.edition_on(table, self._agreed.day)
        return None if held == row.edition else held

    def _components(self) -> tuple[ComponentUsed, ...]:
        rule = self._agreed.rule
        if self._level == FIXED and rule is not None and rule.fixed is not None:
            told: tuple[ComponentUsed, ...] = (fixed_component(rule.fixed),)
        elif self._row is None or self._level is None or not self._was_counted():
            return ()
        else:
            told = components_of(
                self._agreed, self._rules(), self._facts, self._row, self._level, self._catalogue
            )
        if self._status.stage >= Stage.COMPONENTS:
            bases = {component.name: component.base for component in told}
            for name in COMPONENTS:
                self._same_base(name, bases.get(name))
        return told

    def _was_counted(self) -> bool:
        """Whether the line got as far as counting its units."""
        return self._status.stage >= Stage.COMPONENTS or self._status is Status.NO_COEFFICIENT

    def _same_base(self, name: str, base: Decimal | None) -> None:
        kept = kept_decimal(self._result, name)
        if kept != (base or 0):
            other = codes.OTHER_STEPS.at(
                Place(field=name), what="valor de base", found=base or 0, kept=kept
            )
            self._findings.append(other)

    def _circumstances(self, components: tuple[ComponentUsed, ...]) -> Circumstances:
        place = self._agreed.contract.calendar
        return Circumstances(
            facts=self._facts,
            agreed=self._agreed,
            rules=self._rules(),
            standard=self._standard(),
            row=self._row,
            components=components,
            calendar=None if place is None else self._catalogue.calendars[place],
            categories=self._catalogue.manifest.categories,
        )

    def _method(self) -> Method:
        single = self._row is None or sum(1 for _ in stated_quantities(self._row)) == 1
        return method_of(self._agreed.terms, single=single)

    def _quantity(self) -> Quantity:
        counted_alike = self._row is None or self._agreed.iamspe
        extra = None if counted_alike else self._row.cells["extra_quantity_percent"]  # type: ignore[union-attr]
        return quantity_of(self._facts.quantity, extra)

    def _calculated(
        self,
        components: Sequence[ComponentUsed],
        figures: Mapping[str, Decimal],
        method: Method,
        quantity: Quantity,
    ) -> tuple[tuple[ComponentUsed, ...], tuple[Rounding, ...]]:
        """The components with every multiplication, and every rounding in order."""
        steps = [list(multipliers_of(part.name, figures, method)) for part in components]
        worked = work_out(
            [
                Part(part.name, kept_decimal(self._result, part.name), [by for _, by in factors])
                for part, factors in zip(components, steps, strict=True)
            ],
            method.rounding_mode,
            method.rounding_point,
            quantity.multiplier,
            reversal=quantity.quantity < 0,
        )
        self._same_value(worked)
        told = [
            ComponentUsed(
                part.name,
                part.quantity,
                part.coefficient,
                part.base,
                tuple(
                    Multiplication(factor, by, value)
                    for (factor, by), value in zip(factors, done.values, strict=True)
                ),
                done.value,
            )
            for part, factors, done in zip(components, steps, worked.parts, strict=True)
        ]
        return tuple(told), tuple(Rounding(*rounded) for rounded in worked.roundings)

    def _same_value(self, worked: Worked) -> None:
        if self._status is not Status.PRICED:
            return
        for column, value in (
            ("unit_centavos", worked.unit_centavos),
            ("total_centavos", worked.total_centavos),
        ):
            kept = kept_number(self._result, column)
            if kept != value:
                shown = "nada" if kept is None else format_brl(kept)
                other = codes.OTHER_VALUE.at(
                    Place(field=column), worked=format_brl(value), kept=shown
                )
                self._findings.append(other)
