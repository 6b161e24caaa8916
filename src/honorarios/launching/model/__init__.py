"""What launching reads and what it answers.

An :class:`Entry` is what somebody asks for, a :class:`Context` is where it goes, a :class:`Request` is
the two together, and an :class:`Outcome` is the lines to write, the findings, and the question that
has to be answered first. A :class:`Recorded` is a line that is on record already.

Two rules stand apart and are asked by :mod:`honorarios.launching.launch` at these joints:

``split.divide(entry, context, agreement, price) -> (Division | None, findings)``
    The shares of one priced act, or None where nothing divides it.
``difference.applies(agreement, context, stay) -> bool``
    Whether the patient is in a bed above the plan's under a contract with fee difference; the
    insurer's line is then priced with the plan's accommodation.
``difference.probes(line, agreement, context, stay) -> {name: engine line}``
    What else has to be priced for the private line.
``difference.private_line(insurer, prices, agreement, context, stay, agreements) -> (Line | None, findings)``
    The private line of an insurer's line (as it is before it is divided); ``prices`` holds the probes
    by their names, ``"bed"``, the price with the bed's accommodation, and ``"insurer"``, with the plan's.
"""

from honorarios.launching.model.context import (
    AttendanceFacts,
    Context,
    CredentialFacts,
    LaunchedKey,
    OpenPackage,
    PartFacts,
    PlanFacts,
    PrivatePart,
    ProviderFacts,
    SideRule,
    SplitRule,
    SplitShare,
    StayFacts,
)
from honorarios.launching.model.division import Division, Share
from honorarios.launching.model.entry import Entry, PackageDecision
from honorarios.launching.model.line import Line, Recorded, TargetPart
from honorarios.launching.model.outcome import Outcome, Question, Request

__all__ = [
    "AttendanceFacts",
    "Context",
    "CredentialFacts",
    "Division",
    "Entry",
    "LaunchedKey",
    "Line",
    "OpenPackage",
    "Outcome",
    "PackageDecision",
    "PartFacts",
    "PlanFacts",
    "PrivatePart",
    "ProviderFacts",
    "Question",
    "Recorded",
    "Request",
    "Share",
    "SideRule",
    "SplitRule",
    "SplitShare",
    "StayFacts",
    "TargetPart",
]
