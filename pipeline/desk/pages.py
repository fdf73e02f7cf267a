"""The desk's HTML: templates of ours, said in the language of the session, everything escaped."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
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


_STATUS = {
    400: Message("อ่านคำขอนี้ไม่ได้ กลับไปที่หน้าก่อนแล้วลองใหม่", "This request cannot be read; go back and try again."),
    404: Message("ไม่มีหน้านี้ หรือปิดไปแล้ว", "There is no such page, or it was closed."),
    405: Message(
        "ที่อยู่นี้ไม่รับคำขอแบบนี้ กลับไปเปิดจากหน้าแรก",
        "This address takes no such request; open it from the first page.",
    ),
    408: Message("คำขอมาไม่ครบภายในเวลาที่ให้ ลองใหม่อีกครั้ง", "The request did not come whole in time; try again."),
    431: Message("คำขอมีหัวข้อมากเกินไป", "The request has too many headers."),
    500: Message(
        "โปรแกรมทำรายการนี้ไม่สำเร็จ งานที่เปิดไว้ยังอยู่ กลับหน้าแรกแล้วลองใหม่ ถ้ายังเป็นอยู่ แจ้งผู้ดูแลโปรแกรมพร้อมสิ่งที่ทำก่อนหน้า",
        "The program failed at this; what is open is still there. Go back and try again; if it happens "
        "again, tell whoever looks after the program what you did before.",
    ),
}
_OTHER = Message(
    "ทำรายการนี้ไม่ได้ กลับหน้าแรกแล้วลองใหม่", "This cannot be done; go back to the first page and try again."
)


def html(template: str, lang: Lang, **values: Any) -> str:
    """A template's HTML. In it `say(th, en)` is a text in the session's language, `said(words)` one that
    came as `Message`, `placed(place)` a place in the data, `once()` the number of a form.
    """
    return (
        _environment()
        .get_template(f"{template}.html.j2")
        .render(
            lang=lang,
            say=lambda th, en: Message(th, en).text(lang),
            said=lambda words: words.text(lang),
            placed=lambda place: _hide_folder(place, lang),
            once=lambda: secrets.token_urlsafe(9),
            **values,
        )
    )


def _hide_folder(place: Location, lang: Lang) -> str:
    """A place with its file's name alone: where an upload lies is nothing to the person."""
    file = Path(place.file)
    return replace(place, file=file.name if file.is_absolute() else place.file).text(lang)


def page(template: str, lang: Lang, status: int = 200, **values: Any) -> HTMLResponse:
    """A template as an answer."""
    return HTMLResponse(html(template, lang, **values), status)


def status_page(status: int, lang: Lang, headers: Mapping[str, str] | None = None) -> HTMLResponse:
    """A page that says what a status means to a person."""
    answer = message_page(_STATUS.get(status, _OTHER), lang, status)
    answer.headers.update(headers or {})
    return answer


def message_page(words: Message, lang: Lang, status: int) -> HTMLResponse:
    """A page that says one thing."""
    return page("message", lang, status, words=words)
