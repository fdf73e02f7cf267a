"""Borders of cells as few straight lines: what neighbours share once, what goes on as one."""

from pipeline.typeset.borders import borders, sides

LEFT, RIGHT = (0.0, 0.0, 30.0, 20.0), (30.0, 0.0, 50.0, 20.0)


def ends(boxes: list[tuple[float, float, float, float]]) -> set[tuple[float, float, float, float]]:
    return {(rule.x0, rule.y0, rule.x1, rule.y1) for rule in borders(boxes, 0.5)}


def test_two_cells_side_by_side_share_a_border_and_have_one_line_above_and_below():
    across = {(0, 0, 50, 0), (0, 20, 50, 20)}
    assert ends([LEFT, RIGHT]) == across | {(0, 0, 0, 20), (30, 0, 30, 20), (50, 0, 50, 20)}


def test_no_line_goes_through_a_cell_that_spans_two_rows():
    """The cell on the left is 20 high, on its right stand two of 10 each."""
    drawn = ends([LEFT, (30.0, 0.0, 50.0, 10.0), (30.0, 10.0, 50.0, 20.0)])
    assert {line for line in drawn if line[1] == line[3] == 10} == {(30, 10, 50, 10)}
    assert (30, 0, 30, 20) in drawn


def test_a_line_does_not_leap_over_a_gap():
    assert {line for line in ends([LEFT, (40.0, 0.0, 50.0, 20.0)]) if line[1] == line[3] == 0} == {
        (0, 0, 30, 0),
        (40, 0, 50, 0),
    }


def test_a_frame_has_four_sides_or_none():
    assert len(sides(LEFT, 0.5)) == 4
    assert sides(LEFT, 0.0) == []
