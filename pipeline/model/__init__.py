"""What exists in the office, as frozen and checked records."""

from pipeline.model.loading import checked, load

__all__ = ["checked", "load"]
