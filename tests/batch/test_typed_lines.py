"""Line ends and blank lines that a person typed stand in both files, from YAML and from workbooks."""

import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from pipeline.intake import read
from pipeline.kinds import SHIPPED
from pipeline.kinds.writing import workbook_of
from pipeline.papers.build import build, prepare

MEMO = """\
kind: memo
office: {name: สำนักงานทดสอบ, short: สทส.}
memo:
  agency: กองทดสอบ
  subject: ขอเชิญประชุม
  to: ผู้อำนวยการ
  proposer:
    person: {title: นาย, given: สมมติ, surname: ทดลอง}
    position: "ผู้อำนวยการกองทดสอบ\\nรักษาราชการแทน"
body:
  - |
    บรรทัดแรก
    {office} บรรทัดสอง

    หลังบรรทัดว่าง
  - text: รายการดังนี้
    numbered: ["ข้อหนึ่ง\\r\\nต่อข้อหนึ่ง", ข้อสอง]
    table:
      header: [รายการ, จำนวนเงิน]
      rows: [["ค่าวัสดุ\\nและครุภัณฑ์", "2,000\\n3,000"]]
"""
TOGETHER = [
    ["ผู้อำนวยการกองทดสอบ", "รักษาราชการแทน"],
    ["บรรทัดแรก", "สำนักงานทดสอบ บรรทัดสอง", "", "หลังบรรทัดว่าง"],
    ["ข้อหนึ่ง", "ต่อข้อหนึ่ง"],
    ["ค่าวัสดุ", "และครุภัณฑ์"],
    ["2,000", "3,000"],
]
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(params=["yaml", "xlsx"])
def files(request, tmp_path: Path) -> dict[str, bytes]:
    """The DOCX and the PDF of the memo, from a YAML file or a workbook that says the same."""
    path = tmp_path / "memo.yaml"
    path.write_text(MEMO, encoding="utf-8")
    if request.param == "xlsx":
        book = tmp_path / "memo.xlsx"
        book.write_bytes(workbook_of(SHIPPED.of("memo"), read(path).values))
        path = book
    prepared = prepare(path)
    return dict(build(prepared, prepared.papers[0]).files)


def lines_of(paragraph: etree._Element) -> list[str]:
    said = "".join(
        "\n" if part.tag == f"{_W}br" else (part.text or "") for part in paragraph.iter(f"{_W}t", f"{_W}br")
    )
    return said.translate(str.maketrans("๐๑๒๓", "0123")).replace("\xa0", " ").split("\n")


def test_each_line_is_a_line(files: dict[str, bytes]) -> None:
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(files["docx"])).read("word/document.xml"))
    said = [lines_of(paragraph) for paragraph in body.iter(f"{_W}p")]
    assert [lines for lines in said if len(lines) > 1] == [*TOGETHER[1:], TOGETHER[0]]
    settings = zipfile.ZipFile(io.BytesIO(files["docx"])).read("word/settings.xml")
    assert b"doNotExpandShiftReturn" in settings  # or Word stretches each line that ends so
    page = pypdfium2.PdfDocument(files["pdf"])[0].get_textpage()
    heights: dict[str, float] = {}
    for lines in TOGETHER:
        for line in filter(None, lines):
            found = page.search(line.translate(str.maketrans("0123", "๐๑๒๓"))).get_next()
            assert found is not None, line
            heights[line] = page.get_charbox(found[0])[1]
        drops = [heights[line] for line in lines if line]
        assert drops == sorted(drops, reverse=True)
        assert len(set(drops)) == len(drops)
    first, second, _, last = TOGETHER[1]
    assert heights[second] - heights[last] > 1.8 * (heights[first] - heights[second])
