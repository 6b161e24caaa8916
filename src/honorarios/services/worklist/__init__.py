"""The clerk's work list: account parts by what is asked of them, a page at a time, with what they add up to."""

from honorarios.services.worklist.answers import WorkFilter, WorkPage, WorkRow
from honorarios.services.worklist.findings import PartFindings, pending
from honorarios.services.worklist.listing import listed

__all__ = ["PartFindings", "WorkFilter", "WorkPage", "WorkRow", "listed", "pending"]
