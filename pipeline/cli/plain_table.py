"""A small table for an output that is no terminal, to the letter as rich prints it.

There it has no colours, and where it fits nothing is folded. rich, which takes as long to load as a page
takes to set, is left for terminals and narrow outputs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from rich.cells import cell_len

_GAP = "  "
_USUAL_WIDTH = 80
_TAKEN_FOR_TERMINALS = frozenset(("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"))
"""What makes rich treat any output as a terminal."""


def plain_table(rows: Sequence[Sequence[str]], to_the_right: Sequence[bool]) -> str | None:
    """The rows, the first of them headings, as lines of one width in cells; `None` where it takes rich.

    `to_the_right` says of each column whether its cells stand there.
    """
    if os.name != "posix" or sys.stdout.isatty() or not _TAKEN_FOR_TERMINALS.isdisjoint(os.environ):
        return None
    if not all(cell.isprintable() for row in rows for cell in row):
        return None
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    if sum(widths) + len(_GAP) * (len(widths) - 1) > _width():
        return None
    return "\n".join(_GAP.join(map(_cell, row, widths, to_the_right)) for row in rows)


def _cell(text: str, width: int, to_the_right: bool) -> str:
    room = " " * (width - cell_len(text))
    return room + text if to_the_right else text + room


def _width() -> int:
    """What rich keeps to, as the environment says; else that or less: a terminal we were called from."""
    if (columns := os.environ.get("COLUMNS", "")).isdigit():
        return int(columns)
    widths = [_USUAL_WIDTH]
    for descriptor in range(3):
        with suppress(OSError):
            widths.append(os.get_terminal_size(descriptor).columns or _USUAL_WIDTH)
    return min(widths)
