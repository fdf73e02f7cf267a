"""Tables of an office's own scheme are sound: other divisors, full marks beside weights, parted tables."""

import pytest

from pipeline.audit import audit_papers
from pipeline.extraction.text_reader import read_text

SCORES = "โครงการ\tน้ำหนัก\tคะแนนที่ได้\tคะแนนถ่วงน้ำหนัก"
MONEY = "โครงการ\tงบประมาณ (บาท)\tใช้ไป (บาท)\tร้อยละ"


def found(code: str, header: str, *rows: str) -> list[int]:
    """The lines (from 1) of what a rule says of a table of `cell=cell=…`."""
    text = "\n".join([header, *("\t".join(row.split("=")) for row in rows)])
    return [each.place.line for each in audit_papers([read_text(text, "paper.txt")]) if each.code == code]


def test_weighted_scores_of_three_full_marks_brought_to_100_are_sound():
    # 30 × 2 / 3, 20 × 3 / 3, 25 × 2.5 / 3, 10 × 0 / 3
    rows = ("ก=30=2.00=20.0000", "ข=20=3.00=20.0000", "ค=25=2.50=20.8333", "ง=10=0.00=0.0000")
    assert found("A0402", SCORES, *rows) == []


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (
            ("ก=30=2=20", "ข=20=3=20", "ค=25=2=16.67", "ง=15=2=11.00"),
            [5],
        ),  # three have 3 in common; 15 × 2 / 3
        (("ก=30=2=20", "ข=20=3=20"), [2, 3]),  # two rows are no scheme
        (("ก=30=2=20", "ข=20=3=21", "ค=25=2=12"), [2, 3, 4]),  # nothing in common
        (("ก=30=2=0.60", "ข=20=3=0.60", "ค=25=2=0.55"), [4]),  # divided by 100, but for one
    ],
)
def test_what_has_no_divisor_in_common_is_found(rows, lines):
    assert found("A0402", SCORES, *rows) == lines


def test_full_marks_below_the_weight_of_their_part_add_up_to_nothing():
    rows = ("ก=10=8", "ข=5=4", "รวมหมวดที่ 1=0.40=8")
    assert found("A0304", "เรื่อง\tคะแนนเต็ม/น้ำหนัก\tได้", *rows) == []
    assert found("A0304", "เรื่อง\tน้ำหนัก\tได้", *rows) == [4]


def test_a_total_counts_the_pieces_of_its_table_before_it():
    first, last = ("ก=100=50=50", "ข=200=50=25"), ("ค=300=60=20", "ง=400=40=10", "รวม=1,000=200=20")
    assert found("A0308", MONEY, *first, "", MONEY.replace("\t", "="), *last) == []
    wrong = (*last[:2], "รวม=1,100=200=20")
    assert found("A0308", MONEY, *first, "", MONEY.replace("\t", "="), *wrong) == [8]


def test_a_row_may_tell_the_percentage_of_what_was_spent():
    said = "จัดแล้ว 66 คน จาก 80 คน"  # 82.5 %, but 142,350 of 180,000 are 79.08 %
    header = "โครงการ\tผล\tได้รับ (บาท)\tใช้ไป (บาท)\tร้อยละ"
    assert found("A0401", header, f"อบรม={said}=180,000=142,350=79.08") == []
    assert found("A0401", header, f"อบรม={said}=180,000=142,350=97.08") == [2]


def test_totals_of_parts_of_a_table_are_no_rows_of_it():
    """1,000 + 2,000 of one unit and 500 + 700 of another are 4,200, not twice that."""
    header = "รายการ\tจำนวนเงิน (บาท)"
    rows = ("ก=1,000", "ข=2,000", "รวมกองกลาง=3,000", "ค=500", "ง=700", "รวมกองแผน=1,200", "รวม=4,200")
    assert found("A0308", header, *rows) == []
    inside = ("1. กองกลาง=3,000", "1.1 ก=1,000", "1.2 ข=2,000", "2. กองแผน=1,200", "รวม=4,200")
    assert found("A0308", header, *inside) == []


def test_prices_of_one_and_running_sums_add_up_to_nothing():
    header = "รายการ\tจำนวน\tหน่วยละ (บาท)\tสะสม (บาท)\tเป็นเงิน (บาท)"
    rows = ("ก=2=100=200=200", "ข=3=50=350=150")
    assert found("A0308", header, *rows, "รวม=5=70=350=350") == []
    assert found("A0308", header, *rows, "รวม=5=70=350=360") == [4]


def test_weights_of_a_group_stand_above_it_or_make_100_by_themselves():
    above = ("งาน=60", "ก=20", "ข=40", "คน=40", "ค=20", "ง=20")
    assert found("A0304", "ตัวชี้วัด\tน้ำหนัก", *above, "รวม=100") == []
    assert found("A0304", "ตัวชี้วัด\tน้ำหนัก", *above, "รวม=110") == [8]
    shares = ("ก=40", "ข=60", "รวมองค์ประกอบที่ 1=70", "ค=50", "ง=50", "รวมองค์ประกอบที่ 2=30", "รวม=100")
    assert found("A0304", "ตัวชี้วัด\tน้ำหนัก", *shares) == []


def test_a_row_may_tell_its_share_of_the_whole():
    header = "โครงการ\tผล\tงบประมาณ (บาท)\tสัดส่วน (ร้อยละ)"
    rows = ("อบรม=จัดแล้ว 66 คน จาก 80 คน=180,000=60.00", "สัมมนา=จัดแล้ว 10 คน จาก 80 คน=120,000=40.00")
    assert found("A0401", header, *rows, "รวม==300,000=100.00") == []
    assert found("A0401", header, rows[0].replace("60.00", "61.00"), rows[1], "รวม==300,000=100.00") == [2]


def test_a_clause_of_a_regulation_is_none_of_the_paper():
    assert found("A0801", "1. ค่าวัสดุ", "2. ค่าเดินทาง", "ให้เบิกจ่ายตามข้อ 7 ระเบียบว่าด้วยค่าใช้จ่าย") == []
    assert found("A0801", "1. ค่าวัสดุ", "2. ค่าเดินทาง", "ให้เบิกจ่ายตามข้อ 7 ข้างต้น") == [3]
