"""Catalogues of contract terms and prices: their versions, in and out as zipped folders."""

from __future__ import annotations

from ninja import Query
from pydantic import Field

from honorarios.api import uploads
from honorarios.api.answers import Document
from honorarios.api.call import Call
from honorarios.api.door import Door
from honorarios.api.fields import Given, Key, Size
from honorarios.services import catalogues
from honorarios.services.catalogues import Stored, VersionView
from honorarios.services.catalogues.archive import LIMITS
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result

door = Door(tags=["Catálogos"])

ZIP = "application/zip"
ARCHIVE = uploads.described(ZIP, "A pasta do catálogo, compactada em ZIP.")


class VersionsAsked(Given):
    """Which versions to list."""

    before: Key | None = Field(default=None, description="Só as de número menor.")
    size: Size = 100


@door.reads("/catalogues", Operation.CATALOGUES_READ, tuple[VersionView, ...])
def versions(call: Call, asked: Query[VersionsAsked]) -> Result[tuple[VersionView, ...]]:
    """Listar as versões do catálogo, as mais novas primeiro."""
    return catalogues.versions(actor=call.actor, before=asked.before, limit=asked.size)


@door.reads("/catalogues/{number}", Operation.CATALOGUES_READ, None, media=(ZIP,))
def archive(call: Call, number: Key) -> Result[Document]:
    """Baixar uma versão do catálogo: a pasta, em ZIP."""
    found = catalogues.archive(actor=call.actor, number=number)
    if found.value is None:
        return Result(findings=found.findings)
    return Result(Document(found.value, ZIP, f"catalogue-{number}.zip"))


@door.writes("/catalogues", Operation.CATALOGUES_WRITE, Stored, body=ARCHIVE)
def store(call: Call) -> Result[Stored]:
    """Gravar um catálogo como nova versão, se não tem erros.

    Gravar de novo o que está em vigor não faz versão: `is_new` é falso.
    """
    data = uploads.read(call.request, LIMITS.size)
    return catalogues.store_archive(actor=call.actor, data=data, key=call.key)
