"""Document comparison: whether a DOCX or PDF that came back still says what the data say.

Comparison of a finished DOCX or PDF with the papers of the input: changed text, figures, cells and
pictures, text that is hidden, and for a PDF also its signatures. `docs/verify.md`.
"""

from pipeline.verify.differences import KINDS, Difference, Kind
from pipeline.verify.verifying import Verification, verify

__all__ = ["KINDS", "Difference", "Kind", "Verification", "verify"]
