"""Fonts inside a PDF: each face a subset, each glyph with the text it stands for.

A face becomes a Type0 font with codes of our own (PDF 32000-1 §9.7): one code for each pair of
glyph and text, so that copy and search give back what was written even where one glyph serves
several characters or a mark has an alternate form. `CIDToGIDMap` leads from code to glyph,
`ToUnicode` from code to text.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any, NamedTuple

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from pipeline.typeset.fonts import FACES, face
from pipeline.typeset.items import Glyph

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
    data: bytes
    widths: dict[int, float]


@lru_cache(maxsize=64)
def _subset(key: str, gids: frozenset[int]) -> _Subset:
    """The face with the outlines of `gids` only, numbered as in the whole face; widths in 1/1000 em."""
    whole = hb.Face(hb.Blob.from_file_path(str(face(key).path)))
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(gids)
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in _NOT_FOR_PDF)
    font = hb.Font(whole)
    widths = {gid: font.get_glyph_h_advance(gid) * 1000 / whole.upem for gid in gids}
    return _Subset(hb.subset(whole, wanted).blob.data, widths)


class EmbeddedFont:
    """One face in one document; hands out codes and, at the end, its PDF objects.

    It follows reportlab's protocol of a dynamic font: `Canvas.save` calls `addObjects`.
    """

    _dynamicFont = True

    def __init__(self, key: str, number: int) -> None:
        self.key = key
        self.resource = f"F{number}"
        self._codes: dict[tuple[int, str], int] = {}

    def code(self, glyph: Glyph) -> int:
        """The code that stands for the glyph with its text."""
        return self._codes.setdefault((glyph.gid, glyph.text), len(self._codes) + 1)

    def width(self, gid: int) -> float:
        """Advance width of a glyph in em."""
        return _advance(self.key, gid)

    def addObjects(self, doc: Any) -> None:
        """Adds the font's objects to a reportlab document."""
        subset = _subset(self.key, frozenset(gid for gid, _ in self._codes))
        name = f"{_tag(subset.data)}+{self.key.replace(' ', '')}"
        descendant = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{name}",
            "CIDSystemInfo": pdfdoc.PDFDictionary(
                {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}
            ),
            "FontDescriptor": doc.Reference(self._descriptor(doc, name, subset.data)),
            "W": pdfdoc.PDFArray(
                [1, pdfdoc.PDFArray([_short(subset.widths[gid]) for gid, _ in self._codes])]
            ),
            "CIDToGIDMap": doc.Reference(_stream(self._gid_map())),
        }
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{name}",
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([doc.Reference(pdfdoc.PDFDictionary(descendant))]),
            "ToUnicode": doc.Reference(_stream(self._to_unicode().encode("ascii"))),
        }
        fonts = doc.idToObject["BasicFonts"].dict
        fonts[self.resource] = doc.Reference(pdfdoc.PDFDictionary(font))

    def _descriptor(self, doc: Any, name: str, data: bytes) -> Any:
        file = FACES[self.key]
        italic = "Italic" in self.key
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": f"/{name}",
                "Flags": 4 | (64 if italic else 0),
                "FontBBox": pdfdoc.PDFArray(list(_bounds(self.key))),
                "ItalicAngle": -12 if italic else 0,
                "Ascent": round(file.ascent * 1000),
                "Descent": -round(file.descent * 1000),
                "CapHeight": 500,
                "StemV": 120 if "Bold" in self.key else 80,
                "FontFile2": doc.Reference(_stream(data, Length1=len(data))),
            }
        )

    def _gid_map(self) -> bytes:
        return b"\0\0" + b"".join(gid.to_bytes(2, "big") for gid, _ in self._codes)

    def _to_unicode(self) -> str:
        lines = [f"<{code:04X}> <{_utf16(text)}>" for (_, text), code in self._codes.items() if text]
        chunks = [lines[at : at + _BF_LIMIT] for at in range(0, len(lines), _BF_LIMIT)]
        ranges = "\n".join(
            f"{len(chunk)} beginbfchar\n" + "\n".join(chunk) + "\nendbfchar" for chunk in chunks
        )
        return _CMAP.format(ranges=ranges)


@lru_cache(maxsize=8_192)
def _advance(key: str, gid: int) -> float:
    whole = _whole(key)
    return float(hb.Font(whole).get_glyph_h_advance(gid) / whole.upem)


@lru_cache(maxsize=len(FACES))
def _whole(key: str) -> Any:
    return hb.Face(hb.Blob.from_file_path(str(face(key).path)))


@lru_cache(maxsize=len(FACES))
def _bounds(key: str) -> tuple[int, ...]:
    """The box that holds every glyph of the face, 1/1000 em: `head` xMin yMin xMax yMax."""
    head = _whole(key).reference_table("head").data
    scale = 1000 / _whole(key).upem
    corners = [int.from_bytes(head[at : at + 2], "big", signed=True) for at in (36, 38, 40, 42)]
    return tuple(round(corner * scale) for corner in corners)


def _stream(content: bytes, **entries: Any) -> Any:
    stream = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
    stream.dictionary.dict.update(entries)
    return stream


def _tag(data: bytes) -> str:
    """The six capitals that name a subset (PDF 32000-1 §9.6.4), the same for the same bytes."""
    digest = hashlib.sha256(data).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def _short(number: float) -> float | int:
    return round(number) if abs(number - round(number)) < 0.001 else round(number, 3)
