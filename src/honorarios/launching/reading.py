"""Entries from texts: a form's fields, a request's JSON, or the cells of an imported row.

What cannot be read becomes a finding on the entry, never a guess, and the other fields are still
read, so that everything that is wrong is told at once.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeVar

from honorarios.core.findings import Finding, Place
from honorarios.core.phrase import gettext_noop as _
from honorarios.core.vocabulary import (
    ACCESS_ROUTE_SPELLINGS,
    LATERALITY_SPELLINGS,
    PROCEDURE_KIND_SPELLINGS,
    ROLE_SPELLINGS,
    SPLIT_FORM_SPELLINGS,
    TECHNIQUE_SPELLINGS,
    ProcedureKind,
    SplitForm,
    Term,
    fold,
    listed,
)
from honorarios.launching import codes
from honorarios.launching.model import Entry, PackageDecision
from honorarios.pricing.cells import (
    FLAGS,
    code_digits,
    is_empty,
    parse_moment,
    whole_number,
    written,
)
from honorarios.pricing.interned import BAD_NUMBER, NO_NUMBER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.core.findings import Code

AnyTerm = TypeVar("AnyTerm", bound=Term)

TITLES: Final = {
    "code": _("Código"),
    "start": _("Início"),
    "end": _("Fim"),
    "provider": _("Prestador"),
    "role": _("Função do médico"),
    "access_route": _("Via de acesso"),
    "procedure_kind": _("Tipo do procedimento"),
    "quantity": _("Quantidade"),
    "cost_centre": _("Centro de custo"),
    "outside_requested": _("Fora da Conta"),
    "split_form": _("Divisão de cobrança"),
    "split_provider": _("Prestador divisão de honorários"),
    "special": _("Especial"),
    "technique": _("Técnica"),
    "laterality": _("Lateralidade"),
    "rank": _("Ordem"),
    "authorised": _("Autorizado"),
    "package_decision": _("Decisão sobre o pacote"),
}
"""The fields of an entry with their names on the screen."""

_HOUR_24 = re.compile(r"[ T]24:00(:00)?$")
_CODE = re.compile(r"\d{1,10}")
_DECISIONS: Final = {
    "confirm": PackageDecision.CONFIRM,
    "confirmar": PackageDecision.CONFIRM,
    "sim": PackageDecision.CONFIRM,
    "decline": PackageDecision.DECLINE,
    "recusar": PackageDecision.DECLINE,
    "nao": PackageDecision.DECLINE,
}
TERMS_REMEMBERED: Final = 4096


def read_entry(cells: Mapping[str, object], key: str | int | None = None) -> Entry:
    """An entry from its fields, as texts or as values; unknown names are left alone.

    Args:
        cells: The fields by their names in :data:`TITLES`; an empty one may be missing.
        key: What the caller knows the entry by; a row's number is told with every finding.
    """
    return _Reader(cells, key).entry()


@lru_cache(TERMS_REMEMBERED)
def _folded(text: str) -> str:
    return fold(text)


class _Reader:
    """One entry being read."""

    def __init__(self, cells: Mapping[str, object], key: str | int | None) -> None:
        self._cells = cells
        self._key = key
        self._findings: list[Finding] = []

    def entry(self) -> Entry:
        """The entry; a division is by value where it is ticked at all."""
        kind = self._term("procedure_kind", PROCEDURE_KIND_SPELLINGS)
        return Entry(
            code=self._code(),
            start=self._moment("start"),
            end=self._moment("end"),
            provider=self._name("provider"),
            role=self._term("role", ROLE_SPELLINGS),
            access_route=self._term("access_route", ACCESS_ROUTE_SPELLINGS),
            procedure_kind=ProcedureKind.PRINCIPAL if kind is None else kind,
            quantity=self._number("quantity") if "quantity" in self._cells else 1,
            cost_centre=self._name("cost_centre"),
            outside_requested=self._flag("outside_requested", empty=False),
            split_form=self._split_form(),
            split_provider=self._name("split_provider"),
            special=self._flag("special", empty=False),
            technique=self._term("technique", TECHNIQUE_SPELLINGS),
            laterality=self._term("laterality", LATERALITY_SPELLINGS),
            rank=self._rank(),
            authorised=self._flag("authorised", empty=True),
            package_decision=self._decision(),
            key=self._key,
            unread=tuple(self._findings),
        )

    def _code(self) -> str | None:
        value = self._cells.get("code")
        if is_empty(value):
            return None
        digits = code_digits(value)
        if _CODE.fullmatch(digits) and digits.isascii():
            return digits
        self._refuse("code", _("Use de 1 a 10 algarismos, com ou sem pontos e hífen."))
        return None

    def _moment(self, field: str) -> datetime | None:
        value = self._cells.get(field)
        if is_empty(value):
            return None
        moment = parse_moment(value) if isinstance(value, str) else value
        if isinstance(moment, datetime) and moment.tzinfo is None:
            return moment.replace(microsecond=0)
        if isinstance(value, str) and _HOUR_24.search(value.strip()):
            self._add(codes.HOUR_24, field)
        else:
            self._refuse(field, _("Use AAAA-MM-DD HH:MM ou DD/MM/AAAA HH:MM, sem fuso."))
        return None

    def _name(self, field: str) -> str | None:
        value = self._cells.get(field)
        return None if value is None or is_empty(value) else written(value)

    def _term(self, field: str, spellings: Mapping[str, AnyTerm]) -> AnyTerm | None:
        value = self._cells.get(field)
        if value is None or is_empty(value):
            return None
        text = value.code_name if isinstance(value, Term) else _folded(written(value))
        term = spellings.get(text)
        if term is None:
            self._refuse(field, f"Use um destes: {listed(spellings.values())}.")
        return term

    def _number(self, field: str) -> int | None:
        number = whole_number(self._cells.get(field))
        if number == BAD_NUMBER:
            self._refuse(field, _("Use um número inteiro."))
        return None if number in {BAD_NUMBER, NO_NUMBER} else number

    def _rank(self) -> int | None:
        rank = self._number("rank")
        if rank is None or 1 <= rank <= 99:
            return rank
        self._refuse("rank", _("Use um número de 1 a 99."))
        return None

    def _flag(self, field: str, *, empty: bool) -> bool:
        value = self._cells.get(field)
        if isinstance(value, bool):
            return value
        if value is None or is_empty(value):
            return empty
        flag = FLAGS.get(_folded(written(value)))
        if flag is None:
            self._refuse(field, _("Use sim ou não."))
            return empty
        return bool(flag)

    def _split_form(self) -> SplitForm:
        value = self._cells.get("split_form")
        text = None if value is None or isinstance(value, Term) else _folded(str(value))
        if isinstance(value, bool) or text in FLAGS:  # a ticked box asks for the division by value
            ticked = value if isinstance(value, bool) else FLAGS[text or ""]
            return SplitForm.VALUE if ticked else SplitForm.NONE
        return self._term("split_form", SPLIT_FORM_SPELLINGS) or SplitForm.NONE

    def _decision(self) -> PackageDecision | None:
        text = self._name("package_decision")
        if text is None:
            return None
        decision = _DECISIONS.get(_folded(text))
        if decision is None:
            self._refuse("package_decision", _("Use confirm ou decline."))
        return decision

    def _refuse(self, field: str, tip: str) -> None:
        value = str(self._cells.get(field))
        self._add(codes.UNREADABLE, field, title=TITLES[field], value=value, tip=tip)

    def _add(self, code: Code, field: str, **values: object) -> None:
        line = self._key if isinstance(self._key, int) else None
        self._findings.append(code.at(Place(line=line, field=field), **values))
