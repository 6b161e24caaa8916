"""A small catalogue, and entries and contexts that launch without any finding, to change one thing of."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from honorarios.catalogue.prices import price_rows
from honorarios.catalogue.schema import (
    AccessRoutes,
    AccommodationFactor,
    Anaesthesia,
    AnaesthesiaBase,
    BillingStandard,
    Catalogue,
    Coding,
    CoefficientSet,
    CoefficientValues,
    Contract,
    Day,
    Edition,
    FeeSchedule,
    LaunchTerms,
    Manifest,
    Overtime,
    OvertimeInterval,
    OvertimeRule,
    RolePercents,
    ScheduleKind,
    StandardKind,
    StandardRules,
    TableReference,
    Terms,
)
from honorarios.core.vocabulary import BillingRoute, CredentialMode, Role, Setting, Sex
from honorarios.launching.launch import launch
from honorarios.launching.model import (
    AttendanceFacts,
    Context,
    CredentialFacts,
    Entry,
    Line,
    Outcome,
    PartFacts,
    PlanFacts,
    ProviderFacts,
    Request,
    StayFacts,
)
from honorarios.launching.parameters import GeneralParameters
from honorarios.launching.prices import Pricer
from honorarios.pricing.compile import compile_catalogue

if TYPE_CHECKING:
    import pyarrow as pa

SURGERY: Final = "31003079"
"""1000 CH, anaesthetic porte 3: R$ 410,00 in the ward."""
FEMALE_SURGERY: Final = "31303218"
"""R$ 500,00, of women, anaesthetic porte 5, whose facility fee has no price."""
EXAM: Final = "40901122"
"""50 CH of fee and 30 CH of operating cost."""
OFFICE, EMERGENCY_ROOM, VISIT = "10101012", "10101039", "10102019"
OUTPATIENT_ACT: Final = "20101015"
CHILDRENS_SURGERY: Final = "30205034"
"""Up to 144 months."""
FREE_ACT: Final = "40808041"
"""R$ 0,00."""
FACILITY_FEE: Final = "60023120"
"""R$ 560,00, of anaesthetic porte 3."""
WEDNESDAY, SATURDAY = datetime(2025, 11, 19, 10), datetime(2025, 11, 22, 10)
LONG_AGO: Final = date(2020, 1, 1)

_PRICES: Final[dict[str, tuple[dict[str, Any], ...]]] = {
    "ch": (
        {"code": SURGERY, "basis": "CH", "fee": Decimal(1000), "anaesthetic_porte": "3"},
        {
            "code": FEMALE_SURGERY,
            "basis": "BRL",
            "fee": Decimal(500),
            "anaesthetic_porte": "5",
            "sex": "F",
        },
        {"code": EXAM, "basis": "CH", "fee": Decimal(50), "operating_cost": Decimal(30)},
        {"code": OFFICE, "basis": "BRL", "fee": Decimal(100)},
        {"code": EMERGENCY_ROOM, "basis": "BRL", "fee": Decimal(110)},
        {"code": VISIT, "basis": "BRL", "fee": Decimal(80)},
        {
            "code": OUTPATIENT_ACT,
            "basis": "BRL",
            "fee": Decimal("93.15"),
            "patient_setting": Setting.OUTPATIENT,
        },
        {"code": CHILDRENS_SURGERY, "basis": "BRL", "fee": Decimal(300), "age_to_months": 144},
        {"code": FREE_ACT, "basis": "BRL", "fee": Decimal(0)},
        {"code": FACILITY_FEE, "basis": "BRL", "fee": Decimal(560)},
        {"code": "30722071", "basis": "BRL", "fee": Decimal(185)},
        {"code": "30722713", "basis": "BRL", "fee": Decimal(142)},
    ),
    "particular": (
        {"code": SURGERY, "basis": "BRL", "fee": Decimal(900)},
        {"code": EXAM, "basis": "BRL", "fee": Decimal(60), "operating_cost": Decimal(40)},
    ),
    "iamspe": ({"code": SURGERY, "basis": "BRL", "fee": Decimal(500)},),
    "ipsemg": (
        {
            "code": SURGERY,
            "basis": "BRL",
            "fee": Decimal(450),
            "valid_from": date(2024, 1, 1),
        },
        {
            "code": SURGERY,
            "basis": "BRL",
            "fee": Decimal(500),
            "valid_from": date(2025, 11, 19),
        },
    ),
}
_WEEK: Final = (Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI)


def _rules(interval: OvertimeInterval) -> StandardRules:
    thirty = Decimal(30)
    night = OvertimeRule(label="Noite", days=_WEEK, start="19:00", end="07:00", percent=thirty)
    rest = OvertimeRule(label="Fim de semana", days=(Day.SAT, Day.SUN, Day.HOLIDAY), percent=thirty)
    return StandardRules(
        valid_from=LONG_AGO,
        source="teste",
        roles=RolePercents(
            first_assistant=thirty, other_assistants=Decimal(20), scrub_assistant=Decimal(10)
        ),
        access_routes=AccessRoutes(same=(Decimal(100), Decimal(50))),
        overtime=Overtime(interval=interval, rules=(night, rest)),
        coding=Coding(
            office_consultations=(OFFICE,),
            emergency_consultations=(EMERGENCY_ROOM,),
            visits=(VISIT,),
            visit_days=10,
        ),
    )


def contract(
    name: str, table: str, standard: str = "inicio", launching: LaunchTerms | None = None
) -> Contract:
    """A contract of one table, with the ward at 1 and the apartment at 2."""
    terms = Terms(
        valid_from=LONG_AGO,
        source="teste",
        standard=standard,
        procedure_table=TableReference(schedule=table),
        coefficients="valores",
        accommodation=(
            AccommodationFactor(type="ward", factor=Decimal(1)),
            AccommodationFactor(type="apartment", factor=Decimal(2)),
        ),
        launching=launching or LaunchTerms(),
    )
    return Contract(
        id=name,
        name=name,
        payer=f"convenio-{name}",
        billing_unit="unidade",
        route=BillingRoute.HOSPITAL_REPASSE,
        terms=(terms,),
    )


def _schedule(name: str) -> FeeSchedule:
    edition = Edition(id="1", valid_from=LONG_AGO, source="teste", prices=f"{name}-1.csv")
    return FeeSchedule(id=name, name=name, kind=ScheduleKind.BRL, editions=(edition,))


@cache
def _tables() -> dict[tuple[str, str], pa.Table]:
    """The price tables, which nobody changes: read once, whoever asks for a catalogue."""
    return {(name, "1"): price_rows(rows) for name, rows in _PRICES.items()}


def catalogue(*contracts: Contract) -> Catalogue:
    """The small catalogue: contracts ch, maioria, taxas, particular, iamspe and ipsemg, and any others."""
    fees = LaunchTerms(automatic_fees=True, facility_fees={"3": FACILITY_FEE, "5": "60023147"})
    made = (
        contract("ch", "ch"),
        contract("maioria", "ch", "maioria"),
        contract("taxas", "ch", launching=fees),
        contract("particular", "particular"),
        contract("iamspe", "iamspe", "iamspe"),
        contract("ipsemg", "ipsemg"),
        *contracts,
    )
    own = StandardRules(
        valid_from=LONG_AGO, source="teste", anaesthesia=Anaesthesia(base=AnaesthesiaBase.TABLE)
    )
    standards = (
        BillingStandard(id="inicio", name="I", rules=(_rules(OvertimeInterval.START),)),
        BillingStandard(id="maioria", name="M", rules=(_rules(OvertimeInterval.MAJORITY),)),
        BillingStandard(id="iamspe", name="IAMSPE", kind=StandardKind.IAMSPE, rules=(own,)),
    )
    values = CoefficientValues(valid_from=LONG_AGO, source="teste", ch=Decimal("0.41"))
    return Catalogue(
        manifest=Manifest(name="teste"),
        schedules={name: _schedule(name) for name in _PRICES},
        prices=dict(_tables()),
        coefficients={"valores": CoefficientSet(id="valores", name="V", values=(values,))},
        standards={standard.id: standard for standard in standards},
        contracts={one.id: one for one in made},
    )


@cache
def pricer() -> Pricer:
    """The small catalogue, ready to price."""
    return Pricer(compile_catalogue(catalogue()))


WARD: Final = StayFacts(
    bed="101", start=datetime(2025, 11, 1), accommodation="ward", rank=1, cost_centre="cc-101"
)
APARTMENT: Final = StayFacts(
    bed="201", start=datetime(2025, 11, 1), accommodation="apartment", rank=2, cost_centre="cc-201"
)
DIRECT: Final = (CredentialFacts(CredentialMode.DIRECT, LONG_AGO),)
INDIRECT: Final = (CredentialFacts(CredentialMode.INDIRECT, LONG_AGO),)
PROVIDERS: Final = {
    "medico": ProviderFacts(code="medico", credentials=DIRECT),
    "indireto": ProviderFacts(code="indireto", credentials=INDIRECT),
    "sem-credencial": ProviderFacts(code="sem-credencial"),
    "hospital": ProviderFacts(code="hospital", credentials=DIRECT),
}


def entry(**changes: Any) -> Entry:  # noqa: ANN401 - any field of the entry
    """A surgeon's principal act on a Wednesday morning."""
    given: dict[str, Any] = {
        "code": SURGERY,
        "start": WEDNESDAY,
        "provider": "medico",
        "role": Role.SURGEON,
    }
    return Entry(**(given | changes))


def part(**changes: Any) -> PartFacts:  # noqa: ANN401 - any field of the part
    """An open insurer's part of November 2025, under the contract ch."""
    given: dict[str, Any] = {
        "key": "parcial",
        "account": "conta",
        "payer": "convenio-ch",
        "billing_unit": "unidade",
        "contract": "ch",
        "principal_provider": "hospital",
        "period_start": date(2025, 11, 1),
        "period_end": date(2025, 11, 30),
        "plan": PlanFacts(code="plano", accommodation="ward", rank=1),
    }
    return PartFacts(**(given | changes))


def attendance(**changes: Any) -> AttendanceFacts:  # noqa: ANN401 - any field of the attendance
    """An elective inpatient, a woman born in 1980."""
    given: dict[str, Any] = {
        "setting": Setting.INPATIENT,
        "sex": Sex.F,
        "birth_date": date(1980, 1, 31),
        "workstation_cost_centre": "cc-estacao",
    }
    return AttendanceFacts(**(given | changes))


def context(**changes: Any) -> Context:  # noqa: ANN401 - any field of the context
    """That part and attendance, in the ward all month."""
    given: dict[str, Any] = {
        "attendance": attendance(),
        "part": part(),
        "stays": (WARD,),
        "providers": PROVIDERS,
    }
    return Context(**(given | changes))


def with_parameters(**parameters: Any) -> Context:  # noqa: ANN401 - any general parameter
    """The usual context under other general parameters."""
    return context(parameters=GeneralParameters(**parameters))


def launched(one: Entry, where: Context | None = None) -> Outcome:
    """What becomes of one entry."""
    return launch([Request(one, where or context())], pricer())[0]


def the_line(outcome: Outcome) -> Line:
    """The only line of an outcome that can be written."""
    assert outcome.findings == (), outcome.findings
    (line,) = outcome.lines
    return line


def found(outcome: Outcome) -> list[str]:
    """The codes of an outcome's findings."""
    return [finding.code for finding in outcome.findings]
