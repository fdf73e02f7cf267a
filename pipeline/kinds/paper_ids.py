"""The ids of the papers that all kinds of the program's own make, for the help of commands: no reader of
YAML is loaded for it.
"""

from __future__ import annotations

import re
from pathlib import Path

from pipeline import kinds
from pipeline.kinds.paper_lists import PAPERS
from pipeline.kinds.registry import KIND_FILE
from pipeline.resources import resource

_ID = re.compile(r"^ *- id: ([\w-]+)$", re.MULTILINE)
"""How an entry of `papers.yaml`, or of `papers` in a `kind.yaml`, begins."""


def paper_ids() -> tuple[str, ...]:
    """Each id once, by the order of the kinds and of their papers."""
    lists = (_list_of(resource("templates", name)).read_text("utf-8") for name in kinds.names())
    return tuple(dict.fromkeys(id for text in lists for id in _ID.findall(text)))


def _list_of(folder: Path) -> Path:
    own = folder / PAPERS
    return own if own.is_file() else folder / KIND_FILE
