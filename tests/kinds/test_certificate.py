"""หนังสือรับรอง: its page by the rules of its form (docs/forms.md), what it works out, refuses and asks."""

from __future__ import annotations

import pytest
from form_pages import MM, NEAR, Laid, asked, laid, refused, signers

from pipeline.typeset.items import Picture

TEXT_LEFT, TEXT_RIGHT = 30, 190
AXIS = TEXT_LEFT + 120
LINE = 21 / MM
BEARING = 0.6
"""The white beside the last letter of a line, mm."""


@pytest.fixture(scope="module")
def page() -> Laid:
    return laid("certificate")


def with_photo(values) -> None:
    values["photo"] = "yes"


# ข้อ 23-24, แบบที่ 10: the page


def test_the_garuda_is_3_cm_high_in_the_middle_1_5_cm_from_the_top(page):
    (garuda,) = [each for each in page.paper.pages[0].drawn if isinstance(each, Picture)]
    assert garuda.height / MM == pytest.approx(30, abs=NEAR)
    assert garuda.y / MM == pytest.approx(15, abs=NEAR)
    assert (garuda.x + garuda.width / 2) / MM == pytest.approx((TEXT_LEFT + TEXT_RIGHT) / 2, abs=NEAR)


def test_number_and_office_stand_on_one_line_at_the_feet_of_the_garuda(page):
    number, office = page.find("เลขที่"), page.find("กรมส่งเสริมทะเบียนประวัติ")
    assert number == office
    assert number.left == pytest.approx(TEXT_LEFT, abs=NEAR)
    assert number.baseline == pytest.approx(15 + 30, abs=3)
    runs = [run for part in page.paper.pages[0].paragraphs for run in part.runs]
    start = next(run.x for run in runs if run.text.startswith("กรม")) / MM
    assert start == pytest.approx(TEXT_LEFT + 95, abs=NEAR)


def test_the_address_stands_under_the_name_of_the_office(page):
    for line in ("๙๙ ถนนระเบียบดี", "เขตตัวอย่าง"):
        assert page.find(line).left == pytest.approx(TEXT_LEFT + 95, abs=NEAR)


def test_the_text_begins_with_the_words_of_the_form_2_5_cm_in(page):
    first = page.find("หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า")
    assert first.left == pytest.approx(TEXT_LEFT + 25, abs=NEAR)
    assert (first.size, first.bold) == (16, False)


def test_the_day_stands_under_the_text_with_its_era(page):
    day = page.find("ให้ไว้ ณ วันที่")
    assert day.text.strip() == "ให้ไว้ ณ วันที่ ๑๒ มิถุนายน พ.ศ. ๒๕๖๙"
    assert day.left == pytest.approx(TEXT_LEFT + 50, abs=NEAR)


def test_three_blank_lines_stand_before_the_signer_who_stands_on_the_axis(page):
    day, name = page.find("ให้ไว้ ณ วันที่"), page.find("(นายธีรภัทร")
    assert name.baseline - day.baseline == pytest.approx(4 * LINE, abs=NEAR)
    for text in ("(นายธีรภัทร", "ผู้อำนวยการกอง", "ปฏิบัติราชการแทน"):
        assert page.find(text).middle == pytest.approx(AXIS, abs=BEARING)


def test_it_has_no_closing_words_and_no_title_unless_asked_for(page):
    assert not page.says("ขอแสดงความนับถือ")
    assert not [line for line in page.lines if line.text.strip() == "หนังสือรับรอง"]
    titled = laid("certificate", lambda values: values.update(titled="yes"))
    (title,) = [line for line in titled.lines if line.text.strip() == "หนังสือรับรอง"]
    assert title.middle == pytest.approx((TEXT_LEFT + TEXT_RIGHT) / 2, abs=BEARING)
    assert title.bold


def test_the_place_for_the_photograph_is_6_cm_high_left_of_the_signature():
    page = laid("certificate", with_photo)
    _, place = [each for each in page.paper.pages[0].drawn if isinstance(each, Picture)]
    assert place.x / MM == pytest.approx(TEXT_LEFT, abs=NEAR)
    assert (place.width / MM, place.height / MM) == pytest.approx((40, 60), abs=NEAR)
    name = page.find("(นายธีรภัทร")
    assert place.y / MM < name.baseline < (place.y + place.height) / MM
    bearer = page.find("(ลงชื่อ)")
    assert bearer.left == pytest.approx(TEXT_LEFT, abs=NEAR)
    assert (place.y + place.height) / MM < bearer.baseline - 4
    assert page.find("(นางสาวพิมพ์ใจ").baseline > bearer.baseline
    assert len(page.paper.pages) == 1


def test_the_bearer_signs_below_the_photograph_whoever_signs_beside_it():
    def in_own_right(values) -> None:
        values["photo"] = "yes"
        values["signer"] = {"person": values["signer"]["person"], "position": "อธิบดี"}

    page = laid("certificate", in_own_right)
    _, place = [each for each in page.paper.pages[0].drawn if isinstance(each, Picture)]
    assert (place.y + place.height) / MM < page.find("(ลงชื่อ)").baseline - 4


# what is worked out


def test_the_sum_its_words_and_the_service_are_worked_out(page):
    # 35,600 + 3,500 = 39,100. From 1 พ.ย. 2555: 13 years to 1 พ.ย. 2568, 7 months to 1 มิ.ย. 2569, 11 days to
    # 12 มิ.ย., which is not counted.
    assert page.says("เงินเดือน ๓๕,๖๐๐ บาท และเงินประจำตำแหน่ง ๓,๕๐๐ บาท")
    assert page.says("รวมเป็นเงิน ๓๙,๑๐๐ บาท")
    assert page.says("(สามหมื่นเก้าพันหนึ่งร้อยบาทถ้วน)")
    assert page.says("รวมเป็นเวลารับราชการ ๑๓ ปี ๗ เดือน ๑๑ วัน")


def test_the_day_of_the_certificate_counts_where_the_office_counts_it():
    counted = laid("certificate", lambda values: values.update(last_day="yes"))
    assert counted.says("๑๓ ปี ๗ เดือน ๑๒ วัน")


def test_pay_without_allowances_is_its_own_sum():
    paper = laid("certificate", lambda values: values.pop("allowances"))
    assert paper.says("ปัจจุบันได้รับเงินเดือน ๓๕,๖๐๐ บาท (สามหมื่นห้าพันหกร้อยบาทถ้วน)")
    assert not paper.says("รวมเป็นเงิน")


def test_satang_are_printed_with_two_figures():
    def change(values) -> None:
        values["salary"] = "35600.50"

    # 35,600.50 + 3,500 = 39,100.50
    paper = laid("certificate", change)
    assert paper.says("๓๕,๖๐๐.๕๐ บาท")
    assert paper.says("๓๙,๑๐๐.๕๐ บาท")
    assert paper.says("(สามหมื่นเก้าพันหนึ่งร้อยบาทห้าสิบสตางค์)")


def test_the_last_of_several_allowances_is_joined_with_and():
    def change(values) -> None:
        values["allowances"].append({"name": "ค่าครองชีพ", "amount": "2,000"})

    paper = laid("certificate", change)
    assert paper.says("เงินเดือน ๓๕,๖๐๐ บาท เงินประจำตำแหน่ง ๓,๕๐๐ บาท และค่าครองชีพ ๒,๐๐๐ บาท")
    assert paper.says("รวมเป็นเงิน ๔๑,๑๐๐ บาท")


def test_a_certificate_of_the_post_alone_speaks_of_no_money():
    def change(values) -> None:
        for name in ("salary", "allowances", "pay_since"):
            values.pop(name)

    paper = laid("certificate", change)
    assert not paper.says("บาท")
    assert not paper.says("ปัจจุบันได้รับ")


def test_the_number_of_the_bearer_is_printed_where_it_is_asked_for():
    # a check digit that is right, of nobody: the first figure of a person's number is none
    paper = laid("certificate", lambda values: values.update(citizen_number="0000000011398"))
    assert paper.says("นางสาวพิมพ์ใจ ใฝ่เรียนรู้ เลขประจำตัวประชาชน ๐ ๐๐๐๐ ๐๐๐๑๑ ๓๙ ๘ เป็นข้าราชการ")


def test_hired_staff_began_by_contract():
    paper = laid("certificate", lambda values: values.update(began="เริ่มจ้าง"))
    assert paper.says("เริ่มจ้างเมื่อวันที่ ๑ พฤศจิกายน ๒๕๕๕ รวมเป็นเวลาจ้าง ๑๓ ปี")


# what is refused, and what is asked


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"started": "12 มิถุนายน 2569"}, "ไม่อยู่ก่อนวันที่ออกหนังสือ"),
        ({"salary": "0"}, "เงินเดือนต้องมากกว่า 0 บาท"),
        ({"allowances": [{"name": "ก", "amount": "0"}]}, "เงินเพิ่ม “ก” ต้องมากกว่า 0 บาท"),
        ({"salary": None}, "มีเงินเพิ่มแต่ไม่มีเงินเดือน"),
        (
            {"holder": {"title": "นาย", "given": "ธีรภัทร", "surname": "มั่นในหลัก"}},
            "นายธีรภัทร มั่นในหลัก ลงนามรับรองตนเอง",
        ),
        ({"pay_since": "1 กรกฎาคม 2569"}, "หลังวันที่ออกหนังสือ (12 มิถุนายน 2569)"),
        ({"allowances": [{"name": "ก", "amount": "1"}, {"name": "ก", "amount": "2"}]}, "'ก' ซ้ำกับแถวก่อน"),
        ({"citizen_number": "0 0000 00011 39 9"}, "39 9"),
        ({"total": "39100"}, "(รวมเป็นเงิน) โปรแกรมคิดให้"),
    ],
)
def test_what_cannot_be_is_refused(change, said):
    assert any(said in each for each in refused("certificate", lambda values: values.update(change)))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"number": "214/2568"}, "เลขที่ 214/2568 ไม่ใช่ของปี"),
        ({"pay_since": "1 ตุลาคม 2568"}, "เงินเดือนนี้เป็นของก่อนรอบเลื่อนเงินเดือนครั้งล่าสุด"),
        ({"allowances": [{"name": "ก", "amount": "40000"}]}, "เงินเพิ่ม “ก” มากกว่าเงินเดือน"),
    ],
)
def test_what_most_likely_is_a_slip_is_asked(change, said):
    (found,) = asked("certificate", lambda values: values.update(change))
    assert said in found


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"number": "214/2569"},
        {"number": ""},
        {"number": "ตอ 0102/214"},
        {"number": "214/๒๕๖๙"},
        {"pay_since": "1 เมษายน 2569"},
        {"date": "30 กันยายน 2569"},
    ],
)
def test_what_is_in_order_is_neither_refused_nor_asked(change):
    assert asked("certificate", lambda values: values.update(change)) == []


@pytest.mark.parametrize(
    ("date", "is_old"), [("30 กันยายน 2569", False), ("1 ตุลาคม 2569", True), ("5 มีนาคม 2570", True)]
)
def test_the_rounds_of_rises_are_april_and_october(date, is_old):
    def change(values) -> None:
        values.update(date=date, number="")

    assert bool(asked("certificate", change)) is is_old


def test_the_signer_alone_signs():
    assert signers("certificate") == ["นายธีรภัทร มั่นในหลัก"]
