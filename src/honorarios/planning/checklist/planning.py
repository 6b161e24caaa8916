"""What is settled with the team and the hospital before anything is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.phrase import gettext_noop as _
from honorarios.core.vocabulary import Role
from honorarios.planning.checklist.item import Item, Stage, Standing, before, done
from honorarios.planning.deadlines.deadline import Owner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.planning.case import Case


def plan(case: Case) -> Iterator[Item]:
    """Codes, team and date."""
    yield Item(
        code="acts",
        stage=Stage.PLAN,
        title=_("Códigos dos procedimentos"),
        standing=done(bool(case.acts)),
        owner=Owner.TEAM,
        why=_("O honorário segue os códigos que o convênio autoriza."),
    )
    yield Item(
        code="surgeon",
        stage=Stage.PLAN,
        title=_("Cirurgião da equipe"),
        standing=done(Role.SURGEON in case.roles),
        owner=Owner.TEAM,
        why=_("Cada profissional é pago pela via em que está credenciado ou filiado."),
    )
    if Role.ANAESTHETIST not in case.roles:
        yield Item(
            code="anaesthetist",
            stage=Stage.PLAN,
            title=_("Anestesista da equipe"),
            standing=Standing.TODO,
            owner=Owner.TEAM,
            why=_("Pode ser de outra via: cooperativa, por exemplo."),
            due=before(case, 2),
        )
    yield Item(
        code="date",
        stage=Stage.PLAN,
        title=_("Data e hora com a equipe e o hospital"),
        standing=done(case.planned_on is not None or case.performed_on is not None),
        owner=Owner.OFFICE,
    )


def hospital(case: Case) -> Iterator[Item]:
    """Whether the hospital asked for the fees, without which it passes none on."""
    if case.is_private or case.free_choice:
        return
    asked = case.fees_requested
    yield Item(
        code="fees_requested",
        stage=Stage.HOSPITAL,
        title={
            None: _("Confirmar se o hospital pediu os honorários com a autorização"),
            True: _("O hospital pediu os honorários com a autorização"),
            False: _("O hospital não pediu os honorários: por repasse, só se ainda pedir"),
        }[asked],
        standing=Standing.DONE if asked is not None else Standing.TODO,
        owner=Owner.OFFICE,
        why=_(
            "Sem isso o repasse fica pendente (E3b). Pergunte ao comercial ou ao faturamento do hospital."
        ),
        due=before(case, 1),
    )
