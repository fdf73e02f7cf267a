"""Style sheet -> styles.xml: every style of the sheet is a named Word style with its Thai title.

Ids come from the sheet's keys: `body`, `strong-char`, `results-table`; one key may name a style of each kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pipeline.document.lengths import Pt
from pipeline.document.style import StyleSheet
from pipeline.document.style_names import BUILT_IN_NAMES, character_id, table_id, word_names
from pipeline.render.docx.formatting import (
    fonts,
    paragraph_properties,
    run_properties,
    sizes,
    table_properties,
)
from pipeline.render.docx.oxml import Element, container, markup, part_xml, raw_element, w

DEFAULT_SIZE = Pt(16)
"""Body type of official papers, pt (`domain.md` §1.2)."""

BUILT_IN = tuple(
    zip(
        ("paragraph", "character", "table", "numbering"),
        ("Normal", "DefaultParagraphFont", "TableNormal", "NoList"),
        BUILT_IN_NAMES,
        strict=True,
    )
)
"""Kind, id and name of each kind's default style: Word makes up its own where a file has none."""


def styles_xml(sheet: StyleSheet, more: Iterable[Element] = ()) -> bytes:
    """The part `word/styles.xml`; `more` are styles that an office's headers bring along."""
    return _styles_xml(sheet, markup(*more))


@lru_cache(maxsize=16)
def _styles_xml(sheet: StyleSheet, more: str) -> bytes:
    """Every paper in these looks has the same."""
    return part_xml(w("styles", _defaults(sheet), *_built_in(), *_named_styles(sheet), raw_element(more)))


def _defaults(sheet: StyleSheet) -> Element:
    """Font, size and language of all text, and no spacing (docs/decisions/0007)."""
    language = w("lang", val="en-US", eastAsia="en-US", bidi="th-TH")
    run = w("rPr", fonts(sheet.word_font or sheet.font), *sizes(DEFAULT_SIZE), language)
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", w("pPr", w("widowControl"))))


def _built_in() -> Iterator[Element]:
    for kind, style_id, name in BUILT_IN:
        style = w("style", w("name", val=name), type=kind, default=1, styleId=style_id)
        if kind == "paragraph":
            style.append(w("qFormat"))
        else:
            style.extend([w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed")])
        yield style


def _named_styles(sheet: StyleSheet) -> Iterator[Element]:
    names = word_names(sheet)
    for key, look in sheet.paragraphs.items():
        properties = [
            *container("pPr", paragraph_properties(look)),
            *container("rPr", run_properties(look)),
        ]
        yield _style("paragraph", key, names["paragraph", key], "Normal", properties)
    for key, face in sheet.characters.items():
        properties = container("rPr", run_properties(face))
        style_id = character_id(key)
        yield _style("character", style_id, names["character", key], "DefaultParagraphFont", properties)
    for key, table in sheet.tables.items():
        properties = container("tblPr", table_properties(table))
        yield _style("table", table_id(key), names["table", key], "TableNormal", properties)


def _style(kind: str, style_id: str, name: str, base: str, properties: list[Element]) -> Element:
    head = (w("name", val=name), w("basedOn", val=base), w("uiPriority", val=1), w("qFormat"))
    own = {} if _WORDS_OWN.fullmatch(name) else {"customStyle": 1}
    return w("style", *head, *properties, type=kind, **own, styleId=style_id)


_WORDS_OWN = re.compile(r"(toc|heading) [1-9]")
"""Styles that Word itself looks for by name, and shows by a name in the user's language."""
