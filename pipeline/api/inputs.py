"""What the functions of `pipeline.api` take as an input; it loads nothing that makes papers."""

from __future__ import annotations

import os

from pipeline.papers.prepared import Prepared

StrPath = str | os.PathLike[str]
"""A path, as the functions of Python take it."""

Input = Prepared | str | os.PathLike[str]
"""An input: its path, or what `load` gave."""
