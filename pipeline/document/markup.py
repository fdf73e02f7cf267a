"""Markup -> document tree. The markup is described in `docs/markup.md`.

Templates render to this small XML; data arrive escaped, so they can never become structure. White
space counts as one space. All that is wrong is reported together, by template and line.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.diagnostics import TemplateError
from pipeline.document.elements import root_of
from pipeline.document.parse_cache import SkeletonReader, has_parts, split_markup
from pipeline.document.reader import Reader
from pipeline.document.tree import Document
from pipeline.thai.breaks import NO_NAMES, Names


def parse(markup: str, template: str, names: Names = NO_NAMES) -> Document:
    """The tree of `markup`, which the template named `template` made; `names` go with it.

    Raises `TemplateError` with every unknown element or attribute, bad value and ragged table.
    """
    document = _in_parts(markup, template) or _document(markup, Reader(template))
    return replace(document, names=names)


def _in_parts(markup: str, template: str) -> Document | None:
    """The tree, if nothing is wrong: a fault is told by its line, for which the markup is read whole."""
    if not has_parts(markup):
        return None
    skeleton, parts = split_markup(markup)
    try:
        return _document(skeleton, SkeletonReader(template, parts))
    except TemplateError:
        return None


def _document(markup: str, reader: Reader) -> Document:
    document = reader.document(root_of(markup, reader.template))
    if reader.faults:
        raise TemplateError(reader.faults)
    return document
