"""Embeds fonts into an HTML page, so that a machine without a Thai font shows it as it is.

Each face is cut down to the characters of the page and goes into its style as a `data:` address: a page
of a few hundred documents carries some 30 KB of them, and fetches nothing.
"""

from __future__ import annotations

import base64
import html
import io

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from pipeline.typeset.fonts import face, face_key

FAMILY = "TH Sarabun New"
WEIGHTS = ((400, False), (700, True))
"""The weights of CSS, and whether they are the bold face."""

SARA_AM, PARTS_OF_AM = "\u0e33", frozenset("\u0e4d\u0e32")
"""Browsers set ำ as nikhahit and sara aa."""

_END_OF_HEAD = "</head>"


def with_faces(page: str) -> str:
    """The page with both weights of `FAMILY` in its head, of the characters that it has.

    Characters that the family lacks are left to the machine's own fonts. The same page gives the same text.
    """
    head, end, body = page.partition(_END_OF_HEAD)
    characters = frozenset(html.unescape(page))
    rules = "\n".join(_rule(weight, bold, characters) for weight, bold in WEIGHTS)
    return f"{head}<style>\n{rules}\n</style>\n{end}{body}"


def _rule(weight: int, bold: bool, characters: frozenset[str]) -> str:
    font = _woff(face_key(FAMILY, bold=bold, italic=False), characters)
    address = f"url(data:font/woff;base64,{base64.b64encode(font).decode()})"
    return f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; src: {address} format("woff"); }}'


def _woff(key: str, characters: frozenset[str]) -> bytes:
    """The face with these characters alone, what shapes them included, as WOFF 1.0; hints are left out."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, characters | (PARTS_OF_AM if SARA_AM in characters else frozenset())))
    for everything in (wanted.layout_feature_tag_set, wanted.layout_script_tag_set):
        everything.clear()
        everything.invert()
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    cut = hb.subset(hb.Face(face(key).path.read_bytes()), wanted).blob.data
    font, packed = TTFont(io.BytesIO(cut), recalcTimestamp=False), io.BytesIO()
    font.flavor = "woff"
    font.save(packed)
    return packed.getvalue()
