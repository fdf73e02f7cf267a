"""รายงานการประชุม: its pages by the rules of its form (docs/forms.md), what it works out, refuses and asks."""

from __future__ import annotations

import pytest
from form_pages import MM, NEAR, Laid, asked, laid, prepared, refused, signers

from pipeline.typeset.items import Picture

TEXT_LEFT, TEXT_RIGHT = 30, 190
MIDDLE = (TEXT_LEFT + TEXT_RIGHT) / 2
AXIS = TEXT_LEFT + 120
LINE = 21 / MM
BEARING = 0.6
PADDING = 1
"""Of a list's cells, mm."""


@pytest.fixture(scope="module")
def pages() -> Laid:
    return laid("minutes")


def person(given: str, **more: str) -> dict[str, object]:
    named = {"title": "นาย", "given": given, "surname": "สมมุติ"}
    return {"person": named, "position": "ผู้อำนวยการ", "role": "กรรมการ", **more}


# ข้อ 25, แบบที่ 11: the pages


def test_minutes_bear_no_garuda(pages):
    assert not [each for page in pages.paper.pages for each in page.drawn if isinstance(each, Picture)]


def test_the_head_says_body_number_day_and_place_in_the_middle(pages):
    head = [line.text.strip() for line in pages.lines[:4]]
    assert head == [
        "รายงานการประชุมคณะกรรมการกลั่นกรองผลการประเมินผลการปฏิบัติราชการ",
        "ครั้งที่ ๒/๒๕๖๙",
        "เมื่อวันศุกร์ที่ ๑๐ เมษายน ๒๕๖๙",  # a Friday by the calendar
        "ณ ห้องประชุม ๓ ชั้น ๔ กรมส่งเสริมทะเบียนประวัติ",
    ]
    for line in pages.lines[:4]:
        assert line.middle == pytest.approx(MIDDLE, abs=BEARING)


def test_the_fixed_labels_stand_in_the_order_of_the_form(pages):
    labels = ["ผู้มาประชุม", "ผู้ไม่มาประชุม", "ผู้เข้าร่วมประชุม", "เริ่มประชุมเวลา", "ระเบียบวาระที่ ๑", "เลิกประชุมเวลา"]
    labels += ["ผู้จดรายงานการประชุม", "ผู้ตรวจรายงานการประชุม"]
    places = [
        next(n for n, line in enumerate(pages.lines) if line.text.startswith(label)) for label in labels
    ]
    assert places == sorted(places)
    assert not [line for line in pages.lines if "เปิดประชุม" in line.text or "ปิดประชุม" in line.text]


def test_names_posts_and_roles_stand_in_columns_that_all_lists_share(pages):
    columns = {
        "นางกมลชนก วิถีธรรม": 9, "นายกฤษณะ วางแผนดี": 9, "นายอนุชา ตรงเวลา": 9,
        "รองอธิบดี": 52, "ผู้อำนวยการกองแผนงาน": 52, "ประธานกรรมการ": 112,
    }  # fmt: skip
    for text, start in columns.items():
        line = next(line for line in pages.lines if line.text.strip() == text)
        assert line.left == pytest.approx(TEXT_LEFT + start + PADDING, abs=NEAR)


def test_a_row_stands_on_one_line(pages):
    for texts in (
        ("นางกมลชนก วิถีธรรม", "รองอธิบดี", "ประธานกรรมการ"),
        ("นางสุภาพร เรียบร้อยดี", "นักทรัพยากรบุคคลชำนาญการพิเศษ"),
    ):
        name, *others = [next(line for line in pages.lines if line.text.strip() == text) for text in texts]
        assert {line.baseline for line in others} == {name.baseline}


def test_each_list_counts_from_one(pages):
    numbers = [line.text.strip() for line in pages.lines if line.page == 1 and line.left < TEXT_LEFT + 5]
    assert [each for each in numbers if each.rstrip(".") in "๑๒๓๔๕๖"] == [
        "๑.",
        "๒.",
        "๓.",
        "๔.",
        "๕.",
        "๖.",
        "๑.",
        "๑.",
    ]


def test_who_came_for_a_member_says_so_and_who_did_not_says_why(pages):
    stands, name = pages.find("(แทน เลขานุการกรม)"), pages.find("นายภูวดล จริงใจ")
    assert stands.left == pytest.approx(name.left, abs=1)  # its bracket has another bearing
    assert stands.baseline - name.baseline == pytest.approx(LINE, abs=NEAR)
    assert pages.find("(ติดราชการ)")


def test_a_list_of_nobody_is_left_out():
    def change(values) -> None:
        del values["absent"], values["others"]

    paper = laid("minutes", change)
    assert not paper.says("ผู้ไม่มาประชุม")
    assert not paper.says("ผู้เข้าร่วมประชุม")


def test_the_agenda_says_what_was_said_and_resolved(pages):
    resolution = pages.find("มติที่ประชุม รับรองรายงานการประชุม")
    assert resolution.left == pytest.approx(TEXT_LEFT + 25, abs=NEAR)
    bold = "".join(
        run.text
        for page in pages.paper.pages
        for part in page.paragraphs
        for run in part.runs
        if "bold" in run.face.lower()
    )
    assert bold.count("มติที่ประชุม") == 2
    assert "ที่ประชุมรับทราบ" in bold
    assert "รับรองรายงานการประชุมโดยไม่มี" not in bold


def test_an_item_without_text_says_that_there_is_none(pages):
    # items 3 and 5; item 4 has a matter below it
    assert [line.text.strip() for line in pages.lines].count("ไม่มี") == 2


def test_the_meeting_before_is_named_from_its_own_fields(pages):
    assert pages.says("เสนอรายงานการประชุม ครั้งที่ ๑/๒๕๖๙ เมื่อวันที่ ๑๕ มกราคม ๒๕๖๙")


def test_recorder_and_checker_stand_on_the_axis_below_one_another(pages):
    recorder, checker = pages.find("(นางสุภาพร"), pages.find("(นายธีรภัทร")
    for text in ("(นางสุภาพร", "ผู้จดรายงาน", "(นายธีรภัทร", "ผู้ตรวจรายงาน"):
        assert pages.find(text).middle == pytest.approx(AXIS, abs=BEARING)
    assert checker.baseline - recorder.baseline == pytest.approx(5 * LINE, abs=NEAR)
    assert signers("minutes") == ["นางสุภาพร เรียบร้อยดี", "นายธีรภัทร มั่นในหลัก"]


def test_pages_after_the_first_bear_their_number(pages):
    assert next(line.text.strip() for line in pages.lines if line.page == 2) == "- ๒ -"


# what is worked out


def test_members_and_quorum_are_counted():
    made = prepared("minutes").office_input
    assert (made.members, made.quorum) == (7, 4)  # 6 + 1; half of 7 is 3.5, so 4


def test_half_of_an_even_number_of_members_is_a_quorum():
    made = prepared("minutes", lambda values: values["absent"].append(person("เอก"))).office_input
    assert (made.members, made.quorum) == (8, 4)


# what is refused, and what is asked


def chair_absent(values) -> None:
    values["present"][0]["role"] = "กรรมการ"


def absent_too(values) -> None:
    values["absent"].append(dict(values["present"][1]))


def other_too(values) -> None:
    values["others"].append({**values["present"][1], "role": ""})


def twice(values) -> None:
    values["present"].append(dict(values["present"][1]))


def undecided(values) -> None:
    values["agenda"][4].pop("resolution")


def unnamed_before(values) -> None:
    del values["previous_number"], values["previous_date"]
    values["agenda"][1]["body"] = ["เลขานุการเสนอรายงานการประชุมครั้งก่อน"]


def resolved_nothing(values) -> None:
    values["agenda"][2]["resolution"] = "เห็นชอบ"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (absent_too, "นายชยุตม์ รอบรู้ อยู่ทั้งในผู้มาประชุมและผู้ไม่มาประชุม"),
        (other_too, "นายชยุตม์ รอบรู้ เป็นกรรมการ"),
        (twice, "ผู้มาประชุมมีชื่อซ้ำกัน"),
        (lambda values: values["absent"].extend([person("เอก"), person("เอก")]), "ผู้ไม่มาประชุมมีชื่อซ้ำกัน"),
        (lambda values: values["others"].append(dict(values["others"][0])), "ผู้เข้าร่วมประชุมมีชื่อซ้ำกัน"),
        (undecided, "วาระที่ 4.1 เป็นเรื่องพิจารณา แต่ไม่มีมติ"),
        (resolved_nothing, "วาระที่ 3 มีมติ แต่ไม่มีข้อความ"),
        (lambda values: values.update(previous_date="10 เมษายน 2569"), "ไม่อยู่ก่อนครั้งนี้"),
        (lambda values: values.pop("previous_number"), "การประชุมครั้งก่อนต้องมีทั้งครั้งที่และวันที่"),
        (lambda values: values.update(number="0"), "ครั้งที่ของการประชุมเริ่มจาก 1"),
        (lambda values: values.update(date="วันพฤหัสบดีที่ 10 เมษายน 2569"), "พฤหัสบดี"),
    ],
)
def test_what_cannot_be_is_refused(change, said):
    assert any(said in each for each in refused("minutes", change))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda values: values.update(end="09.30"), "ก่อนหรือพร้อมกับเริ่มประชุม"),
        (lambda values: values.update(number="1"), "ครั้งที่ 1/2569 ไม่ต่อจากครั้งก่อน (1/2569)"),
        (lambda values: values.update(number="3"), "ครั้งที่ 3/2569 ไม่ต่อจากครั้งก่อน"),
        (lambda values: values.update(previous_date="15 ธันวาคม 2568"), "ไม่ต่อจากครั้งก่อน (1/2568)"),
        (lambda values: values.update(least_present="7"), "กรรมการ 7 คน ต้องมาอย่างน้อย 7 คน"),
        (chair_absent, "ไม่มีประธาน"),
        (unnamed_before, "เป็นการประชุมครั้งที่ 2/2569 แต่ไม่ได้ระบุการประชุมครั้งก่อน"),
        (lambda values: values["others"][0].update(role="กรรมการ"), "เป็นกรรมการ"),
    ],
)
def test_what_most_likely_is_a_slip_is_asked(change, said):
    (found,) = asked("minutes", change)
    assert said in found


def test_a_first_meeting_has_none_before_it():
    def change(values) -> None:
        del values["previous_number"], values["previous_date"]
        values["number"] = "1"
        values["agenda"][1]["body"] = ["ไม่มีรายงานการประชุมที่ต้องรับรอง"]

    assert asked("minutes", change) == []


def test_the_example_is_in_order():
    assert asked("minutes") == []


def test_a_time_is_printed_with_two_figures_of_the_hour_however_it_is_typed():
    pages = laid("minutes", lambda values: values.update(start="9:05 น."))
    assert pages.find("เริ่มประชุมเวลา").text.strip() == "เริ่มประชุมเวลา ๐๙.๐๕ น."


@pytest.mark.parametrize(("start", "end"), [("9.30", "11.45"), ("09.30", "9.45")])
def test_times_are_compared_as_times(start, end):
    assert asked("minutes", lambda values: values.update(start=start, end=end)) == []
