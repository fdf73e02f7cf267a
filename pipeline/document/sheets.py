"""Style sheets: `templates/styles/NAME.yaml` -> `StyleSheet`.

A sheet says only what differs from the one it `extends`; a paragraph style may start from another
of the merged sheet (`base: body`). An office's own folder wins over ours, name by name.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, assert_never

from pydantic import ValidationError
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from pipeline.diagnostics import Diagnostic, InputError, Location, Message, TemplateError, diagnose
from pipeline.document.sheet_faults import SheetPlaces, said_of
from pipeline.document.style import CLASSIFICATION, StyleSheet, contents_style
from pipeline.document.style_checks import wrong_in
from pipeline.document.tree import (
    Block,
    Chart,
    Contents,
    Document,
    Frame,
    Group,
    Image,
    PageBreak,
    Paragraph,
    Table,
    Text,
)
from pipeline.intake.decoding import decode
from pipeline.intake.opening import ordinary_bytes, unreadable
from pipeline.intake.safe_yaml import safe_yaml, shipped_yaml
from pipeline.intake.yaml_reader import read_yaml
from pipeline.intake.yaml_source import MAX_BYTES
from pipeline.resources import resource

_KEPT = 64
"""So many of our sheets are not read again while their text stays the same."""
_SHEET_NAME = re.compile(r"\w[\w-]*")


@lru_cache(maxsize=64)
def load_sheet(name: str, folder: Path | None = None) -> StyleSheet:
    """The style sheet `name`, from `folder/styles` if it is there, else ours.

    Raises `TemplateError`: no such sheet, not YAML, unknown keys or values, styles in a circle.
    """
    merged = _merge_sheets(name, folder, ())
    places = SheetPlaces(_path(name, folder))
    paragraphs = merged.get("paragraphs", {})
    if not isinstance(paragraphs, dict) or not all(
        isinstance(one, dict | None) for one in paragraphs.values()
    ):
        raise TemplateError([_no_mapping("paragraphs", places)])
    merged["paragraphs"] = {key: _resolve_base(key, paragraphs, name, ()) for key in paragraphs}
    try:
        sheet = StyleSheet.model_validate({**merged, "name": name})
    except ValidationError as error:
        raise TemplateError(_invalid(error, places)) from error
    if wrong := [_diagnose_value(path, what, places) for path, what in wrong_in(sheet)]:
        raise TemplateError(wrong)
    return sheet


def _path(name: str, folder: Path | None) -> Path:
    own = folder / "styles" / f"{name}.yaml" if folder else None
    return own if own and own.is_file() else resource("templates", "styles", f"{name}.yaml")


def sheets_below(name: str, folder: Path | None) -> tuple[str, ...]:
    """The sheet and those that it extends, as far as they can be read, by name."""
    found: tuple[str, ...] = (name,)
    try:
        while (parent := _read(_path(found[-1], folder)).get("extends")) and parent not in found:
            found += (str(parent),)
    except TemplateError:
        return found
    return found


def _merge_sheets(name: str, folder: Path | None, above: tuple[str, ...]) -> dict[str, Any]:
    """The sheet as data, laid over the sheets that it extends."""
    if name in above:
        raise TemplateError([_circle(name, "extends")])
    own = _read(_path(name, folder))
    parent = own.pop("extends", None)
    own.pop("name", None)
    if parent is not None and not (isinstance(parent, str) and _SHEET_NAME.fullmatch(parent)):
        raise TemplateError([diagnose("sheet-value/extends", Location(f"styles/{name}.yaml"))])
    return _overlaid(_merge_sheets(parent, folder, (*above, name)), own) if parent else own


def _read(path: Path) -> dict[str, Any]:
    place = Location(f"styles/{path.name}")
    try:
        ours = path.is_relative_to(resource("templates"))
        read = deepcopy(_shipped(path.read_text("utf-8"))) if ours else _own(path, place.file)
    except FileNotFoundError:
        raise TemplateError([diagnose("no-sheet", place, file=path.name)]) from None
    except (YAMLError, UnicodeDecodeError, RecursionError) as error:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        at = Location(place.file, mark.line + 1, mark.column + 1) if mark else place
        raise TemplateError([diagnose("sheet-syntax/yaml", at)]) from error
    if read is not None and not isinstance(read, dict):
        raise TemplateError([diagnose("sheet-value/whole", place)])
    return _rename_page_values(read or {})


@lru_cache(maxsize=_KEPT)
def _shipped(text: str) -> Any:
    """The data of one of our sheets, by its text."""
    return shipped_yaml().load(text)


_RENAMED = {"cue": "catchword"}
"""Values of a page as sheets written for 0.1.0 name them, and as they are called since."""


def _rename_page_values(sheet: dict[str, Any]) -> dict[str, Any]:
    """The sheet with its pages' values under the names of today."""
    pages = sheet.get("pages")
    if not isinstance(pages, dict):
        return sheet
    new = {
        page: {_RENAMED.get(name, name): value for name, value in values.items()}
        if isinstance(values, dict)
        else values
        for page, values in pages.items()
    }
    return {**sheet, "pages": new}


def _own(path: Path, file: str) -> Any:
    """An office's own sheet: read as data first, which bounds it, then with YAML's own kinds of value."""
    try:
        text = decode(ordinary_bytes(path, MAX_BYTES), file)
        if text.strip():
            read_yaml(text, file)
        return safe_yaml().load(text)
    except InputError as refused:
        raise TemplateError(replace(fault, code="sheet-syntax") for fault in refused.diagnostics) from refused
    except OSError as error:
        raise TemplateError([unreadable(path, error)]) from error
    except (ValueError, OverflowError) as error:
        raise TemplateError([diagnose("sheet-syntax", Location(file))]) from error


def _overlaid(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """`above` on `below`: mappings are merged key by key, anything else replaces."""
    made = dict(below)
    for key, value in above.items():
        both = isinstance(value, dict) and isinstance(made.get(key), dict)
        made[key] = _overlaid(made[key], value) if both else value
    return made


def _resolve_base(key: str, styles: dict[str, Any], sheet: str, above: tuple[str, ...]) -> dict[str, Any]:
    """A paragraph style with what it takes from its `base`."""
    if key in above:
        raise TemplateError([_circle(sheet, f"paragraphs.{key}.base")])
    own = dict(styles.get(key) or {})
    base = own.pop("base", None)
    if base is None:
        return own
    if not isinstance(base, str) or base not in styles:
        raise TemplateError([diagnose("no-style/base", Location(f"styles/{sheet}.yaml"), base=base)])
    inherited = _resolve_base(base, styles, sheet, (*above, key))
    return {**{name: value for name, value in inherited.items() if name != "title"}, **own}


def _circle(name: str, key: str) -> Diagnostic:
    return diagnose("style-circle", Location(f"styles/{name}.yaml"), key=key)


def _no_mapping(key: str, places: SheetPlaces) -> Diagnostic:
    return diagnose("sheet-value/mapping", places.of((key,)), key=key)


def _invalid(error: ValidationError, places: SheetPlaces) -> Iterator[Diagnostic]:
    for detail in error.errors(include_url=False):
        key = ".".join(str(part) for part in detail["loc"] if part != "[key]")
        yield _diagnose_value(key.split("."), said_of(detail), places)


def _diagnose_value(path: Sequence[str], said: Message, places: SheetPlaces) -> Diagnostic:
    key = ".".join(path)
    return diagnose("sheet-value", places.of(path), key=key, said=said)


def check_styles(document: Document, sheet: StyleSheet, template: str) -> None:
    """Raises `TemplateError` for every style that the document names and the sheet lacks."""
    wanted = {("pages", section.page) for section in document.sections}
    for section in document.sections:
        wanted |= set(_styles_named(section.blocks))
    if document.classification:
        wanted.add(("paragraphs", CLASSIFICATION))
    known: dict[str, Container[str]] = {
        "pages": sheet.pages,
        "paragraphs": sheet.paragraphs,
        "characters": sheet.characters,
        "tables": sheet.tables,
        "frames": sheet.frames,
        "charts": sheet.charts,
    }
    lacking = sorted((kind, name) for kind, name in wanted if name not in known[kind])
    if lacking:
        raise TemplateError(_lacking(kind, name, sheet, template) for kind, name in lacking)


def _styles_named(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if isinstance(block, Group):
            yield from _styles_named(block.blocks)
        elif isinstance(block, Frame):
            yield "frames", block.style
            yield from _styles_named(block.blocks)
        elif isinstance(block, Chart):
            yield "charts", block.style
        elif isinstance(block, Contents):
            yield from (("paragraphs", contents_style(level)) for level in range(1, block.levels + 1))
        elif isinstance(block, Paragraph):
            if block.style:
                yield "paragraphs", block.style
            texts = (*block.marker, *block.content)
            yield from (("characters", text.style) for text in texts if isinstance(text, Text) and text.style)
        elif isinstance(block, Table):
            yield "tables", block.style
            for row in block.rows:
                for cell in row.cells:
                    yield from _styles_named(cell.blocks)
        elif not isinstance(block, Image | PageBreak):
            assert_never(block)


def _lacking(kind: str, name: str, sheet: StyleSheet, template: str) -> Diagnostic:
    return diagnose("no-style", Location(template), name=name, kind=kind, sheet=sheet.name)
