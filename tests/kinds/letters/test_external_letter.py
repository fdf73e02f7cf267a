"""หนังสือภายนอก: where its parts stand (แบบที่ 1), and what is refused or asked about (docs/forms.md)."""

from pathlib import Path

import pytest
from letter_pages import CM, asked, faults, garuda, just, laid, line, lines

KIND = "external-letter"
TEXT_LEFT, MIDDLE = 3.0, 11.0
"""Where the text begins, and its middle: 16 cm of text after a margin of 3 cm."""
SIGNER = {"person": {"title": "นาย", "given": "เอก", "surname": "ปัญญา"}, "position": "อธิบดีกรมตัวอย่าง"}


@pytest.fixture
def pages(tmp_path: Path):
    return laid(tmp_path, KIND).pages


def test_the_garuda_is_3_cm_high_centred_and_1_5_cm_from_the_edge(pages):
    emblem = garuda(pages)
    assert emblem.height / CM == pytest.approx(3.0, abs=0.01)
    assert emblem.y / CM == pytest.approx(1.5, abs=0.01)
    assert (emblem.x + emblem.width / 2) / CM == pytest.approx(MIDDLE, abs=0.01)


def test_the_number_stands_left_at_the_garuda_s_feet_and_the_owner_right_on_its_line(pages):
    number = line(pages, "ที่ ตอ")
    feet = (garuda(pages).y + garuda(pages).height) / CM
    assert number.left == pytest.approx(TEXT_LEFT, abs=0.01)
    assert number.baseline == pytest.approx(feet, abs=0.2)
    assert number.text.endswith("กรมส่งเสริมทะเบียนประวัติ")
    assert line(pages, "๙๙ ถนน").left == pytest.approx(TEXT_LEFT + 9.5, abs=0.01)
    assert line(pages, "เขตตัวอย่าง").left == pytest.approx(TEXT_LEFT + 9.5, abs=0.01)


def test_a_long_name_of_the_owner_goes_on_below_itself(tmp_path):
    pages = laid(tmp_path, KIND, owner="สำนักงานคณะกรรมการส่งเสริมและพัฒนาทะเบียนประวัติบุคลากรแห่งชาติ").pages
    first = lines(pages)[0]
    more = next(each for each in lines(pages) if each.baseline > first.baseline)
    assert first.text.startswith("ที่")
    assert more.left == pytest.approx(TEXT_LEFT + 9.5, abs=0.01)


def test_the_parts_of_the_head_come_in_the_order_of_the_form(pages):
    begins = ["ที่ ตอ", "๒๐ พฤษภาคม ๒๕๖๙", "เรื่อง", "เรียน", "อ้างถึง", "สิ่งที่ส่งมาด้วย", "ตามหนังสือที่อ้างถึง", "จึงเรียนมา",
              "ขอแสดงความนับถือ", "(นางกมลชนก วิถีธรรม)", "รองอธิบดี", "ปฏิบัติราชการแทน", "โทร. ๐ ๒๐๐๐",
              "ไปรษณีย์อิเล็กทรอนิกส์ hr@thabian.example", "สำเนาส่ง"]  # fmt: skip
    places = [line(pages, words).baseline for words in begins]
    assert places == sorted(places)
    assert len(set(places)) == len(places)


def test_date_body_and_closing_begin_where_the_form_has_them(pages):
    assert line(pages, "๒๐ พฤษภาคม ๒๕๖๙").left == pytest.approx(MIDDLE, abs=0.01)
    assert line(pages, "ตามหนังสือที่อ้างถึง").left == pytest.approx(TEXT_LEFT + 2.5, abs=0.01)
    assert line(pages, "ขอแสดงความนับถือ").left == pytest.approx(MIDDLE, abs=0.1)


def test_closing_name_and_post_stand_on_one_centre_line(pages):
    closing = line(pages, "ขอแสดงความนับถือ")
    for words in ("(นางกมลชนก", "รองอธิบดี", "ปฏิบัติราชการแทน อธิบดีกรม"):
        assert line(pages, words).middle == pytest.approx(closing.middle, abs=0.02)
    blank = line(pages, "(นางกมลชนก").baseline - closing.baseline
    assert blank == pytest.approx(4 * 21 / CM, abs=0.05), "three blank lines, then the name"


def test_several_enclosures_are_numbered_and_their_counts_stand_below_one_another(pages):
    counts = [each for each in lines(pages) if each.text.startswith("จำนวน ๑")]
    assert [each.text for each in counts] == ["จำนวน ๑ ฉบับ", "จำนวน ๑ ชุด"]
    assert {round(each.left, 2) for each in counts} == {16.0}


def test_one_enclosure_has_no_number_and_none_has_no_line(tmp_path):
    one = laid(
        tmp_path, KIND, enclosures=[{"name": "รายงาน", "count": "2", "unit": "เล่ม"}], body=["ดังที่ส่งมาด้วย"]
    )
    assert line(one.pages, "สิ่งที่ส่งมาด้วย").text.split() == ["สิ่งที่ส่งมาด้วย", "รายงาน", "จำนวน", "๒", "เล่ม"]
    none = laid(tmp_path, KIND, enclosures=None, references=None, body=["จึงเรียนมาเพื่อโปรดทราบ"])
    assert not [each for each in lines(none.pages) if each.text.startswith(("สิ่งที่ส่ง", "อ้างถึง"))]


def test_the_urgency_is_red_and_large_and_leaves_the_number_where_it_is(tmp_path, pages):
    urgent = laid(tmp_path, KIND, urgency="ด่วนที่สุด")
    timed = laid(tmp_path, KIND, urgency="ด่วนภายใน", due_date="22 พฤษภาคม 2569", due_time="10.00")
    for made in (urgent, timed):
        assert line(made.pages, "ที่ ตอ").baseline == pytest.approx(line(pages, "ที่ ตอ").baseline, abs=0.05)
    mark = line(urgent.pages, "ด่วนที่สุด")
    assert mark.left == pytest.approx(TEXT_LEFT, abs=0.01)
    assert mark.baseline < line(urgent.pages, "ที่ ตอ").baseline
    (run,) = [run for part in urgent.pages[0].paragraphs for run in part.runs if run.text == "ด่วนที่สุด"]
    assert (run.size, run.color) == (32, "FF0000")
    assert line(timed.pages, "๒๒ พ.ค. ๒๕๖๙").text == "๒๒ พ.ค. ๒๕๖๙ เวลา ๑๐.๐๐ น."


def test_a_rank_stands_before_the_place_of_the_signature_and_not_in_the_brackets(tmp_path):
    signer = {"person": {"rank": "พันตำรวจเอก", "given": "มานะ", "surname": "ใจดี"}, "position": "ผู้บังคับการ"}
    pages = laid(tmp_path, KIND, signer=signer).pages
    rank, name = line(pages, "พันตำรวจเอก"), line(pages, "(มานะ ใจดี)")
    assert rank.right < name.left
    assert 0 < name.baseline - rank.baseline < 1


def test_two_signers_stand_below_one_another_or_side_by_side(tmp_path):
    two = {"cosigners": [{"signer": SIGNER}]}
    below = laid(tmp_path, KIND, **two).pages
    assert line(below, "(นายเอก").baseline > line(below, "(นางกมลชนก").baseline
    beside = laid(tmp_path, KIND, cosigners_stand="เคียงข้างกัน", **two).pages
    assert line(beside, "(นายเอก").baseline == line(beside, "(นางกมลชนก").baseline
    roles = [place.role for page in beside for place in page.signatures]
    assert roles == ["signer", "cosigner-1"]


def test_a_copy_has_its_mark_in_place_of_the_garuda_and_who_certifies_it(tmp_path, pages):
    copied = laid(tmp_path, KIND, copy_mark="สำเนา", certifier=SIGNER)
    assert just(copied.pages, "สำเนา").middle == pytest.approx(MIDDLE, abs=0.02)
    assert not copied.pages[0].drawn
    assert line(copied.pages, "ที่ ตอ").baseline == pytest.approx(line(pages, "ที่ ตอ").baseline, abs=0.1)
    assert "สำเนาถูกต้อง" in [each.text for each in lines(copied.pages)]


@pytest.mark.parametrize("count", range(5, 9))
def test_a_long_letter_goes_on_without_garuda_and_the_signature_is_never_alone(tmp_path, count):
    body = ["ข้อความยาวพอให้เต็มบรรทัดหนึ่งและต่อไปอีกบรรทัดหนึ่ง " * 4] * count
    pages = laid(tmp_path, KIND, body=body, enclosures=None).pages
    signed = line(pages, "(นางกมลชนก").page
    on_it = [each.text for each in lines(pages) if each.page == signed]
    assert len(pages) == 2
    assert sum("ข้อความยาว" in text or "บรรทัด" in text for text in on_it) >= 2
    assert next(each.text for each in lines(pages) if each.page == 2) == "- ๒ -"


@pytest.mark.parametrize(
    ("salutation", "closing", "fits"),
    [
        ("เรียน", "ขอแสดงความนับถือ", True),
        ("เรียน", "ขอแสดงความนับถืออย่างยิ่ง", False),
        ("กราบเรียน", "ขอแสดงความนับถืออย่างยิ่ง", True),
        ("กราบเรียน", "ขอแสดงความนับถือ", False),
        ("นมัสการ", "ขอนมัสการด้วยความเคารพ", True),
        ("นมัสการ", "ขอนมัสการด้วยความเคารพอย่างสูง", True),
        ("นมัสการ", "ขอแสดงความนับถือ", False),
        ("เรียน", "ขอนมัสการด้วยความเคารพ", False),
    ],
)
def test_salutation_and_closing_are_a_pair(tmp_path, salutation, closing, fits):
    told = faults(tmp_path, KIND, salutation=salutation, closing=closing)
    assert any("ไม่คู่กับคำขึ้นต้น" in each for each in told) is not fits


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"date": "20 มีนาคม 2569"}, "หลังวันที่ของหนังสือนี้"),
        ({"enclosures": None}, "ไม่มีรายการสิ่งที่ส่งมาด้วย"),
        ({"enclosures": [{"name": "ก", "count": "1", "unit": "ชุด"}]}, "มีเพียง 1 รายการ"),
        ({"urgency": "ด่วนภายใน"}, "ต้องมีวันที่ต้องถึงผู้รับ"),
        ({"urgency": "ด่วน", "due_date": "22 พฤษภาคม 2569"}, "ชั้นความเร็วอื่นไม่มี"),
        ({"urgency": "ด่วนภายใน", "due_date": "2 พฤษภาคม 2569"}, "ก่อนวันที่ของหนังสือ"),
        ({"certifier": SIGNER}, "ใช้กับสำเนา"),
    ],
)
def test_contradictions_are_refused(tmp_path, changes, said):
    assert any(said in each for each in faults(tmp_path, KIND, **changes))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"body": ["จึงเรียนมาเพื่อโปรดทราบ"]}, "ข้อความไม่ได้กล่าวถึง"),
        ({"references": [{"text": "หนังสือกรมตัวอย่าง"}]}, "ควรมีทั้งที่และวันที่"),
        ({"to": "ผู้ว่าราชการจังหวัดทุกจังหวัด"}, "หนังสือเวียน"),
        ({"salutation": "กราบเรียน", "closing": "ขอแสดงความนับถืออย่างยิ่ง"}, "ภาคผนวก 2"),
        ({"to": "นายกรัฐมนตรี"}, "ภาคผนวก 2"),
        ({"salutation": "กราบเรียน", "closing": "ขอแสดงความนับถืออย่างยิ่ง", "to": "นายกรัฐมนตรี"}, "จึงกราบเรียนมา"),
    ],
)
def test_slips_are_asked_about(tmp_path, changes, said):
    assert any(said in each for each in asked(tmp_path, KIND, **changes))


def test_the_example_and_a_proper_circular_raise_nothing(tmp_path):
    assert asked(tmp_path, KIND) == []
    assert asked(tmp_path, KIND, to="ผู้ว่าราชการจังหวัดทุกจังหวัด", number="ตอ 0102/ว 31") == []
    assert asked(tmp_path, KIND, number=None, date=None) == []
