"""Everything the rules of launching need about many account parts, in a constant number of queries.

What depends on a date (credentials, rules of division, of inside and outside, beds) is loaded whole, as
the rules themselves choose what is in force. What is written is resolved here too: codes to keys.
"""

from honorarios.services.loader.load import Wanted, load
from honorarios.services.loader.loaded import Loaded

__all__ = ["Loaded", "Wanted", "load"]
