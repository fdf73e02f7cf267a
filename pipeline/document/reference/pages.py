"""Paper and margins of a Word file, as they stand on the page: a header may push the text down."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.document.lengths import Cm, Emu, Pt, Twips, cm_of_twips, total, twips, twips_of_emu
from pipeline.document.reference.records import PageLook
from pipeline.document.reference.styles import WordStyles
from pipeline.extraction.docx.names import RELATIONS, Element, W, child, local, number, switched_on, value

_A4 = (Twips(11906), Twips(16838))
_SIDE, _EDGE, _NONE = Twips(1440), Twips(720), Twips(0)
"""What Word takes where a section says no margin, no place of a header and no gutter."""


def page_look(section: Element, parts: Mapping[str, Element], styles: WordStyles) -> PageLook:
    """The pages of a section; `parts` are the headers and footers of the file by their relations."""
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    furniture = {kind: parts.get(relation) for kind, relation in _references(section).items()}
    top, edge = _twips(margins, _SIDE, "top"), _twips(margins, _EDGE, "header")
    others = max(top, edge + header_height(furniture.get("header default"), styles))
    first = others
    if switched_on(section, "titlePg"):
        first = max(top, edge + header_height(furniture.get("header first"), styles))
    return PageLook(
        width=_cm(_twips(size, _A4[0], "w")),
        height=_cm(_twips(size, _A4[1], "h")),
        left=_cm(_twips(margins, _SIDE, "left") + _twips(margins, _NONE, "gutter")),
        right=_cm(_twips(margins, _SIDE, "right")),
        top=_cm(others),
        first_top=_cm(first),
        bottom=_cm(_twips(margins, _SIDE, "bottom")),
        number=any(part is not None and prints_number(part) for part in furniture.values()),
    )


def _references(section: Element) -> dict[str, str]:
    """`header default` -> the relation of that header."""
    return {
        f"{local(one).removesuffix('Reference')} {value(one, 'type')}": one.get(f"{{{RELATIONS}}}id", "")
        for one in section
        if local(one) in ("headerReference", "footerReference")
    }


def header_height(header: Element | None, styles: WordStyles) -> Twips:
    """Height of a header in twips: its paragraphs, each on one line, and its pictures."""
    if header is None:
        return _NONE
    return total(_paragraph_height(one, styles) for one in header.iter(f"{{{W}}}p"))


def _paragraph_height(paragraph: Element, styles: WordStyles) -> Twips:
    properties = child(paragraph, "pPr")
    spacing, look = child(properties, "spacing"), styles.look(value(child(properties, "pStyle")))
    exact = value(spacing, "lineRule") in ("exact", "atLeast")
    before, line, after = (twips(Pt(look[name])) for name in ("before", "leading", "after"))
    drawn = [twips_of_emu(Emu(int(one.get("cy", "0")))) for one in paragraph.iter() if local(one) == "extent"]
    inline = any(local(one) == "inline" for one in paragraph.iter())
    high: Twips = max([_twips(spacing, line, "line") if exact else line, *(drawn if inline else ())])
    return _twips(spacing, before, "before") + high + _twips(spacing, after, "after")


def prints_number(part: Element) -> bool:
    """Whether a header or footer holds a `PAGE` field."""
    said = [value(one, "instr") for one in part.iter(f"{{{W}}}fldSimple")]
    said += [one.text or "" for one in part.iter(f"{{{W}}}instrText")]
    return any(instruction.split()[:1] == ["PAGE"] for instruction in said)


def _twips(element: Element | None, usual: Twips, name: str) -> Twips:
    """A length that an element says in twips, `usual` where it says none."""
    return Twips(number(element, int(usual), name))


def _cm(length: Twips) -> Cm:
    return round(cm_of_twips(length), 3)
