"""Fees on record: launching, editing, reversing and reading them, each one call of every door.

Within a unit of work of its own, an import calls :func:`post`, and whoever reverses, :func:`reverse_line`.
"""

from honorarios.services.fees.accounts import AccountView, PartView, Sums, account
from honorarios.services.fees.editing import edit
from honorarios.services.fees.launching import confirm, launch, launch_many, preview
from honorarios.services.fees.listing import LineFilter, Page, list_lines
from honorarios.services.fees.posting import ImportSource, Posted, post
from honorarios.services.fees.reversing import reverse, reverse_line
from honorarios.services.fees.single import line
from honorarios.services.fees.summing import sums
from honorarios.services.fees.versions import VersionView, versions
from honorarios.services.fees.views import (
    Changed,
    EntryAnswer,
    Launched,
    LineView,
    QuestionView,
)
from honorarios.services.loader import Wanted

__all__ = [
    "AccountView",
    "Changed",
    "EntryAnswer",
    "ImportSource",
    "Launched",
    "LineFilter",
    "LineView",
    "Page",
    "PartView",
    "Posted",
    "QuestionView",
    "Sums",
    "VersionView",
    "Wanted",
    "account",
    "confirm",
    "edit",
    "launch",
    "launch_many",
    "line",
    "list_lines",
    "post",
    "preview",
    "reverse",
    "reverse_line",
    "sums",
    "versions",
]
