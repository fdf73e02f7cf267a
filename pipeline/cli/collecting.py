"""Garbage collector settings: rare collections in a command that ends soon, the usual in one that stays."""

from __future__ import annotations

import atexit
import gc

SELDOM = 200_000
"""So many objects are made before the collector looks among them: a memo is fewer."""
_USUAL = gc.get_threshold()


def collect_seldom() -> None:
    """Nearly all that loading makes lives as long as the process, so that the collector would look through it
    in vain, as it comes and again at the end, when it goes anyway: a fifth of the time of one memo.
    """
    gc.set_threshold(SELDOM)
    atexit.register(gc.freeze)


def collect_as_usual() -> None:
    """For a command that stays open: its memory is not to grow by what a day's papers leave behind."""
    gc.set_threshold(*_USUAL)
