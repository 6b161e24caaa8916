"""Findings of catalogues that come and go as archives."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error

NOT_AN_ARCHIVE: Final = error(
    "CAT-ARCHIVE",
    "O arquivo não é um ZIP que se possa abrir: {reason}.",
    "Compacte a pasta do catálogo em um ZIP comum, sem senha, e envie de novo.",
)
NO_CATALOGUE_INSIDE: Final = error(
    "CAT-ARCHIVE-CONTENT",
    "O ZIP não tem um catálogo, ou tem mais de um.",
    "Compacte uma só pasta, a que tem o arquivo catalogue.yaml.",
)
TAKEN: Final = error(
    "CAT-TAKEN",
    "Já existe um documento com o identificador “{name}”.",
    "Escolha outro identificador, ou altere o documento que existe.",
)
