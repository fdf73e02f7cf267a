"""Fields that an officer fills by hand -> content controls, between which Tab moves.

An empty one holds no-break spaces as its placeholder: a place to click and to tab to, which prints as the blank
that the page has there. Word asks with words of its own once a text in it is deleted again. No date picker: it
writes Arabic digits, and an officer often leaves the day for the pen.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element as Element

from pipeline.document.tree import Field
from pipeline.render.docx.oxml import text_element, w

BLANK = "\u00a0" * 3
"""What an empty control shows."""


def control(field: Field, runs: Sequence[Element]) -> Element:
    """A plain text control of one line around `runs`, its properties in the order of CT_SdtPr."""
    about = [w("alias", val=field.title), w("tag", val=field.name)]
    if not runs:
        about.append(w("showingPlcHdr"))
    shown = runs or [w("r", text_element(BLANK))]
    return w("sdt", w("sdtPr", *about, w("text")), w("sdtContent", *shown))
