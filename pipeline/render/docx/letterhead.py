"""Headers and footers of an office's Word file, carried over as they are: text, fields, tables, pictures."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from pipeline.extraction.docx.names import PACKAGE_RELATIONS, child, local, switched_on, value
from pipeline.extraction.docx.package import Package
from pipeline.render.docx.office_elements import OfficeElement, make_element, qname
from pipeline.render.docx.office_styles import PREFIX, OfficeStyles, theme_fonts
from pipeline.render.docx.oxml import RELATION, R, xml_bytes
from pipeline.render.docx.package import DocxPackage, Part

if TYPE_CHECKING:
    from pipeline.document.reference import Reference

PICTURES = {"png": CT.PNG, "jpg": CT.JPEG, "jpeg": CT.JPEG, "gif": CT.GIF, "bmp": CT.BMP, "tif": CT.TIFF}
PICTURES |= {"tiff": CT.TIFF, "emf": "image/x-emf", "wmf": "image/x-wmf", "svg": "image/svg+xml"}

_KINDS = {"header": (RT.HEADER, CT.WML_HEADER), "footer": (RT.FOOTER, CT.WML_FOOTER)}


class Furniture(NamedTuple):
    """What the sections of an orientation stand in: references to our copies, margins, first page apart."""

    references: tuple[OfficeElement, ...]
    margins: OfficeElement
    first_differs: bool


class _Relation(NamedTuple):
    id: str
    kind: str
    target: str
    external: bool


class Letterhead:
    """The headers and footers of an office's file, on their way into one of ours."""

    def __init__(self, reference: Reference, target: DocxPackage) -> None:
        self._source = Package(reference.data, reference.source)
        self._target = target
        self._name, self._body = self._source.one_related("", "officeDocument") or (
            "",
            make_element("document"),
        )
        theme, styles = (self._source.one_related(self._name, kind) for kind in ("theme", "styles"))
        fonts = theme_fonts(theme[1] if theme else None)
        self.styles = OfficeStyles(styles[1] if styles else make_element("styles"), fonts)
        self._made: dict[str, str] = {}

    @property
    def even_and_odd(self) -> bool:
        """Whether left and right pages have headers of their own."""
        settings = self._source.one_related(self._name, "settings")
        return switched_on(settings[1], "evenAndOddHeaders") if settings else False

    def furniture(self, *, landscape: bool) -> Furniture | None:
        """What the file's first section of that orientation stands in; `None` if it has no such section."""
        for section in self._body.iter(qname("sectPr")):
            size, margins = child(section, "pgSz"), child(section, "pgMar")
            wide = int(value(size, "w") or 0) > int(value(size, "h") or 1)
            if wide == landscape and margins is not None:
                references = tuple(self._references(section))
                return Furniture(references, margins, switched_on(section, "titlePg"))
        return None

    def _references(self, section: OfficeElement) -> Iterator[OfficeElement]:
        for one in section:
            kind = local(one).removesuffix("Reference")
            parts = self._source.related_parts(self._name, kind) if kind in _KINDS else {}
            target = parts.get(one.get(RELATION, ""))
            if target:
                reference = make_element(f"{kind}Reference", type=value(one, "type"))
                reference.set(RELATION, self._copy_part(kind, target))
                yield reference

    def _copy_part(self, kind: str, name: str) -> str:
        """The relationship of our copy of the part; sections that share it share the copy."""
        if name not in self._made:
            relation, content_type = _KINDS[kind]
            content = self._source.part(name)
            kept = [one for one in self._relations(name) if _is_kept(one)]
            settled = make_element("hdr" if kind == "header" else "ftr") if content is None else content
            _without_others(settled, {one.id for one in kept})
            self.styles.settle(settled)
            part = Part(f"/word/{_own_part_name(name)}", content_type, xml_bytes(settled))
            for one in kept:
                target = one.target if one.external else self._picture(one.target)
                part.relate(target, one.kind, one.id)
            self._made[name] = self._target.relate(part, relation)
        return self._made[name]

    def _relations(self, name: str) -> Iterator[_Relation]:
        folder, file = posixpath.split(name)
        relations = self._source.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        for one in [] if relations is None else relations.iter(f"{{{PACKAGE_RELATIONS}}}Relationship"):
            target, external = one.get("Target", ""), one.get("TargetMode") == "External"
            inside = posixpath.normpath(posixpath.join("/", folder, target))[1:]
            yield _Relation(one.get("Id", ""), one.get("Type", ""), target if external else inside, external)

    def _picture(self, name: str) -> Part:
        content_type = PICTURES[name.rpartition(".")[2].lower()]
        return Part(f"/word/media/{_own_part_name(name)}", content_type, self._source.data(name) or b"")


def _own_part_name(name: str) -> str:
    """A name for our copy of a part."""
    return f"{PREFIX}{posixpath.basename(name)}"


def _is_kept(relation: _Relation) -> bool:
    """Pictures and links go along; what else a header may hold (charts, objects) does not."""
    if relation.external:
        return relation.kind.endswith("/hyperlink")
    return relation.kind.endswith("/image") and relation.target.rpartition(".")[2].lower() in PICTURES


def _without_others(content: OfficeElement, kept: set[str]) -> None:
    """Drops the runs that refer to a part which stays behind."""
    for one in list(content.iter()):
        referred = {text for name, text in one.attrib.items() if str(name).startswith(f"{{{R}}}")}
        if referred and not referred <= kept:
            holder = next((above for above in one.iterancestors(qname("r"))), one)
            above = holder.getparent()
            if above is not None:
                above.remove(holder)
