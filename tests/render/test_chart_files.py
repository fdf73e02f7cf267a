"""Charts in both files: read in words, drawn alike, and as plain in grey as in an office's colours."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal

import pikepdf
import pypdfium2 as pdfium
import pytest
from lxml import etree
from PIL import Image
from test_pdf_verapdf import validated

from pipeline.document.charts import chart_text
from pipeline.document.lengths import pt
from pipeline.document.sheets import load_sheet
from pipeline.document.style import StyleSheet
from pipeline.document.tree import Bar, Chart, Document, Figure, Paragraph, Section, Text
from pipeline.render.docx import write_docx
from pipeline.render.pdf import write_pdf
from pipeline.typeset import typeset
from pipeline.typeset.charts import set_chart
from pipeline.typeset.items import Box, Rule
from pipeline.typeset.lines import ParagraphLayout

SHEET = load_sheet("report")
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
EMU_PER_INCH = 914_400
LEAST_RESOLUTION = 200
SCALE = 300 / 72
WHITE, PALE, DARK = 255, 230, 180
"""Of 255: paper, nearly paper, and what a copier prints as ink."""


def figure(text: str) -> Figure:
    return Figure(Decimal(text), text)


CHART = Chart(
    (
        Bar("มิติที่ ๑ กู้ <คู่> & “คำ”", figure("4"), figure("3"), figure("2"), Decimal(5)),
        Bar("มิติที่ ๒", None, figure("3"), None, Decimal(5)),
    ),
    "คะแนนของแต่ละมิติ",
    "รอบนี้",
    "เป้าหมาย",
    "รอบก่อน",
    "คะแนน",
)
SECOND = Chart((Bar("อื่น", figure("1")),), "แผนภูมิที่สอง", "ผล")
DOCUMENT = Document(
    "report", "แผนภูมิ", (Section((CHART, Paragraph((Text("คั่น"),), "body"), SECOND)),), author="สำนักงาน"
)


def coloured(**colours: str) -> StyleSheet:
    style = SHEET.charts["chart"].model_copy(update=colours)
    return SHEET.model_copy(update={"charts": {"chart": style}})


def pdf(sheet: StyleSheet = SHEET, **how: str) -> bytes:
    return write_pdf(typeset(DOCUMENT, sheet), DOCUMENT, sheet, **how)


def pictures(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = sorted(name for name in package.namelist() if name.startswith("word/media/"))
        return [package.read(name) for name in names]


def figures(data: bytes) -> list[pikepdf.Object]:
    with pikepdf.open(io.BytesIO(data)) as opened:
        waiting, found = [opened.Root.StructTreeRoot.K], []
        while waiting:
            element = waiting.pop()
            if isinstance(element, pikepdf.Array):
                waiting += reversed(list(element))
            elif isinstance(element, pikepdf.Dictionary):
                if element.get("/S") == "/Figure":
                    found.append((str(element.Alt), [float(side) for side in element.A.BBox]))
                elif "/K" in element:
                    waiting.append(element.K)
        return found


def test_in_the_pdf_each_chart_is_a_figure_that_says_its_figures():
    said = figures(pdf())
    assert [alt for alt, _ in said] == [chart_text(CHART), chart_text(SECOND)]
    for _, (left, bottom, right, top) in said:
        assert 0 < left < right
        assert 0 < bottom < top


def test_the_texts_of_a_chart_are_text_of_the_pdf():
    page = pdfium.PdfDocument(pdf())[0]
    text = " ".join(page.get_textpage().get_text_range().split())
    for said in ("กู้ <คู่> & “คำ”", "เป้าหมาย", "รอบก่อน", "(คะแนน)"):
        assert said in text


def test_in_the_docx_each_chart_is_a_picture_that_says_its_figures():
    data = write_docx(DOCUMENT, SHEET, ())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    said = [element.get("descr") for element in body.iter(f"{DRAWING}docPr")]
    assert said == [chart_text(CHART), chart_text(SECOND)]


def test_the_picture_is_sharp_enough_for_print_and_as_large_as_in_the_pdf():
    data = write_docx(DOCUMENT, SHEET, ())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    sizes = [(int(each.get("cx")), int(each.get("cy"))) for each in body.iter(f"{DRAWING}extent")]
    for (wide, high), png, (_, box) in zip(sizes, pictures(data), figures(pdf()), strict=True):
        with Image.open(io.BytesIO(png)) as picture:
            assert picture.width / (wide / EMU_PER_INCH) >= LEAST_RESOLUTION
            assert picture.width / picture.height == pytest.approx(wide / high, rel=0.01)
            assert picture.convert("L").getpixel((picture.width - 1, 0)) == 255
        assert wide / EMU_PER_INCH * 72 == pytest.approx(box[2] - box[0], abs=0.1)
        assert high / EMU_PER_INCH * 72 == pytest.approx(box[3] - box[1], abs=0.1)


def test_the_same_chart_is_the_same_bytes():
    assert write_docx(DOCUMENT, SHEET, ()) == write_docx(DOCUMENT, SHEET, ())
    assert pdf() == pdf()


@pytest.mark.parametrize(
    "colours",
    [
        {},
        {"value": "1F4E79", "last": "7F7F7F", "target": "C00000"},
        {"value": "949494", "last": "949494", "target": "949494", "axis": "949494"},
    ],
)
def test_in_grey_a_bar_is_full_the_last_round_hollow_and_the_target_a_line(colours):
    sheet = coloured(**colours)
    (png, _) = pictures(write_docx(DOCUMENT, sheet, ()))
    with Image.open(io.BytesIO(png)) as picture:
        grey = picture.convert("L")

    def shade(x: float, y: float) -> int:
        return grey.getpixel((round(x * SCALE), round(y * SCALE)))

    made = set_chart(CHART, ParagraphLayout(sheet), pt(sheet.pages["portrait"].measure))
    key, bar = (item for item in made.drawn if isinstance(item, Box) and item.width > 5)
    for full in (key, bar):
        assert shade(full.x + full.width / 8, full.y + full.height / 2) < DARK
    sides = [item for item in made.drawn if isinstance(item, Rule)][2:]
    for top, bottom, left, right in (sides[:4], sides[4:]):
        assert shade((top.x0 + top.x1) / 2, (top.y0 + bottom.y0) / 2) == WHITE
        assert min(shade(left.x0 + n / SCALE, (top.y0 + bottom.y0) / 2) for n in range(-2, 3)) < DARK
        assert min(shade(right.x0 + n / SCALE, (top.y0 + bottom.y0) / 2) for n in range(-2, 3)) < DARK
    middle = bar.y + bar.height / 2
    lines = [item for item in made.drawn if isinstance(item, Box) and item.width < 2]
    line = next(item for item in lines if item.y < middle < item.y + item.height)
    points = [shade(line.x + line.width / 2 + n / SCALE, middle) for n in range(-10, 11)]
    forms = "".join("#" if point < DARK else "." if point > PALE else "" for point in points)
    assert re.fullmatch(r"#+\.+#+\.+#+", forms)  # the bar, white, the line, white, the bar


@pytest.mark.interop
@pytest.mark.parametrize(("conformance", "profiles"), [("3a", "3a,ua1"), ("3b", "3b")])
def test_verapdf_finds_nothing_in_charts(tmp_path, conformance, profiles):
    file = tmp_path / "chart.pdf"
    file.write_bytes(pdf(coloured(value="1F4E79", target="C00000"), conformance=conformance))
    done = validated(profiles, file)
    assert done.stdout.splitlines()[-1] == f"{profiles}: 1 files, 0 failures", done.stdout + done.stderr
