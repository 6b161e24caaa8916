"""The four routes by which a team is paid: which are open, what each is worth, and which to choose.

Pure functions over plain data: no database, no web, no clock. Amounts are whole centavos; rates are exact
decimals, and what is shown adds up because every line of it is rounded to centavos (half up).
"""
