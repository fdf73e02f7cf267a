"""Word boundaries. The segmenter is thaibreak's and stands behind one function."""

from __future__ import annotations

from functools import lru_cache

import thaibreak


@lru_cache(maxsize=4_096)
def word_boundaries(text: str) -> tuple[int, ...]:
    """Where words and the stretches between them start, from 0 to `len(text)`."""
    return tuple(thaibreak.boundaries(text))
