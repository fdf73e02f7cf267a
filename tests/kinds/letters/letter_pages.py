"""Examples of a ready kind, changed where a test wants, and where their lines stand on the page, in cm."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

from pipeline.diagnostics import InputError
from pipeline.papers.build import LaidOut, lay_out, prepare
from pipeline.papers.prepared import Prepared
from pipeline.resources import resource
from pipeline.typeset.items import GlyphRun, Page, Picture

CM = 72 / 2.54


class Line(NamedTuple):
    """One line of one paragraph: its text, left and right edge and baseline in cm, and its page from 1."""

    text: str
    left: float
    right: float
    baseline: float
    page: int

    @property
    def middle(self) -> float:
        """Its middle, cm from the paper's left edge."""
        return (self.left + self.right) / 2


def example(kind: str) -> dict[str, Any]:
    """What the example of a kind says, as YAML reads it: figures and dates stay texts."""
    text = resource("templates", kind, "start", f"{kind}.yaml").read_text("utf-8")
    values: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return values


def prepared(folder: Path, kind: str, **changes: Any) -> Prepared:
    """The example with other values, checked. Raises `InputError`."""
    path = folder / f"{kind}.yaml"
    values = {name: value for name, value in {**example(kind), **changes}.items() if value is not None}
    path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), "utf-8")
    return prepare(path)


def laid(folder: Path, kind: str, **changes: Any) -> LaidOut:
    """Its paper on pages."""
    made = prepared(folder, kind, **changes)
    (paper,) = made.papers
    return lay_out(made, paper)


def faults(folder: Path, kind: str, **changes: Any) -> list[str]:
    """What is refused of the example with other values, in Thai."""
    try:
        prepared(folder, kind, **changes)
    except InputError as error:
        return [told.message.th for told in error.diagnostics]
    return []


def asked(folder: Path, kind: str, **changes: Any) -> list[str]:
    """What is asked about it, in Thai; nothing may be refused."""
    return [told.what.th for told in prepared(folder, kind, **changes).doubts]


def lines(pages: tuple[Page, ...]) -> list[Line]:
    """The lines of all pages in reading order."""
    return [line for number, page in enumerate(pages, 1) for line in _lines(page, number)]


def _lines(page: Page, number: int) -> list[Line]:
    found = []
    for part in page.paragraphs:
        for y in dict.fromkeys(round(run.y, 2) for run in part.runs):
            runs = [run for run in part.runs if round(run.y, 2) == y and run.text.strip()]
            if runs:
                text = "".join(run.text for run in part.runs if round(run.y, 2) == y).strip()
                right = max(_right(run) for run in runs)
                found.append(Line(text, min(run.x for run in runs) / CM, right / CM, y / CM, number))
    return found


def _right(run: GlyphRun) -> float:
    """Where the run ends, pt, without the space that a line end leaves."""
    trailing = len(run.text) - len(run.text.rstrip())
    return run.x + run.width - sum(glyph.advance for glyph in run.glyphs[len(run.glyphs) - trailing :])


def line(pages: tuple[Page, ...], begins: str) -> Line:
    """The one line that begins with these words."""
    (found,) = [each for each in lines(pages) if each.text.startswith(begins)]
    return found


def just(pages: tuple[Page, ...], text: str) -> Line:
    """The one line that says this and no more."""
    (found,) = [each for each in lines(pages) if each.text == text]
    return found


def garuda(pages: tuple[Page, ...]) -> Picture:
    """The emblem of the first page."""
    (found,) = [item for item in pages[0].drawn if isinstance(item, Picture)]
    return found
