"""``honorarios backup`` and ``honorarios restore``: copies of the whole record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from honorarios.cli import screen
from honorarios.cli.options import JsonOption
from honorarios.cli.record.asking import confirm
from honorarios.cli.record.ending import answered
from honorarios.cli.record.migrate import migrate_quietly
from honorarios.cli.record.opening import offices, open_record, place, read_audit_key, set_up
from honorarios.cli.record.options import YesOption
from honorarios.cli.record.telling import as_data

if TYPE_CHECKING:
    from honorarios.services.backup import Manifest

NewFileArgument = Annotated[
    Path, typer.Argument(metavar="ARQUIVO", help="Um arquivo novo.", show_default=False)
]
FileArgument = Annotated[
    Path, typer.Argument(metavar="ARQUIVO", help="A cópia.", show_default=False)
]
OtherKeyOption = Annotated[
    bool,
    typer.Option(
        "--other-audit-key",
        help="Restaura mesmo que a chave da trilha de auditoria não seja a do sistema copiado.",
    ),
]


def backup(file: NewFileArgument, as_json: JsonOption = False) -> None:
    """Copia todos os registros para um arquivo, sem parar quem está trabalhando.

    A cópia tem um manifesto com as versões, um resumo de cada tabela e a ponta de cada trilha de
    auditoria. O arquivo só ganha o nome quando está inteiro. O PostgreSQL se copia com o pg_dump.

    A chave da trilha de auditoria não está na cópia: guarde o arquivo audit.key da pasta de dados em outro
    lugar. Há dados de pacientes na cópia: guarde-a cifrada.

    Exemplos:
      honorarios backup copia-2026-11-22.honorarios
      honorarios backup /mnt/copias/hoje.honorarios --json
    """
    open_record(as_json=as_json)
    from honorarios.services.backup import save

    with screen.notice_when_slow("Copiando…"):
        saved = answered(save(path=file), as_json=as_json)
    if as_json:
        screen.write_json(as_data(saved), "backup")
        return
    screen.show_facts({"Cópia": saved.path, **_facts(saved.manifest)})
    screen.say("A chave da trilha de auditoria (audit.key) não está na cópia: guarde-a à parte.")


def restore(
    file: FileArgument,
    other_key: OtherKeyOption = False,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """Restaura uma cópia em um banco de dados vazio e prova que nada falta.

    Compara cada tabela com o manifesto da cópia, atualiza o banco para esta versão e confere cada
    invariante, como “check”. A chave da trilha de auditoria do sistema copiado precisa estar na pasta de
    dados antes, em audit.key.

    Exemplos:
      HONORARIOS_HOME=outra-pasta honorarios restore copia-2026-11-22.honorarios
      DATABASE_URL=postgresql://usuario@servidor/novo honorarios restore hoje.honorarios --yes
    """
    set_up(as_json=as_json)
    read_audit_key(as_json=as_json)
    from honorarios.config import environment
    from honorarios.services import backup as copies

    if not yes:
        confirm(f"Restaura {file} em {place()}?", as_json=as_json)
    key_file = str(environment.home() / "audit.key")
    with screen.notice_when_slow("Restaurando…"):
        result = copies.restore(path=file, other_key=other_key, key_file=key_file)
    restored = answered(result, as_json=as_json)
    screen.say("Restaurada, e igual ao que foi copiado, tabela por tabela.")
    migrate_quietly(as_json=as_json)
    whole = _prove(as_json=as_json)
    answered(copies.record_restoration(restored.manifest), as_json=as_json)
    if as_json:
        screen.write_json({"database": place(), **whole, **as_data(restored)}, "restore")
    else:
        screen.show_facts({"Restaurada em": place(), **_facts(restored.manifest)})
    if not whole["whole"]:
        raise typer.Exit(screen.FINDINGS)


def _prove(*, as_json: bool) -> dict[str, Any]:
    """Prove every office's invariants; whether they hold, and those that don't."""
    from honorarios.cli.record.check import prove

    proofs = {one.slug: prove(one, as_json=as_json) for one in offices(None, as_json=as_json)}
    broken = {slug: [one.name for one in proof.broken] for slug, proof in proofs.items()}
    for slug, names in broken.items():
        if names:
            screen.say(f"{slug}: não valem {', '.join(names)}.")
    return {"whole": not any(broken.values()), "broken": broken}


def _facts(manifest: Manifest) -> dict[str, str]:
    return {
        "Feita em": f"{manifest.made_at:%d/%m/%Y %H:%M:%S} UTC, pela versão {manifest.program}",
        "Tabelas": str(len(manifest.tables)),
        "Linhas": screen.grouped(manifest.rows),
        **{f"Trilha de {slug}": head for slug, head in manifest.heads.items()},
    }
