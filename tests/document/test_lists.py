"""Which paragraphs are lists, and that counting them as Word does gives the markers of the tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document.lists import with_lists
from pipeline.document.style import ColumnStyle, PageStyle, ParagraphStyle, StyleSheet, TableStyle
from pipeline.document.tree import Cell, Document, ListItem, Paragraph, Row, Section, Table, Text

SHEET = StyleSheet(
    name="t",
    pages={"portrait": PageStyle()},
    paragraphs={
        "body": ParagraphStyle(),
        "one": ParagraphStyle(indent=1, first_line=-1, marker_width=1),
        "same": ParagraphStyle(indent=1, first_line=-1, marker_width=1, bold=True),
        "two": ParagraphStyle(indent=2, first_line=-1, marker_width=1),
        "three": ParagraphStyle(indent=3, first_line=-1, marker_width=1),
        "cell": ParagraphStyle(),
    },
    characters={},
    tables={"t": TableStyle(columns=(ColumnStyle(width=8), ColumnStyle(width=8)))},
)


def item(marker: str, style: str = "one") -> Paragraph:
    return Paragraph((Text("ข้อ"),), style, (Text(marker),))


def places(*blocks) -> list[ListItem | None]:
    made = with_lists(Document("m", "t", (Section(blocks),)), SHEET).document
    return [block.item for block in made.sections[0].blocks if isinstance(block, Paragraph)]


def test_numbers_from_one_up_are_a_list():
    assert places(item("๑)"), item("๒)"), item("๓)")) == [ListItem(1, 0)] * 3


def test_a_list_goes_on_after_other_text_and_in_another_style_at_the_same_place():
    body = Paragraph((Text("ก"),), "body")
    assert places(item("1."), body, item("2.", "same")) == [ListItem(1, 0), None, ListItem(1, 0)]


def test_a_list_that_begins_anew_is_another():
    assert (
        places(item("1."), item("2."), item("1."), item("2.")) == [ListItem(1, 0)] * 2 + [ListItem(2, 0)] * 2
    )


def test_levels_hang_below_one_another_and_quote_their_parents():
    made = places(
        item("๑)"),
        item("(๑)", "two"),
        item("(๒)", "two"),
        item("(๒.๑)", "three"),
        item("(๒.๒)", "three"),
        item("๒)"),
        item("(๑)", "two"),
    )
    assert [place.level for place in made] == [0, 1, 1, 2, 2, 0, 1]
    assert {place.list for place in made} == {1}


@pytest.mark.parametrize(
    "markers",
    [["๑)"], ["๓)", "๔)"], ["๑)", "๓)"], ["ก)", "ข)"], ["หมายเหตุ", "หมายเหตุ"], ["01", "02"], ["๑2)", "๑3)"]],
)
def test_what_does_not_count_from_one_up_stays_text(markers):
    assert places(*map(item, markers)) == [None] * len(markers)


def test_a_parents_number_that_is_not_there_stays_text():
    assert places(item("๑)"), item("๒)"), item("(๓.๑)", "two"))[2] is None


def test_bullets_of_a_look_are_one_list():
    first, second, third = places(item("-"), item("•"), item("-"))
    assert first == third != second


def test_numbers_of_a_tables_rows_stay_text_and_lists_of_its_cells_do_not_mix():
    rows = [Row((Cell((item(f"{n}."),)), Cell((item("1)"), item("2)"))))) for n in (1, 2)]
    made = with_lists(Document("m", "t", (Section((Table(tuple(rows), "t"),)),)), SHEET).document
    cells = [
        [one.item for one in cell.blocks] for row in made.sections[0].blocks[0].rows for cell in row.cells
    ]
    assert cells[0] == cells[2] == [None]
    assert cells[1][0] != cells[3][0]
    assert cells[1][0] == cells[1][1]


MARKERS = st.sampled_from(["1)", "2)", "3)", "(1)", "(2)", "(1.1)", "(1.2)", "(2.1)", "-", "ก."])


@given(st.lists(st.tuples(MARKERS, st.sampled_from(["one", "two", "three"])), max_size=12))
def test_counting_the_lists_gives_the_markers_of_the_tree(said):
    """Whatever stands where: a number is one more than the last of its level, or the first below another."""
    blocks = tuple(item(marker, style) for marker, style in said)
    made = with_lists(Document("m", "t", (Section(blocks),)), SHEET).document.sections[0].blocks
    counts: dict[int, list[int]] = {}
    for paragraph in made:
        marker = paragraph.marker[0].text
        if paragraph.item is None or not any(letter.isdigit() for letter in marker):
            continue
        levels = counts.setdefault(paragraph.item.list, [])
        del levels[paragraph.item.level + 1 :]
        if paragraph.item.level == len(levels):
            levels.append(0)
        levels[paragraph.item.level] += 1
        depth = marker.count(".") + 1
        assert marker.strip("()") == ".".join(map(str, levels[len(levels) - depth :]))
