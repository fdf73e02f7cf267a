"""File names made from what people write: readable, safe on every system, inside their folder."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from pipeline.diagnostics import RequestError, diagnose

MAX_BYTES = 255
"""The longest file name that all common file systems take; a Thai letter is 3 bytes."""

_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)\s*(?:\..*)?", re.IGNORECASE
)


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
    return _shorten_name(name, room, _digest(name)) + suffix if len(name.encode()) > room else name + suffix


def distinct_names(texts: Iterable[str], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """A safe name for each text, no two of which are one to any file system.

    The first of several takes the plain name, the others ` (2)`, ` (3)`, … in their order; names in
    `taken` go to none. Names are one when they differ only in case or in composition (NFC, NFD).
    """
    used = {fold_name(name) for name in taken}
    names = []
    for text in texts:
        name = plain = safe_name(text)
        count = 1
        while fold_name(name) in used:
            count += 1
            name = _shorten_name(plain, MAX_BYTES, f" ({count})")
        used.add(fold_name(name))
        names.append(name)
    return tuple(names)


def refuse_one_place_for_two(names: Iterable[str]) -> None:
    """Raises `RequestError` if two inputs have one name: their papers would be the same files."""
    if twice := sorted(name for name, many in Counter(names).items() if many > 1):
        raise RequestError([diagnose("usage/one-name", names=", ".join(twice))])


def fold_name(name: str) -> str:
    """What two names share if a file system may hold them to be one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold()).casefold()


def _digest(name: str) -> str:
    return "~" + hashlib.sha256(name.encode()).hexdigest()[:8]


def _shorten_name(name: str, room: int, ending: str) -> str:
    """As many whole clusters of `name` as leave room for `ending`, and `ending`."""
    kept = name.encode()[: room - len(ending.encode())].decode("utf-8", "ignore")
    if len(kept) < len(name):
        while kept and _is_combining(name[len(kept)]):
            kept = kept[:-1]
    return kept.rstrip(". ") + ending


def _is_combining(letter: str) -> bool:
    """Whether a letter stands above or below the one before it."""
    return bool(unicodedata.combining(letter)) or unicodedata.category(letter) == "Mn"
