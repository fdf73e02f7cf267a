"""The text blocks of a finished paper, in reading order, as the audit's rules read them.

A passage is a paragraph, or one paragraph of a table's cell. What the file broke over several paragraphs
in mid-sentence (`…ของบุคลากร` / `ในสำนักงาน…`) is one passage again; each word keeps its own place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.audit.markers import Marker, marker_of
from pipeline.audit.wraps import broken_words
from pipeline.extraction.extracted import (
    ExtractedBlock,
    ExtractedDocument,
    ExtractedParagraph,
    ExtractedTable,
    TextLocation,
)
from pipeline.thai.digits import to_arabic

_GOES_ON = re.compile(
    r"(?:ได้(?!แก่)|ณ\s|พ\.ศ\.\s?\d{4}|ใน(?:สำนัก|กรม|กระทรวง|สังกัด|ส่วน)|ของ|และ(?=[ก-๎])|หรือ(?=[ก-๎])|ซึ่ง)"
)
"""What begins no sentence: a paragraph that begins so goes on from the one before."""

_COMPLETE = re.compile(r"(?:[:.;]|นั้น|ต่อไป|ดังนี้|ดังต่อไปนี้|ได้แก่|ไม่มี)\s*$")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a passage, from `start` to `end`."""

    passage: TextBlock
    start: int
    end: int

    @property
    def text(self) -> str:
        """What stands there."""
        return self.passage.text[self.start : self.end]

    @property
    def place(self) -> TextLocation:
        """Where that is in the paper."""
        return self.passage.place_at(self.start)


@dataclass(frozen=True, eq=False)
class TextBlock:
    """One passage. `marks` are the offsets at which its text comes from another place of the paper.

    `source` names its paper, `table` the table it stands in, by its number in the reading (-1: none).
    """

    number: int
    text: str
    marks: tuple[tuple[int, TextLocation], ...]
    source: str = ""
    level: int = 0
    bold: bool = False
    table: int = -1

    @cached_property
    def plain(self) -> str:
        """The text with Arabic digits and spaces for line ends; as long as the text."""
        return to_arabic(self.text).replace("\n", " ").replace("\t", " ")

    @cached_property
    def marker(self) -> Marker:
        """Its number or bullet."""
        return marker_of(self.plain)

    @property
    def body(self) -> str:
        """The text after the marker, with Arabic digits."""
        return self.plain[self.marker.end :]

    @property
    def place(self) -> TextLocation:
        """Where it begins."""
        return self.marks[0][1]

    @property
    def in_table(self) -> bool:
        """Whether it stands in a cell."""
        return self.table >= 0

    def place_at(self, offset: int) -> TextLocation:
        """The place of the character at `offset`; the line is counted, where the file has lines."""
        start, place = max((mark for mark in self.marks if mark[0] <= offset), key=lambda mark: mark[0])
        ends = self.text.count("\n", start, offset)
        return replace(place, line=place.line + ends) if place.line and ends else place

    def spot(self, start: int = 0, end: int | None = None) -> Span:
        """A stretch of it; the whole of it by default."""
        return Span(self, start, len(self.text) if end is None else end)

    def span_of(self, match: re.Match[str], group: int | str = 0) -> Span:
        """The stretch that a match in `plain` covers."""
        return Span(self, match.start(group), match.end(group))


@dataclass(frozen=True, eq=False)
class TableRow:
    """A row of a table: each cell's passages, by column from 0; `text(n)` is "" where nothing stands."""

    cells: tuple[tuple[TextBlock, ...], ...]
    header: bool
    place: TextLocation

    def text(self, column: int) -> str:
        """What stands in a column, with Arabic digits, on one line."""
        cell = self.cells[column] if column < len(self.cells) else ()
        return " ".join(passage.plain.strip() for passage in cell)

    @property
    def filled(self) -> tuple[int, ...]:
        """The columns that hold text."""
        return tuple(n for n, cell in enumerate(self.cells) if cell)


@dataclass(frozen=True, eq=False)
class PaperTable:
    """A table as the rules read it. `after` is the number of the passage before it, `number` its own."""

    rows: tuple[TableRow, ...]
    after: int
    number: int

    @property
    def place(self) -> TextLocation:
        """Where it begins."""
        return self.rows[0].place if self.rows else TextLocation()

    @cached_property
    def header(self) -> str:
        """The words of its first row, without spaces."""
        first = self.rows[0] if self.rows else None
        return "|".join("".join(first.text(n).split()) for n in range(len(first.cells))) if first else ""


@dataclass(frozen=True, eq=False)
class Reading:
    """One paper, or papers of one matter, read for the rules."""

    passages: tuple[TextBlock, ...]
    tables: tuple[PaperTable, ...]

    @cached_property
    def flow(self) -> tuple[TextBlock, ...]:
        """The passages outside tables."""
        return tuple(passage for passage in self.passages if not passage.in_table)

    @cached_property
    def _headers(self) -> dict[int, str]:
        """The header of each table by its number, without spaces."""
        return {table.number: table.header for table in self.tables}

    def one_table(self, one: TextBlock, other: TextBlock) -> bool:
        """Whether both stand in one table; pieces of a table that repeat its header are one."""
        if not (one.in_table and other.in_table):
            return False
        return one.table == other.table or self._headers[one.table] == self._headers[other.table]


def read_papers(papers: Iterable[ExtractedDocument]) -> Reading:
    """The papers as passages and tables, one after the other."""
    reader = _Reader()
    for paper in papers:
        reader.take(paper)
    return Reading(tuple(reader.passages), tuple(reader.tables))


class _Reader:
    """Takes papers apart, block by block."""

    def __init__(self) -> None:
        self.passages: list[TextBlock] = []
        self.tables: list[PaperTable] = []
        self._source = ""
        self._begun = 0

    def take(self, paper: ExtractedDocument) -> None:
        """Adds the blocks of a paper."""
        self._source = paper.source
        opened = len(self.passages)
        for block in paper.blocks:
            if isinstance(block, ExtractedTable):
                self._table(block)
            elif block.text_with_marker.strip():
                self._paragraph(block, opened)

    def _paragraph(self, block: ExtractedParagraph, opened: int) -> None:
        last = self.passages[-1] if len(self.passages) > opened else None
        if last and _one_sentence(last, block):
            self.passages[-1] = _join_blocks(last, block)
        else:
            self._add(block, -1)

    def _add(self, block: ExtractedParagraph, table: int) -> TextBlock:
        text, marks = _mend_line_ends(block)
        passage = TextBlock(
            len(self.passages), text, marks, self._source, block.level, block.style == "bold", table
        )
        self.passages.append(passage)
        return passage

    def _table(self, table: ExtractedTable) -> None:
        after, number = len(self.passages) - 1, self._begun
        self._begun += 1
        width = max((cell.place.column for row in table.rows for cell in row.cells), default=0)
        rows = []
        for row in table.rows:
            cells: list[tuple[TextBlock, ...]] = [()] * width
            for cell in row.cells:
                cells[cell.place.column - 1] = tuple(self._cell(cell.blocks, number))
            rows.append(TableRow(tuple(cells), row.header, row.place))
        if rows:
            self.tables.append(PaperTable(tuple(rows), after, number))

    def _cell(self, blocks: Sequence[ExtractedBlock], table: int) -> Iterator[TextBlock]:
        for block in blocks:
            if isinstance(block, ExtractedTable):
                self._table(block)
            elif block.text_with_marker.strip():
                yield self._add(block, table)


def _one_sentence(last: TextBlock, block: ExtractedParagraph) -> bool:
    if last.in_table or (block.level and not last.level) or block.place.part != "body":
        return False
    plain = to_arabic(block.text_with_marker)
    return bool(_GOES_ON.match(plain)) and len(last.text) > 20 and not _COMPLETE.search(last.plain)


def _join_blocks(last: TextBlock, block: ExtractedParagraph) -> TextBlock:
    text, marks = _mend_line_ends(block)
    begins = len(last.text) + 1
    return replace(
        last,
        text=f"{last.text} {text}",
        marks=(*last.marks, *((begins + offset, place) for offset, place in marks)),
    )


def _mend_line_ends(block: ExtractedParagraph) -> tuple[str, tuple[tuple[int, TextLocation], ...]]:
    """The text of a paragraph without the line ends inside words, and where each piece of it stands."""
    said, begins = block.text_with_marker, 0
    pieces: list[str] = []
    marks: list[tuple[int, TextLocation]] = []
    for end in (*broken_words(said), len(said)):
        line = block.place.line and block.place.line + said.count("\n", 0, begins)
        marks.append((sum(map(len, pieces)), replace(block.place, line=line)))
        pieces.append(said[begins:end])
        begins = end + 1
    return "".join(pieces), tuple(marks)
