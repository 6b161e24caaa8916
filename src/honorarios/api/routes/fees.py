"""Fees: launch, preview, confirm, edit, reverse, list, read and explain."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Query
from pydantic import Field

from honorarios.api import codes
from honorarios.api.answers import Document
from honorarios.api.call import Asked, Call, refuse
from honorarios.api.door import Door
from honorarios.api.entries import Entries, EntryFields, read
from honorarios.api.fields import Code, Day, Given, Key, Mark, Reasoned, Size, Whole
from honorarios.api.memoria import Memoria, memoria
from honorarios.core.vocabulary import LineStatus
from honorarios.launching.model import PackageDecision
from honorarios.services import fees
from honorarios.services.explaining import explain as explain_line
from honorarios.services.fees import Changed, Launched, LineView, Page
from honorarios.services.fees.listing import USUAL_PAGE
from honorarios.services.loader.terms import optional_term
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result

door = Door(tags=["Lançamentos"])


class Launch(Given):
    """Fees to launch on a part."""

    entries: Entries


class Decision(Given):
    """What was decided about the package for an entry."""

    key: Whole | Annotated[str, Field(max_length=120)]
    decision: Literal["confirm", "decline"]


class Confirm(Launch):
    """Fees to launch, with the questions about the package answered."""

    decisions: Annotated[list[Decision], Field(max_length=500)]

    def decided(self) -> dict[int | str, PackageDecision]:
        """The decision of each entry; stops where one entry has two."""
        decided: dict[int | str, PackageDecision] = {}
        for one in self.decisions:
            if one.key in decided:
                refuse(codes.DECIDED_TWICE, "decisions", key=one.key)
            decided[one.key] = PackageDecision(one.decision)
        return decided


class LinesAsked(Given):
    """Which lines to list; what is empty is not asked about."""

    part_id: Key | None = None
    account_id: Key | None = None
    billing_unit: Code = ""
    payer: Code = ""
    provider: Code = ""
    code: Code = Field(default="", description="Código do procedimento, ou o seu começo.")
    status: Literal["active", "reversed", "reversal", ""] = ""
    outside: bool | None = None
    import_batch_id: Key | None = None
    first_day: Day | None = None
    last_day: Day | None = None
    after: Mark | None = Field(default=None, description="A marca da página anterior.")
    size: Size = USUAL_PAGE

    def filter(self) -> fees.LineFilter:
        """The filter of the service."""
        asked = self.model_dump(exclude={"after", "size", "status"})
        return fees.LineFilter(**asked, status=optional_term(LineStatus, self.status))


@door.reads("/fees", Operation.FEES_LIST, Page)
def listed(call: Call, asked: Query[LinesAsked]) -> Result[Page]:
    """Listar lançamentos, os atos mais novos primeiro."""
    return fees.list_lines(
        actor=call.actor, only=asked.filter(), after=asked.after, size=asked.size
    )


@door.writes("/parts/{part_id}/fees", Operation.FEES_LAUNCH, Launched, key=Asked.REQUIRED)
def launch(call: Call, part_id: Key, body: Launch) -> Result[Launched]:
    """Lançar honorários em uma parcial.

    Todos ou nenhum. Com pergunta sobre o pacote nada se grava: `written` é falso, e o lançamento traz a
    pergunta.
    """
    return fees.launch(actor=call.actor, part_id=part_id, entries=read(body.entries), key=call.key)


@door.writes("/parts/{part_id}/fees/preview", Operation.FEES_PREVIEW, Launched, key=Asked.NO)
def preview(call: Call, part_id: Key, body: Launch) -> Result[Launched]:
    """Simular o lançamento: o que seria gravado, sem gravar."""
    return fees.preview(actor=call.actor, part_id=part_id, entries=read(body.entries))


@door.writes("/parts/{part_id}/fees/confirm", Operation.FEES_LAUNCH, Launched, key=Asked.REQUIRED)
def confirm(call: Call, part_id: Key, body: Confirm) -> Result[Launched]:
    """Lançar com as perguntas sobre o pacote respondidas."""
    return fees.confirm(
        actor=call.actor,
        part_id=part_id,
        entries=read(body.entries),
        decisions=body.decided(),
        key=call.key,
    )


@door.reads("/fees/{uid}", Operation.FEES_LIST, LineView, tag_of=lambda line: line.version)
def one(call: Call, uid: UUID) -> Result[LineView]:
    """Ler um lançamento, com a sua versão no ETag."""
    return fees.line(actor=call.actor, uid=uid)


@door.writes("/fees/{uid}", Operation.FEES_EDIT, Changed, method="PATCH", match=Asked.REQUIRED)
def edit(call: Call, uid: UUID, body: EntryFields) -> Result[Changed]:
    """Alterar campos de um lançamento, e com ele toda a sua divisão."""
    return fees.edit(
        actor=call.actor,
        uid=uid,
        version=call.required_version,
        changes=body.cells(),
        key=call.key,
    )


@door.writes(
    "/fees/{uid}/reverse",
    Operation.FEES_REVERSE,
    Changed,
    key=Asked.REQUIRED,
    match=Asked.OPTIONAL,
)
def reverse(call: Call, uid: UUID, body: Reasoned) -> Result[Changed]:
    """Estornar um lançamento, com a divisão, a diferença e as taxas que ele trouxe."""
    return fees.reverse(
        actor=call.actor, uid=uid, reason=body.reason, version=call.version, key=call.key
    )


@door.reads(
    "/fees/{uid}/explanation",
    Operation.FEES_EXPLAIN,
    Memoria,
    media=("text/plain", "text/html"),
)
def explanation(
    call: Call, uid: UUID, form: Literal["json", "text", "html"] = "json"
) -> Result[Memoria] | Result[Document] | Result[Any]:
    """Ler a memória de cálculo de um lançamento: como nasceu o seu valor."""
    return memoria(explain_line(actor=call.actor, uid=uid), form)
