"""``honorarios check``: every promise of the record proven again, on any database, the first broken one named.

An invariant is a sentence that always holds between operations; each is proven from the rows alone, not
from what the services believe.
"""

from honorarios.services.check.invariants import INVARIANTS, Invariant
from honorarios.services.check.proof import Broken, Proof, prove

__all__ = ["INVARIANTS", "Broken", "Invariant", "Proof", "prove"]
