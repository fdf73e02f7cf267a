"""Fonts inside a PDF: each face a subset, each glyph with the text it stands for.

A face becomes a Type0 font with codes of our own (`render.pdf.codes`). `CIDToGIDMap` leads from code to
glyph, `ToUnicode` from code to text.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

import uharfbuzz as hb

from pipeline.render.pdf.codes import Codes, Pair
from pipeline.render.pdf.file import CompactDocument, stream
from pipeline.render.pictures import PathPen
from pipeline.typeset.fonts import FACES, face

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{ranges}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""

_BF_LIMIT = 100
"""A CMap operator takes at most so many lines (PDF 32000-1 §9.7.5.4, after Adobe TN 5014)."""


_NOT_FOR_PDF = (b"GSUB", b"GPOS", b"GDEF", b"DSIG", b"kern")
"""Layout tables: the glyphs are chosen and placed before they come here."""


class _Subset(NamedTuple):
    """A subset's file, compressed; its length before that; the six capitals that name it."""

    packed: bytes
    length: int
    tag: str


@lru_cache(maxsize=64)
def _subset(key: str, gids: frozenset[int]) -> _Subset:
    """The face with the outlines of `gids` only, numbered as in the whole face."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(gids)
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in _NOT_FOR_PDF)
    data = hb.subset(_load_whole_face(key), wanted).blob.data
    return _Subset(zlib.compress(data), len(data), _tag(data))


class EmbeddedFont:
    """One face in one document; `codes` hands out its codes, `write` its PDF objects at the end."""

    def __init__(self, key: str, number: int) -> None:
        self.key = key
        self.resource = f"F{number}"
        self.codes = Codes(key)

    def outline(self, gid: int) -> str:
        """The glyph's path in em, for a glyph that is drawn and not written."""
        return _outline(self.key, gid)

    def write(self, document: CompactDocument) -> int:
        """Adds the font's objects to a document; the number of the font itself."""
        used = self.codes.codes_in_use()
        subset = _subset(self.key, frozenset(gid for _, (gid, _) in used))
        name = f"/{subset.tag}+{self.key.replace(' ', '')}"
        data = document.add(stream(subset.packed, f"/Length1 {subset.length}"))
        descriptor = document.add(f"{_descriptor(self.key, name)}/FontFile2 {data} 0 R>>")
        maps = _maps(self.key, used)
        gid_map, to_unicode = document.add(stream(maps.gids)), document.add(stream(maps.unicode))
        descendant = document.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont{name}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor} 0 R/W[{maps.widths}]/CIDToGIDMap {gid_map} 0 R>>"
        )
        return document.add(
            f"<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {to_unicode} 0 R>>"
        )


class Fonts:
    """The faces of one document in the order of their first use."""

    def __init__(self) -> None:
        self._fonts: dict[str, EmbeddedFont] = {}

    def __getitem__(self, key: str) -> EmbeddedFont:
        if key not in self._fonts:
            self._fonts[key] = EmbeddedFont(key, len(self._fonts) + 1)
        return self._fonts[key]

    def write(self, document: CompactDocument) -> str:
        """Adds all fonts to a document; the dictionary that names those that wrote something."""
        used = [font for font in self._fonts.values() if font.codes.codes_in_use()]
        return "<<" + "".join(f"/{font.resource} {font.write(document)} 0 R" for font in used) + ">>"


class _Maps(NamedTuple):
    """What the codes of a font stand for: glyphs and text, compressed, and their widths as `W` has them."""

    gids: bytes
    unicode: bytes
    widths: str


@lru_cache(maxsize=64)
def _maps(key: str, used: tuple[tuple[str, Pair], ...]) -> _Maps:
    gid_of = {int(code, 16): gid for code, (gid, _) in used}
    gids = b"".join(gid_of.get(code, 0).to_bytes(2, "big") for code in range(max(gid_of) + 1))
    lines = [f"<{code}> <{_utf16(text)}>" for code, (_, text) in used]
    chunks = [lines[at : at + _BF_LIMIT] for at in range(0, len(lines), _BF_LIMIT)]
    ranges = "\n".join(f"{len(chunk)} beginbfchar\n" + "\n".join(chunk) + "\nendbfchar" for chunk in chunks)
    unicode = _CMAP.format(ranges=ranges).encode("ascii")
    return _Maps(zlib.compress(gids), zlib.compress(unicode), "".join(_widths(key, gid_of)))


def _widths(key: str, gid_of: Mapping[int, int]) -> Iterator[str]:
    """Codes that follow one another share a list (PDF 32000-1 §9.7.4.3)."""
    for _, stretch in groupby(enumerate(gid_of), lambda place: place[1] - place[0]):
        codes = [code for _, code in stretch]
        yield f"{codes[0]}[{' '.join(_format_number(widths_of(key)[gid_of[code]]) for code in codes)}]"


def _descriptor(key: str, name: str) -> str:
    """A font descriptor without its end, which names the font's file."""
    file = FACES[key]
    italic = "Italic" in key
    return (
        f"<</Type/FontDescriptor/FontName{name}/Flags {4 | (64 if italic else 0)}"
        f"/FontBBox[{' '.join(map(str, _bounds(key)))}]/ItalicAngle {-12 if italic else 0}"
        f"/Ascent {round(file.ascent * 1000)}/Descent {-round(file.descent * 1000)}"
        f"/CapHeight 500/StemV {120 if 'Bold' in key else 80}"
    )


class _Widths(dict[int, float]):
    """Advance widths of a face's glyphs, 1/1000 em."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._font, self._em = hb.Font(_load_whole_face(key)), _load_whole_face(key).upem

    def __missing__(self, gid: int) -> float:
        made = self[gid] = float(self._font.get_glyph_h_advance(gid) * 1000 / self._em)
        return made


@lru_cache(maxsize=len(FACES))
def widths_of(key: str) -> Mapping[int, float]:
    """The advance width of each glyph of a face, in 1/1000 em."""
    return _Widths(key)


@lru_cache(maxsize=64)
def _outline(key: str, gid: int) -> str:
    pen = PathPen(1 / _load_whole_face(key).upem, digits=4)
    hb.Font(_load_whole_face(key)).draw_glyph_with_pen(gid, pen)
    return " ".join(pen.operators)


@lru_cache(maxsize=len(FACES))
def _load_whole_face(key: str) -> Any:
    return hb.Face(hb.Blob.from_file_path(str(face(key).path)))


@lru_cache(maxsize=len(FACES))
def _bounds(key: str) -> tuple[int, ...]:
    """The box that holds every glyph of the face, 1/1000 em: `head` xMin yMin xMax yMax."""
    head = _load_whole_face(key).reference_table("head").data
    scale = 1000 / _load_whole_face(key).upem
    corners = [int.from_bytes(head[at : at + 2], "big", signed=True) for at in (36, 38, 40, 42)]
    return tuple(round(corner * scale) for corner in corners)


def _tag(data: bytes) -> str:
    """The six capitals that name a subset (PDF 32000-1 §9.6.4), the same for the same bytes."""
    digest = hashlib.sha256(data).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def _format_number(number: float) -> str:
    return f"{number:.3f}".rstrip("0").rstrip(".")
