"""The desk: screens for the people of the office.

A door: it reads what people type and click, calls one service, and shows the answer. No rule lives here.
Every address is a row of :mod:`honorarios.web.table`; what has no row doesn't exist.
"""
