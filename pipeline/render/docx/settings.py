"""settings.xml: what Word must know of the document as a whole."""

from __future__ import annotations

from functools import lru_cache

from pipeline.render.docx.oxml import Element, part_xml, w

COMPATIBILITY_MODE = 15
"""Word 2013 and later: the file opens without `[Compatibility Mode]`, tables begin at the margin."""
DEFAULT_TAB = 720
"""Half an inch in twips, Word's own."""

_COMPAT_URI = "http://schemas.microsoft.com/office/word"
_COMPAT = {
    "compatibilityMode": COMPATIBILITY_MODE,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
    "useWord2013TrackBottomHyphenation": 0,
}


@lru_cache(maxsize=4)
def settings_xml(*, fonts_embedded: bool, even_and_odd: bool = False, line_ends: bool = False) -> bytes:
    """The part `word/settings.xml`, its elements in the order of CT_Settings.

    `even_and_odd`: left and right pages have headers of their own, those of an office's file.
    `line_ends`: lines end inside paragraphs; Word is not to stretch them.
    """
    children: list[Element] = [w("zoom", percent=100)]
    if fonts_embedded:
        children.append(w("embedTrueTypeFonts"))
    compat = (w("compatSetting", name=name, uri=_COMPAT_URI, val=value) for name, value in _COMPAT.items())
    children += [
        w("defaultTabStop", val=DEFAULT_TAB),
        w("autoHyphenation", val=0),
        *([w("evenAndOddHeaders")] if even_and_odd else []),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", *([w("doNotExpandShiftReturn")] if line_ends else []), *compat),
        w("themeFontLang", val="en-US", bidi="th-TH"),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    ]
    return part_xml(w("settings", *children))
