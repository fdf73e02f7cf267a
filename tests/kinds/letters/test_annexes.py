"""The annex of an order: title and head on every page, no row parted, sums on the last (docs/forms.md)."""

from decimal import Decimal

import pytest
from letter_pages import CM, example, laid, lines

from pipeline.typeset.items import Rule

KIND = "order"
TITLE = "บัญชีรายละเอียดการเลื่อนเงินเดือนข้าราชการ ณ วันที่ ๑ เมษายน ๒๕๖๙"
BELOW = "แนบท้ายคำสั่งกรมส่งเสริมทะเบียนประวัติ ที่ ๘๖/๒๕๖๙ ลงวันที่ ๒๔ เมษายน ๒๕๖๙"
PERSON = {"title": "นาย", "given": "เอก", "surname": "ปัญญา"}
POWER = ["อาศัยอำนาจตามความในมาตรา 57 จึงสั่งตามบัญชีแนบท้ายคำสั่งนี้"]


def many(count: int) -> list[dict[str, object]]:
    """The rows of the example again and again, as many persons as asked for, in units of 25."""
    rows = example(KIND)["salary"]
    made = []
    for n in range(count):
        row = dict(rows[n % len(rows)])
        person = {**row["person"], "surname": f"{row['person']['surname']}ที่{n}"}
        made.append(
            {
                **row,
                "unit": f"กองที่ {n // 25}",
                "person": person,
                "position_no": str(1000 + n),
                "national_id": "",
            }
        )
    return made


def annexed(tmp_path, table: str, rows: list[dict[str, object]], **changes: object):
    """An order whose annex is that table."""
    values = {"salary": None, "annex_title": "บัญชีแนบท้าย", "power": POWER, table: rows, **changes}
    return laid(tmp_path, KIND, **values)


@pytest.fixture(scope="module")
def long(tmp_path_factory):
    """An order of rises for 300 persons, in any number of pages."""
    return laid(tmp_path_factory.mktemp("long"), KIND, salary=many(300))


def texts_of(pages, number: int) -> list[str]:
    return [each.text for each in lines(pages) if each.page == number]


def test_title_and_head_stand_on_every_page_of_the_annex_and_nowhere_else(long):
    assert len(long.pages) > 8
    assert TITLE not in texts_of(long.pages, 1)
    for number in range(2, len(long.pages) + 1):
        texts = texts_of(long.pages, number)
        assert texts.count(TITLE) == texts.count(BELOW) == texts.count("ชื่อ-นามสกุล") == 1
        assert texts.index(TITLE) < texts.index(BELOW) < texts.index("ชื่อ-นามสกุล")


def test_its_pages_lie_on_their_long_side_and_the_order_s_does_not(long):
    assert [page.width > page.height for page in long.pages] == [False] + [True] * (len(long.pages) - 1)


def test_title_stands_centred_above_the_borders(long):
    for page in long.pages[1:]:
        (title,) = [part for part in page.paragraphs if part.runs and part.runs[0].text.startswith("บัญชี")]
        left, right = title.runs[0].x, title.runs[-1].x + title.runs[-1].width
        assert (left + right) / 2 == pytest.approx(page.width / 2, abs=1)
        assert min(rule.y0 for rule in page.drawn if isinstance(rule, Rule)) > title.runs[0].y


def test_every_person_has_one_row_on_one_page_numbered_through(long):
    pages = {}
    for each in lines(long.pages):
        pages.setdefault(each.text, []).append(each.page)
    numbers = "".maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    for n in (1, 25, 26, 299, 300):
        assert len([page for page in pages[str(n).translate(numbers)] if page > 1]) >= 1
    rows = [row for page in long.pages[1:] for row in rows_of(page)]
    assert sum(len(row) > 3 for row in rows) >= 300


def rows_of(page) -> list[list[str]]:
    """The texts of a page that stand on one height."""
    heights: dict[float, list[str]] = {}
    for part in page.paragraphs:
        for run in part.runs:
            heights.setdefault(round(run.y, 1), []).append(run.text)
    return list(heights.values())


def test_no_row_goes_over_a_page_end(long):
    """A name of two lines stays with its figures: below a page's head comes a number or a band."""
    for number in range(3, len(long.pages) + 1):
        texts = texts_of(long.pages, number)
        after_head = texts[texts.index("หมายเหตุ") + 1 :]
        first = next(text for text in after_head if text not in ("ตำแหน่ง", "เลขที่", "ระดับ"))
        assert first.isdecimal() or first.startswith(("กองที่", "รวม")), first


def test_a_band_stands_above_the_first_of_each_unit_and_never_last_on_a_page(long):
    bands = [each for each in lines(long.pages) if each.text.startswith("กองที่")]
    assert [each.text for each in bands] == [
        f"กองที่ {n}".translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")) for n in range(12)
    ]
    for band in bands:
        assert [
            each
            for each in lines(long.pages)
            if each.page == band.page and each.baseline > band.baseline + 0.3
        ]


def test_the_total_stands_on_the_last_page_alone_with_exact_sums(long):
    label = [each for each in lines(long.pages) if each.text.startswith("รวม ๓๐๐ ราย")]
    assert [each.page for each in label] == [len(long.pages)]
    rows = example(KIND)["salary"]
    figures = {
        name: sum(Decimal(row[name].replace(",", "")) for row in rows) * 30 for name in ("before", "rise")
    }
    figures["after"] = figures["before"] + figures["rise"]
    thai = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    last = [each for each in lines(long.pages) if each.page == len(long.pages)]
    summed = [each.text for each in last if each.baseline == pytest.approx(label[0].baseline, abs=0.01)]
    assert summed == [
        "รวม ๓๐๐ ราย",
        *(f"{figures[name]:,}".translate(thai) for name in ("before", "rise", "after")),
    ]


def test_a_column_that_nobody_filled_is_not_there(long, tmp_path):
    short = laid(tmp_path, KIND)
    assert "เลขประจำตัว" in texts_of(short.pages, 2)
    assert "เลขประจำตัว" not in texts_of(long.pages, 2)
    assert "เงินตอบแทน" not in texts_of(short.pages, 2)
    rows = example(KIND)["salary"]
    special = [{**rows[0], "rise": "1,000", "special": "400"}, *rows[1:]]
    assert "เงินตอบแทน" in texts_of(laid(tmp_path, KIND, salary=special).pages, 2)


def test_figures_stand_right_below_one_another(tmp_path):
    pages = laid(tmp_path, KIND).pages
    rights = {round(each.right, 2) for each in lines(pages) if each.text in ("๔๗,๒๕๐", "๓๖,๗๑๐", "๑๗,๓๒๐")}
    assert len(rights) == 1


@pytest.mark.parametrize(
    ("table", "row", "heads", "landscape"),
    [
        (
            "moves",
            {"old_position": "นิติกร กองกลาง", "old_position_no": "10", "old_salary": "20,000",
             "new_position": "นิติกร กองคลัง", "new_position_no": "11",
             "new_salary": "20,000", "from_date": "1 พฤษภาคม 2569"},
            ["ตำแหน่งและส่วนราชการเดิม", "ตำแหน่งและส่วนราชการที่ย้าย", "ตั้งแต่วันที่"],
            True,
        ),
        (
            "appointments",
            {"born": "5 มกราคม 2545", "qualification": "น.บ.", "exam_position": "นิติกร", "exam_rank": "3",
             "exam_notice": "สำนักงาน ก.พ.", "position": "นิติกร กองกลาง", "position_type": "วิชาการ",
             "level": "ปฏิบัติการ",
             "position_no": "12", "salary": "18,150", "from_date": "1 พฤษภาคม 2569"},
            ["สอบแข่งขันได้", "ตำแหน่งและส่วนราชการที่บรรจุแต่งตั้ง"],
            True,
        ),
        (
            "acting",
            {"position": "นักทรัพยากรบุคคล", "level": "ชำนาญการพิเศษ", "acting_position": "ผู้อำนวยการกองคลัง",
             "from_date": "1 พฤษภาคม 2569", "to_date": "31 พฤษภาคม 2569"},
            ["ตำแหน่งและส่วนราชการ", "รักษาราชการแทน", "ถึงวันที่"],
            True,
        ),
        (
            "assignments",
            {"position": "นิติกร", "duty": "งานคดี", "from_date": "1 พฤษภาคม 2569"},
            ["มอบหมายให้ปฏิบัติราชการ"],
            True,
        ),
        ("persons", {"position": "นิติกร", "duty": "วิทยากร"}, ["ชื่อ-นามสกุล", "หน้าที่"], False),
    ],
)  # fmt: skip
def test_each_kind_of_order_has_its_own_columns(tmp_path, table, row, heads, landscape):
    made = annexed(tmp_path, table, [{"person": PERSON, **row}])
    annex = made.pages[1]
    texts = texts_of(made.pages, 2)
    assert (annex.width > annex.height) is landscape
    assert not [head for head in heads if head not in texts]
    assert {"นายเอก ปัญญา", "รวม ๑ ราย", "บัญชีแนบท้าย"} <= set(texts)
    for each in lines(made.pages):
        assert each.right <= annex.width / CM - 1.4 or each.page == 1


def test_what_acting_is_called_heads_its_columns(tmp_path):
    row = {
        "person": PERSON,
        "position": "นิติกร",
        "acting_position": "ผู้อำนวยการกองคลัง",
        "from_date": "1 พฤษภาคม 2569",
    }
    made = annexed(tmp_path, "acting", [row], acting_kind="รักษาการในตำแหน่ง")
    texts = texts_of(made.pages, 2)
    assert "รักษาการในตำแหน่ง" in texts
    assert "ถึงวันที่" not in texts, "nobody has one"
