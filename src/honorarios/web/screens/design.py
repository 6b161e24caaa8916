"""The page that shows every component of the screens, in every state."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from honorarios.core.findings import Code, Place, Severity
from honorarios.web.answers import Page

if TYPE_CHECKING:
    from honorarios.core.findings import Finding
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call


def show(call: Call) -> Answer:
    """Everything with fictitious values."""
    findings = _findings()
    context = {
        "findings": findings,
        "error": findings[:1],
        "warning": findings[1:2],
        "segments": _segments(),
        "sums": (("Honorários", 1234567), ("Taxas", 98765), ("Total", 1333332)),
    }
    return Page("web/design/show.html", context)


def _findings() -> tuple[Finding, ...]:
    shown = (
        (
            Severity.ERROR,
            "Centro de custo obrigatório.",
            "Informe o centro de custo do lançamento.",
        ),
        (Severity.WARNING, "Data anterior à internação.", "Confira a data do ato."),
        (
            Severity.INFO,
            "Valor da vigência de 01/03/2026.",
            "O valor não muda com o porte seguinte.",
        ),
    )
    return tuple(
        Code(f"EXE-{number}", severity, message, tip).at(Place(field="centro"))
        for number, (severity, message, tip) in enumerate(shown, 1)
    )


def _segments() -> tuple[dict[str, object], ...]:
    return (
        {
            "start": date(2024, 3, 1),
            "end": date(2025, 2, 28),
            "label": "CBHPM 2022",
            "text": "-10 %",
        },
        {
            "start": date(2025, 3, 1),
            "end": date(2027, 2, 28),
            "label": "CBHPM 2024",
            "text": "+4,2 %",
        },
        {"start": date(2027, 3, 1), "end": None, "label": "CBHPM 2026"},
    )
