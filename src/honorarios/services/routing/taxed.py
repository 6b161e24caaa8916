"""Who pays and who receives, as taxes tell them apart, of what the registers say."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from honorarios.records.models import ReceivesAs
from honorarios.routing.routes import Route
from honorarios.routing.taxes import Month, Payer, Receiver

if TYPE_CHECKING:
    from datetime import date

    from honorarios.records.models import Hospital, TaxProfile
    from honorarios.routing.taxes import TaxYear

PAID_BY: Final = {
    Route.ACCREDITED: Payer.OPERATOR,
    Route.REPASSE: Payer.HOSPITAL,
    Route.COOPERATIVE: Payer.COOPERATIVE,
    Route.PRIVATE: Payer.PATIENT,
    Route.CLASS_DIFFERENCE: Payer.PATIENT,
}
USUAL_REGIME: Final = "presumed"
"""Of a company whose regime nobody registered (A)."""
PERCENT: Final = Decimal(100)


def paid_by(route: Route, hospital: Hospital, day: date) -> Payer:
    """Who pays by a route; a hospital with CEBAS on the day collects no share of its own (Lei 10.666, 4)."""
    exempt = hospital.charity_until is not None and day <= hospital.charity_until
    return Payer.EXEMPT_CHARITY if exempt and route is Route.REPASSE else PAID_BY[route]


def receiver_of(profile: TaxProfile | None, receives_as: str, year: TaxYear) -> Receiver:
    """A professional by their tax profile; as is usual where nobody registered one."""
    if receives_as == ReceivesAs.LEGAL:
        known_regimes = {regime.code for regime in year.regimes}
        regime = USUAL_REGIME if profile is None else profile.regime
        return Receiver(regime if regime in known_regimes else USUAL_REGIME)
    if profile is None:
        return Receiver()
    rate = profile.marginal_rate
    month = Month(
        contributed=profile.social_used_centavos,
        base_month=profile.social_month,
        marginal=None if rate is None else rate / PERCENT,
    )
    return Receiver(None, month)
