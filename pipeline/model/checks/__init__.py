"""What a valid input may still contradict: sums, references, dates, results that do not fit.

Each check is a small function that yields faults; `at` gives the place of a value by its path. Which of them
an input undergoes, its kind says.
"""
