"""Where the values of an input stand, as checks ask for it."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.diagnostics import Location
from pipeline.intake import ValuePath

At = Callable[[ValuePath], Location]
"""The place of a value by its path: `Source.place`."""
