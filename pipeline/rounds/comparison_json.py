"""A comparison of two rounds for programs, and the words of its changes in English."""

from __future__ import annotations

from typing import Any

from pipeline.rounds.comparing import Comparison, Figures
from pipeline.rounds.value_texts import is_figure
from pipeline.scoring.against_last import ENDED, NEW, NOT_COMPARED

_WORDS = {NEW: "new", ENDED: "ended", NOT_COMPARED: "not comparable"}


def comparison_json(found: Comparison) -> dict[str, Any]:
    """For programs: scores of every line, changed or not, and all differences; `null` where there is none."""
    return {
        "kind": found.kind.en,
        "office": found.office,
        "last": found.before.th,
        "this": found.after.th,
        "scores": [
            {
                "of": line.of,
                "id": line.id,
                "name": line.name,
                **{name: _figures_json(getattr(line, name)) for name in ("score", "percent", "result")},
            }
            for line in found.scores
        ],
        "differences": [
            {
                "about": each.part,
                "path": each.path,
                "sheet": each.sheet,
                "row": each.row,
                "field": each.field,
                "last": _plain(each.before) or None,
                "this": _plain(each.after) or None,
                "difference": _plain(english(each.change)) or None,
            }
            for each in found.differences
        ],
    }


def _plain(text: str) -> str:
    """A figure without the commas between thousands; other texts as they are."""
    return text.replace(",", "") if is_figure(text) else text


def _figures_json(figures: Figures) -> dict[str, str | None]:
    change = english(figures.change)
    return {"last": figures.before or None, "this": figures.after or None, "difference": change or None}


def english(change: str) -> str:
    """A change in English: `ใหม่` is `new`; a figure is as it is."""
    return _WORDS.get(change, change)


__all__ = ["comparison_json", "english"]
