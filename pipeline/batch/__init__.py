"""Jobs and their delivery: bytes -> files, whole or not at all."""

from pipeline.batch.delivery import Delivered, deliver
from pipeline.batch.names import safe_name

__all__ = ["Delivered", "deliver", "safe_name"]
