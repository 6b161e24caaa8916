"""The engine, the helpers around it and the cases of billing people."""
