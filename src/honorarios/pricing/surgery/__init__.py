"""A surgery: acts, team and hours become lines, each with its rules, under one contract or several.

:func:`read_surgery` reads one, :func:`suggest` makes its lines, :func:`quote` prices them and
:func:`compare` puts contracts side by side.
"""

from honorarios.pricing.surgery.compare import Comparison, PricedLine, Quote, Sum, compare, quote
from honorarios.pricing.surgery.model import Act, Choice, Member, Surgery
from honorarios.pricing.surgery.read import read_surgery, read_surgery_file
from honorarios.pricing.surgery.rules import RuleUsed
from honorarios.pricing.surgery.suggest import suggest
from honorarios.pricing.surgery.suggestion import SuggestedLine, Suggestion

__all__ = [
    "Act",
    "Choice",
    "Comparison",
    "Member",
    "PricedLine",
    "Quote",
    "RuleUsed",
    "SuggestedLine",
    "Suggestion",
    "Sum",
    "Surgery",
    "compare",
    "quote",
    "read_surgery",
    "read_surgery_file",
    "suggest",
]
