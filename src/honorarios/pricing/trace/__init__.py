"""Memória de cálculo: the explanation of a priced line, step by step, which gives its value again.

:func:`explain` retells a line from the columns that the engine kept and the catalogue's own
documents; :func:`as_text`, :func:`as_html` and :func:`as_json` write it.
"""

from honorarios.pricing.trace.alone import alone
from honorarios.pricing.trace.explain import Explainer, explain
from honorarios.pricing.trace.html import as_html
from honorarios.pricing.trace.json_form import as_dict, as_json, from_json, json_schema
from honorarios.pricing.trace.model import FORMAT, Explanation
from honorarios.pricing.trace.text import as_text

__all__ = [
    "FORMAT",
    "Explainer",
    "Explanation",
    "alone",
    "as_dict",
    "as_html",
    "as_json",
    "as_text",
    "explain",
    "from_json",
    "json_schema",
]
