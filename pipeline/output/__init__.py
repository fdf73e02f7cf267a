"""Bytes become files: delivered whole or not at all, never over a person's edits, noted in the folder's ledger.

`delivery` writes, `ledger` remembers what each file was made from, `file_status` says whether it still is.
"""
