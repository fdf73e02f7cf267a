"""Paper and margins of a Word file, as they stand on the page: a header may push the text down."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.document.lengths import PT_PER_CM
from pipeline.document.reference.records import PageLook
from pipeline.document.reference.styles import WordStyles
from pipeline.extraction.docx.names import RELATIONS, Element, W, child, local, number, switched_on, value

_TWIPS_PER_CM = PT_PER_CM * 20
_EMU_PER_TWIP = 635
_A4 = (11906, 16838)


def page_look(section: Element, parts: Mapping[str, Element], styles: WordStyles) -> PageLook:
    """The pages of a section; `parts` are the headers and footers of the file by their relations."""
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    furniture = {kind: parts.get(relation) for kind, relation in _references(section).items()}
    top, edge = number(margins, 1440, "top"), number(margins, 720, "header")
    others = max(top, edge + header_height(furniture.get("header default"), styles))
    first = others
    if switched_on(section, "titlePg"):
        first = max(top, edge + header_height(furniture.get("header first"), styles))
    return PageLook(
        width=_cm(number(size, _A4[0], "w")),
        height=_cm(number(size, _A4[1], "h")),
        left=_cm(number(margins, 1440, "left") + number(margins, 0, "gutter")),
        right=_cm(number(margins, 1440, "right")),
        top=_cm(others),
        first_top=_cm(first),
        bottom=_cm(number(margins, 1440, "bottom")),
        number=any(part is not None and prints_number(part) for part in furniture.values()),
    )


def _references(section: Element) -> dict[str, str]:
    """`header default` -> the relation of that header."""
    return {
        f"{local(one).removesuffix('Reference')} {value(one, 'type')}": one.get(f"{{{RELATIONS}}}id", "")
        for one in section
        if local(one) in ("headerReference", "footerReference")
    }


def header_height(header: Element | None, styles: WordStyles) -> int:
    """Height of a header in twips: its paragraphs, each on one line, and its pictures."""
    if header is None:
        return 0
    return sum(_paragraph_height(one, styles) for one in header.iter(f"{{{W}}}p"))


def _paragraph_height(paragraph: Element, styles: WordStyles) -> int:
    properties = child(paragraph, "pPr")
    spacing, look = child(properties, "spacing"), styles.look(value(child(properties, "pStyle")))
    exact = value(spacing, "lineRule") in ("exact", "atLeast")
    before, line, after = (round(float(look[name]) * 20) for name in ("before", "leading", "after"))
    drawn = [int(one.get("cy", "0")) // _EMU_PER_TWIP for one in paragraph.iter() if local(one) == "extent"]
    inline = any(local(one) == "inline" for one in paragraph.iter())
    high: int = max([number(spacing, line, "line") if exact else line, *(drawn if inline else ())])
    return number(spacing, before, "before") + high + number(spacing, after, "after")


def prints_number(part: Element) -> bool:
    """Whether a header or footer holds a `PAGE` field."""
    said = [value(one, "instr") for one in part.iter(f"{{{W}}}fldSimple")]
    said += [one.text or "" for one in part.iter(f"{{{W}}}instrText")]
    return any(instruction.split()[:1] == ["PAGE"] for instruction in said)


def _cm(twips: int) -> float:
    return round(twips / _TWIPS_PER_CM, 3)
