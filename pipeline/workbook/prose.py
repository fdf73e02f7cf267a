"""Prose as rows: one paragraph, entry or line of a table a row, its depth in a column of its own.

    แบบ        ชั้น  ข้อความ        ช่อง 2
    ย่อหน้า      1    มีวัตถุประสงค์ …
    ข้อ         2    เพื่อ …
    ขีด         3    การตั้งระยะ …
    หัวตาราง     2    วันที่          หัวข้อ
    แถวตาราง    2    17 สิงหาคม     การพิมพ์
    ภาพ         2    แผนที่.png      แผนที่จากถนนใหญ่ถึงสำนักงาน   ภาพที่ 1 แผนที่   12

A row belongs to the nearest row above that is one step less deep. `หัวตาราง` right below another one is the
next row of the same header. `ภาพ` has the file's name, what the picture shows, the caption and the width.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

CHAPTER, PARAGRAPH, NUMBERED, BULLET, CLAUSE = "หัวข้อ", "ย่อหน้า", "ข้อ", "ขีด", "ข้อย่อหน้า"
TABLE_HEADER, TABLE_ROW, TABLE_WIDTHS = "หัวตาราง", "แถวตาราง", "ความกว้าง"
PICTURE = "ภาพ"
OF_PICTURE = ("file", "alt", "caption", "width")
"""What the cells of a row of a picture say, from that of the text on."""

TYPES = (PARAGRAPH, NUMBERED, BULLET, TABLE_HEADER, TABLE_ROW, TABLE_WIDTHS, PICTURE)
OF_TABLE = (TABLE_HEADER, TABLE_ROW, TABLE_WIDTHS)
_ENTRIES = {CLAUSE: "clauses", NUMBERED: "numbered", BULLET: "bullets"}
"""The lists of a passage, in the order in which they are printed."""

HEADINGS: dict[str, dict[str, str]] = {
    CHAPTER: {},
    "หัวข้อไม่มีเลข": {"numbered": "false"},
    "หัวข้อนำย่อหน้า": {"heading": "run-in"},
    "หัวข้อนำย่อหน้าไม่มีเลข": {"heading": "run-in", "numbered": "false"},
    "เลขนำย่อหน้า": {"heading": "number"},
}
"""The types of rows that begin a chapter at a level, and what each says of it."""

EMPTY = '""'
"""How an empty cell at the end of a table's header is written, so that the column is not lost."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One row of prose. `cells` are the texts, more than one in a table; `depth` counts from 1."""

    type: str
    depth: int | None
    cells: tuple[str, ...]


def pieces_of(prose: list[Any]) -> Iterator[Piece]:
    """The rows of plain prose (texts and passages)."""
    for passage in prose:
        yield from _passage(passage, PARAGRAPH, 1)


def _passage(passage: Any, type: str, depth: int) -> Iterator[Piece]:
    if not isinstance(passage, dict):
        yield Piece(type, depth, (passage or "",))
        return
    yield Piece(type, depth, (passage.get("text") or "",))
    for entry_type, name in _ENTRIES.items():
        for entry in passage.get(name) or ():
            yield from _passage(entry, entry_type, depth + 1)
    if table := passage.get("table"):
        yield Piece(TABLE_HEADER, depth + 1, _mark_empty_end(tuple(cell or "" for cell in table["header"])))
        for row in table.get("subheaders") or ():
            yield Piece(TABLE_HEADER, depth + 1, tuple(cell or "" for cell in row))
        if table.get("widths"):
            yield Piece(TABLE_WIDTHS, depth + 1, tuple(table["widths"]))
        for row in table["rows"]:
            yield Piece(TABLE_ROW, depth + 1, tuple(cell or "" for cell in row))
    if picture := passage.get("picture"):
        yield Piece(PICTURE, depth + 1, tuple(picture.get(name) or "" for name in OF_PICTURE))


def _mark_empty_end(header: tuple[str, ...]) -> tuple[str, ...]:
    return (*header[:-1], EMPTY) if header and not header[-1] else header


def chapter_pieces(chapters: list[Any]) -> Iterator[Piece]:
    """The rows of plain chapters: of each its title, with its level as depth and its name in the contents,
    and its prose.
    """
    for chapter in chapters:
        title, contents = chapter.get("title") or "", chapter.get("contents") or ""
        depth = int(chapter["level"]) if str(chapter.get("level") or "").isdecimal() else None
        yield Piece(_heading_type(chapter), depth, (title, contents) if contents else (title,))
        yield from pieces_of(chapter.get("prose") or [])


def _heading_type(chapter: dict[str, Any]) -> str:
    """The type of row that says of a chapter what its data do."""
    said = {
        name: str(chapter[name])
        for name, usual in (("heading", "above"), ("numbered", "true"))
        if chapter.get(name) not in (None, usual)
    }
    return next((type for type, says in HEADINGS.items() if says == said), CHAPTER)


class MisplacedPiece(ValueError):
    """A row of prose that fits nowhere; `why` is one of the reasons below."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


TOO_DEEP, NO_PARAGRAPH, NO_TABLE, SECOND_TABLE, SECOND_PICTURE, WRONG_ORDER, NO_CHAPTER = (
    "too-deep", "no-paragraph", "no-table", "second-table", "second-picture", "wrong-order", "no-chapter",
)  # fmt: skip


@dataclass(slots=True)
class ProseReader:
    """Puts the rows of one field of prose together, in their order."""

    passages: list[Any] = field(default_factory=list)
    _open: list[dict[str, Any]] = field(default_factory=list)
    _paths: list[tuple[str | int, ...]] = field(default_factory=list)

    def add(self, piece: Piece) -> tuple[str | int, ...]:
        """Adds a row; returns the path of what it became. Raises `MisplacedPiece`."""
        if piece.type == PARAGRAPH:
            return self._enter((), self.passages, {"text": piece.cells[0]}, 1)
        depth = piece.depth or 2
        if not self._open:
            raise MisplacedPiece(NO_PARAGRAPH)
        if not 2 <= depth <= len(self._open) + 1:
            raise MisplacedPiece(TOO_DEEP)
        parent, path = self._open[depth - 2], self._paths[depth - 2]
        if piece.type == PICTURE:
            return _add_picture(parent, path, piece)
        if piece.type in OF_TABLE:
            return self._add_to_table(parent, path, piece)
        name = _ENTRIES[piece.type]
        names = list(_ENTRIES.values())
        if (
            "table" in parent
            or "picture" in parent
            or any(later in parent for later in names[names.index(name) + 1 :])
        ):
            raise MisplacedPiece(WRONG_ORDER)
        entries = parent.setdefault(name, [])
        return self._enter((*path, name), entries, {"text": piece.cells[0]}, depth)

    def _enter(
        self, path: tuple[str | int, ...], entries: list[Any], passage: dict[str, Any], depth: int
    ) -> tuple[str | int, ...]:
        here = (*path, len(entries))
        entries.append(passage)
        self._open[depth - 1 :] = [passage]
        self._paths[depth - 1 :] = [here]
        return here

    def _add_to_table(
        self, parent: dict[str, Any], path: tuple[str | int, ...], piece: Piece
    ) -> tuple[str | int, ...]:
        if "picture" in parent:
            raise MisplacedPiece(WRONG_ORDER)
        cells = [cell if cell != EMPTY else "" for cell in piece.cells]
        if piece.type == TABLE_HEADER:
            return self._add_to_head(parent, path, cells)
        if "table" not in parent:
            raise MisplacedPiece(NO_TABLE)
        table = parent["table"]
        if piece.type == TABLE_WIDTHS:
            table["widths"] = cells
            return (*path, "table", "widths")
        return (*path, "table", "rows", _add_row(table["rows"], cells, table))

    def _add_to_head(
        self, parent: dict[str, Any], path: tuple[str | int, ...], cells: list[str]
    ) -> tuple[str | int, ...]:
        """A row of the header: the first begins the table, those right below it are further ones."""
        if "table" not in parent:
            parent["table"] = {"header": cells, "rows": []}
            return (*path, "table", "header")
        table = parent["table"]
        if table["rows"]:
            raise MisplacedPiece(SECOND_TABLE)
        return (*path, "table", "subheaders", _add_row(table.setdefault("subheaders", []), cells, table))


def _add_picture(parent: dict[str, Any], path: tuple[str | int, ...], piece: Piece) -> tuple[str | int, ...]:
    if "picture" in parent:
        raise MisplacedPiece(SECOND_PICTURE)
    told = zip(OF_PICTURE, piece.cells, strict=False)
    parent["picture"] = {name: text for name, text in told if text}
    return (*path, "picture")


def _add_row(rows: list[Any], cells: list[str], table: dict[str, Any]) -> int:
    """Adds a row, empty cells at its end as many as the header has; returns its place."""
    rows.append(cells + [""] * (len(table["header"]) - len(cells)))
    return len(rows) - 1


def shorten_passage(passage: dict[str, Any]) -> Any:
    """A passage as an officer would write it in YAML: one that has only a text is that text."""
    shortened: dict[str, Any] = {}
    for name, value in passage.items():
        shortened[name] = [shorten_passage(entry) for entry in value] if name in _ENTRIES.values() else value
    if not shortened.get("text"):
        shortened.pop("text", None)
    return shortened.get("text", "") if shortened.keys() <= {"text"} else shortened
