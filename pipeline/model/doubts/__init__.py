"""What in the data may be right and most likely is a slip: asked about, and signed only when accepted."""

from pipeline.model.doubts.asking import Settled, settled
from pipeline.model.doubts.doubt import RULES, Doubt

__all__ = ["RULES", "Doubt", "Settled", "settled"]
