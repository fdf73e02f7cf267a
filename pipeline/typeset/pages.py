"""Pagination: fills pages from the top with units of flow, with look-ahead over what must stay together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from pipeline.document.lengths import ZERO, Pt, pt, total
from pipeline.document.style import PageStyle
from pipeline.typeset.flow import BreakUnit, ChartUnit, FrameUnit, LineUnit, PictureUnit, RowUnit, Unit
from pipeline.typeset.items import Page
from pipeline.typeset.page import UNNUMBERED, PageMaker
from pipeline.typeset.rows import RowBlock, force_split, split

Splitter = Callable[[RowBlock, Pt], tuple[RowBlock, RowBlock] | None]

ROUNDING = Pt(0.01)
"""Sums of heights may miss a page's height by so much, pt."""


class Paginator:
    """Fills pages of one style; the document's first page may have a top margin of its own."""

    def __init__(self, style: PageStyle, pages_before: int) -> None:
        self.style = style
        self.pages_before = pages_before
        self.done: list[PageMaker] = []
        self.page = self._new_page()

    def fill(self, units: Sequence[Unit]) -> list[Page]:
        """All units on pages, in order."""
        for chain in _chains(units):
            self._place(list(chain))
        return [page.finish_page() for page in [*self.done, self.page]]

    def _new_page(self) -> PageMaker:
        first = self.pages_before + len(self.done) == 0
        style = self.style
        top = style.first_top if first and style.first_top is not None else style.top
        return PageMaker(style, pt(top))

    def _turn(self) -> None:
        self.done.append(self.page)
        self.page = self._new_page()

    def _place(self, chain: list[Unit]) -> None:
        """A chain of units that belong together: on this page, on the next, or cut where it must be."""
        if isinstance(chain[0], BreakUnit):
            if not self.page.empty:
                self._turn()
            return
        if self._fits(chain):
            self._put(chain)
        elif rest := self._put_with_split(chain, split):
            self._turn()
            self._place(rest)
        elif not self.page.empty:
            self._turn()
            self._place(chain)
        else:
            self._place_apart(chain)

    def _place_apart(self, chain: list[Unit]) -> None:
        """A chain higher than a page: unit by unit, a row cut wherever a line ends."""
        if len(chain) > 1:
            head = max(n for n in range(1, len(chain)) if n == 1 or self._fits(chain[:n]))
            self._place(chain[:head])
            self._place(chain[head:])
        elif rest := self._put_with_split(chain, force_split):
            self._turn()
            self._place(rest)
        else:
            self._put(chain)

    def _fits(self, chain: Sequence[Unit]) -> bool:
        return self._height(chain) <= self.page.room + ROUNDING

    def _height(self, chain: Sequence[Unit]) -> Pt:
        """Height that the chain takes here; spaces above the first unit vanish at a page's top."""
        height = ZERO
        for index, unit in enumerate(chain):
            gap = self.page.gap_above(unit) if index == 0 else chain[index - 1].after + unit.before
            height += gap + unit.height
        return height + self._repeated_height(chain[0])

    def _repeated_height(self, unit: Unit) -> Pt:
        return total(block.height for block in self._header_rows_to_repeat(unit))

    def _header_rows_to_repeat(self, unit: Unit) -> tuple[RowBlock, ...]:
        """The header rows to repeat above `unit`: it goes on with a table at the top of a page."""
        if not isinstance(unit, RowUnit) or unit.is_header or not self.page.empty:
            return ()
        high = total(block.height for block in unit.header)
        return unit.header if high <= self.page.room / 2 else ()

    def _put(self, chain: Sequence[Unit]) -> None:
        for unit in chain:
            if isinstance(unit, RowUnit):
                for block in self._header_rows_to_repeat(unit):
                    self.page.put_rows(block, UNNUMBERED, unit.x, ZERO)
                self.page.put_rows(unit.block, unit.source, unit.x, self.page.gap_above(unit))
            elif isinstance(unit, LineUnit):
                self.page.put_line(unit)
            elif isinstance(unit, PictureUnit):
                self.page.put_picture(unit)
            elif isinstance(unit, ChartUnit):
                self.page.put_chart(unit)
            elif isinstance(unit, FrameUnit):
                self.page.put_frame(unit)
            elif not isinstance(unit, BreakUnit):
                assert_never(unit)
            self.page.pending_after = unit.after

    def _put_with_split(self, chain: list[Unit], how: Splitter) -> list[Unit]:
        """Puts the chain's start here and gives back its rest, if its last unit is a row that splits."""
        last = chain[-1]
        if not isinstance(last, RowUnit) or not (last.splits or how is force_split):
            return []
        room = self.page.room - self._height(chain) + last.height
        parts = how(last.block, room)
        if parts is None:
            return []
        self._put([*chain[:-1], replace(last, block=parts[0], after=ZERO)])
        return [replace(last, block=parts[1], before=ZERO)]


def _chains(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Runs of units tied to one another; a page end that is asked for parts whatever is tied."""
    chain: list[Unit] = []
    for unit in units:
        if isinstance(unit, BreakUnit) and chain:
            yield chain
            chain = []
        chain.append(unit)
        if not unit.together or isinstance(unit, BreakUnit):
            yield chain
            chain = []
    if chain:
        yield chain
