"""ASCII fallback for letters that a console's encoding lacks: legible, though not what one would type.

`แผน.xlsx` on a console of Windows-1252 is `aephn.xlsx`, `→` is `->`. Thai letters are taken one by one by
their names in Unicode, as a file's name must be told from another; it is no transcription of their sound.
"""

from __future__ import annotations

import codecs
import unicodedata
from functools import cache

SPELLED = "saraban.spelled"
"""The name of the error handler."""
PLAIN_ASCII = "saraban_ascii"
"""ASCII by a name of our own: click takes a stream of that encoding for misconfigured, and writes UTF-8."""

_SIGNS = {
    "→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "✓": "v", "✗": "x", "…": "...", "–": "-", "—": "-", "−": "-",
    "“": '"', "”": '"', "‘": "'", "’": "'", "•": "*", "●": "*", "·": ".", "×": "x", "≤": "<=", "≥": ">=",
    "≠": "!=", "±": "+/-", "░": ".", "█": "#", "━": "-", "─": "-", "│": "|", "«": '"', "»": '"', "฿": "THB",
    "ๆ": "(2)", "ฯ": "-", "\u200b": "", "\u2060": "", "\ufeff": "", "\u00ad": "",
}  # fmt: skip
_SINGLE = ("RU", "LU")
"""Thai letters whose name is a sound."""


def register_spelling() -> None:
    """Makes the handler and the encoding known to Python."""
    codecs.register_error(SPELLED, _spell_out_error)
    codecs.register(_plain_ascii)


def _plain_ascii(name: str) -> codecs.CodecInfo | None:
    if name != PLAIN_ASCII:
        return None
    like = codecs.lookup("ascii")
    return codecs.CodecInfo(
        like.encode,
        like.decode,
        like.streamreader,
        like.streamwriter,
        like.incrementalencoder,
        like.incrementaldecoder,
        PLAIN_ASCII,
    )


def _spell_out_error(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(spelling, error.object[error.start : error.end])), error.end


@cache
def spelling(sign: str) -> str:
    """One sign in ASCII; `?` for one that nothing resembles."""
    if sign in _SIGNS:
        return _SIGNS[sign]
    if "\ud800" <= sign <= "\udfff":
        odd_byte = ord(sign) - 0xDC00
        return f"\\x{odd_byte:02x}" if 0x80 <= odd_byte <= 0xFF else f"\\u{ord(sign):04x}"
    if (digit := unicodedata.digit(sign, None)) is not None:
        return str(digit)
    name = unicodedata.name(sign, "")
    if name.startswith("THAI CHARACTER "):
        return _thai(name.split()[2:])
    return unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode() or "?"


def _thai(name: list[str]) -> str:
    """`KO KAI` is k, `SARA AE` ae; tone marks and other signs are left out."""
    if name[0] == "SARA":
        return name[1].lower()
    if name == ["MAI", "HAN-AKAT"]:
        return "a"
    if len(name) > 1 and name[0].endswith("O"):
        return name[0].removesuffix("O").lower() or "o"
    return name[0].lower() if name[0] in _SINGLE else ""
