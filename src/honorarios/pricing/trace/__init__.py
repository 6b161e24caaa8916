"""Memória de cálculo: the explanation of a priced line, step by step, which gives its value again.

:func:`explain` retells a line from the columns that the engine kept and the catalogue's own
documents; :func:`as_text`, :func:`as_html` and :func:`as_json` write it.
"""

from honorarios.pricing.trace.explain import Explainer, explain
from honorarios.pricing.trace.model import FORMAT, Explanation

__all__ = ["FORMAT", "Explainer", "Explanation", "explain"]
