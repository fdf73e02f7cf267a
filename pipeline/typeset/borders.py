"""The lines around boxes: a frame's four sides, and the borders that a table's cells share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.document.lengths import Pt
from pipeline.typeset.items import Rule

_PLACES = 6
"""Edges of neighbouring columns are sums of widths: equal to so many places of a pt."""

Corners = tuple[Pt, Pt, Pt, Pt]
"""Left, top, right and bottom of a box, pt."""


def sides(box: Corners, border: Pt) -> list[Rule]:
    """The four sides of a rectangle, none where `border` is 0 pt."""
    left, top, right, bottom = box
    if not border:
        return []
    across = [Rule(left, y, right, y, border) for y in (top, bottom)]
    return across + [Rule(x, top, x, bottom, border) for x in (left, right)]


def borders(boxes: Iterable[Corners], border: Pt) -> Iterator[Rule]:
    """The borders of a table's cells, `border` pt wide.

    What neighbours share is there once, what goes straight on is one line.
    """
    flat: dict[Pt, set[tuple[Pt, Pt]]] = {}
    upright: dict[Pt, set[tuple[Pt, Pt]]] = {}
    for box_left, top, box_right, bottom in boxes:
        left, right = round(box_left, _PLACES), round(box_right, _PLACES)
        for y in (top, bottom):
            flat.setdefault(y, set()).add((left, right))
        for x in (left, right):
            upright.setdefault(x, set()).add((top, bottom))
    for y, parts in sorted(flat.items()):
        yield from (Rule(start, y, end, y, border) for start, end in _join_stretches(parts))
    for x, parts in sorted(upright.items()):
        yield from (Rule(x, start, x, end, border) for start, end in _join_stretches(parts))


def _join_stretches(parts: Iterable[tuple[Pt, Pt]]) -> list[tuple[Pt, Pt]]:
    """The stretches of a line, those that meet or overlap as one."""
    joined: list[tuple[Pt, Pt]] = []
    for start, end in sorted(parts):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
