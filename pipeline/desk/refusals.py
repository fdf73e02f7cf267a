"""Redirects after a post (POST/redirect/GET), and the page that shows why something was refused."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse

from pipeline.desk.sessions import Session
from pipeline.diagnostics import Diagnostic, SarabanError


def redirect_to_page(page: str) -> RedirectResponse:
    """Leads to a page of the desk."""
    return RedirectResponse(page, 303)


def redirect_to_refusal(request: Request, page: str, faults: SarabanError) -> RedirectResponse:
    """Leads to the page that tells why something was refused."""
    session: Session = request.scope["session_of_desk"]
    session.refused[page] = faults
    return redirect_to_page(page)


def refusal_on(request: Request, page: str) -> tuple[Diagnostic, ...]:
    """What was refused and is told on this page now, once."""
    session: Session = request.scope["session_of_desk"]
    faults = session.refused.pop(page, None) if request.method == "GET" else None
    return faults.diagnostics if faults else ()
