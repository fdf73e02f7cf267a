"""What is asked about in the data, at which value, and what is not."""

from copy import deepcopy

import pytest

from pipeline.diagnostics import Location
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.papers.build import prepare_source

MEMO = {
    "kind": "memo",
    "office": {"name": "สำนักงานทดสอบ"},
    "memo": {
        "agency": "กองทดสอบ",
        "subject": "ทดสอบ",
        "to": "ผู้อำนวยการ",
        "proposer": {
            "person": {"title": "นาย", "given": "สมมติ", "surname": "ทดลอง"},
            "position": "ผู้อำนวยการกอง",
        },
    },
    "body": ["เรียนมาเพื่อทราบ"],
}


def prepared(values, **places):
    return prepare_source(Source("input.yaml", values, places.get("places", {})), "x", SHIPPED)


def asked(values):
    """The code and path of each doubt."""
    return [(doubt.code, doubt.path) for doubt in prepared(values).doubts]


def memo(*body, **head):
    values = deepcopy(MEMO)
    values["memo"] |= head
    values["body"] = list(body) or values["body"]
    return values


def agreement_of(values, thresholds, unit="", kind="linear", **figures):
    """The agreement with another scale and result of its first indicator."""
    first = values["agreement"]["dimensions"][0]["groups"][0]["indicators"][0]
    first |= {"unit": unit, "scale": {"type": kind, "thresholds": [str(each) for each in thresholds]}}
    values["results"][0] = {"indicator": first["id"], **figures}
    return values


UP, FROM_0, CHANGE = (60, 65, 70, 75, 80), (0, 5, 10, 15, 20), (-5, -3, -1, 1, 3)
DOWN, DOWN_TO_0 = (60, 50, 40, 30, 20), (20, 15, 10, 5, 0)


@pytest.mark.parametrize("kind", ["linear", "step"])
@pytest.mark.parametrize(
    ("thresholds", "value"),
    [(UP, "935"), (UP, "-1"), (FROM_0, "150"), (FROM_0, "-52"), (CHANGE, "45"), (CHANGE, "-40"),
     (DOWN, "-52"), (DOWN, "520"), (DOWN_TO_0, "120"), (DOWN_TO_0, "-70")],
)  # fmt: skip
def test_a_result_far_from_its_scale_is_asked_about(agreement_values, thresholds, value, kind):
    values = agreement_of(agreement_values, thresholds, kind=kind, value=value)
    assert asked(values) == [("D0101", ("results", 0, "value"))]


@pytest.mark.parametrize(
    ("thresholds", "value"),
    [(UP, "0"), (UP, "7.15"), (UP, "58"), (UP, "120"), (FROM_0, "-3"), (FROM_0, "35"), (CHANGE, "-9"),
     (DOWN, "0"), (DOWN, "95"), (DOWN_TO_0, "-5")],
)  # fmt: skip
def test_a_result_that_an_office_may_have_is_not_asked_about(agreement_values, thresholds, value):
    assert asked(agreement_of(agreement_values, thresholds, value=value)) == []


@pytest.mark.parametrize(
    ("thresholds", "last", "first"),
    [(UP, "160", "160.1"), (FROM_0, "40", "40.1"), (FROM_0, "-20", "-20.1"), (DOWN, "120", "120.1"),
     (DOWN, "0", "-0.1"), (CHANGE, "11", "11.1"), (CHANGE, "-13", "-13.1")],
)  # fmt: skip
def test_where_a_result_is_far_is_as_the_docs_say(agreement_values, thresholds, last, first):
    assert asked(agreement_of(agreement_values, thresholds, value=last)) == []
    assert asked(agreement_of(agreement_values, thresholds, value=first)) == [
        ("D0101", ("results", 0, "value"))
    ]


def test_a_ratio_and_a_count_are_held_against_their_scales_too(plan_values):
    third = plan_values["plan"]["dimensions"][1]["projects"][0]
    third["scale"] = {"type": "step", "thresholds": ["60", "80", "90", "100", "110"]}
    plan_values["results"][2] = {"project": third["id"], "numerator": "230", "denominator": "23"}
    plan_values["plan"]["dimensions"][0]["projects"][0]["scale"] = {"type": "count"}
    plan_values["results"][0] = {"project": "1", "value": "30"}
    found = asked(plan_values)
    assert ("D0101", ("results", 2, "numerator")) in found
    assert ("D0101", ("results", 0, "value")) in found


def test_more_than_the_whole_is_asked_about_unless_the_scale_speaks_of_it(agreement_values):
    values = agreement_of(agreement_values, UP, numerator="120", denominator="100")
    assert asked(values) == [("D0102", ("results", 0, "numerator"))]
    assert asked(agreement_of(agreement_values, UP, numerator="100", denominator="100")) == []
    beyond = (80, 90, 100, 110, 120)
    assert asked(agreement_of(agreement_values, beyond, numerator="120", denominator="100")) == []
    per = agreement_of(agreement_values, UP, numerator="70", denominator="60")
    per["agreement"]["dimensions"][0]["groups"][0]["indicators"][0]["scale"]["per"] = "60"
    assert asked(per) == []  # 70 for each 60: no share of a whole


@pytest.mark.parametrize(
    ("budget", "spent", "found"),
    [
        ("35000", "350000", [("D0103", ("results", 0, "spent"))]),
        ("35000", "35000.01", [("D0103", ("results", 0, "spent"))]),
        ("0", "1", [("D0103", ("results", 0, "spent"))]),
        ("35000", "35000", []),
        (None, "35000", []),
        ("35000", None, []),
    ],
)
def test_more_spent_than_its_project_was_given_is_asked_about(plan_values, budget, spent, found):
    projects = [each for one in plan_values["plan"]["dimensions"] for each in one["projects"]]
    projects[0]["budget"], plan_values["results"][0]["spent"] = budget, spent
    projects[1]["budget"] = "1000000"  # of another project
    assert [each for each in asked(plan_values) if each[0] == "D0103"] == found


@pytest.mark.parametrize(
    ("start", "end", "at"),
    [
        ("1 ตุลาคม 2562", "31 มกราคม 2563", "end"),
        ("1 ตุลาคม 2562", "30 มีนาคม 2563", "end"),
        ("2 ตุลาคม 2562", "31 มีนาคม 2563", "start"),
        ("1 พฤศจิกายน 2562", "30 เมษายน 2563", "end"),
        ("1 ตุลาคม 2562", "31 สิงหาคม 2563", "end"),
    ],
)
def test_a_round_that_no_office_has_is_asked_about(agreement_values, start, end, at):
    agreement_values["period"] = {"start": start, "end": end}
    assert asked(agreement_values) == [("D0201", ("period", at))]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("1 ตุลาคม 2562", "31 ธันวาคม 2562"),
        ("1 มกราคม 2563", "31 มีนาคม 2563"),
        ("1 ตุลาคม 2562", "31 มีนาคม 2563"),
        ("1 ตุลาคม 2562", "30 มิถุนายน 2563"),
        ("1 เมษายน 2563", "30 กันยายน 2563"),
        ("1 ตุลาคม 2562", "30 กันยายน 2563"),
    ],
)
def test_ordinary_rounds_are_not_asked_about(agreement_values, start, end):
    agreement_values["period"] = {"start": start, "end": end}
    assert asked(agreement_values) == []


def test_a_memo_and_a_signer_dated_before_the_rounds_end_are_asked_about(plan_values):
    plan_values["period"] = {"start": "1 ตุลาคม 2562", "end": "31 มีนาคม 2563"}
    plan_values["memo"]["date"] = "30 มีนาคม 2563"
    plan_values["memo"]["proposer"]["date"] = "15 มกราคม 2563"
    assert asked(plan_values) == [("D0202", ("memo", "date")), ("D0202", ("memo", "proposer", "date"))]
    plan_values["memo"]["date"] = plan_values["memo"]["proposer"]["date"] = "31 มีนาคม 2563"
    assert asked(plan_values) == []


@pytest.mark.parametrize(
    ("title", "given", "surname", "at"),
    [
        ("นาย", "นายสมชาย", "ใจดี", "given"),
        ("นาง", "นายสมชาย", "ใจดี", "given"),
        ("นาย", "นาย สมชาย ใจดี", "ใจดี", "given"),
        ("นาย", "พ.ต.อ.สมชาย", "ใจดี", "given"),
        ("นาย", "พลตำรวจโท สมชาย", "ใจดี", "given"),
        ("นาง", "ดร. สมศรี", "ใจดี", "given"),
        ("นาย", "ว่าที่ร้อยตรีสมชาย", "ใจดี", "given"),
        ("นาย", "ว่าที่ ร.ต.สมชาย", "ใจดี", "given"),
        ("นางสาว", "น.ส.สมศรี", "ใจดี", "given"),
        ("นาย", "รองศาสตราจารย์สมชาย", "ใจดี", "given"),
        ("นาย", "Mr. Somchai", "ใจดี", "given"),
        ("นาย", "สมชาย", "ดร.ใจดี", "surname"),
        ("นายนาย", "สมชาย", "ใจดี", "title"),
        ("นายสมชาย", "สมชาย", "ใจดี", "title"),
    ],
)
def test_a_title_inside_a_name_is_asked_about(title, given, surname, at):
    values = memo()
    values["memo"]["proposer"]["person"] = {"title": title, "given": given, "surname": surname}
    assert asked(values) == [("D0301", ("memo", "proposer", "person", at))]


@pytest.mark.parametrize(
    ("title", "given", "surname"),
    [
        ("นาย", "นายิกา", "นายาว"),
        ("นาง", "นางนวล", "ใจดี"),
        ("พันตำรวจเอก ดร.", "สมชาย", "ณ อยุธยา"),
        ("ว่าที่ร้อยตรี", "พลเอก", "ใจดี"),
        ("ศาสตราจารย์ ดร.", "คุณากร", "พันธุ์ดี"),
        ("นายแพทย์", "ดรุณ", "นางแล"),
        ("ผศ.ดร.", "จ่าง", "สิบตระกูล"),
    ],
)
def test_names_that_are_names_are_not_asked_about(title, given, surname):
    values = memo()
    values["memo"]["proposer"]["person"] = {"title": title, "given": given, "surname": surname}
    assert asked(values) == []


def test_every_person_of_an_agreement_is_looked_at(agreement_values):
    for party in ("receiver", "maker"):
        agreement_values["agreement"][party]["person"]["given"] = "นายสมชาย"
    paths = [path for code, path in asked(agreement_values) if code == "D0301"]
    assert paths == [("agreement", party, "person", "given") for party in ("receiver", "maker")]


def test_a_title_twice_in_any_text_is_asked_about():
    assert asked(memo("เชิญ นายนายสมชาย ใจดี เข้าร่วม")) == [("D0301", ("body", 0, "text"))]
    assert asked(memo("ผู้เข้าร่วมใช้คำนำหน้า นาย นาง นางสาว ได้")) == []


@pytest.mark.parametrize(
    "body",
    [
        ["ขอรายงานผลดังนี้"],
        ["ขอรายงานผล ดังต่อไปนี้ :", "จึงเรียนมาเพื่อโปรดทราบ"],
        [{"text": "ผลดังนี้", "numbered": ["", ""]}],
        ["ขอรายงานผลดังนี้ จึงเรียนมาเพื่อโปรดทราบ"],
        ["ขอรายงานผล (รายละเอียดดังนี้)", "จึงเรียนมาเพื่อโปรดทราบ"],
        ["พัฒนาแล้ว 142 คน แบ่งเป็น", "จึงเรียนมาเพื่อโปรดทราบ"],
        ["คณะทำงานประกอบด้วย"],
        [{"text": "ผู้เข้าประชุม ได้แก่ :", "numbered": [""]}],
    ],
)
def test_prose_that_announces_nothing_is_asked_about(body):
    assert asked(memo(*body)) == [("D0401", ("body", 0, "text"))]


def test_an_entry_that_announces_nothing_is_asked_about():
    body = {"text": "ผลดังนี้", "numbered": ["ผลข้อแรก ดังนี้", "ผลข้อสอง"]}
    assert asked(memo(body)) == [("D0401", ("body", 0, "numbered", 0, "text"))]


@pytest.mark.parametrize(
    "body",
    [
        [{"text": "ผลดังนี้", "numbered": ["ก", "ข"]}],
        [{"text": "ผลดังนี้", "table": {"header": ["ก"], "rows": [["ข"]]}}],
        ["ผลดังนี้", "1) สำรวจ", "2) สรุป"],
        ["ผลดังนี้", {"table": {"header": ["ก"], "rows": [["ข"]]}}],
        ["ผลดังนี้\n- สำรวจ\n- สรุป"],
        ["ดำเนินการดังนี้แล้ว จึงเรียนมาเพื่อโปรดทราบ"],
    ],
)
def test_what_follows_is_found(body):
    assert asked(memo(*body)) == []


WHOLE = "มีผู้เข้าอบรม 120 คน แบ่งเป็น"


def table(*rows, header=("ประเภท", "จำนวน (คน)")):
    return {"header": list(header), "rows": [list(row) for row in rows]}


@pytest.mark.parametrize(
    "body",
    [
        [{"text": WHOLE, "numbered": ["ชาย จำนวน 88 คน", "หญิง จำนวน 54 คน"]}],
        [{"text": WHOLE, "bullets": ["ชาย ๘๘ คน", "หญิง ๕๔ คน"]}],
        [{"text": "มีผู้เข้าอบรม ๑๒๐ คน แยกเป็น ดังนี้", "numbered": ["ก 40 คน", "ข 40 คน", "ค 41 คน"]}],
        [{"text": "รับเรื่อง 1,200 เรื่อง จำแนกตามประเภท ดังนี้", "numbered": ["ก 1,000 เรื่อง", "ข 300 เรื่อง"]}],
        [{"text": "ผู้ป่วยรวมทั้งสิ้น 12 ราย ดังนี้", "numbered": ["ก จำนวน 5 ราย", "ข จำนวน 6 ราย"]}],
        [{"text": "อบรมแล้ว 120 คน จาก 168 คน คิดเป็นร้อยละ 71.43 แบ่งเป็น", "numbered": ["ก 88 คน", "ข 54 คน"]}],
        [{"text": WHOLE, "table": table(["ชาย", "88"], ["หญิง", "54"])}],
        [{"text": WHOLE, "table": table(["ชาย", "88 คน"], ["หญิง", "54 คน"], ["รวม", "120 คน"])}],
        [WHOLE, {"table": table(["ชาย", "๘๘"], ["หญิง", "๕๔"])}],
        [WHOLE, "1) ชาย 88 คน", "2) หญิง 54 คน"],
        [{"text": WHOLE, "numbered": ["ชาย 88 ราย", "หญิง 54 ราย"]}],
        [{"text": WHOLE, "numbered": ["ชาย 88 คน จากเป้าหมาย 90 คน", "หญิง 54 คน", "รวม 142 คน"]}],
        [WHOLE + "\n- ชาย 88 คน\n- หญิง 54 คน"],
        [WHOLE + " ชาย 88 คน หญิง 54 คน"],
        ["มีผู้เข้าอบรม 120 คน (ชาย 88 คน หญิง 54 คน) ในปีนี้"],
    ],
)
def test_parts_that_do_not_add_up_are_asked_about(body):
    assert asked(memo(*body)) == [("D0402", ("body", 0, "text"))]


@pytest.mark.parametrize(
    "body",
    [
        [{"text": "มีผู้เข้าอบรม 142 คน แบ่งเป็น", "numbered": ["ชาย 88 คน", "หญิง 54 คน"]}],
        [{"text": "อบรมแล้ว 142 คน จาก 168 คน แบ่งเป็น", "numbered": ["ก 88 คน", "ข 54 คน"]}],
        [{"text": "จัดอบรม 2 ครั้ง ดังนี้", "numbered": ["ครั้งแรก 118 คน", "ครั้งที่สอง 116 คน"]}],
        [{"text": "มีผู้เข้าอบรม 120 คน ดังนี้", "numbered": ["วันแรก 118 คน", "วันที่สอง 116 คน"]}],
        [{"text": WHOLE, "numbered": ["ชาย 88 คน", "หญิง"]}],
        [{"text": WHOLE, "numbered": ["ชาย 66 คน", "หญิง 54 คน", "รวม 120 คน"]}],
        [{"text": WHOLE, "numbered": ["กลุ่มละ 30 คน", "อีกสองกลุ่ม กลุ่มละ 45 คน"]}],
        [{"text": "แบ่งเป็น 2 กลุ่ม", "numbered": ["ก 5 คน", "ข 6 คน"]}],
        [{"text": WHOLE, "table": table(["ชาย", "66"], ["หญิง", "54"], ["รวม", "120"])}],
        [WHOLE + " ชาย 66 คน หญิง 54 คน คิดเป็นร้อยละ 80 ของ 150 คน"],
        ["อบรม 120 คน ประกอบด้วยข้าราชการ 88 คน เป็นต้น ในนี้ 54 คน เป็นหญิง"],
    ],
)
def test_parts_that_add_up_or_divide_nothing_are_not_asked_about(body):
    assert asked(memo(*body)) == []


def test_figures_that_names_print_are_added_up(plan_values):
    plan_values["results"][0] |= {
        "facts": {"men": "88", "women": "54", "people": "120"},
        "done": [{"text": "อบรม {people} คน แบ่งเป็น", "numbered": ["ชาย {men} คน", "หญิง {women} คน"]}],
    }
    assert asked(plan_values) == [("D0402", ("results", 0, "done", 0, "text"))]
    plan_values["results"][0]["facts"]["people"] = {"sum": ["men", "women"]}
    assert asked(plan_values) == []


def with_exceptions(*allow):
    values = memo("ขอรายงานผลดังนี้") | {"audit": {"allow": list(allow)}}
    places = {("body",): Location("input.yaml", 9, 3), ("audit", "allow", 0): Location("input.yaml", 20, 5)}
    return prepared(values, places=places)


@pytest.mark.parametrize("where", ["", "รายงานผล ดังนี้", "input.yaml:9"])
def test_a_doubt_is_accepted_with_a_reason_and_stays_listed(where):
    done = with_exceptions({"code": "d๐401", "where": where, "reason": "ตารางแนบท้าย"})
    (doubt,) = done.doubts
    assert (doubt.accepted, done.remarks) == ("ตารางแนบท้าย", ())
    assert "ตารางแนบท้าย" in doubt.as_fault().help.th


@pytest.mark.parametrize(
    ("allow", "code"),
    [
        ({"code": "D0401"}, "A0001"),
        ({"code": "D0401", "where": "อื่น", "reason": "เหตุ"}, "A0002"),
        ({"code": "D0101", "reason": "เหตุ"}, "A0002"),
        ({"code": "D9999", "reason": "เหตุ"}, "A0003"),
        ({"code": "A9999", "reason": "เหตุ"}, "A0003"),
    ],
)
def test_an_exception_that_accepts_nothing_is_told_at_its_place(allow, code):
    done = with_exceptions(allow)
    (doubt,), (remark,) = done.doubts, done.remarks
    assert not doubt.accepted
    assert (remark.code, remark.location) == (code, Location("input.yaml", 20, 5))


def test_exceptions_of_the_audit_are_left_to_it():
    assert with_exceptions({"code": "A0202", "reason": "เหตุ"}).remarks == ()


def test_a_doubt_says_where_it_stands_and_how_it_is_accepted():
    (doubt,) = with_exceptions().doubts
    fault = doubt.as_fault()
    assert (fault.code, fault.location) == ("D0401", Location("input.yaml", 9, 3))
    assert "code: D0401" in fault.help.th


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"text": "มี {count} เรื่อง", "numbered": ["ก", "", "ค"]}, ("numbered", 1)),
        ({"text": "มีดังนี้", "numbered": [{"text": "ก", "bullets": [" ", "ข"]}]}, ("numbered", 0, "bullets", 0)),
        ({"text": "เรื่องที่พิจารณา", "numbered": [""]}, ("numbered", 0)),
        ({"text": "กำหนดการ", "table": {"header": ["วันที่", "เวลา"], "rows": []}}, ("table",)),
    ],
)
def test_an_entry_that_says_nothing_is_asked_about(body, where):
    assert asked(memo(body)) == [("D0403", ("body", 0, *where))]


def test_a_phrase_may_open_a_list_where_it_is_printed(plan_values):
    result = plan_values["results"][0]
    result["phrases"] = {"parts": "แบ่งเป็น"}
    result["done"] = [{"text": "ดำเนินการแล้ว 2 ขั้นตอน {parts}", "numbered": ["ขั้นที่ 1", "ขั้นที่ 2"]}]
    assert asked(plan_values) == []


def test_a_surname_behind_the_given_name_is_asked_about():
    values = memo("เนื้อความ")
    person = values["memo"]["proposer"]["person"]
    person["given"] = f"{person['given']} {person['surname']}"
    assert asked(values) == [("D0301", ("memo", "proposer", "person", "given"))]


def test_what_is_quoted_begins_with_a_whole_figure():
    text = "จัดฝึกอบรมให้บุคลากรแล้ว 1,142 คน คิดเป็นร้อยละ 84.52 แบ่งเป็น"
    (found,) = prepared(memo(text)).doubts
    assert found.quote == "1,142 คน คิดเป็นร้อยละ 84.52 แบ่งเป็น"
