"""Whole files of lines priced in flat memory, on all cores, so that they can be gone on with."""

from honorarios.pricing.batch.find import find_line
from honorarios.pricing.batch.run import Progress, price_files
from honorarios.pricing.batch.summary import Summary

__all__ = ["Progress", "Summary", "find_line", "price_files"]
