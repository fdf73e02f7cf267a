"""How a paragraph differs from what it should say."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.verify.changes import Change, Comparison, Setting
from pipeline.verify.differences import Difference, Kind
from pipeline.verify.kinds import classify_change, is_filled, kind_of_whole
from pipeline.verify.wording import Wording, key

REWRITTEN = 0.35
"""A paragraph that keeps less than this of its words is told as a whole, not word by word."""

SHORT = 6
"""So few words are always told one by one."""


def paragraph_differences(expected: str, found: str, setting: Setting) -> Iterator[Difference]:
    """What differs between two texts, change by change; nothing if they say the same."""
    if key(expected) == key(found):
        return
    compared = Comparison(Wording(expected), Wording(found))
    changes = list(compared.changes)
    if not changes or (compared.kept < REWRITTEN and len(compared.old.tokens) > SHORT):
        yield _make_difference(kind_of_whole(compared.whole, setting), compared.whole, setting)
        return
    told = set()
    for change in changes:
        if is_filled(change):
            yield _make_difference(Kind.FILLED, change, setting)
            continue
        kind, wide = classify_change(change, compared, setting)
        if (kind, wide.expected, wide.found) not in told:
            told.add((kind, wide.expected, wide.found))
            yield _make_difference(kind, wide, setting)


def _make_difference(kind: Kind, change: Change, setting: Setting) -> Difference:
    return Difference(kind, setting.place, change.deleted, change.added, near=change.near)
