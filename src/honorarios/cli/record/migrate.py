"""``honorarios migrate``: the database of the environment, made or brought to this version."""

from __future__ import annotations

from honorarios.cli import screen
from honorarios.cli.options import JsonOption
from honorarios.cli.record.ending import end, no_traceback
from honorarios.cli.record.opening import place, read_audit_key, set_up


def migrate(as_json: JsonOption = False) -> None:
    """Cria o banco de dados, ou o atualiza para esta versão do programa.

    O banco é o de DATABASE_URL; sem ela, um arquivo SQLite da pasta de dados (HONORARIOS_HOME, ou
    honorarios-data onde o comando roda). Antes de atualizar dados de verdade, faça uma cópia de
    segurança.

    Exemplos:
      honorarios migrate
      DATABASE_URL=postgresql://usuario@servidor/banco honorarios migrate
    """
    migrate_quietly(as_json=as_json)
    if as_json:
        screen.write_json({"database": place()}, "migrate")
    else:
        screen.write(f"Banco de dados pronto: {place()}")


def migrate_quietly(*, as_json: bool) -> None:
    """Bring the database to this version; one of a later version ends the command."""
    set_up(as_json=as_json)
    read_audit_key(as_json=as_json)
    from honorarios import config
    from honorarios.cli.record import codes
    from honorarios.config.readiness import Readiness, readiness
    from honorarios.core.findings import Place

    with no_traceback(as_json=as_json):
        if readiness() is Readiness.AHEAD:
            end([codes.LATER_VERSION.at(Place())], screen.FINDINGS, as_json=as_json)
        with screen.notice_when_slow("Preparando o banco de dados…"):
            config.migrate()
