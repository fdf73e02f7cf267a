"""Marked copies of workbooks of other programs: what can be read can be marked, and keeps its values."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from pipeline.diagnostics import Diagnostic, Location, Message
from pipeline.intake.xlsx_reader import read_book
from pipeline.workbook.annotating import annotate
from pipeline.workbook.own_sheets import FINDINGS

FAULT = Diagnostic(
    "x", Message("ผิด", "wrong"), Message("แก้", "mend"), Location("b.xlsx", sheet="แผ่น", cell="B2")
)


def in_part(ending: str, old: str, new: str) -> Callable[[str, str], str]:
    return lambda name, content: re.sub(old, new, content) if name.endswith(ending) else content


def changed(folder: Path, change: Callable[[str, str], str]) -> Path:
    """A small workbook (0.8 as a percent in B2) with its parts changed; `x/y` becomes `x\\y` if asked for."""
    book = Workbook()
    book.active.title = "แผ่น"
    book.active["A1"], book.active["B2"], book.active["B3"] = "ก", 0.8, 45550
    book.active["B2"].number_format = "0%"
    written = io.BytesIO()
    book.save(written)
    path = folder / "b.xlsx"
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(change("name", name), change(name, old.read(name).decode()))
    return path


SHEET = "sheet1.xml"


@pytest.mark.parametrize(
    "change",
    [
        in_part("styles.xml", "<fill>.*?</fill>", "<fill/>"),
        in_part("styles.xml", "<xf ", '<xf odd="1" '),
        in_part("styles.xml", 'numFmtId="0"', 'numFmtId="71"'),
        in_part("core.xml", "<dcterms:created.*?</dcterms:created>", "<dcterms:created>x</dcterms:created>"),
        in_part(SHEET, '(<c r="A1")', r'\1 s=""'),
        in_part(SHEET, "</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:B3"/></mergeCells>'),
        in_part(SHEET, "</sheetData>", '</sheetData><mergeCells><mergeCell ref="D1:XFD9999"/></mergeCells>'),
        lambda name, content: content.replace("/", "\\") if name == "name" else content,
        lambda _, content: content.replace(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
    ],
    ids=["fill", "attribute", "thai date", "property", "style", "hiding", "endless", "backslash", "strict"],
)
def test_a_copy_is_marked_and_keeps_every_value(tmp_path: Path, change: Callable[[str, str], str]) -> None:
    path = changed(tmp_path, change)
    (sheet,) = read_book(path).sheets
    copy = tmp_path / "copy.xlsx"
    copy.write_bytes(annotate(path.read_bytes(), [FAULT], []).data)
    found = {one.name: one for one in read_book(copy).sheets}
    assert FINDINGS in found
    kept = found["แผ่น"].rows
    values = {
        (r, c): cell.text for r, row in sheet.rows.items() for c, cell in row.items() if not cell.shared
    }
    assert values
    assert {at: kept[at[0]][at[1]].text for at in values} == values
