"""The rules of the audit, a module a subject (dates, sums, names …); `pipeline.audit.table` lists them.

A rule is a function from what was read of the papers to findings, each with the places that disagree.
"""
