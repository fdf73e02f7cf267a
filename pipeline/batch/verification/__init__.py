"""Whether a paper that came back still says what the data say."""

from pipeline.batch.verification.differences import KINDS, Difference, Kind
from pipeline.batch.verification.verifying import Verification, verify

__all__ = ["KINDS", "Difference", "Kind", "Verification", "verify"]
