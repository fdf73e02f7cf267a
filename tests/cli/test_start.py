"""What one memo from a cold start loads: work counted, not seconds (docs/performance.md)."""

from __future__ import annotations

import atexit
import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli.collecting import collect_as_usual, collect_seldom

MEMO = Path(__file__).parents[2] / "input" / "memo-example"

NOT_FOR_A_MEMO = {
    "rich.console": "the table of files on a pipe",
    "rich.table": "the table of files on a pipe",
    "pipeline.kinds.hr_scorecard.record": "plans",
    "pipeline.kinds.agreement.record": "agreements",
    "pipeline.model.agreement": "plans and agreements",
    "pipeline.model.indicators": "plans and agreements",
    "pipeline.model.plan": "plans and agreements",
    "pipeline.kinds.hr_scorecard.report": "plans",
    "pipeline.model.scales": "plans and agreements",
    "pipeline.kinds.hr_scorecard.checks": "plans",
    "pipeline.kinds.agreement.checks": "agreements",
    "pipeline.scoring.scorecard": "scores",
    "pipeline.scoring.cards": "scores",
    "pipeline.kinds.agreement.facts": "an agreement's facts",
    "pipeline.document.reference": "an office's Word file",
    "pipeline.extraction.docx.reader": "a finished paper",
    "pipeline.extraction.extracted": "a finished paper",
    "pipeline.audit": "the audit",
    "openpyxl": "workbooks",
    "pipeline.workbook.layout": "workbooks",
    "pipeline.model.schemes": "schemes of scoring",
    "fontTools.ttLib": "fonts cut by fontTools",
    "reportlab.pdfgen": "reportlab's canvas",
    "reportlab.graphics": "reportlab's drawings",
    "PIL.PngImagePlugin": "pictures of pixels",
    "asyncio": "a server",
    "http": "a server",
    "ssl": "a server",
    "starlette": "the desk",
}
"""Modules that a memo's start leaves alone, each with what it is for."""

_PROGRAM = """
import atexit, gc, sys
from pipeline.cli.main import main

def looks():
    return sum(generation["collections"] for generation in gc.get_stats())

def tell():
    print(looks() - before, gc.get_freeze_count() > 10_000, *sorted(sys.modules), file=sys.stderr)

atexit.register(tell)
before = looks()
main()
"""


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """How often the collector looked, whether it has nothing left to look at, and all modules loaded."""
    output = tmp_path_factory.mktemp("start")
    wide = os.environ | {"COLUMNS": "500"}
    command = [sys.executable, "-c", _PROGRAM, "render", str(MEMO), "-o", str(output)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=wide)
    assert (output / "memo-example" / "memo.pdf").exists()
    return done.stderr.split()


def test_a_start_loads_what_a_memo_needs(start: list[str]) -> None:
    assert {name: what for name, what in NOT_FOR_A_MEMO.items() if name in start[2:]} == {}


def test_the_collector_rests_from_the_start_to_the_end(start: list[str]) -> None:
    assert start[:2] == ["0", "True"]


def test_a_command_that_stays_open_collects_as_usual():
    before = gc.get_threshold()
    try:
        collect_seldom()
        assert gc.get_threshold()[0] > before[0]
        collect_as_usual()
        assert gc.get_threshold() == before
    finally:
        gc.set_threshold(*before)
        atexit.unregister(gc.freeze)
