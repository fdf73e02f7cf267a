"""Family 5: times of day. Times that no clock shows, and ends before their beginnings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.audit.findings import Match, Rule
from pipeline.audit.text_blocks import Reading, Span
from pipeline.diagnostics import Message

_TIME = r"(\d{1,2})[.:](\d{2})"
_SAID = re.compile(
    rf"เวลา\s*(?:ประมาณ\s*)?{_TIME}(?![\d.])(?:\s*(?:น\.)?\s*(?:[-–—]|ถึง)\s*(?:เวลา\s*)?{_TIME}(?![\d.]))?"
)
_BEGINS = re.compile(r"(?:เริ่ม|เปิด)(?:การ)?ประชุม")
_ENDS = re.compile(r"(?:เลิก|ปิด|เสร็จสิ้น)(?:การ)?ประชุม")
_NEAR = 40


@dataclass(frozen=True)
class _Hour:
    """A time of day in minutes since midnight; `None` when no clock shows it."""

    spot: Span
    minutes: int | None
    before: str


def _hours(reading: Reading) -> Iterator[tuple[_Hour, _Hour | None]]:
    """Each time that a text names, with the end of the range that it begins."""
    for passage in reading.passages:
        for match in _SAID.finditer(passage.plain):
            before = passage.plain[max(match.start() - _NEAR, 0) : match.start()]
            start = _Hour(Span(passage, match.start(1), match.end(2)), _minutes(match[1], match[2]), before)
            end = (
                _Hour(Span(passage, match.start(3), match.end(4)), _minutes(match[3], match[4]), before)
                if match[3]
                else None
            )
            yield start, end


def _minutes(hour: str, minute: str) -> int | None:
    total = int(hour) * 60 + int(minute)
    return total if int(minute) < 60 and total <= 24 * 60 else None


def _wrong_times(reading: Reading) -> Iterator[Match]:
    began: _Hour | None = None
    for start, end in _hours(reading):
        for said in filter(None, (start, end)):
            if said.minutes is None:
                yield Match(
                    said.spot, Message(f"ไม่มีเวลา {said.spot.text} น.", f"no clock shows {said.spot.text}")
                )
        if end:
            yield from _before_its_start(start, end)
        elif _BEGINS.search(start.before):
            began = start
        elif began and _ENDS.search(start.before):
            yield from _before_its_start(began, start)
            began = None


def _before_its_start(start: _Hour, end: _Hour) -> Iterator[Match]:
    if start.minutes is not None and end.minutes is not None and end.minutes <= start.minutes:
        yield Match(
            end.spot,
            Message(
                f"สิ้นสุดเวลา {end.spot.text} แต่เริ่มเวลา {start.spot.text}",
                f"it ends at {end.spot.text} and begins at {start.spot.text}",
            ),
            (start.spot,),
        )


RULES = (
    Rule(
        "A0519",
        "error",
        Message("เวลากลับด้านหรือไม่มีจริง", "Times turned round, or that no clock shows"),
        Message(
            "“เวลา ก - ข น.” และเวลาเริ่มกับเลิกประชุม: เวลาสิ้นสุดต้องมาหลังเวลาเริ่ม นาฬิกาไม่เกิน ๒๔.๐๐ นาทีไม่เกิน ๕๙",
            "`เวลา a - b น.`, and when a meeting began and ended: the end comes after the start; hours to "
            "24.00, minutes to 59.",
        ),
        Message("แก้เวลาใดเวลาหนึ่ง", "mend one of the times"),
        _wrong_times,
    ),
)
