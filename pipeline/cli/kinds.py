"""The kinds of input by name; known to help texts without loading the records."""

KIND_NAMES = ("hr-scorecard", "agreement", "memo")
