"""Extras that may not be installed: asked for before what needs them is loaded."""

from __future__ import annotations

from importlib.util import find_spec

from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import MachineError, Message, diagnose

_SIGNING = ("asn1crypto", "cryptography", "pyhanko", "pyhanko_certvalidator")
_DESK = ("starlette", "uvicorn", "watchfiles", "python_multipart")
_NO_DESK = Message(
    "โต๊ะทำงานต้องติดตั้งส่วนเสริมก่อน: pip install 'saraban[desk]'",
    "the desk needs its extra: pip install 'saraban[desk]'",
)
_NO_WATCHING = Message(
    "การเฝ้าดูแฟ้มต้องติดตั้งส่วนเสริมก่อน: pip install 'saraban[desk]'",
    "watching files needs an extra: pip install 'saraban[desk]'",
)


def require_signing() -> None:
    """Raises `MachineError` where `saraban[sign]`, which makes and reads signatures, is not installed."""
    if not _installed(_SIGNING):
        raise MachineError([diagnose("sign-extra")])


def require_desk() -> None:
    """Raises `UsageError` where `saraban[desk]` is not installed."""
    if not _installed(_DESK):
        raise UsageError(_NO_DESK)


def require_watching() -> None:
    """Raises `UsageError` where what watches files, a part of `saraban[desk]`, is not installed."""
    if not _installed(_DESK):
        raise UsageError(_NO_WATCHING)


def _installed(modules: tuple[str, ...]) -> bool:
    return all(find_spec(name) for name in modules)
