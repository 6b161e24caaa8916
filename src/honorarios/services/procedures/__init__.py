"""Finding procedures for a person: by code or words, with what they use first, the porte and the value."""

from honorarios.services.procedures.indexes import index_of, prepare
from honorarios.services.procedures.searching import MIDDAY, ProcedureView, search

__all__ = ["MIDDAY", "ProcedureView", "index_of", "prepare", "search"]
