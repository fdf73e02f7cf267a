"""Lists -> numbering.xml: Word counts what the tree counts, so that an item can be put in between.

Each list of the tree is a `w:num`, lists of one build share a `w:abstractNum`. A level says its place as its
paragraphs do: LibreOffice takes a number without a place to the margin.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from pipeline.document.lengths import twips_of_cm
from pipeline.document.lists import Levels, Look
from pipeline.document.style import StyleSheet
from pipeline.render.docx.formatting import run_properties
from pipeline.render.docx.oxml import Element, container, part_xml, w


def numbering_xml(lists: Mapping[int, Levels], sheet: StyleSheet) -> bytes:
    """The part `word/numbering.xml`: the kinds of lists, then the lists by their numbers."""
    return _numbering_xml(tuple(sorted(lists.items())), sheet)


@lru_cache(maxsize=64)
def _numbering_xml(lists: tuple[tuple[int, Levels], ...], sheet: StyleSheet) -> bytes:
    """Most papers of a kind have the same lists."""
    kinds = {levels: number for number, levels in enumerate(dict.fromkeys(levels for _, levels in lists), 1)}
    abstract = (_kind(number, levels, sheet) for levels, number in kinds.items())
    made = (_list(number, kinds[levels], levels) for number, levels in lists)
    return part_xml(w("numbering", *abstract, *made))


def _kind(number: int, levels: Levels, sheet: StyleSheet) -> Element:
    several = "multilevel" if len(levels) > 1 else "singleLevel"
    made = w("abstractNum", w("multiLevelType", val=several), abstractNumId=number)
    made.extend(_level(at, look, sheet) for at, look in enumerate(levels))
    return made


def _level(at: int, look: Look, sheet: StyleSheet) -> Element:
    """One level, its elements in the order of CT_Lvl."""
    made = w("lvl", w("start", val=1), w("numFmt", val=_digits(look)), w("suff", val="tab"), ilvl=at)
    made.extend([w("lvlText", val=_pattern(at, look)), w("lvlJc", val="left"), w("pPr", *_place(look))])
    if look.style:
        made.extend(container("rPr", run_properties(sheet.characters[look.style])))
    return made


def _digits(look: Look) -> str:
    if not look.depth:
        return "bullet"
    return "thaiNumbers" if look.thai else "decimal"


def _pattern(at: int, look: Look) -> str:
    """`(%1.%2)`: the numbers of the levels above that the marker says, and its own."""
    numbers = ".".join(f"%{level + 1}" for level in range(at - look.depth + 1, at + 1))
    return f"{look.before}{numbers}{look.after}"


def _place(look: Look) -> Iterator[Element]:
    yield w("tabs", w("tab", val="num", pos=twips_of_cm(look.text)))
    first = look.start - look.indent
    side = "hanging" if first < 0 else "firstLine"
    yield w("ind", left=twips_of_cm(look.indent), **{side: twips_of_cm(abs(first))})


def _list(number: int, kind: int, levels: Levels) -> Element:
    """One list, which begins at 1 whatever others of its kind have counted."""
    made = w("num", w("abstractNumId", val=kind), numId=number)
    for at, look in enumerate(levels):
        if look.depth:
            made.append(w("lvlOverride", w("startOverride", val=1), ilvl=at))
    return made
