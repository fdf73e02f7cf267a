"""The faces that travel inside the file, so that a machine without TH Sarabun shows the right page.

An embedded face is obfuscated (ISO/IEC 29500, font embedding; `domain.md` §4.5): its first 32 bytes are
XORed with a GUID that the font table names. The GUID is made from the face itself: same face, same bytes.
"""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, assert_never

import uharfbuzz as hb

from pipeline.document.style import CLASSIFICATION, CharacterStyle, ParagraphStyle, StyleSheet
from pipeline.document.text import document_text, paragraphs
from pipeline.document.tree import Document, Paragraph, Text
from pipeline.render.docx.oxml import part_xml, relationship_element, w
from pipeline.resources import resource
from pipeline.typeset.fonts import FACES, face_key

OBFUSCATED = 32
"""So many bytes at a font's start are hidden."""

ALWAYS = "0123456789๐๑๒๓๔๕๖๗๘๙-() .,\u00a0"
"""Characters that Word sets of itself: numbers of pages and lists, and what stands around them."""

SARA_AM = "\u0e33"
PARTS_OF_AM = frozenset("\u0e4d\u0e32")
"""Shaping sets ำ as nikhahit and sara aa."""

SHAPING_OF_APPLE = (b"morx", b"feat")
"""Tables that no subsetter knows how to cut; glyphs keep their numbers, so they go along whole."""

Weight = tuple[bool, bool]
"""Bold, italic."""

SLOTS: dict[Weight, str] = {
    (False, False): "embedRegular",
    (True, False): "embedBold",
    (False, True): "embedItalic",
    (True, True): "embedBoldItalic",
}
"""A face's element in the font table, in schema order."""


@dataclass(frozen=True, slots=True)
class EmbeddedFace:
    """A face as it goes into the file: its `slot` in the font table, its GUID, the obfuscated bytes."""

    slot: str
    guid: str
    odttf: bytes


Extent = Literal["full", "subset"]
"""Whole faces, or only the document's characters: smaller, but nothing else can be typed in them."""


def embedded_faces(
    document: Document, sheet: StyleSheet, extent: Extent = "full"
) -> tuple[EmbeddedFace, ...]:
    """The faces of the sheet's family that the document's text is set in; the regular one always.

    None where the sheet wants a family of Word's that we have no file of.
    """
    if sheet.word_font:
        return ()
    used = {(False, False), *_weights(document, sheet)}
    characters = _characters(document, extent)
    return tuple(_embed_face(sheet.font, weight, characters) for weight in SLOTS if weight in used)


def _characters(document: Document, extent: Extent) -> frozenset[str] | None:
    """The characters of the document's text and those that Word makes (numbers, spaces, hyphens), or all."""
    if extent == "full":
        return None
    if extent != "subset":
        assert_never(extent)
    said = "".join((*document_text(document), document.classification, ALWAYS))
    return frozenset(said)


def _weights(document: Document, sheet: StyleSheet) -> set[Weight]:
    """The weights of all text; a cell's paragraph without a style counts as any that tables give out."""
    in_cells = {name for table in sheet.tables.values() for name in (table.header, table.band, table.total)}
    in_cells |= {column.style for table in sheet.tables.values() for column in table.columns}
    said = {(paragraph.style, own) for paragraph in paragraphs(document) for own in _looks(paragraph)}
    names = {
        (style, sheet.paragraphs[style].marker_style if own is None else own)
        for given, own in said
        for style in ({given} if given else in_cells)
    }
    if document.classification:
        names.add((CLASSIFICATION, ""))
    return {
        _weight(sheet.paragraphs[style], sheet.characters.get(name, CharacterStyle()))
        for style, name in names
    }


def _looks(paragraph: Paragraph) -> list[str | None]:
    """The character styles of a paragraph's texts; `None` for that of markers in its paragraph style."""
    return [
        *[part.style for part in paragraph.content if isinstance(part, Text)],
        *[text.style or None for text in paragraph.marker],
    ]


def _weight(around: ParagraphStyle, own: CharacterStyle) -> Weight:
    bold = around.bold if own.bold is None else own.bold
    italic = around.italic if own.italic is None else own.italic
    return bold, italic


@lru_cache(maxsize=2 * len(FACES))
def _embed_face(family: str, weight: Weight, characters: frozenset[str] | None) -> EmbeddedFace:
    bold, italic = weight
    font = resource("fonts", FACES[face_key(family, bold=bold, italic=italic)].file).read_bytes()
    if characters is not None:
        font = subset(font, characters)
    identity = uuid.UUID(bytes=hashlib.sha256(font).digest()[:16], version=4)
    return EmbeddedFace(SLOTS[weight], f"{{{str(identity).upper()}}}", obfuscate(font, identity))


def subset(font: bytes, characters: frozenset[str]) -> bytes:
    """The font with the glyphs of `characters` alone, the forms that their shaping needs included."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, characters | (PARTS_OF_AM if SARA_AM in characters else frozenset())))
    for everything in (wanted.layout_feature_tag_set, wanted.layout_script_tag_set, wanted.name_id_set):
        everything.clear()
        everything.invert()
    uncut = hb.Set(int.from_bytes(tag, "big") for tag in SHAPING_OF_APPLE)
    wanted.drop_table_tag_set.difference_update(uncut)
    wanted.no_subset_table_tag_set.update(uncut)
    wanted.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.RETAIN_GIDS
    return bytes(hb.subset(hb.Face(font), wanted).blob.data)


def obfuscate(font: bytes, identity: uuid.UUID) -> bytes:
    """The font with its first 32 bytes XORed by the GUID's bytes, the last first; its own inverse."""
    key = identity.bytes[::-1] * 2
    hidden = bytes(byte ^ mask for byte, mask in zip(font[:OBFUSCATED], key, strict=True))
    return hidden + font[OBFUSCATED:]


@lru_cache(maxsize=16)
def font_table_xml(family: str, faces: tuple[EmbeddedFace, ...]) -> bytes:
    """The part `word/fontTable.xml`; its relationships lead to the embedded faces in their order.

    Some machines know TH SarabunPSK as `THSarabunPSK` (`domain.md` §4.2): that is its other name here.
    """
    font = w("font", w("altName", val=family.replace(" ", "")), name=family)
    font.extend([w("charset", val="DE"), w("family", val="swiss"), w("pitch", val="variable")])
    for number, face in enumerate(faces, 1):
        font.append(relationship_element(face.slot, f"rId{number}", fontKey=face.guid))
    return part_xml(w("fonts", font))
