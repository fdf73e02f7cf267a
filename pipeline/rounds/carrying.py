"""Problems and suggestions of the last round, carried as matters left open, with a line for their outcome."""

from __future__ import annotations

import re

from pipeline.intake.source import Plain
from pipeline.model.last_round import CARRIED, OUTCOME

_NOTHING = re.compile(r"[-–—\s.]*|ไม่มี(?:ปัญหา|อุปสรรค|ข้อเสนอแนะ|/|และ|\s)*")
"""What says that there was none."""

_CLOSED = re.compile(r"แล้วเสร็จ|แก้ไขแล้ว|เรียบร้อย|ยุติ|สิ้นสุด|ครบถ้วนแล้ว")
"""An outcome after which a matter is not carried further."""


def carry(value: Plain) -> Plain:
    """A text, or prose, as it stands in the next round; what was brought to an end is left out."""
    if isinstance(value, str):
        return f"{CARRIED} {_bare(value)} {OUTCOME}" if _is_open(value, "") else None
    if isinstance(value, list):
        carried: list[Plain] = [made for entry in value if (made := _passage(entry)) is not None]
        return carried or None
    return value


def count_of(value: Plain) -> int:
    """How many matters are carried."""
    return len(value) if isinstance(value, list) else int(value is not None)


def _passage(entry: Plain) -> Plain:
    passage: dict[str, Plain] = dict(entry) if isinstance(entry, dict) else {"text": entry}
    text = passage.get("text")
    if not isinstance(text, str):
        return entry
    bullets = passage.get("bullets")
    told = [each for each in bullets if not _is_outcome(each)] if isinstance(bullets, list) else []
    outcome = next((each for each in bullets or () if _is_outcome(each)), "") if bullets else ""
    if not _is_open(text, outcome if isinstance(outcome, str) else ""):
        return None
    return {**passage, "text": f"{CARRIED} {_bare(text)}", "bullets": [*told, OUTCOME]}


def _bare(text: str) -> str:
    """A text without the words of an earlier carrying."""
    return text.partition(OUTCOME)[0].strip().removeprefix(CARRIED).strip()


def _is_outcome(entry: Plain) -> bool:
    return isinstance(entry, str) and entry.startswith(OUTCOME)


def _is_open(text: str, outcome: str) -> bool:
    told = outcome.removeprefix(OUTCOME) or text.partition(OUTCOME)[2]
    return not _NOTHING.fullmatch(text.strip()) and not _CLOSED.search(told)
