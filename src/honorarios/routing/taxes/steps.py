"""The steps of a valuation's taxes, each with what it is of: INSS and IRPF, or a regime and its advances (2.5).

What is kept at source of a legal person is an advance on the regime's burden: it is told beside the net
value, and not taken from it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from honorarios.core.money import format_brl
from honorarios.core.phrase import Phrase
from honorarios.core.phrase import gettext_noop as _
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
    Payer.OPERATOR: _("convênio"),
    Payer.PATIENT: _("paciente"),
    Payer.HOSPITAL: _("hospital"),
    Payer.EXEMPT_CHARITY: _("hospital filantrópico com CEBAS"),
    Payer.COOPERATIVE: _("cooperativa"),
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
        Phrase(
            _("Pago por {payer}: {collected}, até o teto de {ceiling} por mês{used}."),
            payer=WORDS[payer],
            collected=_("retido na fonte") if withheld else _("recolhido pelo próprio médico"),
            ceiling=format_brl(int(year.social_security.ceiling * CENTAVOS)),
            used=_used(month),
        ),
    )
    by = _("pela tabela do mês")
    if month.marginal is not None:
        by = Phrase(_("{rate} na margem"), rate=percent(month.marginal))
    yield TaxStep(
        Phrase("IRPF, {by}", by=by),
        sum(tranche.tax.income for tranche in valuation.tranches),
        _("Sobre o que resta depois do INSS."),
    )


def _used(month: Month) -> str:
    """What of the ceiling is taken already, and in which month."""
    if not month.contributed:
        return ""
    amount = format_brl(month.contributed)
    if month.base_month is None:
        return Phrase(_(", do qual já se contribuiu sobre {amount} de cada mês"), amount=amount)
    told = _(", do qual já se contribuiu sobre {amount} de {month}")
    return Phrase(told, amount=amount, month=f"{month.base_month:%m/%Y}")


def _of_company(year: TaxYear, code: str, payer: Payer, valuation: Valuation) -> Iterator[TaxStep]:
    regime = year.regime(code)
    yield TaxStep(f"{regime.label}, {percent(regime.rate)}", valuation.tax)
    if payer is Payer.PATIENT or not regime.withheld:
        return
    kept = year.withholding
    for label, rule in (("IRRF", kept.income_tax), ("CSRF", kept.contributions)):
        amount = sum(_kept(rule, one.paid - one.fee) for one in valuation.tranches)
        if amount:
            note = _(
                "Antecipação retida na fonte: adianta o tributo do regime, não muda o líquido."
            )
            yield TaxStep(f"{label}, {percent(rule.rate)}", amount, note, is_advance=True)


def _kept(rule: Withheld, base: int) -> int:
    """What is kept of a payment; nothing where it would be less than what is worth keeping."""
    amount = share(base, rule.rate)
    return amount if amount >= Decimal(CENTAVOS) * rule.not_under else 0
