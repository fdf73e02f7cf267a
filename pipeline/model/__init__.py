"""What exists in the office, as frozen and checked records."""

from pipeline.model.loading import load

__all__ = ["load"]
