"""The letters of a surgery, and the refund that a patient may ask."""

from __future__ import annotations

from typing import Final, Literal

from ninja import Query

from honorarios.api.answers import Document
from honorarios.api.call import Call
from honorarios.api.door import Door
from honorarios.api.fields import Code, Given, Key
from honorarios.planning.documents import Letter, LetterKind
from honorarios.services.cases.letters import Wanted, letter, print_letter
from honorarios.services.cases.refunds import RefundEstimate, estimate
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result

door = Door()

PDF: Final = "application/pdf"
KINDS: Final = {kind.value: kind for kind in LetterKind}
KindName = Literal["answer", "consent", "refund", "status"]


class LetterAsked(Given):
    """Which letter, of what."""

    request_id: Key | None = None
    contract: Code = ""


class EstimateAsked(Given):
    """By which table."""

    contract: Code


@door.reads("/cases/{case_id}/letters/{kind}", Operation.CASES_READ, Letter)
def one_letter(
    call: Call, case_id: Key, kind: KindName, asked: Query[LetterAsked]
) -> Result[Letter]:
    """Ler uma carta da cirurgia: ao convênio, o termo, o reembolso, a situação para o paciente."""
    wanted = Wanted(KINDS[kind], asked.request_id, asked.contract)
    return letter(actor=call.actor, case_id=case_id, wanted=wanted)


@door.reads("/cases/{case_id}/letters/{kind}/print", Operation.CASES_READ, None, media=(PDF,))
def printed_letter(
    call: Call, case_id: Key, kind: KindName, asked: Query[LetterAsked]
) -> Result[Document]:
    """Imprimir uma carta da cirurgia."""
    wanted = Wanted(KINDS[kind], asked.request_id, asked.contract)
    made = print_letter(actor=call.actor, case_id=case_id, wanted=wanted)
    if made.value is None:
        return Result(findings=made.findings)
    return Result(Document(made.value.content, made.value.media, made.value.name), made.findings)


@door.reads("/cases/{case_id}/refund", Operation.CASES_READ, RefundEstimate)
def refund(call: Call, case_id: Key, asked: Query[EstimateAsked]) -> Result[RefundEstimate]:
    """Estimar o reembolso de uma cirurgia de livre escolha pela tabela de um contrato do convênio."""
    return estimate(actor=call.actor, case_id=case_id, contract=asked.contract)
