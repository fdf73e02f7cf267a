"""Pictures in prose: their files, beside the data, are read with it, and travel as part of it from then on.

What is read stands in the data as `content`, in base64: so a changed picture is a changed input, a paper's
record holds what it shows, and a batch's workers need no file.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, assert_never

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake import Source, ValuePath
from pipeline.intake.pictures import LARGEST, MOST_PIXELS, Refused, read_picture
from pipeline.intake.sandboxed import read_apart
from pipeline.intake.source import Plain

FIELD, FILE, CONTENT = "picture", "file", "content"
MOST_BYTES = 12_000_000
"""Of all pictures of one input."""
_MEGABYTE = 1_000_000


def with_picture_files(source: Source, path: Path) -> Source:
    """The source with what stands in the files of its pictures, which lie beside the input or in its folder.

    What is wrong with a file is a fault at the cell that names it, with the other faults.
    """
    folder = path if path.is_dir() else path.parent
    reading = PictureReading(folder)
    values = reading.fill(source.values, (), source.place)
    if not reading.found:
        return source
    assert isinstance(values, dict)
    return replace(source, values=values, faults=(*source.faults, *reading.faults))


class PictureReading:
    """Fills in pictures from a folder; counts their bytes and gathers what is wrong."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.found = False
        self.faults: list[Diagnostic] = []
        self._bytes = 0

    def fill(self, value: Plain, path: ValuePath, place: Any) -> Plain:
        """The value, `content` in each picture of it; what holds no picture is shared, not copied."""
        if isinstance(value, list):
            made = [self.fill(each, (*path, n), place) for n, each in enumerate(value)]
            return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
        if not isinstance(value, dict):
            return value
        filled = {key: self.fill(each, (*path, key), place) for key, each in value.items()}
        if _is_unread(path, value):
            self.found = True
            content = self.read(str(value[FILE]), place((*path, FILE)))
            return {**filled, **({CONTENT: content} if content else {})}
        return filled if any(filled[key] is not value[key] for key in value) else value

    def read(self, name: str, place: Location) -> str:
        """What stands in a file, in base64; nothing where it is refused, which is a fault at `place`."""
        fault = self._fault_of_name(name, place)
        if fault:
            self.faults.append(fault)
            return ""
        try:
            kept = read_apart(self.folder / name, read_picture, self.folder / name)
        except InputError as refused:
            self.faults += (replace(each, location=place) for each in refused.diagnostics)
            return ""
        if kept.refused:
            self.faults.append(_refused(kept.refused, name, place))
            return ""
        self._bytes += len(kept.data)
        if self._bytes > MOST_BYTES >= self._bytes - len(kept.data):
            self.faults.append(diagnose("prose-picture/all", place, limit=MOST_BYTES // _MEGABYTE))
        return base64.b64encode(kept.data).decode("ascii")

    def _fault_of_name(self, name: str, place: Location) -> Diagnostic | None:
        """What is wrong with a file's name; a link out of the folder is no file of it."""
        if PureWindowsPath(name).name != name or PurePosixPath(name).name != name or "\0" in name:
            return diagnose("prose-picture/name", place, name=name)
        file = self.folder / name
        try:
            inside = file.resolve().parent == self.folder.resolve()
            is_there = file.is_file()
        except (OSError, ValueError):
            inside, is_there = True, False
        if not inside:
            return diagnose("prose-picture/name", place, name=name)
        return None if is_there else diagnose("prose-picture/missing", place, name=name)


def _refused(why: Refused, name: str, place: Location) -> Diagnostic:
    match why:
        case "too-large":
            return diagnose("prose-picture/too-large", place, name=name, limit=LARGEST // _MEGABYTE)
        case "pixels":
            return diagnose("prose-picture/pixels", place, name=name, limit=MOST_PIXELS // _MEGABYTE)
        case "kind":
            return diagnose("prose-picture/kind", place, name=name)
        case "damaged":
            return diagnose("prose-picture/damaged", place, name=name)
        case "unreadable":
            return diagnose("prose-picture/unreadable", place, name=name)
        case _:
            assert_never(why)


def _is_unread(path: ValuePath, value: Mapping[str, Plain]) -> bool:
    is_picture = bool(path) and path[-1] == FIELD and isinstance(value.get(FILE), str)
    return is_picture and not value.get(CONTENT)


def pictures_in(value: Plain, path: ValuePath = ()) -> Iterator[tuple[ValuePath, dict[str, Plain]]]:
    """Each picture of an input's values, with its path."""
    if isinstance(value, dict):
        if path and path[-1] == FIELD and isinstance(value.get(FILE), str):
            yield path, value
        for key, each in value.items():
            yield from pictures_in(each, (*path, key))
    elif isinstance(value, list):
        for n, each in enumerate(value):
            yield from pictures_in(each, (*path, n))


def files_of_pictures(values: Plain) -> dict[str, bytes]:
    """The pictures of an input as files by their names, to be written beside it."""
    return {
        str(picture[FILE]): base64.b64decode(str(picture[CONTENT]))
        for _, picture in pictures_in(values)
        if picture.get(CONTENT)
    }


def without_contents(value: Any) -> Any:
    """The values as a person types them: pictures by the names of their files."""
    if isinstance(value, list):
        return [without_contents(each) for each in value]
    if not isinstance(value, dict):
        return value
    typed = {key: without_contents(each) for key, each in value.items()}
    if isinstance(picture := typed.get(FIELD), dict) and FILE in picture:
        picture.pop(CONTENT, None)
    return typed
