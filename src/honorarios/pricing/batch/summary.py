"""What became of a file of lines: counts, reasons, totals, speed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from honorarios.core.findings import Finding, Place, Severity
from honorarios.pricing import codes
from honorarios.pricing.batch.source import Refused
from honorarios.pricing.status import STATUS_NAMES, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LISTED: Final = 50
"""Refused rows that a summary lists as findings; all of them are counted."""


@dataclass(frozen=True)
class Report:
    """What became of the lines of one part."""

    statuses: Mapping[str, int]
    first_lines: Mapping[str, str]
    """Key of the first line of each status."""
    total_centavos: int
    wide_lines: int
    refused: Refused
    end: Mapping[str, int]
    """What the source needs to go on after the part."""
    weight: int
    """How much of the source's size the lines are."""
    bytes: int
    """Of the part's file."""

    @property
    def lines(self) -> int:
        """Lines of the part."""
        return sum(self.statuses.values())

    def as_dict(self) -> dict[str, object]:
        """The report as its file holds it."""
        return {
            "statuses": dict(self.statuses),
            "first_lines": dict(self.first_lines),
            "total_centavos": self.total_centavos,
            "wide_lines": self.wide_lines,
            "refused": self.refused.count,
            "findings": [finding.as_dict() for finding in self.refused.findings],
            "end": dict(self.end),
            "weight": self.weight,
            "bytes": self.bytes,
        }

    @classmethod
    def from_dict(cls, kept: Mapping[str, Any]) -> Report:
        """The report of a file."""
        findings = tuple(_finding(each) for each in kept["findings"])
        return cls(
            statuses=kept["statuses"],
            first_lines=kept["first_lines"],
            total_centavos=kept["total_centavos"],
            wide_lines=kept["wide_lines"],
            refused=Refused(kept["refused"], findings),
            end=kept["end"],
            weight=kept["weight"],
            bytes=kept["bytes"],
        )


def _finding(kept: Mapping[str, Any]) -> Finding:
    place = Place(kept["file"], kept["line"], kept["field"])
    severity = Severity[kept["severity"].upper()]
    return Finding(kept["code"], severity, place, kept["message"], kept["tip"])


@dataclass(frozen=True)
class Summary:
    """What a run came to. Without ``complete``, the findings say why there is no result."""

    complete: bool = False
    lines: int = 0
    statuses: Mapping[str, int] = field(default_factory=dict)
    """Lines by status, priced ones included."""
    first_lines: Mapping[str, str] = field(default_factory=dict)
    """Key of the first line of each status."""
    total_centavos: int = 0
    wide_lines: int = 0
    """Lines whose exact product needed more than 64 bits."""
    refused_rows: int = 0
    """Rows of a CSV that are no lines, and are in no result."""
    parts: int = 0
    resumed_parts: int = 0
    """Parts that an interrupted run had left done."""
    seconds: float = 0.0
    """Of this run."""
    lines_per_second: float = 0.0
    """Of the lines that this run priced."""
    catalogue_hash: str = ""
    output: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def priced(self) -> int:
        """Lines with a price."""
        return self.statuses.get(Status.PRICED.code_name, 0)

    @property
    def not_priced(self) -> dict[str, int]:
        """Lines without a price by status, the most frequent first."""
        others = Counter(self.statuses)
        del others[Status.PRICED.code_name]
        return dict(sorted(others.items(), key=lambda each: (-each[1], each[0])))

    def as_dict(self) -> dict[str, object]:
        """The summary for ``--json``."""
        return {
            "complete": self.complete,
            "output": self.output,
            "lines": self.lines,
            "priced": self.priced,
            "not_priced": self.not_priced,
            "first_lines": dict(self.first_lines),
            "total_centavos": self.total_centavos,
            "refused_rows": self.refused_rows,
            "wide_lines": self.wide_lines,
            "parts": self.parts,
            "resumed_parts": self.resumed_parts,
            "seconds": round(self.seconds, 3),
            "lines_per_second": round(self.lines_per_second),
            "catalogue_hash": self.catalogue_hash,
            "findings": [finding.as_dict() for finding in self.findings],
        }

    @classmethod
    def from_dict(cls, kept: Mapping[str, Any]) -> Summary:
        """The summary of :meth:`as_dict`."""
        fields = {name: kept[name] for name in kept.keys() - {"priced", "not_priced", "findings"}}
        priced = {Status.PRICED.code_name: kept["priced"]} if kept["priced"] else {}
        findings = tuple(_finding(each) for each in kept["findings"])
        return cls(**fields, statuses={**priced, **kept["not_priced"]}, findings=findings)


def refused(findings: Iterable[Finding]) -> Summary:
    """The summary of a run that priced nothing."""
    return Summary(findings=tuple(findings))


def counted(reports: Mapping[int, Report], file: str) -> Summary:
    """The summary of a result of these parts."""
    statuses: Counter[str] = Counter()
    first_lines: dict[str, str] = {}
    for number in sorted(reports):
        statuses.update(reports[number].statuses)
        first_lines = {**reports[number].first_lines, **first_lines}
    rows = [each for number in sorted(reports) for each in reports[number].refused.findings][
        :LISTED
    ]
    refused_rows = sum(report.refused.count for report in reports.values())
    if refused_rows > len(rows):
        rows.append(codes.MANY_REFUSED.at(Place(file), count=refused_rows))
    return Summary(
        complete=True,
        lines=statuses.total(),
        statuses={name: statuses[name] for name in STATUS_NAMES if statuses[name]},
        first_lines=first_lines,
        total_centavos=sum(report.total_centavos for report in reports.values()),
        wide_lines=sum(report.wide_lines for report in reports.values()),
        refused_rows=refused_rows,
        parts=len(reports),
        findings=tuple(rows),
    )
