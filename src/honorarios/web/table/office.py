"""Who works in the office, the keys of their programs, and the audit trail."""

from __future__ import annotations

from typing import Final

from honorarios.services.operations import Operation as Op
from honorarios.web.row import Row, form

ROWS: Final = (
    Row("acessos/", "members.index", GET=Op.MEMBERS_READ),
    form("acessos/novo/", "members.new", Op.MEMBERS_WRITE),
    form("acessos/<int:member_id>/", "members.edit", Op.MEMBERS_WRITE),
    Row("acessos/<int:member_id>/convite/", "invitations.make", POST=Op.MEMBERS_WRITE),
    Row("acessos/<int:member_id>/retirar/", "members.remove", POST=Op.MEMBERS_WRITE),
    Row("acessos/<int:member_id>/segunda-etapa/", "members.reset", POST=Op.MEMBERS_WRITE),
    form("minha-conta/chaves/", "tokens.index", Op.TOKENS_OWN),
    Row("minha-conta/chaves/<int:token_id>/revogar/", "tokens.revoke", POST=Op.TOKENS_OWN),
    Row("auditoria/", "audit.index", GET=Op.AUDIT_READ),
    form("auditoria/conferir/", "audit.verify", Op.AUDIT_VERIFY),
    Row("auditoria/fim/", "audit.head", GET=Op.AUDIT_VERIFY),
    form("auditoria/registros/", "audit.prove", Op.CHECK),
    form("auditoria/<int:seq>/apagar/", "audit.erase", Op.AUDIT_ERASE),
)
