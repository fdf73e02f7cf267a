"""The document tree: what a paper says and what each part of it is, without its looks.

A `Document` is a list of sections; a section is a list of blocks on one kind of page; a paragraph
is a list of inlines. Looks live in the style sheet (`document.style`) under the names that the
nodes carry. Both writers read this tree, so what one file says the other says too.
All nodes are frozen and compare by value.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pipeline.document.lengths import Cm
from pipeline.thai.breaks import NO_NAMES, Names
from pipeline.thai.digits import DigitPolicy

RowKind = Literal["caption", "header", "band", "body", "total"]
REPEATED: tuple[RowKind, ...] = ("caption", "header")
"""The rows of a table that stand first and again at the top of each page that it goes on to."""
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Field:
    """A place that an officer fills by hand: `name` is for programs, `title` for people."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text in one character style (`""`: the paragraph's own look).

    With a `field` it is what stands in that place, maybe nothing yet.
    """

    text: str
    style: str = ""
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Tab:
    """Moves to the paragraph style's next tab stop, drawing that stop's leader."""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """Ends the line, not the paragraph."""


Inline = Text | Tab | LineBreak


@dataclass(frozen=True, slots=True)
class Entry:
    """How the contents call a paragraph that is no heading, but has one run in before its text."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class ListItem:
    """A paragraph's place in a list: which list of the document, from 1, and at which level, from 0."""

    list: int
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `marker` is its list number or run-in label, set before the first line.

    `style` names a paragraph style; `""` inside a table cell means the style that the table style
    gives to that row and column (`StyleSheet.cell_paragraph`). `anchor` numbers a paragraph that others
    lead to, from 1; `target` is the anchor that this one leads to (`document.contents`). `item` says of a
    marker that counts in which list it does (`document.lists`). `signature` is the place above the paragraph,
    a signer's name, where that person signs: named after the role, in a PDF a signature field.
    """

    content: tuple[Inline, ...]
    style: str = ""
    marker: tuple[Text, ...] = ()
    entry: Entry | None = None
    anchor: int = 0
    target: int = 0
    item: ListItem | None = None
    signature: Field | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell over `colspan` columns and `rowspan` rows; it holds paragraphs."""

    blocks: tuple[Paragraph, ...]
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A table row. `header` rows stand first and repeat on each page; a `caption` above them is the
    title of the table, which repeats with them and has no borders; a `band` is a heading inside the
    table that stays with the row after it; `total` closes a group. Cells covered by a `rowspan` from
    above are absent.
    """

    cells: tuple[Cell, ...]
    kind: RowKind = "body"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `style` names a table style, which holds the column widths.

    `widths` are shares of the style's whole width, for a table that brings its own columns
    (`StyleSheet.table_style`); `by_content` has them measured, so that with `widths` none is narrower
    than its widest word (`typeset.column_widths`).
    """

    rows: tuple[Row, ...]
    style: str
    widths: tuple[float, ...] = ()
    by_content: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """A picture from the assets (`garuda`), `height` in cm, width in proportion.

    `beside`: it stands at the margin beside the next paragraph and takes no height of its own
    (ครุฑ of a memo); otherwise it is a line of its own. A picture of the data has a `digest`, by which its
    bytes are found (`data`), and maybe a `width` in cm; its height follows (`typeset.picture_sizes`).
    """

    name: str
    height: Cm
    alt: str
    align: Align = "left"
    beside: bool = False
    digest: str = ""
    width: Cm | None = None
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a chart: how much it is, and as it is printed."""

    number: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart: what it is of, its own figure, what it aims at, and what it was before.

    `full` is the figure at which its scale ends; without one it has the scale of all.
    """

    label: str
    value: Figure | None
    target: Figure | None = None
    last: Figure | None = None
    full: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars below one another over the width of the text, or `width` cm of it.

    `alt` says what the chart shows; `values`, `targets` and `lasts` what its figures are called, `unit` in
    what they are counted. `style` names a chart style.
    """

    bars: tuple[Bar, ...]
    alt: str
    values: str
    targets: str = ""
    lasts: str = ""
    unit: str = ""
    width: Cm | None = None
    style: str = "chart"


@dataclass(frozen=True, slots=True)
class Frame:
    """A framed box at a fixed place of the page that it stands on (ตรารับหนังสือ); the text gives it no room.

    `style` names a frame style.
    """

    blocks: tuple[Paragraph, ...]
    style: str


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that stand on one page together. `role` names the signer of a signature block."""

    blocks: tuple[Block, ...]
    role: str = ""

    def holds(self, above: Block | None) -> bool:
        """Whether what stands above stays with it: the text that ends before a signature or a picture."""
        shows = any(isinstance(block, Image) and block.data for block in self.blocks)
        return bool(self.role) or (shows and isinstance(above, Paragraph))


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: the headings down to `levels`, each with its page.

    `entries` stand in the styles `contents-1`, `contents-2`, …; the markup has none, they are filled when
    the pages are known (`typeset.contents`).
    """

    levels: int = 3
    entries: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


Block = Paragraph | Table | Image | Chart | Frame | Group | Contents | PageBreak


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on one kind of page; `page` names a page style. A section begins a new page."""

    blocks: tuple[Block, ...]
    page: str = "portrait"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper. `kind` is the paper's id (`memo`, `report`, …), `title` its เรื่อง.

    `digits` is the policy that its text already follows; writers need it for page numbers. `names`
    are those of its people and units, which lines are not to divide. `classification` is the secrecy
    mark that stands at the top and at the foot of every page. `author` is the office, `unit` the part of it
    whose paper this is; `fiscal_year` is พ.ศ., 0 where it has none. `edition` counts its editions: it is more
    than 1 where an earlier one is signed.
    """

    kind: str
    title: str
    sections: tuple[Section, ...]
    author: str = ""
    subject: str = ""
    lang: str = "th"
    digits: DigitPolicy = "thai"
    names: Names = NO_NAMES
    classification: str = ""
    unit: str = ""
    fiscal_year: int = 0
    keywords: tuple[str, ...] = ()
    edition: int = 1
