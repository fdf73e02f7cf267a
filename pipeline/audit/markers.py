"""The number or bullet that a passage begins with."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARKER = re.compile(
    r"\s*(?P<bullet>[-•●▪o*–]\s+)?"
    r"(?:(?!ข้อ|ที่)[ก-๎]{2,24}\s*:?\s+(?=1[.)]\s*\D))?"
    r"(?:(?P<bracket>\d{1,3})\)\s*|\((?P<round>\d{1,3})\)\s*|(?P<point>\d{1,3})\.(?!\d)\s*"
    r"|(?P<level>\d{1,3}(?:\.\d{1,3})+)\.?\s+"
    r"|ข้อ\s*(?P<clause>\d{1,3})(?![\d./])(?!\s*(?:แห่ง|ของ|และ|ถึง|วรรค|-|–))\s+"
    r"|(?P<ordinal>[ก-๎]{2,24})ที่\s*(?P<nth>\d{1,3})(?![\d/.,-])\s*)?"
)
"""`1)`, `(1)`, `1.`, `1.1`, `ข้อ 1`, `มิติที่ 1`; a label may stand before the first (`อ้างถึง 1. …`)."""

_ORDINALS = (
    "มิติ", "มติ", "ยุทธศาสตร์", "ประเด็นยุทธศาสตร์", "กลยุทธ์", "ประเด็น", "ตัวชี้วัด", "เป้าประสงค์", "เป้าหมาย",
    "หมวด", "ขั้นตอน", "ส่วน", "บท", "พันธกิจ", "กิจกรรม", "โครงการ", "ด้าน", "แผนงาน", "องค์ประกอบ", "หัวข้อ",
)  # fmt: skip
"""The words whose numbers name parts of a paper or a plan."""

_COUNTED = ("ครั้ง", "รุ่น", "ระยะ", "ขั้น", "ช่วง", "กลุ่ม", "งวด", "ลำดับ")
"""The words whose numbers count what may well bear one name."""

_RUNNING = ("ระเบียบวาระ", "วาระ", "ตอน")
"""The words whose numbers run through a paper without a gap."""


class Marker(NamedTuple):
    """`style` is `)`, `()`, `.`, `1.1` with its parent's number, `มิติที่`, a bullet's glyph, or `""`.

    `number` is the last figure of it (0: none), `end` where the text after it begins.
    """

    style: str
    number: int
    bullet: str
    end: int
    parent: str = ""

    @property
    def names(self) -> bool:
        """Whether it numbers a part that has a name (`มิติที่ 2 …`)."""
        return self.style.removesuffix("ที่") in _ORDINALS

    @property
    def numbered(self) -> bool:
        """Whether it counts."""
        return self.number > 0


def marker_of(plain: str) -> Marker:
    """The marker of a passage whose digits are Arabic."""
    match = _MARKER.match(plain)
    if match is None:
        return Marker("", 0, "", 0)
    bullet = (match["bullet"] or "").strip()
    for name, style in (("bracket", ")"), ("round", "()"), ("point", "."), ("clause", "ข้อ")):
        if match[name]:
            return Marker(style, int(match[name]), bullet, match.end())
    if match["level"]:
        parent, _, last = match["level"].rpartition(".")
        return Marker("1.1", int(last), bullet, match.end(), parent)
    if match["ordinal"] in (*_ORDINALS, *_COUNTED, *_RUNNING):
        return Marker(f"{match['ordinal']}ที่", int(match["nth"]), bullet, match.end())
    return Marker(bullet, 0, bullet, match.end("bullet") if bullet else 0)


_INLINE = (
    re.compile(r"(?:(?<=\s)|(?<=^))(\d{1,2})\)\s*"),
    re.compile(r"\((\d{1,2})\)\s*"),
    re.compile(r"(?:(?<=\s)|(?<=^))(\d{1,2})\.\s+(?=\D)"),
)
"""Numbers in running text: `… ดังนี้ 1) … 2) …`, `(1) … (2) …`, `1. … 2. …`."""


def inline_numbers(plain: str) -> list[tuple[int, int, int]]:
    """Where the numbers 1) 2) … of a running list stand: number, start, end; empty if none count up."""
    for form in _INLINE:
        found = [(int(m[1]), m.start(), m.end()) for m in form.finditer(plain)]
        if len(found) > 1 and [number for number, _, _ in found] == list(range(1, len(found) + 1)):
            return found
    return []
