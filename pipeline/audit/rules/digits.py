"""Family 9: Thai and Arabic digits. Mixed in one number, or unlike the rest of the paper."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.audit.findings import Match, Rule
from pipeline.audit.text_blocks import Reading, Span, TextBlock
from pipeline.audit.uneven import matches_in, one_hit, rarer
from pipeline.diagnostics import Message

_NUMBER = re.compile(r"[\d๐-๙]+(?:[.,:][\d๐-๙]+)*")


_THAI_DIGIT = re.compile(r"[๐-๙]")


_ARABIC_DIGIT = re.compile(r"[0-9]")


_LATIN_NEAR = re.compile(r"[A-Za-z][\s\-–]{0,3}\(?$|[@/#&=_+]$")


_AFTER_LATIN = re.compile(r"[A-Za-z]+[\s\-–]{0,3}$")


_LATIN_FOLLOWS = re.compile(r"\s?[A-Za-z@_]")


_FEW = 0.2
"""Signs of one kind that make up less than this share are the slip, not the rule."""


def _digits_in_one_number(reading: Reading) -> Iterator[Match]:
    for passage, match in matches_in(reading.passages, _NUMBER):
        if _THAI_DIGIT.search(match[0]) and _ARABIC_DIGIT.search(match[0]):
            yield Match(
                passage.span_of(match),
                Message(f"“{match[0]}” มีทั้งเลขไทยและเลขอารบิก", f"“{match[0]}” mixes Thai and Arabic digits"),
            )


def _digits_of_paper(reading: Reading) -> Iterator[Match]:
    """Figures of the other kind than nearly all, but for those in Latin words."""
    thai: list[Span] = []
    arabic: list[Span] = []
    for passage, match in matches_in(reading.passages, _NUMBER):
        before = passage.text[: match.start()]
        if _LATIN_NEAR.search(before[-8:]) or _LATIN_FOLLOWS.match(passage.text, match.end()):
            continue
        kinds = bool(_THAI_DIGIT.search(match[0])), bool(_ARABIC_DIGIT.search(match[0]))
        if kinds != (True, True):
            (thai if kinds[0] else arabic).append(passage.span_of(match))
    few, many = sorted((thai, arabic), key=len)
    if few and len(few) < _FEW * len(many):
        other = Message("เลขไทย", "Thai") if few is arabic else Message("เลขอารบิก", "Arabic")
        yield one_hit(
            few,
            Message(
                f"เอกสารใช้{other.th}เกือบทั้งหมด แต่มี {len(few)} แห่งที่ไม่ใช่",
                f"nearly all figures are {other.en}, {len(few)} are not",
            ),
        )


def _digits_after_latin(reading: Reading) -> Iterator[Match]:
    """`PMQA 4.0` and `Factory ๔.๐` in one paper."""
    kinds: dict[str, list[Span]] = defaultdict(list)
    for passage, match in matches_in(reading.passages, _NUMBER):
        if _AFTER_LATIN.search(passage.text[: match.start()][-24:]):
            kind = "thai" if _THAI_DIGIT.search(match[0]) else "arabic"
            kinds[kind].append(_with_word(passage, match))
    rare = rarer(kinds)
    if rare:
        few, many = kinds[rare[0]], kinds[rare[1]]
        yield one_hit(
            [*few, *many],
            Message(
                f"เลขหลังคำอังกฤษมีสองแบบ: “{few[0].text}” และ “{many[0].text}”",
                f"figures after English words come in two kinds: “{few[0].text}”, “{many[0].text}”",
            ),
        )


def _with_word(passage: TextBlock, match: re.Match[str]) -> Span:
    word = _AFTER_LATIN.search(passage.text[: match.start()])
    return passage.spot(word.start() if word else match.start(), match.end())


RULES = (
    Rule(
        "A0901",
        "warning",
        Message("เลขไทยปนเลขอารบิกในจำนวนเดียว", "Thai and Arabic digits in one number"),
        Message("จำนวน เวลา หรือเลขที่ที่มีเลขทั้งสองแบบ", "A number, time or register number with both kinds."),
        Message("พิมพ์จำนวนนั้นใหม่ด้วยเลขแบบเดียว", "type the number in one kind"),
        _digits_in_one_number,
    ),
    Rule(
        "A0902",
        "note",
        Message("เลขต่างแบบจากทั้งเอกสาร", "Figures of another kind than the paper's"),
        Message(
            "เลขที่ไม่ติดคำอังกฤษ เมื่อเลขอีกแบบมีน้อยกว่าหนึ่งในห้า",
            "Figures that do not belong to Latin words, when less than a fifth are of the other kind.",
        ),
        Message("ใช้เลขแบบเดียวทั้งเอกสาร", "use one kind of digits"),
        _digits_of_paper,
    ),
    Rule(
        "A0903",
        "note",
        Message("เลขหลังคำอังกฤษไม่เหมือนกัน", "Figures after English words in two kinds"),
        Message("เช่น PMQA 4.0 กับ Factory ๔.๐ ในเอกสารเดียวกัน", "`PMQA 4.0` and `Factory ๔.๐` in one paper."),
        Message("เลือกแบบเดียว (ที่ติดคำอังกฤษนิยมเลขอารบิก)", "choose one; Arabic is usual beside Latin words"),
        _digits_after_latin,
    ),
)
