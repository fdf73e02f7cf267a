"""The ids of the papers that all kinds make, for the help of commands: no reader of YAML is loaded for it."""

from __future__ import annotations

import re

from pipeline import kinds
from pipeline.resources import resource

_ID = re.compile(r"^- id: ([\w-]+)$", re.MULTILINE)
"""How an entry of `papers.yaml` begins."""


def paper_ids() -> tuple[str, ...]:
    """Each id once, by the order of the kinds and of their papers."""
    lists = (resource("templates", name, "papers.yaml").read_text("utf-8") for name in kinds.names())
    return tuple(dict.fromkeys(id for text in lists for id in _ID.findall(text)))
