"""A catalogue as a folder for people to read, edit and diff: YAML terms, CSV or Parquet prices."""

from honorarios.catalogue.folder.read import Loaded, load, no_manifest, read_folder
from honorarios.catalogue.folder.sources import Sources
from honorarios.catalogue.folder.write import write_folder

__all__ = ["Loaded", "Sources", "load", "no_manifest", "read_folder", "write_folder"]
