"""หนังสือประทับตรา: no subject, salutation or closing, and room for the seal (แบบที่ 3; docs/forms.md)."""

from itertools import product

import pytest
from letter_pages import CM, asked, faults, garuda, laid, line, lines

KIND = "sealed-letter"
SEAL = 4.5
"""The outer circle of a seal (ข้อ 72), cm."""


@pytest.fixture
def pages(tmp_path):
    return laid(tmp_path, KIND).pages


def test_its_parts_come_in_order_and_nothing_of_a_signed_letter_is_there(pages):
    begins = [
        "ที่ ตอ ๐๑๐๒/๕๘๒",
        "ถึง",
        "ตามที่สำนักงาน",
        "กรมส่งเสริมทะเบียนประวัติขอส่ง",
        "๔ มิถุนายน ๒๕๖๙",
        "กองการเจ้าหน้าที่",
        "โทร.",
    ]
    places = [line(pages, words).baseline for words in begins]
    assert places == sorted(places)
    texts = [each.text for each in lines(pages)]
    assert not [text for text in texts if text.startswith(("เรื่อง", "เรียน", "ขอแสดงความนับถือ", "("))]


def test_the_number_stands_at_the_garuda_s_feet(pages):
    emblem = garuda(pages)
    assert line(pages, "ที่ ตอ").baseline == pytest.approx((emblem.y + emblem.height) / CM, abs=0.2)


def test_a_circle_of_4_5_cm_round_the_office_s_name_is_free(pages):
    (name,) = [each for each in lines(pages) if each.text == "กรมส่งเสริมทะเบียนประวัติ"]
    assert name.left > 11.0, "in the right half of the text"
    centre = (name.middle, name.baseline - 0.15)
    for other in lines(pages):
        if other == name:
            continue
        corners = product(
            (other.left, other.middle, other.right), (other.baseline - 0.4, other.baseline + 0.1)
        )
        nearest = min(((x - centre[0]) ** 2 + (y - centre[1]) ** 2) ** 0.5 for x, y in corners)
        assert nearest > SEAL / 2, other.text


def test_the_date_stands_below_the_seal_on_its_centre_line_and_body_and_seal_stay_together(tmp_path, pages):
    (name,) = [each for each in lines(pages) if each.text == "กรมส่งเสริมทะเบียนประวัติ"]
    date = line(pages, "๔ มิถุนายน")
    assert date.middle == pytest.approx(name.middle, abs=0.02)
    assert date.baseline - name.baseline > SEAL / 2
    for count in range(18, 30):
        long = laid(tmp_path, KIND, body=[f"ย่อหน้าที่ {n} " + "ข้อความ " * 8 for n in range(count)]).pages
        named = next(each for each in lines(long) if each.text == "กรมส่งเสริมทะเบียนประวัติ")
        assert line(long, "๔ มิถุนายน").page == named.page
        assert [each for each in lines(long) if each.page == named.page and "ย่อหน้าที่" in each.text]


def test_who_initials_the_seal_has_a_signature_field_there_and_is_not_printed(pages):
    (place,) = pages[0].signatures
    assert (place.role, place.title) == ("initials", "ลงชื่อย่อกำกับตรา นายธีรภัทร มั่นในหลัก")
    assert "ธีรภัทร" not in "".join(each.text for each in lines(pages))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"body": ["จึงแจ้งมาเพื่อทราบ", "ขอแสดงความนับถือ"]}, "ไม่มีคำลงท้าย"),
        ({"urgency": "ด่วนภายใน"}, "ต้องมีวันที่ต้องถึงผู้รับ"),
        ({"urgency": "ด่วนภายใน", "due_date": "1 มิถุนายน 2569"}, "ก่อนวันที่ของหนังสือ"),
    ],
)
def test_contradictions_are_refused(tmp_path, changes, said):
    assert any(said in each for each in faults(tmp_path, KIND, **changes))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"body": ["จึงส่งมาเพื่อโปรดพิจารณาอนุมัติ"]}, "ขอให้พิจารณาหรืออนุมัติ"),
        ({"body": ["ได้รับเงินจำนวน 500 บาท ไว้แล้ว"]}, "จำนวนเงิน"),
        ({"body": ["จึงเรียนมาเพื่อโปรดทราบ"]}, "จึงแจ้งมา"),
        ({"to": "เรียน เลขาธิการสำนักงานมาตรฐานงานบุคคล"}, "ไม่มีคำขึ้นต้น"),
    ],
)
def test_slips_are_asked_about(tmp_path, changes, said):
    assert any(said in each for each in asked(tmp_path, KIND, **changes))


def test_the_example_raises_nothing(tmp_path):
    assert asked(tmp_path, KIND) == []
