"""The style sheet of a kind of paper: what each named style looks like.

Read from `templates/styles/NAME.yaml` by `document.sheets`. Lengths are in cm, type sizes and
vertical spacing in pt, as a Word user knows them; the `*_pt` properties give layout its pt.
Both writers read the same sheet.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from pipeline.document.lengths import Cm, Pt, total
from pipeline.document.tree import RowKind

CLASSIFICATION = "classification"
"""The paragraph style of the secrecy mark (`Document.classification`)."""

Size = Annotated[Pt, Field(ge=1, le=300)]
"""The height of type, pt."""
Leading = Annotated[Pt, Field(ge=1, le=500)]
"""A line's height, pt."""
Space = Annotated[Pt, Field(ge=0, le=700)]
"""White between blocks, pt."""
Line = Annotated[Pt, Field(ge=0, le=20)]
"""How thick a line is, pt; 0 for none."""
Width = Annotated[Cm, Field(gt=0, le=200)]
"""The side of something, cm."""
Inset = Annotated[Cm, Field(ge=0, le=100)]
"""A distance that cannot be negative, cm."""
Offset = Annotated[Cm, Field(ge=-100, le=100)]
"""A place to either side of where something usually begins, cm."""
Name = Annotated[str, Field(max_length=120, pattern=r"^[^\x00-\x1f\x7f\ufffe\uffff]*$")]
"""Text that a file can hold."""
Colour = Annotated[str, Field(pattern=r"^[0-9A-F]{6}$")]
"""RRGGBB in capital hexadecimal digits."""

TextAlign = Literal["left", "center", "right", "justify"]
LeaderLook = Literal["none", "dots", "line"]
"""What is drawn up to a tab stop."""


class _Style(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, allow_inf_nan=False)


class PageNumber(_Style):
    """`- ๒ -` at the top centre (คำอธิบายการพิมพ์ … ข้อ 9; `domain.md` §1.4)."""

    format: Name = "- {n} -"
    top: Inset = Field(Cm(2.5), description="top of the number's line below the paper's edge, cm")
    on_first: bool = False
    style: Name = "page-number"


class PageStyle(_Style):
    """Paper and margins, cm. `first_top` is the top margin of the first page."""

    width: Width = Cm(21.0)
    height: Width = Cm(29.7)
    left: Inset = Cm(3.0)
    right: Inset = Cm(2.0)
    top: Inset = Cm(2.5)
    bottom: Inset = Cm(2.0)
    first_top: Inset | None = None
    number: PageNumber | None = None
    classification: Inset = Field(
        Cm(0.3), description="secrecy marks: their distance from the paper's edges, cm"
    )
    catchword: bool = Field(False, description="print /ข้อความที่ต่อ… at the foot of a page that goes on")

    @property
    def measure(self) -> Cm:
        """Width of the text area, cm."""
        return round(self.width - self.left - self.right, 6)

    @property
    def landscape(self) -> bool:
        """Whether the paper lies on its long side."""
        return self.width > self.height


class TabStop(_Style):
    """A tab stop `at` cm from the left margin of the text area.

    A paragraph without tabs whose style has a `decimal` stop stands with its decimal point there.
    """

    at: Inset
    align: Literal["left", "center", "right", "decimal"] = "left"
    leader: LeaderLook = "none"


class CharacterStyle(_Style):
    """Changes to the paragraph's type; `None` keeps the paragraph's own. `title` is Word's name."""

    title: Name = ""
    size: Size | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    color: Colour | None = None


class ParagraphStyle(_Style):
    """A paragraph's type, spacing and place.

    `leading` is the least line height in pt (`exact`: the line height itself, whatever it holds).
    `indent` is where the lines start, `first_line` is added to it for the first line (negative:
    hanging). A marker stands at the first line's start; the text after it starts `marker_width`
    cm further on, or one space after a marker that is wider.
    """

    title: Name = ""
    size: Size = Pt(16)
    bold: bool = False
    italic: bool = False
    color: Colour = "000000"
    leading: Leading = Pt(21)
    exact: bool = False
    before: Space = Pt(0)
    after: Space = Pt(0)
    align: TextAlign = "left"
    indent: Offset = Cm(0)
    right: Offset = Cm(0)
    first_line: Offset = Cm(0)
    marker_width: Inset = Cm(0)
    marker_style: Name = ""
    tabs: tuple[TabStop, ...] = ()
    keep_next: bool = False
    keep_lines: bool = False
    outline: int = Field(0, ge=0, le=9, description="heading level; 0 is body text")

    def __hash__(self) -> int:
        """Styles are compared by value; title and type tell most of them apart."""
        return hash((self.title, self.size, self.bold, self.align))


class ColumnStyle(_Style):
    """A column's width in cm and the paragraph style of its body cells."""

    width: Width
    style: Name = "cell"


class TableStyle(_Style):
    """A table's columns and the paragraph styles of its rows. `border` in pt, 0 for none.

    `padding` is the space left and right of a cell's text, `padding_top`/`padding_bottom` above
    and below it, cm. `splits`: whether a body row may go over a page end between lines.
    """

    title: Name = ""
    columns: tuple[ColumnStyle, ...] = Field(min_length=1)
    caption: Name = "cell-header"
    header: Name = "cell-header"
    band: Name = "cell-band"
    total: Name = "cell-total"
    border: Line = Pt(0.5)
    padding: Inset = Cm(0.15)
    padding_top: Inset = Cm(0.0)
    padding_bottom: Inset = Cm(0.05)
    indent: Offset = Cm(0)
    before: Space = Pt(6)
    after: Space = Pt(6)
    splits: bool = True
    shade: dict[RowKind, Colour] = Field(default_factory=dict, description="row kind -> fill colour, RRGGBB")

    @property
    def width(self) -> Cm:
        """Width of the whole table, cm."""
        return round(total(column.width for column in self.columns), 6)


class FrameStyle(_Style):
    """A box whose right side is the text area's and whose top is `top` cm below the paper's edge.

    Width and height in cm are the box's own (ตรารับหนังสือ: 5 x 2.5, `domain.md` §1.8); `border` in pt;
    `padding` is the space left and right of its text, cm.
    """

    width: Width
    height: Width
    top: Inset
    border: Line = Pt(0.75)
    padding: Inset = Cm(0.15)


class ChartStyle(_Style):
    """How bars are drawn: their height, the white between them and the widest column of labels, cm.

    `text` is the paragraph style of labels and figures. `value` is the colour that a bar is filled with,
    `last` and `target` those of the outline of what was before and of the line of what is aimed at; `axis`
    that of the scale. `before` and `after` are the white above and below the chart, pt.
    """

    bar: Width = Cm(0.34)
    gap: Inset = Cm(0.2)
    label: Width = Cm(6.0)
    text: Name = "cell"
    value: Colour = "000000"
    last: Colour = "000000"
    target: Colour = "000000"
    axis: Colour = "000000"
    before: Space = Pt(6)
    after: Space = Pt(6)


class StyleSheet(_Style):
    """Everything a writer needs to know about the looks of one kind of paper.

    `word_font` is the family of the DOCX alone, for an office whose own font we have no file of.
    """

    name: str
    font: Literal["TH SarabunPSK", "TH Sarabun New"] = "TH SarabunPSK"
    word_font: Name = ""
    pages: dict[Name, PageStyle]
    paragraphs: dict[Name, ParagraphStyle]
    characters: dict[Name, CharacterStyle]
    tables: dict[Name, TableStyle]
    frames: dict[Name, FrameStyle] = Field(default_factory=dict)
    charts: dict[Name, ChartStyle] = Field(default_factory=dict)

    def __hash__(self) -> int:
        """Sheets are compared by value; the name tells most of them apart."""
        return hash((self.name, self.font))

    def table_style(self, name: str, widths: tuple[float, ...]) -> TableStyle:
        """The style `name`; with `widths`, its columns divided anew in these shares."""
        style = self.tables[name]
        if not widths:
            return style
        share = style.width / sum(widths)
        look = style.columns[0].style
        columns = tuple(ColumnStyle(width=width * share, style=look) for width in widths)
        return style.model_copy(update={"columns": columns})

    def cell_paragraph(self, table: TableStyle, kind: RowKind, column: int) -> str:
        """The paragraph style that a table gives to a cell of a row of `kind` in `column` (from 0)."""
        if kind == "body":
            return table.columns[column].style
        return {"caption": table.caption, "header": table.header, "band": table.band, "total": table.total}[
            kind
        ]


def contents_style(level: int) -> str:
    """The paragraph style of the contents' entries of `level` (from 1)."""
    return f"contents-{level}"
