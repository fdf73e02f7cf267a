"""Data warnings to confirm: values that are valid and most likely typing slips (codes `D….`).

A doubt has a code and a place; `audit.allow` in the data accepts it with a reason. The rules stand in
`rules`.
"""

from pipeline.model.doubts.asking import Settled, questions_beside_faults, settle_doubts
from pipeline.model.doubts.doubt import RULES, Doubt

__all__ = ["RULES", "Doubt", "Settled", "questions_beside_faults", "settle_doubts"]
