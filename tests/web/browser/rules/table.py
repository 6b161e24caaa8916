"""The table of rules: what a person can meet of them, and the scene that it is met in.

A rule's number is that of the project's rules of launching, as on the map of traceability; what stands after
it is the variant. A finding that no scene sees is in :data:`ELSEWHERE`, with the reason.
"""

from __future__ import annotations

from typing import Final

from honorarios.launching import codes
from tests.web.browser.rules import checks, packages, shares, states, values
from tests.web.browser.rules.scene import SCENES

__all__ = ["ELSEWHERE", "MODULES", "RULES", "SCENES"]

MODULES: Final = (checks, values, packages, shares, states)
"""Where the scenes are."""

RULES: Final = (
    "V1 insert", "V1 edit", "V1 reverse",
    "V2 released", "V2 billed", "V2 cancelled",
    "V3 insert", "V3 edit", "V3 reverse",
    "V4a", "V4b", "V4c", "V5", "V6", "V6 entered again", "V7", "V8a", "V8b", "V8c",
    "V9", "V9 unknown", "V10", "V10 warned", "V10b", "V11", "V12", "V13", "V14", "V15", "V16",
    "3.2 close", "3.2 reopen", "3.2 release", "3.2 unrelease", "3.2 cancel",
    "3.2 edit of a closed part", "3.2 closing checks", "3.2 wrong state", "3.2 reason",
    "3.3 reversal", "3.3 edit in its place", "3.3 one person in two roles",
    "3.4 asked", "3.4 confirmed", "3.4 declined", "3.4 confirmation means covered",
    "3.4 automatic", "3.4 unchecked", "3.4 no open package", "3.4 allowance",
    "3.4b posted", "3.4b not posted", "3.4b reversed with its act", "3.4b without a price",
    "3.5 no price", "3.5 why not another table",
    "3.6 bed", "3.6 in no bed", "3.6 quantity", "3.6 not authorised",
    "3.7 emergency within a rule", "3.7 emergency outside", "3.7 no emergency",
    "3.7 majority of the hours",
    "3.8 role", "3.8 role without a percentage", "3.8 route", "3.8 route of a whole surgery",
    "3.9 IPSEMG", "3.9 IAMSPE",
    "3.10 PERCENT", "3.10 VALUE", "3.10 NONE", "3.10 explicit VALUE wins", "3.10 what VALUE needs",
    "3.10 rules that do not do", "3.10 reversal of the group",
    "3.11 consent", "3.11 the remainder", "3.11 reversal", "3.11 bed of the plan",
    "3.11 contract without it", "3.11 private table: DELTA, TOTAL_MINUS, FULL", "3.11 overtime",
    "3.11 factor of the contract", "3.11 reason of the bed", "3.11 no private price",
    "3.11 frozen private part",
    "3.12 row 1", "3.12 row 2", "3.12 row 3", "3.12 row 4", "3.12 row 5", "3.12 row 6",
    "3.12 row 7", "3.12 most specific",
    "3.13 bill", "3.13 reprocess", "3.13 rebill",
)  # fmt: skip

ELSEWHERE: Final = {
    codes.SPLIT_CHANGED.name: "no form has the field of a line on record: V14's scene looks for it",
    codes.NO_ACCOMMODATION.name: "every class of beds on record has a type: tests/launching",
    codes.SPLIT_SUM.name: "only a record that was changed behind the services: tests/launching",
    codes.PENDING_QUESTION.name: "a part with an imported file's questions: tests/services/imports/test_answer.py",
}
"""Findings of launching that are met in no scene, with the reason."""
