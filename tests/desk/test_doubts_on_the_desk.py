"""On the desk a doubt is asked about beside the pages, and nothing is bound or taken away for signature."""

import io

import openpyxl

from pipeline.kinds import SHIPPED
from pipeline.kinds.writing import workbook_of

VALUES = {
    "kind": "memo",
    "office": {"name": "สำนักงานทดสอบ"},
    "memo": {
        "agency": "กองทดสอบ",
        "subject": "ทดสอบ",
        "to": "ผู้อำนวยการ",
        "proposer": {
            "person": {"title": "นาย", "given": "สมมติ", "surname": "ทดลอง"},
            "position": "ผู้อำนวยการกอง",
        },
    },
    "body": ["ขอรายงานผลดังนี้"],
}
ALLOWED = {"audit": {"allow": [{"code": "D0401", "where": "รายงานผล", "reason": "ตารางอยู่ในเอกสารแนบ"}]}}


def units(values, *rows):
    """The values as a workbook, with the rows on a sheet of units."""
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(SHIPPED.of("memo"), values)))
    sheet = book.create_sheet("units")
    for row in (["id", "memo.number"], *rows):
        sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_a_work_shows_its_doubt_and_pages_and_gives_nothing_to_sign(person):
    opened = person.upload("บันทึก.xlsx", workbook_of(SHIPPED.of("memo"), VALUES))
    assert "D0401" in opened.text
    assert "ข้อยกเว้น" in opened.text
    assert "<figure" in opened.text
    path = opened.url.path
    assert person.client.get(f"{path}/papers/memo.pdf").status_code == 200
    for name in ("sign.pdf", "all.zip"):
        held = person.client.get(f"{path}/{name}")
        assert held.status_code == 409
        assert "D0401" in held.text


def test_an_accepted_doubt_is_listed_and_the_bundle_is_given(person):
    opened = person.upload("บันทึก.xlsx", workbook_of(SHIPPED.of("memo"), VALUES | ALLOWED))
    assert "ยอมรับแล้ว: ตารางอยู่ในเอกสารแนบ" in opened.text
    for name in ("sign.pdf", "all.zip"):
        assert person.client.get(f"{opened.url.path}/{name}").status_code == 200


def test_a_batch_names_the_units_and_gives_nothing_to_sign(person):
    page = person.upload("ชุด.xlsx", units(VALUES, ["เลย", "ที่ 1"], ["น่าน", "ที่ 2"])).url.path
    person.post(f"{page}/start")
    assert "event: ended" in person.client.get(f"{page}/events").text
    plan = person.client.get(f"{page}/plan").text
    assert "เลย: D0401" in plan
    assert "น่าน: D0401" in plan
    for name in ("sign.pdf", "changed.zip", "all.zip"):
        held = person.client.get(f"{page}/{name}")
        assert held.status_code == 409, name
        assert "น่าน: D0401" in held.text
