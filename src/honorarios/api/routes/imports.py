"""Imports of people's files: looked at, tried, run, read, answered and undone."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated, Literal

from ninja import Query
from pydantic import Field, ValidationError

from honorarios.api import codes, uploads
from honorarios.api.answers import Document
from honorarios.api.call import Asked, Call, Refused
from honorarios.api.door import Door
from honorarios.api.fields import Code, Given, Key, Reasoned, Size
from honorarios.core.findings import Place
from honorarios.services import imports
from honorarios.services.imports import (
    BatchView,
    Decision,
    Identical,
    ImportAnswer,
    ImportMapping,
    ImportRowState,
    Preview,
    RowPage,
    Undone,
)
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result
from honorarios.tabular import Limits

door = Door(tags=["Importações"])

LIMIT = Limits().size
FILE = uploads.described("application/octet-stream", "O arquivo: CSV, XLSX, XLS, ODS ou Parquet.")
Number = Annotated[int, Field(ge=0, le=2**31 - 1)]


class FileAsked(Given):
    """A file that comes as the body."""

    kind: Code = Field(default="fees", description="O que o arquivo traz.")
    name: Annotated[str, Field(min_length=1, max_length=255)] = "arquivo.csv"
    mapping: Annotated[str, Field(max_length=8_000)] | None = Field(
        default=None,
        description='JSON: {"columns": {"code": "Código TUSS"}, "constants": {}, "sheet": ""}.',
    )

    def read_mapping(self) -> ImportMapping | None:
        """The mapping of the columns; stops where it is none."""
        if self.mapping is None:
            return None
        try:
            return ImportMapping.model_validate_json(self.mapping)
        except ValidationError:
            why = "é um objeto JSON com columns, constants e sheet"
            place = Place(field="mapping")
            raise Refused(codes.BAD_VALUE.at(place, field="mapping", why=why)) from None


class RunAsked(FileAsked):
    """A file to import."""

    identical: Literal["hold", "launch"] = "hold"
    dry_run: bool = False


class ImportsAsked(Given):
    """Which imports to list."""

    before: Key | None = Field(default=None, description="Só as de número menor.")
    size: Size = 100


class RowsAsked(Given):
    """Which rows of an import to read."""

    state: Literal["imported", "refused", "pending", "undone"] | None = None
    after: Number = 0
    size: Size = 100


class Answer(Given):
    """The answer to pending rows."""

    decision: Literal["confirm", "decline"]
    rows: list[Number] | None = Field(
        default=None, max_length=5_000, description="Ausente: todas as pendentes."
    )
    about: Code | None = Field(default=None, description="Código do achado que pergunta.")


@door.writes("/imports/inspect", Operation.IMPORTS_FEES, Preview, key=Asked.NO, body=FILE)
def inspect(call: Call, asked: Query[FileAsked]) -> Result[Preview]:
    """Olhar um arquivo como uma importação o leria, sem gravar."""
    mapping = asked.read_mapping()
    with uploads.kept(call.request, asked.name, LIMIT) as path:
        found = imports.inspect(
            actor=call.actor, path=path, kind=asked.kind, mapping=mapping, name=asked.name
        )
        return uploads.named(found, path, asked.name)


@door.writes("/imports", Operation.IMPORTS_FEES, ImportAnswer, key=Asked.NO, body=FILE)
def run(call: Call, asked: Query[RunAsked]) -> Result[ImportAnswer]:
    """Importar um arquivo.

    O mesmo arquivo outra vez continua de onde parou, ou não muda nada: dispensa chave de idempotência.
    """
    mapping = asked.read_mapping()
    with uploads.kept(call.request, asked.name, LIMIT) as path:
        found = imports.run(
            actor=call.actor,
            path=path,
            kind=asked.kind,
            mapping=mapping,
            identical=Identical(asked.identical),
            dry_run=asked.dry_run,
            name=asked.name,
        )
        return uploads.named(found, path, asked.name)


@door.reads("/imports", Operation.IMPORTS_READ, tuple[BatchView, ...])
def listed(call: Call, asked: Query[ImportsAsked]) -> Result[tuple[BatchView, ...]]:
    """Listar importações, as mais novas primeiro."""
    return imports.imports(actor=call.actor, before=asked.before, size=asked.size)


@door.reads("/imports/{batch_id}", Operation.IMPORTS_READ, ImportAnswer)
def status(call: Call, batch_id: Key) -> Result[ImportAnswer]:
    """Ler o que uma importação já fez."""
    return imports.status(actor=call.actor, batch_id=batch_id)


@door.reads("/imports/{batch_id}/rows", Operation.IMPORTS_READ, RowPage)
def rows(call: Call, batch_id: Key, asked: Query[RowsAsked]) -> Result[RowPage]:
    """Ler as linhas de uma importação, cada uma com a situação e o motivo."""
    return imports.rows(
        actor=call.actor,
        batch_id=batch_id,
        state=None if asked.state is None else ImportRowState(asked.state),
        after=asked.after,
        size=asked.size,
    )


@door.reads("/imports/{batch_id}/refused", Operation.IMPORTS_READ, None, media=("text/csv",))
def refused(call: Call, batch_id: Key) -> Result[Document]:
    """Baixar as linhas recusadas, com os motivos, para corrigir e importar."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "recusadas.csv")
        found = imports.refused(actor=call.actor, batch_id=batch_id, out=out)
        if found.value is None or not found.ok:
            return Result(findings=found.findings)
        content = out.read_bytes() if found.value.rows else b""
    return Result(Document(content, "text/csv; charset=utf-8", f"recusadas-{batch_id}.csv"))


@door.writes("/imports/{batch_id}/answer", Operation.IMPORTS_FEES, ImportAnswer, key=Asked.NO)
def answer(call: Call, batch_id: Key, body: Answer) -> Result[ImportAnswer]:
    """Responder linhas pendentes: cada uma é lançada, ou recusada com o motivo.

    O que já foi respondido não se responde de novo: dispensa chave de idempotência.
    """
    return imports.answer(
        actor=call.actor,
        batch_id=batch_id,
        decision=Decision(body.decision),
        numbers=body.rows,
        about=body.about,
    )


@door.writes("/imports/{batch_id}/undo", Operation.IMPORTS_UNDO, Undone, key=Asked.NO)
def undo(call: Call, batch_id: Key, body: Reasoned) -> Result[Undone]:
    """Desfazer uma importação inteira por estornos, enquanto as parciais estão abertas."""
    return imports.undo(actor=call.actor, batch_id=batch_id, reason=body.reason)
