"""A finished paper: the text of a file that somebody made, and where in it each part stands.

It is what a reader of the file sees, without its looks: paragraphs and tables in the order in which they are
read. Who wrote it (Word, LibreOffice, we) makes no difference. `pipeline.extraction.docx` reads one from
a DOCX. Text is as written, but a no-break space is a space, and characters of no width are gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from pipeline.diagnostics import Lang, Message

Part = Literal["body", "box", "header", "footer", "note"]
"""Where on its page a text stands: the text itself, a box beside it, the page's head or foot, a note."""

_PARTS: dict[Part, Message] = {
    "body": Message("", ""),
    "box": Message("กรอบข้อความที่ {n}", "text box {n}"),
    "header": Message("หัวกระดาษ", "page header"),
    "footer": Message("ท้ายกระดาษ", "page footer"),
    "note": Message("เชิงอรรถที่ {n}", "note {n}"),
}


@dataclass(frozen=True, slots=True)
class TextLocation:
    """Where a text stands in a finished paper, so that a person finds it. All count from 1; 0: not said.

    `number` counts the boxes or notes, `paragraph` the paragraphs that hold text (in a cell: of that cell),
    `table` the tables of the part, nested ones after the one that holds them; `row` and `column` are those of
    the table's grid, merged cells counted in full. `page` and `line` are of files that have such.
    """

    part: Part = "body"
    number: int = 0
    paragraph: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    page: int = 0
    line: int = 0

    def text(self, lang: Lang) -> str:
        """`ย่อหน้าที่ 12`, `ตารางที่ 2 แถว 3 คอลัมน์ 4`, `หัวกระดาษ`."""
        words = [
            (self.page, Message("หน้า {n}", "page {n}")),
            (self.line, Message("บรรทัด {n}", "line {n}")),
            (self.part != "body" and (self.number or 1), _PARTS[self.part]),
            (self.table, Message("ตารางที่ {n}", "table {n}")),
            (self.row, Message("แถว {n}", "row {n}")),
            (self.column, Message("คอลัมน์ {n}", "column {n}")),
            (0 if self.table else self.paragraph, Message("ย่อหน้าที่ {n}", "paragraph {n}")),
        ]
        return " ".join(said.text(lang).format(n=int(n)) for n, said in words if n)


@dataclass(frozen=True, slots=True)
class ExtractedParagraph:
    """A paragraph's text: a tab is `\\t`, a line end `\\n`; the number of the page it stands on is `#`.

    `marker` is the number or bullet that the word processor itself sets before it (`๑.`), not part of
    `text`. `style` is the id of its style in the file; `level` that of a heading, from 1 (0: no heading).
    """

    text: str
    place: TextLocation
    style: str = ""
    marker: str = ""
    level: int = 0

    @property
    def text_with_marker(self) -> str:
        """Marker and text, as they are read."""
        return f"{self.marker} {self.text}" if self.marker else self.text


@dataclass(frozen=True, slots=True)
class ExtractedCell:
    """A cell over `colspan` × `rowspan` places of the grid; `place` is that of its top left corner."""

    blocks: tuple[ExtractedBlock, ...]
    place: TextLocation
    colspan: int = 1
    rowspan: int = 1

    @property
    def paragraphs(self) -> tuple[ExtractedParagraph, ...]:
        """Its paragraphs that hold text, those of tables inside it too."""
        return tuple(_paragraphs(self.blocks))

    @property
    def text(self) -> str:
        """The text of its paragraphs, one a line."""
        return "\n".join(paragraph.text_with_marker for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class ExtractedRow:
    """The cells that begin in a row, from left to right; those that reach into it from above are absent.

    `header`: the row is repeated on each page.
    """

    cells: tuple[ExtractedCell, ...]
    place: TextLocation
    header: bool = False


@dataclass(frozen=True, slots=True)
class ExtractedTable:
    """A table."""

    rows: tuple[ExtractedRow, ...]
    place: TextLocation

    @property
    def grid(self) -> tuple[tuple[str, ...], ...]:
        """The text at each place, row by row; a merged cell says its text at every place that it covers."""
        texts: dict[tuple[int, int], str] = {}
        for row in self.rows:
            for cell in row.cells:
                for down in range(cell.rowspan):
                    for right in range(cell.colspan):
                        texts[cell.place.row + down, cell.place.column + right] = cell.text
        columns = max((column for _, column in texts), default=0)
        rows = max((row for row, _ in texts), default=0)
        return tuple(
            tuple(texts.get((row, column), "") for column in range(1, columns + 1))
            for row in range(1, rows + 1)
        )


ExtractedBlock = ExtractedParagraph | ExtractedTable

Trace = Literal["insertion", "deletion", "move", "comment", "hidden"]
"""What somebody left in a file beside its text: tracked changes, comments, hidden text."""


Obstacle = Literal[
    "struck",
    "hidden",
    "faint",
    "tiny",
    "distorted",
    "cut-off",
    "covered",
    "symbol-font",
    "direction",
    "tracked-change",
    "comment",
    "field",
    "aside",
    "alternate",
    "embedded",
]
"""Why a person does not see what a file's text says, or sees more than that."""


class VisibilityIssue(NamedTuple):
    """A text that is not seen as it is read, or that is seen though it is not read: where, and the text."""

    kind: Obstacle
    place: TextLocation
    quote: str


class Graphic(NamedTuple):
    """A picture, drawing or object: the digests of its images, its size in EMU, and how it is named.

    `in_front`: it lies over the text. `hidden`: it is not shown. `look` is what was done to its images:
    crops, turns and effects. `images` are the images themselves.
    """

    place: TextLocation
    name: str
    digests: frozenset[str]
    width: int
    height: int
    in_front: bool = False
    hidden: bool = False
    look: tuple[str, ...] = ()
    images: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class ExtractedDocument:
    """One file, read. `blocks` is its text in reading order; page headers, footers and notes stand apart.

    Text of tracked insertions is read, that of deletions and hidden text is not; `traces` says how many
    of each kind the file holds, `visibility` what is not seen as it is read, `graphics` what is drawn.
    `source` is the file's name; `title`, `subject` and `author` are what its
    properties say.
    """

    source: str
    blocks: tuple[ExtractedBlock, ...]
    furniture: tuple[ExtractedBlock, ...] = ()
    title: str = ""
    subject: str = ""
    author: str = ""
    traces: dict[Trace, int] = field(default_factory=dict)
    visibility: tuple[VisibilityIssue, ...] = ()
    graphics: tuple[Graphic, ...] = ()

    @property
    def paragraphs(self) -> tuple[ExtractedParagraph, ...]:
        """All paragraphs that hold text in reading order, those of table cells row by row."""
        return tuple(_paragraphs(self.blocks))

    @property
    def tables(self) -> tuple[ExtractedTable, ...]:
        """The tables, a nested one after the one that holds it."""
        return tuple(_tables(self.blocks))


def _paragraphs(blocks: tuple[ExtractedBlock, ...]) -> Iterator[ExtractedParagraph]:
    for block in blocks:
        if isinstance(block, ExtractedTable):
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.blocks)
        elif block.text_with_marker.strip():
            yield block


def _tables(blocks: tuple[ExtractedBlock, ...]) -> Iterator[ExtractedTable]:
    for block in blocks:
        if isinstance(block, ExtractedTable):
            yield block
            for row in block.rows:
                for cell in row.cells:
                    yield from _tables(cell.blocks)
