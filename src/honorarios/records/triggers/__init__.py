"""What the database holds by itself, whoever writes to it and however.

The triggers are SQL, a folder for each database and a file for each noun; both folders say the same.
Migration 0002 installs them. A migration that alters a table does :func:`remove` before and
:func:`install` after: SQLite alters a table by making it anew, and its triggers go with the old one.

What a trigger refuses begins with a code, which :func:`refusal` reads:

=================  =====================================================================================
EST-FROZEN         a frozen part (released, billed or cancelled; private with its tax invoice; of a
                   cancelled attendance), its lines, its account, or what decides that it is frozen
EST-REVERSED       a reversed line or a reversal, or a line marked reversed without its reversal
EST-MIRROR         a reversal that isn't the opposite of an active line of its part
EST-VERSION        a change that doesn't take the version to the next one
EST-MOVED          a row moved elsewhere: another part, account, attendance, unit or office
EST-PLACE          a row of another office or unit than what it belongs to
EST-BORN           a part that isn't born open, a line that isn't born in its first version
EST-TRANSITION     a state, remittance or tax invoice that changes without its record, or not as it says
EST-REMITTANCE     a remittance that doesn't add up, or whose parts aren't what it says
EST-APPEND-ONLY    an update, a deletion or a truncation of what is only ever added to
EST-ISOLATION      a change that PostgreSQL can't judge in that isolation level
=================  =====================================================================================
"""

from __future__ import annotations

from honorarios.records.triggers.install import install, missing, remove
from honorarios.records.triggers.refusals import refusal

__all__ = ["install", "missing", "refusal", "remove"]
