"""Clears the text caches of a worker now and then, so that its memory does not grow with the batch.

The program keeps what it worked out for a text (its words, its shapes, its lines), as a paper says most
things many times. What one unit alone says stays in these caches, too; they are bounded, but their bounds
are those of a long report.

A program that is open all day forgets the looks of papers when their files were changed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from typing import Any

from pipeline.typeset.fonts import FACES, face

MANY = 1_000
"""A cache that may hold so many entries holds texts; those of fonts and style sheets are smaller."""


def clear_text_caches() -> None:
    """Empties every cache of texts. What is kept of fonts, templates and style sheets stays."""
    for cache in text_caches():
        cache.cache_clear()
    for name in FACES:
        face(name).forget()


def clear_template_caches() -> None:
    """Has templates, style sheets, pictures and the lexicon read anew.

    Every cache is emptied, as nearly all hold what was read of them or was made with it.
    """
    for cache in _caches():
        cache.cache_clear()


def text_caches() -> Iterator[_lru_cache_wrapper[Any]]:
    """The large caches of all modules of the program that are loaded."""
    return (cache for cache in _caches() if (cache.cache_parameters()["maxsize"] or 0) >= MANY)


def _caches() -> Iterator[_lru_cache_wrapper[Any]]:
    """The caches of all modules of the program that are loaded."""
    for module in [module for name, module in list(sys.modules.items()) if name.startswith("pipeline.")]:
        for value in list(vars(module).values()):
            if issubclass(type(value), _lru_cache_wrapper):  # a stand-in does not say what it is
                yield value
