"""Optimum fit, on words whose widths can be added in the head."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.thai.costs import NO_BREAK
from pipeline.typeset.linebreak import JUSTIFIED, RAGGED, line_ends
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


@given(st.lists(st.tuples(st.floats(1, 99), st.floats(0, 5), st.integers(0, 1000)), min_size=1, max_size=60))
def test_every_word_stands_once_and_no_line_is_wider_than_its_measure(parts):
    words = [word(width, penalty, space) for width, space, penalty in parts]
    ends = line_ends(words, 100, 120, JUSTIFIED)
    assert ends[-1] == len(words)
    assert ends == sorted(set(ends))
    for start, end in zip([0, *ends], ends, strict=False):
        natural = sum(w.width + w.space for w in words[start:end]) - words[end - 1].space
        assert natural <= (120 if start else 100) + 1e-5
