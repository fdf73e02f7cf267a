"""Security middleware: what every request must pass, and the headers that every answer carries.

Only the desk's own pages may ask for changes (Origin, CSRF token), only its own address is answered
(DNS rebinding), only a session that entered by a one-time token sees anything, and no body may be larger or
slower than the limits. Pages run no script but the desk's own files (Content Security Policy). Whatever
happens is answered in words.
"""

from __future__ import annotations

import logging
import secrets

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as Event

from pipeline.desk.bodies import PLAIN_LIMIT, BodyTooLarge, BodyTooSlow, bound_body, read_form, text_of
from pipeline.desk.once import answer_once
from pipeline.desk.pages import message_page, status_page
from pipeline.desk.sessions import Session, SessionStore
from pipeline.desk.settings import DeskSettings
from pipeline.diagnostics import Lang, Message

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
CSRF_FIELD = "csrf"
SAFE = frozenset({"GET", "HEAD"})
MOST_HEADERS = 100
STAY = 12 * 3600
"""Seconds that a browser on this machine keeps its cookie, closed or not; it ends with the desk."""

_STRANGE_HOST = Message("ที่อยู่นี้ไม่ใช่ของโต๊ะทำงาน", "This address is not the desk's.")
_NO_SEAT = Message(
    "เปิดโต๊ะทำงานด้วยที่อยู่ที่แสดงตอนเริ่มโปรแกรม ที่อยู่หนึ่งใช้ได้ครั้งเดียว ถ้าใช้ไปแล้ว สั่ง saraban desk อีกครั้งในเครื่องที่เปิดโต๊ะ "
    "จะได้ที่อยู่ใหม่ งานที่เปิดไว้ยังอยู่",
    "Open the desk by the address that was shown when it started; each works once. If it is spent, run "
    "'saraban desk' again on the machine of the desk: it gives a new one, and what was open is still there.",
)
_STRANGE_PAGE = Message("คำขอนี้ไม่ได้มาจากหน้าของโต๊ะทำงาน", "This request did not come from a page of the desk.")
_log = logging.getLogger("saraban.desk")


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
        request, answering = Request(scope), _Answering(send)
        session = self.sessions.session(request.cookies.get(self.settings.cookie))
        scope["session_of_desk"] = session
        lang: Lang = session.lang if session else "th"
        taking = bound_body(receive, self._limit(request), self.settings.patience)
        try:
            answer = self._refusal(request, session) or await self._let_through(
                request, session, taking, answering
            )
        except BodyTooLarge:
            answer = too_large(self.settings, lang)
        except ClientDisconnect:
            return
        except BodyTooSlow:
            answer = status_page(408, lang, {"Connection": "close"})
        except HTTPException as error:
            answer = status_page(error.status_code, lang)
        except Exception:
            _log.exception("%s %s", request.method, scope["path"])
            answer = status_page(500, lang)
        if answer is not None and not answering.started:
            await answer(scope, receive, answering)

    async def _let_through(
        self, request: Request, session: Session | None, taking: Receive, answering: Send
    ) -> Response | None:
        """Passes a request on; a post only with the session's token in its form or header."""
        if request.method in SAFE or session is None:
            await self.app(request.scope, taking, answering)
            return None
        form = await read_form(Request(request.scope, taking))
        try:
            if not _has_token(request, form, session):
                return message_page(_STRANGE_PAGE, session.lang, 403)
            await answer_once(self.app, (session, form), request.scope, taking, answering)
        finally:
            await form.close()
        return None

    def _refusal(self, request: Request, session: Session | None) -> Response | None:
        lang = session.lang if session else "th"
        if not self.settings.is_own(request.headers.get("host", "")):
            return message_page(_STRANGE_HOST, lang, 421)
        if len(request.headers.raw) > MOST_HEADERS:
            return status_page(431, lang)
        if request.url.path == "/enter" and request.method in SAFE:
            return self._enter(request, session)
        if session is None and not (request.method in SAFE and request.url.path.startswith("/static/")):
            return message_page(_NO_SEAT, lang, 403)
        return self._unfit(request, lang)

    def _unfit(self, request: Request, lang: Lang) -> Response | None:
        """Why a request of somebody who sits here is not let through."""
        host = request.headers.get("host", "")
        if request.method not in {*SAFE, "POST"}:
            return status_page(405, lang, {"Allow": "GET, HEAD, POST"})
        if request.method == "POST" and request.headers.get("origin", "").lower() != f"http://{host.lower()}":
            return message_page(_STRANGE_PAGE, lang, 403)
        if _length(request) > self._limit(request):
            return too_large(self.settings, lang)
        return None

    def _limit(self, request: Request) -> int:
        """Bytes that may come with a request: only a form with a file has many."""
        carries = request.headers.get("content-type", "").lower().startswith("multipart/form-data")
        return self.settings.upload_limit if carries else PLAIN_LIMIT

    def _enter(self, request: Request, session: Session | None) -> Response:
        if request.method == "HEAD":  # who only looks whether it is there has not come in
            return Response()
        entered = self.sessions.login_with_token(request.query_params.get("token", ""))
        if entered is None and session is None:
            return message_page(_NO_SEAT, "th", 403)
        answer = RedirectResponse("/", 303)
        if entered is not None:
            stay = STAY if self.settings.loopback else None
            answer.set_cookie(
                self.settings.cookie, entered.cookie, httponly=True, samesite="strict", max_age=stay
            )
        return answer


class _Answering:
    """Sends an answer with the headers that all have, and knows whether it was begun."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.started = False

    async def __call__(self, message: Event) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            own = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
            given = {name for name, _ in message["headers"]}
            message["headers"] = [*message["headers"], *(pair for pair in own if pair[0] not in given)]
        await self._send(message)


def _has_token(request: Request, form: FormData, session: Session) -> bool:
    given = request.headers.get(CSRF_HEADER) or text_of(form, CSRF_FIELD)
    return secrets.compare_digest(given.encode("utf-8", "surrogatepass"), session.csrf.encode())


def _length(request: Request) -> int:
    told = request.headers.get("content-length", "")
    return int(told[:20]) if told.isascii() and told.isdigit() else 0


def too_large(settings: DeskSettings, lang: Lang = "th") -> Response:
    """The answer to a body over the limit."""
    limit = settings.upload_limit // 1_000_000
    words = Message(
        f"แฟ้มใหญ่เกิน {limit} เมกะไบต์ ตรวจว่าเป็นแฟ้มข้อมูลที่ถูกต้อง แล้วลองใหม่",
        f"The file is larger than {limit} MB; see whether it is the right one, and try again.",
    )
    answer = message_page(words, lang, 413)
    answer.headers["Connection"] = "close"
    return answer
