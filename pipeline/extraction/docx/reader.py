"""A DOCX -> a `ExtractedDocument`: its blocks in reading order, each with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from pipeline.extraction.docx.graphics import graphics_of
from pipeline.extraction.docx.marks import marks_of
from pipeline.extraction.docx.names import RELATIONS, Element, W, child, local, switched_on, value
from pipeline.extraction.docx.numbering import Numbering
from pipeline.extraction.docx.package import Package, file_bytes
from pipeline.extraction.docx.refusals import refuse
from pipeline.extraction.docx.runs import DEEPEST, RunReader, is_prompt
from pipeline.extraction.docx.table_grid import grid_rows
from pipeline.extraction.docx.visibility import DocumentLooks, Placed
from pipeline.extraction.extracted import (
    ExtractedBlock,
    ExtractedCell,
    ExtractedDocument,
    ExtractedParagraph,
    ExtractedRow,
    ExtractedTable,
    Graphic,
    Part,
    TextLocation,
    Trace,
    VisibilityIssue,
)

_CONTAINERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})


MOST_PARAGRAPHS = 50_000
"""In its text and tables: a book of a thousand pages has fewer."""


def read_docx(file: Path | bytes, source: str = "", *, text_only: bool = False) -> ExtractedDocument:
    """Reads a DOCX, given by its path or its bytes; `source` names it where the path does not.

    `text_only`: what is seen of it, and how it is drawn, is not asked.
    Raises `InputError` for what is no DOCX, is locked, damaged, holds macros or is larger than any paper.
    """
    name = source or (str(file) if isinstance(file, Path) else "DOCX")
    package = Package(file if isinstance(file, bytes) else file_bytes(file), name)
    try:
        return _paper(package, text_only)
    except RecursionError:
        refuse("too-deep", name)


def _paper(package: Package, text_only: bool) -> ExtractedDocument:
    main = package.one_related("", "officeDocument")
    body = None if main is None else child(main[1], "body")
    if main is None or body is None:
        package.refuse()
    if sum(1 for _ in islice(body.iter(f"{{{W}}}p"), MOST_PARAGRAPHS + 1)) > MOST_PARAGRAPHS:
        refuse("too-large", package.source)
    parts = _Parts(package, main, text_only)
    blocks = parts.read("body", main[0], body)
    furniture = tuple(parts.furniture())
    properties = package.one_related("", "core-properties")
    said = {} if properties is None else {local(one): (one.text or "").strip() for one in properties[1]}
    return ExtractedDocument(
        package.source,
        blocks,
        furniture,
        title=said.get("title", ""),
        subject=said.get("subject", ""),
        author=said.get("creator", ""),
        traces={kind: many for kind, many in sorted(parts.traces.items()) if many},
        visibility=() if text_only else (*parts.visibility, *parts.looks.pages(body)),
        graphics=tuple(parts.graphics),
    )


class _Parts:
    """Reads the parts of one package, and keeps what is seen of them otherwise than it is read."""

    def __init__(self, package: Package, main: tuple[str, Element], text_only: bool) -> None:
        self._package, self._main, self._text_only = package, main, text_only
        others = {
            kind: found[1]
            for kind in ("styles", "numbering", "theme", "settings", "fontTable", "comments")
            if (found := package.one_related(main[0], kind))
        }
        self._settings, self._comments = others.get("settings"), others.get("comments")
        self._numbering = Numbering(others.get("styles"), others.get("numbering"))
        self.looks = DocumentLooks(
            others.get("styles"),
            others.get("theme"),
            self._settings,
            others.get("fontTable"),
            main[1],
        )
        self.traces: Counter[Trace] = Counter()
        self.visibility: list[VisibilityIssue] = []
        self.graphics: list[Graphic] = []

    def read(self, part: Part, name: str, root: Element, count: int = 0) -> tuple[ExtractedBlock, ...]:
        """The blocks below `root`, which stands in the part of the package called `name`."""
        reader = _PartReader(part, self.traces, self._numbering, count)
        blocks = reader.read(root)
        if self._text_only:
            return blocks
        self.visibility += self.looks.issues(reader.placed)
        self.visibility += marks_of(root, reader.place_of, self._comments)
        images = self._package.related_parts(name, "image")
        self.graphics += graphics_of(root, reader.place_of, lambda id: self._image(images.get(id)))
        return blocks

    def _image(self, name: str | None) -> bytes | None:
        return None if name is None else self._package.data(name)

    def furniture(self) -> Iterator[ExtractedBlock]:
        """The page headers and footers that a section shows, then the notes."""
        kinds: tuple[Part, ...] = ("header", "footer")
        for kind in kinds:
            targets = self._package.related_parts(self._main[0], kind)
            used = (one.get(f"{{{RELATIONS}}}id", "") for one in self._references(kind))
            for name in dict.fromkeys(targets[id] for id in used if id in targets):
                part = self._package.part(name)
                if part is not None:
                    yield from self.read(kind, name, part)
        for note_kind in ("footnote", "endnote"):
            yield from self._notes(note_kind)

    def _references(self, kind: str) -> Iterator[Element]:
        """The references to headers or footers that are shown, those of first and even pages if wanted."""
        even = switched_on(self._settings, "evenAndOddHeaders")
        for section in self._main[1].iter(f"{{{W}}}sectPr"):
            shown = {"default": True, "even": even, "first": switched_on(section, "titlePg")}
            for one in section.iterchildren(f"{{{W}}}{kind}Reference"):
                if shown.get(value(one, "type") or "default", True):
                    yield one

    def _notes(self, kind: str) -> Iterator[ExtractedBlock]:
        """The notes to which the text refers."""
        notes = self._package.one_related(self._main[0], f"{kind}s")
        if notes is None:
            return
        named = {value(one, "id") for one in self._main[1].iter(f"{{{W}}}{kind}Reference")}
        written = [one for one in notes[1] if local(one) == kind and value(one, "id") in named]
        for count, note in enumerate(written, 1):
            yield from self.read("note", notes[0], note, count)


class _PartReader:
    """Reads one part of the paper; counts its paragraphs, tables and boxes."""

    def __init__(self, part: Part, traces: Counter[Trace], numbering: Numbering, count: int = 0) -> None:
        self._runs = RunReader(traces)
        self._numbering = numbering
        self._start = TextLocation(part, count)
        self._tables = 0
        self._boxes = 0
        self._frame: tuple[str, ...] = ()
        self._in_frame = 0
        self.placed: list[Placed] = []
        self._places: dict[Element, TextLocation] = {}

    def place_of(self, element: Element) -> TextLocation:
        """Where an element stands: in its paragraph, or after the last one that was read before it."""
        for one in (element, *element.iterancestors()):
            if one in self._places:
                return self._places[one]
            if local(one) in ("tc", "tr", "tbl", "sdt"):
                below = (self._places[each] for each in one.iter(f"{{{W}}}p") if each in self._places)
                return next(below, self._start)
        return self._start

    def read(self, root: Element) -> tuple[ExtractedBlock, ...]:
        """All blocks below `root`."""
        return tuple(self._blocks(root, self._start, 0))

    def _blocks(self, root: Element, at: TextLocation, depth: int) -> Iterator[ExtractedBlock]:
        """The blocks of a body, cell, box or note that stands at `at`."""
        if depth > DEEPEST:
            raise RecursionError
        count = 0
        for element in _block_elements(root):
            if local(element) == "tbl":
                yield self._table(element, at, depth + 1)
                continue
            text, boxes = self._runs.text(element)
            marker = self._numbering.marker(element) if text.strip() else ""
            place = replace(at, paragraph=count)
            if text.strip() or marker:
                paragraph = self._paragraph(element, text, marker, count + 1, at)
                yield paragraph
                place = paragraph.place
                count += not _frame(element)
            self._note_place(element, place, marker)
            for box in boxes:
                self._boxes += 1
                yield from self._blocks(box, TextLocation("box", self._boxes), depth + 1)

    def _note_place(self, element: Element, place: TextLocation, marker: str) -> None:
        self._places[element] = place
        look = self._numbering.look(element) if marker else None
        self.placed.append(Placed(element, place, marker, look))

    def _paragraph(
        self, element: Element, text: str, marker: str, count: int, at: TextLocation
    ) -> ExtractedParagraph:
        """A paragraph; one that is framed (`w:framePr`) stands in a box with its like before it."""
        frame = _frame(element)
        if frame and frame == self._frame:
            self._in_frame += 1
        elif frame:
            self._boxes, self._in_frame = self._boxes + 1, 1
        self._frame = frame
        place = TextLocation("box", self._boxes, self._in_frame) if frame else replace(at, paragraph=count)
        style = value(child(element, "pPr", "pStyle"))
        return ExtractedParagraph(text, place, style, marker, self._numbering.outline_level(element))

    def _table(self, table: Element, at: TextLocation, depth: int) -> ExtractedTable:
        self._tables += 1
        place = TextLocation(at.part, at.number, table=self._tables)
        rows = []
        for row in grid_rows(table):
            cells = []
            for cell in row.cells:
                stands = replace(place, row=cell.row, column=cell.column)
                blocks = tuple(self._blocks(cell.element, stands, depth + 1))
                cells.append(ExtractedCell(blocks, stands, cell.colspan, cell.rowspan))
            rows.append(ExtractedRow(tuple(cells), replace(place, row=row.number), row.header))
        return ExtractedTable(tuple(rows), place)


def _frame(paragraph: Element) -> tuple[str, ...]:
    """What the paragraph says of the frame that it stands in; empty for one in the text itself."""
    frame = child(paragraph, "pPr", "framePr")
    return () if frame is None else tuple(str(item) for item in frame.items())


def _block_elements(root: Element) -> Iterator[Element]:
    """The paragraphs and tables below `root`, also those inside controls; a control's prompt is none."""
    waiting = list(root)[::-1]
    while waiting:
        one = waiting.pop()
        name = local(one)
        if name in ("p", "tbl"):
            yield one
        elif name == "AlternateContent":
            waiting += [choice for choice in one if local(choice) == "Choice"][:1]
        elif name in (*_CONTAINERS, "Choice") and not (name == "sdt" and is_prompt(one)):
            waiting += list(one)[::-1]
