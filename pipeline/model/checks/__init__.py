"""Cross-field validation: sums, references, dates, and results that contradict one another.

Each check is a small function that yields faults; `at` gives the place of a value by its path. Which of them
an input undergoes, its kind says.
"""
