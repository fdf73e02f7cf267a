"""Rows that split at a page's end, on lines 10 pt high."""

import pytest

from pipeline.typeset.lines import Line
from pipeline.typeset.rows import CellBox, CellLine, RowBlock, force_split, row_block, split


def cell(lines: int, row: int = 0, rowspan: int = 1, x: float = 0) -> CellBox:
    made = tuple(CellLine(0, Line(10, 8, ()), 0.0) for _ in range(lines))
    return CellBox(x, 50, row, rowspan, made, x + 2, 1.0, 1.0)


def counts(block: RowBlock) -> list[int]:
    return [len(box.lines) for box in block.cells]


def test_a_row_is_as_high_as_its_highest_cell_with_padding():
    assert row_block((cell(2), cell(5)), 1, 0.5).heights == (52.0,)


def test_a_spanning_cell_widens_the_last_row_it_spans():
    assert row_block((cell(2), cell(2, row=1), cell(10, rowspan=2)), 2, 0.5).heights == (22.0, 80.0)


def test_a_row_splits_where_room_ends_and_closes_on_both_sides():
    upper, lower = split(row_block((cell(8),), 1, 0.5), 47)
    assert (counts(upper), counts(lower)) == ([4], [4])
    assert upper.height == 42.0


def test_two_lines_at_least_stand_on_both_sides():
    upper, lower = split(row_block((cell(6),), 1, 0.5), 55)
    assert (counts(upper), counts(lower)) == ([4], [2])
    assert split(row_block((cell(6),), 1, 0.5), 15) is None
    assert split(row_block((cell(3),), 1, 0.5), 25) is None


def test_a_short_cell_beside_a_long_one_stays_whole_above():
    upper, lower = split(row_block((cell(3), cell(20)), 1, 0.5), 102)
    assert (counts(upper), counts(lower)) == ([3, 10], [0, 10])


def test_a_spanning_cell_goes_on_below_with_the_rows_that_are_left():
    block = row_block((cell(10), cell(10, row=1), cell(19, rowspan=2)), 2, 0.5)
    upper, lower = split(block, 104)
    assert upper.cells[0].rowspan == 1
    assert sum(counts(upper)) + sum(counts(lower)) == 39


@pytest.mark.parametrize("room", [12, 25, 33, 71, 95])
def test_a_cell_higher_than_a_page_is_cut_between_any_lines(room):
    upper, lower = force_split(row_block((cell(30),), 1, 0.5), room)
    assert upper.height <= room
    assert sum(counts(upper)) + sum(counts(lower)) == 30


def test_no_line_is_lost_however_often_a_block_is_split():
    block, lines = row_block((cell(50), cell(7), cell(23)), 1, 0.5), []
    while block.height > 60:
        upper, block = split(block, 60) or force_split(block, 60)
        lines.append(sum(counts(upper)))
    assert sum(lines) + sum(counts(block)) == 80


def paragraphs(*lengths: int) -> CellBox:
    """A cell with paragraphs of so many lines each."""
    made = tuple(
        CellLine(source, Line(10, 8, ()), 0.0) for source, count in enumerate(lengths) for _ in range(count)
    )
    return CellBox(0, 50, 0, 1, made, 2, 1.0, 1.0)


@pytest.mark.parametrize(
    ("lengths", "above"),
    [
        ((2, 2, 2, 2, 2), 4),  # room for five lines: the third paragraph goes over whole
        ((2, 4, 4), 4),  # the fifth line would leave one line of the second paragraph
        ((2, 6, 2), 5),  # three lines on either side: nothing to mend
        ((1, 3, 6), 4),  # the fifth line would be the only one of its paragraph
    ],
)
def test_no_paragraph_of_a_cell_leaves_one_line_on_either_side(lengths, above):
    upper, _ = split(row_block((paragraphs(*lengths),), 1, 0.5), 53)
    assert counts(upper) == [above]


def test_each_cell_keeps_its_own_paragraphs_together():
    threes, one_later = paragraphs(3, 3, 3, 3, 3), paragraphs(1, 3, 3, 3, 3)
    upper, lower = split(row_block((threes, one_later), 1, 0.5), 93)
    assert (counts(upper), counts(lower)) == ([9, 7], [6, 6])


def test_a_cell_of_three_lines_is_not_emptied_for_its_paragraphs():
    upper, _ = split(row_block((paragraphs(2, 3), paragraphs(10)), 1, 0.5), 43)
    assert counts(upper) == [2, 4]


def test_what_follows_a_cut_between_spanned_rows_begins_with_the_next_row():
    block = row_block((cell(1, rowspan=2), cell(2), cell(4, row=1)), 2, 0.5)
    upper, lower = split(block, 30)
    assert (counts(upper), counts(lower)) == ([1, 2], [0, 4])
    assert lower.heights == (42.0,)
    assert lower.cells[0].rowspan == 1
