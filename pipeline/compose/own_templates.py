"""Template dependencies: the templates and pictures that papers reach by include and import."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import TemplateError, TemplateNotFound, meta

from pipeline.compose.environment import environment
from pipeline.diagnostics import SarabanError
from pipeline.kinds.papers import Paper

_KEPT = 128
"""So many templates are not parsed again while their text stays the same: about twice as many as are ours."""
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_CODE = re.compile(r"\{[{%](.*?)[%}]\}", re.DOTALL)
_WORD = re.compile(r"[A-Za-z_]\w*")
_TEMPLATE = re.compile(r"""["']([^"']+\.j2)["']""")
_IMAGE = re.compile(r"<image\b(?!\s+picture=)(?:[^>]*?\bname=\"([^\"{]*)\")?")
"""A picture of `assets/`; one of the data (`picture`) is looked for beside these."""


class Reach(NamedTuple):
    """The names that templates are looked for by, and those of pictures (in `assets/`, without suffix).

    `templates_open`, `pictures_open`: others, too, as a name is worked out only while a paper is made, or
    a template cannot be read.
    """

    templates: frozenset[str]
    pictures: frozenset[str]
    templates_open: bool
    pictures_open: bool


def reach_of(folder: Path | None, papers: Iterable[Paper]) -> Reach:
    """What can be looked for in an office's folder by these papers."""
    waiting = [paper.template for paper in papers]
    templates, pictures = set[str](), set[str]()
    templates_open = pictures_open = False
    while waiting:
        name = waiting.pop()
        if name in templates:
            continue
        templates.add(name)
        read = _read(name, folder)
        templates_open |= read is None or None in read.references
        pictures_open |= read is None or "" in read.pictures
        if read is not None:
            waiting += [one for one in read.references if one is not None]
            pictures |= {one for one in read.pictures if one}
    return Reach(frozenset(templates), frozenset(pictures), templates_open, pictures_open)


def names_said(folder: Path | None, papers: Iterable[Paper]) -> frozenset[str]:
    """The names that these papers' templates say in code, those that they include or import among them.

    They are looked for in the text: every input asks, and to parse all templates takes longer than a paper.
    """
    made, said, seen = environment(folder), set[str](), set[str]()
    waiting = [paper.template for paper in papers]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            source = made.loader.get_source(made, name)[0] if made.loader else ""
        except (TemplateError, SarabanError):
            continue
        for code in _CODE.findall(_COMMENT.sub("", source)):
            said |= set(_WORD.findall(code))
            waiting += _TEMPLATE.findall(code)
    return frozenset(said)


def names_as_much(name: str, folder: Path) -> bool:
    """Whether an office's template names at least the templates and pictures that ours of that name does,
    and none that is worked out: whatever else is looked for then stays looked for.
    """
    own, ours = _read(name, folder), _read(name, None)
    if own is None or ours is None or None in own.references or "" in own.pictures:
        return False
    return {*own.references} >= {*ours.references} and {*own.pictures} >= {*ours.pictures}


class _Read(NamedTuple):
    """What one template names; `None` and `""` stand for a name that is worked out."""

    references: tuple[str | None, ...] = ()
    pictures: tuple[str, ...] = ()


def _read(name: str, folder: Path | None) -> _Read | None:
    """What a template names, nothing if there is none of that name; `None` if it cannot be read."""
    made = environment(folder)
    try:
        return _named_in(made.loader.get_source(made, name)[0]) if made.loader else _Read()
    except TemplateNotFound:
        return _Read()
    except (TemplateError, SarabanError, RecursionError):
        return None


@lru_cache(maxsize=_KEPT)
def _named_in(source: str) -> _Read:
    """What the text of a template names. Raises `TemplateError` where it cannot be read."""
    tree = environment(None).parse(source)
    return _Read(tuple(meta.find_referenced_templates(tree)), tuple(_IMAGE.findall(source)))
