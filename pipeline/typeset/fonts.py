"""The faces that pages are set in: their metrics, what they cover, and the shaping of text in them.

Shaping is HarfBuzz's (uharfbuzz) and stands behind `Face.shape`. Faces are loaded once per process,
shaped words are kept in a bounded cache: a word's glyphs depend on nothing but the face and the word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from pipeline.resources import resource

FALLBACK = "DejaVu Sans"
"""The family that lends the glyphs which the paper's own family lacks (● ✓ ☐ Σ; `domain.md` §4.2)."""


_WHOLE_SARA_AM = "Zyyy"
"""HarfBuzz divides ำ in text that it knows to be Thai; the fonts have it as one glyph, which is one letter
of the text of the record. Their Thai rules stand in their default script too."""


class FaceFile(NamedTuple):
    """A face's file in `fonts/` and its line metrics in em."""

    file: str
    ascent: float
    descent: float


_PSK = (0.850, 0.460)
_NEW = (0.844, 0.457)
_DEJAVU = (0.928, 0.236)

FACES: dict[str, FaceFile] = {
    "TH SarabunPSK": FaceFile("THSarabun-Regular.ttf", *_PSK),
    "TH SarabunPSK Bold": FaceFile("THSarabun-Bold.ttf", *_PSK),
    "TH SarabunPSK Italic": FaceFile("THSarabun-Italic.ttf", *_PSK),
    "TH SarabunPSK Bold Italic": FaceFile("THSarabun-Bold-Italic.ttf", *_PSK),
    "TH Sarabun New": FaceFile("THSarabunNew-Regular.ttf", *_NEW),
    "TH Sarabun New Bold": FaceFile("THSarabunNew-Bold.ttf", *_NEW),
    "TH Sarabun New Italic": FaceFile("THSarabunNew-Italic.ttf", *_NEW),
    "TH Sarabun New Bold Italic": FaceFile("THSarabunNew-BoldItalic.ttf", *_NEW),
    FALLBACK: FaceFile("DejaVuSans.ttf", *_DEJAVU),
}
"""Line metrics are usWinAscent and usWinDescent, which Word takes for these fonts (`domain.md` §4.2)."""


class ShapedGlyph(NamedTuple):
    """A glyph with the text it stands for; advance and offsets in em."""

    gid: int
    text: str
    advance: float
    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class ShapedText:
    """A stretch of text in one face; `width` in em."""

    glyphs: tuple[ShapedGlyph, ...]
    width: float


class Face:
    """One face of a family, by its key in `FACES`."""

    def __init__(self, key: str) -> None:
        file, self.ascent, self.descent = FACES[key]
        self.key = key
        self.path: Path = resource("fonts", file)
        self._face = hb.Face(_without_state_machines(self.path.read_bytes()))
        self._font = hb.Font(self._face)
        self._em = self._face.upem
        self._cached_shape = lru_cache(maxsize=16_384)(self._shape)

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters that the face has glyphs for."""
        return frozenset(map(chr, self._face.unicodes))

    def covers(self, text: Sequence[str]) -> bool:
        """Whether the face has a glyph for each character of `text`."""
        return self.characters.issuperset(text)

    def shape(self, text: str) -> ShapedText:
        """`text` as glyphs in reading order, each with the text it stands for."""
        return self._cached_shape(text)

    def forget(self) -> None:
        """Lets go of the shapes of past texts; they are worked out anew when they come again."""
        self._cached_shape.cache_clear()

    def _shape(self, text: str) -> ShapedText:
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        if buffer.script == "Thai":
            buffer.script = _WHOLE_SARA_AM
        buffer.direction = "ltr"
        hb.shape(self._font, buffer)
        starts = [info.cluster for info in buffer.glyph_infos]
        texts = _text_of_clusters(text, starts)
        glyphs = tuple(
            ShapedGlyph(
                info.codepoint,
                part,
                position.x_advance / self._em,
                position.x_offset / self._em,
                position.y_offset / self._em,
            )
            for info, position, part in zip(buffer.glyph_infos, buffer.glyph_positions, texts, strict=True)
        )
        return ShapedText(glyphs, sum(glyph.advance for glyph in glyphs))


def _without_state_machines(data: bytes) -> bytes:
    """The font with its `morx` table hidden, so that HarfBuzz takes the rules of `GSUB`, as Word does.

    The `morx` of TH SarabunPSK leaves the tone marks of คู่, กู้ and a few more high in the air.
    The name it gets here keeps the font's directory in order.
    """
    directory = 12 + 16 * int.from_bytes(data[4:6], "big")
    return data[:directory].replace(b"morx", b"morz") + data[directory:]


def _text_of_clusters(text: str, starts: list[int]) -> list[str]:
    """Each glyph's share of `text`: the first glyph of a cluster takes it all, the others nothing."""
    bounds = [*sorted(set(starts)), len(text)]
    end_of = dict(pairwise(bounds))
    firsts = [index == 0 or starts[index - 1] != start for index, start in enumerate(starts)]
    return [text[start : end_of[start]] if first else "" for start, first in zip(starts, firsts, strict=True)]


@lru_cache(maxsize=len(FACES))
def face(key: str) -> Face:
    """The loaded face of a key of `FACES`."""
    return Face(key)


def face_key(family: str, *, bold: bool, italic: bool) -> str:
    """The key of a family's face: `TH SarabunPSK Bold`."""
    return " ".join([family, *(["Bold"] if bold else []), *(["Italic"] if italic else [])])
