"""A catalogue's version: the hash of its content, and how two of them differ."""

from honorarios.catalogue.version.content import catalogue_hash
from honorarios.catalogue.version.diff import Change, diff

__all__ = ["Change", "catalogue_hash", "diff"]
