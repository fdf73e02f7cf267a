"""Pictures that a page may carry, by name: files in `templates/assets/`."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.resources import resource

_VIEW_BOX = re.compile(r'viewBox="([\d.+-]+)[ ,]+([\d.+-]+)[ ,]+([\d.+-]+)[ ,]+([\d.+-]+)"')


@lru_cache(maxsize=16)
def aspect_ratio(name: str) -> float:
    """Width over height of the picture `name` (an SVG with a viewBox)."""
    found = _VIEW_BOX.search(resource("templates", "assets", f"{name}.svg").read_text(encoding="utf-8"))
    if not found:
        raise ValueError(f"{name}.svg has no viewBox")
    return float(found[3]) / float(found[4])
