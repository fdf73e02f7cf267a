"""Faults and doubts for programs: `saraban check --json`."""

from __future__ import annotations

from typing import Any

from pipeline.api import Doubt
from pipeline.cli.console import Console
from pipeline.diagnostics import Diagnostic, Location


def doubt_json(doubt: Doubt, console: Console) -> dict[str, Any]:
    """A doubt has the keys of a fault, and says besides that it is one and whether it is accepted."""
    return fault_json(doubt.as_fault(), console) | {
        "severity": "doubt",
        "quote": doubt.quote,
        "accepted": doubt.accepted or None,
    }


def fault_json(fault: Diagnostic, console: Console) -> dict[str, Any]:
    """A fault: its code, all its places, what is wrong, and the remedy."""
    return {
        "code": fault.code,
        **_place_json(fault.location or Location("")),
        "also": [_place_json(place) for place in fault.also],
        "what": console.text(fault.message),
        "remedy": console.text(fault.help),
    }


def _place_json(place: Location) -> dict[str, Any]:
    return {
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "sheet": place.sheet or None,
        "cell": place.cell or None,
    }
