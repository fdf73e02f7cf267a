"""Files as people keep them -> plain values that know where they came from."""

from pipeline.intake.reading import read
from pipeline.intake.source import Path as ValuePath
from pipeline.intake.source import Source

__all__ = ["Source", "ValuePath", "read"]
