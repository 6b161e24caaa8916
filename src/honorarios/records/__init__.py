"""The record: what was launched, billed and reversed, and who did it; models, constraints and reads.

Imports only :mod:`honorarios.core` and Django. It knows no rule of launching and no price: it keeps what
the services write, and refuses, in the database itself, what must never happen.
"""
