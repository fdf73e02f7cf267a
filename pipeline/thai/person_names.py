"""Whether two writings are of one person's name: other spaces, titles and order, or Latin letters for Thai.

Titles and ranks are no part of a name. Of a name in other letters only its consonants can be compared, and
only roughly: ช is `ch`, `c` or `j` as its bearer likes, ล and ร at an end are `n` (RTGS).
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import Literal

from pipeline.thai.titles import DOCTOR, TITLE

NameMatch = Literal["same", "alike", "other"]
"""`alike`: in other letters, sounding the same as far as can be told."""

LEAST_ALIKE = 0.75
"""How alike the consonants of given name and surname have to be, of 1."""

_PARTS = 2
"""A single name is too little to be told by its sound."""
_LENGTHS = range(2, 5)
"""A name has two words, that of ณ อยุธยา three, after a title that stands apart one more."""
_SIGNATURE = "ลายมือชื่อ"
_THAI_TITLE = re.compile(rf"^(?:{TITLE}|{DOCTOR}|นางสาว|นาง|นาย|เด็กชาย|เด็กหญิง|คุณ|ว่าที่)[ \u00a0]*")
_LATIN_TITLE = re.compile(
    r"\b(?:mr|mrs|miss|ms|dr|prof|assoc|asst|acting|maj|gen|col|capt|lt|sgt|pol)\b\.?", re.I
)
_BRACKETS = re.compile(r"[(\[].*?[)\]]")
_WORD = re.compile(r"[\u0e00-\u0e7f]+|[^\W\d_]+")
_THAI = {
    "กขฃคฅฆ": "k", "จฉชฌ": "c", "ซศษส": "s", "ดตถทธฎฏฐฑฒ": "t", "นณ": "n", "บปพผภ": "p", "ฝฟ": "f",
    "ม": "m", "รลฬ": "l", "ว": "w", "ง": "n",
}  # fmt: skip
_THAI_SOUNDS = {letter: sound for letters, sound in _THAI.items() for letter in letters}
_LATIN = (("ng", "n"), ("ch", "c"), ("kh", "k"), ("th", "t"), ("ph", "p"), ("sh", "s"))
_LATIN_SOUNDS = {
    "k": "k", "g": "k", "c": "c", "j": "c", "z": "s", "s": "s", "d": "t", "t": "t", "n": "n",
    "b": "p", "p": "p", "f": "f", "m": "m", "r": "l", "l": "l", "w": "w", "v": "w", "x": "s", "q": "k",
}  # fmt: skip
_SILENT = re.compile("[ก-ฮ][\u0e34-\u0e39]?\u0e4c")


def compare_names(one: str, other: str) -> NameMatch:
    """How the names of two persons compare."""
    first, second = words_of(one), words_of(other)
    if not first or not second:
        return "other"
    if "".join(first) == "".join(second) or sorted(first) == sorted(second):
        return "same"
    if "".join(reversed(first)) == "".join(second):
        return "same"
    if _is_thai(first) == _is_thai(second) or len(first) != len(second) or len(first) < _PARTS:
        return "other"
    orders = (second, second[::-1])
    alike = any(all(map(_sounds_alike, first, order)) for order in orders)
    return "alike" if alike else "other"


def name_in_title(title: str, name: str) -> NameMatch:
    """Whether `name` is the one that the title of a place to sign begins with; it goes on with the post."""
    words = title.removeprefix(_SIGNATURE).split()
    starts = (0,) if title.startswith(_SIGNATURE) else range(len(words))
    found = {compare_names(" ".join(words[at : at + parts]), name) for at in starts for parts in _LENGTHS}
    matches: tuple[NameMatch, ...] = ("same", "alike")
    return next((match for match in matches if match in found), "other")


def words_of(name: str) -> list[str]:
    """The parts of a name in small letters, without titles, ranks and what stands in brackets."""
    plain = unicodedata.normalize("NFKC", _BRACKETS.sub(" ", name)).replace("\u0e4d\u0e32", "\u0e33").strip()
    while (shorter := _THAI_TITLE.sub("", plain)) != plain:
        plain = shorter
    return [word.casefold() for word in _WORD.findall(_LATIN_TITLE.sub(" ", plain))]


def _is_thai(words: list[str]) -> bool:
    return any("\u0e00" <= letter <= "\u0e7f" for word in words for letter in word)


def _sounds_alike(one: str, other: str) -> bool:
    first, second = _consonants(one), _consonants(other)
    if not first or not second:
        return first == second
    if first[0] != second[0]:
        return False
    return (
        SequenceMatcher(None, _merge_final_sounds(first), _merge_final_sounds(second), autojunk=False).ratio()
        >= LEAST_ALIKE
    )


def _merge_final_sounds(sounds: str) -> str:
    """The sounds with the last as it is heard: many letters are written for ก, ด and น there."""
    heard = {"l": "n", "s": "t", "c": "t"}
    return sounds[:-1] + heard.get(sounds[-1], sounds[-1]) if len(sounds) > 1 else sounds


def _consonants(word: str) -> str:
    if "\u0e00" <= word[0] <= "\u0e7f":
        spoken = _SILENT.sub("", word.replace("รร", "น"))
        return "".join(_THAI_SOUNDS.get(letter, "") for letter in spoken)
    for letters, sound in _LATIN:
        word = word.replace(letters, sound)
    return "".join(_LATIN_SOUNDS.get(letter, "") for letter in word)
