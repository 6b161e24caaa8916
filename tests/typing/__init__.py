"""What the type checkers must accept and infer of the public verbs."""
