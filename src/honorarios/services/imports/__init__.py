"""People's files into the record: fees and registers, from CSV, XLSX, ODS or Parquet.

A file is inspected (:func:`inspect`), tried without writing (``dry_run``) and imported (:func:`run`): in
chunks of some thousands of rows, each one transaction that writes the lines, what became of each row, and
how far the file is done. So an import may be killed at any moment: run again, it goes on where it stopped.
The same file twice has the effect of once, also by two people at the same moment.

What becomes of each row is kept with its reason (:func:`rows`); refused rows come back as a file to be
mended (:func:`refused`); rows with a question wait for an answer (:func:`answer`); a whole import is undone
by reversals while its parts are open (:func:`undo`).
"""
