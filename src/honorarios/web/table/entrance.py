"""Coming in, and what a person does about their own access: the pages of the library of logins."""

from __future__ import annotations

from typing import Final

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp

from honorarios.web.row import PERSON, PUBLIC, Row, form

ROWS: Final = (
    form("entrar/", "account_login", PUBLIC, by=account.login),
    form("entrar/codigo/", "mfa_authenticate", PUBLIC, by=mfa.authenticate),
    form("sair/", "account_logout", PUBLIC, by=account.logout),
    form("convite/<int:user_id>/<str:token>/", "invitations.accept", PUBLIC),
    Row("acesso-encerrado/", "account_inactive", GET=PUBLIC, by=account.account_inactive),
    form("confirmar-senha/", "account_reauthenticate", PERSON, by=account.reauthenticate),
    form("confirmar-codigo/", "mfa_reauthenticate", PERSON, by=mfa.reauthenticate),
    form("minha-conta/senha/", "account_change_password", PERSON, by=account.password_change),
    Row("minha-conta/segunda-etapa/", "mfa_index", GET=PERSON, by=mfa.index),
    form("minha-conta/segunda-etapa/ligar/", "mfa_activate_totp", PERSON, by=totp.activate_totp),
    form(
        "minha-conta/segunda-etapa/desligar/",
        "mfa_deactivate_totp",
        PERSON,
        by=totp.deactivate_totp,
    ),
    Row(
        "minha-conta/codigos/",
        "mfa_view_recovery_codes",
        GET=PERSON,
        by=recovery.view_recovery_codes,
    ),
    form(
        "minha-conta/codigos/novos/",
        "mfa_generate_recovery_codes",
        PERSON,
        by=recovery.generate_recovery_codes,
    ),
    Row(
        "minha-conta/codigos/baixar/",
        "mfa_download_recovery_codes",
        GET=PERSON,
        by=recovery.download_recovery_codes,
    ),
)
