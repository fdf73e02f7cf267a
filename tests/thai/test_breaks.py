"""Where lines may end: words, compounds, names of the data; and what holds for any text."""

from itertools import accumulate, pairwise

import budoux
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.thai.breaks import Names, breaks, emergency_breaks
from pipeline.thai.clusters import clusters
from pipeline.thai.costs import CLINGING, LAST_RESORT, NAME, OFFICIAL, UNIT_NAME
from pipeline.thai.rules import NO_END, NO_START
from pipeline.thai.words import confirm_boundary

LETTERS = "กขคงจฉชซญฐดตถทธนบปผฝพฟภมยรลวศษสหอฮะาำเแโใไๆฯ"
MARKS = [chr(code) for code in (*range(0x0E31, 0x0E32), *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4D))]
OTHERS = [*" \u00a0aZ09๐๙.,:/()“”-–%…", "พ.ศ. ", "ปฏิบัติราชการ", "นายมนู ", "👍🏽", "é", "\u200d"]
ANYTHING = st.lists(st.sampled_from([*LETTERS, *MARKS, *OTHERS]), max_size=60).map("".join)


def joined(text: str, limit: int) -> list[str]:
    """The pieces between the places that cost less than `limit`."""
    cuts = [0, *(place.position for place in breaks(text) if place.penalty < limit), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


@pytest.mark.parametrize(
    "word",
    [
        "สำนักงาน",
        "คณะกรรมการ",
        "ผู้อำนวยการ",
        "ข้าราชการ",
        "ส่วนราชการ",
        "ดำเนินการ",
        "ประชาสัมพันธ์",
        "พระราชบัญญัติ",
        "ระยะเวลา",
        "ประเมินผล",
        "ให้บริการ",
        "ดังกล่าว",
        "เฉพาะเจาะจง",
        "อินเทอร์เน็ต",
        "เว็บไซต์",
        "เทคโนโลยี",
        "อิเล็กทรอนิกส์",
        "แพลตฟอร์ม",
        "คอนเวนชัน",
        "ชำนาญการ",
        "ประจวบคีรีขันธ์",
        "พระนครศรีอยุธยา",
        "หนองบัวลำภู",
        "ฉะเชิงเทรา",
        "นครศรีธรรมราช",
        "ครุภัณฑ์",
        "สาธารณสุข",
        "ราชกิจจานุเบกษา",
        "อสังหาริมทรัพย์",
        "กฤษฎีกา",
        "บำเหน็จ",
        "อุตุนิยมวิทยา",
    ],
)
def test_a_line_divides_no_word(word):
    text = f"ให้ความสำคัญกับ{word}ของหน่วยงาน"
    start, end = text.index(word), text.index(word) + len(word)
    inside = [place for place in breaks(text) if start < place.position < end]
    assert all(place.penalty >= LAST_RESORT for place in inside)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("แนวทางการพัฒนาการปฏิบัติราชการ", "ปฏิบัติ"),
        ("เพื่อให้การดำเนินงานเป็นไปด้วยดี", "ดำเนิน"),
        ("ตัวชี้วัดผลผลิตของส่วนราชการ", "ผลิต"),
        ("ช่องทางการสื่อสารภายในองค์กร", "ทาง"),
    ],
)
def test_where_two_readings_are_possible_a_line_does_not_end(text, wrong):
    """พัฒนาการ|ปฏิบัติ, ให้การ|ดำเนิน, วัดผล|ผลิต and ช่อง|ทางการ are how a dictionary reads them."""
    assert dict(breaks(text)).get(text.index(wrong), LAST_RESORT) >= LAST_RESORT


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("ส่งเสริมการดำเนินงานการพัฒนาประสิทธิภาพองค์กร", "การพัฒนา"),
        ("ปรับปรุงช่องทางการสื่อสารภายในองค์กร", "การสื่อสาร"),
        ("เสนอแนวทางการพัฒนาการปฏิบัติราชการ", "การปฏิบัติ"),
        ("คณะทำงานประสานงานการจัดประชุม", "การจัด"),
        ("จัดทำฐานความรู้ความปลอดภัยในการทำงาน", "ความปลอดภัย"),
    ],
)
def test_a_line_may_end_between_a_longer_word_and_the_noun_after_it(text, noun):
    """ดำเนิน|งานการ|พัฒนา is how a dictionary that knows งานการ reads it, not ดำเนินงาน|การพัฒนา."""
    assert dict(breaks(text)).get(text.index(noun), LAST_RESORT) < LAST_RESORT


@pytest.mark.parametrize(
    ("text", "next_word"),
    [
        ("สำนักงานมีแผนอัตรากำลังที่เหมาะสม", "แผนอัตรา"),
        ("เพื่อให้บุคลากรมีความรู้และทักษะ", "ความรู้"),
        ("สื่อสารด้านการบริหารงานบุคคล", "ด้าน"),
        ("ให้ดำเนินการทดลองใช้ระบบสแกนลายนิ้วมือ", "ระบบ"),
        ("แผนปฏิบัติการพัฒนาบุคลากร", "พัฒนา"),
    ],
)
def test_a_line_may_end_before_what_begins_another_word(text, next_word):
    """Not one of these is held by a phrase of the dictionary or as a short word after a compound."""
    assert dict(breaks(text)).get(text.index(next_word), LAST_RESORT) <= CLINGING


@pytest.mark.parametrize("word", ["ผู้บัญชาการ", "คณะอนุกรรมการ", "ข้าราชการ", "องค์การ", "บทความ", "ข้อความ"])
def test_no_noun_is_cut_off_a_word_that_ends_like_one(word):
    text = f"มอบหมายให้{word}ทั่วไปทราบ"
    start, end = text.index(word), text.index(word) + len(word)
    assert [p for p in breaks(text) if start < p.position < end and p.penalty < LAST_RESORT] == []


def test_a_space_between_phrases_is_free_and_after_a_clinging_word_is_not():
    text = "ถูกต้อง ครบถ้วน และเป็นปัจจุบัน โดย กบค. เห็นชอบ"
    costs = dict(breaks(text))
    assert costs[text.index("ครบถ้วน")] == 0
    assert costs[text.index("กบค.")] > 0


def test_a_prefix_stays_with_its_word():
    text = "กำหนดแนวทางการบริหารงานบุคคลและการเงิน"
    assert dict(breaks(text)).get(text.index("บริหาร"), LAST_RESORT) >= LAST_RESORT


def test_names_of_people_from_the_data_are_held_at_their_space_and_whole_elsewhere():
    names = Names.of(people=[("พระ", "ธรรมวาที", "ดีเสมอ")])
    text = "นิมนต์พระธรรมวาที ดีเสมอ แสดงธรรม"
    inside = {place.position: place.penalty for place in breaks(text, names) if 6 < place.position < 24}
    assert inside == {text.index("ดีเสมอ"): NAME}


def test_names_of_units_from_the_data_are_dearer_between_their_words():
    name = "กองส่งเสริมเทคโนโลยี"
    text = f"มอบหมายให้{name}ดำเนินการ"
    names = Names.of(units=[name])
    inside = [p for p in breaks(text, names) if 10 < p.position < 10 + len(name)]
    assert inside
    assert all(place.penalty >= UNIT_NAME for place in inside)


@pytest.mark.parametrize("whole", ["ก.พ.ร.", "๑๕๓๙/๒๕๖๓", "www.opdc.go.th", "a.b@c.go.th", "e-learning"])
def test_abbreviations_numbers_and_addresses_are_never_divided(whole):
    text = f"ตามที่ {whole} แจ้ง"
    start = text.index(whole)
    assert not [place for place in breaks(text) if start < place.position < start + len(whole)]


def test_the_same_text_may_have_other_ends_for_another_document():
    """What is remembered of one document's names does not reach the next."""
    text = "ให้กองส่งเสริมเทคโนโลยีดำเนินการ"
    with_names = breaks(text, Names.of(units=["กองส่งเสริมเทคโนโลยี"]))
    assert breaks(text) != with_names
    assert breaks(text, Names.of(units=["กองส่งเสริมเทคโนโลยี"])) == with_names


@given(ANYTHING)
def test_the_second_segmenter_is_asked_as_its_own_package_asks_it(text):
    pieces = budoux.load_default_thai_parser().parse(text)
    cuts = set(accumulate(map(len, pieces[:-1])))
    assert {at for at in range(1, len(text)) if confirm_boundary(text, at)} == cuts


@given(ANYTHING)
def test_pieces_joined_are_the_text(text):
    assert "".join(joined(text, 1_001)) == text
    assert "".join(joined(text, OFFICIAL)) == text


@given(ANYTHING)
def test_no_line_ends_inside_a_cluster_or_at_the_edges_of_the_text(text):
    allowed = set(clusters(text)) - {0}
    assert {place.position for place in breaks(text)} <= allowed


@given(ANYTHING)
def test_no_line_starts_or_ends_with_what_must_not(text):
    for position, penalty in breaks(text):
        assert text[position] not in NO_START
        assert text[position - 1] not in NO_END
        assert text[position] != " "
        assert 0 <= penalty <= 1_000


@given(ANYTHING)
def test_cuts_of_a_word_wider_than_its_line_keep_clusters_and_marks(text):
    cuts = emergency_breaks(text, 0, len(text))
    assert set(cuts) <= set(clusters(text)) - {0}
    assert all(text[at] not in NO_START and text[at - 1] not in NO_END for at in cuts)
