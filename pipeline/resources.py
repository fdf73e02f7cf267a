"""Where templates and fonts are: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "resources_installed"
_BASE = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, such as `resource("fonts", "THSarabun-Regular.ttf")`."""
    return _BASE.joinpath(*parts)
