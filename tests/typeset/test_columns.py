"""Columns as wide as what they hold needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document.lengths import pt
from pipeline.document.tree import Cell, Document, Paragraph, Row, Section, Table, Text
from pipeline.typeset import fit_columns, typeset
from pipeline.typeset.column_widths import content_widths, widened


def table(*rows):
    made = (Row(tuple(Cell((Paragraph((Text(text),)),)) for text in row)) for row in rows)
    return Table(tuple(made), "two", by_content=True)


def test_a_column_of_long_text_is_wider_than_one_of_figures(sheet):
    figures, prose = content_widths(table(("๔๐", "หลักการเขียนหนังสือราชการ " * 5)), sheet)
    assert figures < prose / 3


def test_short_columns_share_the_width_by_what_they_hold(sheet):
    one, two = content_widths(table(("กกกก", "กกกก")), sheet)
    assert one == pytest.approx(two)


def test_no_word_is_cut_while_there_is_room(sheet):
    """The first column holds one word of about 5 cm beside prose of several lines."""
    long_word = "A" * 40
    document = Document("x", "x", (Section((table((long_word, "ข้อความยาว ๆ " * 40)),)),))
    page = typeset(fit_columns(document, sheet), sheet)[0]
    assert len({run.y for run in page.paragraphs[0].runs}) == 1


def test_the_document_is_left_alone_where_no_table_asks(sheet):
    document = Document("x", "x", (Section((Paragraph((Text("ก"),), "plain"),)),))
    assert fit_columns(document, sheet) == document


@given(st.lists(st.lists(st.text("กขค ab๑๒", max_size=40), min_size=3, max_size=3), min_size=1, max_size=6))
def test_the_columns_fill_the_width_and_none_vanishes(sheet, rows):
    widths = content_widths(table(*rows), sheet)
    assert sum(widths) == pytest.approx(pt(16))
    assert min(widths) > 0


def test_own_widths_give_way_to_the_widest_word(sheet):
    """Shares of 1 : 9 would cut a figure of about 2 cm; what they leave room for stays as it is."""
    rows = table(("1234.5678", "ข้อความยาว ๆ " * 20)).rows
    narrow = Table(rows, "two", (1.0, 9.0), by_content=True)
    even = Table(rows, "two", (1.0, 1.0), by_content=True)
    assert widened(narrow, sheet)[0] > pt(16) / 10
    assert sum(widened(narrow, sheet)) == pytest.approx(pt(16))
    assert widened(even, sheet) == pytest.approx((pt(8), pt(8)))
