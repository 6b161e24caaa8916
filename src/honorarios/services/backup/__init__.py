"""Copies of the whole record (cópias de segurança): made, and put into an empty database again.

A copy is one file, a zip of the database and a manifest: versions, a digest of every table, the end of
each office's audit trail. It is made from one moment of a database that goes on being used. The file gets
its name only when it is whole: whatever is interrupted leaves nothing that could be taken for a copy.

The key of the audit trail is never in it (``spec: quality 2``): whoever gets hold of a copy can't forge a
trail, and whoever restores one needs the key besides.
"""

from honorarios.services.backup.manifest import Manifest
from honorarios.services.backup.restoring import Restored, record_restoration, restore
from honorarios.services.backup.saving import Saved, save

__all__ = ["Manifest", "Restored", "Saved", "record_restoration", "restore", "save"]
