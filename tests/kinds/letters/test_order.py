"""คำสั่ง: its head and text, its committee, and what is refused or asked about (แบบที่ 4; docs/forms.md)."""

import pytest
from letter_pages import CM, asked, example, faults, garuda, laid, line, lines

KIND = "order"
MIDDLE = 11.0
NO_ANNEX = {"salary": None, "annex_title": None, "power": ["อาศัยอำนาจตามความในมาตรา 32 จึงสั่งดังนี้"]}
COMMITTEE = [
    {"name": "รองอธิบดี", "role": "ประธานกรรมการ"},
    {"name": "ผู้อำนวยการกองคลัง", "role": "กรรมการ"},
    {"name": "ผู้อำนวยการกองการเจ้าหน้าที่", "role": "กรรมการและเลขานุการ"},
]


def appointing(**changes: object) -> dict[str, object]:
    """An order that appoints a committee, in place of the example's rises."""
    power = ["อาศัยอำนาจตามความในมาตรา 32 จึงแต่งตั้งคณะกรรมการ"]
    return {**NO_ANNEX, "power": power, "committee": COMMITTEE, **changes}


def salaries(*changed: dict[str, str]) -> list[dict[str, object]]:
    """The rows of the example, the first of them with other values."""
    rows = example(KIND)["salary"]
    return [{**row, **(changed[n] if n < len(changed) else {})} for n, row in enumerate(rows)]


@pytest.fixture
def pages(tmp_path):
    return laid(tmp_path, KIND).pages


def test_the_head_stands_centred_below_the_garuda_and_a_line_parts_it_from_the_text(pages):
    emblem = garuda(pages)
    assert (emblem.y / CM, emblem.height / CM) == (pytest.approx(1.5, abs=0.01), pytest.approx(3.0, abs=0.01))
    head = [line(pages, words) for words in ("คำสั่งกรมส่งเสริม", "ที่ ๘๖/๒๕๖๙", "เรื่อง เลื่อนเงินเดือน")]
    assert [each.middle for each in head] == [pytest.approx(MIDDLE, abs=0.02)] * 3
    assert (emblem.y + emblem.height) / CM < head[0].baseline < head[1].baseline < head[2].baseline
    (rule,) = [leader for part in pages[0].paragraphs for leader in part.leaders]
    assert (rule.look, (rule.x0 + rule.x1) / 2 / CM) == ("line", pytest.approx(MIDDLE, abs=0.02))
    assert head[2].baseline < rule.y / CM < line(pages, "ด้วยกรมส่งเสริม").baseline


def test_text_effect_day_and_signer_follow_one_another_at_their_indents(pages):
    parts = [
        line(pages, words) for words in ("ด้วยกรมส่งเสริม", "อาศัยอำนาจ", "ทั้งนี้ ตั้งแต่วันที่ ๑ เมษายน ๒๕๖๙ เป็นต้นไป")
    ]
    assert [each.left for each in parts] == [pytest.approx(3.0 + 2.5, abs=0.01)] * 3
    day = line(pages, "สั่ง ณ วันที่ ๒๔ เมษายน พ.ศ. ๒๕๖๙")
    assert day.left == pytest.approx(3.0 + 5.0, abs=0.01)
    name = line(pages, "(นายเอกวิทย์")
    assert parts[-1].baseline < day.baseline < name.baseline
    assert line(pages, "อธิบดีกรม").middle == pytest.approx(name.middle, abs=0.02)
    assert name.middle > MIDDLE


def test_the_counts_and_sums_of_the_annex_are_printed_by_name(tmp_path):
    power = ["อาศัยอำนาจ จึงเลื่อน {annex_count} ราย {จำนวนรายในบัญชีแนบท้าย} เป็นเงิน {salary_rise} บาท ตามบัญชีแนบท้าย"]
    pages = laid(tmp_path, KIND, power=power).pages
    assert "๑๐ ราย ๑๐ เป็นเงิน ๙,๓๑๐ บาท" in "".join(each.text + " " for each in lines(pages) if each.page == 1)


@pytest.mark.parametrize(("mark", "first", "second"), [("ข้อ", "ข้อ ๑", "ข้อ ๒"), ("เลข", "๑.", "๒.")])
def test_clauses_are_numbered_as_the_office_does(tmp_path, mark, first, second):
    clauses = ["ให้ยกเลิกคำสั่งเดิม", {"text": "ให้ดำเนินการ ดังนี้", "numbered": ["ตรวจสอบ", "รายงาน"]}]
    pages = laid(tmp_path, KIND, **{**NO_ANNEX, "clauses": clauses, "clause_mark": mark}).pages
    assert line(pages, first).text.endswith("ให้ยกเลิกคำสั่งเดิม")
    assert line(pages, first).left == pytest.approx(3.0 + 2.5, abs=0.01)
    assert line(pages, second).baseline < line(pages, "๑)").baseline < line(pages, "๒)").baseline


def test_one_clause_has_no_number(tmp_path):
    pages = laid(tmp_path, KIND, **{**NO_ANNEX, "clauses": ["ให้ยกเลิกคำสั่งเดิม"]}).pages
    assert line(pages, "ให้ยกเลิก").left == pytest.approx(3.0 + 2.5, abs=0.01)


def test_names_stand_left_and_roles_right_below_one_another(tmp_path):
    pages = laid(tmp_path, KIND, **appointing(duties=["กลั่นกรองผล", "รายงานผล"])).pages
    texts = [each.text for each in lines(pages)]
    roles = [line(pages, words) for words in ("ประธานกรรมการ", "กรรมการและเลขานุการ")]
    names = [line(pages, words) for words in ("รองอธิบดี", "ผู้อำนวยการกองการเจ้าหน้าที่")]
    assert len({round(each.left, 2) for each in roles}) == 1
    assert len({round(each.left, 2) for each in names}) == 1
    for name, role in zip(names, roles, strict=True):
        assert name.baseline == pytest.approx(role.baseline, abs=0.01)
        assert name.right < role.left
    assert texts.index("๑.") < texts.index("รองอธิบดี") < texts.index("ให้คณะกรรมการมีหน้าที่และอำนาจ ดังนี้")


def test_an_order_without_number_and_day_leaves_them_for_the_pen(tmp_path):
    made = laid(tmp_path, KIND, **{**NO_ANNEX, "number": None, "date": None})
    assert line(made.pages, "สั่ง ณ วันที่").text == "สั่ง ณ วันที่"
    assert len([each for each in lines(made.pages) if each.text == "ที่"]) == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"number": "86/2568"}, "ไม่ตรงกับปีของวันที่สั่ง"),
        ({"salary": None, "annex_title": None}, "ไม่มีบัญชี"),
        ({"annex_title": None}, "ต้องมีทั้งชื่อบัญชีและรายการ"),
        ({"salary": salaries({"position_no": "99"})}, "เลขที่ตำแหน่งซ้ำ"),
        ({"salary": salaries({"national_id": "0 0000 00011 13 4"})}, "เลขประจำตัวประชาชนซ้ำ"),
        ({"salary": [*salaries(), {**salaries()[8], "position_no": "116", "national_id": ""}]}, "ชื่อบุคคลซ้ำ"),
        ({"salary": salaries({"percent": "3.54"})}, "ปัดขึ้นเป็นสิบบาท"),
        ({"salary": salaries({"percent": "6.10", "rise": "2750"})}, "ไม่เกินร้อยละ 6"),
        ({"salary": salaries({"result": "ต้องปรับปรุง"})}, "ไม่ได้เลื่อนเงินเดือน"),
        ({"effective": "ตั้งแต่บัดนี้เป็นต้นไป"}, "กรอกวันที่คำสั่งมีผลแล้ว"),
        (
            {"persons": [{"person": {"title": "นาย", "given": "ก", "surname": "ข"}, "position": "นิติกร"}]},
            "ตารางเดียว",
        ),
        (appointing(committee=[*COMMITTEE, COMMITTEE[1]]), "ซ้ำกัน"),
        (appointing(committee=[*COMMITTEE, {"name": "ก", "role": "คณะทำงาน"}]), "อย่างเดียวกันทั้งคณะ"),
    ],
)
def test_contradictions_are_refused(tmp_path, changes, said):
    assert any(said in each for each in faults(tmp_path, KIND, **changes))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"power": ["จึงให้เลื่อนเงินเดือน"]}, "ไม่ได้กล่าวถึง"),
        ({"effective_date": "1 เมษายน 2567"}, "ย้อนหลัง"),
        ({**NO_ANNEX, "power": None}, "อำนาจ"),
        (appointing(committee=COMMITTEE[1:]), "ประธาน"),
        (appointing(committee=COMMITTEE[:2]), "เลขานุการ"),
        ({"salary_share": "2.9"}, "เกินร้อยละ"),
        ({"salary": salaries({"percent": "3.50", "rise": "1580"})}, "ผลการประเมินต่ำกว่า"),
    ],
)
def test_slips_are_asked_about(tmp_path, changes, said):
    assert any(said in each for each in asked(tmp_path, KIND, **changes))


def test_the_example_and_an_appointment_raise_nothing(tmp_path):
    assert asked(tmp_path, KIND) == []
    assert asked(tmp_path, KIND, **appointing(duties=["กลั่นกรองผล"])) == []
    titled = appointing(committee_title="คณะกรรมการกลั่นกรอง ประกอบด้วย")
    assert asked(tmp_path, KIND, **titled) == []


def test_what_a_text_opens_and_no_committee_follows_is_asked_about(tmp_path):
    told = asked(tmp_path, KIND, **{**NO_ANNEX, "power": ["อาศัยอำนาจ จึงสั่ง"], "committee_title": "ดังต่อไปนี้"})
    assert any("ไม่มีอะไรตามหลัง" in each for each in told)
