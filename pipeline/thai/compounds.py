"""Which compounds of the dictionary stand in a text: those that take no part of the word beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.thai import dictionary
from pipeline.thai.lexicon import Found
from pipeline.thai.terms import CLINGS_TO_NEXT
from pipeline.thai.words import NOUN, NOUNS_BEGIN


def standing(text: str, bounds: tuple[int, ...], found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Start and end of each compound made of two or more stretches of `bounds`; `found` is of the lexicon."""
    joined = tuple(dictionary.compounds(text, bounds))
    taken = frozenset(_ends_of_official_words(text, found))
    first = {end: min(start for start, other in joined if other == end) for _, end in joined}
    marks = {at: word.start for word in found for at in word.marks}
    for start, end in joined:
        if start in taken or _takes_noun(text, start, end, first) or _leads(text, start, end, marks):
            continue
        yield start, end


def _ends_of_official_words(text: str, found: Sequence[Found]) -> Iterator[int]:
    """Where the การ of an official word starts: ดำเนินการ|ศึกษา, not ดำเนิน|การศึกษา."""
    for word in found:
        noun = word.end - len(NOUN)
        if text.endswith(NOUN, word.start, word.end) and noun not in (word.start, *word.marks):
            yield noun


def _takes_noun(text: str, start: int, end: int, first: Mapping[int, int]) -> bool:
    """Whether it has the การ after a longer compound: ดำเนินงาน|การพัฒนา, not งานการ.

    `first` is the start of the longest compound that ends at a place.
    """
    nouns = (end - len(noun) for noun in NOUNS_BEGIN if text.endswith(noun, start, end))
    return any(first.get(noun, start) < start for noun in nouns)


def _leads(text: str, start: int, end: int, marks: Mapping[int, int]) -> bool:
    """Whether it is a clinging word with a noun, or with the beginning of an official word.

    มี|ความรู้, but not ใน|การนี้, as การนี้ is no word; มี|แผนอัตรากำลัง, not มีแผน. After การ it is a verb, and held:
    การเป็นระบบ. `marks` are those of official words, each with the start of its word.
    """
    if text.endswith(NOUN, 0, start):
        return False
    if text[start : marks.get(end, start)] in CLINGS_TO_NEXT:
        return True
    halves = (text[start:end].partition(noun) for noun in NOUNS_BEGIN)
    return any(
        head in CLINGS_TO_NEXT and dictionary.is_word(noun + rest) for head, noun, rest in halves if rest
    )
