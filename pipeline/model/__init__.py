"""Data records (pydantic, frozen) and their validation: persons, units, plans, indicators, memos.

Validation by pydantic with faults at the place of each value, cross-checks between values (`checks`), and
questions about what is valid and most likely a slip (`doubts`). Figures are `Decimal`; dates and digits are
read as people type them. What kinds of input share stands here; the kinds themselves, in `kinds`.
"""
