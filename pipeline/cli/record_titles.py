"""What each record is called in Thai, for editors and `docs/input.md`: the title that its class says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.model.scales import SCALES

_SCALES = {scale.__name__: scale.title for scale in SCALES.values()}
"""Scales say it as an attribute, which workbooks read too."""


def record_title(name: str, schema: Mapping[str, Any]) -> str:
    """The title of the record of that name, with its JSON Schema. Raises `KeyError` if it has none."""
    said = str(schema["title"])
    return said if said != name else _SCALES[name]
