"""ประกาศ: its head, its list in it or annexed, and what is refused or asked about (แบบที่ 7; docs/forms.md)."""

import pytest
from letter_pages import CM, asked, example, faults, garuda, laid, line, lines

KIND = "announcement"
MIDDLE = 11.0


def listed(*names: str, **each: str) -> list[dict[str, object]]:
    """Rows of persons called so; the words after `|` are the row's score."""
    rows = []
    for name in names:
        given, _, score = name.partition("|")
        person = {"title": "นาย", "given": given, "surname": "ตัวอย่าง"}
        rows.append({"person": person, **({"score": score} if score else {}), **each})
    return rows


@pytest.fixture
def pages(tmp_path):
    return laid(tmp_path, KIND).pages


def test_the_head_stands_centred_below_the_garuda_without_a_number_and_a_line_parts_it_from_the_text(pages):
    emblem = garuda(pages)
    assert (emblem.y / CM, emblem.height / CM) == (pytest.approx(1.5, abs=0.01), pytest.approx(3.0, abs=0.01))
    assert emblem.x / CM + emblem.width / CM / 2 == pytest.approx(MIDDLE, abs=0.01)
    title, subject = line(pages, "ประกาศกรมส่งเสริม"), line(pages, "เรื่อง รายชื่อ")
    assert (title.middle, subject.middle) == (
        pytest.approx(MIDDLE, abs=0.02),
        pytest.approx(MIDDLE, abs=0.02),
    )
    assert title.baseline > (emblem.y + emblem.height) / CM
    assert not [each for each in lines(pages) if each.text.startswith("ที่ ")]
    (rule,) = [leader for part in pages[0].paragraphs for leader in part.leaders]
    assert (rule.x0 + rule.x1) / 2 / CM == pytest.approx(MIDDLE, abs=0.02)
    assert subject.baseline < rule.y / CM < line(pages, "ด้วยกรมส่งเสริม").baseline


def test_a_number_that_the_office_gives_stands_below_the_title(tmp_path):
    pages = laid(tmp_path, KIND, number="12/2569").pages
    assert line(pages, "ที่ ๑๒/๒๕๖๙").middle == pytest.approx(MIDDLE, abs=0.02)


def test_where_a_law_says_so_it_is_called_otherwise(tmp_path):
    pages = laid(tmp_path, KIND, word="แจ้งความ").pages
    assert line(pages, "แจ้งความกรมส่งเสริม")
    assert line(pages, "แจ้งความ ณ วันที่ ๒๗ เมษายน พ.ศ. ๒๕๖๙")


def test_the_day_bears_its_era_and_stands_before_the_signer(pages):
    day = line(pages, "ประกาศ ณ วันที่ ๒๗ เมษายน พ.ศ. ๒๕๖๙")
    assert day.left == pytest.approx(3.0 + 5.0, abs=0.01)
    assert day.baseline < line(pages, "(นายเอกวิทย์").baseline


def test_the_list_has_bands_runs_on_in_its_numbers_and_no_columns_that_nobody_filled(pages):
    texts = [each.text for each in lines(pages)]
    assert texts.index("ระดับดีเด่น") < texts.index("๑") < texts.index("ระดับดีมาก") < texts.index("๓")
    assert "คะแนน" not in texts
    assert "๘" in texts


def test_an_annexed_list_begins_a_page_under_its_title_on_every_page(tmp_path):
    rows = listed(*[f"คนที่{n}" for n in range(60)])
    changes = {"list": rows, "announced": None, "list_place": "บัญชีแนบท้าย", "list_title": "บัญชีรายชื่อผู้ผ่าน",
               "body": ["จึงประกาศรายชื่อตามบัญชีแนบท้ายประกาศนี้"]}  # fmt: skip
    made = lines(laid(tmp_path, KIND, **changes).pages)
    titles = [each.page for each in made if each.text == "บัญชีรายชื่อผู้ผ่าน"]
    below = [
        each.page for each in made if each.text == "แนบท้ายประกาศกรมส่งเสริมทะเบียนประวัติ ลงวันที่ ๒๗ เมษายน ๒๕๖๙"
    ]
    assert titles == below == [2, 3]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"result_date": "1 พฤษภาคม 2569"}, "ก่อนวันที่ทราบผล"),
        ({"list": listed("กานต์", result="ดี")}, "ไม่อยู่ในระดับที่ประกาศ"),
        ({"list": listed("กานต์", "ขวัญ", code="101")}, "เลขประจำตัวสอบซ้ำ"),
        ({"list": None, "body": ["จึงประกาศรายชื่อดังต่อไปนี้"]}, "ไม่มีรายชื่อ"),
        ({"list_place": "บัญชีแนบท้าย"}, "ต้องมีชื่อบัญชี"),
        ({"names_in_order": "ตามตัวอักษร", "list": listed("ขวัญ", "กานต์")}, "ตามตัวอักษร"),
        ({"names_in_order": "ตามคะแนน", "list": listed("กานต์|80", "ขวัญ|90")}, "ตามคะแนน"),
    ],
)
def test_contradictions_are_refused(tmp_path, changes, said):
    assert any(said in each for each in faults(tmp_path, KIND, **changes))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"list": listed("กานต์", "กานต์")}, "ชื่อซ้ำ"),
        ({"body": ["จึงสั่งตามคำสั่งนี้"]}, "ถ้อยคำของคำสั่ง"),
        ({"list_place": "บัญชีแนบท้าย", "list_title": "บัญชีรายชื่อ"}, "ไม่ได้กล่าวถึงบัญชีแนบท้าย"),
    ],
)
def test_slips_are_asked_about(tmp_path, changes, said):
    assert any(said in each for each in asked(tmp_path, KIND, **changes))


def test_the_example_and_lists_in_their_order_raise_nothing(tmp_path):
    assert asked(tmp_path, KIND) == []
    in_order = listed("กานต์|90", "ขวัญ|80", "ขวัญใจ|80")
    assert asked(tmp_path, KIND, names_in_order="ตามตัวอักษร", list=in_order) == []
    assert asked(tmp_path, KIND, names_in_order="ตามคะแนน", list=in_order) == []


def test_the_examples_tell_of_one_matter():
    """Who is announced had those results in the order of the same round."""
    results = {row["person"]["given"]: row["result"] for row in example("order")["salary"]}
    announced = {row["person"]["given"]: row["group"].removeprefix("ระดับ") for row in example(KIND)["list"]}
    assert announced == {given: result for given, result in results.items() if result in ("ดีเด่น", "ดีมาก")}
