"""Whether a text has room on its page: lines, rows, cells, indents, frames and margins."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extraction.docx.cascade import ParagraphLook
from pipeline.extraction.docx.names import Element, W, child, local, switched_on, value

LOWEST = 0.6
"""A line or row may be so much of its type's size; lower ones cut the letters."""
NARROWEST = 240
"""Twips that a cell, a column or a page must leave for text."""
_PAGE = (11_906, 16_838)
_LETTER = 0.3
"""Of the size of its type, a letter of Thai is at least so wide, marks above and below counted with it."""
_AUTOMATIC_LINE = 240
_INDENTS = ("left", "start", "right", "end", "firstLine", "hanging")
_LEVEL = frozenset({"", "lrTb", "lrTbV", "tb", "tbV"})
"""Directions of text (`w:textDirection`) in which lines run from left to right."""
_CM = 567


def twips(element: Element | None, name: str, usual: int = 0) -> int:
    """A length in twips, `usual` where there is none."""
    said = value(element, name)
    try:
        return int(float(said)) if said else usual
    except ValueError:
        return usual


def is_cut(look: ParagraphLook, size: float, room: int = _PAGE[1]) -> bool:
    """Whether the lines of a paragraph in type of `size` pt are too low for it, or stand off the page;
    `room` is how wide its text may be, in twips.
    """
    spacing, indent = look.attributes_of("spacing"), look.attributes_of("ind")
    line, rule = _number(spacing.get("line")), spacing.get("lineRule", "auto")
    if line is not None and line > 0:
        height = line / _AUTOMATIC_LINE if rule == "auto" else line / 20 / max(size, 1)
        if rule != "atLeast" and height < LOWEST:
            return True
    left, start, right, end, first, hanging = (_indent(indent, name, size) for name in _INDENTS)
    left, right, first = left or start, right or end, first - hanging
    taken = max(left, left + first) + max(right, 0)
    if taken > room - NARROWEST or min(left + min(first, 0), right) < -_PAGE[0] / 4:
        return True
    return _is_frame_off(look.last("framePr"))


def _indent(indent: dict[str, str], name: str, size: float) -> float:
    """An indent in twips; hundredths of a letter (`leftChars`) go before a length."""
    letters = _number(indent.get(f"{name}Chars"))
    return letters / 100 * size * 20 if letters else _number(indent.get(name)) or 0


def widest(body: Element) -> int:
    """How wide text may be at most on the pages of a body, in twips."""
    rooms = [room for section in sections(body) if (room := _room(section)) >= 2 * NARROWEST]
    return int(max(rooms, default=_PAGE[1]))


def _room(section: Element) -> float:
    """How wide a line is on a section's page, in twips."""
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    columns = max(1, twips(child(section, "cols"), "num", 1))
    sides = sum(twips(margins, name) for name in ("left", "right", "gutter"))
    return (twips(size, "w", _PAGE[0]) - sides) / columns


def _is_frame_off(frame: Element | None) -> bool:
    if frame is None:
        return False
    exact = value(frame, "hRule") == "exact" and twips(frame, "h", NARROWEST) < NARROWEST / 2
    narrow = 0 < twips(frame, "w", NARROWEST) < NARROWEST
    return exact or narrow or any(abs(twips(frame, name)) > _PAGE[1] for name in ("x", "y"))


def is_cell_cut(cell: Element, size: float, letters: int) -> bool:
    """Whether a cell has no room for so many letters of `size` pt, or its row is hidden."""
    row = next(cell.iterancestors(f"{{{W}}}tr"), None)
    table = next(cell.iterancestors(f"{{{W}}}tbl"), None)
    properties = child(row, "trPr")
    if switched_on(properties, "hidden"):
        return True
    if switched_on(child(cell, "tcPr"), "tcFitText"):
        return True
    width = _cell_width(cell, row, table)
    height = child(properties, "trHeight")
    lines = 1 if not width else max(1, round(letters * _LETTER * size * 20 / max(width, NARROWEST)))
    if value(height, "hRule") == "exact" and twips(height, "val") / 20 < LOWEST * size * lines:
        return True
    margins = child(cell, "tcPr", "tcMar")
    if margins is None:
        margins = child(table, "tblPr", "tblCellMar")
    taken = sum(
        twips(child(margins, names[0]), "w") or twips(child(margins, names[1]), "w")
        for names in (("left", "start"), ("right", "end"))
    )
    return (width is not None and width - max(taken, 0) < NARROWEST / 2) or _is_table_off(table)


def _cell_width(cell: Element, row: Element | None, table: Element | None) -> int | None:
    """The width of a cell in twips where it is fixed; `None`: as its text needs."""
    said = child(cell, "tcPr", "tcW")
    own = twips(said, "w") if value(said, "type") == "dxa" else None
    fixed = value(child(table, "tblPr", "tblLayout"), "type") == "fixed"
    grid = [twips(one, "w") for one in _children(child(table, "tblGrid"))]
    if not fixed or row is None:
        return own if own and not fixed else None
    start = twips(child(row, "trPr", "gridBefore"), "val")
    for one in row.iter(f"{{{W}}}tc"):
        if next(one.iterancestors(f"{{{W}}}tr")) is not row:
            continue
        span = max(1, twips(child(one, "tcPr", "gridSpan"), "val", 1))
        if one is cell:
            of_grid = sum(grid[start : start + span]) if grid else None
            return own if own else of_grid
        start += span
    return own


def _is_table_off(table: Element | None) -> bool:
    properties = child(table, "tblPr")
    floating, indent = child(properties, "tblpPr"), child(properties, "tblInd")
    lengths = [twips(floating, "tblpX"), twips(floating, "tblpY")]
    lengths.append(twips(indent, "w") if value(indent, "type") in ("dxa", "") else 0)
    return any(one > _PAGE[1] or one < -_PAGE[0] / 4 for one in lengths)


def is_turned(properties: Element | None) -> bool:
    """Whether text in a cell or on a page runs up or down."""
    return value(child(properties, "textDirection")) not in _LEVEL


def is_page_cut(section: Element) -> bool:
    """Whether a section's page leaves no room for text, or its margins push it off."""
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    high = twips(size, "h", _PAGE[1])
    left, right, top, bottom = (twips(margins, name) for name in ("left", "right", "top", "bottom"))
    height = high - abs(top) - abs(bottom)
    if max(twips(margins, "header"), twips(margins, "footer")) >= high:
        return True
    return _room(section) < 2 * NARROWEST or height < 2 * NARROWEST or min(left, right) < 0


def page_said(section: Element) -> str:
    """A section's page and its margins in cm: `21.0 × 29.7: ← 3.0 → 2.0 ↑ 2.5 ↓ 2.0`."""
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    wide, high = (twips(size, name, usual) / _CM for name, usual in zip("wh", _PAGE, strict=True))
    sides = (("←", "left"), ("→", "right"), ("↑", "top"), ("↓", "bottom"))
    said = " ".join(f"{sign} {twips(margins, name) / _CM:.1f}" for sign, name in sides)
    return f"{wide:.1f} × {high:.1f}: {said}"


def sections(body: Element) -> Iterator[Element]:
    """The section properties of a body, in order."""
    for one in body.iter(f"{{{W}}}sectPr"):
        above = one.getparent()
        if above is not None and local(above) in ("pPr", "body"):
            yield one


def _children(element: Element | None) -> list[Element]:
    return [] if element is None else list(element)


def _number(text: str | None) -> int | None:
    try:
        return int(float(text)) if text else None
    except ValueError:
        return None
