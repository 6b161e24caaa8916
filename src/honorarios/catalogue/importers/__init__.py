"""Published and owned price lists read into a catalogue, every refused row reported.

An importer reads a list and returns an :class:`ImportReport`: the head of a schedule with one
edition, its canonical price table, and what became of every line. Nothing is written until
:func:`write_import` is asked to.
"""

from honorarios.catalogue.importers.amb import import_amb
from honorarios.catalogue.importers.brl import import_brl
from honorarios.catalogue.importers.cbhpm import import_cbhpm
from honorarios.catalogue.importers.generic import import_generic
from honorarios.catalogue.importers.mapping import ImportMapping, parse_options, read_mapping
from honorarios.catalogue.importers.report import Head, ImportReport
from honorarios.catalogue.importers.sigtap import import_sigtap
from honorarios.catalogue.importers.write import write_import

__all__ = [
    "Head",
    "ImportMapping",
    "ImportReport",
    "import_amb",
    "import_brl",
    "import_cbhpm",
    "import_generic",
    "import_sigtap",
    "parse_options",
    "read_mapping",
    "write_import",
]
