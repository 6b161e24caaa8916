"""Lines into the record: inserted, mirrored and edited in bulk, with what they refer to resolved."""

from honorarios.services.writer.private import lacks_private_part, private_payer
from honorarios.services.writer.versions import next_versions
from honorarios.services.writer.writer import Post, Writer

__all__ = ["Post", "Writer", "lacks_private_part", "next_versions", "private_payer"]
