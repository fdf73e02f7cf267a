"""The desk's HTML: templates of ours, said in the language of the session, everything escaped."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from pipeline.diagnostics import Lang, Location, Message
from pipeline.resources import resource


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(resource("templates", "desk")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def html(template: str, lang: Lang, **values: Any) -> str:
    """A template's HTML. In it `say(th, en)` is a text in the session's language, `said(words)` one that
    came as `Message`, `placed(place)` a place in the data.
    """
    return (
        _environment()
        .get_template(f"{template}.html.j2")
        .render(
            lang=lang,
            say=lambda th, en: Message(th, en).text(lang),
            said=lambda words: words.text(lang),
            placed=lambda place: _placed(place, lang),
            **values,
        )
    )


def _placed(place: Location, lang: Lang) -> str:
    """A place with its file's name alone: where an upload lies is nothing to the person."""
    file = Path(place.file)
    return replace(place, file=file.name if file.is_absolute() else place.file).text(lang)


def page(template: str, lang: Lang, status: int = 200, **values: Any) -> HTMLResponse:
    """A template as an answer."""
    return HTMLResponse(html(template, lang, **values), status)


def message_page(words: Message, lang: Lang, status: int) -> HTMLResponse:
    """A page that says one thing."""
    return page("message", lang, status, words=words)
