"""Registers of who bills whom: agreements, terms, cooperatives, memberships, contacts, tax profiles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from honorarios.core.findings import Place
from honorarios.records import models
from honorarios.records.models import AgreementKind, ReceivesAs
from honorarios.routing.taxes.parameters import tax_years
from honorarios.services.operations import Operation
from honorarios.services.registers import codes
from honorarios.services.registers.confirmations import CONFIRMABLE, confirmation
from honorarios.services.registers.cut_offs import cut_off
from honorarios.services.registers.dated import dates_in_order
from honorarios.services.registers.field import field_of, spelt
from honorarios.services.registers.register import Apart, Register, columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from honorarios.core.findings import Finding

VALIDITY: Final = ("valid_from", "valid_to")
MOST_REAIS: Final = 1_000_000
CUT_OFF: Final = (
    "cut_off_shape",
    "cut_off_event",
    "cut_off_days",
    "cut_off_working",
    "cut_off_day",
    "cut_off_months",
    "cut_off_roll",
    "cut_off_dates",
)
_WANTED: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    AgreementKind.REPASSE: (("hospital", "payer"), ("cooperative",)),
    AgreementKind.COOPERATIVE: (("cooperative", "payer"), ("hospital",)),
    AgreementKind.ACCEPTANCE: (("hospital", "cooperative"), ()),
}
"""The parties that each kind of agreement has, and those that it hasn't."""
_PARTIES: Final = {"hospital": "Hospital", "cooperative": "Cooperativa", "payer": "Convênio"}


_KINDS: Final = {
    "repasse hospitalar": "repasse",
    "hospital": "repasse",
    "cooperativa": "cooperative",
    "aceitacao": "acceptance",
    "aceite": "acceptance",
}
_SCOPES: Final = {
    "eletiva": "elective",
    "eletivas": "elective",
    "emergencia": "urgency",
    "urgencia e emergencia": "urgency",
    "urgencia/emergencia": "urgency",
    "somente urgencia": "urgency",
    "ambos": "both",
    "todos": "both",
    "eletivo/urgencia": "both",
}
STATUSES: Final = {
    "confirmada": "confirmed",
    "presumida": "presumed",
    "nao confirmada": "unknown",
    "desconhecido": "unknown",
    "a confirmar": "unknown",
    "negada": "denied",
}
"""How people write what a closed list says, besides its labels and names."""


def _parties(values: Mapping[str, Any]) -> Iterator[Finding]:
    """Who an agreement is between, by its kind."""
    kind = values["kind"]
    wanted, unwanted = _WANTED[kind]
    told = AgreementKind(kind).label
    for name in wanted:
        if not values[name]:
            yield codes.PARTY_MISSING.at(Place(field=name), title=_PARTIES[name], kind=told)
    for name in unwanted:
        if values[name]:
            yield codes.PARTY_EXTRA.at(Place(field=name), title=_PARTIES[name], kind=told)
    if values["plan"] and not values["payer"]:
        yield codes.PARTY_MISSING.at(Place(field="payer"), title="Convênio", kind="um só plano")
    if values["billing_unit"] and not values["hospital"]:
        yield codes.PARTY_MISSING.at(Place(field="hospital"), title="Hospital", kind="uma unidade")


def _scopes_meet(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two agreements speak of some surgery both: a package's is one of its own."""
    if one["scope"] == other["scope"]:
        return True
    both = models.AgreementScope.BOTH
    scopes = {one["scope"], other["scope"]}
    return both in scopes and models.AgreementScope.PACKAGE not in scopes


def _of_one(values: Mapping[str, Any]) -> Iterator[Finding]:
    if values["agreement"] and values["credential"]:
        yield codes.TERMS_OF_TWO.at(Place(field="credential"))


def _taxed(values: Mapping[str, Any]) -> Iterator[Finding]:
    """A legal person has a regime that is known; a natural one has none, and may have a margin."""
    regime = values["regime"]
    if values["receives_as"] == ReceivesAs.NATURAL:
        if regime:
            yield codes.REGIME_OF_PERSON.at(Place(field="regime"))
        return
    if values["marginal_rate"] is not None:
        yield codes.MARGIN_OF_COMPANY.at(Place(field="marginal_rate"))
    known = {one.code: one.label for year in tax_years() for one in year.regimes}
    if regime not in known:
        told = "; ".join(f"{label} ({code})" for code, label in known.items())
        yield codes.UNKNOWN_REGIME.at(Place(field="regime"), value=regime or "—", known=told)


def _first_of_month(values: Mapping[str, Any]) -> Iterator[Finding]:
    month = values["social_month"]
    if month is not None and month.day != 1:
        yield codes.NOT_A_MONTH.at(Place(field="social_month"))


AGREED: Final = (
    Register(
        name="hospital-contacts",
        model=models.HospitalContact,
        fields=columns(
            models.HospitalContact,
            *("hospital", "kind", "name", "email", "phone", "note"),
            *VALIDITY,
        ),
        key=("hospital", "kind", "name", "valid_from"),
        checks=(dates_in_order,),
    ),
    Register(
        name="cooperatives",
        model=models.Cooperative,
        fields=columns(
            models.Cooperative,
            *("code", "name", "roles", "specialties", "accepts_natural", "accepts_legal"),
        ),
        key=("code",),
    ),
    Register(
        name="memberships",
        model=models.CooperativeMembership,
        fields=columns(
            models.CooperativeMembership,
            *("provider", "cooperative", "receives_as"),
            *CONFIRMABLE,
            *VALIDITY,
        ),
        key=("provider", "cooperative", "valid_from"),
        checks=(dates_in_order, confirmation),
        apart=Apart(fields=("provider", "cooperative")),
    ),
    Register(
        name="agreements",
        model=models.Agreement,
        fields=columns(
            models.Agreement,
            *("kind", "hospital", "cooperative", "payer", "plan", "billing_unit", "scope", "codes"),
            *("specialty", "contract", "beside_repasse", "accepts_direct"),
            *CONFIRMABLE,
            *VALIDITY,
            kind=spelt(field_of(models.Agreement, "kind"), _KINDS),
            scope=spelt(field_of(models.Agreement, "scope"), _SCOPES),
            fact_status=spelt(field_of(models.Agreement, "fact_status"), STATUSES),
            plan=field_of(models.Agreement, "plan", within="payer"),
            billing_unit=field_of(models.Agreement, "billing_unit", within="hospital"),
        ),
        key=(
            *("kind", "hospital", "cooperative", "payer", "plan", "billing_unit", "scope", "codes"),
            *("specialty", "valid_from"),
        ),
        read=Operation.AGREEMENTS_READ,
        checks=(dates_in_order, _parties, confirmation),
        apart=Apart(
            fields=(
                *("kind", "hospital", "cooperative", "payer", "plan", "billing_unit", "codes"),
                "specialty",
            ),
            meets=_scopes_meet,
            looks_at=("scope",),
        ),
    ),
    Register(
        name="route-terms",
        model=models.RouteTerms,
        fields=columns(
            models.RouteTerms,
            *("agreement", "credential", "fee_share", "fee_on", "fixed_fee", "service_share"),
            *("loss_share", "payment_days"),
            *CUT_OFF,
            *("appeal_days", "documents", "papers", "same_route_for_all"),
            *("accepts_natural", "accepts_legal"),
            *VALIDITY,
            fee_share=field_of(models.RouteTerms, "fee_share", zero=True),
            service_share=field_of(models.RouteTerms, "service_share", zero=True),
            loss_share=field_of(models.RouteTerms, "loss_share", zero=True),
            fixed_fee=field_of(models.RouteTerms, "fixed_fee", zero=True, largest=MOST_REAIS),
        ),
        key=("agreement", "credential", "valid_from"),
        read=Operation.AGREEMENTS_READ,
        checks=(dates_in_order, _of_one, cut_off),
        apart=Apart(fields=("agreement", "credential")),
    ),
    Register(
        name="tax-profiles",
        model=models.TaxProfile,
        fields=columns(
            models.TaxProfile,
            *("provider", "receives_as", "regime", "marginal_rate", "social_used", "social_month"),
            *VALIDITY,
            marginal_rate=field_of(models.TaxProfile, "marginal_rate", zero=True),
            social_used=field_of(models.TaxProfile, "social_used", zero=True, largest=MOST_REAIS),
        ),
        key=("provider", "receives_as", "valid_from"),
        read=Operation.TAXES_READ,
        write=Operation.TAXES_WRITE,
        checks=(dates_in_order, _taxed, _first_of_month),
        apart=Apart(fields=("provider", "receives_as")),
    ),
)
"""Each after those that it refers to."""
