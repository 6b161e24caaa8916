"""Compiles to machine code once, so that the first price is as quick as the next.

``python -m honorarios.pricing.warm``; Numba keeps what it compiled on disk until the source of it
changes.
"""

from __future__ import annotations

import sys

from honorarios.catalogue.schema import Catalogue, Manifest


def warm() -> None:
    """Price a line by an empty catalogue, and read what a CSV has: it is the same code for all."""
    import pyarrow as pa  # noqa: PLC0415 - said before it takes time

    from honorarios.pricing.batch.moments import moments_of_text  # noqa: PLC0415 - as above
    from honorarios.pricing.batch.scan import scan  # noqa: PLC0415 - as above
    from honorarios.pricing.compile import compile_catalogue  # noqa: PLC0415 - as above
    from honorarios.pricing.line import price_line  # noqa: PLC0415 - as above

    price_line({}, compile_catalogue(Catalogue(Manifest(name="Vazio"))))
    scan(b"code;start\n", ord(";"), 2, last=True)
    moments_of_text(pa.array(["2025-11-22 21:30"]))


if __name__ == "__main__":
    sys.stderr.write("Preparando o cálculo: só a primeira vez demora, até um minuto…\n")
    warm()
