"""House rules of line ends, one test a rule: each phrase holds together, and the next word goes free."""

import pytest

from pipeline.thai.breaks import breaks
from pipeline.thai.costs import LAST_RESORT, NO_BREAK
from pipeline.thai.rules import HOLDS, NO_END, NO_START, RULES


def cost(text: str, before: str) -> int | None:
    """What it costs to end a line right before `before`; None where it is banned."""
    return dict(breaks(text)).get(text.index(before))


HELD = {
    "พ.ศ. + year": ("ในปี พ.ศ. ๒๕๖๓ สำนักงาน", "๒๕๖๓"),
    "ปี + พ.ศ.": ("ภายในปี พ.ศ. ๒๕๖๓", "พ.ศ."),
    "day + month": ("ลงวันที่ ๓๑ มีนาคม ๒๕๖๓", "มีนาคม"),
    "month + year": ("ลงวันที่ ๓๑ มีนาคม ๒๕๖๓", "๒๕๖๓"),
    "ที่ + number": ("ในมิติที่ ๓ ของแผน", "๓"),
    "numbered word + number": ("ตามข้อ ๑๒ ของระเบียบ", "๑๒"),
    "word + ที่ or ละ + number": ("ไตรมาสที่ ๓ ของปี", "ที่ ๓"),
    "ระดับ + letters": ("อยู่ในระดับ AA และ", "AA"),
    "telephone + number": ("กบค. โทร. ๓๐๙๒", "๓๐๙๒"),
    "number + unit": ("รวม ๑๔ หลักสูตร และ", "หลักสูตร"),
    "number + what it counts": ("แบ่งเป็นเขตเลือกตั้ง ๕ เขต และ", "เขต และ"),
    "groups of one number": ("โทรศัพท์ ๐ ๒๒๐๒ ๓๐๙๒ หรือ", "๓๐๙๒"),
    "amount word + number": ("เป็นเงินจำนวน ๒,๕๐๐ บาท", "๒,๕๐๐"),
    "time + น.": ("ถึง ๐๙.๓๐ น. และ", "น."),
    "heading number + its text": ("๑.๓ ระเบียบของสำนักงาน", "ระเบียบ"),
    "list number + its text": ("ได้แก่ ๑) เสนอแผน", "เสนอ"),
    "ข้อ + bracketed number": ("ตามข้อ ๓ (๒) ของประกาศ", "(๒)"),
    "list dash + its text": ("- เสนอแผน", "เสนอ"),
    "Latin word + number": ("เกณฑ์ PMQA 4.0 กำหนด", "4.0"),
    "name + version": ("สู่ระบบราชการ ๔.๐ เพื่อ", "๔.๐"),
    "word + letter that numbers it": ("ประเภท ก และ", "ก และ"),
    "word + ที่ + document code": ("คดีหมายเลขดำที่ อ. ๑๒๓/๒๕๖๔ ระหว่าง", "ที่ อ."),
    "ที่ + document code": ("หนังสือ ที่ อก ๐๒๑๐/๑๕๓๙", "อก"),
    "document code + number": ("หนังสือ ที่ อก ๐๒๑๐(๒)/๑๕๓๙", "๐๒๑๐"),
    "abbreviation + number": ("ให้ส่งแบบ ข.พ.ด. ๑ ถึง", "๑"),
    "number + circular number": ("ที่ มท ๐๘๑๐.๖/ว ๑๒๓๔ ลง", "ว ๑๒๓๔"),
    "province + postcode": ("ตำบลในเมือง นม ๓๐๐๐๐ โทร", "๓๐๐๐๐"),
    "เท่า ๆ + กัน": ("แบ่งเป็นงวดเท่า ๆ กัน โดย", "กัน"),
    "rank + name": ("ให้ พล.ต.ท. ประเสริฐ ศรีสุวรรณ", "ประเสริฐ"),
    "ว่าที่ + rank": ("ให้ ว่าที่ ร.ต. อนุชา แก้วมณี", "ร.ต."),
    "e-mail + address": ("ส่งมาที่อีเมล hr@office.go.th ภายใน", "hr@"),
    "circular number": ("ที่ นร ๐๑๐๖/ว ๒๐๑๙ ลง", "๒๐๑๙"),
    "range, before the dash": ("วันที่ ๒๒ - ๒๔ ธันวาคม", "- "),
    "range of days": ("วันที่ ๒๒ - ๒๔ ธันวาคม", "๒๔"),
    "range of years": ("พ.ศ. ๒๕๖๐ - ๒๕๖๔", "๒๕๖๔"),
    "Latin word, dash, number": ("(Covid - 19) ทำให้", "19"),
    "ratio, before the colon": ("สัดส่วน ๘๐ : ๒๐ ดังนั้น", ": "),
    "ratio, after the colon": ("สัดส่วน ๘๐ : ๒๐ ดังนั้น", "๒๐"),
    "ณ + place or day": ("จัดขึ้น ณ ห้องประชุม", "ห้อง"),
    "จังหวัด + name": ("ที่จังหวัดนครราชสีมา เมื่อ", "นครราชสีมา"),
    "office + abbreviation": ("แจ้งสำนักงาน ก.พ.ร. ว่า", "ก.พ.ร."),
    "บริษัท + name": ("จ้างบริษัท ไทยพัฒนา จำกัด", "ไทยพัฒนา"),
    "name + จำกัด": ("จ้างบริษัท ไทยพัฒนา จำกัด", "จำกัด"),
    "จำกัด + (มหาชน)": ("บริษัท ไทยพัฒนา จำกัด (มหาชน)", "(มหาชน)"),
    "title + name + surname": ("ให้นายมนู เลียวไพโรจน์ ปลัด", "เลียว"),
    "rank or degree + name + surname": ("ให้พลตำรวจโท สมชาย วงศ์สวัสดิ์ เป็น", "วงศ์"),
    "short rank + name + surname": ("ให้ พล.ต.ท. ประเสริฐ ศรีสุวรรณ เป็น", "ศรี"),
    "doctor + name": ("เชิญนายแพทย์สมชาย วงศ์ประเสริฐ เป็น", "ประเสริฐ"),
    "name of a company": ("จ้างบริษัท รุ่งเรืองการช่าง จำกัด", "การช่าง"),
    "amount in words": ("(สี่สิบแปดล้านบาทถ้วน)", "แปด"),
    "number in words + unit": ("เหลืออย่างน้อยสองบรรทัดเสมอ", "บรรทัด"),
    "weekday": ("ในวันศุกร์ที่ ๓๐ เมษายน", "ศุกร์"),
    "name of a place": ("ในอำเภอบางละมุง จังหวัดชลบุรี", "ละมุง"),
}
DEARER = {
    "name + พ.ศ.": ("พระราชบัญญัติงบประมาณ พ.ศ. ๒๕๖๑", "พ.ศ."),
    "range, after the dash": ("๑ ตุลาคม ๒๕๖๒ - ๓๑ มีนาคม ๒๕๖๓", "๓๑"),
    "phrase + ดังนี้": ("มีรายละเอียด ดังนี้", "ดังนี้"),
    "abbreviation + its office": ("เสนอ อ.ก.พ. กระทรวงอุตสาหกรรม", "กระทรวง"),
    "paragraph + its last word": ("ตามวัตถุประสงค์ของโครงการ นั้น", "นั้น"),
    "verb + แล้ว": ("ดำเนินการเรียบร้อยแล้ว และรายงานผล", "แล้ว"),
    "name of a hotel": ("ณ โรงแรมเซ็นจูรี พาร์ค กรุงเทพฯ", "พาร์ค"),
    "figures of an amount in words": ("(หนึ่งล้านสองแสนบาทถ้วน)", "สอง"),
    "word + number": ("มีผู้เสียชีวิต ๒ ราย และ", "๒"),
}


def test_a_date_wider_than_its_cell_gives_up_its_year_first_and_its_day_last():
    text = "ประชุมวันที่ ๑๗ สิงหาคม พ.ศ. ๒๕๖๙"
    assert LAST_RESORT <= cost(text, "พ.ศ.") < cost(text, "สิงหาคม") < cost(text, "๑๗")


def test_every_rule_has_its_test():
    assert {rule.name for rule in (*RULES, *HOLDS)} == HELD.keys() | DEARER.keys()


@pytest.mark.parametrize("name", HELD)
def test_a_line_ends_there_only_as_a_last_resort(name):
    found = cost(*HELD[name])
    assert found is None or found >= LAST_RESORT


@pytest.mark.parametrize("name", DEARER)
def test_a_line_had_better_not_end_there(name):
    found = cost(*DEARER[name])
    assert found is not None
    assert 60 < found < NO_BREAK


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("ปริมาณน้ำในอ่างเก็บน้ำ ณ วันที่ ๑ พฤศจิกายน", "ณ วัน"),
        ("ปี ๒๕๖๓ ข้อความต่อไปนี้", "ข้อความ"),
        ("ตามข้อ ๓ วันที่ส่งมอบ", "วันที่"),
        ("พ.ศ. ๒๕๖๓ ไตรมาสนี้", "ไตรมาส"),
        ("แก่นายกรัฐมนตรี เสนอเรื่อง", "เสนอ"),
        ("เสนอ นายทะเบียน พิจารณา", "พิจารณา"),
    ],
)
def test_what_only_looks_like_a_unit_or_a_title_goes_free(text, before):
    assert cost(text, before) == 0


@pytest.mark.parametrize(
    "phrase",
    ["อื่น ๆ", "ต่าง ๆ", "เป็นต้น ฯลฯ", "แผนฯ", "ร้อยละ ๘๐ %", "(ส่วนกลาง)", "“วิสัยทัศน์”", "ประเด็น :", "แล้ว …"],
)
def test_no_line_starts_with_what_closes_or_ends_with_what_opens(phrase):
    """ๆ ฯ ฯลฯ ) ” % : … never start a line; ( “ never end one."""
    text = f"ให้ความเห็น {phrase} และเสนอ"
    for place in breaks(text):
        assert text[place.position] not in NO_START
        assert not text[place.position :].startswith("ฯลฯ")
        assert text[: place.position].rstrip(" ")[-1] not in NO_END


@pytest.mark.parametrize(
    "person",
    [
        "นายธนากร ลิ้มสกุลชัย",
        "นางสาวกัญญารัตน์ พงษ์ไพบูลย์",
        "พล.ต.ท. ประเสริฐ ศรีสุวรรณ",
        "พลตำรวจโท สมชาย วงศ์สวัสดิ์",
        "ว่าที่ร้อยตรีหญิงศศิธร เพชรรัตน์",
        "ดร.พิมพ์ใจ จันทรประภา",
        "ศาสตราจารย์ ดร.สุรเกียรติ์ เสถียรไทย",
        "รองศาสตราจารย์วรากรณ์ สามโกเศศ",
        "หม่อมหลวงปนัดดา ดิศกุล",
    ],
)
def test_a_person_is_divided_at_most_at_the_spaces(person):
    text = f"มอบหมายให้ {person} เข้าร่วมประชุม"
    start, end = text.index(person), text.index(person) + len(person)
    inside = [place for place in breaks(text) if start < place.position < end]
    assert all(text[place.position - 1] == " " and place.penalty >= LAST_RESORT for place in inside)
