"""The proof: worked examples, properties and the comparison with the oracle."""
