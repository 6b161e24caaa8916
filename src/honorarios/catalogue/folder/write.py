"""A catalogue written as a folder: whole, or not at all."""

from __future__ import annotations

import shutil
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import uuid4

import yaml

from honorarios.catalogue.json_schemas import write_json_schemas
from honorarios.catalogue.layout import (
    EDITOR,
    KINDS,
    MANIFEST,
    Kind,
    document_file,
    price_file,
)
from honorarios.catalogue.prices import write_prices
from honorarios.core.vocabulary import Term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.catalogue.schema import Catalogue
    from honorarios.catalogue.schema.base import Document

LINE_WIDTH: Final = 100


def write_folder(catalogue: Catalogue, path: Path | str) -> None:
    """Write a catalogue as a new folder, with the JSON Schemas that help an editor.

    It is written aside and then renamed: the folder appears whole. What the documents leave to
    defaults is not written; reading the folder gives an equal catalogue.

    Raises:
        FileExistsError: The path exists.
        ValueError: Two editions with different prices name the same price file.
    """
    path = Path(path)
    if path.exists():
        raise FileExistsError(str(path))
    aside = path.with_name(f".{path.name}.{uuid4().hex}")
    aside.mkdir(parents=True)
    try:
        _write(catalogue, aside)
        aside.rename(path)
    except BaseException:
        shutil.rmtree(aside)
        raise


def _write(catalogue: Catalogue, folder: Path) -> None:
    (folder / MANIFEST).write_text(document_text(catalogue.manifest, "catalogue", EDITOR), "utf-8")
    documents: Mapping[Kind, Mapping[str, Document]] = {
        "schedules": catalogue.schedules,
        "coefficients": catalogue.coefficients,
        "standards": catalogue.standards,
        "contracts": catalogue.contracts,
        "calendars": catalogue.calendars,
    }
    for kind in KINDS:
        if not documents[kind]:
            continue
        (folder / kind).mkdir()
        for name, document in documents[kind].items():
            text = document_text(document, kind, f"../{EDITOR}")
            (folder / document_file(kind, name)).write_text(text, "utf-8")
    _write_prices(catalogue, folder)
    write_json_schemas(folder / EDITOR)


def _write_prices(catalogue: Catalogue, folder: Path) -> None:
    written: dict[str, tuple[str, str]] = {}
    for name, schedule in catalogue.schedules.items():
        for edition in schedule.editions:
            table = catalogue.prices[name, edition.id]
            first = written.setdefault(edition.prices, (name, edition.id))
            if not table.equals(catalogue.prices[first]):
                raise ValueError(f"{edition.prices}: file of {first} and of {name, edition.id}")
            write_prices(table, folder / price_file(edition.prices))


def document_text(document: Document, schema: str, editor: str) -> str:
    """A document as YAML, with the comment by which editors find its JSON Schema."""
    data = document.model_dump(exclude_unset=True)
    body = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=LINE_WIDTH)
    return f"# yaml-language-server: $schema={editor}/{schema}.json\n{body}"


class _Dumper(yaml.SafeDumper):
    """YAML as a person would write it: short lists on one line, exact numbers, names as words."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - nothing is ever an alias
        return True


def _sequence(dumper: _Dumper, data: tuple[object, ...]) -> yaml.Node:
    short = not any(isinstance(item, dict | tuple | list) for item in data)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=short)


def _mapping(dumper: _Dumper, data: dict[object, object]) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=False)


def _decimal(dumper: _Dumper, data: Decimal) -> yaml.Node:
    text = format(data, "f")
    return dumper.represent_scalar(f"tag:yaml.org,2002:{'float' if '.' in text else 'int'}", text)


def _word(dumper: _Dumper, data: Enum) -> yaml.Node:
    return dumper.represent_str(data.code_name if isinstance(data, Term) else str(data.value))


_Dumper.add_representer(tuple, _sequence)
_Dumper.add_representer(dict, _mapping)
_Dumper.add_representer(Decimal, _decimal)
_Dumper.add_multi_representer(Enum, _word)
