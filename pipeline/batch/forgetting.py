"""A worker forgets the texts of past documents now and then, so that its memory does not grow with the batch.

The program keeps what it worked out for a text (its words, its shapes, its lines), as a paper says most
things many times. What one unit alone says stays in these caches, too; they are bounded, but their bounds
are those of a long report.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from typing import Any

from pipeline.typeset.fonts import FACES, face

MANY = 1_000
"""A cache that may hold so many entries holds texts; those of fonts and style sheets are smaller."""


def forget_texts() -> None:
    """Empties every cache of texts. What is kept of fonts, templates and style sheets stays."""
    for cache in text_caches():
        cache.cache_clear()
    for name in FACES:
        face(name).forget()


def text_caches() -> Iterator[_lru_cache_wrapper[Any]]:
    """The large caches of all modules of the program that are loaded."""
    modules = [module for name, module in sys.modules.items() if name.startswith("pipeline.")]
    for module in modules:
        for value in vars(module).values():
            if isinstance(value, _lru_cache_wrapper) and (value.cache_parameters()["maxsize"] or 0) >= MANY:
                yield value
