"""Reports that leave the program: documents and charts, rendered from plain data and nothing else.

What is shown, and to whom, was decided by whoever gathered the data: nothing here reads the record.
"""
