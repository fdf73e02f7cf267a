"""Thai text processing: digits, dates and พ.ศ., number words, word segmentation, line breaking.

Also line-break penalties, titles and names of persons, spelling repair, and words that look alike.
Knows nothing of papers.
"""
