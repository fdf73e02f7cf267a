"""How official papers write a person: title, rank, degree or profession, given name, surname.

Each pattern begins with plain letters, so that a search leaps to the places where one can start.
"""

from __future__ import annotations

from pipeline.thai.terms import ABBREVIATION, SPACES

_BRANCHES = (
    "พล", "พัน", "ร้อย", "นาวา", "เรือ", "จ่าสิบ", "จ่า", "สิบ", "พันจ่า",
    "เรืออากาศ", "นาวาอากาศ", "พันจ่าอากาศ", "จ่าอากาศ", "ดาบ",
)  # fmt: skip
_SERVICES, _GRADES = ("ตำรวจ", "เรือ", "อากาศ"), ("เอก", "โท", "ตรี", "จัตวา")
_GRADE = f"(?:{'|'.join(_SERVICES)})?(?:{'|'.join(_GRADES)})(?:หญิง)?"
_RANKS = "|".join(f"{branch}{_GRADE}" for branch in _BRANCHES)
_RANK = rf"{_RANKS}|ว่าที่[ \u00a0]?(?:{_RANKS})|ดาบตำรวจ(?:หญิง)?"
_SHORT_GRADE = r"\.(?:[ก-ฮ]{1,2}\.)?[ก-ฮ]\.(?:หญิง)?"
_SHORT_RANKS = "|".join(f"{branch}{_SHORT_GRADE}" for branch in ("พล", "พ", "ร", "น", "จ", "ส", "ด"))
_SHORT_RANK = (
    rf"{_SHORT_RANKS}|ว่าที่[ \u00a0]?(?:{_SHORT_RANKS})"
    r"|ดร\.|ศ\.|รศ\.|ผศ\.|อ\.|นพ\.|พญ\.|ทพ\.|ทพญ\.|ภก\.|ภญ\.|สพ\.ญ\.|น\.สพ\.|น\.ส\.|ด\.ช\.|ด\.ญ\.|ม\.ล\.|ม\.ร\.ว\.|ม\.จ\."
)
_DEGREE = (
    r"ศาสตราจารย์|รองศาสตราจารย์|ผู้ช่วยศาสตราจารย์|ศาสตราจารย์เกียรติคุณ|หม่อมหลวง|หม่อมราชวงศ์|หม่อมเจ้า|คุณหญิง|ท่านผู้หญิง"
)
_MISTER = (
    r"นางสาว|นาง(?!สาว|พยาบาล|งาม|เลิ้ง|สนอง|รอง|กำนัล|ฟ้า|แบบ|นวล|บัว)|เด็กชาย|เด็กหญิง"
    r"|นาย(?!ก(?:รัฐมนตรี|เทศมนตรี|สภา|สมาคม|องค์การ|เมืองพัทยา|สโมสร|[^ก-๎]|ฯ|$)|อำเภอ|ทะเบียน|ทหาร|ตำรวจ|จ้าง|ช่าง|หน้า"
    r"|ท้าย|แพทย์|ประกัน|หนังสือ|ด่าน|ตรวจ|สถานี|เวร|ธนาคาร|ทุน|ประตู|วาณิช|ศูนย์|หมวด|หมู่|เรือ|ยาม|ท่า|พล|ไปรษณีย์|แบบ)"
)
_NAME = r"[ก-๎]{2,18}(?![ก-๎])"

FULL_NAME = rf"{_NAME}{SPACES}{_NAME}"
"""Given name and surname."""

PERSON = rf"(?:{_MISTER})[ \u00a0]?{_NAME}(?:{SPACES}{_NAME})?"
"""A person with a title: นายมนู เลียวไพโรจน์."""

OFFICER = rf"(?:{_RANK}|{_DEGREE})(?:{SPACES}ดร\.|{SPACES}{ABBREVIATION})?{SPACES}?(?:{_MISTER})?{FULL_NAME}"
"""A person with a rank or degree: พลตำรวจโท สมชาย วงศ์สวัสดิ์."""

SHORTLY = rf"(?:{_SHORT_RANK}){SPACES}?(?:ดร\.{SPACES}?)?(?:{_MISTER})?{FULL_NAME}"
"""A person with a short rank or degree: พล.ต.ท. ประเสริฐ ศรีสุวรรณ."""

TITLE = rf"(?:{_RANK}|{_SHORT_RANK}|{_DEGREE})"
"""A rank or degree that a space may part from the name."""

MISTER = rf"(?:{_MISTER})"
"""A title of everybody: นาย นาง นางสาว เด็กชาย เด็กหญิง."""

_BEFORE_GRADES = sorted({before[-2:] for before in (*_BRANCHES, *_SERVICES)})
RANK_SIGNS = (
    *(f"{before}{grade}" for grade in _GRADES for before in _BEFORE_GRADES),
    *("ดาบ", "ศาสตราจารย์", "หม่อม", "หญิง"),
)
"""One of them stands in each rank or degree that is written out; in เอกสาร, โทร. and สตรี none does."""

DOCTOR = (
    r"(?:นายแพทย์(?!สาธารณสุข|ชำนาญ|เชี่ยวชาญ|ปฏิบัติการ|ทรงคุณวุฒิ|ใหญ่|ประจำ|ผู้)|แพทย์หญิง|ทันตแพทย์(?:หญิง)?|เภสัชกร(?:หญิง)?"
    r"|สัตวแพทย์(?:หญิง)?|พยาบาล)"
)
"""Professions that stand before a name as a title does."""
