"""A page's items as the operators of its content stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from pipeline.document.lengths import ZERO, Pt, total
from pipeline.render.pdf.fonts import EmbeddedFont, Fonts
from pipeline.render.pdf.marks import MarkedContent, NoMarkedContent
from pipeline.render.pdf.spacing import Same, space_glyphs
from pipeline.typeset.items import Box, GlyphRun, Leader, Page, Picture, PlacedChart, PlacedParagraph, Rule

DOT_STEP = 0.2
"""Distance between the dots of a leader, in em."""
DOT_SIZE = 0.055
"""Diameter of a leader's dot, in em."""
LINE_SIZE = 0.045
"""Thickness of a leader that is a line, in em."""
BEGIN_PARAGRAPH = "BT T*"
"""Begins a text object; `T*` goes to the page's foot, which shows nothing but tells a reader that
joins what stands on one height (cells of a row) that here a new paragraph begins."""

PictureName = Callable[[Picture], str]
"""Gives the resource name of a picture."""


def page_content(page: Page, fonts: Fonts, marks: MarkedContent | NoMarkedContent, named: PictureName) -> str:
    """The content stream of a page: fills, pictures, rules and leaders, then the text in reading order."""
    return "\n".join(_operators(page, fonts, marks, named))


def _operators(
    page: Page, fonts: Fonts, marks: MarkedContent | NoMarkedContent, named: PictureName
) -> Iterator[str]:
    marks.begin_page(page)
    high = page.height
    if fills := [_box(item, high) for item in page.drawn if isinstance(item, Box)]:
        yield marks.layout("\n".join(fills))
    for item in page.drawn:
        if isinstance(item, Picture):
            yield marks.picture(item, _picture(item, high, named))
        elif isinstance(item, PlacedChart):
            yield marks.picture(item, "\n".join(_chart(item, high, fonts)))
    lines = [*_rules((item for item in page.drawn if isinstance(item, Rule)), high)]
    lines += [_leader(leader, high) for part in page.paragraphs if part.leaders for leader in part.leaders]
    if lines:
        yield marks.layout("\n".join(lines))
    for part in page.paragraphs:
        if part.runs:
            yield from _paragraph(part, high, fonts, marks)


def _paragraph(
    part: PlacedParagraph, high: Pt, fonts: Fonts, marks: MarkedContent | NoMarkedContent
) -> list[str]:
    drawn: list[str] = []
    made = [BEGIN_PARAGRAPH]
    for marked in marks.paragraph(part):
        made.append(marked.begin)
        made += _runs(marked.runs, high, fonts, drawn)
        made.append(marked.end)
    made.append("ET")
    if drawn:
        mark = marks.again(part)
        made += (mark.begin, *drawn, mark.end)
    return made


def _box(box: Box, height: Pt) -> str:
    corner = f"{box.x:.2f} {height - box.y - box.height:.2f} {box.width:.2f} {box.height:.2f}"
    return f"q {_rgb(box.color)} rg {corner} re f Q"


def _rules(rules: Iterable[Rule], height: Pt) -> Iterator[str]:
    """Straight lines; those of one look that follow one another are one path."""
    for (color, thick), alike in groupby(rules, lambda rule: (rule.color, rule.width)):
        path = "\n".join(
            f"{rule.x0:.2f} {height - rule.y0:.2f} m {rule.x1:.2f} {height - rule.y1:.2f} l" for rule in alike
        )
        yield f"q {_rgb(color)} RG 2 J {_n(thick)} w\n{path}\nS Q"


def _leader(leader: Leader, height: Pt) -> str:
    """Round dots on a fixed grid, so that leaders below one another stand in columns; or one line."""
    if leader.look == "line":
        y = f"{height - leader.y:.2f}"
        return f"q {_n(LINE_SIZE * leader.size)} w {leader.x0:.2f} {y} m {leader.x1:.2f} {y} l S Q"
    step = DOT_STEP * leader.size
    first = -(-leader.x0 // step) * step + step
    last = leader.x1 - step / 2
    if last <= first:
        return ""
    ends = f"{first:.2f} {height - leader.y:.2f} m {last:.2f} {height - leader.y:.2f} l"
    return f"q 1 J {_n(DOT_SIZE * leader.size)} w [0 {_n(step)}] 0 d {ends} S Q"


def _picture(picture: Picture, height: Pt, named: PictureName) -> str:
    bottom = height - picture.y - picture.height
    matrix = f"{_n(picture.width)} 0 0 {_n(picture.height)} {_n(picture.x)} {_n(bottom)}"
    return f"q {matrix} cm /{named(picture)} Do Q"


def _chart(chart: PlacedChart, high: Pt, fonts: Fonts) -> Iterator[str]:
    """A chart's bars and lines in order, then its texts."""
    for item in chart.drawn:
        if isinstance(item, Box):
            yield _box(item, high)
        else:
            yield from _rules((item,), high)
    drawn: list[str] = []
    yield "\n".join([BEGIN_PARAGRAPH, *_runs(chart.runs, high, fonts, drawn), "ET"])
    yield from drawn


def _runs(runs: Sequence[GlyphRun], high: Pt, fonts: Fonts, drawn: list[str]) -> list[str]:
    """Each run as one TJ; face, size and colour are said where they change."""
    made: list[str] = []
    face, size, color = "", ZERO, ""
    for run in runs:
        if run.face != face or run.size != size:
            face, size = run.face, run.size
            font = fonts[face]
            made.append(f"/{font.resource} {_n(size)} Tf")
        if run.color != color:
            color = run.color
            made.append(f"{_rgb(color)} rg")
        made.append(f"1 0 0 1 {run.x:.2f} {high - run.y:.2f} Tm\n[{_show_run(run, font, high, drawn)}]TJ")
    return made


def _show_run(run: GlyphRun, font: EmbeddedFont, high: Pt, drawn: list[str]) -> str:
    """The codes of a run and the distances between them, as `TJ` takes them; adds to `drawn`."""
    spaced = space_glyphs(Same(run.glyphs), run.face, run.size)
    for place in spaced.drawn:
        x = run.x + total(glyph.advance for glyph in run.glyphs[:place])
        drawn.append(_outline(font.outline(run.glyphs[place].gid), run, x, high - run.y))
    font.codes.use(spaced.common)
    return spaced.array % tuple(map(font.codes.other, spaced.others)) if spaced.others else spaced.array


def _outline(operators: str, run: GlyphRun, x: Pt, y: Pt) -> str:
    """A glyph as a filled shape."""
    return f"q {_rgb(run.color)} rg {_n(run.size)} 0 0 {_n(run.size)} {x:.2f} {y:.2f} cm {operators} f Q"


@lru_cache(maxsize=64)
def _rgb(color: str) -> str:
    return " ".join(f"{int(color[at : at + 2], 16) / 255:.3g}" for at in (0, 2, 4))


def _n(number: Pt) -> str:
    """A number of pt to 1/100, without what it does not need."""
    text = f"{number:.2f}"
    return text[:-3] if text.endswith("00") else text
