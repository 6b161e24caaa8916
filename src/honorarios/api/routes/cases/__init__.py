"""Surgeries from indication to payment: planned, asked of the payer, authorised, done, told to people."""

from __future__ import annotations

from honorarios.api.door import Door
from honorarios.api.routes.cases import asking, letters, plan, surgeries, tasks

door = Door(tags=["Cirurgias"])
for _part in (surgeries, plan, asking, tasks, letters):
    door.add_router("", _part.door)
