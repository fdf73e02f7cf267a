"""File names made from what people write: readable, safe on every system, inside their folder."""

from __future__ import annotations

import hashlib
import re
import unicodedata

MAX_BYTES = 255
"""The longest file name that all common file systems take; a Thai letter is 3 bytes."""

_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def safe_name(text: str, suffix: str = "") -> str:
    """A file name for `text` with `suffix` (such as `.pdf`): `อก 0210(2)/1539` -> `อก 0210(2)-1539`.

    In NFC, without path separators, control characters, leading dots or names that Windows keeps
    for itself; at most `MAX_BYTES` bytes of UTF-8, suffix included. A name that had to be cut ends in a
    digest of the whole, so that two long names stay two. `suffix` is taken as it is.
    """
    name = _UNSAFE.sub("-", unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode()))
    name = name.lstrip(". ").rstrip(". ") or "-"
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    room = MAX_BYTES - len(suffix.encode())
    return _cut(name, room) + suffix if len(name.encode()) > room else name + suffix


def _cut(name: str, room: int) -> str:
    """The first whole clusters of `name`, and a digest; at most `room` bytes."""
    digest = "~" + hashlib.sha256(name.encode()).hexdigest()[:8]
    kept = name.encode()[: room - len(digest)].decode("utf-8", "ignore")
    while kept and unicodedata.combining(name[len(kept)]) + (unicodedata.category(name[len(kept)]) == "Mn"):
        kept = kept[:-1]
    return kept.rstrip(". ") + digest
