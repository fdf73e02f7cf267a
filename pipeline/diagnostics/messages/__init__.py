"""Wordings of every fault in Thai and English: one module an area, each with its `MESSAGES` by key.

The catalogue of what the program says is wrong, and what to do; `diagnostics` makes a `Diagnostic` of it.
"""
