"""Livre escolha: what the patient gathers to ask the payer for a refund, and what to expect of it.

The refund is the patient's right and never enters the physician's value; the system neither files it nor
keeps anybody's password (``spec: routes 2.4``; STJ, REsp 1.959.929/SP).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.planning.documents.letter import Letter, LetterKind, Row

if TYPE_CHECKING:
    from datetime import date

    from honorarios.planning.case import Act, Case
    from honorarios.planning.documents.letter import Told

POINTS = (
    "Pedir ao convênio, antes, o valor do reembolso por escrito: a tabela e a fórmula são públicas.",
    "Guardar o orçamento assinado de cada profissional.",
    "Pagar e guardar o comprovante: transferência, cartão ou boleto, em nome do paciente.",
    "Recibo do Receita Saúde (médico pessoa física) ou nota fiscal (empresa), um por pagamento.",
    "Relatório médico com CID, descrição cirúrgica e laudos.",
    "Guia ou protocolo do pedido, se houver, e os dados da conta para o crédito.",
    "Pedir o reembolso no canal do convênio, dentro do prazo do contrato, e anotar o protocolo.",
    "Conferir a resposta: o convênio paga em até 30 dias da entrega dos papéis completos.",
)


def refund(told: Told, case: Case, estimates: dict[int, str], total: str, today: date) -> Letter:
    """The patient's list of papers, with what each act is refunded by the plan's table where it is known.

    Args:
        told: Who and where.
        case: The surgery.
        estimates: Words of the refund of an act, by its key: an amount, or why there is none.
        total: The amounts added up, in words; empty where no table is known.
        today: The letter's day.
    """
    estimate = (
        f"Pela tabela do plano, a estimativa do reembolso é {total}. O valor certo é o que o convênio"
        " informar por escrito."
        if total
        else "A estimativa depende da tabela de reembolso do plano: peça-a ao convênio por escrito."
    )
    return Letter(
        kind=LetterKind.REFUND,
        office=told.office,
        title="Livre escolha: papéis do reembolso",
        subject=f"Cirurgia {told.number}",
        on=today,
        paragraphs=(
            (
                f"{told.patient}, {told.payer}{f', plano {told.plan}' if told.plan else ''}. A equipe é"
                " escolhida e paga por você; o reembolso é um direito seu, e só você o pede."
            ),
            estimate,
        ),
        columns=("Código", "Procedimento", "Qtd.", "Estimativa"),
        rows=tuple(_row(act, estimates.get(act.key, "—")) for act in case.acts),
        points=POINTS,
        closing="Nunca entregue a senha do aplicativo do convênio a ninguém.",
        note=(
            "Lei 9.656/1998, art. 12, VI, e contrato do plano. O valor não é menor do que o convênio paga à"
            " sua rede. A estimativa não é promessa, e este texto não é parecer jurídico."
        ),
    )


def _row(act: Act, estimate: str) -> Row:
    return Row(cells=(act.code, act.description, str(act.quantity), estimate))
