"""Deadlines of surgeries and of the office: listed, kept, and fed to calendars; nothing here is legal advice."""

from honorarios.services.deadlines.feeds import (
    FeedView,
    NewFeed,
    calendar,
    issue,
    read,
    revoke,
)
from honorarios.services.deadlines.feeds import listed as feeds
from honorarios.services.deadlines.foremost import Pressing, pressing
from honorarios.services.deadlines.keeping import keep, reopen
from honorarios.services.deadlines.listing import MOST_LISTED, listed, of_case
from honorarios.services.deadlines.views import (
    CaseDeadlines,
    DeadlinePage,
    DeadlinesAsked,
    DeadlineView,
)

__all__ = [
    "MOST_LISTED",
    "CaseDeadlines",
    "DeadlinePage",
    "DeadlineView",
    "DeadlinesAsked",
    "FeedView",
    "NewFeed",
    "Pressing",
    "calendar",
    "feeds",
    "issue",
    "keep",
    "listed",
    "of_case",
    "pressing",
    "read",
    "reopen",
    "revoke",
]
