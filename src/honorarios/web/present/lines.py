"""A line as a form edits it, and what two people made of it when both did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from honorarios.core.vocabulary import (
    AccessRoute,
    Laterality,
    LineStatus,
    ProcedureKind,
    Role,
    SplitForm,
    Technique,
    Term,
    Treatment,
)
from honorarios.web import typed
from honorarios.web.present import filters, writing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from honorarios.services.fees import LineView, VersionView

TITLES: Final = {
    "code": gettext_noop("Código"),
    "start": gettext_noop("Início"),
    "end": gettext_noop("Fim"),
    "provider": gettext_noop("Prestador"),
    "role": gettext_noop("Função"),
    "access_route": gettext_noop("Via de acesso"),
    "procedure_kind": gettext_noop("Tipo do procedimento"),
    "quantity": gettext_noop("Quantidade"),
    "cost_centre": gettext_noop("Centro de custo"),
    "technique": gettext_noop("Técnica"),
    "laterality": gettext_noop("Lateralidade"),
    "outside_requested": gettext_noop("Fora da Conta"),
}
"""The fields of a line that a person edits, in the order of the form."""

OTHERS: Final = {
    "status": gettext_noop("Situação"),
    "description": gettext_noop("Descrição"),
    "rank": gettext_noop("Ordem"),
    "unit_value": gettext_noop("Unitário"),
    "total": gettext_noop("Total"),
    "charged": gettext_noop("Cobrado"),
    "treatment": gettext_noop("Tratamento no pacote"),
    "outside": gettext_noop("Na conta"),
    "split_form": gettext_noop("Divisão de cobrança"),
    "split_provider": gettext_noop("Prestador da divisão"),
    "split_percent": gettext_noop("Percentual da divisão"),
    "catalogue_hash": gettext_noop("Catálogo de preços"),
    "special": gettext_noop("Item especial"),
}
TERMS: Final[Mapping[str, type[Term]]] = {
    "role": Role,
    "access_route": AccessRoute,
    "procedure_kind": ProcedureKind,
    "technique": Technique,
    "laterality": Laterality,
    "status": LineStatus,
    "treatment": Treatment,
    "split_form": SplitForm,
}
HASH_SHOWN: Final = 8


def texts_of(line: LineView) -> dict[str, str]:
    """A line's editable fields as the form's texts."""
    return {
        "code": line.code,
        "start": typed.moment_text(line.start),
        "end": "" if line.end is None else typed.moment_text(line.end),
        "provider": line.provider or "",
        "role": line.role,
        "access_route": line.access_route,
        "procedure_kind": line.procedure_kind,
        "quantity": str(line.quantity),
        "cost_centre": line.cost_centre or "",
        "technique": line.technique,
        "laterality": line.laterality,
        "outside_requested": "1" if line.outside_requested else "",
    }


def given(form: Mapping[str, str]) -> dict[str, str]:
    """What a form has in the editable fields."""
    return {name: form.get(name, "").strip() for name in TITLES}


def differing(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """The fields that one changed."""
    return [name for name in TITLES if before[name] != after[name]]


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that somebody else changed meanwhile."""

    name: str
    title: str
    theirs: str
    """What it is now, in words."""
    value: str
    """The same as the form's text."""
    both: bool
    """Whether the person changed it too: their own stays in the field."""


def merged(
    seen: Mapping[str, str], now: LineView, mine: Mapping[str, str]
) -> tuple[dict[str, str], list[Clash]]:
    """The texts of a form whose line changed meanwhile, and where.

    What only they changed is taken; what only I changed stays; what both did keeps mine, beside theirs.
    """
    theirs = texts_of(now)
    changed = differing(seen, theirs)
    own = set(differing(seen, mine))
    texts = {name: mine[name] if name in own else theirs[name] for name in TITLES}
    clashes = [
        Clash(name, _(TITLES[name]), told(name, theirs[name]), theirs[name], name in own)
        for name in changed
        if theirs[name] != mine[name] or name not in own
    ]
    return texts, clashes


def told(name: str, value: object) -> str:
    """A value of a line in words."""
    if name in _WORDS:
        return _WORDS[name](value)
    if name in TERMS and value:
        # What somebody wrote into an address may be no word of ours: it is told as it is.
        known = TERMS[name].__members__.get(str(value).upper())
        return str(value) if known is None else _(known.label)
    return writing.NOTHING if value in {None, ""} else str(value)


def _money(value: object) -> str:
    return writing.reais(value if isinstance(value, int) else None)


def _side(value: object) -> str:
    return _("Fora da conta") if value else _("Dentro da conta")


def _flag(value: object) -> str:
    return _("Sim") if value and value != "não" else _("Não")


def _moment(value: object) -> str:
    return writing.moment(value) if isinstance(value, datetime) else str(value) or writing.NOTHING


_WORDS: Final[Mapping[str, Callable[[object], str]]] = {
    "unit_value": _money,
    "total": _money,
    "charged": _money,
    "outside": _side,
    "outside_requested": _flag,
    "special": _flag,
    "start": _moment,
    "end": _moment,
    "catalogue_hash": lambda value: str(value)[:HASH_SHOWN],
}


def title(name: str) -> str:
    """A field's name on the screen."""
    return _(TITLES.get(name) or OTHERS.get(name) or name)


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of a version with what it was before."""

    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a line as its history shows it."""

    view: VersionView
    differences: tuple[Difference, ...]


def history(versions: tuple[VersionView, ...]) -> list[Version]:
    """The versions of a line, the newest first, each with what it changed."""
    shown = []
    for before, one in zip((None, *versions), versions, strict=False):
        differences = () if before is None else _differences(before.line, one.line, one.changes)
        shown.append(Version(one, differences))
    return shown[::-1]


def _differences(
    before: LineView, after: LineView, names: tuple[str, ...]
) -> tuple[Difference, ...]:
    known = [name for name in (*TITLES, *OTHERS) if name in names]
    return tuple(
        Difference(title(name), told(name, getattr(before, name)), told(name, getattr(after, name)))
        for name in known
    )


def options(kind: type[Term]) -> list[filters.Option]:
    """The members of a closed list, or none of them."""
    return filters.every(filters.terms(kind), writing.NOTHING)
