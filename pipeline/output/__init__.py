"""Atomic file output with a ledger (SQLite): whole files or none, never over a person's edits.

`delivery` writes, `ledger` remembers what each file was made from, `file_status` says whether it still is.
"""
