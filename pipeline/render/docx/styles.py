"""Style sheet -> styles.xml: every style of the sheet is a named Word style with its Thai title.

Ids come from the sheet's keys: `body`, `strong-char`, `results-table`; one key may name a style of each kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml.etree import _Element as Element

from pipeline.document.style import StyleSheet
from pipeline.render.docx.formatting import (
    fonts,
    paragraph_properties,
    run_properties,
    sizes,
    table_properties,
)
from pipeline.render.docx.oxml import container, w, xml_bytes

DEFAULT_SIZE = 16
"""Body type of official papers, pt (`domain.md` §1.2)."""

BUILT_IN = (
    ("paragraph", "Normal", "Normal"),
    ("character", "DefaultParagraphFont", "Default Paragraph Font"),
    ("table", "TableNormal", "Normal Table"),
    ("numbering", "NoList", "No List"),
)
"""Kind, id and name of each kind's default style: Word makes up its own where a file has none."""


def character_id(name: str) -> str:
    """The style id of the sheet's character style `name`."""
    return f"{name}-char"


def table_id(name: str) -> str:
    """The style id of the sheet's table style `name`."""
    return f"{name}-table"


@lru_cache(maxsize=32)
def styles_xml(sheet: StyleSheet) -> bytes:
    """The part `word/styles.xml`."""
    return xml_bytes(w("styles", _defaults(sheet), *_built_in(), *_named(sheet)))


def _defaults(sheet: StyleSheet) -> Element:
    """Font, size and language of all text, and no spacing (docs/decisions/0007)."""
    language = w("lang", val="en-US", eastAsia="en-US", bidi="th-TH")
    run = w("rPr", fonts(sheet.font), *sizes(DEFAULT_SIZE), language)
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", w("pPr", w("widowControl"))))


def _built_in() -> Iterator[Element]:
    for kind, style_id, name in BUILT_IN:
        style = w("style", w("name", val=name), type=kind, default=1, styleId=style_id)
        if kind == "paragraph":
            style.append(w("qFormat"))
        else:
            style.extend([w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed")])
        yield style


def _named(sheet: StyleSheet) -> Iterator[Element]:
    names = _Names()
    for key, look in sheet.paragraphs.items():
        properties = [
            *container("pPr", paragraph_properties(look)),
            *container("rPr", run_properties(look)),
        ]
        yield _style("paragraph", key, names.unique(look.title, key), "Normal", properties)
    for key, face in sheet.characters.items():
        name = names.unique(face.title, character_id(key))
        properties = container("rPr", run_properties(face))
        yield _style("character", character_id(key), name, "DefaultParagraphFont", properties)
    for key, table in sheet.tables.items():
        name = names.unique(table.title, table_id(key))
        properties = container("tblPr", table_properties(table))
        yield _style("table", table_id(key), name, "TableNormal", properties)


def _style(kind: str, style_id: str, name: str, base: str, properties: list[Element]) -> Element:
    head = (w("name", val=name), w("basedOn", val=base), w("uiPriority", val=1), w("qFormat"))
    own = {} if _WORDS_OWN.fullmatch(name) else {"customStyle": 1}
    return w("style", *head, *properties, type=kind, **own, styleId=style_id)


_WORDS_OWN = re.compile(r"(toc|heading) [1-9]")
"""Styles that Word itself looks for by name, and shows by a name in the user's language."""


class _Names:
    """Word knows styles by their names, whatever their kind and case: each is given out once."""

    def __init__(self) -> None:
        self._taken = {name.casefold() for _, _, name in BUILT_IN}

    def unique(self, title: str, style_id: str) -> str:
        """The title, with the style's id where another style has that title already.

        A style without a title is `saraban KEY`: its bare key might be one of Word's own (`title`).
        """
        said = title or f"saraban {style_id}"
        plain = said.replace(",", " ").replace(";", " ")  # both would begin an alias
        name = f"{plain} ({style_id})" if plain.casefold() in self._taken else plain
        self._taken.add(name.casefold())
        return name
