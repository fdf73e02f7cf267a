"""Style sheets: what extends what, and what an office may change."""

import pytest

from pipeline import kinds
from pipeline.diagnostics import TemplateError
from pipeline.document.sheets import check_styles, load_sheet
from pipeline.document.tree import Document, Paragraph, Section, Text
from pipeline.kinds import SHIPPED

SHEETS = sorted({paper.style for kind in kinds.names() for paper in SHIPPED.of(kind).papers})


FORMS = {"appraisal"}
"""Printed forms of tables, to which the circular on typing letters does not speak: margins of their own."""


@pytest.mark.parametrize("name", [name for name in SHEETS if name not in FORMS])
def test_each_shipped_sheet_loads_with_the_fixed_figures_of_the_circular(name):
    """Left 3 cm and right 2 cm on portrait paper, body 16 pt on 21 pt lines (domain.md §1.2)."""
    sheet = load_sheet(name)
    assert (sheet.paragraphs["body"].size, sheet.paragraphs["body"].leading) == (16, 21)
    for page in sheet.pages.values():
        if not page.landscape:
            assert (page.left, page.right) == (3, 2)


@pytest.mark.parametrize("name", SHEETS)
def test_no_table_is_wider_than_its_paper(name):
    sheet = load_sheet(name)
    widest = max(page.measure for page in sheet.pages.values())
    for key, table in sheet.tables.items():
        assert table.indent + table.width <= widest + 1e-6, key


@pytest.mark.parametrize("name", SHEETS)
def test_every_style_that_a_style_names_exists(name):
    sheet = load_sheet(name)
    for table in sheet.tables.values():
        named = {table.header, table.band, table.total, *(column.style for column in table.columns)}
        assert named <= set(sheet.paragraphs)
    for page in sheet.pages.values():
        assert page.number is None or page.number.style in sheet.paragraphs
    for style in sheet.paragraphs.values():
        assert not style.marker_style or style.marker_style in sheet.characters


def office(tmp_path, text, name="memo"):
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_an_office_changes_only_what_it_says(tmp_path):
    sheet = load_sheet("memo", office(tmp_path, "extends: base\nparagraphs: {body: {first_line: 2}}\n"))
    assert sheet.paragraphs["body"].first_line == 2
    assert sheet.paragraphs["body"].size == 16


def test_a_paragraph_style_takes_from_its_base_and_says_its_own(tmp_path):
    text = "extends: base\nparagraphs: {quote: {base: body, indent: 3}, small: {base: quote, size: 14}}\n"
    small = load_sheet("memo", office(tmp_path, text)).paragraphs["small"]
    assert (small.size, small.indent, small.align) == (14, 3, "justify")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("extends: base\nparagraphs: {body: {colour: red}}", "sheet-value"),
        ("extends: base\nparagraphs: {body: {size: สิบหก}}", "sheet-value"),
        ("extends: nowhere", "no-sheet"),
        ("extends: memo", "style-circle"),
        ("extends: base\nparagraphs: {a: {base: b}, b: {base: a}}", "style-circle"),
        ("extends: base\nparagraphs: {a: {base: nothing}}", "no-style"),
        ("paragraphs: {a: [", "sheet-syntax"),
    ],
)
def test_a_sheet_that_is_wrong_says_what_and_where(tmp_path, text, code):
    with pytest.raises(TemplateError) as refused:
        load_sheet("memo", office(tmp_path, text))
    fault = refused.value.diagnostics[0]
    assert fault.code == code
    assert fault.location.file.startswith("styles/")


def test_a_style_that_the_sheet_lacks_is_named_with_its_template():
    document = Document("memo", "t", (Section((Paragraph((Text("ก", "glitter"),), "fancy"),), "papyrus"),))
    with pytest.raises(TemplateError) as refused:
        check_styles(document, load_sheet("memo"), "memo.xml.j2")
    said = " ".join(fault.message.en for fault in refused.value.diagnostics)
    assert all(name in said for name in ("fancy", "glitter", "papyrus"))
