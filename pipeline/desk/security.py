"""What every request must pass, and what every answer carries.

Only the desk's own pages may ask for changes (Origin, CSRF token), only its own address is answered
(DNS rebinding), only a session that entered by a one-time token sees anything, and no body may be larger
than the limit. Pages run no script but the desk's own files (Content Security Policy).
"""

from __future__ import annotations

import secrets
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as Event

from pipeline.desk.pages import message_page
from pipeline.desk.sessions import COOKIE, Session, SessionStore
from pipeline.desk.settings import DeskSettings
from pipeline.diagnostics import Message

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
CSRF_HEADER = "x-desk-csrf"
SAFE = frozenset({"GET", "HEAD"})

_STRANGE_HOST = Message("ที่อยู่นี้ไม่ใช่ของโต๊ะทำงาน", "This address is not the desk's.")
_NO_SEAT = Message(
    "เปิดโต๊ะทำงานด้วยที่อยู่ที่แสดงตอนเริ่มโปรแกรม ที่อยู่หนึ่งใช้ได้ครั้งเดียว",
    "Open the desk by the address that was shown when it started; each works once.",
)
_STRANGE_PAGE = Message("คำขอนี้ไม่ได้มาจากหน้าของโต๊ะทำงาน", "This request did not come from a page of the desk.")


class BodyTooLarge(Exception):
    """A body went over the limit."""


class SecurityMiddleware:
    """The ASGI middleware around the desk's pages."""

    def __init__(self, app: ASGIApp, settings: DeskSettings, sessions: SessionStore) -> None:
        self.app = app
        self.settings = settings
        self.sessions = sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets a request through, or answers it in words."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(Request(scope))
        if refusal is not None:
            await refusal(scope, receive, _with_headers(send))
            return
        try:
            await self.app(scope, _limited(receive, self.settings.upload_limit), _with_headers(send))
        except BodyTooLarge:
            await too_large(self.settings)(scope, receive, _with_headers(send))

    def _refusal(self, request: Request) -> Response | None:
        session = self.sessions.session(request.cookies.get(COOKIE))
        request.scope["session_of_desk"] = session
        lang = session.lang if session else "th"
        if request.headers.get("host", "") not in self._hosts():
            return message_page(_STRANGE_HOST, lang, 421)
        if request.url.path == "/enter":
            return self._enter(request)
        if session is None and not request.url.path.startswith("/static/"):
            return message_page(_NO_SEAT, lang, 403)
        if request.method not in SAFE and session is not None and not self._ours(request, session):
            return message_page(_STRANGE_PAGE, lang, 403)
        if int(request.headers.get("content-length") or 0) > self.settings.upload_limit:
            return too_large(self.settings, lang)
        return None

    def _hosts(self) -> set[str]:
        own = {urlsplit(self.settings.origin).netloc}
        return own | {f"localhost:{self.settings.port}"} if self.settings.loopback else own

    def _enter(self, request: Request) -> Response:
        session = self.sessions.login_with_token(request.query_params.get("token", ""))
        if session is None:
            return message_page(_NO_SEAT, "th", 403)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(COOKIE, session.id, httponly=True, samesite="strict")
        return answer

    def _ours(self, request: Request, session: Session) -> bool:
        origin = request.headers.get("origin")
        given = request.headers.get(CSRF_HEADER) or request.query_params.get("csrf") or ""
        return origin in {f"http://{host}" for host in self._hosts()} and secrets.compare_digest(
            given, session.csrf
        )


def too_large(settings: DeskSettings, lang: str = "th") -> Response:
    """The answer to a body over the limit."""
    limit = settings.upload_limit // 1_000_000
    words = Message(
        f"แฟ้มใหญ่เกิน {limit} เมกะไบต์ ตรวจว่าเป็นแฟ้มข้อมูลที่ถูกต้อง แล้วลองใหม่",
        f"The file is larger than {limit} MB; see whether it is the right one, and try again.",
    )
    return message_page(words, "en" if lang == "en" else "th", 413)


def _limited(receive: Receive, limit: int) -> Receive:
    taken = 0

    async def counted() -> Event:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise BodyTooLarge
        return message

    return counted


def _with_headers(send: Send) -> Send:
    async def sent(message: Event) -> None:
        if message["type"] == "http.response.start":
            own = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
            given = {name for name, _ in message["headers"]}
            message["headers"] = [*message["headers"], *(pair for pair in own if pair[0] not in given)]
        await send(message)

    return sent
