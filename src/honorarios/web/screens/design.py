"""The page that shows every component of the screens, in every state."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

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
        "sums": ((_("Honorários"), 1234567), (_("Taxas"), 98765), (_("Total"), 1333332)),
        "options": (("1", _("Mesma via")), ("2", _("Via diferente"))),
        "tabs": _tabs(),
        "menu": _menu(),
        "rows": _rows(),
    }
    return Page("web/design/show.html", context)


def _findings() -> tuple[Finding, ...]:
    shown = (
        (
            Severity.ERROR,
            _("Centro de custo obrigatório."),
            _("Informe o centro de custo do lançamento."),
        ),
        (Severity.WARNING, _("Data anterior à internação."), _("Confira a data do ato.")),
        (
            Severity.INFO,
            _("Valor da vigência de 01/03/2026."),
            _("O valor não muda com o porte seguinte."),
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


def _tabs() -> tuple[dict[str, object], ...]:
    return (
        {"label": _("Lançamentos"), "href": "#botoes", "current": True, "count": 12},
        {"label": _("Conferências"), "href": "#botoes", "count": 3},
        {"label": _("História"), "href": "#botoes"},
    )


def _menu() -> tuple[dict[str, object], ...]:
    return (
        {"label": _("Alterar"), "href": "#botoes", "icon": "pencil"},
        {"label": _("Imprimir"), "href": "#botoes", "icon": "printer"},
        {"label": _("Estornar…"), "dialog": "exemplo", "icon": "undo-2", "danger": True},
    )


def _rows() -> tuple[dict[str, object], ...]:
    names = ("act", "code", "role", "day", "kind", "state", "cents", "class")
    day = date(2026, 11, 20)
    act, other = _("Apendicectomia por vídeo"), _("Herniorrafia")
    rows = (
        (act, "31003079", _("Cirurgião"), day, "ok", _("Liberado"), 123456, ""),
        (act, "31003079", _("1º auxiliar"), day, "warn", _("Conferir"), 37037, "is-warned"),
        (other, "31009085", _("Cirurgião"), day, "bad", _("Bloqueado"), 70230, "is-blocked"),
        (other, "31009085", _("Anestesista"), day, "muted", _("Estornado"), 54310, "is-reversed"),
    )
    return tuple(dict(zip(names, row, strict=True)) for row in rows)
