"""The screens under load: a million lines on record, sixteen people at once."""
