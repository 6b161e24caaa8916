"""The screens: one module a noun; each function is the view that a row of the table names."""
