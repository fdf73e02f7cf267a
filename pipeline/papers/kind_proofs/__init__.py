"""Proofs of an office's own kinds of paper: `kind.yaml`, templates, style sheets and start data go together.

`prove_kinds` goes through each kind of a folder before anybody fills it in: all papers of the start data to
their last page, and again with every field that may be empty left empty.
"""

from pipeline.papers.kind_proofs.proving import Proof, prove_kinds

__all__ = ["Proof", "prove_kinds"]
