"""The ruled tables of a PDF page: from lines drawn on it to a grid of cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import byref, c_float
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

TOUCHING = 2.5
"""Lines so near to one another, in pt, meet; their places are one."""

SHORTEST = 6.0
MOST_LINES = 4_000
"""A page with more lines than these is a drawing."""


@dataclass(frozen=True)
class Box:
    """A rectangle in pt, from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def holds(self, point: tuple[float, float]) -> bool:
        """Whether a point lies in it."""
        return self.left <= point[0] <= self.right and self.bottom <= point[1] <= self.top


@dataclass(frozen=True)
class _Line:
    """A straight line: where it stands (`at`), and from where to where it runs."""

    at: float
    start: float
    end: float

    def runs_over(self, place: float) -> bool:
        return self.start - TOUCHING <= place <= self.end + TOUCHING


@dataclass(frozen=True)
class GridCell:
    """A cell of a grid, rows and columns from 1, over `rowspan` × `colspan` places."""

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box


@dataclass(frozen=True)
class Grid:
    """A table's cells and the box around them."""

    cells: tuple[GridCell, ...]
    box: Box

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return max((cell.row + cell.rowspan - 1 for cell in self.cells), default=0)

    def row(self, number: int) -> tuple[GridCell, ...]:
        """The cells that begin in a row."""
        return tuple(cell for cell in self.cells if cell.row == number)


def grids_of(page: pdfium.PdfPage) -> tuple[Grid, ...]:
    """The tables on a page, from the top: at least two columns and one row between ruling lines."""
    across, down = _find_lines(page)
    if len(across) + len(down) > MOST_LINES:
        return ()
    grids = [grid for lines in _touching(across, down) if (grid := _grid(*lines))]
    return tuple(sorted(grids, key=lambda grid: -grid.box.top))


def _find_lines(page: pdfium.PdfPage) -> tuple[list[_Line], list[_Line]]:
    """The horizontal and the vertical lines on a page, edges of rectangles too."""
    across: list[_Line] = []
    down: list[_Line] = []
    for shape in page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_PATH,), max_depth=1):
        for (x1, y1), (x2, y2) in _edges(shape):
            if abs(y1 - y2) < 1 and abs(x1 - x2) >= SHORTEST:
                across.append(_Line((y1 + y2) / 2, min(x1, x2), max(x1, x2)))
            elif abs(x1 - x2) < 1 and abs(y1 - y2) >= SHORTEST:
                down.append(_Line((x1 + x2) / 2, min(y1, y2), max(y1, y2)))
    return across, down


Point = tuple[float, float]


def _edges(shape: pdfium.PdfObject) -> Iterator[tuple[Point, Point]]:
    """The straight edges of a path, on the page."""
    matrix = shape.get_matrix()
    last = first = (0.0, 0.0)
    for n in range(pdfium_c.FPDFPath_CountSegments(shape.raw)):
        segment = pdfium_c.FPDFPath_GetPathSegment(shape.raw, n)
        x, y = c_float(), c_float()
        pdfium_c.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        point = matrix.on_point(x.value, y.value)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium_c.FPDF_SEGMENT_LINETO:
            yield last, point
        last = point
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            yield point, first


def _touching(across: list[_Line], down: list[_Line]) -> list[tuple[list[_Line], list[_Line]]]:
    """The lines in groups that hang together."""
    group = list(range(len(across) + len(down)))

    def root(n: int) -> int:
        while group[n] != n:
            group[n] = group[group[n]]
            n = group[n]
        return n

    for a, line in enumerate(across):
        for d, other in enumerate(down, len(across)):
            if line.runs_over(other.at) and other.runs_over(line.at):
                group[root(a)] = root(d)
    found: dict[int, tuple[list[_Line], list[_Line]]] = {}
    for n in range(len(group)):
        lines = found.setdefault(root(n), ([], []))
        lines[n >= len(across)].append(across[n] if n < len(across) else down[n - len(across)])
    return list(found.values())


def _grid(across: list[_Line], down: list[_Line]) -> Grid | None:
    xs, ys = _places(down), sorted(_places(across), reverse=True)
    if len(xs) < 3 or len(ys) < 2:
        return None
    cells: list[GridCell] = []
    taken: set[tuple[int, int]] = set()
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            right = _reach(xs, column, down, (ys[row] + ys[row + 1]) / 2)
            bottom = _reach(ys, row, across, (xs[column] + xs[right]) / 2)
            taken |= {(r, c) for r in range(row, bottom) for c in range(column, right)}
            box = Box(xs[column], ys[bottom], xs[right], ys[row])
            cells.append(GridCell(row + 1, column + 1, bottom - row, right - column, box))
    return Grid(tuple(cells), Box(xs[0], ys[-1], xs[-1], ys[0]))


def _places(lines: Sequence[_Line]) -> list[float]:
    """Where the lines stand, those that touch taken as one, in rising order."""
    places: list[float] = []
    for at in sorted(line.at for line in lines):
        if not places or at - places[-1] > TOUCHING:
            places.append(at)
    return places


def _reach(places: list[float], first: int, lines: list[_Line], beside: float) -> int:
    """The next place, after the first, at which a line stands beside the cell's middle."""
    for n in range(first + 1, len(places) - 1):
        if any(abs(line.at - places[n]) <= TOUCHING and line.runs_over(beside) for line in lines):
            return n
    return len(places) - 1
