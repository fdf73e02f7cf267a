"""The files behind a picture's name: an office's own first, then those that are shipped.

A picture is an SVG, a PNG, or both under one name in a folder `assets/`. An office replaces the emblem
by putting its own `garuda.svg` or `garuda.png` into the `assets/` of its templates folder.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from pipeline.diagnostics import Diagnostic, Location, TemplateError, diagnose
from pipeline.document.drawings import drawing_of
from pipeline.document.picture_faults import PictureFault, picture_error
from pipeline.document.png_pictures import png_size
from pipeline.document.tree import Block, Document, Group, Image
from pipeline.resources import resource

_PLAIN_NAME = re.compile(r"\w[\w.-]*")
"""A picture's name: no path, so that no file outside the folder of pictures is read."""
_PICTURES = frozenset(
    {
        ".svg",
        ".svgz",
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".bmp",
        ".webp",
        ".tif",
        ".tiff",
        ".emf",
        ".wmf",
        ".eps",
    }
    | {".ai", ".pdf"}
)


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

    Raises `TemplateError` with each picture that has no file, or one that is not drawn as it is.
    """
    finder = _Finder(template, folder)
    sections = tuple(
        replace(section, blocks=tuple(finder.find_pictures(block) for block in section.blocks))
        for section in document.sections
    )
    if finder.faults:
        raise TemplateError(finder.faults)
    return replace(document, sections=sections)


def office_picture(name: str, folder: Path | None) -> str:
    """The picture of an office's own folder, sound as it is; `""` if it has none of that name.

    Raises `TemplateError` with the file that is not drawn as it is, or that was meant and is of another kind.
    """
    if folder is None or not _PLAIN_NAME.fullmatch(name):
        return ""
    assets = folder / "assets"
    base = str(assets.resolve() / name)
    files = picture_files(base)
    for file in filter(None, files):
        if not file.resolve().is_relative_to(folder.resolve()):
            raise picture_error(file, PictureFault(partial(diagnose, "picture/link")))
    if files.svg:
        drawing_of(files.svg)
    if files.png:
        png_size(files.png)
    if not any(files) and (other := _other_kind(assets, name)):
        raise picture_error(other, PictureFault(partial(diagnose, "picture/not-used", name=name)))
    return base if any(files) else ""


class _Finder:
    """Finds the pictures of one document; gathers those that have no file."""

    def __init__(self, template: str, folder: Path | None) -> None:
        self.template = template
        self.folder = folder
        self.faults: list[Diagnostic] = []

    def find_pictures(self, block: Block) -> Block:
        """The block, its pictures named by the files that were found."""
        if isinstance(block, Group):
            return replace(block, blocks=tuple(self.find_pictures(inner) for inner in block.blocks))
        if not isinstance(block, Image) or block.digest:
            return block
        return replace(block, name=self._name(block))

    def _name(self, image: Image) -> str:
        try:
            return office_picture(image.name, self.folder) or self._ours(image.name)
        except TemplateError as faults:
            self.faults += faults.diagnostics
            return image.name

    def _ours(self, name: str) -> str:
        if not _PLAIN_NAME.fullmatch(name) or not any(picture_files(name)):
            raise TemplateError([_no_picture(name, self.template)])
        return name


def _other_kind(assets: Path, name: str) -> Path | None:
    """A file that was meant for the picture and is of another kind: `garuda.jpg`, `Garuda.PNG`."""
    files = sorted(assets.iterdir()) if assets.is_dir() else []
    meant = (file for file in files if file.stem.casefold() == name.casefold())
    return next((file for file in meant if file.suffix.lower() in _PICTURES), None)


def _no_picture(name: str, template: str) -> Diagnostic:
    return diagnose("no-picture", Location(template), name=name)
