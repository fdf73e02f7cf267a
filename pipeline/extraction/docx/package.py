"""A DOCX as a package of parts, opened with care: it may be damaged, locked, or made to do harm.

Nothing in it is run or fetched. Parts are read only as far as a real paper could be long.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from pathlib import Path
from typing import NoReturn

from lxml import etree

from pipeline.diagnostics import InputError
from pipeline.extraction.docx.names import PACKAGE_RELATIONS, Element, transitional
from pipeline.extraction.docx.refusals import refuse, refuse_other_kind
from pipeline.intake.opening import empty_file, ordinary_bytes, unreadable

MOST_FILE = 100_000_000
"""Bytes of a DOCX; larger ones hold pictures that no paper of ours needs."""

MOST_PART = 20_000_000
"""Bytes of one part, unpacked. The text of a 24-page report takes a hundredth of it."""

MOST_PARTS = 5_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


def file_bytes(path: Path) -> bytes:
    """The bytes of the file. Raises `InputError`."""
    try:
        if path.stat().st_size > MOST_FILE:
            refuse("too-large", str(path))
        return ordinary_bytes(path)
    except OSError as error:
        raise InputError([unreadable(path, error)]) from error


class Package:
    """The parts of one DOCX, by name and by relation. Every method raises `InputError`."""

    def __init__(self, data: bytes, source: str) -> None:
        self.source = source
        self._whole = data
        _refuse_other_kinds(data, source)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED:
            refuse("damaged", source)
        names = self._archive.namelist()
        if len({name.lower() for name in names}) < len(names):
            refuse("damaged", source)
        self._names = set(names)
        self._refuse_contents()

    def part(self, name: str) -> Element | None:
        """The part's XML, or `None` if the package has no such part."""
        data = self.data(name)
        return None if data is None else self._parse_part(data)

    def data(self, name: str) -> bytes | None:
        """The part's bytes, or `None` if the package has no such part."""
        if name not in self._names:
            return None
        try:
            with self._archive.open(name) as stream:
                data = stream.read(MOST_PART + 1)
        except RuntimeError:
            refuse("password", self.source)
        except _DAMAGED:
            refuse("damaged", self.source)
        if len(data) > MOST_PART:
            refuse("too-large", self.source)
        return data

    def related_parts(self, part: str, kind: str) -> dict[str, str]:
        """The parts that `part` (`""`: the package) is related to as `kind`, by the relation's id."""
        folder, name = posixpath.split(part)
        relations = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        if relations is None:
            return {}
        return {
            relation.get("Id", ""): posixpath.normpath(
                posixpath.join("/", folder, relation.get("Target", ""))
            )[1:]
            for relation in relations.iter(f"{{{PACKAGE_RELATIONS}}}Relationship")
            if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External"
        }

    def one_related(self, part: str, kind: str) -> tuple[str, Element] | None:
        """The first part related to `part` as `kind`: its name and XML."""
        for name in self.related_parts(part, kind).values():
            found = self.part(name)
            if found is not None:
                return name, found
        return None

    def refuse(self) -> NoReturn:
        """Raises `InputError`: it is no DOCX, but what it is otherwise."""
        refuse_other_kind(self.source, self._whole)

    def _parse_part(self, data: bytes) -> Element:
        if b"<!DOCTYPE" in data:
            refuse("damaged", self.source)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(transitional(data), parser)
        except etree.XMLSyntaxError as error:
            deep = "depth" in str(error).lower()
            refuse("too-deep" if deep else "damaged", self.source)
        return root

    def _refuse_contents(self) -> None:
        if len(self._names) > MOST_PARTS:
            refuse("too-large", self.source)
        if any(name.lower().endswith("vbaproject.bin") for name in self._names):
            refuse("macro", self.source)
        if "[Content_Types].xml" not in self._names:
            if "mimetype" in self._names:
                refuse("open-document", self.source)
            self.refuse()


def _refuse_other_kinds(data: bytes, source: str) -> None:
    if data.startswith(_OLE):
        refuse("password" if _LOCKED in data else "old-word", source)
    if not data:
        raise InputError([empty_file(source)])
    if not data.startswith(b"PK"):
        refuse_other_kind(source, data)
