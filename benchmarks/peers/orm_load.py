"""Fill the Django models with a core catalogue."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import connection, transaction

from benchmarks.peers import orm_models as m
from benchmarks.peers.tables import holidays, iso
from honorarios.catalogue.schema import Day, FactorScope
from honorarios.core.vocabulary import PARAMETERISED_ROLES, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.catalogue.schema import Catalogue, PlanTerms, StandardRules, Terms

BATCH = 5_000
SECONDARY = 1
"""Place of a secondary act in a cascade."""


def load(catalogue: Catalogue) -> None:
    """Make the tables and fill them."""
    with connection.schema_editor() as editor:
        for model in m.ALL:
            editor.create_model(model)
    _fill(catalogue)


@transaction.atomic
def _fill(catalogue: Catalogue) -> None:
    m.Schedule.objects.bulk_create(m.Schedule(id=id_) for id_ in catalogue.schedules)
    m.PriceRow.objects.bulk_create(_price_rows(catalogue), BATCH)
    _coefficients(catalogue)
    _standards(catalogue)
    _contracts(catalogue)
    m.Holiday.objects.bulk_create(
        m.Holiday(calendar=id_, day=iso(day))
        for id_, calendar in catalogue.calendars.items()
        for day in sorted(set(holidays(calendar)))
    )


def _price_rows(catalogue: Catalogue) -> Iterator[m.PriceRow]:
    number = 0
    for id_ in sorted(catalogue.schedules):
        for row in catalogue.prices[id_, catalogue.schedules[id_].editions[0].id].to_pylist():
            yield m.PriceRow(
                schedule_id=id_,
                number=number,
                code=row["code"],
                basis=row["basis"],
                porte=row["porte"],
                valid_from=row["valid_from"],
                valid_to=row["valid_to"],
                fee=Decimal(1) if row["fee"] is None else row["fee"],
                operating_cost=row["operating_cost"] or 0,
                film=row["film"] or 0,
            )
            number += 1


def _coefficients(catalogue: Catalogue) -> None:
    for set_ in catalogue.coefficients.values():
        for values in set_.values:
            period = m.CoefficientPeriod.objects.create(
                set=set_.id,
                valid_from=values.valid_from,
                valid_to=values.valid_to,
                ch=values.ch,
                uco=values.uco,
                film=values.film,
            )
            m.PorteValue.objects.bulk_create(
                m.PorteValue(period=period, porte=porte, value=value)
                for porte, value in values.portes.items()
            )


def _standards(catalogue: Catalogue) -> None:
    for standard in catalogue.standards.values():
        for rules in standard.rules:
            routes = rules.access_routes
            kept = m.StandardRules.objects.create(
                standard=standard.id,
                valid_from=rules.valid_from,
                valid_to=rules.valid_to,
                same=routes.same[SECONDARY],
                different=routes.different[SECONDARY],
            )
            m.RolePercent.objects.bulk_create(
                m.RolePercent(rules=kept, role=role.code_name, percent=_role_percent(rules, role))
                for role in Role
            )
            m.OvertimeWindow.objects.bulk_create(
                m.OvertimeWindow(
                    rules=kept,
                    day_class=list(Day).index(day),
                    start=window.start,
                    end=window.end,
                    percent=window.percent,
                )
                for window in rules.overtime.rules
                for day in window.days
            )


def _role_percent(rules: StandardRules, role: Role) -> Decimal | None:
    if role not in PARAMETERISED_ROLES:
        return Decimal(100)
    percent: Decimal | None = getattr(rules.roles, role.code_name)
    others = (Role.SECOND_ASSISTANT, Role.THIRD_ASSISTANT, Role.FOURTH_ASSISTANT)
    return rules.roles.other_assistants if percent is None and role in others else percent


def _contracts(catalogue: Catalogue) -> None:
    for contract in catalogue.contracts.values():
        kept = m.Contract.objects.create(id=contract.id, calendar=contract.calendar)
        for terms in contract.terms:
            _terms(kept, terms)


def _terms(contract: m.Contract, terms: Terms) -> None:
    kept = m.Terms.objects.create(
        contract=contract,
        valid_from=terms.valid_from,
        valid_to=terms.valid_to,
        standard=terms.standard,
        coefficients=terms.coefficients,
        **_tables(terms),
        plan_tables_exclusive=terms.plan_tables_exclusive,
        touches_all=terms.factor_scope is FactorScope.TABLE_VALUE,
    )
    m.PlanTerms.objects.bulk_create(
        m.PlanTerms(terms=kept, plan=plan.plan, **_tables(plan)) for plan in terms.plans
    )
    m.AccommodationFactor.objects.bulk_create(
        m.AccommodationFactor(terms=kept, type=row.type, factor=row.factor)
        for row in terms.accommodation
    )


def _tables(terms: Terms | PlanTerms) -> dict[str, str | None]:
    special, procedure = terms.special_table, terms.procedure_table
    return {
        "special_table_id": None if special is None else special.schedule,
        "procedure_table_id": None if procedure is None else procedure.schedule,
    }
