"""Kinds of paper that are data: `kind.yaml` -> records, sheets, checks, facts, signers and papers.

Ours lie in `templates/KIND/`, an office's own in the folder that `--templates` names. `kinds.registry`
finds them.
"""
