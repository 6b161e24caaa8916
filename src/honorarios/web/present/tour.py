"""The guided tour of the demonstration: its stops for a role, each a place and something to look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from honorarios.web import table

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.worklist import WorkRow


@dataclass(frozen=True, slots=True)
class Stop:
    """A place, what of it to look at (a selector of the page), and what to say."""

    view: str
    target: str
    title: str
    text: str
    of: str = ""
    """The row of the work list whose page it is: ``account_id`` or ``part_id``; empty for one page."""


STOPS: Final = (
    Stop(
        "me.home",
        ".doors",
        _("O seu ponto de partida"),
        _("Daqui você vai ao trabalho do dia. A lista abaixo é o que espera pelo seu perfil."),
    ),
    Stop(
        "worklist.index",
        ".filters",
        _("As contas, como você as procura"),
        _("Os filtros ficam no endereço: guarde um como visão, ou mande o endereço a um colega."),
    ),
    Stop(
        "account.show",
        ".page__head",
        _("Uma conta e as suas parciais"),
        _(
            "Cada parcial tem convênio, período e situação. As conferências dizem o que impede de encerrar."
        ),
        of="account_id",
    ),
    Stop(
        "launch.show",
        "main form",
        _("A cirurgia inteira, sem o mouse"),
        _(
            "Digite atos e equipe; Enter anda de campo em campo. Os valores mudam enquanto você "
            "digita, F4 mostra de onde vieram, e Ctrl+Enter salva."
        ),
        of="part_id",
    ),
    Stop(
        "production.show",
        "main",
        _("Quanto, quando e por quê"),
        _("A sua produção, ato por ato: a situação de cada um e a conta que levou ao valor."),
    ),
    Stop(
        "dashboard.show",
        "main",
        _("O que foi lançado, e o que está parado"),
        _("Cada número abre os lançamentos que somam exatamente o que ele diz."),
    ),
    Stop(
        "terms.index",
        "main",
        _("As condições de cada convênio"),
        _("Tabelas, padrões e valores com vigência. Antes de gravar, exemplos mostram o que muda."),
    ),
    Stop(
        "registers.index",
        "main",
        _("Os cadastros"),
        _("Cada registro guarda a sua história: nada se perde quando muda."),
    ),
    Stop(
        "guide.glossary",
        "main",
        _("As palavras da conta"),
        _("O botão ? ao lado de um termo o explica ali mesmo; aqui estão todos."),
    ),
    Stop(
        "me.home",
        ".bar__search",
        _("De qualquer lugar a qualquer lugar"),
        _("Ctrl+K busca telas, contas e prestadores. A tecla ? mostra as teclas da tela."),
    ),
)


def stops(actor: Actor, row: WorkRow | None) -> list[dict[str, str]]:
    """The stops that the actor may visit; ``row`` is the part that serves as the example."""
    return [
        {
            "href": reverse(stop.view, args=[getattr(row, stop.of)] if stop.of else []),
            "target": stop.target,
            "title": gettext(stop.title),
            "text": gettext(stop.text),
        }
        for stop in STOPS
        if table.may(actor, stop.view) and (row is not None or not stop.of)
    ]
