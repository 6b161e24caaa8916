"""A small hospital for the tests of launching: one insurer, a private table, and lines put on record.

The catalogue is that of ``tests.pricing.small`` with a private contract and the codes of the checks;
1000 CH at 0.41 in a ward are T1's 410.00.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from honorarios.catalogue.prices import price_rows
from honorarios.catalogue.schema import (
    BillingStandard,
    Catalogue,
    Coding,
    Edition,
    FeeSchedule,
    LaunchTerms,
    ScheduleKind,
    StandardKind,
    TableReference,
)
from honorarios.core.vocabulary import PayerGroup, Role, Setting, UpgradeReason
from honorarios.launching.launch import launch
from honorarios.launching.model import (
    AttendanceFacts,
    Context,
    Entry,
    PartFacts,
    PlanFacts,
    ProviderFacts,
    Recorded,
    Request,
    SplitRule,
    SplitShare,
    StayFacts,
    TargetPart,
)
from honorarios.launching.prices import Pricer
from honorarios.pricing.compile import compile_catalogue
from tests.pricing import small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.launching.model import Line, Outcome

ACT = "31003079"
EXAM = "40301010"
VISIT = "10102019"
OFFICE = "10101012"
ROOM = "60023155"
WEEKDAY = datetime(2024, 3, 12, 10)
SATURDAY = datetime(2024, 3, 16, 10)
PRINCIPAL, SURGEON, OTHER = "hospital", "cirurgiao", "outro"
PART, PRIVATE = "parcial-1", "parcial-2"
MORE_PRICES = (
    {"code": VISIT, "basis": "BRL", "fee": Decimal(100)},
    {"code": OFFICE, "basis": "BRL", "fee": Decimal(150)},
    {"code": ROOM, "basis": "BRL", "fee": Decimal("80.40")},
    {"code": "31009999", "basis": "CH", "fee": Decimal(700), "anaesthetic_porte": "3"},
    {"code": "31008888", "basis": "CH", "fee": Decimal(100), "admits_accommodation": False},
    {"code": "31301010", "basis": "CH", "fee": Decimal(700), "sex": "F"},
    {
        "code": "40302020",
        "basis": "BRL",
        "fee": Decimal("20.55"),
        "operating_cost": Decimal("10.10"),
    },
    {
        "code": "40305050",
        "basis": "CH",
        "fee": Decimal(50),
        "operating_cost": Decimal(30),
        "extra_quantity_percent": Decimal(70),
    },
    {"code": "40303030", "basis": "PORTE", "porte": "1A", "operating_cost": Decimal(2)},
    {"code": "40304040", "basis": "BRL", "fee": Decimal("0.01"), "operating_cost": Decimal("0.004")},
)  # fmt: skip
PRIVATE_PRICES = ({"code": ACT, "basis": "BRL", "fee": Decimal(900)},)


def catalogue(
    coding: Coding | None = None,
    launching: LaunchTerms | None = None,
    private: dict[str, Any] | None = None,
    kind: StandardKind = StandardKind.GENERAL,
    **terms: Any,  # noqa: ANN401 - any field of the terms
) -> Catalogue:
    """The insurer's contract with these terms, and the private one, ``particular``."""
    table = TableReference(schedule="particular")
    made = small.catalogue(
        small.contract(launching=launching or LaunchTerms(), **terms),
        small.contract("particular", **{"procedure_table": table, **(private or {})}),
    )
    edition = Edition(id="1", valid_from=date(2000, 1, 1), source="teste", prices="p.1.csv")
    schedule = FeeSchedule(id="particular", name="P", kind=ScheduleKind.AMB, editions=(edition,))
    standard = made.standards["padrao"]
    rules = standard.rules[0].model_copy(update={"coding": coding or Coding()})
    return replace(
        made,
        schedules={**made.schedules, "particular": schedule},
        prices={
            ("tabela", "1"): price_rows((*small.PRICES, *MORE_PRICES)),
            ("particular", "1"): price_rows(PRIVATE_PRICES),
        },
        standards={
            "padrao": BillingStandard(id="padrao", name="P", kind=kind, rules=(rules,)),
        },
    )


def pricer(**terms: Any) -> Pricer:  # noqa: ANN401 - what catalogue() takes
    """A pricer of such a catalogue."""
    return Pricer(compile_catalogue(catalogue(**terms)))


@lru_cache(1)
def usual() -> Pricer:
    """The pricer of the catalogue as it is."""
    return pricer()


def stay(**facts: Any) -> StayFacts:  # noqa: ANN401 - any field
    """A patient who chose an apartment, and consented."""
    given: dict[str, Any] = {
        "bed": "201",
        "start": datetime(2024, 1, 1),
        "accommodation": "apartment",
        "rank": 2,
        "reason": UpgradeReason.PATIENT_OPTION,
        "consented": True,
    }
    return StayFacts(**(given | facts))


def rule(provider: str, *shares: tuple[str, str], **facts: Any) -> SplitRule:  # noqa: ANN401 - any field
    """A rule of division of a provider's acts: each receiver with a percentage."""
    return SplitRule(
        provider=provider,
        shares=tuple(SplitShare(receiver, Decimal(percent)) for receiver, percent in shares),
        **{"valid_from": date(2000, 1, 1), **facts},
    )


def context(
    *rules: SplitRule,
    part: dict[str, Any] | None = None,
    attendance: dict[str, Any] | None = None,
    **facts: Any,  # noqa: ANN401 - any field of the context
) -> Context:
    """An inpatient of a ward plan in no bed, in an open part of the account."""
    given: dict[str, Any] = {
        "key": PART,
        "account": "conta",
        "payer": "convenio-contrato",
        "payer_group": PayerGroup.INSURER,
        "billing_unit": "unidade",
        "period_start": date(2024, 1, 1),
        "plan": PlanFacts(code="plano", accommodation="ward", rank=1),
        "principal_provider": PRINCIPAL,
        "contract": "contrato",
    }
    by_provider: dict[str, tuple[SplitRule, ...]] = {}
    for one in rules:
        by_provider[one.provider] = (*by_provider.get(one.provider, ()), one)
    receivers = {share.provider for one in rules for share in one.shares}
    known = {PRINCIPAL, SURGEON, OTHER} | receivers
    return Context(
        attendance=AttendanceFacts(**{"setting": Setting.INPATIENT, **(attendance or {})}),
        part=PartFacts(**(given | (part or {}))),
        providers={code: ProviderFacts(code=code) for code in known},
        split_rules=by_provider,
        **facts,
    )


def entry(**facts: Any) -> Entry:  # noqa: ANN401 - any field
    """A surgeon's act of T1."""
    given: dict[str, Any] = {
        "code": ACT,
        "start": WEEKDAY,
        "provider": SURGEON,
        "role": Role.SURGEON,
        "key": 1,
    }
    return Entry(**(given | facts))


def launched(asked: Entry, where: Context, by: Pricer | None = None) -> Outcome:
    """What becomes of one entry."""
    return launch([Request(asked, where)], by or usual())[0]


def on_record(*outcomes: Outcome, first: int = 1) -> list[Recorded]:
    """The lines of outcomes as the record writes them: keys from ``first``, references by key."""
    account: list[Recorded] = []
    for outcome in outcomes:
        base = first + len(account)
        account += [_recorded(line, base, number) for number, line in enumerate(outcome.lines)]
    return account


def _recorded(line: Line, base: int, number: int) -> Recorded:
    def key(reference: int | None) -> int | None:
        return None if reference is None else base + reference

    return Recorded(
        key=base + number,
        line=line,
        part=PART if line.part is TargetPart.THIS else PRIVATE,
        split_group=None if line.split_group is None else f"grupo-{base + line.split_group}",
        difference_of=key(line.difference_of),
        automatic_of=key(line.automatic_of),
    )


def changed(recorded: Recorded, **facts: Any) -> Recorded:  # noqa: ANN401 - any field of the line
    """A recorded line with other facts."""
    return replace(recorded, line=replace(recorded.line, **facts))


def codes_of(findings: Sequence[Any]) -> list[str]:
    """The codes of findings, in their order."""
    return [finding.code for finding in findings]
