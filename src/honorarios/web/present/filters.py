"""Filters kept in an address: the fields that a list shows, and the chips of those that are set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from honorarios.core.vocabulary import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.http import QueryDict

    from honorarios.core.findings import Finding


Option = tuple[str, str]
AnyTerm = TypeVar("AnyTerm", bound=Term)
PAGES: Final = ("depois",)
"""Parameters of an address that say where in the list it is, and no filter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a filter, with the parameters of components/field.html."""

    name: str
    label: str
    value: str = ""
    type: str = "text"
    options: Sequence[Option] = ()
    placeholder: str = ""
    combobox: str = ""
    text: str = ""
    """What a combobox shows for its value."""
    id: str = ""
    help: str = ""
    findings: Sequence[Finding] = ()
    wide: bool = False
    checked: bool = False

    @property
    def shown(self) -> str:
        """What a chip says of the value."""
        if self.type == "checkbox":
            return self.label
        known = dict(self.options)
        return f"{self.label}: {known.get(self.value) or self.text or self.value}"


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set, and the address without it."""

    label: str
    href: str


def every(options: Iterable[Option], word: str = "") -> list[Option]:
    """Options of a choice that need not be made."""
    return [("", word or _("Todos")), *options]


def terms(members: Iterable[Term]) -> list[Option]:
    """The members of a closed list, by their code names."""
    return [(member.code_name, _(member.label)) for member in members]


def chips(fields: Iterable[Field], query: QueryDict) -> list[Chip]:
    """The filters that are set."""
    return [
        Chip(field.shown, without(query, field.name, *PAGES))
        for field in fields
        if field.value and (field.type != "checkbox" or field.checked)
    ]


def without(query: QueryDict, *names: str, **changed: str) -> str:
    """The address's query without some of its parameters, and with some that say something else."""
    kept = {name: values for name, values in query.lists() if name not in names}
    kept |= {name: [value] for name, value in changed.items()}
    return (
        f"?{urlencode({name: values for name, values in kept.items() if any(values)}, doseq=True)}"
    )


def of(findings: Iterable[Finding], name: str) -> tuple[Finding, ...]:
    """The findings of one field."""
    return tuple(finding for finding in findings if finding.place.field == name)


def member(kinds: type[AnyTerm], text: str) -> AnyTerm | None:
    """The member of a closed list by its code name; None where there is none such."""
    return next((one for one in kinds if one.code_name == text), None)
