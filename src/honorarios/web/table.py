"""THE table of permissions of the desk: address x method -> operation, or who may come.

The addresses are made from it (:mod:`honorarios.web.urls`) and the door asks it
(:mod:`honorarios.web.door`): what has no row is refused. How far an operation reaches, by role and by
object, is the services' own table (:mod:`honorarios.services.permissions`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp

from honorarios.services.permissions import allows
from honorarios.web.row import Access, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.services.actor import Actor

PUBLIC: Final = Access.PUBLIC
PERSON: Final = Access.PERSON
SIGNED_IN: Final = Access.SIGNED_IN

# Coming in, and what a person does about their own access.
_ENTRANCE: Final = (
    Row("entrar/", "account_login", GET=PUBLIC, POST=PUBLIC, by=account.login),
    Row("entrar/codigo/", "mfa_authenticate", GET=PUBLIC, POST=PUBLIC, by=mfa.authenticate),
    Row("sair/", "account_logout", GET=PUBLIC, POST=PUBLIC, by=account.logout),
    Row("acesso-encerrado/", "account_inactive", GET=PUBLIC, by=account.account_inactive),
    Row(
        "confirmar-senha/",
        "account_reauthenticate",
        GET=PERSON,
        POST=PERSON,
        by=account.reauthenticate,
    ),
    Row("confirmar-codigo/", "mfa_reauthenticate", GET=PERSON, POST=PERSON, by=mfa.reauthenticate),
    Row(
        "minha-conta/senha/",
        "account_change_password",
        GET=PERSON,
        POST=PERSON,
        by=account.password_change,
    ),
    Row("minha-conta/segunda-etapa/", "mfa_index", GET=PERSON, by=mfa.index),
    Row(
        "minha-conta/segunda-etapa/ligar/",
        "mfa_activate_totp",
        GET=PERSON,
        POST=PERSON,
        by=totp.activate_totp,
    ),
    Row(
        "minha-conta/segunda-etapa/desligar/",
        "mfa_deactivate_totp",
        GET=PERSON,
        POST=PERSON,
        by=totp.deactivate_totp,
    ),
    Row(
        "minha-conta/codigos/",
        "mfa_view_recovery_codes",
        GET=PERSON,
        by=recovery.view_recovery_codes,
    ),
    Row(
        "minha-conta/codigos/novos/",
        "mfa_generate_recovery_codes",
        GET=PERSON,
        POST=PERSON,
        by=recovery.generate_recovery_codes,
    ),
    Row(
        "minha-conta/codigos/baixar/",
        "mfa_download_recovery_codes",
        GET=PERSON,
        by=recovery.download_recovery_codes,
    ),
)
_ME: Final = (
    Row("", "me.home", GET=SIGNED_IN),
    Row("sessao/", "me.session", GET=PUBLIC),
    Row("sessao/retomada/", "me.resumed", GET=PERSON),
    Row("minha-conta/preferencias/", "me.preferences", GET=SIGNED_IN, POST=SIGNED_IN),
    Row("minha-conta/sessoes/", "me.sessions", GET=PERSON, POST=PERSON),
    Row("escritorio/", "offices.choose", GET=PERSON, POST=PERSON),
)

# Add your rows in a group of your own, in the order of the addresses.

TABLE: Final[tuple[Row, ...]] = (*_ENTRANCE, *_ME)
"""Every address of the desk; a path may have a row for each method, with views of their own."""


def named(name: str) -> Iterator[Row]:
    """The rows of a view's name."""
    return (row for row in TABLE if row.view == name)


def may(actor: Actor, name: str, method: str = "GET") -> bool:
    """Whether an actor may ask for an address at all, for menus and buttons; False where it has no row."""
    return any(
        isinstance(access, Access) or allows(actor, access)
        for row in named(name)
        if (access := row.methods.get(method)) is not None
    )
