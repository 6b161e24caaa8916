"""The steps of a valuation's taxes, each with what it is of: INSS and IRPF, or a regime and its advances (2.5).

What is kept at source of a legal person is an advance on the regime's burden: it is told beside the net
value, and not taken from it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from honorarios.core.money import format_brl
from honorarios.routing.taxes.parameters import Payer
from honorarios.routing.value import share
from honorarios.routing.words import percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.routing.taxes.parameters import TaxYear, Withheld
    from honorarios.routing.taxes.person import Month
    from honorarios.routing.taxes.receiver import Receiver
    from honorarios.routing.value import Valuation

CENTAVOS: Final = 100
WORDS: Final = {
    Payer.OPERATOR: "convênio",
    Payer.PATIENT: "paciente",
    Payer.HOSPITAL: "hospital",
    Payer.EXEMPT_CHARITY: "hospital filantrópico com CEBAS",
    Payer.COOPERATIVE: "cooperativa",
}


@dataclass(frozen=True, slots=True)
class TaxStep:
    """A tax of a valuation."""

    label: str
    centavos: int
    note: str = ""
    is_advance: bool = False
    """Kept at source on account of what the regime takes: it changes no net value."""


def tax_steps(
    year: TaxYear, receiver: Receiver, payer: Payer, valuation: Valuation
) -> tuple[TaxStep, ...]:
    """What tax takes of a valuation, step by step; those that are no advances add up to its tax."""
    if receiver.regime is None:
        return tuple(_of_person(year, receiver.month, payer, valuation))
    return tuple(_of_company(year, receiver.regime, payer, valuation))


def _of_person(
    year: TaxYear, month: Month, payer: Payer, valuation: Valuation
) -> Iterator[TaxStep]:
    social = year.social_security.of(payer)
    withheld = social.collected_by == "payer"
    yield TaxStep(
        f"INSS, {percent(social.rate)}",
        sum(tranche.tax.social for tranche in valuation.tranches),
        f"Pago por {WORDS[payer]}: "
        + ("retido na fonte" if withheld else "recolhido pelo próprio médico")
        + f", até o teto de {format_brl(int(year.social_security.ceiling * CENTAVOS))} por mês"
        + _used(month)
        + ".",
    )
    by = "pela tabela do mês"
    if month.marginal is not None:
        by = f"{percent(month.marginal)} na margem"
    yield TaxStep(
        f"IRPF, {by}",
        sum(tranche.tax.income for tranche in valuation.tranches),
        "Sobre o que resta depois do INSS.",
    )


def _used(month: Month) -> str:
    """What of the ceiling is taken already, and in which month."""
    if not month.contributed:
        return ""
    of = "de cada mês" if month.base_month is None else f"de {month.base_month:%m/%Y}"
    return f", do qual já se contribuiu sobre {format_brl(month.contributed)} {of}"


def _of_company(year: TaxYear, code: str, payer: Payer, valuation: Valuation) -> Iterator[TaxStep]:
    regime = year.regime(code)
    yield TaxStep(f"{regime.label}, {percent(regime.rate)}", valuation.tax)
    if payer is Payer.PATIENT or not regime.withheld:
        return
    kept = year.withholding
    for label, rule in (("IRRF", kept.income_tax), ("CSRF", kept.contributions)):
        amount = sum(_kept(rule, one.paid - one.fee) for one in valuation.tranches)
        if amount:
            note = "Antecipação retida na fonte: adianta o tributo do regime, não muda o líquido."
            yield TaxStep(f"{label}, {percent(rule.rate)}", amount, note, is_advance=True)


def _kept(rule: Withheld, base: int) -> int:
    """What is kept of a payment; nothing where it would be less than what is worth keeping."""
    amount = share(base, rule.rate)
    return amount if amount >= Decimal(CENTAVOS) * rule.not_under else 0
