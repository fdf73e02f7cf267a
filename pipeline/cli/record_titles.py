"""What each record is called in Thai, for editors and `docs/input.md`: the title that its class says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.model.scales import SCALES

_OF_SCORING = {
    **{scale.__name__: scale.title for scale in SCALES.values()},
    "Baseline": "ผลงานปีก่อน",
    "Indicator": "ตัวชี้วัด",
    "Part": "ตัวชี้วัดย่อย",
    "Result": "ผลของตัวชี้วัด",
    "TableRow": "แถวของตารางเกณฑ์",
}
"""The records that figures are scored with, whose classes do not say it yet."""


def record_title(name: str, schema: Mapping[str, Any]) -> str:
    """The title of the record of that name, with its JSON Schema. Raises `KeyError` if it has none."""
    said = str(schema["title"])
    return said if said != name else _OF_SCORING[name]
