"""Sheets of agreements onto the record: each row an agreement and, in the same row, its terms.

A row is taken in whole or not at all: an agreement whose terms can't be read isn't registered without
them. People write names where codes are meant; a name that only one row has stands for its code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import fold
from honorarios.records import selectors
from honorarios.records.models import Cooperative, Hospital, Payer
from honorarios.services.imports.fates import IMPORTED, REFUSED, Fate
from honorarios.services.imports.file import values_of
from honorarios.services.imports.kinds import Kind
from honorarios.services.imports.named import only_one
from honorarios.services.imports.opening import lacks_nothing
from honorarios.services.operations import Operation
from honorarios.services.registers import REGISTERS, Outcome, Written, upsert_many
from honorarios.services.registers.reading import read_row
from honorarios.tabular import TEXT, Column, RefusedRow, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from honorarios.catalogue.importers import ImportMapping
    from honorarios.services.imports.answers import Identical
    from honorarios.services.imports.file import FileRow
    from honorarios.services.registers import Field
    from honorarios.services.work import Work

AGREEMENTS: Final = REGISTERS["agreements"]
TERMS: Final = REGISTERS["route-terms"]
_NAMED: Final[Mapping[str, type[Hospital | Cooperative | Payer]]] = {
    "hospital": Hospital,
    "cooperative": Cooperative,
    "payer": Payer,
}
_TERMS: Final = tuple(
    one.name
    for one in TERMS.fields
    if one.name not in {"agreement", "credential", "valid_from", "valid_to"}
)
"""The columns that say terms."""
_ALIASES: Final[Mapping[str, tuple[str, ...]]] = {
    "kind": ("tipo de acordo", "via", "via de faturamento"),
    "hospital": ("código do hospital", "instituição", "estabelecimento"),
    "cooperative": ("código da cooperativa", "coop"),
    "payer": ("código do convênio", "operadora", "plano de saúde"),
    "plan": ("código do plano", "produto"),
    "billing_unit": ("unidade",),
    "scope": ("caráter", "caráter do atendimento", "abrangência"),
    "codes": ("procedimentos", "tuss", "códigos tuss"),
    "contract": ("contrato", "tabela"),
    "fact_status": ("status", "confirmação", "situação do acordo"),
    "evidence": ("documento", "comprovante", "onde está escrito"),
    "confirmed_by": ("quem confirmou", "confirmado com"),
    "confirmed_on": ("data da confirmação", "data de confirmação"),
    "expires_on": ("validade da confirmação", "vence em", "vencimento", "confirmar de novo em"),
    "asks": ("a quem perguntar", "setor que confirma", "contato"),
    "valid_from": ("início da validade", "vigência inicial", "data inicial", "vigência"),
    "valid_to": ("fim da validade", "vigência final", "data final"),
    "fee_share": ("taxa", "taxa %", "taxa de administração", "% taxa", "percentual da taxa"),
    "fixed_fee": ("taxa fixa r$", "valor fixo"),
    "payment_days": ("dias para pagamento", "prazo pagamento", "dias de pagamento"),
    "appeal_days": ("dias para recurso", "prazo recurso", "prazo de recurso"),
    "documents": ("documentos exigidos", "papéis"),
    "cut_off_days": ("prazo de entrega", "prazo de inclusão", "dias para entrega"),
}


class AgreementTaker:
    """Takes agreements in, each with its terms."""

    def __init__(self, mapping: ImportMapping, _same: Identical) -> None:
        """Remember the values of all rows."""
        self._constants = mapping.constants

    def read(self, rows: Sequence[FileRow]) -> Sequence[FileRow]:
        """The rows as they are: the registers read their own cells."""
        return rows

    def write(self, work: Work, asked: Sequence[FileRow], batch_id: int) -> list[Fate]:  # noqa: ARG002 - a register's rows don't know their import
        """Register what is new, change what is not; what is refused leaves nothing."""
        codes = _codes_by_name(work)
        cells = [
            _by_code(values_of(row, self._constants), codes)
            for row in asked
            if isinstance(row, Row)
        ]
        # A row's terms are read only once its agreement is there: all is tried before any is written.
        with work.scratch() as scratch:
            tried = _take(scratch, cells)
        fit = [number for number, one in enumerate(tried) if one.outcome is not Outcome.REFUSED]
        written = dict(zip(fit, _take(work, [cells[number] for number in fit]), strict=True))
        told = iter(written.get(number, one) for number, one in enumerate(tried))
        return [_fate(row, told) for row in asked]

    def weigh(self, work: Work, asked: Sequence[FileRow]) -> list[Fate]:
        """What would become of each row: done and undone again, its events too."""
        with work.scratch() as scratch:
            return self.write(scratch, asked, 0)


def _fate(row: FileRow, told: Iterator[Written]) -> Fate:
    if isinstance(row, RefusedRow):
        return Fate(row, REFUSED, row.reasons)
    one = next(told)
    return Fate(row, REFUSED if one.outcome is Outcome.REFUSED else IMPORTED, one.findings)


def _take(work: Work, rows: Sequence[Mapping[str, str]]) -> list[Written]:
    """Write agreements and then their terms; an agreement whose terms are refused is told refused."""
    if not rows:
        return []
    agreed = [{name: row[name] for name in row if name not in _TERMS} for row in rows]
    written = [
        _with_terms(one, row)
        for one, row in zip(upsert_many(work, AGREEMENTS, agreed), rows, strict=True)
    ]
    paired = [
        (number, one)
        for number, one in enumerate(written)
        if one.row_id is not None and any(rows[number].get(name, "").strip() for name in _TERMS)
    ]
    terms = [_terms_of(rows[number], one) for number, one in paired]
    for (number, one), kept in zip(paired, _written(work, terms), strict=True):
        if kept.outcome is Outcome.REFUSED:
            written[number] = kept
        else:
            written[number] = Written(one.outcome, one.row_id, (*one.findings, *kept.findings))
    return written


def _with_terms(one: Written, row: Mapping[str, str]) -> Written:
    """What became of an agreement; of a refused one, what is wrong with its terms too."""
    if one.outcome is not Outcome.REFUSED:
        return one
    said = {name: row[name] for name in _TERMS if row.get(name, "").strip()}
    return Written(one.outcome, one.row_id, (*one.findings, *read_row(TERMS, said)[1]))


def _written(work: Work, rows: Sequence[Mapping[str, object]]) -> list[Written]:
    return upsert_many(work, TERMS, rows) if rows else []


def _terms_of(row: Mapping[str, str], agreement: Written) -> dict[str, object]:
    """The terms that a row says, from the first day of its agreement on."""
    said: dict[str, object] = {name: row[name] for name in _TERMS if row.get(name, "").strip()}
    dates = {name: row[name] for name in ("valid_from", "valid_to") if name in row}
    return {"agreement": agreement.row_id, **said, **dates}


def _codes_by_name(work: Work) -> dict[str, dict[str, str]]:
    """By field, the codes of rows by their folded names; a name that several have is left out."""
    found: dict[str, dict[str, str]] = {}
    for name, model in _NAMED.items():
        rows = selectors.owned(model, work.scope).values_list("code", "name")
        found[name] = only_one((word, code) for code, title in rows for word in (title, code))
    return found


def _by_code(row: dict[str, str], codes: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {name: codes.get(name, {}).get(fold(value), value) for name, value in row.items()}


def _column(register_name: str, field: Field) -> Column:
    required = register_name == AGREEMENTS.name and field.required
    return Column(
        field.name,
        TEXT,
        required=required,
        blank_allowed=True,
        title=field.title.capitalize(),
        aliases=_ALIASES.get(field.name, ()),
    )


KIND: Final = Kind(
    name=AGREEMENTS.name,
    title=AGREEMENTS.titles,
    operation=Operation.IMPORTS_REGISTERS,
    columns=(
        *(_column(AGREEMENTS.name, one) for one in AGREEMENTS.fields),
        *(_column(TERMS.name, TERMS.field(name)) for name in _TERMS),
    ),
    lacking=lacks_nothing,
    taker=AgreementTaker,
)
