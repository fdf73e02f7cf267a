"""Markup -> tree: what a template may say, and what it is told when it says it wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from pipeline.diagnostics import TemplateError
from pipeline.document.markup import parse
from pipeline.document.text import document_text
from pipeline.document.tree import Cell, Field, Image, LineBreak, Paragraph, Tab, Table, Text


def doc(inner, digits="arabic"):
    markup = f'<document kind="memo" title="t" digits="{digits}"><section>{inner}</section></document>'
    return parse(markup, "memo.xml.j2")


def blocks(inner, digits="arabic"):
    return doc(inner, digits).sections[0].blocks


def faults(inner):
    with pytest.raises(TemplateError) as refused:
        doc(inner)
    return refused.value.diagnostics


def test_white_space_counts_as_one_space_and_none_at_the_ends():
    assert blocks('<p style="body">\n   ก\n   ข  </p>') == (Paragraph((Text("ก ข"),), "body"),)


def test_inlines_take_their_character_style_and_neighbours_join():
    (paragraph,) = blocks('<p style="body">ก<b>ข</b><t style="label">ค</t>ง<t>จ</t></p>')
    assert paragraph.content == (Text("ก"), Text("ข", "strong"), Text("ค", "label"), Text("งจ"))


def test_spaces_beside_a_tab_or_line_end_fall_away():
    (paragraph,) = blocks('<p style="f">ที่ <tab/> วันที่ <br/> ก</p>')
    assert paragraph.content == (Text("ที่"), Tab(), Text("วันที่"), LineBreak(), Text("ก"))


def test_typed_line_ends_and_blank_lines_end_lines():
    (paragraph,) = blocks('<p style="f">ก \u2028 <b>ข\u2028\u2028ค</b></p>')
    end = LineBreak()
    assert paragraph.content == (Text("ก"), end, Text("ข", "strong"), end, end, Text("ค", "strong"))
    (row,) = blocks('<table style="t"><row><cell>2,000\u20283,000</cell></row></table>')[0].rows
    assert row.cells[0].blocks[0].content == (Text("2,000"), end, Text("3,000"))


def test_where_a_line_goes_on_after_a_tab_a_typed_line_end_is_a_space():
    led, tabbed = blocks('<p style="f">ก\u2028ข<tab/></p><p style="f">ก\u2028ข<tab/>ค\u2028ง</p>')
    assert led.content == (Text("ก"), LineBreak(), Text("ข"), Tab())
    assert tabbed.content == (Text("ก ข"), Tab(), Text("ค ง"))


def test_markers_and_attributes_are_of_one_line():
    (paragraph,) = blocks('<p style="f" entry="ก\u2028ข"><marker>ก\u2028ข</marker>ค</p>')
    assert paragraph.marker == (Text("ก ข"),)
    assert paragraph.entry
    assert paragraph.entry.text == "ก ข"


def test_a_marker_is_kept_apart_from_the_text():
    (paragraph,) = blocks('<p style="item"><marker>1)</marker> ข้อความ</p>', "thai")
    assert paragraph.marker == (Text("๑)"),)
    assert paragraph.content == (Text("ข้อความ"),)


def test_digits_follow_the_policy_over_the_whole_paragraph_but_for_what_is_kept():
    (paragraph,) = blocks('<p style="b">PMQA <b>4.0</b> ปี 2563 <t digits="keep">2020</t></p>', "mixed")
    assert "".join(text.text for text in paragraph.content) == "PMQA 4.0 ปี ๒๕๖๓ 2020"


def test_data_can_never_become_structure():
    hostile = "<b>หนา</b> & </p><page-break/>"
    (paragraph,) = blocks(f'<p style="body">{escape(hostile)}</p>')
    assert paragraph.content == (Text(hostile),)


def test_a_cell_holds_inlines_or_paragraphs():
    (table,) = blocks(
        '<table style="t"><row><cell>ก<b>ข</b></cell><cell><p>ค</p><p style="x">ง</p></cell></row></table>'
    )
    first, second = table.rows[0].cells
    assert first == Cell((Paragraph((Text("ก"), Text("ข", "strong"))),))
    assert [p.style for p in second.blocks] == ["", "x"]


def test_row_kinds_and_spans():
    (table,) = blocks(
        '<table style="t">'
        '<header><cell rowspan="2">ก</cell><cell>ข</cell></header><header><cell>ค</cell></header>'
        '<band><cell colspan="2">ง</cell></band><row><cell>จ</cell><cell/></row>'
        "<total><cell>ฉ</cell><cell/></total></table>"
    )
    assert isinstance(table, Table)
    assert [row.kind for row in table.rows] == ["header", "header", "band", "body", "total"]
    assert (table.rows[0].cells[0].rowspan, table.rows[2].cells[0].colspan) == (2, 2)


def test_an_image_says_its_height_and_place():
    assert blocks('<image name="garuda" height="1.5" alt="ครุฑ" beside="yes"/>') == (
        Image("garuda", 1.5, "ครุฑ", "left", beside=True),
    )


@pytest.mark.parametrize(
    ("inner", "code"),
    [
        ("<para/>", "markup-element"),
        ('<p style="b" colour="red">ก</p>', "markup-attribute"),
        ('<p style="b"><b>ก<u>ข</u></b></p>', "markup-element"),
        ("<p>ก</p>", "markup-style"),
        ('<p style="">ก</p>', "markup-style"),
        ("<table><row><cell>ก</cell></row></table>", "markup-style"),
        ('<frame style=""><p style="b">ก</p></frame>', "markup-style"),
        ("ข้อความลอย", "markup-text"),
        ('<image name="g" height="สูง" alt="x"/>', "markup-value"),
        ('<table style="t"><row><cell colspan="0">ก</cell></row></table>', "markup-value"),
        ('<table style="t"><row><cell/><cell/></row><row><cell/></row></table>', "markup-columns"),
        ('<table style="t"><row><cell rowspan="3">ก</cell></row></table>', "markup-columns"),
        ('<table style="t"><row><cell/></row><header><cell/></header></table>', "markup-header"),
        ('<table style="t"><header><cell/></header><caption><cell/></caption></table>', "markup-header"),
        ('<table style="t"><caption><cell/></caption><caption><cell/></caption></table>', "markup-header"),
        ('<table style="t" widths="1 x"><row><cell/><cell/></row></table>', "markup-value"),
    ],
)
def test_what_is_wrong_is_named(inner, code):
    assert code in {fault.code for fault in faults(inner)}


def test_all_faults_come_together_with_template_and_line():
    found = faults('<x/>\n<p style="b">ก</p>\n<y/>')
    assert [(fault.location.file, fault.location.line) for fault in found] == [
        ("memo.xml.j2", 1),
        ("memo.xml.j2", 3),
    ]


def test_what_is_not_xml_names_its_line():
    (fault,) = faults('<p style="b">\n<b>ก</p>')
    assert fault.code == "markup-syntax"
    assert fault.location.line == 2


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=80))
def test_any_text_survives_escaping_and_parsing(text):
    wanted = " ".join(part for part in text.replace("\t", " ").split(" ") if part)
    (paragraph,) = (
        blocks(f'<p style="b">{escape(text)}</p>', "arabic") if text.strip(" ") else (Paragraph(()),)
    )
    said = "".join(inline.text for inline in paragraph.content)
    assert said == wanted.translate({0xE50 + n: str(n) for n in range(10)})


def test_a_field_marks_what_an_officer_fills_by_hand():
    (paragraph,) = blocks('<p style="f">ที่ <field name="n" title="ที่">อก 1</field> ลง <b>ก</b></p>')
    assert paragraph.content == (
        Text("ที่ "),
        Text("อก 1", field=Field("n", "ที่")),
        Text(" ลง "),
        Text("ก", "strong"),
    )


def test_an_empty_field_stays_and_adds_no_space():
    (paragraph,) = blocks('<p style="f">ที่ <field name="n" title="ที่"> </field><tab/></p>')
    assert paragraph.content == (Text("ที่"), Text("", field=Field("n", "ที่")), Tab())


def test_a_field_has_a_name_and_a_title():
    assert [fault.code for fault in faults('<p style="f"><field name="n">ก</field></p>')] == ["markup-field"]


def test_who_signs_above_a_name_is_told_apart_from_the_text():
    (paragraph,) = blocks('<p style="body"><sign role="maker" title="ลายมือชื่อ คนที่ 2"/>(ชื่อ)</p>', "thai")
    assert paragraph.signature == Field("maker", "ลายมือชื่อ คนที่ ๒")
    assert paragraph.content == (Text("(ชื่อ)"),)


@pytest.mark.parametrize(
    ("sign", "code"),
    [
        ('<sign title="ลายมือชื่อ"/>', "markup-sign"),
        ('<sign role="a.b" title="ลายมือชื่อ"/>', "markup-sign"),
        ('<sign role="maker"/>', "markup-sign"),
        ('<sign role="maker" title="ก" x="1"/>', "markup-attribute"),
        ('<sign role="twice" title="ก"/>', "markup-sign"),
    ],
)
def test_a_place_to_sign_has_a_role_of_its_own_and_a_title(sign, code):
    other = '<p style="body"><sign role="twice" title="ข"/>(ข)</p>'
    assert [fault.code for fault in faults(f'{other}<p style="body">{sign}(ก)</p>')] == [code]


def test_a_part_that_was_read_before_is_read_under_each_policy():
    said = '<p style="b">ปี 2563</p><table style="t"><row><cell>ข้อ 1</cell></row></table>'
    assert document_text(doc(said, "thai")) == ("ปี ๒๕๖๓", "ข้อ ๑")
    assert document_text(doc(said, "arabic")) == ("ปี 2563", "ข้อ 1")
    assert document_text(doc(said, "thai")) == ("ปี ๒๕๖๓", "ข้อ ๑")


def test_a_fault_is_told_by_its_line_each_time_and_the_same_text_may_be_right_elsewhere():
    in_cell, alone = "<p >ก</p>", '\n<p style="b">ข</p>\n'
    assert blocks(f'<table style="t"><row ><cell>{in_cell}</cell></row></table>{alone}')
    for _ in range(2):
        (fault,) = faults(f"{alone}{in_cell}")
        assert (fault.code, fault.location.line) == ("markup-style", 3)


@pytest.mark.parametrize(
    "inner",
    [
        '<p saraban-part="0">ก</p><p style="b">ข</p>',
        '<table style="t"><row saraban-part="0"/></table><p style="b">ข</p>',
        '<table style="t"><row><cell saraban-part="0"/></row></table>',
    ],
)
def test_no_template_can_name_a_part(inner):
    assert "markup-attribute" in {fault.code for fault in faults(inner)}


def test_bare_text_in_a_template_never_becomes_structure():
    (paragraph,) = blocks('<p style="b"><![CDATA[<row><cell>ก</cell></row>]]></p>')
    assert paragraph.content == (Text("<row><cell>ก</cell></row>"),)
    assert blocks('<!-- <p style="b">ก</p> --><p style="b">ข</p>') == (Paragraph((Text("ข"),), "b"),)


def test_a_paragraph_in_a_row_that_is_read_where_it_stands_is_one_of_a_cell():
    signed = '<sign role="maker" title="ลายมือชื่อ"/>'
    (table,) = blocks(
        f'<table style="t"><row><cell><p style="a" entry="ก">ก</p><p>{signed}ข</p></cell></row></table>'
    )
    first, second = table.rows[0].cells[0].blocks
    assert first == Paragraph((Text("ก"),), "a")
    assert second.signature == Field("maker", "ลายมือชื่อ")


@pytest.mark.parametrize(
    ("markup", "code", "line"),
    [
        ('<!DOCTYPE d [<!ENTITY x "y">]>\n<document kind="m" title="t">&x;</document>', "markup-doctype", 1),
        ('\n<!DOCTYPE d SYSTEM "file:///etc/passwd">\n<document kind="m" title="t"/>', "markup-doctype", 2),
        ('<document kind="m" title="t">\n<section>&x;</section></document>', "markup-syntax", 2),
        ('<document kind="m" title="\ud800"/>', "markup-syntax", 1),
        ('<document kind="m" title="\x00"/>', "markup-syntax", 1),
        ("<a>" * 1000 + "</a>" * 1000, "markup-syntax", 1),
    ],
)
def test_entities_and_letters_that_no_file_can_hold_are_refused(markup, code, line):
    with pytest.raises(TemplateError) as refused:
        parse(markup, "memo.xml.j2")
    (fault,) = refused.value.diagnostics
    assert fault.code == code
    assert fault.location.line == line


@pytest.mark.parametrize(
    "inner",
    [
        '<table style="t"><row><cell colspan="999999999">x</cell></row></table>',
        f'<table style="t"><row><cell rowspan="{"9" * 400}">x</cell></row></table>',
        f'<image name="garuda" height="{"9" * 400}" alt="x"/>',
        '<image name="garuda" height="99999" alt="x"/>',
        f'<table style="t" widths="{"9" * 400}"><row><cell>x</cell></row></table>',
        '<table style="t" widths="0.0000000001 9"><row><cell>x</cell><cell>x</cell></row></table>',
        '<table style="t"></table>',
        '<p xmlns="urn:x" style="body">x</p>',
        '<p xmlns:q="urn:x" q:style="z" style="body">x</p>',
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>',
        '<?php x ?><p style="body">x</p>',
        '<p style="body"><?php x ?></p>',
        '<p style="body"><t digits="all">1</t></p>',
    ],
)
def test_figures_out_of_bounds_and_elements_of_others_are_refused(inner):
    assert faults(inner)


@pytest.mark.parametrize("year", ["9" * 400, "999999999999", "2020"])
def test_a_fiscal_year_is_one_of_the_buddhist_era(year):
    with pytest.raises(TemplateError):
        parse(f'<document kind="m" title="t" fiscal-year="{year}"><section/></document>', "memo.xml.j2")


def test_a_document_without_a_section_is_refused():
    with pytest.raises(TemplateError):
        parse('<document kind="m" title="t"/>', "memo.xml.j2")
