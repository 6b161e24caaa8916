"""Every model of the record, a file a group of nouns.

Tables are named ``records_<model in lower case>``. Money is whole centavos in big integers. Closed lists
are the code names of :mod:`honorarios.core.vocabulary`, in text. Clinical hours are naive wall time
(:class:`~honorarios.records.fields.WallTimeField`); what the system itself did is stamped in UTC.
"""

from __future__ import annotations

from honorarios.records.models.access import ApiToken, Membership, MembershipRole, User
from honorarios.records.models.accounts import Account, AccountPart, PartTransition
from honorarios.records.models.agreements import Agreement, AgreementKind, AgreementScope
from honorarios.records.models.attendances import Attendance, Stay
from honorarios.records.models.audit import AuditDetail, AuditEvent
from honorarios.records.models.case_requests import (
    Authorisation,
    AuthorisedAct,
    CaseRequest,
    OpmeQuote,
    RequestAnswer,
    RequestKind,
)
from honorarios.records.models.case_work import (
    CaseDocument,
    CaseTask,
    DocumentKind,
    DocumentState,
)
from honorarios.records.models.cases import (
    CaseStatus,
    Participation,
    PlannedAct,
    SurgeryCase,
)
from honorarios.records.models.control import IdempotencyKey
from honorarios.records.models.cooperatives import (
    Cooperative,
    CooperativeMembership,
    HospitalContact,
)
from honorarios.records.models.deadlines import CalendarFeed, DeadlinePressure, HolidayPlace
from honorarios.records.models.decisions import (
    ClaimState,
    RouteClaim,
    RouteDecision,
    RoutePayment,
    RoutePrediction,
)
from honorarios.records.models.desk import (
    BulkEdit,
    BulkEditLine,
    Draft,
    Habit,
    HabitKind,
    Preference,
    SavedView,
    Team,
    Theme,
)
from honorarios.records.models.facts import Answer, Contact, FactStatus, ReceivesAs
from honorarios.records.models.imports import (
    ImportBatch,
    ImportBatchState,
    ImportRow,
    ImportRowState,
)
from honorarios.records.models.lines import FeeLine, FeeLineVersion, LineFacts
from honorarios.records.models.offices import BillingUnit, Hospital, Office
from honorarios.records.models.packages import (
    OpenPackage,
    PackageBook,
    PackageItem,
    PackageTemplate,
)
from honorarios.records.models.parameters import GeneralParametersVersion
from honorarios.records.models.payers import Payer, Plan
from honorarios.records.models.people import (
    Credential,
    CredentialScope,
    Patient,
    Provider,
    ProviderKind,
)
from honorarios.records.models.places import (
    AccommodationType,
    Bed,
    BedClass,
    CostCentre,
    Workstation,
)
from honorarios.records.models.remittances import Remittance, RemittanceExit, RemittanceItem
from honorarios.records.models.route_terms import (
    CutOffEvent,
    CutOffRoll,
    CutOffShape,
    FeeOn,
    RouteTerms,
)
from honorarios.records.models.rules import InsideOutsideRule, SplitRule, SplitShare
from honorarios.records.models.taxation import TaxParameters, TaxProfile
from honorarios.records.models.terms import CatalogueVersion, PriceRow, TermsDocument

__all__ = [
    "AccommodationType",
    "Account",
    "AccountPart",
    "Agreement",
    "AgreementKind",
    "AgreementScope",
    "Answer",
    "ApiToken",
    "Attendance",
    "AuditDetail",
    "AuditEvent",
    "Authorisation",
    "AuthorisedAct",
    "Bed",
    "BedClass",
    "BillingUnit",
    "BulkEdit",
    "BulkEditLine",
    "CalendarFeed",
    "CaseDocument",
    "CaseRequest",
    "CaseStatus",
    "CaseTask",
    "CatalogueVersion",
    "ClaimState",
    "Contact",
    "Cooperative",
    "CooperativeMembership",
    "CostCentre",
    "Credential",
    "CredentialScope",
    "CutOffEvent",
    "CutOffRoll",
    "CutOffShape",
    "DeadlinePressure",
    "DocumentKind",
    "DocumentState",
    "Draft",
    "FactStatus",
    "FeeLine",
    "FeeLineVersion",
    "FeeOn",
    "GeneralParametersVersion",
    "Habit",
    "HabitKind",
    "HolidayPlace",
    "Hospital",
    "HospitalContact",
    "IdempotencyKey",
    "ImportBatch",
    "ImportBatchState",
    "ImportRow",
    "ImportRowState",
    "InsideOutsideRule",
    "LineFacts",
    "Membership",
    "MembershipRole",
    "Office",
    "OpenPackage",
    "OpmeQuote",
    "PackageBook",
    "PackageItem",
    "PackageTemplate",
    "PartTransition",
    "Participation",
    "Patient",
    "Payer",
    "Plan",
    "PlannedAct",
    "Preference",
    "PriceRow",
    "Provider",
    "ProviderKind",
    "ReceivesAs",
    "Remittance",
    "RemittanceExit",
    "RemittanceItem",
    "RequestAnswer",
    "RequestKind",
    "RouteClaim",
    "RouteDecision",
    "RoutePayment",
    "RoutePrediction",
    "RouteTerms",
    "SavedView",
    "SplitRule",
    "SplitShare",
    "Stay",
    "SurgeryCase",
    "TaxParameters",
    "TaxProfile",
    "Team",
    "TermsDocument",
    "Theme",
    "User",
    "Workstation",
]
