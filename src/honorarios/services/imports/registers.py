"""Rows of a file of a register onto the record: those that are new, and changes of those that are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.services.imports.fates import IMPORTED, REFUSED, Fate
from honorarios.services.imports.file import values_of
from honorarios.services.imports.kinds import Kind
from honorarios.services.imports.opening import lacks_nothing
from honorarios.services.operations import Operation
from honorarios.services.registers import REGISTERS, Outcome, upsert_many
from honorarios.tabular import TEXT, Column, RefusedRow, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.catalogue.importers import ImportMapping
    from honorarios.services.imports.answers import Identical
    from honorarios.services.imports.file import FileRow
    from honorarios.services.registers import Field, Register
    from honorarios.services.work import Work

_ALIASES: Final[dict[str, tuple[str, ...]]] = {
    "code": ("código", "cod"),
    "name": ("nome",),
    "patients.code": ("prontuário", "código do paciente", "cod paciente", "número do prontuário"),
    "patients.name": ("paciente", "nome do paciente"),
    "birth_date": ("data de nascimento", "dt nascimento", "nascimento"),
    "cpf": ("cpf do paciente",),
    "providers.code": ("código do prestador", "cod prestador", "prestador"),
    "providers.name": ("nome do prestador", "médico", "profissional"),
    "council": ("crm", "registro no conselho", "conselho profissional"),
    "provider": ("código do prestador", "cod prestador"),
    "payer": ("código do convênio", "cod convênio", "operadora"),
    "payers.code": ("código do convênio", "cod convênio", "operadora", "convênio"),
    "plans.code": ("código do plano", "cod plano", "plano"),
    "hospital": ("código do hospital", "estabelecimento"),
    "beds.code": ("leito", "código do leito", "cod leito"),
    "bed_class": ("classe do leito",),
    "cost_centre": ("código do centro de custo", "cod centro de custo"),
    "valid_from": ("início da validade", "vigência inicial", "data inicial"),
    "valid_to": ("fim da validade", "vigência final", "data final"),
}


class RegisterTaker:
    """Takes rows of a register in."""

    def __init__(self, register: Register, mapping: ImportMapping) -> None:
        """Remember the register and the values of all rows."""
        self._register = register
        self._constants = mapping.constants

    def read(self, rows: Sequence[FileRow]) -> Sequence[FileRow]:
        """The rows as they are: a register reads its own cells."""
        return rows

    def write(self, work: Work, asked: Sequence[FileRow], batch_id: int) -> list[Fate]:  # noqa: ARG002 - a register's rows don't know their import
        """Register what is new, change what is not."""
        readable = [row for row in asked if isinstance(row, Row)]
        cells = [values_of(row, self._constants) for row in readable]
        written = iter(upsert_many(work, self._register, cells) if cells else ())
        fates = []
        for row in asked:
            if isinstance(row, RefusedRow):
                fates.append(Fate(row, REFUSED, row.reasons))
                continue
            one = next(written)
            state = REFUSED if one.outcome is Outcome.REFUSED else IMPORTED
            fates.append(Fate(row, state, one.findings))
        return fates

    def weigh(self, work: Work, asked: Sequence[FileRow]) -> list[Fate]:
        """What would become of each row: done and undone again, its events too."""
        with work.scratch() as scratch:
            return self.write(scratch, asked, 0)


def _column(register: Register, field: Field) -> Column:
    aliases = _ALIASES.get(f"{register.name}.{field.name}") or _ALIASES.get(field.name, ())
    return Column(
        field.name,
        TEXT,
        required=field.name in register.key and field.required,
        blank_allowed=True,
        title=field.title.capitalize(),
        aliases=aliases,
    )


def kind_for(register: Register) -> Kind:
    """The import of a register."""

    def taker(mapping: ImportMapping, _same: Identical) -> RegisterTaker:
        return RegisterTaker(register, mapping)

    names_patients = register.identifies_patients
    return Kind(
        name=register.name,
        title=register.titles,
        operation=register.write if names_patients else Operation.IMPORTS_REGISTERS,
        columns=tuple(_column(register, field) for field in register.fields),
        lacking=lacks_nothing,
        taker=taker,
        names_patients=names_patients,
    )


REGISTER_KINDS: Final = tuple(
    # A row of a file has no list in it: what has one is registered through the services.
    kind_for(register)
    for register in REGISTERS.values()
    if register.children is None
)
