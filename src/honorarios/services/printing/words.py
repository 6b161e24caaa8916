"""Code names of the record as reports say them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import LineStatus, Role, SplitForm, Treatment
from honorarios.services.loader.terms import optional_term, term

if TYPE_CHECKING:
    from datetime import date

    from honorarios.core.vocabulary import Term
    from honorarios.records.models import FeeLine

MARKS: Final = {
    Treatment.COVERED: "coberto pelo pacote",
    Treatment.ON_TOP: "além do pacote",
    Treatment.NOT_CHARGED: "não cobrado",
}


def label(terms: type[Term], code_name: str) -> str:
    """The Portuguese word of a code name; nothing for nothing."""
    found = optional_term(terms, code_name)
    return "" if found is None else found.label


def role(line: FeeLine) -> str:
    """The function of whoever acted; nothing for a facility fee."""
    return label(Role, line.role)


def period(first: date, last: date | None) -> str:
    """A period as a heading says it."""
    return f"desde {first:%d/%m/%Y}" if last is None else f"{first:%d/%m/%Y} a {last:%d/%m/%Y}"


def mark(line: FeeLine) -> str:
    """What is particular about a line: reversed, in a package, a share, a difference."""
    status = term(LineStatus, line.status)
    told = [] if status is LineStatus.ACTIVE else [status.label.lower()]
    treatment = MARKS.get(term(Treatment, line.treatment))
    if treatment:
        told.append(treatment)
    if line.split_form != SplitForm.NONE.code_name:
        told.append(f"divisão {share(line)}".strip())
    if line.difference_of_id is not None:
        told.append("diferença de acomodação")
    if line.automatic_of_id is not None:
        told.append("taxa automática")
    if line.special:
        told.append("item especial")
    return " · ".join(told)


def share(line: FeeLine) -> str:
    """The line's share of a division in percent; nothing where it isn't told in percent."""
    percent = line.split_percent
    if percent is None:
        return ""
    shown = format(percent.normalize(), "f").replace(".", ",")
    return f"{shown}%"
