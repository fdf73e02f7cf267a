"""A worker forgets the texts of past documents now and then, so that its memory does not grow with the batch.

The program keeps what it worked out for a text (its words, its shapes, its lines), as a paper says most
things many times. What one unit alone says stays in these caches, too; they are bounded, but their bounds
are those of a long report.

A program that is open all day forgets the looks of papers when their files were changed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import _lru_cache_wrapper
from typing import Any

from pipeline.typeset.fonts import FACES, face

MANY = 1_000
"""A cache that may hold so many entries holds texts; those of fonts and style sheets are smaller."""

_LOOKS = (
    "pipeline.batch.making",
    "pipeline.compose.environment",
    "pipeline.compose.papers",
    "pipeline.document.pictures",
    "pipeline.document.sheets",
    "pipeline.render.docx.pictures",
    "pipeline.render.pdf.images",
    "pipeline.render.pictures",
    "pipeline.render.raster",
    "pipeline.thai.lexicon",
    "pipeline.typeset.assets",
)
"""The modules that keep what they read of the folder `templates/`, and of an office's own."""


def forget_texts() -> None:
    """Empties every cache of texts. What is kept of fonts, templates and style sheets stays."""
    for cache in text_caches():
        cache.cache_clear()
    for name in FACES:
        face(name).forget()


def forget_looks() -> None:
    """Has templates, style sheets, pictures and the lexicon read anew."""
    for cache in _caches(_LOOKS):
        cache.cache_clear()


def text_caches() -> Iterator[_lru_cache_wrapper[Any]]:
    """The large caches of all modules of the program that are loaded."""
    modules = [name for name in sys.modules if name.startswith("pipeline.")]
    return (cache for cache in _caches(modules) if (cache.cache_parameters()["maxsize"] or 0) >= MANY)


def _caches(names: Iterable[str]) -> Iterator[_lru_cache_wrapper[Any]]:
    """The caches of those modules that are loaded."""
    for module in [sys.modules[name] for name in names if name in sys.modules]:
        for value in vars(module).values():
            if isinstance(value, _lru_cache_wrapper):
                yield value
