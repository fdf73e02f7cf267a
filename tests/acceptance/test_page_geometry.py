"""The memo's page, read back from its PDF, against the rules: one test a rule (`domain.md` §1.2-1.4).

Origins, sizes and fonts of text objects come from pdfium; tolerances are 0.2 mm and 0.1 pt, wider only
where a glyph's side bearing is in the way.
"""

import io
from itertools import pairwise

import pypdf
import pypdfium2
import pytest
from pages_read_back import A4, CM, MM, NEAR, Sheet, emblem_of, read_back


@pytest.fixture(scope="module")
def sheets(rendered) -> list[Sheet]:
    return read_back(rendered["hr-scorecard-2563"].path("memo", "pdf"))


@pytest.fixture(scope="module")
def first(sheets) -> Sheet:
    return sheets[0]


@pytest.fixture(scope="module")
def last(sheets) -> Sheet:
    return next(sheet for sheet in sheets if any("โฆภณ" in run.text for run in sheet.runs))


def test_the_paper_is_a4(sheets):
    for sheet in sheets:
        assert (sheet.width, sheet.height) == pytest.approx(A4, abs=0.1)


def test_the_left_margin_is_3_cm(first):
    assert min(run.x for run in first.runs) == pytest.approx(3 * CM, abs=NEAR)


def test_justified_lines_end_at_the_right_margin_of_2_cm(first):
    line = [run for run in first.runs if abs(run.y - first.find("ปีงบประมาณ พ.ศ. ๒๕๖๓ - ๒๕๖๔").y) < 1]
    assert max(run.end for run in line) == pytest.approx(19 * CM, abs=2)  # side bearing of the last glyph
    assert max(run.end for run in first.runs if run.text.strip()) <= 19 * CM + NEAR


def test_the_title_is_bold_29_pt_and_centred_on_the_text(first):
    title = first.find("บันทึกข้อความ")
    assert (title.size, title.bold) == (29, True)
    assert (title.x + title.end) / 2 == pytest.approx((3 + 16 / 2) * CM, abs=2)


def test_the_labels_are_bold_20_pt_and_their_values_16_pt(first):
    values = {"ส่วนราชการ": "กลุ่ม", "ที่": "อก", "วันที่": "๒๐", "เรื่อง": "รายงาน"}
    for label, value in values.items():
        named = next(run for run in first.runs if run.text.strip() == label)
        assert (named.size, named.bold) == (20, True)
        assert (first.find(value).size, first.find(value).bold) == (16, False)
        assert first.find(value).y == pytest.approx(named.y, abs=0.1)


def test_the_date_begins_at_8_cm_of_the_text_width(first):
    date = next(run for run in first.runs if run.text.strip() == "วันที่")
    assert date.x == pytest.approx((3 + 8) * CM, abs=NEAR)


def test_a_subject_of_two_lines_stands_under_its_own_text(first):
    first_line, second_line = first.find("รายงานผลการดำเนินการตาม"), first.find("ไตรมาส ๒ รอบ ๖ เดือน")
    assert second_line.y > first_line.y
    assert second_line.x == pytest.approx(first_line.x, abs=NEAR)


def test_body_is_16_pt_regular_on_lines_21_pt_apart(first):
    start, second = first.find("ตามที่"), first.find("ปีงบประมาณ พ.ศ. ๒๕๖๓ - ๒๕๖๔")
    assert (start.size, start.bold) == (16, False)
    assert second.y - start.y == pytest.approx(21, abs=0.1)


def test_paragraphs_are_indented_by_2_5_cm_with_6_pt_before(first):
    cause, purpose = first.find("ตามที่"), first.find("ในการนี้")
    assert cause.x == pytest.approx((3 + 2.5) * CM, abs=NEAR)
    above = max(y for y in first.lines() if y < purpose.y - 1)
    assert purpose.y - above == pytest.approx(21 + 6, abs=0.1)


def test_the_addressee_stands_6_pt_further_down(first):
    to = first.find("เรียน")
    above = max(y for y in first.lines() if y < to.y - 1)
    assert to.y - above == pytest.approx(21 + 6, abs=0.1)


def test_the_garuda_is_1_5_cm_high_and_1_5_cm_from_the_top(rendered):
    page = pypdfium2.PdfDocument(rendered["hr-scorecard-2563"].path("memo", "pdf"))[0]
    left, top, _, high = emblem_of(page)
    assert top == pytest.approx(1.5 * CM, abs=NEAR)
    assert high == pytest.approx(1.5 * CM, abs=NEAR)
    assert left == pytest.approx(3 * CM, abs=NEAR)


def test_three_blank_lines_stand_before_the_name(last):
    close, name = last.find("จึงเรียนมาเพื่อโปรดทราบ"), last.find("โฆภณ")
    assert name.y - close.y == pytest.approx(4 * 21, abs=0.1)


def test_name_and_position_share_the_axis_at_11_5_cm(last):
    for text in ("โฆภณ", "ผู้อำนวยการกองบริหาร"):
        run = last.find(text)
        assert (run.x + run.end) / 2 == pytest.approx((3 + 11.5) * CM, abs=1.5)  # side bearings


def test_the_page_number_stands_between_hyphens_at_the_top_centre_from_page_2(sheets):
    thai = "๐๑๒๓๔๕๖๗๘๙"
    assert not any(run.text.startswith("- ") and run.y < 3.2 * CM for run in sheets[0].runs)
    for number, sheet in enumerate(sheets[1:], 2):
        run = min(sheet.runs, key=lambda run: run.y)
        assert run.text.strip() == f"- {thai[number]} -"
        assert (run.x + run.end) / 2 == pytest.approx(11 * CM, abs=1)
        assert run.y == pytest.approx(3 * CM, abs=1 * MM)  # "about 3 cm"


def test_the_cue_at_the_foot_is_the_beginning_of_the_next_page(rendered):
    pages = pypdf.PdfReader(io.BytesIO(rendered["hr-scorecard-2563"].path("memo", "pdf").read_bytes())).pages
    texts = [page.extract_text() for page in pages]
    for here, following in pairwise(texts):
        cue = here.strip().splitlines()[-1].strip()
        assert cue.startswith("/")
        assert cue.endswith("…")
        assert "".join(cue[1:-1].split()) in "".join(following.split())
