"""Flattens groups, table spacing and margin pictures into what Word has: keeps, gaps and anchors.

Word has no groups, no space around tables and no pictures between paragraphs: here they become keeps,
gaps and anchors of the paragraphs and tables beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.document.lengths import ZERO, Pt
from pipeline.document.style import StyleSheet
from pipeline.document.tree import Block, Chart, Contents, Frame, Group, Image, PageBreak, Paragraph, Table


@dataclass(frozen=True, slots=True)
class Spacer:
    """A paragraph without text, `height` pt high: Word needs one between two tables and after the last."""

    height: Pt = ZERO


Item = Paragraph | Table | Image | Chart | Contents | Spacer


@dataclass(frozen=True, slots=True)
class LayoutContext:
    """What an item owes to its neighbours, over and above its style.

    `keep_next`, `keep_lines`: it belongs to a group; `breaks`: it begins a page; `at_top`, `at_bottom`:
    it is the first on its page or in its cell, or the last in its cell, where its own space above or
    below vanishes, as on the pages of the PDF; `before`, `after`: more space above and below, pt;
    `in_cell`: it stands in a table cell; `frame`: the style of the frame that it stands in; `beside`: the
    pictures that stand at its margin.
    """

    keep_next: bool = False
    keep_lines: bool = False
    breaks: bool = False
    at_top: bool = False
    at_bottom: bool = False
    in_cell: bool = False
    frame: str = ""
    before: Pt = ZERO
    after: Pt = ZERO
    beside: tuple[Image, ...] = ()


_FREE = LayoutContext()
_TIED = LayoutContext(keep_next=True)


@dataclass(frozen=True, slots=True)
class Placed:
    """An item with its surroundings."""

    item: Item
    around: LayoutContext = _FREE


def flow(blocks: Iterable[Block], sheet: StyleSheet) -> list[Placed]:
    """The items of a section in order; the last is one paragraph, which can carry the section's end."""
    return _add_table_spacing(_anchor_pictures(_flatten_groups(blocks)), sheet) or [Placed(Spacer())]


def _flatten_groups(blocks: Iterable[Block]) -> list[tuple[Block, LayoutContext]]:
    """The blocks without their groups; a signer's group holds on to the paragraph above it too."""
    loose: list[tuple[Block, LayoutContext]] = []
    before: Block | None = None
    for block in blocks:
        last, before = before, block
        if isinstance(block, Frame):
            loose += ((held, LayoutContext(frame=block.style)) for held in block.blocks)
            continue
        if not isinstance(block, Group):
            loose.append((block, _TIED if isinstance(block, Image) and not block.data else _FREE))
            continue
        if loose and block.holds(last):
            above, around = loose[-1]
            loose[-1] = (above, replace(around, keep_next=True))
        loose += _keep_group_together(_flatten_groups(block.blocks))
    return loose


def _keep_group_together(blocks: list[tuple[Block, LayoutContext]]) -> Iterator[tuple[Block, LayoutContext]]:
    """The blocks of a group: none is divided, each but the last stays with the next."""
    for number, (block, around) in enumerate(blocks, 1):
        keep_next = around.keep_next or number < len(blocks)
        yield block, replace(around, keep_next=keep_next, keep_lines=True)


def _anchor_pictures(blocks: Iterable[tuple[Block, LayoutContext]]) -> list[Placed]:
    """The blocks that take room; page breaks and pictures at the margin go over to the next of them."""
    placed: list[Placed] = []
    breaks = False
    pictures: list[Image] = []
    for block, around in blocks:
        if isinstance(block, PageBreak):
            breaks = bool(placed)
        elif isinstance(block, Image) and block.beside:
            pictures.append(block)
        elif isinstance(block, Paragraph) and around.frame:
            placed.append(Placed(block, around))
        elif isinstance(block, Contents) and not block.entries:
            continue
        elif not isinstance(block, Frame | Group):
            top = breaks or all(above.around.frame for above in placed)
            placed.append(Placed(block, _first_on(around, breaks, top, pictures)))
            breaks, pictures = False, []
    if pictures or (placed and placed[-1].around.frame):
        placed.append(Placed(Spacer(), LayoutContext(breaks=breaks, beside=tuple(pictures))))
    return placed


def _first_on(around: LayoutContext, breaks: bool, top: bool, pictures: list[Image]) -> LayoutContext:
    """What an item owes to what went over to it; nothing, as a rule."""
    if not (breaks or top or pictures):
        return around
    return replace(around, breaks=breaks, at_top=top, beside=tuple(pictures))


def _add_table_spacing(placed: list[Placed], sheet: StyleSheet) -> list[Placed]:
    """The items with the space around tables given to their neighbours, or to a spacer between tables."""
    made: list[Placed] = []
    for here in placed:
        above = made[-1] if made else None
        gap = _gap(above.item, here.item, sheet) if above and not here.around.at_top else ZERO
        if above and isinstance(above.item, Table) and isinstance(here.item, Table):
            made.append(Placed(Spacer(gap), LayoutContext(keep_next=above.around.keep_next)))
        elif above and isinstance(here.item, Table):
            made[-1] = _with_gaps(above, before=above.around.before, after=gap)
        made.append(here if isinstance(here.item, Table) else _with_gaps(here, before=gap, after=ZERO))
    if made and isinstance(made[-1].item, Table | Contents):
        made.append(Placed(Spacer()))
    return made


def add_space(around: LayoutContext, *, before: Pt, after: Pt) -> LayoutContext:
    """The surroundings of what has no style of its own to say how much white it wants, pt."""
    above = ZERO if around.at_top else before
    below = ZERO if around.at_bottom else after
    return replace(around, before=around.before + above, after=around.after + below)


def _with_gaps(placed: Placed, *, before: Pt, after: Pt) -> Placed:
    around = placed.around
    if (around.before, around.after) == (before, after):
        return placed
    return replace(placed, around=replace(around, before=before, after=after))


def _gap(above: Item, here: Item, sheet: StyleSheet) -> Pt:
    """The space that tables want between the two, pt."""
    below_table = sheet.tables[above.style].after if isinstance(above, Table) else ZERO
    above_table = sheet.tables[here.style].before if isinstance(here, Table) else ZERO
    return below_table + above_table
