"""Classifies a change: a weight, a date, a name, a denial, or just words."""

from __future__ import annotations

import re

from pipeline.verify.changes import Change, Comparison, Setting, Span, is_whole
from pipeline.verify.differences import Kind
from pipeline.verify.wording import Wording

SENTENCE = 12
"""So many characters between spaces are told as a sentence, fewer as words."""

SIGNING = frozenset((
    "signature", "signature-rank", "endorsement", "signer", "signer-beside", "signer-rank",
    "party", "signature-line", "signature-date",
))  # fmt: skip
"""The paragraph styles of what stands at a signature."""

_BY_STYLE = {
    "memo-subject": Kind.SUBJECT,
    "memo-title": Kind.HEADING,
    "cell-header": Kind.HEADING,
    "cell-band": Kind.HEADING,
    **dict.fromkeys(SIGNING, Kind.POSITION),
}
_TOLD_WHOLE = frozenset({Kind.SUBJECT, Kind.HEADING, Kind.POSITION})
"""Lines that are short, and understood only as a whole."""

_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_DENIALS = re.compile("ไม่|มิ(?=ได้|ใช่|ให้|ควร|อาจ)|ห้าม|เว้นแต่|ยกเว้น|งดเว้น|ปราศจาก")
_COUNTED = frozenset((
    "คน", "ครั้ง", "ราย", "เรื่อง", "กิจกรรม", "หลักสูตร", "แผน", "โครงการ", "บาท", "วัน", "เดือน", "ปี",
    "ชั่วโมง", "หน่วยงาน", "ฉบับ", "แห่ง", "รุ่น", "หน้า", "ชุด", "เครื่อง", "ข้อ", "ขั้นตอน", "ร้อยละ",
    "ระดับ", "ล้าน", "พัน", "แสน", "ประการ", "ด้าน", "ตำแหน่ง", "อัตรา", "รายการ", "ไตรมาส", "นาที",
    "สัปดาห์", "%", "คะแนน",
))  # fmt: skip
"""Words that count something (ลักษณนาม), after a figure."""

_LABELS = frozenset((
    "ที่", "วันที่", "รับที่", "เวลา", "ลงชื่อ", "(ลงชื่อ)", "ผู้ร่าง", "ผู้พิมพ์", "ผู้ตรวจ", "ตำแหน่ง",
))  # fmt: skip
"""Labels of what is written by hand where the data are silent."""

_WINDOW = 18
_FIGURE_ALONE = re.compile(r"[\s\d.,%()-]*")


def is_filled(change: Change) -> bool:
    """Whether something was written where the data leave a place for the pen (`วันที่ ……`)."""
    first, after = change.expected
    label = change.old.text[: change.gap[0]].rpartition("\t")[2].strip()
    return first == after and label in _LABELS and "\t" in (change.old.text[slice(*change.gap)] or "\t")


def classify_change(change: Change, compared: Comparison, setting: Setting) -> tuple[Kind, Change]:
    """The kind of the change, and the change as wide as the date, name or line that it is in."""
    if kind := _of_sentence(change):
        return kind, change
    if span := _overlapping(change, change.old.dates):
        return Kind.DATE, compared.widen_change(change, span)
    for start, end, kind in _names(change.old, setting):
        if span := _overlapping(change, ((start, end),)):
            return kind, compared.widen_change(change, span)
    if change.numbers_differ:
        return _of_number(change, setting), change
    kind = _of_words(change, setting)
    return kind, compared.whole if kind in _TOLD_WHOLE else change


def kind_of_whole(change: Change, setting: Setting) -> Kind:
    """The kind of a rewritten paragraph: of a name if it is little else, of its style, or of words."""
    text = change.old.text
    for start, end, kind in _names(change.old, setting):
        if end - start > len(text) / 2:
            return kind
    return Kind.HEADING if setting.level else _BY_STYLE.get(setting.style, Kind.WORDING)


def _of_sentence(change: Change) -> Kind | None:
    """A stretch between spaces that is gone or new as a whole."""
    for wording, span, other, kind in (
        (change.old, change.expected, change.found, Kind.SENTENCE_DELETED),
        (change.new, change.found, change.expected, Kind.SENTENCE_ADDED),
    ):
        if other[0] == other[1] and len(wording.quote(*span)) >= SENTENCE and is_whole(wording, span):
            return kind
    return None


def _overlapping(change: Change, spans: tuple[Span, ...]) -> Span | None:
    """The tokens of the span of text that the change is in."""
    tokens = change.old.tokens
    first, after = change.expected
    start = tokens[first].start if first < after else change.gap[0]
    end = tokens[after - 1].end if first < after else change.gap[1]
    for left, right in spans:
        inside = (
            left < start < right or left < end < right if first == after else start < right and left < end
        )
        if inside:
            held = [at for at, token in enumerate(tokens) if token.start < right and left < token.end]
            return held[0], held[-1] + 1
    return None


def _names(wording: Wording, setting: Setting) -> list[tuple[int, int, Kind]]:
    """The names of the data in the text."""
    if setting.names.pattern is None:
        return []
    people = setting.names.people
    return [
        (*match.span(), Kind.NAME if match.group() in people else Kind.OFFICE)
        for match in setting.names.pattern.finditer(wording.text)
    ]


def _of_number(change: Change, setting: Setting) -> Kind:
    if setting.column and _FIGURE_ALONE.fullmatch(change.old.plain):
        return _of_column(setting.column)
    before = change.before[-_WINDOW:]
    if "ถ่วงน้ำหนัก" in before:
        return Kind.SCORE
    if "น้ำหนัก" in before:
        return Kind.WEIGHT
    if change.behind.lstrip().startswith("%"):
        return Kind.PERCENT
    words = {"คะแนน": Kind.SCORE, "ร้อยละ": Kind.PERCENT, "ระดับ": Kind.LEVEL}
    nearest = max(words, key=before.rfind)
    return words[nearest] if nearest in before else Kind.NUMBER


def _of_column(heading: str) -> Kind:
    """What a figure is under such a heading."""
    for words, kind in (
        (("เกณฑ์",), Kind.THRESHOLD),
        (("คะแนน",), Kind.SCORE),
        (("น้ำหนัก",), Kind.WEIGHT),
        (("ร้อยละ", "%", "สัดส่วน"), Kind.PERCENT),
        (("ระดับ",), Kind.LEVEL),
    ):
        if any(word in heading for word in words):
            return kind
    return Kind.NUMBER


def _of_words(change: Change, setting: Setting) -> Kind:
    if setting.level:
        return Kind.HEADING
    if setting.style in _BY_STYLE:
        return _BY_STYLE[setting.style]
    deleted, added = change.deleted, change.added
    if len(_DENIALS.findall(deleted)) != len(_DENIALS.findall(added)):
        return Kind.NEGATION
    if _MARKS.sub("", deleted) == _MARKS.sub("", added):
        return Kind.SPELLING
    if setting.column.startswith("หน่วย") or _is_measure(change):
        return Kind.MEASURE
    return Kind.WORDING


def _is_measure(change: Change) -> bool:
    """Whether the word after a figure that stays is another one: `23 คน` -> `23 ครั้ง`."""
    first, after = change.expected
    follows = first > 0 and change.old.tokens[first - 1].is_number
    return follows and first < after and bool({change.deleted, change.added} & _COUNTED)
