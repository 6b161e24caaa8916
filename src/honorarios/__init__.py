"""Physicians' fees in Brazil: priced to the centavo and explained, from a dated catalogue.

>>> import honorarios
>>> catalogue = honorarios.demo_catalogue()
>>> line = {
...     "contract": "aurora-serra-azul", "code": "10101012", "role": "clinician",
...     "start": "2025-11-22 10:00",
... }
>>> honorarios.price(line, catalogue)["total_centavos"]
11200
>>> honorarios.explain(line, catalogue).price_rule.name
'Cláusula 3.1: consulta a preço fixo'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from honorarios.pricing.door import (
        DataError,
        compare,
        demo_catalogue,
        explain,
        price,
        read_catalogue,
        surgery,
    )

__version__ = "0.1.0"

__all__ = [
    "DataError",
    "__version__",
    "compare",
    "demo_catalogue",
    "explain",
    "price",
    "read_catalogue",
    "surgery",
]
_VERBS: Final = frozenset(__all__) - {"__version__"}

if not TYPE_CHECKING:  # a type checker knows the verbs from above, and no other name

    def __getattr__(name: str) -> object:
        """The verbs, whose rooms are loaded when first asked for: importing stays quick."""
        if name in _VERBS:
            from honorarios.pricing import door

            return getattr(door, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*globals(), *_VERBS]
