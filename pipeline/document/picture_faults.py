"""What is wrong with a picture of an office's own, told at its file."""

from __future__ import annotations

from pathlib import Path

from pipeline.diagnostics import Location, TemplateError, Unplaced

PALEST = 250
"""Of 255: what is as pale as this is not told from paper."""


class PictureFault(Exception):
    """A picture that is not drawn, and the line of its file where that is, if it has lines."""

    def __init__(self, told: Unplaced, line: int | None = 0) -> None:
        super().__init__()
        self.told = told
        self.line = line or 0


def picture_error(file: Path, fault: PictureFault) -> TemplateError:
    """The fault at its file."""
    return TemplateError([fault.told(Location(f"assets/{file.name}", fault.line))])
