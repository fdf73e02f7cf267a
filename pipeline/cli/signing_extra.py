"""The extra that signs and reads signatures."""

from __future__ import annotations

from importlib.util import find_spec

from pipeline.diagnostics import Diagnostic, MachineError, Message

_MODULES = ("asn1crypto", "cryptography", "pyhanko", "pyhanko_certvalidator")


def require_signing() -> None:
    """Raises `MachineError` where `saraban[sign]` is not installed."""
    if not all(find_spec(name) for name in _MODULES):
        what = Message("ยังไม่ได้ติดตั้งส่วนเสริมสำหรับลายมือชื่ออิเล็กทรอนิกส์", "the extra for signatures is not installed")
        remedy = Message("ติดตั้งด้วย pip install 'saraban[sign]'", "install it: pip install 'saraban[sign]'")
        raise MachineError([Diagnostic("sign-extra", what, remedy)])
