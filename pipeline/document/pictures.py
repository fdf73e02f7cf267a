"""The files behind a picture's name: an office's own first, then those that are shipped.

A picture is an SVG, a PNG, or both under one name in a folder `assets/`. An office replaces the emblem
by putting its own `garuda.svg` or `garuda.png` into the `assets/` of its templates folder.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pipeline.document.tree import Block, Document, Group, Image
from pipeline.faults import Fault, Place, TemplateFaults, Words
from pipeline.resources import resource


class PictureFiles(NamedTuple):
    """The files of one picture; at least one of them exists."""

    svg: Path | None
    png: Path | None


@lru_cache(maxsize=64)
def picture_files(name: str) -> PictureFiles:
    """The files of a picture: `garuda` among the shipped assets, or an absolute path without suffix."""
    base = Path(name) if Path(name).is_absolute() else resource("templates", "assets", name)
    svg, png = (base.parent / f"{base.name}.{kind}" for kind in ("svg", "png"))
    return PictureFiles(svg if svg.is_file() else None, png if png.is_file() else None)


def with_pictures(document: Document, template: str, folder: Path | None = None) -> Document:
    """The document with every picture found, in `folder/assets` if it is there, else ours.

    Raises `TemplateFaults` with each picture that has no file.
    """
    finder = _Finder(template, folder)
    sections = tuple(
        replace(section, blocks=tuple(finder.found(block) for block in section.blocks))
        for section in document.sections
    )
    if finder.faults:
        raise TemplateFaults(finder.faults)
    return replace(document, sections=sections)


class _Finder:
    """Finds the pictures of one document; gathers those that have no file."""

    def __init__(self, template: str, folder: Path | None) -> None:
        self.template = template
        self.folder = folder
        self.faults: list[Fault] = []

    def found(self, block: Block) -> Block:
        """The block, its pictures named by the files that were found."""
        if isinstance(block, Group):
            return replace(block, blocks=tuple(self.found(inner) for inner in block.blocks))
        return replace(block, name=self._name(block)) if isinstance(block, Image) else block

    def _name(self, image: Image) -> str:
        own = str((self.folder / "assets" / image.name).resolve()) if self.folder else ""
        if own and any(picture_files(own)):
            return own
        if "/" in image.name or not any(picture_files(image.name)):
            self.faults.append(_no_picture(image.name, self.template))
        return image.name


def _no_picture(name: str, template: str) -> Fault:
    return Fault(
        "no-picture",
        Words(f"ไม่มีภาพชื่อ '{name}' ใน assets", f"assets has no picture '{name}'"),
        Words(
            f"วางแฟ้ม {name}.svg หรือ {name}.png ในโฟลเดอร์ assets", f"put {name}.svg or {name}.png into assets"
        ),
        Place(template),
    )
