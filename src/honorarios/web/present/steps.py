"""The checklist of a clerk's first account: what each step is, and where it is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from honorarios.services.first_steps import Step

if TYPE_CHECKING:
    from collections.abc import Collection

HINT: Final = "primeiros-passos"
"""What is remembered when the checklist is put away."""
SEEN: Final = "passo-memoria"
"""What is remembered when a person says that they saw a memória de cálculo."""


@dataclass(frozen=True, slots=True)
class _Text:
    title: str
    why: str
    action: str
    view: str


_TEXTS: Final = {
    Step.ATTENDANCE: _Text(
        _("Abra o atendimento"),
        _("O paciente, o hospital e o leito: deles vêm a acomodação e o caráter."),
        _("Abrir"),
        "attendances.open",
    ),
    Step.ACCOUNT: _Text(
        _("Abra a conta e a parcial"),
        _("A parcial é de um convênio; as condições dele dão os preços."),
        _("Ver atendimentos"),
        "attendances.index",
    ),
    Step.LAUNCH: _Text(
        _("Lance a cirurgia"),
        _("Atos, equipe, horários e vias, sem o mouse. O sistema sugere e você decide."),
        _("Escolher a parcial"),
        "worklist.index",
    ),
    Step.TRACE: _Text(
        _("Veja de onde veio o valor"),
        _("F4 abre a memória de cálculo: tabela, vigência, fatores e arredondamento."),
        _("Ver lançamentos"),
        "lines.list",
    ),
    Step.CLOSE: _Text(
        _("Encerre a parcial"),
        _("O sistema confere tudo e diz o que falta antes de liberar."),
        _("Ver contas"),
        "worklist.index",
    ),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A step as the checklist shows it."""

    number: int
    title: str
    why: str
    action: str
    href: str
    done: bool
    next: bool
    """Whether it is the first that isn't done."""
    mark: str
    """The hint by which a person says that it is done; empty where the trail tells."""


def checklist(done: Collection[Step]) -> tuple[Shown, ...]:
    """The five steps in their order."""
    following = next((step for step in Step if step not in done), None)
    return tuple(
        Shown(
            number=number,
            title=gettext(text.title),
            why=gettext(text.why),
            action=gettext(text.action),
            href=reverse(text.view),
            done=step in done,
            next=step is following,
            mark=SEEN if step is Step.TRACE else "",
        )
        for number, (step, text) in enumerate(_TEXTS.items(), 1)
    )
