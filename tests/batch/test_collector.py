"""The collector of cyclic garbage rests while papers are made, and only then."""

import gc

import pytest

from pipeline.papers.gc_pause import at_rest


def test_it_works_again_after_the_last_paper():
    with at_rest():
        with at_rest():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_a_paper_that_failed():
    with pytest.raises(ValueError, match="paper"), at_rest():
        raise ValueError("paper")
    assert gc.isenabled()


def test_a_program_that_switched_it_off_finds_it_off():
    gc.disable()
    try:
        with at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
