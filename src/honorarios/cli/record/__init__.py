"""The commands that work on the record: the office's accounts, their proof, their copies, their server."""
