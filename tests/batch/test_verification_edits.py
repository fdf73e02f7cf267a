"""Every edit that an office may make in Word is found, with its kind and its place."""

import copy
from typing import NamedTuple

import pytest
from docx.oxml.ns import qn
from made_papers import found_in
from returned_docx import Edit


class Seeded(NamedTuple):
    """An edit of a paper, and the one difference that it makes."""

    name: str
    paper: str
    edit: Edit
    kind: str
    place: str
    expected: str
    found: str


SUBJECT = "ผลการดำเนินการตามแผนกลยุทธ์การบริหารทรัพยากรบุคคลของ สปอ. ปีงบประมาณ พ.ศ. ๒๕๖๓ ไตรมาส ๒ รอบ ๖ เดือน"

SEEDED = [
    Seeded(
        "a digit in prose", "report", lambda r: r.say("จำนวน ๒๔ อัตรา", "จำนวน ๒๙ อัตรา"),
        "number", "ย่อหน้าที่ 95", "๒๔", "๒๙",
    ),
    Seeded(
        "two digits that change places", "report", lambda r: r.say("๒๔๖/๒๕๖๑", "๒๖๔/๒๕๖๑"),
        "number", "ย่อหน้าที่ 73", "๒๔๖/๒๕๖๑", "๒๖๔/๒๕๖๑",
    ),
    Seeded(
        "๓ that looks like ๘", "report", lambda r: r.say("อยู่ในระดับ ๓", "อยู่ในระดับ ๘"),
        "level", "ย่อหน้าที่ 86", "๓", "๘",
    ),
    Seeded(
        "a percentage in prose", "report", lambda r: r.say("คิดเป็นร้อยละ ๖๐", "คิดเป็นร้อยละ ๘๐"),
        "percent", "ย่อหน้าที่ 86", "๖๐", "๘๐",
    ),
    Seeded(
        "a weight in a cell", "report", lambda r: r.say_in_cell(7, 2, 1, "๑๕"),
        "weight", "ตารางที่ 8 แถว 3 คอลัมน์ 2", "๑๐", "๑๕",
    ),
    Seeded(
        "a decimal point that moves", "scores", lambda r: r.say_in_cell(0, 4, 2, "1.75"),
        "weight", "ตารางที่ 1 แถว 5 คอลัมน์ 3", "17.5", "1.75",
    ),
    Seeded(
        "a score", "scores", lambda r: r.say_in_cell(0, 3, 9, "4.4400"),
        "score", "ตารางที่ 1 แถว 4 คอลัมน์ 10", "4.4000", "4.4400",
    ),
    Seeded(
        "a threshold", "scores", lambda r: r.say_in_cell(0, 3, 5, "68"),
        "threshold", "ตารางที่ 1 แถว 4 คอลัมน์ 6", "70", "68",
    ),
    Seeded(
        "a cell that is emptied", "scores", lambda r: r.say_in_cell(0, 3, 9, ""),
        "score", "ตารางที่ 1 แถว 4 คอลัมน์ 10", "4.4000", "",
    ),
    Seeded(
        "a proportion in a memo", "memo", lambda r: r.say("๖๐%", "๘๐%"),
        "percent", "ตารางที่ 1 แถว 3 คอลัมน์ 5", "๖๐", "๘๐",
    ),
    Seeded(
        "an amount of money", "free-memo", lambda r: r.say("๑๘,๕๐๐.๐๐", "๑๘,๕๕๐.๐๐"),
        "number", "ตารางที่ 1 แถว 2 คอลัมน์ 4", "๑๘,๕๐๐.๐๐", "๑๘,๕๕๐.๐๐",
    ),
    Seeded(
        "the unit of an indicator", "scores", lambda r: r.say_in_cell(0, 3, 1, "ระดับ"),
        "measure", "ตารางที่ 1 แถว 4 คอลัมน์ 2", "ร้อยละ", "ระดับ",
    ),
    Seeded(
        "what is counted", "report", lambda r: r.say("๒๔ อัตรา", "๒๔ คน"),
        "measure", "ย่อหน้าที่ 95", "อัตรา", "คน",
    ),
    Seeded(
        "a letter of a name", "memo", lambda r: r.say("สุวิทย์", "สุวิชญ์"),
        "name", "ย่อหน้าที่ 12", "นางสาวสุวิทย์ โฆภณ", "นางสาวสุวิชญ์ โฆภณ",
    ),
    Seeded(
        "the title of a person", "memo", lambda r: r.say("นางสาวสุวิทย์", "นางสุวิทย์"),
        "name", "ย่อหน้าที่ 12", "นางสาวสุวิทย์ โฆภณ", "นางสุวิทย์ โฆภณ",
    ),
    Seeded(
        "another signer", "free-memo", lambda r: r.say("(นางสาวอักษรา ตัวบรรจง)", "(นายสระ อิสระ)"),
        "name", "ย่อหน้าที่ 16", "นางสาวอักษรา ตัวบรรจง", "นายสระ อิสระ",
    ),
    Seeded(
        "a signer's position", "free-memo",
        lambda r: r.say("ผู้อำนวยการกองการเจ้าหน้าที่", "ผู้อำนวยการกองกลาง"),
        "position", "ย่อหน้าที่ 17", "ผู้อำนวยการกองการเจ้าหน้าที่", "ผู้อำนวยการกองกลาง",
    ),
    Seeded(
        "the name of the office", "free-memo",
        lambda r: r.say("ตามที่สำนักงานพัฒนาหนังสือราชการ", "ตามที่สำนักงานพัฒนาหนังสือราชกิจ"),
        "office", "ย่อหน้าที่ 6", "สำนักงานพัฒนาหนังสือราชการ", "สำนักงานพัฒนาหนังสือราชกิจ",
    ),
    Seeded(
        "a date in prose", "report", lambda r: r.say("๑๕ สิงหาคม ๒๕๖๑", "๑๖ สิงหาคม ๒๕๖๑"),
        "date", "ย่อหน้าที่ 73", "๑๕ สิงหาคม ๒๕๖๑", "๑๖ สิงหาคม ๒๕๖๑",
    ),
    Seeded(
        "the month of the memo", "memo", lambda r: r.say("๒๐ พฤษภาคม", "๒๐ มิถุนายน"),
        "date", "ย่อหน้าที่ 4", "๒๐ พฤษภาคม ๒๕๖๓", "๒๐ มิถุนายน ๒๕๖๓",
    ),
    Seeded(
        "the date of a signature", "agreement", lambda r: r.say("30 ธันวาคม 2546", "30 ธันวาคม 2547"),
        "date", "ตารางที่ 1 แถว 1 คอลัมน์ 1", "30 ธันวาคม 2546", "30 ธันวาคม 2547",
    ),
    Seeded(
        "the subject", "memo", lambda r: r.say("รายงานผล", "สรุปผล", within="เรื่อง"),
        "subject", "ย่อหน้าที่ 5",
        f"เรื่อง\tรายงาน{SUBJECT}", f"เรื่อง\tสรุป{SUBJECT}",
    ),
    Seeded(
        "a heading", "report", lambda r: r.say("หลักการและเหตุผล", "หลักการ", within="๑. หลักการ", number=1),
        "heading", "ย่อหน้าที่ 30", "๑. หลักการและเหตุผล", "๑. หลักการ",
    ),
    Seeded(
        "a denial that is dropped", "agreement", lambda r: r.say("มิใช่สัญญา", "เป็นสัญญา"),
        "negation", "ย่อหน้าที่ 13", "มิใช่", "เป็น",
    ),
    Seeded(
        "a tone mark that is dropped", "free-memo", lambda r: r.say("ถูกต้อง", "ถูกตอง", within="ตามที่"),
        "spelling", "ย่อหน้าที่ 6", "ถูกต้อง", "ถูกตอง",
    ),
    Seeded(
        "a word in prose", "free-memo", lambda r: r.say("ดังกล่าวต่อไป", "ดังกล่าวทันที"),
        "wording", "ย่อหน้าที่ 15", "ต่อไป", "ทันที",
    ),
    Seeded(
        "a sentence that is cut", "free-memo",
        lambda r: r.say(" เห็นควรจัดโครงการอบรมเชิงปฏิบัติการ", ""),
        "sentence-deleted", "ย่อหน้าที่ 7", "เห็นควรจัดโครงการอบรมเชิงปฏิบัติการ", "",
    ),
    Seeded(
        "a sentence that is put in", "free-memo",
        lambda r: r.say("จึงเรียนมา", "ทั้งนี้ให้เบิกจ่ายล่วงหน้าได้ จึงเรียนมา"),
        "sentence-added", "ย่อหน้าที่ 15", "", "ทั้งนี้ให้เบิกจ่ายล่วงหน้าได้",
    ),
    Seeded(
        "a sentence that moves", "free-memo",
        lambda r: (
            r.say(" หากเห็นชอบโปรดอนุมัติให้จัดโครงการดังกล่าวต่อไป", "", within="จึงเรียนมา"),
            r.say("ดังนี้", "ดังนี้ หากเห็นชอบโปรดอนุมัติให้จัดโครงการดังกล่าวต่อไป", within="โครงการมีกำหนดการ"),
        ),
        "sentence-moved", "ย่อหน้าที่ 13",
        "หากเห็นชอบโปรดอนุมัติให้จัดโครงการดังกล่าวต่อไป", "หากเห็นชอบโปรดอนุมัติให้จัดโครงการดังกล่าวต่อไป",
    ),
    Seeded(
        "a paragraph that is deleted", "report", lambda r: r.delete("จัดสรรคืนทันที"),
        "paragraph-deleted", "หลังย่อหน้าที่ 94", "- จัดสรรคืนทันที จำนวน ๒๔ อัตรา", "",
    ),
    Seeded(
        "a paragraph that is added", "report",
        lambda r: r.copy_after("รายงานผลการดำเนินการตามแผนกลยุทธ์ฯ", "ประกาศใช้แผนกลยุทธ์ฯ"),
        "paragraph-added", "ย่อหน้าที่ 60", "", "๕. ประกาศใช้แผนกลยุทธ์ฯ",
    ),
    Seeded(
        "a paragraph that moves", "report",
        lambda r: r.move_after("ยุทธศาสตร์ที่ ๒", "ยุทธศาสตร์ที่ ๔"),
        "paragraph-moved", "ย่อหน้าที่ 43",
        *["ยุทธศาสตร์ที่ ๒ การเสริมสร้างศักยภาพของธุรกิจอุตสาหกรรม"] * 2,
    ),
    Seeded(
        "the line of a signer that is deleted", "memo", lambda r: r.delete("ผู้อำนวยการกองบริหารทรัพยากรบุคคล"),
        "signature-deleted", "หลังย่อหน้าที่ 12", "ผู้อำนวยการกองบริหารทรัพยากรบุคคล", "",
    ),
    Seeded(
        "a row that is deleted", "report", lambda r: r.delete_row(7, 4),
        "row-deleted", "หลังตารางที่ 8 แถว 4", "รวมมิติที่ ๑ | ๒๐ | ๔.๐๐๐๐ | ๘๐ | ๐.๘๐๐๐", "",
    ),
    Seeded(
        "a row that is added", "free-memo",
        lambda r: r.add_row(0, 2, ["๑๙ สิงหาคม ๒๕๖๙", "สรุปผล", "๔๐", "๕๐๐.๐๐"]),
        "row-added", "ตารางที่ 1 แถว 4", "", "๑๙ สิงหาคม ๒๕๖๙ | สรุปผล | ๔๐ | ๕๐๐.๐๐",
    ),
    Seeded(
        "two cells that are swapped", "scores", lambda r: r.swap_cells(0, 9, 4, 5),
        "cells-swapped", "ตารางที่ 1 แถว 10 คอลัมน์ 5 ↔ ตารางที่ 1 แถว 10 คอลัมน์ 6", "5", "10",
    ),
]  # fmt: skip


@pytest.mark.parametrize("seeded", SEEDED, ids=lambda seeded: seeded.name)
def test_a_seeded_edit_is_found_and_named(seeded: Seeded) -> None:
    differences = found_in(seeded.paper, seeded.edit)
    assert [(one.kind.value, one.place_said("th")) for one in differences] == [(seeded.kind, seeded.place)]
    said = differences[0].expected.strip(), differences[0].found.strip()
    assert said == (seeded.expected, seeded.found)


def test_a_row_that_moves_is_found_at_its_new_place() -> None:
    (difference,) = found_in("scores", lambda returned: returned.move_row(0, 5, 10))
    assert difference.kind == "row-moved"
    assert difference.place_said("th") == "ตารางที่ 1 แถว 11"
    assert difference.found.startswith("3.\tร้อยละของโครงการ")


def test_a_deleted_table_is_found() -> None:
    def without_table(returned) -> None:
        table = returned.docx.tables[0]._tbl
        table.getparent().remove(table)

    (difference,) = found_in("free-memo", without_table)
    assert (difference.kind, difference.place_said("th")) == ("table-deleted", "หลังย่อหน้าที่ 13")
    assert difference.expected.startswith("วันที่ | หัวข้อ | จำนวนผู้เข้าอบรม (คน)")


def test_a_rewritten_paragraph_is_told_as_a_whole() -> None:
    new = "ขอให้ทุกกองส่งรายชื่อภายในสัปดาห์นี้โดยเคร่งครัด"
    (difference,) = found_in(
        "free-memo",
        lambda returned: returned.say("จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบโปรดอนุมัติให้จัดโครงการดังกล่าวต่อไป", new),
    )
    assert (difference.kind, difference.found) == ("wording", new)
    assert difference.expected.startswith("จึงเรียนมา")


def test_many_edits_are_all_told_in_the_order_of_the_file() -> None:
    def much(returned) -> None:
        returned.say("๓ สิงหาคม", "๔ สิงหาคม")
        returned.delete("การพิมพ์ตารางที่ต่อเนื่อง")
        returned.say("๒๑,๒๕๐.๐๐", "๒๒,๒๕๐.๐๐")
        returned.say("(นายวรรณยุกต์ ครบถ้วน)", "(นายวรรณยุกต์ ครบถ่วน)")

    kinds = [one.kind.value for one in found_in("free-memo", much)]
    assert kinds == ["date", "paragraph-deleted", "number", "name"]


def test_a_point_that_is_deleted_is_told_without_the_numbers_that_follow_from_it() -> None:
    (difference,) = found_in("report", lambda returned: returned.delete("กำกับ ดูแล ส่งเสริม"))
    assert (difference.kind, difference.place_said("th")) == ("paragraph-deleted", "หลังย่อหน้าที่ 35")
    assert difference.expected.startswith("๒) กำกับ ดูแล")


def test_numbers_of_points_that_change_on_their_own_are_told_where_they_begin_to() -> None:
    def unnumbered(returned) -> None:
        numbered = returned.paragraph("เพื่อให้ผู้เข้าอบรมเขียนบันทึกข้อความ").find(qn("w:pPr")).find(qn("w:numPr"))
        numbered.find(qn("w:numId")).set(qn("w:val"), "0")
        returned.say("เพื่อให้ผู้เข้าอบรมเขียน", "๑) เพื่อให้ผู้เข้าอบรมเขียน")

    (difference,) = found_in("free-memo", unnumbered)
    assert (difference.kind, difference.place_said("th")) == ("list-number", "ย่อหน้าที่ 9")
    assert (difference.expected[:2], difference.found[:2]) == ("๒)", "๑)")


def test_a_number_typed_where_word_counted_the_same_is_no_difference() -> None:
    def typed(returned) -> None:
        last = returned.paragraph("เพื่อสร้างเครือข่ายผู้ปฏิบัติงาน").find(qn("w:pPr")).find(qn("w:numPr"))
        last.find(qn("w:numId")).set(qn("w:val"), "0")
        returned.say("เพื่อสร้างเครือข่าย", "๓) เพื่อสร้างเครือข่าย")

    assert found_in("free-memo", typed) == ()


def test_a_deleted_column_is_told_once_and_hides_no_other_edit() -> None:
    def without_column(returned) -> None:
        for row in returned.rows(0):
            row.remove(row.findall(qn("w:tc"))[2])
        returned.say_in_cell(0, 1, 2, "๑๘,๕๕๐.๐๐")

    differences = found_in("free-memo", without_column)
    assert [(one.kind.value, one.place_said("th")) for one in differences] == [
        ("column-deleted", "ตารางที่ 1"),
        ("number", "ตารางที่ 1 แถว 2 คอลัมน์ 3"),
    ]
    assert differences[0].expected == "จำนวนผู้เข้าอบรม (คน) | ๔๐ | ๔๐"


def test_an_added_column_is_told_once() -> None:
    def with_column(returned) -> None:
        for number, row in enumerate(returned.rows(0)):
            cell = copy.deepcopy(row.findall(qn("w:tc"))[0])
            for piece in cell.iter(qn("w:t")):
                piece.text = f"หมายเหตุ {number}"
            row.append(cell)

    (difference,) = found_in("free-memo", with_column)
    assert (difference.kind, difference.place_said("th")) == ("column-added", "ตารางที่ 1 คอลัมน์ 5")


def test_a_row_deleted_from_under_a_merged_cell_is_told_alone() -> None:
    (difference,) = found_in("report", lambda returned: returned.delete_row(5, 1))
    assert (difference.kind, difference.place_said("th")) == ("row-deleted", "หลังตารางที่ 6 แถว 1")
