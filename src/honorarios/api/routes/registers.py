"""The office's registers: the same four routes for each, made from its description."""

# Annotations are evaluated as they are met, not as texts: the models are made along with the routes.

from collections.abc import Callable
from typing import Any

from ninja import Query

from honorarios.api.call import Asked, Call
from honorarios.api.door import Door
from honorarios.api.fields import Key
from honorarios.api.register_models import Models, models_of
from honorarios.services import registers
from honorarios.services.outcomes import Result
from honorarios.services.registers import REGISTERS, Register, RowView, Saved

door = Door(tags=["Cadastros"])


def _row(view: RowView) -> dict[str, Any]:
    return {"id": view.id, "tag": view.tag, **view.values}


def _listing(register: Register, models: Models) -> Callable[..., object]:
    def listed(call: Call, asked: Query[models.asked]) -> Result[Any]:  # type: ignore[name-defined] # made when the program runs
        given = asked.model_dump()
        found = registers.listed(
            actor=call.actor,
            register=register,
            only={name: given[name] for name in registers.filters(register) if given[name]},
            search=asked.search,
            valid_on=given.get("valid_on"),
            after=asked.after,
            size=asked.size,
        )
        if found.value is None:
            return Result(findings=found.findings)
        rows = [_row(view) for view in found.value.rows]
        return Result({"rows": rows, "after": found.value.after}, found.findings)

    return listed


def _reading(register: Register) -> Callable[..., object]:
    def read(call: Call, row_id: Key) -> Result[Any]:
        found = registers.read(actor=call.actor, register=register, row_id=row_id)
        row = None if found.value is None else _row(found.value)
        return Result(row, found.findings)

    return read


def _creating(register: Register, models: Models) -> Callable[..., object]:
    def create(call: Call, body: models.new, dry_run: bool = False) -> Result[Saved]:  # type: ignore[name-defined] # as above
        return registers.create(
            actor=call.actor,
            register=register,
            values=body.model_dump(exclude_unset=True),
            key=call.key,
            dry_run=dry_run,
        )

    return create


def _changing(register: Register, models: Models) -> Callable[..., object]:
    def change(
        call: Call,
        row_id: Key,
        body: models.change,  # type: ignore[name-defined] # as above
        dry_run: bool = False,
    ) -> Result[Saved]:
        return registers.change(
            actor=call.actor,
            register=register,
            row_id=row_id,
            values=body.model_dump(exclude_unset=True),
            seen=call.tag,
            key=call.key,
            dry_run=dry_run,
        )

    return change


def _titled(view: Callable[..., object], register: Register, title: str) -> Callable[..., object]:
    """The view under the register's own name, for the OpenAPI document."""
    view.__name__ = f"{register.name.replace('-', '_')}.{view.__name__}"
    view.__doc__ = f"{title}: {register.titles}."
    return view


def _open(register: Register) -> None:
    """Open the routes of a register."""
    models, path = models_of(register), f"/{register.name}"
    door.reads(path, register.read, models.page)(
        _titled(_listing(register, models), register, "Listar")
    )
    door.reads(f"{path}/{{row_id}}", register.read, models.row, tag_of=lambda row: row["tag"])(
        _titled(_reading(register), register, "Ler um registro")
    )
    door.writes(path, register.write, Saved, tag_of=lambda saved: saved.tag)(
        _titled(_creating(register, models), register, "Cadastrar")
    )
    door.writes(
        f"{path}/{{row_id}}",
        register.write,
        Saved,
        method="PATCH",
        match=Asked.REQUIRED,
        tag_of=lambda saved: saved.tag,
    )(_titled(_changing(register, models), register, "Alterar um registro"))


for _register in REGISTERS.values():
    _open(_register)
