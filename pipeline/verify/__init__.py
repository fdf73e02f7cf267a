"""Whether a paper that came back still says what the data say."""

from pipeline.verify.differences import KINDS, Difference, Kind
from pipeline.verify.verifying import Verification, verify

__all__ = ["KINDS", "Difference", "Kind", "Verification", "verify"]
