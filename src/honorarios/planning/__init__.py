"""A surgery from indication to payment: requests, clocks, deadlines, documents, what is still to be done.

Pure functions: the day and the place's holidays come in as arguments. Nothing here is legal advice; every
rule carries its source.
"""
