"""Compares a finished paper with what it should say, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard

from pipeline.extraction.extracted import (
    ExtractedBlock,
    ExtractedDocument,
    ExtractedParagraph,
    ExtractedTable,
    Part,
    TextLocation,
)
from pipeline.thai.breaks import NO_NAMES, Names
from pipeline.verify.alignment import JOINED, MOST_PAIRS, Item, align, likeness
from pipeline.verify.changes import Setting
from pipeline.verify.differences import Difference, Kind
from pipeline.verify.kinds import SIGNING
from pipeline.verify.paragraphs import paragraph_differences
from pipeline.verify.table_comparison import table_differences, table_item, table_text
from pipeline.verify.visibility import visibility_differences
from pipeline.verify.wording import Wording, key

Blocks = Sequence[ExtractedBlock]

_PARTS: tuple[Part, ...] = ("header", "body", "box", "note", "footer")
_REPEATED: tuple[Part, ...] = ("header", "footer")
"""What is said on every page; a file may hold it once for each section."""


def paper_differences(
    expected: ExtractedDocument, found: ExtractedDocument, names: Names = NO_NAMES
) -> tuple[Difference, ...]:
    """What `found` says otherwise than `expected`, in the order of `found`, then what is seen otherwise than
    it is read; `names` are those of the data.
    """
    differences: list[Difference] = []
    for part in _PARTS:
        old, new = (_of_part(paper, part) for paper in (expected, found))
        differences += block_differences(old, new, Setting(TextLocation(part), names=names))
    return (*_with_moved_sentences(differences), *visibility_differences(expected, found))


def block_differences(expected: Blocks, found: Blocks, setting: Setting) -> Iterator[Difference]:
    """What differs between two lists of blocks, which are a part of a paper or stand in a cell."""
    in_cell = bool(setting.place.table)
    behind = setting.place.part == "body" and not in_cell
    before, signing = setting.place, False
    matches = align([_item(block) for block in expected], [_item(block) for block in found])
    for match in matches:
        old, new = [expected[at] for at in match.expected], [found[at] for at in match.found]
        if match.moved and new:
            yield Difference(_kind(new[0], "moved"), new[0].place, _text(old), _text(new))
        if old and new:
            yield from _pair_differences(old, new, setting)
        elif old:
            yield Difference(_kind(old[0], "deleted"), before, _text(old), after=behind)
        elif signing and _is_date(_text(new)):
            yield Difference(Kind.FILLED, new[0].place, found=_text(new))
        else:
            yield Difference(_added_kind(new[0], signing=signing), new[0].place, found=_text(new))
        before = new[-1].place if new and behind else before
        signing = _is_signing(old[0]) if old else signing
    if all(match.expected and match.found and not match.moved for match in matches):
        yield from _find_renumbering(
            [(expected[one.expected[0]], found[one.found[0]]) for one in matches], setting
        )


def _find_renumbering(
    pairs: list[tuple[ExtractedBlock, ExtractedBlock]], setting: Setting
) -> Iterator[Difference]:
    """Where the numbers of a list, which the word processor counts itself, begin to be others; numbers that
    follow from a paragraph added, deleted or moved are not told beside it.
    """
    goes_on = False
    for old, new in pairs:
        if _is_numbered(old) and _is_numbered(new):
            differs = key(old.marker) != key(new.marker)
            if differs and not goes_on:
                place = setting.place if setting.place.table else new.place
                yield Difference(Kind.LIST_NUMBER, place, old.text_with_marker, new.text_with_marker)
            goes_on = differs


def _is_numbered(block: ExtractedBlock) -> TypeGuard[ExtractedParagraph]:
    """Whether it is a paragraph to which the word processor gives a number, not just a bullet."""
    return isinstance(block, ExtractedParagraph) and any(map(str.isalnum, block.marker))


def _of_part(paper: ExtractedDocument, part: Part) -> list[ExtractedBlock]:
    blocks = [block for block in (*paper.blocks, *paper.furniture) if block.place.part == part]
    return list({_item(block).key: block for block in blocks}.values()) if part in _REPEATED else blocks


def _pair_differences(old: Blocks, new: Blocks, setting: Setting) -> Iterator[Difference]:
    """Two blocks, or one that was split or joined from several."""
    first, second = old[0], new[0]
    if isinstance(first, ExtractedTable) and isinstance(second, ExtractedTable):
        yield from table_differences(first, second, setting, block_differences)
    elif isinstance(first, ExtractedParagraph):
        place = setting.place if setting.place.table else second.place
        here = replace(setting, place=place, style=first.style, level=first.level)
        counted = all(any(_is_counted(block) for block in blocks) for blocks in (old, new))
        said = (
            (_texts_without_numbers(old), _texts_without_numbers(new))
            if counted
            else (_text(old), _text(new))
        )
        yield from paragraph_differences(*said, here)


def _item(block: ExtractedBlock) -> Item:
    if isinstance(block, ExtractedTable):
        return table_item(block)
    return Item(key(block.text), block.text, joinable=True)


def _is_counted(block: ExtractedBlock) -> bool:
    """Whether it is a paragraph that the word processor numbers itself."""
    return isinstance(block, ExtractedParagraph) and bool(block.marker)


def _texts_without_numbers(blocks: Blocks) -> str:
    """What the paragraphs say, without the numbers that the word processor sets."""
    return "\n".join(block.text for block in blocks if isinstance(block, ExtractedParagraph))


def _text(blocks: Blocks) -> str:
    """What the blocks say, one a line."""
    return "\n".join(
        table_text(block) if isinstance(block, ExtractedTable) else block.text_with_marker.strip(" ")
        for block in blocks
    )


def _kind(block: ExtractedBlock, happened: str) -> Kind:
    if isinstance(block, ExtractedTable):
        return Kind(f"table-{happened}")
    if happened == "deleted" and _is_signing(block):
        return Kind.SIGNATURE_DELETED
    return Kind(f"paragraph-{happened}")


def _added_kind(block: ExtractedBlock, *, signing: bool) -> Kind:
    return (
        Kind.SIGNATURE_ADDED if signing and isinstance(block, ExtractedParagraph) else _kind(block, "added")
    )


def _is_signing(block: ExtractedBlock) -> bool:
    return isinstance(block, ExtractedParagraph) and block.style in SIGNING


def _is_date(text: str) -> bool:
    """Whether the text is a date and nothing else, as one writes it below a signature."""
    wording = Wording(text.strip().removeprefix("วันที่").strip())
    return any(start == 0 and end == len(wording.text) for start, end in wording.dates)


def _with_moved_sentences(differences: list[Difference]) -> list[Difference]:
    """A sentence that is gone at one place and new at another is one that moved."""
    gone = [one for one in differences if one.kind in (Kind.SENTENCE_DELETED, Kind.PARAGRAPH_DELETED)]
    come = [one for one in differences if one.kind in (Kind.SENTENCE_ADDED, Kind.PARAGRAPH_ADDED)]
    if len(gone) * len(come) > MOST_PAIRS:
        return differences
    left = [(one, Item(key(one.expected), one.expected)) for one in gone]
    replaced: dict[int, Difference | None] = {}
    for new in come:
        item = Item(key(new.found), new.found)
        found = next((pair for pair in left if likeness(pair[1], item) >= JOINED), None)
        if found is not None:
            left.remove(found)
            replaced[id(found[0])] = None
            replaced[id(new)] = replace(new, kind=Kind.SENTENCE_MOVED, expected=found[0].expected)
    told = (replaced.get(id(one), one) for one in differences)
    return [one for one in told if one is not None]
