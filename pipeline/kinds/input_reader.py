"""Reads an input of any kind: YAML, a workbook, or YAML with CSV tables beside it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import workbook
from pipeline.intake import Source
from pipeline.kinds.picture_files import with_picture_files
from pipeline.kinds.registry import Kinds, Layouts
from pipeline.kinds.scheme_files import with_scheme_files

if TYPE_CHECKING:
    from pipeline.workbook.source_reader import AsData


def read(path: str | os.PathLike[str], known: Kinds) -> Source:
    """The values of the input at `path`, of one of the `known` kinds, with the place of each, as
    `workbook.read` says.

    Schemes that it names and that stand in files beside it are among its own; so are its pictures.
    """
    return _with_files(workbook.read(path, Layouts(known)), Path(path))


def read_part(path: Path, known: Kinds, as_data: AsData) -> Source:
    """The same of a workbook of which `as_data` says, of each sheet, what is data of this input."""
    return _with_files(workbook.read(path, Layouts(known), as_data), path)


def _with_files(source: Source, path: Path) -> Source:
    return with_picture_files(with_scheme_files(source, path), path)
