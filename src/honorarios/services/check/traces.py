"""What a line says, against what its price trace was asked and answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from honorarios.core.vocabulary import LineKind, SplitForm

if TYPE_CHECKING:
    from collections.abc import Mapping

_OF_ALL: Final = {
    "code": ("code", "código"),
    "start": ("start", "início"),
    "end": ("end", "fim"),
    "price_row": ("price_row", "linha de preço"),
}
_OF_FEES: Final = {
    "role": ("role", "função"),
    "access_route": ("access_route", "via de acesso"),
    "procedure_kind": ("procedure_kind", "tipo"),
    "rank": ("rank", "ordem"),
    "technique": ("technique", "técnica"),
    "laterality": ("laterality", "lateralidade"),
}
"""A facility fee is priced without them."""
_OF_THE_PARTS_PAYER: Final = {
    "part__payer__code": ("payer", "convênio"),
    "part__billing_unit__code": ("billing_unit", "unidade de faturamento"),
}
"""A difference is priced as the insurer's line, and is in the patient's part."""
_OF_THE_UNDIVIDED: Final = {
    "quantity": ("quantity", "quantidade"),
    "unit_value": ("unit_centavos", "valor unitário"),
}
"""The trace is of the whole act: a share has its own."""
_EXECUTED: Final = {"provider__code": ("provider", "prestador")}

COLUMNS: Final = (
    "kind",
    "split_form",
    *_OF_ALL,
    *_OF_FEES,
    *_OF_THE_PARTS_PAYER,
    *_OF_THE_UNDIVIDED,
    *_EXECUTED,
)
"""What of a line is compared, by the names of the record."""


def is_difference(told: Mapping[str, object]) -> bool:
    """Whether a trace is of what the patient pays above the insurer's, or of its reversal."""
    return "difference" in told


def is_divided(row: Mapping[str, Any]) -> bool:
    """Whether a line is a share of a division."""
    return bool(row["split_form"] != SplitForm.NONE.code_name)


def unlike(row: Mapping[str, Any], told: Mapping[str, object]) -> list[str]:
    """What a line says otherwise than its trace, in the words of the screen; ``told`` is the trace."""
    compared = {**_OF_ALL}
    fee = row["kind"] == LineKind.PROFESSIONAL_FEE.code_name
    if fee:
        compared |= _OF_FEES
    if not is_difference(told):
        compared |= _OF_THE_PARTS_PAYER
        if not is_divided(row):
            compared |= _OF_THE_UNDIVIDED | (_EXECUTED if fee else {})
    return [
        title
        for column, (name, title) in compared.items()
        if _bare(row[column]) != _bare(told.get(name))
    ]


def _bare(value: Any) -> Any:  # noqa: ANN401 - of any column
    """A value without the sign that a reversal gives it; an empty text is nothing."""
    return abs(value) if isinstance(value, int) else value or None
