"""Whether the extra for signatures (`saraban[sign]`: pyHanko) is installed; a `MachineError` if not."""

from __future__ import annotations

from importlib.util import find_spec

from pipeline.diagnostics import MachineError, diagnose

_MODULES = ("asn1crypto", "cryptography", "pyhanko", "pyhanko_certvalidator")


def require_signing() -> None:
    """Raises `MachineError` where `saraban[sign]` is not installed."""
    if not all(find_spec(name) for name in _MODULES):
        raise MachineError([diagnose("sign-extra")])
