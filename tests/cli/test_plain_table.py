"""The table of `render` on a pipe is what rich would print, letter by letter."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from pipeline.cli import report
from pipeline.cli.console import Console
from pipeline.diagnostics import Lang
from pipeline.output.delivery import Change, Delivered

File = tuple[str, int, int, Change]
FILES: tuple[File, ...] = (
    ("ผล/บันทึก/memo.docx", 2, 169_612, "new"),
    ("ผล/บันทึก/memo.pdf", 2, 54_012, "changed"),
    ("out/[bold]ที่ทำการ :smile:.pdf", 124, 1_054_012, "unchanged"),
    ("out/日本.pdf", 1, 900, "new"),
)


def printed(
    monkeypatch: pytest.MonkeyPatch, lang: Lang, *, by_rich: bool, files: tuple[File, ...] = FILES
) -> str:
    output = io.StringIO()
    monkeypatch.setattr(sys, "stdout", output)
    with monkeypatch.context() as patched:
        if by_rich:
            patched.setattr(report, "plain_table", lambda *_: None)
        delivered = [Delivered(Path(path), size, change) for path, _, size, change in files]
        report.say_delivered(delivered, [pages for _, pages, _, _ in files], Console(lang))
    return output.getvalue()


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("columns", [None, "120", "52", "51", "50", "40", "20", "0", "no"])
def test_as_rich_prints_it(monkeypatch: pytest.MonkeyPatch, lang: Lang, columns: str | None) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    if columns:
        monkeypatch.setenv("COLUMNS", columns)
    plain = printed(monkeypatch, lang, by_rich=False)
    assert plain == printed(monkeypatch, lang, by_rich=True)


@pytest.mark.parametrize("path", ["x" * 48, "x" * 49, "x" * 50, "x" * 51, "x" * 52, "ก็" * 60, "a\tb", "a\nb"])
def test_where_it_just_fits_and_where_it_does_not(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    files: tuple[File, ...] = ((path, 2, 1000, "unchanged"),)
    assert printed(monkeypatch, "en", by_rich=False, files=files) == printed(
        monkeypatch, "en", by_rich=True, files=files
    )


def test_what_is_taken_for_a_terminal_is_left_to_rich(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[1m" in printed(monkeypatch, "th", by_rich=False)
