"""Content controls (`w:sdt`) for fields that an officer fills by hand.

An empty one holds no-break spaces as its placeholder: a place to click and to tab to, which prints as the
blank that the page has there. Word asks with words of its own once a text in it is deleted again. There is no
date picker: it writes Arabic digits, and an officer often leaves the day for the pen.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document.tree import Field
from pipeline.render.docx.oxml import Element, text_element, w

BLANK = "\u00a0" * 3
"""What an empty control shows."""


def control(field: Field, runs: Sequence[Element]) -> Element:
    """A control around `runs`, its properties in the order of CT_SdtPr.

    It is not marked as plain text (`w:text`): LibreOffice 7.4 saves such a control once for each of its runs,
    with the whole text in each, so that a number came back many times over.
    """
    about = [w("alias", val=field.title), w("tag", val=field.name)]
    if not runs:
        about.append(w("showingPlcHdr"))
    shown = runs or [w("r", text_element(BLANK))]
    return w("sdt", w("sdtPr", *about), w("sdtContent", *shown))
