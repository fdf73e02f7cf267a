"""Headings, their anchors, and the contents filled with them."""

import pytest

from pipeline.diagnostics import TemplateError
from pipeline.document.contents import has_contents, headings, with_contents
from pipeline.document.markup import parse
from pipeline.document.sheets import check_styles
from pipeline.document.style import PageStyle, ParagraphStyle, StyleSheet
from pipeline.document.text import document_text
from pipeline.document.tree import Contents, Paragraph

SHEET = StyleSheet(
    name="t",
    pages={"portrait": PageStyle()},
    paragraphs={
        "body": ParagraphStyle(),
        "chapter": ParagraphStyle(outline=1),
        "part": ParagraphStyle(outline=2),
        **{f"contents-{level}": ParagraphStyle() for level in (1, 2)},
    },
    characters={},
    tables={},
)

BODY = """
<contents levels="2"/>
<p style="chapter"><marker>1.</marker>หลักการ</p>
<p style="body">เนื้อความ</p>
<group><p style="part">แผน</p></group>
<p style="chapter"></p>
<p style="body" entry="1.2 ระเบียบ ก.พ." level="2"><b>1.2 ระเบียบ</b> กำหนดให้รายงาน</p>
<p style="chapter">สรุป</p>
"""


def document(inner=BODY, digits="thai"):
    markup = f'<document kind="m" title="t" digits="{digits}"><section>{inner}</section></document>'
    return parse(markup, "m.xml.j2")


def test_headings_are_paragraphs_of_an_outline_level_or_with_an_entry_of_their_own():
    found = [(heading.level, heading.text) for heading in headings(document(), SHEET)]
    assert found == [(1, "๑. หลักการ"), (2, "แผน"), (2, "๑.๒ ระเบียบ ก.พ."), (1, "สรุป")]


@pytest.mark.parametrize(("digits", "page"), [("thai", "๑๒"), ("mixed", "๑๒"), ("arabic", "12")])
def test_an_entry_is_heading_and_page_in_the_papers_digits(digits, page):
    made = with_contents(document("<contents/><p style='chapter'>ก</p>", digits), SHEET, {1: 12})
    assert document_text(made) == (f"ก {page}", "ก")


def test_each_entry_leads_to_its_heading():
    made = with_contents(document(), SHEET, {})
    contents, *rest = made.sections[0].blocks
    anchored = [(p.anchor, p.style) for p in rest if isinstance(p, Paragraph) and p.anchor]
    assert [entry.target for entry in contents.entries] == [1, 2, 3, 4]
    assert anchored == [(1, "chapter"), (3, "body"), (4, "chapter")]
    assert rest[2].blocks[0].anchor == 2


def test_deeper_headings_are_left_out_but_keep_their_anchor():
    made = with_contents(document(BODY.replace('levels="2"', 'levels="1"')), SHEET, {})
    assert [entry.target for entry in made.sections[0].blocks[0].entries] == [1, 4]


def test_a_paper_says_whether_it_has_contents():
    assert has_contents(document("<group><contents/></group>"))
    assert not has_contents(document("<p style='chapter'>ก</p>"))


def test_contents_need_a_style_for_each_level():
    with pytest.raises(TemplateError) as refused:
        check_styles(document('<contents levels="4"/>'), SHEET, "m.xml.j2")
    assert [fault.message.en.split("'")[1] for fault in refused.value.diagnostics] == [
        "contents-3",
        "contents-4",
    ]


@pytest.mark.parametrize("levels", ["0", "10", "๓", "many"])
def test_a_level_is_one_to_nine(levels):
    with pytest.raises(TemplateError) as refused:
        document(f'<contents levels="{levels}"/>')
    assert [fault.code for fault in refused.value.diagnostics] == ["markup-value"]


def test_contents_without_levels_show_three():
    assert document("<contents/>").sections[0].blocks == (Contents(3),)
