"""How a paper is taken apart for the rules."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.audit.dates import dates_in, ranges_in
from pipeline.audit.lists import lists_of
from pipeline.audit.near import likeness, near_pairs
from pipeline.audit.text_blocks import read_papers
from pipeline.extraction.text_reader import read_text
from pipeline.thai.dates import parse_date


def read(*lines):
    return read_papers([read_text("\n".join(lines), "paper.txt")])


def numbers(reading):
    return [[item.number for item in found.items] for found in lists_of(reading)]


def test_a_sentence_that_the_file_broke_is_one_passage_and_each_word_keeps_its_line():
    reading = read("แผนสร้างความผาสุกและความผูกพันของบุคลากร", "", "ในสำนักงานปลัดกระทรวง จำนวน ๕ กิจกรรม")
    (passage,) = reading.passages
    assert passage.place.line == 1
    assert passage.place_at(passage.text.index("จำนวน")).line == 3


def test_a_nested_list_ends_where_the_outer_one_goes_on():
    reading = read("๑) ก", "", "๑) ก.ก", "", "๒) ก.ข", "", "๓) ก.ค", "", "๒) ข")
    assert numbers(reading) == [[1, 2], [1, 2, 3]]


def test_a_running_list_is_introduced_by_the_text_before_it():
    (found,) = lists_of(read("มี 3 ข้อ ดังนี้ 1) ก 2) ข 3) ค"))
    assert [item.text for item in found.items] == ["ก", "ข", "ค"]
    assert found.lead.text.strip() == "มี 3 ข้อ ดังนี้"


def test_rows_with_parts_only_bridge_the_number_they_belong_to():
    found = lists_of(read("15. ก", "", "16.1 ข", "", "16.2 ค", "", "17. ง"))
    assert [each.gaps for each in found if each.style == "."] == [[]]


def test_what_two_ends_of_a_range_share_is_said_once():
    (passage,) = read("ระหว่างวันที่ ๒๗ - ๒๙ มกราคม ๒๕๖๓").passages
    (said,) = ranges_in(passage)
    assert (said.start, said.end) == (parse_date("27 ม.ค. 2563"), parse_date("29 ม.ค. 2563"))


def test_a_day_that_the_calendar_does_not_have_is_no_date():
    (passage,) = read("ลงวันที่ ๓๑ เมษายน ๒๕๖๓").passages
    assert [said.day for said in dates_in(passage)] == [None]


@given(st.lists(st.text("กขคงจฉ", min_size=5, max_size=30), max_size=12), st.sampled_from([0.7, 0.86]))
def test_pairs_of_near_names_are_alike_and_differ(keys, least):
    for low, high in near_pairs(keys, least):
        assert low < high
        assert keys[low] != keys[high]
        assert likeness(keys[low], keys[high]) >= least


@given(st.permutations("กขคงจฉชซญฎฏฐฑฒณดตถทธ"), st.integers(6, 12), st.sampled_from("นบป"))
def test_a_name_with_one_letter_changed_is_always_met(letters, at, letter):
    name = "".join(letters)
    changed = name[:at] + letter + name[at + 1 :]
    assert list(near_pairs([name, changed], 0.86)) == [(0, 1)]


def test_a_word_that_a_line_end_broke_is_one_word_and_what_follows_keeps_its_line():
    reading = read("รายงานผลการดำเนินงานโครงการส่งเสริมเกษตรแปลงใหญ่ของจังหวัด ไตรมาส", "ที่ ๒ รอบ ๙ เดือน")
    (passage,) = reading.passages
    assert "ไตรมาสที่ 2" in passage.plain
    assert passage.place_at(passage.text.index("รอบ")).line == 2


def test_a_line_end_between_two_words_stays():
    (passage,) = read("ส่งรายงานให้คณะกรรมการติดตามและประเมินผลของเทศบาลเมืองทุ่งทอง นาย", "สมชาย ใจดี").passages
    assert "นาย สมชาย" in passage.plain


def test_a_list_in_a_table_that_the_next_table_goes_on_with_is_not_counted_for_the_text_before_it():
    reading = read(
        "มี 4 โครงการ ดังนี้", "ที่\tชื่อ", "1. ก\tก", "2. ข\tข", "", "หน้า 2", "", "ที่\tชื่อ", "3. ค\tค", "4. ง\tง"
    )
    assert [found.lead for found in lists_of(reading)] == [None, None]
