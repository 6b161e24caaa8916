"""A query at every step of every line through Django's ORM, as such systems are usually written."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from benchmarks.peers import orm_models as m
from benchmarks.peers.columns import RESULT_COLUMNS
from honorarios.core.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

CENTAVO = Decimal("0.01")
HOLIDAY = 7
LARGEST_QUANTITY = 999
ROLES = frozenset(role.code_name for role in Role)


class NotPricedError(Exception):
    """Why a line has no price."""

    def __init__(self, status: str) -> None:
        super().__init__(status)
        self.status = status


class OrmLines:
    """Prices lines given as dictionaries, one at a time."""

    def __init__(self, catalogue_hash: str = "") -> None:
        self._catalogue_hash = catalogue_hash

    def price(self, line: dict[str, Any]) -> tuple[Any, ...]:
        """The result columns of a line, in their order."""
        result: dict[str, Any] = dict.fromkeys(RESULT_COLUMNS)
        try:
            _price(line, result)
        except NotPricedError as reason:
            result["status"] = reason.status
        else:
            result["status"] = "priced"
        result["catalogue_hash"] = self._catalogue_hash
        return tuple(result.values())


def _price(line: dict[str, Any], result: dict[str, Any]) -> None:
    _check(line)
    day = line["start"].date()
    contract = m.Contract.objects.filter(pk=line["contract"]).first()
    if contract is None:
        raise NotPricedError("unknown_contract")
    terms = contract.terms.filter(_in_force(day)).first()
    if terms is None:
        raise NotPricedError("contract_not_in_force")
    result |= {"contract_used": contract.pk, "terms_from": terms.valid_from}
    level, row = _look_up(terms, line["plan"], line["code"], day)
    result |= {
        "level": level,
        "schedule": f"{row.schedule_id}@base",
        "price_row": row.number,
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "basis": row.basis,
    }
    fee, operating_cost, film = _components(row, terms, day)
    result |= {
        "fee_unit": row.porte or row.basis,
        "fee": fee,
        "operating_cost": operating_cost,
        "film": film,
    }
    factors = _factors(line, terms, contract, day)
    neutral = {
        "fee_adjustment": 1,
        "operating_cost_adjustment": 1,
        "film_adjustment": 1,
        "paediatric_percent": 0,
        "technique_factor": 1,
        "bilateral_percent": 0,
    }
    result |= {name: Decimal(value) for name, value in neutral.items()} | factors
    unit = _unit(row, terms, (fee, operating_cost, film), factors)
    if not unit:
        raise NotPricedError("zero_price")
    result |= {"unit_centavos": unit, "total_centavos": unit * line["quantity"]}


def _check(line: dict[str, Any]) -> None:
    for name in ("code", "start", "role"):
        if line[name] is None:
            raise NotPricedError(f"missing_{name}")
    if line["role"] not in ROLES:
        raise NotPricedError("invalid_role")
    quantity = line["quantity"]
    if not quantity or abs(quantity) > LARGEST_QUANTITY:
        raise NotPricedError("invalid_quantity")
    if line["contract"] is None:
        raise NotPricedError("missing_contract")


def _in_force(day: date) -> Q:
    return Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))


def _look_up(terms: m.Terms, plan: str | None, code: str, day: date) -> tuple[int, m.PriceRow]:
    tried = False
    for level, table in _tables(terms, plan):
        rows = m.PriceRow.objects.filter(schedule_id=table, code=code)
        row = rows.filter(valid_from__lte=day).order_by("-valid_from").first()
        if row and (row.valid_to is None or day <= row.valid_to):
            return level, row
        tried = tried or row is not None or rows.exists()
    if tried:
        raise NotPricedError("price_not_in_force")
    known = m.PriceRow.objects.filter(code=code).exists()
    raise NotPricedError("no_price" if known else "unknown_code")


def _tables(terms: m.Terms, plan: str | None) -> Iterator[tuple[int, str]]:
    own = terms.plans.filter(plan=plan).first() if plan else None
    has_own = own is not None and (own.special_table_id or own.procedure_table_id)
    if has_own:
        yield from (
            (n, t) for n, t in ((1, own.special_table_id), (2, own.procedure_table_id)) if t
        )
    if not (has_own and terms.plan_tables_exclusive):
        yield from (
            (n, t) for n, t in ((3, terms.special_table_id), (4, terms.procedure_table_id)) if t
        )


def _components(row: m.PriceRow, terms: m.Terms, day: date) -> tuple[Decimal, Decimal, Decimal]:
    values = m.CoefficientPeriod.objects.filter(_in_force(day), set=terms.coefficients).get()
    cost_value = {"BRL": Decimal(1), "CH": values.ch, "PORTE": values.uco}[row.basis]
    fee_value = {"BRL": Decimal(1), "CH": values.ch}.get(row.basis)
    if row.basis == "PORTE":
        fee_value = values.portevalue_set.get(porte=row.porte).value
    return (
        _worth(row.fee, fee_value),
        _worth(row.operating_cost, cost_value),
        _worth(row.film, values.film),
    )


def _worth(quantity: Decimal, value: Decimal | None) -> Decimal:
    if quantity and value is None:
        raise NotPricedError("no_coefficient")
    return quantity * (value or 0)


def _factors(
    line: dict[str, Any], terms: m.Terms, contract: m.Contract, day: date
) -> dict[str, Decimal]:
    rules = m.StandardRules.objects.filter(_in_force(day), standard=terms.standard).get()
    accommodation = Decimal(1)
    if line["accommodation"] is not None:
        annexed = terms.accommodation.filter(type=line["accommodation"]).first()
        if annexed is None:
            raise NotPricedError("no_accommodation_factor")
        accommodation = annexed.factor
    role = rules.roles.get(role=line["role"]).percent
    if role is None:
        raise NotPricedError("no_role_percent")
    route = Decimal(100)
    if line["procedure_kind"] == "secondary":
        route = {"same": rules.same, "different": rules.different}.get(line["access_route"], route)
    urgent = line["character"] == "urgent"
    return {
        "accommodation_factor": accommodation,
        "overtime_percent": _overtime(line["start"], rules, contract) if urgent else Decimal(0),
        "role_percent": role,
        "route_percent": route,
    }


def _overtime(start: datetime, rules: m.StandardRules, contract: m.Contract) -> Decimal:
    is_holiday = m.Holiday.objects.filter(calendar=contract.calendar, day=start.date()).exists()
    clock = f"{start:%H:%M}"
    windows = rules.windows.filter(day_class=HOLIDAY if is_holiday else start.weekday())
    return max(
        (window.percent for window in windows if _inside(clock, window.start, window.end)),
        default=Decimal(0),
    )


def _inside(clock: str, start: str, end: str) -> bool:
    return start <= clock < end if start < end else clock >= start or clock < end


def _unit(
    row: m.PriceRow,
    terms: m.Terms,
    components: tuple[Decimal, Decimal, Decimal],
    factors: dict[str, Decimal],
) -> int:
    product = factors["accommodation_factor"] * (1 + factors["overtime_percent"] / 100)
    product *= factors["role_percent"] / 100 * (factors["route_percent"] / 100)
    fee, *rest = components
    single = sum(map(bool, (row.fee, row.operating_cost, row.film))) <= 1
    exact = sum(components) * product if single or terms.touches_all else fee * product + sum(rest)
    return int(exact.quantize(CENTAVO, ROUND_HALF_UP) * 100)
