"""The characters that no line starts with, and those that none ends with."""

NO_START = frozenset(
    "ๆฯะาำๅ)]}”’»,.;:!?%…"
    + "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)
"""No line starts with these: ๆ ฯ, vowels that follow, marks, closing punctuation."""
NO_END = frozenset("เแโใไ([{“‘«฿")
"""No line ends with these: vowels that lead, opening punctuation."""
