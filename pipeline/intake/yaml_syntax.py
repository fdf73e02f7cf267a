"""What the YAML parser found, in words that an officer can act on."""

from __future__ import annotations

import re
import sys

from ruamel.yaml.composer import MaxDepthExceededError
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

from pipeline.diagnostics import Diagnostic, Location, Message, diagnose

_ALIGN = Message(
    'จัดย่อหน้าให้รายการระดับเดียวกันเริ่มตรงกัน และใส่เครื่องหมาย " ครอบข้อความที่ขึ้นต้นด้วย { [ หรือ "',
    'start all entries of one level in the same column, and put " around a text that begins with { [ or "',
)
_QUOTE = Message('ใส่เครื่องหมาย " ครอบข้อความนั้น', 'put " around that text')
_CLOSE = Message("เติมเครื่องหมายปิดให้ครบ (\" ' ] หรือ })", "add the closing mark (\" ' ] or })")

# The parser's message holds -> what is wrong, what to do. The first that fits is said.
_EXPLANATIONS: tuple[tuple[str, Message, Message], ...] = (
    (
        "'\\t'",
        Message("ใช้แท็บ (Tab) ในตำแหน่งที่ต้องเป็นเว้นวรรค", "a tab stands where spaces are needed"),
        Message("ลบแท็บแล้วย่อหน้าด้วยเว้นวรรคแทน", "remove the tab and indent with spaces"),
    ),
    (
        "that cannot start any token",
        Message(
            "ข้อความขึ้นต้นด้วยเครื่องหมายที่ YAML สงวนไว้ (เช่น % @ `)",
            "a text begins with a mark that YAML reserves (such as % @ `)",
        ),
        _QUOTE,
    ),
    (
        "mapping values are not allowed",
        Message(
            "มีเครื่องหมาย : เกินในบรรทัดนี้ หรือบรรทัดก่อนหน้าขาด :",
            "one colon too many here, or one missing on the line before",
        ),
        Message(
            'ถ้า : เป็นส่วนหนึ่งของข้อความ ใส่เครื่องหมาย " ครอบข้อความทั้งหมด',
            'if the colon belongs to the text, put " around the whole text',
        ),
    ),
    (
        "sequence entries are not allowed",
        Message("เครื่องหมาย - ของรายการอยู่ผิดที่", "the dash of a list stands in the wrong place"),
        Message("ขึ้นบรรทัดใหม่ก่อนเครื่องหมาย -", "start a new line before the dash"),
    ),
    (
        "could not find expected ':'",
        Message("ขาดเครื่องหมาย : หลังชื่อช่อง", "a colon is missing after a field's name"),
        Message("เติม : และเว้นวรรคหนึ่งช่องหลังชื่อช่อง", "write a colon and a space after the field's name"),
    ),
    (
        "unexpected end of stream",
        Message("เครื่องหมายคำพูดเปิดไว้แต่ไม่ได้ปิด", "a quotation mark is opened and never closed"),
        _CLOSE,
    ),
    (
        "found '<stream end>'",
        Message("วงเล็บ [ หรือ { เปิดไว้แต่ไม่ได้ปิด", "a bracket is opened and never closed"),
        _CLOSE,
    ),
    (
        "expected ',' or",
        Message("วงเล็บ [ หรือ { เปิดไว้แต่ไม่ได้ปิด หรือขาดจุลภาค", "a bracket is not closed, or a comma is missing"),
        _CLOSE,
    ),
    (
        "expected <block end>",
        Message(
            "ย่อหน้าไม่ตรงกับรายการระดับเดียวกัน หรือมีข้อความเกินหลังเครื่องหมายปิด",
            "the indentation does not match, or text follows a closing mark",
        ),
        _ALIGN,
    ),
    (
        "expected the node content",
        Message("มีเครื่องหมายที่ไม่มีคู่", "a mark stands here without its partner"),
        _QUOTE,
    ),
    (
        "undefined alias",
        Message("อ้างถึงชื่อ (*) ที่ไม่ได้ตั้งไว้ (&)", "an alias (*) refers to no anchor (&)"),
        Message(
            'ถ้า * เป็นส่วนหนึ่งของข้อความ ใส่เครื่องหมาย " ครอบข้อความ',
            'if the * belongs to the text, put " around the text',
        ),
    ),
    (
        "found another document",
        Message("มีเครื่องหมาย --- แบ่งแฟ้มเป็นหลายเอกสาร", "a line --- splits the file into several documents"),
        Message("ลบบรรทัด --- หรือแยกเป็นหลายแฟ้ม", "remove the line ---, or make separate files"),
    ),
    (
        "unknown escape character",
        Message(
            'มีเครื่องหมาย \\ ในเครื่องหมาย "…" ที่ YAML ไม่รู้จัก', 'a backslash inside "…" that YAML does not know'
        ),
        Message("ใช้เครื่องหมาย '…' แทน หรือพิมพ์ \\ ซ้ำสองตัว", "use '…' instead, or write the backslash twice"),
    ),
)
_OTHER = Message("เขียนไม่ถูกรูปแบบ YAML", "this is not valid YAML")
_LOOK = Message(
    "ตรวจย่อหน้า เครื่องหมาย : และเครื่องหมายคำพูดรอบตำแหน่งนี้",
    "check indentation, colons and quotation marks around this place",
)


def syntax_fault(error: YAMLError, file: str, text: str) -> Diagnostic:
    """The fault that the parser's `error` in the file's `text` stands for."""
    if isinstance(error, ReaderError):
        return _control_character(error.position, file, text)
    if isinstance(error, MaxDepthExceededError):
        return too_deep(_place(error, file))
    said = getattr(error, "problem", None) or str(error)
    for fragment, what, remedy in _EXPLANATIONS:
        if fragment in said:
            return Diagnostic("yaml-syntax", what, remedy, _place(error, file))
    return Diagnostic("yaml-syntax", Message(_OTHER.th, f"{_OTHER.en} ({said})"), _LOOK, _place(error, file))


def too_deep(place: Location) -> Diagnostic:
    """The fault of entries nested without end."""
    return diagnose("too-deep", place)


def _place(error: YAMLError, file: str) -> Location:
    """Where the parser stopped; for an unclosed quote or bracket, where it was opened."""
    if not isinstance(error, MarkedYAMLError):
        return Location(file)
    unclosed = any(part in (error.problem or "") for part in ("unexpected end of stream", "expected ',' or"))
    mark = error.context_mark if unclosed and error.context_mark else error.problem_mark
    return Location(file, mark.line + 1, mark.column + 1) if mark else Location(file)


def unforeseen(file: str, text: str) -> Diagnostic:
    """The fault of a text that the parser stumbles over: a number in `"\\U…"` that no letter has."""
    odd = next((one for one in _LONG_ESCAPE.finditer(text) if int(one[1], 16) > sys.maxunicode), None)
    if odd is None:
        return diagnose("yaml-syntax/unforeseen", Location(file))
    return diagnose("yaml-syntax", _place_in(text, odd.start(), file), number=odd[0])


_LONG_ESCAPE = re.compile(r"\\U([0-9A-Fa-f]{8})")


def _place_in(text: str, position: int, file: str) -> Location:
    line_start = text.rfind("\n", 0, position) + 1
    return Location(file, text.count("\n", 0, position) + 1, position - line_start + 1)


def _control_character(position: int, file: str, text: str) -> Diagnostic:
    return control_character(text[position : position + 1], _place_in(text, position, file))


def control_character(letter: str, place: Location) -> Diagnostic:
    """The fault of a letter that no paper can print."""
    number = f"U+{ord(letter):04X}" if letter else ""
    return diagnose("control-character", place, number=number)
