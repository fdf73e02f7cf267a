"""How a finished paper differs from what it should say, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.batch.verification.alignment import JOINED, Item, align, likeness
from pipeline.batch.verification.changes import Setting
from pipeline.batch.verification.differences import Difference, Kind
from pipeline.batch.verification.kinds import SIGNING
from pipeline.batch.verification.paragraphs import paragraph_differences
from pipeline.batch.verification.tables import table_differences, table_item, table_text
from pipeline.batch.verification.wording import Wording, key
from pipeline.intake.finished import (
    FinishedBlock,
    FinishedPaper,
    FinishedParagraph,
    FinishedTable,
    PaperPlace,
    Part,
)
from pipeline.thai.breaks import NO_NAMES, Names

Blocks = Sequence[FinishedBlock]

_PARTS: tuple[Part, ...] = ("header", "body", "box", "note", "footer")
_REPEATED: tuple[Part, ...] = ("header", "footer")
"""What is said on every page; a file may hold it once for each section."""


def paper_differences(
    expected: FinishedPaper, found: FinishedPaper, names: Names = NO_NAMES
) -> tuple[Difference, ...]:
    """What `found` says otherwise than `expected`, in the order of `found`; `names` are those of the data."""
    differences: list[Difference] = []
    for part in _PARTS:
        old, new = (_of_part(paper, part) for paper in (expected, found))
        differences += block_differences(old, new, Setting(PaperPlace(part), names=names))
    return tuple(_with_moved_sentences(differences))


def block_differences(expected: Blocks, found: Blocks, setting: Setting) -> Iterator[Difference]:
    """What differs between two lists of blocks, which are a part of a paper or stand in a cell."""
    in_cell = bool(setting.place.table)
    before, signing = setting.place, False
    for match in align([_item(block) for block in expected], [_item(block) for block in found]):
        old, new = [expected[at] for at in match.expected], [found[at] for at in match.found]
        if match.moved and new:
            yield Difference(_kind(new[0], "moved"), new[0].place, _text(old), _text(new))
        if old and new:
            yield from _pair_differences(old, new, setting)
        elif old:
            yield Difference(_kind(old[0], "deleted"), before, _text(old), after=not in_cell)
        elif signing and _is_date(_text(new)):
            yield Difference(Kind.FILLED, new[0].place, found=_text(new))
        else:
            yield Difference(_added_kind(new[0], signing=signing), new[0].place, found=_text(new))
        before = new[-1].place if new and not in_cell else before
        signing = _is_signing(old[0]) if old else signing


def _of_part(paper: FinishedPaper, part: Part) -> list[FinishedBlock]:
    blocks = [block for block in (*paper.blocks, *paper.furniture) if block.place.part == part]
    return list({_item(block).key: block for block in blocks}.values()) if part in _REPEATED else blocks


def _pair_differences(old: Blocks, new: Blocks, setting: Setting) -> Iterator[Difference]:
    """Two blocks, or one that was split or joined from several."""
    first, second = old[0], new[0]
    if isinstance(first, FinishedTable) and isinstance(second, FinishedTable):
        yield from table_differences(first, second, setting, block_differences)
    elif isinstance(first, FinishedParagraph):
        place = setting.place if setting.place.table else second.place
        here = replace(setting, place=place, style=first.style, level=first.level)
        yield from paragraph_differences(_text(old), _text(new), here)


def _item(block: FinishedBlock) -> Item:
    if isinstance(block, FinishedTable):
        return table_item(block)
    return Item(key(block.said), block.said, joinable=True)


def _text(blocks: Blocks) -> str:
    """What the blocks say, one a line."""
    return "\n".join(
        table_text(block) if isinstance(block, FinishedTable) else block.said.strip(" ") for block in blocks
    )


def _kind(block: FinishedBlock, happened: str) -> Kind:
    if isinstance(block, FinishedTable):
        return Kind(f"table-{happened}")
    if happened == "deleted" and _is_signing(block):
        return Kind.SIGNATURE_DELETED
    return Kind(f"paragraph-{happened}")


def _added_kind(block: FinishedBlock, *, signing: bool) -> Kind:
    return Kind.SIGNATURE_ADDED if signing and isinstance(block, FinishedParagraph) else _kind(block, "added")


def _is_signing(block: FinishedBlock) -> bool:
    return isinstance(block, FinishedParagraph) and block.style in SIGNING


def _is_date(text: str) -> bool:
    """Whether the text is a date and nothing else, as one writes it below a signature."""
    wording = Wording(text.strip().removeprefix("วันที่").strip())
    return any(start == 0 and end == len(wording.text) for start, end in wording.dates)


def _with_moved_sentences(differences: list[Difference]) -> Iterator[Difference]:
    """A sentence that is gone at one place and new at another is one that moved."""
    gone = {
        at: Item(key(one.expected), one.expected)
        for at, one in enumerate(differences)
        if one.kind in (Kind.SENTENCE_DELETED, Kind.PARAGRAPH_DELETED)
    }
    moved: dict[int, Difference] = {}
    for at, one in enumerate(differences):
        if one.kind not in (Kind.SENTENCE_ADDED, Kind.PARAGRAPH_ADDED):
            continue
        come = Item(key(one.found), one.found)
        source = next((left for left, item in gone.items() if likeness(item, come) >= JOINED), None)
        if source is not None:
            del gone[source]
            moved[at] = replace(one, kind=Kind.SENTENCE_MOVED, expected=differences[source].expected)
            moved[source] = moved[at]
    told: set[int] = set()
    for at, one in enumerate(differences):
        if at not in moved:
            yield one
        elif id(moved[at]) not in told and one.kind in (Kind.SENTENCE_ADDED, Kind.PARAGRAPH_ADDED):
            told.add(id(moved[at]))
            yield moved[at]
