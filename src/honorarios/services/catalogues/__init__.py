"""The office's catalogue on record: versions of its terms and prices, and each version ready to price.

A catalogue folder goes in as a new version and any version comes out as a catalogue of equal hash, for
as long as the record lives.
"""

from honorarios.services.catalogues.reading import VersionView, archive, store_archive, versions
from honorarios.services.catalogues.ready import (
    catalogue_of,
    compiled_by_hash,
    compiled_in_force,
    contracts_in_force,
    version_in_force,
)
from honorarios.services.catalogues.store import Stored, store_catalogue, store_folder

__all__ = [
    "Stored",
    "VersionView",
    "archive",
    "catalogue_of",
    "compiled_by_hash",
    "compiled_in_force",
    "contracts_in_force",
    "store_archive",
    "store_catalogue",
    "store_folder",
    "version_in_force",
    "versions",
]
