"""The fee sheet of an account part: what it is filled in for, its preview, its memória, and launching it.

A sheet (:mod:`honorarios.launching.sheet`) is a surgery as somebody types it. The preview and the launch
expand it by the same function, so that what is shown is what is written.
"""

from honorarios.services.sheets.explaining import explain
from honorarios.services.sheets.launching import launch
from honorarios.services.sheets.place import Place, StayShown, place
from honorarios.services.sheets.planning import plan
from honorarios.services.sheets.views import Factor, Plan, PlannedLine, PlanSums, Worth

__all__ = [
    "Factor",
    "Place",
    "Plan",
    "PlanSums",
    "PlannedLine",
    "StayShown",
    "Worth",
    "explain",
    "launch",
    "place",
    "plan",
]
