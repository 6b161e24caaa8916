"""Deadlines: the list, those of a surgery, and the calendars that are subscribed to."""

from __future__ import annotations

from typing import Final

from honorarios.services.operations import Operation as Op
from honorarios.web.row import PUBLIC, Row, form

ROWS: Final = (
    Row("prazos/", "deadlines.index", GET=Op.DEADLINES_READ),
    Row("prazos/prazos.ics", "deadlines.download", GET=Op.DEADLINES_READ),
    form("prazos/assinaturas/", "feeds.index", Op.CALENDAR_OWN),
    Row("prazos/assinaturas/<int:feed_id>/revogar/", "feeds.revoke", POST=Op.CALENDAR_OWN),
    Row("agenda/<str:key>.ics", "feeds.read", GET=PUBLIC),
    Row("cirurgias/<int:case_id>/prazos/", "deadlines.of_case", GET=Op.CASES_READ),
    Row("cirurgias/<int:case_id>/prazos/cumprir/", "deadlines.keep", POST=Op.CASES_WRITE),
    Row("cirurgias/<int:case_id>/prazos/reabrir/", "deadlines.reopen", POST=Op.CASES_WRITE),
)
