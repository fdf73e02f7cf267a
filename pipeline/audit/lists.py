"""The lists of a paper: which items belong together, and what introduces them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pipeline.audit.markers import inline_numbers
from pipeline.audit.text_blocks import PaperTable, Reading, Span, TextBlock

_LEADS_IN = re.compile(r"(?:ดังนี้|ดังต่อไปนี้|ได้แก่|ประกอบด้วย|คือ|:)\s*$")
_CLOSE = 1.5
_HEADERS = 3
"""The first numbered row of a table that a text announces is one of so many from the top."""

_CONTENTS = re.compile(r"(?:\.{4,}|…{2,}|\t)\s*\d{1,3}\s*$")
"""A line of a table of contents: what it numbers stands elsewhere."""

LONGEST_BETWEEN = 90
"""A paragraph of so many characters between two bullets belongs to the bullet before it."""


@dataclass(frozen=True)
class Item:
    """One entry: its number (from 1 for bullets), its marker's style, and its text without the marker."""

    number: int
    style: str
    spot: Span

    @property
    def text(self) -> str:
        """What it says, with Arabic digits."""
        return self.spot.passage.plain[self.spot.start : self.spot.end].strip()


@dataclass
class ItemList:
    """Entries that count up. `lead` introduces them: a stretch of text that ends where they begin."""

    items: list[Item] = field(default_factory=list)
    lead: Span | None = None
    gaps: list[tuple[Item, int]] = field(default_factory=list)
    """Entries whose number was not the next one, and that number."""
    bridged: int = 0
    """The number that only its parts bear (`16.1` after 15), and so is not missed."""

    @property
    def style(self) -> str:
        """The style of its markers."""
        return self.items[0].style

    @property
    def expected(self) -> int:
        """The number that would come next."""
        return max(self.items[-1].number, self.bridged) + 1

    @property
    def compact(self) -> bool:
        """Whether its entries follow one another with little between: headings of sections do not."""
        numbers = [item.spot.passage.number for item in self.items]
        return numbers[-1] - numbers[0] <= _CLOSE * (len(numbers) - 1)

    @property
    def in_table(self) -> bool:
        """Whether it stands in cells."""
        return self.items[0].spot.passage.in_table


@lru_cache(maxsize=4)
def lists_of(reading: Reading) -> tuple[ItemList, ...]:
    """All lists, in the order of their first entries: of the text, in cells and in running text."""
    found = [
        *_find_numbered_lists(reading.flow),
        *_bullets(reading.flow),
        *_in_cells(reading),
        *_inline(reading),
    ]
    return tuple(sorted(found, key=_beginning))


def _beginning(found: ItemList) -> tuple[int, int]:
    first = found.items[0].spot
    return first.passage.number, first.start


def _find_numbered_lists(flow: Sequence[TextBlock]) -> list[ItemList]:
    """Lists with numbers. Of nested lists of one style each number goes to the innermost that expects it."""
    lists: list[ItemList] = []
    open_lists: dict[tuple[str, str], list[ItemList]] = {}
    for before, passage in zip([None, *flow], flow, strict=False):
        marker = passage.marker
        if not marker.numbered or _holds_a_list(passage) or _CONTENTS.search(passage.plain):
            continue
        if marker.parent.isdecimal():
            _bridge(open_lists.get((".", ""), []), int(marker.parent))
        item = Item(marker.number, marker.style, passage.spot(marker.end))
        stack = open_lists.setdefault((marker.style, marker.parent), [])
        home = next((n for n in reversed(range(len(stack))) if stack[n].expected == marker.number), None)
        if marker.number == 1 or not stack:
            stack.append(ItemList([item], before.spot() if before else None))
            lists.append(stack[-1])
        elif home is not None:
            del stack[home + 1 :]
            stack[home].items.append(item)
        else:
            stack[-1].gaps.append((item, stack[-1].expected))
            stack[-1].items.append(item)
    return lists


def _bridge(stack: list[ItemList], parent: int) -> None:
    """Takes `parent` for told in the innermost list that expects it, as its parts stand here."""
    for found in reversed(stack):
        if found.expected == parent:
            found.bridged = parent
            return


def _bullets(flow: Sequence[TextBlock]) -> list[ItemList]:
    """Runs of bullets; a short paragraph between two bullets belongs to the first of them."""
    lists: list[ItemList] = []
    open_list: ItemList | None = None
    nested = 0
    for n, passage in enumerate(flow):
        marker = passage.marker
        begins = n and marker.number == 1 and _LEADS_IN.search(flow[n - 1].plain)
        if open_list and marker.numbered and (begins or marker.number == nested):
            nested = marker.number + 1
            continue
        nested = 0
        following = flow[n + 1].marker if n + 1 < len(flow) else None
        if marker.bullet and not marker.numbered:
            if open_list is None:
                open_list = ItemList([], flow[n - 1].spot() if n else None)
                lists.append(open_list)
            open_list.items.append(Item(len(open_list.items) + 1, marker.bullet, passage.spot(marker.end)))
        elif not (
            open_list
            and following
            and following.bullet
            and not following.numbered
            and not marker.numbered
            and not passage.level
            and len(passage.text) < LONGEST_BETWEEN
        ):
            open_list = None
    return lists


def _in_cells(reading: Reading) -> Iterator[ItemList]:
    """Numbered paragraphs of one cell, and numbered first cells of one table."""
    for n, table in enumerate(reading.tables):
        for row in table.rows:
            for cell in row.cells:
                if len(cell) > 1:
                    yield from _find_numbered_lists(cell)
        lists = [
            replace(found, lead=None)
            for found in _find_numbered_lists(_first_cells(table))
            if len(found.items) > 1
        ]
        if lists and not _continues_list(lists[0], reading.tables[n + 1 : n + 2]):
            lists[0].lead = _announces(reading, table, lists[0])
        yield from lists


def _first_cells(table: PaperTable) -> list[TextBlock]:
    return [row.cells[0][0] for row in table.rows if row.cells and row.cells[0]]


def _continues_list(found: ItemList, following: Sequence[PaperTable]) -> bool:
    """Whether the next table goes on with the list."""
    numbers = [passage.marker for table in following for passage in _first_cells(table)]
    return any((marker.style, marker.number) == (found.style, found.expected) for marker in numbers)


def _announces(reading: Reading, table: PaperTable, found: ItemList) -> Span | None:
    """The paragraph right before a table whose rows are numbered from the top."""
    first = found.items[0]
    begins = first.number == 1 and first.spot.passage in _first_cells(table)[:_HEADERS]
    before = reading.passages[table.after] if table.after >= 0 else None
    return before.spot() if begins and before and not before.in_table else None


def _holds_a_list(passage: TextBlock) -> bool:
    """Whether a passage begins with the first number of a list that it holds whole."""
    numbers = inline_numbers(passage.plain)
    return bool(numbers) and not passage.plain[: numbers[0][1]].strip(" -•")


def _inline(reading: Reading) -> Iterator[ItemList]:
    """`… ดังนี้ 1) … 2) …` in one passage; what introduces it may be the passage before."""
    for passage in reading.passages:
        numbers = inline_numbers(passage.plain)
        if not numbers:
            continue
        ends = [start for _, start, _ in numbers[1:]] + [len(passage.text)]
        items = [
            Item(n, ")", passage.spot(end, stop)) for (n, _, end), stop in zip(numbers, ends, strict=True)
        ]
        lead: Span | None = passage.spot(0, numbers[0][1])
        if _holds_a_list(passage):
            before = reading.passages[passage.number - 1] if passage.number else None
            lead = before.spot() if before and not before.in_table and not passage.in_table else None
        yield ItemList(items, lead)
