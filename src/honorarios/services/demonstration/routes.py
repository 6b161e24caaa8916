"""What the choice of a route needs in the fictitious hospital: a contract for each route, and a history of payments."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from django.utils import timezone

from honorarios.core.vocabulary import BillingRoute
from honorarios.records.models import Cooperative, RoutePayment
from honorarios.services import catalogues
from honorarios.services.catalogues import store_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from honorarios.catalogue.schema import Contract, PriceRule, Terms
    from honorarios.services.actor import Actor
    from honorarios.services.demonstration.registers import Registers

WIDENED: Final = ("aurora-serra-azul", "bemtevi-serra-azul", "jacaranda-serra-azul")
"""The contracts that have sisters by the other routes."""
SISTERS: Final = (
    ("credenciado", BillingRoute.ACCREDITED, Decimal(-20)),
    ("repasse", BillingRoute.HOSPITAL_REPASSE, Decimal(-9)),
    ("cooperativa", BillingRoute.COOPERATIVE, Decimal(-15)),
)
"""What a sister's name ends with, its route, and the deflator of the fee where the contract has one."""
SEEN: Final = (
    ("convenio-aurora", "accredited", 60, 6, 45),
    ("convenio-aurora", "repasse", 34, 12, 75),
    ("convenio-aurora", "cooperative", 41, 8, 60),
    ("plano-bemtevi", "accredited", 52, 9, 50),
    ("plano-bemtevi", "repasse", 12, 16, 88),
    ("saude-jacaranda", "repasse", 38, 11, 70),
    ("saude-jacaranda", "cooperative", 9, 10, 65),
    ("iamspe-demonstracao", "repasse", 21, 5, 95),
)
"""Payer, route, lines, glosa in %, and about how many days to the money."""
CODES: Final = ("31005497", "31003079", "31009336", "30722713", "31303269")


def widen_contracts(operator: Actor) -> None:
    """Store the catalogue again with the contracts of the other routes."""
    found = catalogues.compiled_in_force(operator.office_id)
    if found is None:
        raise ValueError("the demonstration stores its catalogue first")
    whole = found[1].catalogue
    more = {
        sister.id: sister
        for name in WIDENED
        for words, route, fee in SISTERS
        if (sister := _sister(whole.contracts[name], words, route, fee)) is not None
    }
    widened = replace(whole, contracts={**whole.contracts, **more})
    store_catalogue(actor=operator, catalogue=widened).require()


def remember_payments(registers: Registers, random: Random) -> None:
    """What the office presented by each route in the last year, and what came of it."""
    cooperative = Cooperative.objects.filter(office=registers.office).order_by("code").last()
    RoutePayment.objects.bulk_create(_payments(registers, random, cooperative))


def _payments(
    registers: Registers, random: Random, cooperative: Cooperative | None
) -> Iterator[RoutePayment]:
    today = timezone.localdate()
    for payer, route, lines, percent, usual in SEEN:
        for _ in range(lines):
            presented = random.randrange(40_000, 320_000)
            # Some are refused whole and most not at all, so that their mean is the payer's.
            lost = presented if random.random() * 100 < percent else 0
            since = today - timedelta(days=random.randrange(20, 360))
            waited = max(5, usual + random.randrange(-15, 25))
            paid = since + timedelta(days=waited)
            open_still = paid > today
            yield RoutePayment(
                office=registers.office,
                payer=registers.payers[payer],
                hospital=registers.main.hospital,
                cooperative=cooperative if route == "cooperative" else None,
                route=route,
                code=random.choice(CODES),
                presented=presented,
                denied=0 if open_still else lost,
                recovered=0 if open_still or not lost else lost // 2,
                presented_on=since,
                paid_on=None if open_still else paid,
                waited=None if open_still else waited,
            )


def _sister(base: Contract, words: str, route: BillingRoute, fee: Decimal) -> Contract | None:
    """The contract by another route; none by its own."""
    if route is base.route:
        return None
    update = {
        "id": f"{base.id}-{words}",
        "name": f"{base.name}, {words}",
        "route": route,
        "terms": tuple(_terms(one, fee) for one in base.terms),
    }
    return base.model_copy(update=update)


def _terms(terms: Terms, fee: Decimal) -> Terms:
    return terms.model_copy(
        update={"price_rules": tuple(_rule(rule, fee) for rule in terms.price_rules)}
    )


def _rule(rule: PriceRule, fee: Decimal) -> PriceRule:
    if not rule.adjust.fee:
        return rule
    told = f"{rule.name.partition(':')[0]}: honorário com {abs(fee)} % de desconto"
    adjust = rule.adjust.model_copy(update={"fee": fee, "anaesthesia": fee})
    return rule.model_copy(update={"name": told, "adjust": adjust})
