"""A DOCX -> a `FinishedPaper`: its blocks in reading order, each with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.intake.docx.names import RELATIONS, Element, W, child, local, value
from pipeline.intake.docx.numbering import Numbering
from pipeline.intake.docx.package import Package, file_bytes
from pipeline.intake.docx.refusals import refuse
from pipeline.intake.docx.runs import DEEPEST, RunReader, is_prompt
from pipeline.intake.docx.tables import grid_rows
from pipeline.intake.finished import (
    FinishedBlock,
    FinishedCell,
    FinishedPaper,
    FinishedParagraph,
    FinishedRow,
    FinishedTable,
    PaperPlace,
    Part,
    Trace,
)

_CONTAINERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})


def read_docx(file: Path | bytes, source: str = "") -> FinishedPaper:
    """Reads a DOCX, given by its path or its bytes; `source` names it where the path does not.

    Raises `InputFaults` for what is no DOCX, is locked, damaged, holds macros or is larger than any paper.
    """
    name = source or (str(file) if isinstance(file, Path) else "DOCX")
    package = Package(file if isinstance(file, bytes) else file_bytes(file), name)
    try:
        return _paper(package)
    except RecursionError:
        refuse("too-deep", name)


def _paper(package: Package) -> FinishedPaper:
    main = package.one_related("", "officeDocument")
    body = None if main is None else child(main[1], "body")
    if main is None or body is None:
        package.refuse()
    styles, numbers = (package.one_related(main[0], kind) for kind in ("styles", "numbering"))
    numbering = Numbering(styles[1] if styles else None, numbers[1] if numbers else None)
    traces: Counter[Trace] = Counter()
    blocks = _PartReader("body", traces, numbering).read(body)
    properties = package.one_related("", "core-properties")
    said = {} if properties is None else {local(one): (one.text or "").strip() for one in properties[1]}
    return FinishedPaper(
        package.source,
        blocks,
        tuple(_furniture(package, main, traces, numbering)),
        title=said.get("title", ""),
        subject=said.get("subject", ""),
        author=said.get("creator", ""),
        traces={kind: many for kind, many in sorted(traces.items()) if many},
    )


def _furniture(
    package: Package, main: tuple[str, Element], traces: Counter[Trace], numbering: Numbering
) -> Iterator[FinishedBlock]:
    """The page headers and footers that a section uses, then the notes."""
    kinds: tuple[Part, ...] = ("header", "footer")
    for kind in kinds:
        targets = package.related(main[0], kind)
        used = (one.get(f"{{{RELATIONS}}}id", "") for one in main[1].iter(f"{{{W}}}{kind}Reference"))
        for name in dict.fromkeys(targets[id] for id in used if id in targets):
            part = package.part(name)
            if part is not None:
                yield from _PartReader(kind, traces, numbering).read(part)
    for note_kind in ("footnote", "endnote"):
        notes = package.one_related(main[0], f"{note_kind}s")
        written = (
            []
            if notes is None
            else [one for one in notes[1] if local(one) == note_kind and not value(one, "type")]
        )
        for count, note in enumerate(written, 1):
            yield from _PartReader("note", traces, numbering, count).read(note)


class _PartReader:
    """Reads one part of the paper; counts its paragraphs, tables and boxes."""

    def __init__(self, part: Part, traces: Counter[Trace], numbering: Numbering, count: int = 0) -> None:
        self._runs = RunReader(traces)
        self._numbering = numbering
        self._start = PaperPlace(part, count)
        self._tables = 0
        self._boxes = 0
        self._frame: tuple[str, ...] = ()
        self._in_frame = 0

    def read(self, root: Element) -> tuple[FinishedBlock, ...]:
        """All blocks below `root`."""
        return tuple(self._blocks(root, self._start, 0))

    def _blocks(self, root: Element, at: PaperPlace, depth: int) -> Iterator[FinishedBlock]:
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
            if text.strip() or marker:
                yield self._paragraph(element, text, marker, count + 1, at)
                count += not _frame(element)
            for box in boxes:
                self._boxes += 1
                yield from self._blocks(box, PaperPlace("box", self._boxes), depth + 1)

    def _paragraph(
        self, element: Element, text: str, marker: str, count: int, at: PaperPlace
    ) -> FinishedParagraph:
        """A paragraph; one that is framed (`w:framePr`) stands in a box with its like before it."""
        frame = _frame(element)
        if frame and frame == self._frame:
            self._in_frame += 1
        elif frame:
            self._boxes, self._in_frame = self._boxes + 1, 1
        self._frame = frame
        place = PaperPlace("box", self._boxes, self._in_frame) if frame else replace(at, paragraph=count)
        style = value(child(element, "pPr", "pStyle"))
        return FinishedParagraph(text, place, style, marker, self._numbering.outline_level(element))

    def _table(self, table: Element, at: PaperPlace, depth: int) -> FinishedTable:
        self._tables += 1
        place = PaperPlace(at.part, at.number, table=self._tables)
        rows = []
        for row in grid_rows(table):
            cells = []
            for cell in row.cells:
                stands = replace(place, row=cell.row, column=cell.column)
                blocks = tuple(self._blocks(cell.element, stands, depth + 1))
                cells.append(FinishedCell(blocks, stands, cell.colspan, cell.rowspan))
            rows.append(FinishedRow(tuple(cells), replace(place, row=row.number), row.header))
        return FinishedTable(tuple(rows), place)


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
