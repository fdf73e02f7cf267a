"""The kinds of input by name; known to help texts without loading the records."""

KIND_NAMES = ("hr-scorecard", "agreement", "memo")
SCHEMA_NAMES = (*KIND_NAMES, "batch")
"""What `saraban schema` explains: the inputs, and the batch file."""
