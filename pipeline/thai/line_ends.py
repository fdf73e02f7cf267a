"""Line ends that a person typed (Alt+Enter in a cell, lines of a YAML block), from the data to the page.

Markup takes any white space for one space, so on the way through it a typed line end is U+2028, the sign that
says nothing else. `document.inlines` makes it a line end of the paragraph, or a space in labels.
"""

from __future__ import annotations

import re

LINE_END = "\u2028"

_TYPED = re.compile("\r\n|[\n\r\v\f\x85\u2029]")


def normalize_line_ends(text: str) -> str:
    """The text with its line ends as markup keeps them."""
    return text if text.isprintable() else _TYPED.sub(LINE_END, text)
