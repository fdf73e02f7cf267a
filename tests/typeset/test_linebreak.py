"""Optimum fit, on words whose widths can be added in the head."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.thai.costs import CLINGING, LAST_RESORT, NO_BREAK, OFFICIAL, RELUCTANT
from pipeline.typeset.linebreak import JUSTIFIED, RAGGED, Tolerance, line_ends
from pipeline.typeset.words import Word


def word(width: float, penalty: int = 0, space: float = 0.0) -> Word:
    return Word("ก", (), (), width, space, penalty)


def test_words_that_fit_stand_on_one_line():
    assert line_ends([word(30), word(30), word(40)], 100, 100, RAGGED) == [3]


def test_the_space_at_a_line_end_hangs_and_takes_no_room():
    assert line_ends([word(50, space=20), word(30, space=99)], 100, 100, RAGGED) == [2]


def test_the_first_line_may_be_shorter():
    assert line_ends([word(40), word(40), word(40)], 50, 100, RAGGED) == [1, 3]


def test_a_costly_place_is_passed_over_for_a_cheaper_one_before_it():
    words = [word(60), word(30, penalty=600), word(60), word(40)]
    assert line_ends(words, 100, 100, RAGGED) == [1, 3, 4]


def test_the_whole_paragraph_is_weighed_not_line_by_line():
    """Filling the first line (50+45) leaves the second line half empty; 50 | 45+40 is better."""
    words = [word(50), word(45), word(40), word(98), word(10)]
    ends = line_ends(words, 100, 100, JUSTIFIED)
    assert ends[0] == 1


def test_glue_yields_only_where_nothing_else_fits():
    glued = [word(60), word(60, penalty=NO_BREAK), word(60), word(60)]
    assert line_ends(glued, 130, 130, RAGGED) != [2, 4], "glue broken though another place was free"
    assert line_ends([word(60, penalty=NO_BREAK), word(60)], 100, 100, RAGGED) == [1, 2]


def ends_early(short: float, penalty: int, tolerance: Tolerance, measure: float = 100) -> bool:
    """Whether the first of two lines stands `short` pt short rather than end at the costly place."""
    words = [word(measure - short), word(short, penalty), word(1)]
    ends = line_ends(words, measure, measure, tolerance)
    assert ends in ([1, 3], [2, 3])
    return ends == [1, 3]


@pytest.mark.parametrize(
    ("penalty", "tolerance", "stands", "ends"),
    [
        # A line s short of 100 costs (1 + 100 (s / t)^3)^2, t the part of 100 that is tolerated; an ordinary
        # place p^2. RAGGED, t = 25: 30 short 173.8^2 = 30 206, 31 short 191.7^2 = 36 735.
        (CLINGING, RAGGED, 30, 31),  # 180^2 = 32 400
        (173, RAGGED, 29, 30),  # 29 929; 30 short would be 172.8^2 = 29 860 without the 1 of each line
        # JUSTIFIED, t = 8
        (OFFICIAL - 1, JUSTIFIED, 13, 14),  # 499^2 = 249 001, between 430.1^2 and 536.9^2
        (OFFICIAL, JUSTIFIED, 24, 26),  # 500^2 x 30 = 7.5e6, between 2 701^2 and 3 434^2: a quarter empty
        (RELUCTANT - 1, JUSTIFIED, 25, 26),  # 599^2 x 30 = 1.08e7, between 3 053^2 and 3 434^2
        (RELUCTANT, JUSTIFIED, 45, 47),  # 600^2 x 1000 = 3.6e8, between 17 799^2 and 20 279^2: half empty
    ],
)
def test_white_and_a_costly_place_are_weighed_by_what_both_cost(penalty, tolerance, stands, ends):
    assert ends_early(stands, penalty, tolerance)
    assert not ends_early(ends, penalty, tolerance)


def test_a_last_resort_is_dearer_than_a_line_of_one_short_word():
    # 99 short of 100 is 12.375 times what is tolerated: 189 511^2 = 3.6e10; 700^2 x 1 000 000 = 4.9e11
    assert ends_early(99, LAST_RESORT, JUSTIFIED)


def test_what_is_tolerated_is_a_share_of_the_measure():
    assert ends_early(60, CLINGING, RAGGED, measure=200)
    assert not ends_early(62, CLINGING, RAGGED, measure=200)


def test_a_little_white_costs_something_too():
    # 10 short of 100, 0.4 of what is tolerated: (1 + 6.4)^2 = 54.8, more than 5^2 + 1
    assert not ends_early(10, 5, RAGGED)
    assert ends_early(10, 8, RAGGED)  # and less than 8^2 + 1 = 65


def test_the_last_line_may_be_short_for_nothing():
    assert line_ends([word(60), word(40), word(10)], 100, 100, RAGGED) == [2, 3]


def test_a_word_wider_than_its_line_has_one_of_its_own():
    assert line_ends([word(30), word(120), word(30)], 100, 100, RAGGED) == [1, 2, 3]


def test_what_is_wider_by_no_more_than_sums_are_off_fits():
    assert line_ends([word(50), word(50.0000005)], 100, 100, RAGGED) == [2]
    assert line_ends([word(50), word(50.01)], 100, 100, RAGGED) == [1, 2]


@given(st.lists(st.tuples(st.floats(1, 99), st.floats(0, 5), st.integers(0, 1000)), min_size=1, max_size=60))
def test_every_word_stands_once_and_no_line_is_wider_than_its_measure(parts):
    words = [word(width, penalty, space) for width, space, penalty in parts]
    ends = line_ends(words, 100, 120, JUSTIFIED)
    assert ends[-1] == len(words)
    assert ends == sorted(set(ends))
    for start, end in zip([0, *ends], ends, strict=False):
        natural = sum(w.width + w.space for w in words[start:end]) - words[end - 1].space
        assert natural <= (120 if start else 100) + 1e-5
