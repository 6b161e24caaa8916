"""A model of the record: the same rules in a few plain lines, against which the services are driven at random.

It knows a small catalogue by heart and nothing of the program: what it says is worked out with Decimal from
the rules alone (``spec: launching``), so that services and model can only agree by both being right.
"""
