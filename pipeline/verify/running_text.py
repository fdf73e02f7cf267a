"""The text of a paper's pages as it runs on, wherever lines and pages end.

Another version of the program, or of its lexicon, ends lines elsewhere: the paper says the same. What
belongs to pages (`typeset/furniture.py`) is left out only where it is what it seems: the number of that
very page above its text, and below it a cue with words of the next page. So nothing can be said in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.thai.digits import to_thai

CUE = "/", "…"


def running_text(pages: Sequence[Sequence[str]]) -> str:
    """The lines of all pages in one, without spaces, page numbers and cues."""
    numbered = [_without_number(page, lines) for page, lines in enumerate(pages, 1)]
    texts = [_join_lines(lines) for lines in numbered]
    following = [after for _, after in pairwise([*texts, ""])]
    return "".join(
        _join_lines(_without_cue(lines, after)) for lines, after in zip(numbered, following, strict=True)
    )


def _without_number(page: int, lines: Sequence[str]) -> Sequence[str]:
    number = str(page)
    forms = [f"- {number} -", f"- {to_thai(number)} -"]
    return lines[1:] if lines and lines[0] in forms else lines


def _without_cue(lines: Sequence[str], following: str) -> Sequence[str]:
    if not lines:
        return lines
    *text, last = lines
    before, after = CUE
    is_cue = last.startswith(before) and last.endswith(after)
    return text if is_cue and _join_lines([last[len(before) : -len(after)]]) in following else lines


def _join_lines(lines: Sequence[str]) -> str:
    return "".join("".join(line.split()) for line in lines)
