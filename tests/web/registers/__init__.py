"""Tests of the screens of registers, terms, imports, parameters, members, tokens and the audit trail."""
