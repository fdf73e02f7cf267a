"""The Thai language: digits, dates and พ.ศ., number words, word boundaries, line breaks, no-break rules.

Also the prices of a line's end, titles and names of persons, spelling repair, and words that look alike.
Knows nothing of papers.
"""
