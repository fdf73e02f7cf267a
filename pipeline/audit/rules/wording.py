"""Family 9: words. Doubled, run together, or spelt in several ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from pipeline.audit.findings import Match, Rule
from pipeline.audit.text_blocks import Reading, Span, TextBlock
from pipeline.diagnostics import Message
from pipeline.thai.words import word_boundaries

_DOUBLED = re.compile(r"(?P<word>[ก-๎]{3,16})(?P=word)")
_BOTH_SIDES = re.compile(r"(?P<word>[ก-ฮเ-ไ][ก-๎]{4,30})(?P<joint>และ|หรือ|กับ)(?P=word)(?=ของ|ต่อ|จาก|[^ก-๎]|$)")
_REDUPLICATED = {
    "ต่าง",
    "จริง",
    "บ่อย",
    "มาก",
    "ใกล้",
    "เล็ก",
    "ใหญ่",
    "สูง",
    "ช้า",
    "เร็ว",
    "นาน",
    "ค่อย",
    "แต่ละ",
    "นาที",
}
_LATIN = re.compile(
    r"(?<![A-Za-z])[A-Za-z]+(?:(?:\s?[-–]\s?|\s)(?:[A-Za-z]+|[0-9]+(?![.\d])))+(?![A-Za-z])|(?<![A-Za-z])[A-Za-z]+(?![A-Za-z])"
)
_LABEL = re.compile(r"(?P<label>[ก-๎/]{3,18})\s+(?P<next>[ก-๎]{3,10})")
_OFTEN = 3
_RUN_IN = (
    "สรุป", "สรุปผล", "ปัญหา/อุปสรรค", "ปัญหาอุปสรรค", "ปัญหาและอุปสรรค", "ข้อเสนอแนะ", "ผลการดำเนินการ",
    "ผลการดำเนินงาน", "เป้าประสงค์", "เป้าหมาย", "ผู้รับผิดชอบ", "วัตถุประสงค์", "หมายเหตุ", "ตัวชี้วัด", "ระยะเวลา",
    "งบประมาณ", "แนวทางแก้ไข", "หลักการและเหตุผล", "วิธีดำเนินการ", "การติดตามผล", "ผลที่คาดว่าจะได้รับ",
)  # fmt: skip
"""Words that stand before a paragraph as its label."""

_STOP_STOP = re.compile(r"(?P<word>โทรสาร|โทรศัพท์|ไปรษณีย์)\.")


def _find_doubled_words(reading: Reading) -> Iterator[Match]:
    for passage in reading.passages:
        for match in _DOUBLED.finditer(passage.plain):
            start, middle = match.start(), match.start() + len(match["word"])
            around = {start, middle, match.end()}
            if match["word"] in _REDUPLICATED or not around <= set(word_boundaries(passage.plain)):
                continue
            yield Match(
                passage.span_of(match),
                Message(f"พิมพ์ “{match['word']}” ซ้ำ", f"“{match['word']}” is typed twice"),
            )


def _both_sides(reading: Reading) -> Iterator[Match]:
    told: dict[str, list[Span]] = defaultdict(list)
    for passage in reading.passages:
        text = re.sub(r"(?<=[ก-๎]) (?=(?:และ|หรือ|กับ))", "\ue000", passage.plain)
        for match in _BOTH_SIDES.finditer(text.replace("\ue000", "")):
            at = passage.plain.find(match["word"])
            told[match["word"] + match["joint"]].append(passage.spot(max(at, 0), max(at, 0) + len(match[0])))
    for words, spots in told.items():
        yield Match(
            spots[0],
            Message(
                f"คำหน้าและหลังคำเชื่อมเป็นคำเดียวกัน: “{words}…”",
                f"the same word stands on both sides of “{words}…”",
            ),
            tuple(spots[1:]),
        )


def _latin_spellings(reading: Reading) -> Iterator[Match]:
    """`Covid-19`, `Covid 19`, `E-mail`, `E mail`."""
    spellings: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for passage in reading.passages:
        for match in _LATIN.finditer(passage.plain):
            for start, end in _terms(match[0]):
                term = match[0][start:end]
                same = re.sub(r"[^a-z0-9]", "", term.lower())
                if len(same) > 3 and set(same) != {
                    "x"
                }:  # `xxxxx`, `x-xxxx`: what a copy for the public hides
                    spot = passage.spot(match.start() + start, match.start() + end)
                    spellings[same][_normalize_term(term)].append(spot)
    for forms in spellings.values():
        if len(forms) > 1 and _one_term(forms):
            ranked = sorted(forms.values(), key=len)
            few = [spot for spots in ranked[:-1] for spot in spots]
            shown = " ".join(f"“{form}”" for form in forms)
            yield Match(
                few[0],
                Message(f"คำเดียวกันเขียนหลายแบบ: {shown}", f"one word in several forms: {shown}"),
                (*few[1:], ranked[-1][0]),
            )


def _one_term(forms: Iterable[str]) -> bool:
    """Whether forms are of one term (`Covid-19`, `E-mail`) and no words that may stand side by side."""
    hyphen = any(re.search(r"[-–]", form) for form in forms)
    return hyphen and any(re.search(r"\d|^[a-z]{1,2}[-–\s]", form) for form in forms)


def _terms(stretch: str) -> Iterator[tuple[int, int]]:
    """The words of a stretch, and each two neighbours of it."""
    words = [match.span() for match in re.finditer(r"[A-Za-z]+|[0-9]+", stretch)]
    for n, (start, end) in enumerate(words):
        yield start, end
        if n + 1 < len(words):
            yield start, words[n + 1][1]


def _normalize_term(term: str) -> str:
    return re.sub(r"\s+", " ", term.lower())


def _labels(reading: Reading) -> dict[str, Counter[str]]:
    """The run-in labels of the paper (`สรุป ผลการ…`), and what follows each."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for passage in reading.flow:
        if match := _LABEL.match(passage.body.strip()):
            found[match["label"]][match["next"][:6]] += 1
    return {label: after for label, after in found.items() if label in _RUN_IN and after.total() >= _OFTEN}


def _glued_label(reading: Reading) -> Iterator[Match]:
    labels = _labels(reading)
    for passage in reading.flow:
        for label, after in labels.items():
            for match in re.finditer(rf"(?<=[ก-๎]){re.escape(label)}\s+(?P<next>[ก-๎]{{3,}})", passage.plain):
                if after[match["next"][:6]] and _at_word(passage, match):
                    yield Match(
                        passage.span_of(match),
                        Message(
                            f"หัวข้อ “{label}” ติดกับข้อความก่อนหน้า ควรขึ้นย่อหน้าใหม่",
                            f"the label “{label}” runs into the text before it",
                        ),
                    )


def _at_word(passage: TextBlock, match: re.Match[str]) -> bool:
    return match.start() in word_boundaries(passage.plain)


def _needless_stop(reading: Reading) -> Iterator[Match]:
    for passage in reading.passages:
        for match in _STOP_STOP.finditer(passage.plain):
            yield Match(
                passage.span_of(match),
                Message(
                    f"“{match['word']}” เป็นคำเต็ม ไม่มีจุด", f"“{match['word']}” is no abbreviation: no stop"
                ),
            )


RULES = (
    Rule(
        "A0921",
        "warning",
        Message("พิมพ์คำซ้ำ", "A word typed twice"),
        Message(
            "คำตั้งแต่สามตัวอักษรที่ตามด้วยคำเดียวกันทันที คำซ้ำที่ใช้กันจริง (ต่างต่าง บ่อยบ่อย) ไม่นับ",
            "A word of three letters or more right after itself, but for true reduplications.",
        ),
        Message("ลบคำที่เกิน", "take one out"),
        _find_doubled_words,
    ),
    Rule(
        "A0922",
        "warning",
        Message("คำเดียวกันสองข้างคำเชื่อม", "One word on both sides of “and”"),
        Message(
            "“ก และ ก”: น่าจะเป็นคำอื่นคำหนึ่ง คำหลังที่ยาวกว่า (คะแนนและคะแนนถ่วงน้ำหนัก) ไม่นับ",
            "`A และ A`: one of them is likely another word. A longer second word is let be.",
        ),
        Message("ตรวจกับชื่อเต็มของแผนหรือเรื่อง", "look the full name up"),
        _both_sides,
    ),
    Rule(
        "A0923",
        "note",
        Message("คำอังกฤษคำเดียวกันเขียนหลายแบบ", "One Latin word in several forms"),
        Message("ต่างกันที่ขีดและช่องว่าง เช่น Covid-19 กับ Covid 19", "Forms that differ in hyphens and spaces."),
        Message("เลือกแบบเดียว", "choose one form"),
        _latin_spellings,
    ),
    Rule(
        "A0924",
        "warning",
        Message("หัวข้อติดกับข้อความก่อนหน้า", "A label run into the text before it"),
        Message(
            "หัวข้อที่ขึ้นต้นย่อหน้าอย่างน้อยสามแห่ง (สรุป ผู้รับผิดชอบ ฯลฯ) เมื่ออยู่กลางย่อหน้าโดยไม่เว้นวรรค และตามด้วยถ้อยคำเดียวกัน",
            "A label that begins three paragraphs or more (สรุป, ผู้รับผิดชอบ), inside one without a space, "
            "before the "
            "same words.",
        ),
        Message("ขึ้นย่อหน้าใหม่ก่อนหัวข้อ", "begin a new paragraph"),
        _glued_label,
    ),
    Rule(
        "A0925",
        "note",
        Message("ใส่จุดหลังคำเต็ม", "A stop after a word that is no abbreviation"),
        Message("โทรสาร. โทรศัพท์.", "`โทรสาร.`, `โทรศัพท์.`"),
        Message("ลบจุด (ใช้ โทร. หรือ โทรศัพท์)", "take the stop out"),
        _needless_stop,
    ),
)
