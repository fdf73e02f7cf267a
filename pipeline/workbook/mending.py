"""Sanitizes an officer's workbook for openpyxl, without what makes it stop or never end.

Read is a workbook by `intake.xlsx_reader`, which passes over looks and properties; marked is it by openpyxl,
which reads them all and writes them anew. So what it cannot read is mended or left out before: properties,
names with other slashes, the strict vocabulary, merged areas without end, and, if all else fails, appearance.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from xml.sax.saxutils import quoteattr

from openpyxl import load_workbook

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.xlsx_formats import NumberFormats
from pipeline.intake.xlsx_parts import Package, folded_name, parts_of, workbook_part
from pipeline.intake.xlsx_sheet import Area, SheetWalk, Survey, area_of
from pipeline.intake.xlsx_walk import Budget

MAX_MERGED = 100_000
"""Cells that all merged areas of a sheet have together; openpyxl makes an object of each."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", _MAIN.encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?\bref="([^"]*)"[^>]*>(?:</(?:\w+:)?mergeCell>)?')
_NO_STYLE = re.compile(rb'(<(?:\w+:)?(?:c|row|col)\s[^>]*?)\ss(?:tyle)?=""')


def open_mended(book: bytes) -> Any:
    """The workbook as openpyxl has it, with the looks if they can be read.

    Raises `InputError` where openpyxl cannot read it in any way.
    """
    told = _read_values(book)
    for plain in (False, True):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                workbook = load_workbook(
                    io.BytesIO(_mend_workbook(book, told, plain=plain)), keep_links=False
                )
        except Exception:  # openpyxl lets whatever its parsers raise pass through
            continue
        if set(told.names) <= set(workbook.sheetnames):
            return workbook
    raise InputError([_not_marked()])


class _Told(NamedTuple):
    """What our own reading tells of a workbook: the names of its sheets, the number formats, and by each
    sheet's part the merged areas with values beneath, which openpyxl would drop.
    """

    names: list[str]
    formats: NumberFormats
    covering: dict[str, set[Area]]


def _read_values(book: bytes) -> _Told:
    budget = Budget(Location(""))
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        package = Package(archive)
        parts = parts_of(workbook_part(package, budget) or "", package, budget)
        formats = NumberFormats(budget)
        if parts.styles in package:
            package.walk(parts.styles, formats)
        covering = {}
        for sheet in parts.sheets:
            walk = SheetWalk(budget)
            package.walk(sheet.part, walk)
            covering[sheet.part] = set(_covering(walk.survey))
    return _Told([sheet.name for sheet in parts.sheets], formats, covering)


def _covering(survey: Survey) -> Iterator[Area]:
    columns: dict[int, list[int]] = {}
    for cell in survey.cells:
        columns.setdefault(cell.at.row, []).append(cell.at.column)
    for area in dict.fromkeys(survey.merged):
        for row in range(area.first.row, min(area.last.row, survey.last_row) + 1):
            inside = (n for n in columns.get(row, ()) if area.first.column <= n <= area.last.column)
            if any((row, n) != area.first for n in inside):
                yield area
                break


def _mend_workbook(book: bytes, told: _Told, *, plain: bool) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(written, "w") as new:
        for entry in old.infolist():
            fold_title = folded_name(entry.filename)
            if entry.is_dir() or fold_title.startswith("docprops/"):
                continue
            name = entry.filename.replace("\\", "/").removeprefix("/").removeprefix("./")
            new.writestr(name, _part(fold_title, old.read(entry), told, plain=plain))
    return written.getvalue()


def _part(name: str, part: bytes, told: _Told, *, plain: bool) -> bytes:
    if not name.endswith((".xml", ".rels")):
        return part
    for strict, usual in _STRICT:
        part = part.replace(strict, usual)
    if name in told.covering:
        return _NO_STYLE.sub(rb"\1", _with_few_areas(part, told.covering[name]))
    if name == "xl/styles.xml":
        return _plain_looks(told.formats) if plain else _with_formats(part, told.formats)
    return part


def _with_few_areas(part: bytes, covering: set[Area]) -> bytes:
    """The sheet without merged areas that stand twice, hide values or have no end."""
    seen: set[bytes] = set()
    room = MAX_MERGED

    def kept(found: re.Match[bytes]) -> bytes:
        nonlocal room
        try:
            area = area_of(found[1].decode())
        except ValueError:
            return b""
        first, last = area
        size = (last.row - first.row + 1) * (last.column - first.column + 1)
        if found[1] in seen or area in covering or size > room:
            return b""
        seen.add(found[1])
        room -= size
        return found[0]

    return _MERGED.sub(kept, part)


def _with_formats(part: bytes, formats: NumberFormats) -> bytes:
    """The looks, with the codes of the formats that openpyxl does not know by their number."""
    told = _elements(formats.unwritten.items()).encode()
    if not told:
        return part
    if b"</numFmts>" in part:
        return part.replace(b"</numFmts>", told + b"</numFmts>", 1)
    bare = re.sub(rb"<numFmts[^>]*/>", b"", part, count=1)
    return re.sub(
        rb"(<styleSheet[^>]*>)", rb"\1<numFmts>" + told.replace(b"\\", rb"\\") + b"</numFmts>", bare, count=1
    )


def _plain_looks(formats: NumberFormats) -> bytes:
    """Looks of nothing but the number formats, for as many styles as there were."""
    codes = formats.codes
    told = _elements([(str(n), code) for n, code in enumerate(codes, 164)])
    bare = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"'
    cells = "".join(bare.replace('"0"', f'"{n}"', 1) + ' xfId="0"/>' for n in range(164, 164 + len(codes)))
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts>{told}</numFmts><fonts><font/></fonts>'
        '<fills><fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        f"<borders><border/></borders><cellStyleXfs>{bare}/></cellStyleXfs>"
        f"<cellXfs>{cells or bare + '/>'}</cellXfs>"
        '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ).encode()


def _elements(codes: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<numFmt numFmtId="{n}" formatCode={quoteattr(code)}/>' for n, code in codes)


def _not_marked() -> Diagnostic:
    return diagnose("not-marked")
