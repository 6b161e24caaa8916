"""``honorarios catalogue store``: a catalogue's folder becomes the office's version in force."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from honorarios.cli import screen
from honorarios.cli.options import JsonOption
from honorarios.cli.record.ending import answered
from honorarios.cli.record.opening import open_office
from honorarios.cli.record.options import KeyOption, OfficeOption
from honorarios.cli.record.telling import as_data

FolderArgument = Annotated[
    Path, typer.Argument(metavar="PASTA", help="Pasta do catálogo.", show_default=False)
]


def store(
    folder: FolderArgument,
    key: KeyOption = None,
    office: OfficeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Grava um catálogo nos registros de um cliente, como a sua versão em vigor.

    As versões anteriores continuam gravadas: cada lançamento se explica pela que lhe deu o preço. O mesmo
    catálogo outra vez não faz outra versão. Um catálogo com erros não é gravado.

    Exemplos:
      honorarios catalogue store catalogo
      honorarios catalogue store catalogo-2026 --office hospital-serra
    """
    actor = open_office(office, as_json=as_json)
    from honorarios.services.catalogues import store_folder

    with screen.notice_when_slow("Lendo e conferindo o catálogo…"):
        result = store_folder(actor=actor, path=folder, key=key)
    stored = answered(result, as_json=as_json)
    if as_json:
        screen.write_json(as_data(stored), "catalogue-store")
        return
    words = "gravada" if stored.is_new else "já estava em vigor"
    screen.write(f"Versão {stored.number} {words}: {stored.hash}")
