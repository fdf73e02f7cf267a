"""Locations of an input's values, for the checks."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.diagnostics import Location
from pipeline.intake import ValuePath

At = Callable[[ValuePath], Location]
"""The place of a value by its path: `Source.place`."""
