"""The table of contents as Word makes it: a `TOC` field, filled, each entry leading to its heading.

Word fills it anew on F9 and finds the same headings: those of styles with an outline level (`\\u`) and
those that stand in the text as `TC` fields (`\\f`). Nothing asks a reader to update it: the pages are there.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document.tree import Contents, Entry, Paragraph
from pipeline.render.docx.fields import begin_field, end_field, field, quote_argument, silent
from pipeline.render.docx.flow import LayoutContext
from pipeline.render.docx.no_break import Column, with_no_breaks
from pipeline.render.docx.oxml import Element, w
from pipeline.render.docx.paragraphs import direct_properties
from pipeline.render.docx.runs import runs


def contents_element(
    contents: Contents, around: LayoutContext, column: Column, drawings: tuple[Element, ...] = ()
) -> Element:
    """The contents in the frame by which Word knows them; there is at least one entry."""
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    made = [_entry(entry, around, column) for entry in contents.entries]
    first, last = made[0], made[-1]
    first[1:1] = [*(w("r", drawing) for drawing in drawings), *begin_field(_instruction(contents))]
    last.append(end_field())
    return w("sdt", w("sdtPr", gallery), w("sdtContent", *made))


def _instruction(contents: Contents) -> str:
    levels = f"1-{contents.levels}"
    return f'TOC \\f \\l "{levels}" \\h \\z \\u \\o "{levels}"'


def _entry(entry: Paragraph, around: LayoutContext, column: Column) -> Element:
    """An entry: one link over its text, its tab and its page."""
    sheet = column.sheet
    style = sheet.paragraphs[entry.style]
    entry = with_no_breaks(entry, style, column)
    place = bookmark_name(entry.target)
    *said, page = entry.content
    shown = runs(Paragraph(tuple(said), entry.style), style, sheet)
    number = field(f"PAGEREF {place} \\h", *runs(Paragraph((page,), entry.style), style, sheet))
    link = w("hyperlink", *shown, *number, anchor=place, history=1)
    properties = w("pPr", w("pStyle", val=entry.style), *direct_properties(entry, style, around, sheet))
    return w("p", properties, link)


def bookmark_name(anchor: int) -> str:
    """The bookmark of a heading, of the kind that Word hides in its list of bookmarks."""
    return f"_Toc{anchor:09d}"


def add_bookmark(heading: Paragraph, made: Element) -> Element:
    """`made`, the `w:p` of a heading, with its bookmark around it; a heading run in is noted as `TC`."""
    made.insert(1, w("bookmarkStart", id=heading.anchor, name=bookmark_name(heading.anchor)))
    made.append(w("bookmarkEnd", id=heading.anchor))
    if heading.entry:
        made[2:2] = _contents_entry_field(heading.entry)
    return made


def _contents_entry_field(entry: Entry) -> Iterator[Element]:
    yield from silent(f'TC {quote_argument(entry.text)} \\l "{entry.level}"')
