"""The fee sheet: a whole surgery as it is typed, acts by team, and the entries that come of it.

:func:`expand` makes the entries of a :class:`Sheet`; what the sheet does not say is suggested by the
rules of :mod:`honorarios.pricing.surgery`, and what it says always stands.
"""

from honorarios.launching.sheet.expand import expand
from honorarios.launching.sheet.model import Expansion, Row, Sheet, SheetLine

__all__ = ["Expansion", "Row", "Sheet", "SheetLine", "expand"]
