"""The verbs of account parts: close, reopen, release, bill, rebill, cancel, invoice.

Each is one transaction: the part and its account locked, the transition written with the part's next
version, an audit event. ``version``, where given, is the one that the person saw: a part that changed
meanwhile answers EST-STALE. Rules: ``spec: launching 3.2 and 3.13``, in :mod:`honorarios.launching.states`.
"""

from honorarios.services.parts.answers import PartAnswer, RemittanceAnswer, RemittedPart
from honorarios.services.parts.billing import bill
from honorarios.services.parts.invoice import issue_tax_invoice
from honorarios.services.parts.rebilling import rebill, reprocess
from honorarios.services.parts.verbs import cancel, close, release, reopen, unrelease

__all__ = [
    "PartAnswer",
    "RemittanceAnswer",
    "RemittedPart",
    "bill",
    "cancel",
    "close",
    "issue_tax_invoice",
    "rebill",
    "release",
    "reopen",
    "reprocess",
    "unrelease",
]
