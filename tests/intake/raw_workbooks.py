"""Workbooks written by hand, part by part: what programs write, and openpyxl does not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STYLES = '<cellXfs><xf numFmtId="0"/></cellXfs>'


def styles_of(*formats: int | str) -> str:
    """A style for each format, from 1 on: the number of a built-in one, or its code."""
    codes = {n: code for n, code in enumerate(formats, 164) if isinstance(code, str)}
    told = "".join(f'<numFmt numFmtId="{n}" formatCode="{code}"/>' for n, code in codes.items())
    numbers = [n if n in codes else code for n, code in enumerate(formats, 164)]
    bare = "".join(f'<xf numFmtId="{number}"/>' for number in (0, *numbers))
    return f"<numFmts>{told}</numFmts><cellXfs>{bare}</cellXfs>"


def parts_of(
    rows: str,
    *,
    behind: str = "",
    styles: str = STYLES,
    strings: str = "",
    properties: str = "",
) -> dict[str, str]:
    """The parts of a workbook of one sheet `แผ่น` whose data are `rows`."""

    def relation(id: str, kind: str, target: str) -> str:
        return f'<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{target}"/>'

    own = relation("r1", "worksheet", "worksheets/sheet1.xml") + relation("r2", "styles", "styles.xml")
    own += relation("r3", "sharedStrings", "sharedStrings.xml") if strings else ""
    relations = f'<Relationships xmlns="{_PACKAGE}/relationships">{{}}</Relationships>'
    sheet = f"<sheetData>{rows}</sheetData>{behind}"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": relations.format(relation("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><workbookPr {properties}/>'
        '<sheets><sheet name="แผ่น" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations.format(own),
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>',
    }
    return parts | ({"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>'} if strings else {})


def zipped(parts: dict[str, str], folder: Path, method: int = zipfile.ZIP_DEFLATED) -> Path:
    """The workbook as a file."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    (folder / "b.xlsx").write_bytes(written.getvalue())
    return folder / "b.xlsx"
