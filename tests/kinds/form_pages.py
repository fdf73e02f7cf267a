"""The example of a kind that `kind.yaml` describes, changed by a test, and its pages in mm."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any, NamedTuple

import pytest

from pipeline.diagnostics import InputError
from pipeline.intake import Source
from pipeline.kinds import SHIPPED, kind_of
from pipeline.kinds.input_reader import read
from pipeline.papers.build import LaidOut, lay_out, prepare_source
from pipeline.papers.prepared import Prepared
from pipeline.resources import resource

MM = 72 / 25.4
"""Points in a millimetre."""
NEAR = 0.2
"""How near a place must be, mm."""

Change = Callable[[dict[str, Any]], object]


class Line(NamedTuple):
    """A line of text: page from 1; left and right edge and baseline in mm from the paper's upper left."""

    page: int
    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


class Laid(NamedTuple):
    """A paper on its pages, and its lines in reading order."""

    paper: LaidOut
    lines: tuple[Line, ...]

    def find(self, text: str) -> Line:
        """The first line that has the text."""
        return next(line for line in self.lines if text in line.text)

    def says(self, text: str) -> bool:
        """Whether the paper has the text, wherever its lines end."""
        return _squeezed(text) in _squeezed("".join(line.text for line in self.lines))


def example(kind: str, change: Change = lambda _: None) -> Source:
    """The data of `templates/KIND/start`, changed."""
    source = read(resource("templates", kind, "start"), SHIPPED)
    values = deepcopy(dict(source.values))
    change(values)
    return Source(source.name, values, source.places)


def prepared(kind: str, change: Change = lambda _: None) -> Prepared:
    return prepare_source(example(kind, change), kind, SHIPPED)


def laid(kind: str, change: Change = lambda _: None) -> Laid:
    """The only paper of the example."""
    ready = prepared(kind, change)
    (paper,) = ready.papers
    done = lay_out(ready, paper)
    return Laid(done, tuple(_lines(done)))


def signers(kind: str) -> list[str]:
    """The names of those who sign the example's only paper."""
    ready = prepared(kind)
    (paper,) = ready.papers
    return [name for name, _ in kind_of(ready.office_input).signing(ready.office_input, paper.id).signers]


def refused(kind: str, change: Change) -> list[str]:
    """What is said of data that are refused, in Thai."""
    with pytest.raises(InputError) as error:
        prepared(kind, change)
    return [fault.message.th for fault in error.value.diagnostics]


def asked(kind: str, change: Change = lambda _: None) -> list[str]:
    """What is asked about, in Thai."""
    return [doubt.what.th for doubt in prepared(kind, change).doubts]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _lines(done: LaidOut) -> list[Line]:
    found = []
    for number, page in enumerate(done.pages, 1):
        for paragraph in page.paragraphs:
            for baseline in dict.fromkeys(run.y for run in paragraph.runs):
                runs = [run for run in paragraph.runs if run.y == baseline and run.text.strip()]
                if runs:
                    found.append(_line(number, runs))
    return found


def _line(page: int, runs: list[Any]) -> Line:
    last = runs[-1]
    ink = len(last.glyphs) - next(n for n, glyph in enumerate(reversed(last.glyphs)) if glyph.text.strip())
    right = last.x + sum(glyph.advance for glyph in last.glyphs[:ink])
    text = "".join(run.text for run in runs)
    first = runs[0]
    return Line(page, text, first.x / MM, right / MM, first.y / MM, first.size, "bold" in first.face.lower())
