"""รายละเอียดตัวชี้วัด: its pages by the rules of its form (docs/forms.md), what it works out, refuses and asks."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pytest
from form_pages import MM, NEAR, Laid, asked, example, laid, prepared, refused

from pipeline import kinds
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read
from pipeline.kinds.writing import full_workbook_of
from pipeline.typeset.items import Rule

TEXT_LEFT, TEXT_RIGHT = 30, 190
RIGHT_OF_LABEL = TEXT_LEFT + 46
BEARING = 0.6


@pytest.fixture(scope="module")
def pages() -> Laid:
    return laid("kpi-sheet")


def columns_of(kind: str, sheet: str) -> list[str]:
    """The titles of the columns of a sheet of the example's workbook, without their stars."""
    known = kinds.of(kind)
    book = openpyxl.load_workbook(io.BytesIO(full_workbook_of(known, read(known.start, SHIPPED).values)))
    head = next(row for row in book[sheet].iter_rows(min_row=3, values_only=True) if row[0])
    return [title.removesuffix(" *") for title in head if title]


def first_of(values):
    return values["indicators"][0]


# the pages


def test_each_indicator_begins_a_page_with_the_same_head(pages):
    heads = [line for line in pages.lines if line.text.strip() == "รายละเอียดตัวชี้วัด"]
    assert [head.page for head in heads] == [1, 2]
    for head in heads:
        assert head.middle == pytest.approx((TEXT_LEFT + TEXT_RIGHT) / 2, abs=BEARING)
        assert head.bold


def test_labels_stand_left_in_the_order_of_the_form(pages):
    labels = ["ตัวชี้วัดที่ ๕", "หน่วยวัด", "น้ำหนัก", "ประเด็นยุทธศาสตร์", "คำอธิบาย", "ประชากรกลุ่มเป้าหมาย", "สูตรการคำนวณ"]
    labels += ["เกณฑ์การให้คะแนน", "เงื่อนไข", "ข้อมูลพื้นฐาน", "วิธีการจัดเก็บข้อมูล", "แหล่งข้อมูล", "ความถี่ในการจัดเก็บ"]
    labels += ["ผู้กำกับดูแลตัวชี้วัด", "ผู้จัดเก็บข้อมูล"]
    lines = [next(line for line in pages.lines if line.text.startswith(label)) for label in labels]
    assert [line.baseline for line in lines] == sorted(line.baseline for line in lines)
    for line in lines:
        assert line.left == pytest.approx(TEXT_LEFT, abs=NEAR)
        assert line.page == 1


def test_texts_stand_right_of_their_labels_and_go_on_there(pages):
    for text in ("และกองทะเบียนที่มีแผนพัฒนา", "ได้รับการพัฒนา หมายถึง", "โทร. ๐ ๒๐๐๐ ๑๒๓๔ ต่อ ๕๐"):
        assert pages.find(text).left == pytest.approx(RIGHT_OF_LABEL, abs=NEAR)


def test_the_criteria_stand_under_their_levels_right_of_the_label(pages):
    levels = [pages.find(f"ระดับ {digit}") for digit in "๒๓๔๕"]
    figures = [
        next(line for line in pages.lines if line.text.strip() == figure)
        for figure in ("๘๐", "๘๕", "๙๐", "๙๕")
    ]
    for level, figure in zip(levels, figures, strict=True):
        assert figure.middle == pytest.approx(level.middle, abs=BEARING)
        assert figure.left > RIGHT_OF_LABEL


def test_the_tables_end_at_the_right_margin(pages):
    rules = [each for each in pages.paper.pages[0].drawn if isinstance(each, Rule)]
    assert max(rule.x1 for rule in rules) / MM == pytest.approx(TEXT_RIGHT, abs=NEAR)
    assert min(rule.x0 for rule in rules) / MM == pytest.approx(TEXT_LEFT, abs=NEAR)


def test_steps_are_numbered_from_the_first_level(pages):
    second = [line.text.strip() for line in pages.lines if line.page == 2]
    at = second.index("ขั้นตอน")
    assert second[at + 1 : at + 11 : 2] == ["๑", "๒", "๓", "๔", "๕"]


def test_the_baseline_is_of_the_three_years_before(pages):
    years = [
        line.text.strip() for line in pages.lines if line.text.strip() in {"๒๕๖๖", "๒๕๖๗", "๒๕๖๘", "๒๕๖๙"}
    ]
    assert years == ["๒๕๖๖", "๒๕๖๗", "๒๕๖๘"]


# what is worked out


def test_percentages_mean_and_growth_are_worked_out(pages):
    # 50/70 = 71.428…, 54/69 = 78.260…, 60/72 = 83.333…; (71.43 + 78.26 + 83.33) / 3 = 77.6733…;
    # (83.33 - 78.26) / 78.26 = 6.4784… %
    (row,) = prepared("kpi-sheet").office_input.indicators[0].baseline
    made = [row.value_1, row.value_2, row.value_3, row.average, row.growth]
    assert made == [Decimal(each) for each in ("71.43", "78.26", "83.33", "77.67", "6.48")]
    for text in ("๗๑.๔๓", "(๕๐ จาก ๗๐)", "๗๘.๒๖", "(๕๔ จาก ๖๙)", "๘๓.๓๓", "(๖๐ จาก ๗๒)", "๗๗.๖๗", "๖.๔๘"):
        assert pages.says(text)


def test_results_that_are_no_percentages_are_printed_as_they_are():
    def change(values) -> None:
        row = {"item": "คู่มือ", "counted_in": "เล่ม", "year_1": "1200", "year_2": "0", "year_3": "1500"}
        first_of(values)["baseline"] = [row]

    # (1200 + 0 + 1500) / 3 = 900; nothing grows from 0
    made = laid("kpi-sheet", change)
    (row,) = prepared("kpi-sheet", change).office_input.indicators[0].baseline
    assert (row.average, row.growth) == (900, None)
    texts = [line.text.strip() for line in made.lines]
    at = texts.index("เล่ม")
    assert texts[at + 1 : at + 6] == ["๑,๒๐๐", "๐", "๑,๕๐๐", "๙๐๐", "-"]


# what is refused, and what is asked


def heavy(values) -> None:
    first_of(values)["weight"] = values["agreed"][0]["weight"] = "85.5"  # and 15 of the other


def falling(values) -> None:
    first_of(values).update(level_1="95", level_2="90", level_3="85", level_4="80", level_5="75")
    first_of(values)["baseline"][0]["year_3"] = "50"  # of 72: 69.44


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda values: first_of(values).update(level_4="85"), "เกณฑ์ของตัวชี้วัดที่ 5 ต้องเพิ่มขึ้นหรือลดลงทุกระดับ"),
        (lambda values: first_of(values).update(level_2="90"), "เกณฑ์ของตัวชี้วัดที่ 5 ต้องเพิ่มขึ้นหรือลดลงทุกระดับ"),
        (lambda values: first_of(values).pop("level_3"), "ต้องใส่ครบทั้ง 5 ระดับ"),
        (lambda values: values["indicators"][1].pop("steps"), "ตัวชี้วัดที่ 6 ไม่มีเกณฑ์การให้คะแนน"),
        (lambda values: first_of(values).update(steps=["ก"] * 5), "มีทั้งเกณฑ์ตัวเลขและขั้นตอน"),
        (lambda values: first_of(values).update(weight="0"), "น้ำหนักของตัวชี้วัดที่ 5 ต้องมากกว่า 0"),
        (lambda values: first_of(values)["baseline"][0].pop("of_2"), "ต้องใส่ครบทุกปี"),
        (lambda values: values["agreed"][0].update(id="7"), "คำรับรองไม่มีตัวชี้วัดที่ 5"),
        (lambda values: values["agreed"][0].update(name="ร้อยละของบุคลากร"), "ชื่อของตัวชี้วัดที่ 5 ไม่ตรงกับคำรับรอง"),
        (lambda values: values["agreed"][1].update(weight="20"), "น้ำหนักของตัวชี้วัดที่ 6 ไม่ตรงกับคำรับรอง"),
        (lambda values: values["agreed"][1].update(measure="ขั้นตอน"), "หน่วยวัดของตัวชี้วัดที่ 6 ไม่ตรงกับคำรับรอง"),
        (lambda values: values["indicators"][1].update(id="5"), "เลขที่ตัวชี้วัด '5' ซ้ำกับแถวก่อน"),
    ],
)
def test_what_cannot_be_is_refused(change, said):
    assert any(said in each for each in refused("kpi-sheet", change))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda values: first_of(values).update(level_5="105"), "วัดเป็นร้อยละ แต่เกณฑ์ไม่อยู่ระหว่าง 0 ถึง 100"),
        (lambda values: values["indicators"][1]["steps"].pop(), "ขั้นตอนของตัวชี้วัดที่ 6 ไม่ครบ 5 ระดับ"),
        (lambda values: first_of(values).pop("formula"), "ไม่มีสูตรการคำนวณ"),
        (lambda values: first_of(values).pop("baseline"), "ตัวชี้วัดที่ 5 ไม่มีข้อมูลพื้นฐาน"),
        (
            lambda values: first_of(values)["baseline"][0].update(year_3="70"),
            "สูงกว่าเกณฑ์ระดับ 5 แล้ว",
        ),  # 70/72 = 97.22
        (heavy, "น้ำหนักของตัวชี้วัดรวมกันเกิน 100"),
        (lambda values: first_of(values)["baseline"][0].update(of_1="49"), "มากกว่าตัวหาร"),  # of 50
        (falling, "ต่ำกว่าเกณฑ์ระดับ 5 แล้ว"),
        (
            lambda values: values["agreed"].append({"id": "8", "name": "ก", "weight": "5"}),
            "ตัวชี้วัดที่ 8 ของคำรับรองไม่มีรายละเอียด",
        ),
    ],
)
def test_what_most_likely_is_a_slip_is_asked(change, said):
    found = asked("kpi-sheet", change)
    assert [each for each in found if said in each] == found
    assert found


def test_the_example_is_in_order():
    assert asked("kpi-sheet") == []


def test_a_part_of_an_indicator_is_found_among_the_parts():
    def part(values, name: str) -> None:
        first_of(values)["id"] = "5.1"
        values["agreed_parts"] = [{"id": "5.1", "name": name}]

    name = first_of(example("kpi-sheet").values)["name"]
    assert asked("kpi-sheet", lambda values: part(values, name)) == ["ตัวชี้วัดที่ 5 ของคำรับรองไม่มีรายละเอียด"]
    assert refused("kpi-sheet", lambda values: part(values, "อื่น")) == ["ชื่อของตัวชี้วัดที่ 5.1 ไม่ตรงกับคำรับรอง"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("ตัวชี้วัดในคำรับรอง", "ตัวชี้วัด"), ("ตัวชี้วัดย่อยในคำรับรอง", "ตัวชี้วัดย่อย")],
)
def test_the_columns_stand_as_in_the_workbook_of_an_agreement(ours, theirs):
    # so that they are copied as one block
    here, there = columns_of("kpi-sheet", ours), columns_of("agreement", theirs)
    at = there.index(here[0])
    assert there[at : at + len(here)] == here


def test_without_the_agreement_nothing_is_compared():
    assert asked("kpi-sheet", lambda values: values.pop("agreed")) == []
