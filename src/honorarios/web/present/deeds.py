"""What the audit trail calls the deeds, in the words of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_noop

from honorarios.services.entrances import Entrance
from honorarios.services.operations import Operation

if TYPE_CHECKING:
    from collections.abc import Mapping

DEEDS: Final[Mapping[str, str]] = {
    **{one.value: one.label for one in Operation},
    Entrance.SIGNED_IN.value: gettext_noop("entrar no sistema"),
    Entrance.REFUSED.value: gettext_noop("entrada recusada: senha errada"),
    Entrance.SIGNED_OUT.value: gettext_noop("sair do sistema"),
    Entrance.PASSWORD_CHANGED.value: gettext_noop("trocar a senha"),
    Entrance.SECOND_STEP_ON.value: gettext_noop("ligar a segunda etapa da entrada"),
    Entrance.SECOND_STEP_OFF.value: gettext_noop("desligar a segunda etapa da entrada"),
    "deadlines.keep": gettext_noop("marcar prazo como cumprido"),
    "deadlines.reopen": gettext_noop("reabrir prazo"),
    "calendar.issue": gettext_noop("criar endereço de agenda"),
    "calendar.revoke": gettext_noop("revogar endereço de agenda"),
    "members.add": gettext_noop("dar acesso a uma pessoa"),
    "members.change": gettext_noop("alterar o acesso de uma pessoa"),
    "members.invite": gettext_noop("convidar uma pessoa a escolher a senha"),
    "members.remove": gettext_noop("retirar o acesso de uma pessoa"),
    "members.reset_second_step": gettext_noop("desligar a segunda etapa de uma pessoa"),
    "members.set_password": gettext_noop("definir a primeira senha de uma pessoa"),
    "tokens.issue": gettext_noop("criar chave de acesso"),
    "tokens.issue_for": gettext_noop("criar chave de acesso para outra pessoa"),
    "tokens.revoke": gettext_noop("revogar chave de acesso"),
}
"""By the trail's own name of each."""
