"""Launching (lançamento): the rules between what somebody enters and the lines of an account.

Pure functions: everything they need comes in, everything they decide goes out, and prices come from
the engine only. The record, the API, the command line and the imports all call :func:`launch`.
"""
