"""Results -> scores; pure, Decimal, no I/O."""

from pipeline.scoring.scorecard import score_input

__all__ = ["score_input"]
