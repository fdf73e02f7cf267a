"""The two offices that are not the first: their data, own kinds, and what they themselves typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
INPUT = ROOT / "input"


class Example(NamedTuple):
    """Data, the templates of the office where a kind of its own reads them, and the papers that they make."""

    name: str
    templates: Path | None
    papers: tuple[str, ...]

    @property
    def folder(self) -> Path:
        return INPUT / self.name

    @property
    def texts(self) -> str:
        """All that was typed for it: its data, its kind and templates."""
        folders = (self.folder, *([self.templates] if self.templates else []))
        files = sorted(file for folder in folders for file in folder.rglob("*") if file.is_file())
        return "\n".join(file.read_text("utf-8") for file in files)


EXAMPLES = (
    Example("municipality-2568", None, ("memo", "report")),
    Example("municipality-2568-training", INPUT / "municipality-2568-templates", ("roster", "sign-in")),
    Example("university-hospital-2568", None, ("memo", "report")),
    Example(
        "university-hospital-2568-shift-pay",
        INPUT / "university-hospital-2568-templates",
        ("claim", "reasons"),
    ),
)


def texts_in(values: Any) -> list[str]:
    """All texts of an input's values, wherever they stand."""
    if isinstance(values, dict):
        return [text for each in values.values() for text in texts_in(each)]
    if isinstance(values, list | tuple):
        return [text for each in values for text in texts_in(each)]
    return [values] if isinstance(values, str) else []
