"""Reads an input of any kind: YAML, a workbook, or YAML with CSV tables beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import kinds, workbook
from pipeline.intake import Source
from pipeline.kinds.scheme_files import with_scheme_files

if TYPE_CHECKING:
    from pipeline.workbook.layout import Layout
    from pipeline.workbook.source_reader import AsData


class Layouts(Mapping[str, "Layout"]):
    """The layout of each kind's workbook by the kind's name, made when it is looked up."""

    def __getitem__(self, name: str) -> Layout:
        if name not in kinds.names():
            raise KeyError(name)
        return kinds.of(name).layout

    def __iter__(self) -> Iterator[str]:
        return iter(kinds.names())

    def __len__(self) -> int:
        return len(kinds.names())


def read(path: str | os.PathLike[str]) -> Source:
    """The values of the input at `path`, with the place of each, as `workbook.read` says.

    Schemes that it names and that stand in files beside it are among its own.
    """
    return with_scheme_files(workbook.read(path, Layouts()), Path(path))


def read_part(path: Path, as_data: AsData) -> Source:
    """The same of a workbook of which `as_data` says, of each sheet, what is data of this input."""
    return with_scheme_files(workbook.read(path, Layouts(), as_data), path)
