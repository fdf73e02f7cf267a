"""อ้างถึง, สิ่งที่ส่งมาด้วย, several who sign, ranks, acting posts and copies, read back from PDF and DOCX.

Places by ข้อ 11-12 and `domain.md` §1.2-1.3, §1.10-1.11; the text begins 3 cm from the paper's left edge.
"""

import pypdf
import pytest
from pages_read_back import CM, NEAR, Run, Sheet, read_back
from rendered_papers import Papers, render

LEFT = 3 * CM
BEARING = 2.5  # pt
MEMO = """\
kind: memo
digits: arabic
office: {name: สำนักงานทดสอบ}
memo:
  agency: กองทดสอบ
  subject: ทดสอบ
  to: ผู้อำนวยการ
  also_to: [รองผู้อำนวยการ, เลขานุการ]
  references:
    - {text: หนังสือกรมทดสอบ, number: ทส 0101/7, date: 15 กรกฎาคม 2569}
  enclosures:
    - {name: โครงการ, count: 1, unit: ชุด}
    - {name: กำหนดการ, count: 12}
  closing: ขอแสดงความนับถือ
  proposer:
    person: {rank: พันตำรวจเอก, given: สมชาย, surname: ใจดี}
    position: รองผู้อำนวยการกอง
    acting: รักษาราชการแทน
    acting_for: ผู้อำนวยการกอง
  cosigners:
    - person: {title: นาง, given: สมหญิง, surname: ใจงาม}
      position: หัวหน้าฝ่าย
  cosigners_stand: STAND
  copies_title: สำเนาเรียน
  copies: [กองคลัง, กองแผน]
body: ["ตามสิ่งที่ส่งมาด้วย {enclosures} รายการ"]
"""


@pytest.fixture(scope="module", params=["below", "beside"])
def stand(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def papers(stand, tmp_path_factory) -> Papers:
    folder = tmp_path_factory.mktemp("letters")
    (folder / "in").mkdir()
    (folder / "in" / "memo.yaml").write_text(MEMO.replace("STAND", stand), encoding="utf-8")
    render(folder / "in", to=folder / "out")
    return Papers(folder / "out" / "in")


@pytest.fixture(scope="module")
def sheet(papers) -> Sheet:
    (only,) = read_back(papers.path("memo", "pdf"))
    return only


def line_of(sheet: Sheet, text: str) -> list[Run]:
    """The runs of the line that a text stands on."""
    y = sheet.find(text).y
    return sorted(
        (run for run in sheet.runs if abs(run.y - y) < 1 and run.text.strip()), key=lambda run: run.x
    )


def centre_of(runs: list[Run]) -> float:
    return (min(run.x for run in runs) + max(run.end for run in runs)) / 2


def test_all_addressees_stand_below_one_another(sheet):
    first, second, third = (sheet.find(text) for text in ("ผู้อำนวยการ", "รองผู้", "เลขา"))
    assert first.x == pytest.approx(LEFT + 1.35 * CM, abs=BEARING)
    assert [second.x, third.x] == pytest.approx([first.x] * 2, abs=BEARING)
    assert first.y < second.y < third.y


def test_one_letter_is_cited_without_a_number_before_the_enclosures(papers, sheet):
    assert "อ้างถึงหนังสือกรมทดสอบที่ทส0101/7ลงวันที่15กรกฎาคม2569" in papers.pdf_text("memo")
    assert sheet.find("เลขา").y < sheet.find("อ้างถึง").y < sheet.find("ส่งมาด้วย").y


def test_several_enclosures_are_numbered_and_their_counts_stand_below_one_another(sheet):
    first, second = [run for run in sheet.runs if run.text.startswith("จำนวน")]
    assert first.x == second.x == pytest.approx(LEFT + 13 * CM, abs=BEARING)
    one, two = line_of(sheet, "โครงการ"), line_of(sheet, "กำหนด")
    assert one[0].x == pytest.approx(LEFT, abs=BEARING)
    assert "".join(run.text for run in two).replace(" ", "") == "2.กำหนดการจำนวน12ฉบับ"
    assert two[0].x == pytest.approx(LEFT + 2.75 * CM, abs=BEARING)


def test_prose_prints_how_many_are_enclosed(papers):
    assert "ตามสิ่งที่ส่งมาด้วย2รายการ" in papers.pdf_text("memo")


def test_a_name_has_its_post_below_and_that_of_whom_it_acts_for_below_that(stand, sheet):
    axis = LEFT + (11.5 if stand == "below" else 4) * CM
    lines = [line_of(sheet, text) for text in ("(สมชาย", "รองผู้อำนวยการกอง", "รักษาราชการแทน")]
    own = [[run for run in line if run.x < LEFT + 8 * CM] if stand == "beside" else line for line in lines]
    assert [centre_of(line) for line in own] == pytest.approx([axis] * 3, abs=BEARING)
    tops = [line[0].y for line in own]
    assert tops[1] - tops[0] == pytest.approx(21, abs=1)
    assert tops[2] - tops[1] == pytest.approx(21, abs=1)


def test_those_who_sign_stand_below_one_another_or_side_by_side(stand, sheet):
    first, second = sheet.find("(สมชาย"), sheet.find("(นางสมหญิง")
    if stand == "beside":
        assert second.y == pytest.approx(first.y, abs=NEAR)
        assert centre_of(line_of(sheet, "หัวหน้าฝ่าย")[-1:]) == pytest.approx(LEFT + 12 * CM, abs=6)
    else:
        assert second.y > sheet.find("รักษาราชการแทน").y + 4 * 21 - 1


def test_a_rank_stands_before_the_place_for_the_signature(stand, papers, sheet):
    rank, name = sheet.find("พันตำรวจเอก"), sheet.find("(สมชาย")
    places = {
        field.get_object()["/T"]: [float(each) for each in field.get_object()["/Rect"]]
        for field in pypdf.PdfReader(papers.path("memo", "pdf")).trailer["/Root"]["/AcroForm"]["/Fields"]
    }
    assert set(places) == {"proposer", "cosigner-1"}
    left, bottom, right, top = places["proposer"]
    assert (right - left, top - bottom > 0.5 * CM) == (pytest.approx(7 * CM, abs=NEAR), True)
    assert sheet.height - bottom < name.y
    if stand == "below":
        assert rank.end <= left + NEAR
        assert name.y - rank.y == pytest.approx(21, abs=1)
    else:
        assert rank.y < sheet.height - top + NEAR


def test_closing_words_are_followed_by_the_signature(sheet):
    closing = line_of(sheet, "ขอแสดง")
    assert centre_of(closing) == pytest.approx(LEFT + 11.5 * CM, abs=BEARING)
    assert sheet.find("รายการ").y < closing[0].y < sheet.find("(สมชาย").y


def test_who_has_copies_stands_last_on_the_left(sheet):
    label, first, second = (sheet.find(text) for text in ("สำเนาเรียน", "กองคลัง", "กองแผน"))
    assert label.x == pytest.approx(LEFT, abs=BEARING)
    assert first.x == pytest.approx(second.x, abs=BEARING)
    assert max(run.y for run in sheet.runs if run.text.strip()) == second.y


def test_the_docx_says_the_same(papers):
    told = papers.docx_paragraphs("memo")
    for text in ("จำนวน 12 ฉบับ", "(สมชาย ใจดี)", "รักษาราชการแทน ผู้อำนวยการกอง", "ขอแสดงความนับถือ", "กองแผน"):
        assert text in told
    assert told.index("พันตำรวจเอก") < told.index("(สมชาย ใจดี)")
