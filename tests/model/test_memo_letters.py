"""What a memo refers to and sends along, who signs and for whom: what may be typed, what is refused."""

import pytest

from pipeline import kinds
from pipeline.diagnostics import InputError
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.loading import load as load_input
from pipeline.model.people import Person, Signer
from pipeline.papers.build import prepare_source

SOMCHAI = {"title": "นาย", "given": "สมชาย", "surname": "ใจดี"}


def loaded(values, **head):
    values["memo"].update(head)
    return load_input(Source("t", values), SHIPPED)


def refused(values, **head):
    with pytest.raises(InputError) as caught:
        loaded(values, **head)
    (fault,) = caught.value.diagnostics
    return fault


@pytest.mark.parametrize(
    ("person", "full", "in_brackets"),
    [
        (SOMCHAI, "นายสมชาย ใจดี", "นายสมชาย ใจดี"),
        ({"rank": "พันตำรวจเอก", "given": "สมชาย", "surname": "ใจดี"}, "พันตำรวจเอก สมชาย ใจดี", "สมชาย ใจดี"),
        ({"rank": "พ.ต.อ.", "given": "สมชาย", "surname": "ใจดี"}, "พ.ต.อ.สมชาย ใจดี", "สมชาย ใจดี"),
        (
            {"rank": "พลตรี", "title": "หม่อมราชวงศ์", "given": "สมชาย", "surname": "ใจดี"},
            "พลตรี หม่อมราชวงศ์สมชาย ใจดี",
            "หม่อมราชวงศ์สมชาย ใจดี",
        ),
    ],
)
def test_a_rank_is_said_with_the_name_and_left_out_below_a_signature(person, full, in_brackets):
    told = Person.model_validate(person)
    assert (told.full_name, told.name_in_brackets) == (full, in_brackets)


@pytest.mark.parametrize(
    ("acting", "line"),
    [
        ("ปฏิบัติราชการแทน", "ปฏิบัติราชการแทน อธิบดี"),
        ("รักษาราชการแทน", "รักษาราชการแทน อธิบดี"),
        ("รักษาการในตำแหน่ง", "รักษาการในตำแหน่งอธิบดี"),
        ("ปฏิบัติหน้าที่", "ปฏิบัติหน้าที่อธิบดี"),
        ("ปฏิบัติหน้าที่แทน", "ปฏิบัติหน้าที่แทน อธิบดี"),
    ],
)
def test_who_acts_for_another_has_two_lines_of_posts(acting, line):
    signer = Signer.model_validate(
        {"person": SOMCHAI, "position": "รองอธิบดี", "acting": acting, "acting_for": "อธิบดี"}
    )
    assert signer.post_lines == ("รองอธิบดี", line)
    assert signer.post == f"รองอธิบดี {line}"


@pytest.mark.parametrize(
    ("half", "code"),
    [
        ({"acting": "รักษาราชการแทน"}, "acting-for-nobody"),
        ({"acting_for": "อธิบดี"}, "acting-by-no-power"),
        ({"acting": "รักษาราชกาแทน", "acting_for": "อธิบดี"}, "unknown-choice"),
    ],
)
def test_half_of_acting_is_refused(memo_values, half, code):
    assert refused(memo_values, proposer={"person": SOMCHAI, "position": "รองอธิบดี", **half}).code == code


def test_a_name_without_title_or_rank_is_refused(memo_values):
    nobody = {"person": {"given": "สมชาย", "surname": "ใจดี"}, "position": "รองอธิบดี"}
    assert refused(memo_values, proposer=nobody).code == "missing"


@pytest.mark.parametrize("count", ["0", "-1"])
def test_nothing_is_enclosed_no_times(memo_values, count):
    assert refused(memo_values, enclosures=[{"name": "โครงการ", "count": count}]).code == "out-of-range"


def test_a_letter_cannot_answer_one_written_after_it(memo_values):
    cited = [{"text": "หนังสือกรม", "date": "4 สิงหาคม 2569"}, {"text": "คำสั่ง", "date": "3 สิงหาคม 2569"}]
    fault = refused(memo_values, date="3 สิงหาคม 2569", references=cited)
    assert fault.code == "cited-after-memo"
    assert "4 สิงหาคม 2569" in fault.message.th


def test_all_who_sign_are_told_in_order_with_the_post_that_they_act_for(memo_values):
    second = {"person": {**SOMCHAI, "given": "สมหมาย"}, "position": "รองอธิบดี"}
    acting = {"acting": "รักษาราชการแทน", "acting_for": "อธิบดี"}
    memo = loaded(memo_values, cosigners=[second, {"person": SOMCHAI, "position": "รองอธิบดี", **acting}])
    signing = kinds.of("memo").signing(memo, "memo")
    assert signing.signers[1:] == (
        ("นายสมหมาย ใจดี", "รองอธิบดี"),
        ("นายสมชาย ใจดี", "รองอธิบดี รักษาราชการแทน อธิบดี"),
    )


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("ตามสิ่งที่ส่งมาด้วย 3 รายการ นั้น", ["สิ่งที่ส่งมาด้วย 3 รายการ"]),
        ("ตามสิ่งที่ส่งมาด้วย จำนวน ๑ รายการ", ["สิ่งที่ส่งมาด้วย จำนวน ๑ รายการ"]),
        ("ตามสิ่งที่ส่งมาด้วย 3", ["สิ่งที่ส่งมาด้วย 3"]),
        ("ตามสิ่งที่ส่งมาด้วย 2 รายการ นั้น", []),
        ("ตามสิ่งที่ส่งมาด้วย 1", []),
        ("ตามสิ่งที่ส่งมาด้วย {enclosures} รายการ", []),
    ],
)
def test_another_count_of_enclosures_is_asked_about(memo_values, text, asked):
    memo_values["memo"]["enclosures"] = [{"name": "ก", "count": "1"}, {"name": "ข", "count": "2"}]
    memo_values["body"] = [text]
    doubts = prepare_source(Source("t", memo_values), "t", SHIPPED).doubts
    assert [each.quote for each in doubts if each.code == "D0404"] == asked
