"""The audit trail: one chain of commitments an office, which shows any tampering.

* :mod:`~honorarios.services.audit.chain` - how an event is sealed: the arithmetic, with no database.
* :mod:`~honorarios.services.audit.trail` - how events are appended, by a unit of work.
* :mod:`~honorarios.services.audit.proof` - exporting the head and verifying the chain against it.

The key of the chain lives outside the database (``settings.AUDIT_KEY``): whoever has the database alone
can erase events but not write one that verifies.
"""
