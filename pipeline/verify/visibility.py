"""Text that is not visible as it reads, apart from what the data's own paper has so too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.extraction.extracted import ExtractedDocument, Graphic
from pipeline.verify.differences import Difference, Kind
from pipeline.verify.pictures import are_alike
from pipeline.verify.wording import key

TOLERANCE = 0.05
"""A picture may be so much larger or smaller than the data's own."""


def visibility_differences(expected: ExtractedDocument, found: ExtractedDocument) -> Iterator[Difference]:
    """What is struck, hidden, covered, exchanged or computed in `found` and is not so in `expected`."""
    usual = Counter((one.kind, key(one.quote)) for one in expected.visibility)
    for issue in found.visibility:
        said = issue.kind, key(issue.quote)
        if usual[said]:
            usual[said] -= 1
        else:
            yield Difference(Kind(issue.kind), issue.place, found=issue.quote)
    yield from _graphic_differences(list(expected.graphics), list(found.graphics))


def _graphic_differences(expected: list[Graphic], found: list[Graphic]) -> Iterator[Difference]:
    left: list[Graphic] = []
    for one in found:
        own = next((other for other in expected if _is_same(other, one)), None)
        if own is None:
            left.append(one)
            continue
        expected.remove(own)
        if _is_altered(own, one):
            yield Difference(Kind.PICTURE_CHANGED, one.place, own.name, one.name)
    for one in left:
        if expected and one.digests and not one.in_front > expected[0].in_front:
            own = expected.pop(0)
            yield Difference(Kind.PICTURE_CHANGED, one.place, own.name, one.name)
        else:
            kind = Kind.COVERED if one.in_front else Kind.PICTURE_ADDED
            yield Difference(kind, one.place, found=one.name)
    for one in expected:
        yield Difference(Kind.PICTURE_DELETED, one.place, one.name)


def _is_same(own: Graphic, found: Graphic) -> bool:
    """Whether both show the same images; a word processor may save fewer of them, or save them anew."""
    if not found.digests or not own.digests:
        return found.digests == own.digests and found.name == own.name
    if found.digests <= own.digests:
        return True
    new = [image for image in found.images if image not in own.images]
    return len(found.images) == len(found.digests) and all(
        any(are_alike(image, other) for other in own.images) for image in new
    )


def _is_altered(own: Graphic, found: Graphic) -> bool:
    sizes = ((own.width, found.width), (own.height, found.height))
    resized = any(abs(new - old) > TOLERANCE * old for old, new in sizes)
    return resized or found.hidden > own.hidden or bool(set(found.look) - set(own.look))
