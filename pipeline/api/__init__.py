"""saraban for programs: what the commands and the desk do, as functions (`docs/api.md`).

    load     an input of any kind -> its records, checked and scored
    check    an input -> all that is wrong or doubtful in it
    score    an input -> its scores
    build    an input -> its papers as trees and pages
    render   an input -> its papers as DOCX and PDF, in memory
    write    rendered papers -> files
    audit    anybody's finished papers, or data -> contradictions and slips
    verify   a paper that came back -> whether it still says what the data say

`render_options` makes the options of rendering. What refuses is a `SarabanError` with every fault as a
`Diagnostic`. What is kept between two calls (templates, fonts, shapes of words) changes no result, so that
calls may run side by side in threads.

A name is loaded with its module when it is first used: `from pipeline import api` takes a few milliseconds,
`saraban render` of a memo loads no audit, and `saraban --help` nothing of the stages
(`tests/cli/test_start.py`, `tests/api/test_light.py`).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from pipeline.diagnostics import (
    AuditError,
    Diagnostic,
    InputError,
    Location,
    MachineError,
    Message,
    OutputError,
    PageError,
    RequestError,
    SarabanError,
    TemplateError,
)

if TYPE_CHECKING:
    from pipeline.api.auditing import audit
    from pipeline.api.loading import check, load
    from pipeline.api.rendering import Rendered, build, render, write
    from pipeline.api.scoring import score
    from pipeline.api.verifying import verify
    from pipeline.audit.findings import Finding
    from pipeline.model.doubts import Doubt
    from pipeline.output.delivery import Delivered
    from pipeline.papers.build import Built, LaidOut
    from pipeline.papers.chosen_options import render_options
    from pipeline.papers.examining import Examined
    from pipeline.papers.options import RenderOptions
    from pipeline.papers.prepared import Prepared
    from pipeline.papers.scores import Scores
    from pipeline.verify.pdf import PdfVerification
    from pipeline.verify.verifying import Verification

_HOMES = {
    "pipeline.api.auditing": ("audit",),
    "pipeline.api.loading": ("check", "load"),
    "pipeline.api.rendering": ("Rendered", "build", "render", "write"),
    "pipeline.api.scoring": ("score",),
    "pipeline.api.verifying": ("verify",),
    "pipeline.audit.findings": ("Finding",),
    "pipeline.model.doubts": ("Doubt",),
    "pipeline.output.delivery": ("Delivered",),
    "pipeline.papers.build": ("Built", "LaidOut"),
    "pipeline.papers.chosen_options": ("render_options",),
    "pipeline.papers.examining": ("Examined",),
    "pipeline.papers.options": ("RenderOptions",),
    "pipeline.papers.prepared": ("Prepared",),
    "pipeline.papers.scores": ("Scores",),
    "pipeline.verify.pdf": ("PdfVerification",),
    "pipeline.verify.verifying": ("Verification",),
}
"""Where each name is that is loaded when it is first used: what the imports above say to type checkers."""

__all__ = [
    "AuditError",
    "Built",
    "Delivered",
    "Diagnostic",
    "Doubt",
    "Examined",
    "Finding",
    "InputError",
    "LaidOut",
    "Location",
    "MachineError",
    "Message",
    "OutputError",
    "PageError",
    "PdfVerification",
    "Prepared",
    "RenderOptions",
    "Rendered",
    "RequestError",
    "SarabanError",
    "Scores",
    "TemplateError",
    "Verification",
    "audit",
    "build",
    "check",
    "load",
    "render",
    "render_options",
    "score",
    "verify",
    "write",
]


def __getattr__(name: str) -> Any:
    """The name from its module, which is loaded now."""
    home = next((module for module, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(home), name)
