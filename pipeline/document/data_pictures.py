"""Pictures that come with the data (`kinds.picture_files`): looked at, measured, and put into the tree.

They are no files of a folder: a document holds their bytes, and both writers take them from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, SarabanError, TemplateError, diagnose
from pipeline.document.drawings import drawing_of
from pipeline.document.picture_faults import PictureFault
from pipeline.document.png_pictures import pixels_of
from pipeline.document.tree import Block, Document, Group, Image
from pipeline.intake.pictures import kind_of_picture
from pipeline.intake.sandboxed import read_apart

_HERE = Location("")


@lru_cache(maxsize=64)
def faults_of_picture(data: bytes) -> tuple[Diagnostic, ...]:
    """What is wrong with a picture, looked at in a sandbox; its place is told by whoever knows it."""
    try:
        read_apart(Path("picture"), size_of_picture, data)
    except SarabanError as refused:
        return refused.diagnostics
    return ()


@lru_cache(maxsize=64)
def size_of_picture(data: bytes) -> tuple[float, float]:
    """Width and height: in pixels, of an SVG in its own units. Raises `TemplateError` for one not sound."""
    try:
        kind = kind_of_picture(data)
        if kind is None:
            raise PictureFault(partial(diagnose, "prose-picture/kind", name=""))
        if kind == "svg":
            found = drawing_of(data)
            return found.width, found.height
        return pixels_of(data, "PNG" if kind == "png" else "JPEG")
    except PictureFault as fault:
        raise TemplateError([fault.told(_HERE)]) from fault


def with_data_pictures(document: Document, pictures: Mapping[str, bytes], template: str) -> Document:
    """The document, in each picture of the data its bytes; `pictures` are the input's by their digests.

    Raises `TemplateError` for a picture that the data lack.
    """

    def filled(block: Block) -> Block:
        if isinstance(block, Group):
            return replace(block, blocks=tuple(map(filled, block.blocks)))
        if not isinstance(block, Image) or not block.digest:
            return block
        if block.digest not in pictures:
            raise TemplateError([diagnose("no-picture", Location(template), name=block.name)])
        return replace(block, data=pictures[block.digest])

    sections = tuple(replace(each, blocks=tuple(map(filled, each.blocks))) for each in document.sections)
    return replace(document, sections=sections)
