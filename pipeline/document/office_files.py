"""Reads an office's own template files in a sandbox process; ours are read here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pipeline.diagnostics import InputError, TemplateError
from pipeline.intake.sandboxed import read_apart
from pipeline.resources import resource

Found = TypeVar("Found")


def read_of_office(path: Path, read: Callable[[Path], Found]) -> Found:
    """What `read` gives of the file at `path`. Raises `TemplateError`, also for one that takes too much."""
    if path.is_relative_to(resource("templates")):
        return read(path)
    try:
        return read_apart(path, read, path)
    except InputError as refused:
        raise TemplateError(refused.diagnostics) from refused
