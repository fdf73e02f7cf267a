"""Packages, PDFs and pictures spoilt in their structure."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
import zlib
from typing import Any

import pikepdf
from fuzz_mutations import BYTES, VALUES, Chance, Mutation, doubled, flipped
from PIL import Image

BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><x>&j;</x>"
)
XML_VALUES = (
    "",
    "-1",
    "0",
    "1e9",
    "99999999999",
    "NaN",
    "A1:XFD1048576",
    "A0",
    "ZZZZ9",
    "ก",
    "&#1;",
    "rId999",
    "../../x",
    "x" * 5_000,
    "1048577",
    "General;;;;;",
    "[$-1070000]d/m/yyyy",
    "true",
    "s",
    "inlineStr",
    "dissimilar",
    "%s%n",
    "4294967296",
)


def in_a_part(data: bytes, chance: Chance) -> bytes:
    """One part of a package is spoilt, gone, packed otherwise, or a bomb."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    except (zipfile.BadZipFile, zlib.error):
        return flipped(data, chance)
    name = chance.choice(
        sorted(parts, key=lambda one: (not one.endswith(".xml"), one))[: max(4, len(parts) * 3 // 4)]
    )
    what = chance.randrange(12)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for each, content in parts.items():
            if each != name:
                package.writestr(each, content)
            elif what == 0:
                continue
            elif what == 1:
                package.writestr(each, chance.choice(BYTES)(content or b"x", chance))
            elif what == 2:
                package.writestr(each, BOMB)
            elif what == 3:
                package.writestr(each, b"<x>" * 30_000)
            elif what == 4:
                package.writestr(each, content[:-20] + b" " * 60_000_000 + content[-20:])
            elif what == 5:
                package.writestr(each, content)
                package.writestr(f"{each}/../x", content)
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    package.writestr(each, content[: len(content) // 2])
            else:
                package.writestr(each, in_xml(content, chance))
    spoilt = bytearray(written.getvalue())
    if what in (6, 7):
        _spoil_directory(spoilt, chance)
    return bytes(spoilt)


def _spoil_directory(data: bytearray, chance: Chance) -> None:
    """An entry claims another method of packing, a password, or another size."""
    entries = [found.start() for found in re.finditer(b"PK\x01\x02", data)]
    at = chance.choice(entries)
    offset, width, value = chance.choice(
        ((10, "<H", 99), (8, "<H", 1), (24, "<I", 5), (24, "<I", 0xFFFFFFFF), (42, "<I", 0x7FFFFFFF))
    )
    struct.pack_into(width, data, at + offset, value)


def in_xml(data: bytes, chance: Chance) -> bytes:
    """An attribute, a text or an element is something else."""
    what = chance.randrange(5)
    attributes = list(re.finditer(rb'="([^"]*)"', data))
    texts = list(re.finditer(rb">([^<]+)<", data))
    elements = list(re.finditer(rb"<(\w[\w:]*)[^<>]*?(?:/>|>[^<]*</\1>)", data))
    if what <= 1 and attributes:
        found = chance.choice(attributes)
        return data[: found.start(1)] + chance.choice(XML_VALUES).encode() + data[found.end(1) :]
    if what == 2 and texts:
        found = chance.choice(texts)
        typed = chance.choice((*VALUES, *XML_VALUES)).encode("utf-8", "surrogatepass")
        return (
            data[: found.start(1)]
            + typed.replace(b"<", b"&lt;").replace(b"&a", b"&amp;a")
            + data[found.end(1) :]
        )
    if elements:
        found = chance.choice(elements)
        times = chance.choice((0, 2, 3_000))
        return data[: found.start()] + found[0] * times + data[found.end() :]
    return doubled(data or b"x", chance)


def in_a_pdf(data: bytes, chance: Chance) -> bytes:
    """An object of a PDF holds something else, or itself."""
    try:
        opened = pikepdf.open(io.BytesIO(data))
    except pikepdf.PdfError:
        return flipped(data, chance)
    with opened as pdf:
        what = chance.randrange(8)
        written = io.BytesIO()
        page = pdf.pages[0]
        if what == 0:
            pdf.save(written, encryption=pikepdf.Encryption(owner="o", user=chance.choice(("", "u"))))
            return written.getvalue()
        if what == 1:
            _recursive_forms(pdf)
        elif what == 2:
            content = zlib.compress(b"\0" * 300_000_000, 1) if chance.random() < 0.2 else b"(x) Tj " * 200_000
            page.Contents = pikepdf.Stream(pdf, content)
            if content[:1] == b"x":
                page.Contents = pdf.make_stream(b"")
                page.Contents.write(content, filter=pikepdf.Name.FlateDecode)
        elif what == 3:
            kind = chance.choice(
                ("JBIG2Decode", "JPXDecode", "DCTDecode", "LZWDecode", "CCITTFaxDecode", "NoSuch")
            )
            page.Contents.write(b"garbage" * 99, filter=pikepdf.Name(f"/{kind}"))
        elif what == 4:
            pdf.Root.Pages.Kids.append(pdf.Root.Pages)
        else:
            _spoil_objects(pdf, chance)
        try:
            pdf.save(written, static_id=True)
        except (pikepdf.PdfError, RuntimeError, ValueError):
            return flipped(data, chance)
    return written.getvalue()


def _recursive_forms(pdf: pikepdf.Pdf) -> None:
    """Each of a chain of forms draws the next one many times; the last draws the first."""
    forms = [
        pdf.make_stream(
            b"/F Do " * 9, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]
        )
        for _ in range(12)
    ]
    for form, following in zip(forms, [*forms[1:], forms[0]], strict=True):
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=following))
    page = pdf.pages[0]
    page.Resources.XObject = pikepdf.Dictionary(F=forms[0])
    page.Contents = pdf.make_stream(b"/F Do")


def _spoil_objects(pdf: pikepdf.Pdf, chance: Chance) -> None:
    objects: list[Any] = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary | pikepdf.Stream)]
    for _ in range(chance.choice((1, 3, 9))):
        one = chance.choice(objects)
        keys = [key for key in one.keys() if key not in ("/Length", "/Filter", "/DecodeParms")]  # noqa: SIM118
        if keys:
            values = (
                0,
                -1,
                2**31,
                "x" * 999,
                pikepdf.Name.X,
                pikepdf.Array(),
                pikepdf.Dictionary(),
                None,
                chance.choice(objects),
                True,
            )
            value = chance.choice(values)
            key = chance.choice(keys)
            if value is None:
                del one[key]
            else:
                one[key] = value


def svg_otherwise(data: bytes, chance: Chance) -> bytes:
    """A drawing with odd boxes, paths and bombs."""
    odd = chance.choice(
        (
            b"<svg viewBox='0 0 0 0'><path d='M0 0h9'/></svg>",
            b"<svg viewBox='a b c d'/>",
            b"<svg viewBox='0 0 1e-300 1e300'><path d='M0 0z'/></svg>",
            b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><path d='"
            + b"M0 0L9 9" * 60_000
            + b"'/></svg>",
            b"<svg viewBox='0 0 9 9'>" + b"<g>" * 3_000 + b"</g>" * 3_000 + b"</svg>",
            BOMB.replace(b"<x>", b"<svg viewBox='0 0 9 9'>").replace(b"</x>", b"</svg>"),
            b"<svg viewBox='nan nan nan nan'><path d='Mnan nanL1e999 9'/></svg>",
            b"<svg xmlns='http://www.w3.org/2000/svg' width='5' height='5'><path d='M0 0H5V5z'/></svg>",
            b"<svg viewBox='0 0 9 9'><image href='file:///etc/passwd'/></svg>",
            b"<svg viewBox='0 0 9 9'><path d='A A A A'/></svg>",
            b"<html/>",
        )
    )
    return odd if chance.random() < 0.5 else in_xml(data, chance)


def png_otherwise(data: bytes, chance: Chance) -> bytes:
    """A picture of another kind or size than it says."""
    what = chance.randrange(4)
    if what == 0:
        header = struct.pack(">II5B", chance.choice((0, 60_000, 2**31 - 1)), 60_000, 8, 2, 0, 0, 0)
        return data[:12] + b"IHDR" + header + struct.pack(">I", zlib.crc32(b"IHDR" + header)) + data[33:]
    if what == 1:
        return data[:8] + data[33:]
    written = io.BytesIO()
    size = chance.choice(((1, 1), (1, 3_000), (3_000, 1), (300, 300)))
    form, mode = chance.choice(
        (
            ("GIF", "P"),
            ("BMP", "RGB"),
            ("TIFF", "CMYK"),
            ("WEBP", "RGBA"),
            ("JPEG", "CMYK"),
            ("PNG", "I;16"),
            ("PNG", "LA"),
            ("PNG", "1"),
        )
    )
    Image.new(mode, size).save(written, form)
    return written.getvalue()


PACKAGES: tuple[Mutation, ...] = (in_a_part, in_a_part, in_a_part, in_a_part, in_a_part, *BYTES)
PDFS: tuple[Mutation, ...] = (in_a_pdf, in_a_pdf, in_a_pdf, in_a_pdf, *BYTES)
DRAWINGS: tuple[Mutation, ...] = (svg_otherwise, svg_otherwise, svg_otherwise, *BYTES)
PICTURES: tuple[Mutation, ...] = (png_otherwise, png_otherwise, *BYTES)
