"""Charts that are higher than a page: a tree -> tree step before both writers, so that they agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from pipeline.diagnostics import PageError, diagnose
from pipeline.document.lengths import ZERO, Pt, pt, total
from pipeline.document.style import PageStyle, StyleSheet
from pipeline.document.tree import Block, Chart, Document, Group, Paragraph
from pipeline.typeset.charts import set_chart
from pipeline.typeset.lines import ParagraphLayout


def fit_charts(document: Document, sheet: StyleSheet) -> Document:
    """The document, each chart that no page can hold parted between its bars; the same one if there is none.

    A part has the legend of the whole, its bars as evenly many as they go. Raises `PageError` as `set_chart`
    does, and where a bar alone is higher than a page.
    """
    layout = ParagraphLayout(sheet, document.names)
    sections = []
    for section in document.sections:
        blocks = tuple(_fit(section.blocks, sheet.pages[section.page], layout))
        changed = blocks != section.blocks
        sections.append(replace(section, blocks=blocks) if changed else section)
    return replace(document, sections=tuple(sections))


def _fit(blocks: tuple[Block, ...], page: PageStyle, layout: ParagraphLayout) -> Iterator[Block]:
    heading = ZERO
    for block in blocks:
        if isinstance(block, Chart):
            yield from _parts(block, page, layout, heading)
        elif isinstance(block, Group) and any(isinstance(inner, Chart | Group) for inner in block.blocks):
            yield replace(block, blocks=tuple(_fit(block.blocks, page, layout)))
        else:
            yield block
        heading = _heading(block, heading, page, layout)


def _heading(block: Block, above: Pt, page: PageStyle, layout: ParagraphLayout) -> Pt:
    """The height of the paragraphs up to this one that stay with what follows, pt."""
    style = layout.sheet.paragraphs[block.style] if isinstance(block, Paragraph) else None
    if not isinstance(block, Paragraph) or style is None or not style.keep_next:
        return ZERO
    lines = layout.set(block, style, pt(page.measure), 0).lines
    return above + style.before + total(line.height for line in lines) + style.after


def _parts(chart: Chart, page: PageStyle, layout: ParagraphLayout, heading: Pt) -> Iterator[Chart]:
    """The chart in as few parts as fit a page each, below its heading; a bar is never parted."""
    style = layout.sheet.charts[chart.style]
    room = pt(page.height - page.bottom - max(page.top, page.first_top or page.top)) - heading - style.before
    count = len(chart.bars)
    for parts in range(1, count + 1):
        ends = [count * n // parts for n in range(parts + 1)]
        made = [replace(chart, bars=chart.bars[start:end]) for start, end in pairwise(ends)]
        if all(_height(one, page, layout) <= room for one in made):
            yield from made
            return
    raise PageError([diagnose("chart-narrow/high", alt=chart.alt[:60])])


def _height(chart: Chart, page: PageStyle, layout: ParagraphLayout) -> Pt:
    return set_chart(chart, layout, pt(page.measure)).height
