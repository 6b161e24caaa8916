"""Compiles the rule to machine code once, so that the first price is as quick as the next.

``python -m honorarios.pricing.warm``; Numba keeps what it compiled on disk until the rule's source
changes.
"""

from __future__ import annotations

import sys

from honorarios.catalogue.schema import Catalogue, Manifest


def warm() -> None:
    """Price a line by an empty catalogue: the rule is the same whatever the catalogue."""
    from honorarios.pricing.compile import compile_catalogue  # noqa: PLC0415 - said before it takes time
    from honorarios.pricing.line import price_line  # noqa: PLC0415 - as above

    price_line({}, compile_catalogue(Catalogue(Manifest(name="Vazio"))))


if __name__ == "__main__":
    sys.stderr.write("Preparando o cálculo: só a primeira vez demora, até um minuto…\n")
    warm()
