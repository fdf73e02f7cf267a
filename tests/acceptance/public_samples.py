"""An order on pay with names, 13-digit numbers and salaries, and readers of raw files that share no code with
the program's own.
"""

import html
import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pypdfium2

KINDS = Path(__file__).parents[1] / "kinds" / "office_kinds"

ORDER = """
kind: pay-order
office: {name: กรมตัวอย่าง}
number: 12/2569
date: 1 ตุลาคม 2569
subject: เลื่อนเงินเดือน {ผู้ได้รับเงินเดือนสูงสุด}
chief: {title: นางสาว, given: สุดารัตน์, surname: ยอดเงินเดือน}
chief_pay: 98,765.50
retires: 30 กันยายน 2588
leave: ลาป่วย
disabled: true
people:
  - {person: {title: นาย, given: มานะ, surname: ใจดี}, citizen: 1-1037-02071-81-1, before: 31230, rate: 3}
  - {person: {title: นาง, given: ปิติ, surname: มีสุข}, citizen: ๓๑๐๐๑๐๐๐๐๐๐๐๖, before: 45670, rate: 2.5}
body:
  - รวมเงินเดือนใหม่ {total} บาท ({words}) ของ {many} คน สูงสุด {chief_pay} ของ {chief} เกษียณ {retires}
  - ติดต่อผู้ถือบัตร 1345678901236 หรือ ๓-๑๐๐๑-๐๐๐๐๐-๐๐-๖ เลขอ้างอิง 1345678901237
signer: {person: {title: นาย, given: อำนาจ, surname: ลงนาม}, position: อธิบดี}
"""
"""1-1037-02071-81-1, 3-1001-00000-00-6 and 1-3456-78901-23-6 have the last digit that the other twelve give
(the sum of each times 13, 12, …, 2; 11 less its rest by 11; the last digit of that); …37 has not.
"""

TO_HIDE = (
    "สุดารัตน์", "ยอดเงินเดือน", "98,765.50", "1,185,186", "30 กันยายน 2588", "1-1037-02071-81-1",
    "3-1001-00000-00-6", "31230", "45670", "32,166", "46,811", "76,900", "78,978.65",
    "เจ็ดหมื่นแปดพันเก้าร้อยเจ็ดสิบแปดบาท", "1345678901236",
)  # fmt: skip
"""What the data say and the papers print, and what is worked out from it: 31,230 × 1.03 = 32,166.90,
45,670 × 1.025 = 46,811.75, together 78,978.65; 98,765.50 × 12 = 1,185,186.
"""

TO_STAY = ("มานะ", "ปิติ", "อำนาจ", "2.5", "1345678901237")
"""Names of an order and what nobody calls personal; a number whose last digit is wrong."""

THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def order_file(folder: Path, text: str = ORDER) -> Path:
    """The order as a file of data."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "pay-order.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def texts_of(data: bytes) -> str:
    """All texts of a DOCX or PDF that a person or a program can find, in Arabic digits, without spaces."""
    texts = _docx(data) if data.startswith(b"PK") else _pdf(data)
    return re.sub(r"\s", "", "\n".join(texts)).translate(ARABIC)


def holds(data: bytes, value: str) -> bool:
    """Whether a value stands in a file: in its texts, or in any part or stream of it, in any encoding."""
    if _bare(value) in _bare(texts_of(data)):
        return True
    forms = {value, value.translate(THAI)}
    sought = {form.encode(code) for form in forms for code in ("utf-8", "utf-16-le", "utf-16-be")}
    sought |= {each.hex().encode() for each in sought} | {each.hex().upper().encode() for each in sought}
    raw = _parts(data) if data.startswith(b"PK") else _streams(data)
    return any(each in part for each in sought for part in raw)


def _bare(text: str) -> str:
    """In Arabic digits, without spaces, commas and hyphens."""
    return re.sub(r"[\s,-]", "", text).translate(ARABIC)


def _parts(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [package.read(name) for name in package.namelist()]


def _docx(data: bytes) -> list[str]:
    parts = [part.decode("utf-8", "ignore") for part in _parts(data) if part.lstrip()[:1] == b"<"]
    return [html.unescape(re.sub("<[^>]*>", "", part)) for part in parts] + [
        html.unescape(value) for part in parts for value in re.findall('"([^"]*)"', part)
    ]


def _streams(data: bytes) -> list[bytes]:
    """Every stream of a PDF without its filters, and every object as it is written."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as file:
        for each in file.objects:
            if isinstance(each, pikepdf.Stream):
                found.append(each.read_bytes())
            if isinstance(each, pikepdf.Dictionary | pikepdf.Stream | pikepdf.Array | pikepdf.String):
                found.append(each.unparse(resolved=True))
    return found


def _pdf(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as opened:
        texts = [page.get_textpage().get_text_bounded() for page in opened]
    with pikepdf.open(io.BytesIO(data)) as file:
        for each in file.objects:
            texts += _strings(each)
        texts += [str(file.Root.Metadata.read_bytes(), "utf-8")]
    return texts


def _strings(held: object) -> list[str]:
    if isinstance(held, pikepdf.String):
        return [str(held)]
    if isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
        inside = [value for _, value in held.items()]
    else:
        inside = list(held) if isinstance(held, pikepdf.Array) else []
    return [text for each in inside if not getattr(each, "is_indirect", False) for text in _strings(each)]
