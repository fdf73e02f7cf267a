"""The distances between the glyphs of a run: the same in every file, and so worked out once."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pipeline.document.lengths import Pt
from pipeline.render.pdf.codes import Pair, common_codes
from pipeline.render.pdf.fonts import widths_of
from pipeline.typeset.items import Glyph


class Same:
    """Glyphs that are the same only as themselves.

    A line that papers share is one object, and to look it up by its some forty glyphs takes longer than
    all else that is done for it.
    """

    __slots__ = ("glyphs",)

    def __init__(self, glyphs: tuple[Glyph, ...]) -> None:
        self.glyphs = glyphs

    def __hash__(self) -> int:
        return id(self.glyphs)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.glyphs is other.glyphs


class Spaced(NamedTuple):
    """A run as `TJ` takes it. `array` has the codes that are the same in every file, `common`.

    Each `%s` in it waits for the code of one of the `others`, which a file numbers itself. Glyphs without a
    text of their own are `drawn`, by their places: a code must stand for some text (ISO 14289-1 §7.21.7).
    """

    array: str
    common: frozenset[str]
    others: tuple[Pair, ...]
    drawn: tuple[int, ...]


@lru_cache(maxsize=4_096)
def space_glyphs(run: Same, face: str, size: Pt) -> Spaced:
    """The glyphs of a run in a face and size (pt), with the distances beyond their own widths, 1/1000 em.

    Distances are whole numbers; what rounding leaves is made up at the next one.
    """
    codes, widths = common_codes(face).get, widths_of(face)
    array: list[str] = []
    others: list[Pair] = []
    common: set[str] = set()
    thousandth, beyond = size / 1000, 0.0
    for gid, text, advance, _, _ in run.glyphs:
        if text:
            pair = (gid, text)
            if code := codes(pair):
                common.add(code)
                array.append(code)
            else:
                others.append(pair)
                array.append("%s")
            beyond += widths[gid]
        beyond -= advance / thousandth
        if not -0.5 < beyond < 0.5:
            whole = round(beyond)
            array.append(f">{whole}<")
            beyond -= whole
    drawn = tuple([place for place, glyph in enumerate(run.glyphs) if not glyph.text])
    return Spaced(f"<{''.join(array)}>".removesuffix("<>"), frozenset(common), tuple(others), drawn)
