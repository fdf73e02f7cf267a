"""Urgency, secrecy, stamps and copy marks, read back from PDF and DOCX: one test a rule.

Rules: `domain.md` §1.6 (ข้อ 28; ระเบียบว่าด้วยการรักษาความลับ พ.ศ. 2544), §1.8 (แบบที่ 12), §1.10 (ข้อ 30-31).
Positions within 0.2 mm, wider only where a glyph's side bearing is in the way.
"""

import re
import zipfile

import pypdfium2
import pytest
from lxml import etree
from pages_read_back import CM, NEAR, Run, Sheet, emblem_of, lines_of, read_back
from rendered_papers import ROOT, Papers, W, paragraph_text, render

RED = "FF0000"
BEARING = 2.0  # pt
TWIPS_PER_CM = 1440 / 2.54


@pytest.fixture(scope="module")
def sheets(specimen) -> list[Sheet]:
    return read_back(specimen.path("memo", "pdf"))


@pytest.fixture(scope="module")
def first(sheets) -> Sheet:
    return sheets[0]


@pytest.fixture(scope="module")
def package(specimen) -> dict[str, bytes]:
    with zipfile.ZipFile(specimen.path("memo", "docx")) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def certified(tmp_path_factory) -> Papers:
    """The same memo as a certified copy, due by a day and a time."""
    memo = (ROOT / "templates" / "specimen" / "specimen" / "memo.yaml").read_text(encoding="utf-8")
    changes = {
        "urgency: ด่วนที่สุด": 'urgency: ด่วนภายใน\n  due_date: 5 สิงหาคม 2569\n  due_time: "10.00"',
        "copy_mark: สำเนาคู่ฉบับ": "copy_mark: สำเนา",
        "preparers: {drafted: นางสาวอักษรา ตัวบรรจง, typed: นายสระ บนล่าง}": (
            "certifier: {person: {title: นาย, given: สระ, surname: บนล่าง}, position: เจ้าพนักงานธุรการ}"
        ),
    }
    for old, new in changes.items():
        assert old in memo
        memo = memo.replace(old, new)
    folder = tmp_path_factory.mktemp("certified")
    (folder / "copy").mkdir()
    (folder / "copy" / "memo.yaml").write_text(memo, encoding="utf-8")
    render(folder / "copy", to=folder / "out")
    return Papers(folder / "out" / "copy")


def extent(sheet: Sheet, like: Run) -> tuple[float, float]:
    """From where to where the text of one look goes on one line, pt."""
    same = [
        run
        for run in sheet.runs
        if run.text.strip() and (run.y, run.size, run.color) == (like.y, like.size, like.color)
    ]
    return min(run.x for run in same), max(run.end for run in same)


def center(sheet: Sheet, like: Run) -> float:
    return sum(extent(sheet, like)) / 2


# ข้อ 28: urgency


def test_urgency_is_red_bold_and_not_smaller_than_32_pt(first):
    run = first.find("ด่วน")
    assert (run.color, run.bold, run.size) == (RED, True, 32)


def test_urgency_stands_between_the_garuda_and_the_title(first):
    urgency, title = first.find("ด่วน"), first.find("บันทึก")
    assert urgency.y == pytest.approx(title.y, abs=NEAR)
    start, end = extent(first, urgency)
    garuda_right = (3 + 1.5) * CM  # 1.5 cm high, hardly wider than high
    assert garuda_right < start
    assert end < extent(first, title)[0]


def test_a_marked_title_stays_centred_on_the_text(first):
    title = first.find("บันทึก")
    assert (title.size, title.bold) == (29, True)
    assert center(first, title) == pytest.approx((3 + 8) * CM, abs=BEARING)


# ระเบียบว่าด้วยการรักษาความลับ: secrecy


def test_secrecy_stands_in_the_centre_at_the_top_and_foot_of_every_page(sheets):
    assert len(sheets) > 1
    for sheet in sheets:
        above, below = [run for run in sheet.runs if run.text.strip() == "ลับ"]
        assert above.y < 1.5 * CM
        assert below.y > sheet.height - 1.5 * CM
        for run in (above, below):
            assert (run.x + run.end) / 2 == pytest.approx((3 + 8) * CM, abs=BEARING)


def test_secrecy_is_red_and_larger_than_the_body(sheets):
    for run in (run for sheet in sheets for run in sheet.runs if run.text.strip() == "ลับ"):
        assert (run.color, run.bold) == (RED, True)
        assert run.size > 16


def test_every_header_and_footer_of_the_docx_carries_the_secrecy_mark(package):
    parts = [name for name in package if re.fullmatch(r"word/(header|footer)\d+\.xml", name)]
    assert {name.split("/")[1][:6] for name in parts} == {"header", "footer"}
    for name in parts:
        texts = [paragraph_text(p) for p in etree.fromstring(package[name]).iter(f"{W}p")]
        assert "ลับ" in texts, name
    section = package["word/document.xml"].decode()
    assert set(re.findall(r"<w:(\w+Reference) w:type=\"(\w+)\"", section)) == {
        (f"{place}Reference", page) for place in ("header", "footer") for page in ("default", "first")
    }


# แบบที่ 12: receiving stamps


@pytest.mark.parametrize(("number", "top"), [(0, 0.4), (1, 3.0)])
def test_a_stamp_is_5_by_2_5_cm_at_the_top_right_of_the_first_page(specimen, number, top):
    drawn = lines_of(pypdfium2.PdfDocument(specimen.path("memo", "pdf"))[0])
    level = sorted((y0, x0, x1) for x0, y0, x1, y1 in drawn if y0 == y1 and y0 < 5.6 * CM and x0 > 12 * CM)
    sides = [line for line in level if line[2] - line[1] > 4.5 * CM]  # the others are dots for the pen
    (above, left, right), (below, *_) = sides[2 * number : 2 * number + 2]
    assert above == pytest.approx(top * CM, abs=NEAR)
    assert below - above == pytest.approx(2.5 * CM, abs=NEAR)
    assert right - left == pytest.approx(5 * CM, abs=NEAR)
    assert right == pytest.approx(19 * CM, abs=NEAR)


def test_a_stamp_says_agency_number_date_and_time_in_this_order(first):
    lines = [run for run in first.runs if run.x > 14 * CM and run.y < 2.9 * CM and run.text.strip()]
    said = [run.text.strip() for run in sorted(lines, key=lambda run: run.y)]
    assert said == ["กองกลาง สพร.", "รับที่ ๑๒๕๘", "วันที่ ๔ ส.ค. ๒๕๖๙", "เวลา ๙.๑๕ น."]


def test_what_a_stamp_does_not_know_is_dotted_for_the_pen(specimen, first):
    label = next(run for run in first.runs if run.text.strip() == "วันที่" and run.size == 14)
    drawn = lines_of(pypdfium2.PdfDocument(specimen.path("memo", "pdf"))[0])
    (dots,) = [line for line in drawn if abs(line[1] - label.y) < 1 and line[0] > label.end]
    assert dots[2] - dots[0] > 3 * CM
    assert dots[2] < 19 * CM


def test_stamps_stand_on_the_first_page_alone_and_clear_of_the_head(sheets):
    first, *others = sheets
    assert not any("รับที่" in run.text for sheet in others for run in sheet.runs)
    agency = first.find("ส่วนราชการ")
    assert agency.y - agency.size > (3.0 + 2.5) * CM


def test_the_docx_holds_each_stamp_in_a_frame_of_the_same_size_and_place(package):
    frames = [
        {name: element.get(f"{W}{name}") for name in ("w", "h", "hRule", "xAlign", "hAnchor", "vAnchor", "y")}
        for element in etree.fromstring(package["word/document.xml"]).iter(f"{W}framePr")
    ]
    for top in (0.4, 3.0):
        wanted = {
            "w": str(round(5 * TWIPS_PER_CM)),
            "h": str(round(2.5 * TWIPS_PER_CM)),
            "hRule": "exact",
            "xAlign": "right",
            "hAnchor": "margin",
            "vAnchor": "page",
            "y": str(round(top * TWIPS_PER_CM)),
        }
        assert frames.count(wanted) == 4  # one for each of its lines, as Word keeps frames


# ข้อ 30-31: copies


def test_the_copy_mark_is_centred_above_the_first_line(first):
    mark, title = first.find("สำเนา"), first.find("บันทึก")
    assert center(first, mark) == pytest.approx((3 + 8) * CM, abs=BEARING)
    assert mark.y < title.y


def test_a_copy_mark_does_not_move_the_garuda(specimen):
    left, top, *_ = emblem_of(pypdfium2.PdfDocument(specimen.path("memo", "pdf"))[0])
    assert left == pytest.approx(3 * CM, abs=NEAR)
    assert top == pytest.approx(1.5 * CM, abs=NEAR)


def test_those_who_made_a_file_copy_stand_at_the_lower_right_below_the_signatures(sheets):
    last = sheets[-1]
    drafted, typed, checked = (last.find(label) for label in ("ผู้ร่าง", "ผู้พิมพ์", "ผู้ตรวจ"))
    assert last.find("(นายวรรณยุกต์").y < drafted.y < typed.y < checked.y
    for run in (drafted, typed, checked):
        assert run.x == pytest.approx((3 + 11) * CM, abs=NEAR)


def test_no_page_holds_signatures_and_preparers_without_text_of_the_memo(sheets):
    body = [run for run in sheets[-1].runs if run.size == 16 and run.y < sheets[-1].find("(นางสาว").y]
    lines = {round(run.y) for run in body if run.text.strip() and not run.text.startswith("- ")}
    assert len(lines) >= 2


def test_the_marks_of_the_docx_have_the_same_looks(package):
    document = etree.fromstring(package["word/document.xml"])
    styles = {
        style.get(f"{W}styleId"): style
        for style in etree.fromstring(package["word/styles.xml"]).iter(f"{W}style")
    }
    (run,) = [
        r for r in document.iter(f"{W}r") if "".join(t.text or "" for t in r.iter(f"{W}t")).startswith("ด่วน")
    ]
    style = styles[run.find(f"{W}rPr/{W}rStyle").get(f"{W}val")].find(f"{W}rPr")
    looks = {name: style.find(f"{W}{name}").get(f"{W}val") for name in ("color", "sz", "szCs")}
    assert looks == {"color": RED, "sz": "64", "szCs": "64"}
    assert style.find(f"{W}b") is not None
    texts = [paragraph_text(p) for p in document.iter(f"{W}p")]
    assert "สำเนาคู่ฉบับ" in texts
    assert any(text.startswith("ผู้ตรวจ") for text in texts)


def test_urgent_by_a_time_says_the_day_and_time_in_red_below(certified):
    first = read_back(certified.path("memo", "pdf"))[0]
    urgency = first.find("ด่วน")
    (due,) = [run for run in first.runs if run.color == RED and run.size == 16]
    assert due.text.strip() == "๕ ส.ค. ๒๕๖๙ เวลา ๑๐.๐๐ น."
    assert due.bold
    assert due.x == pytest.approx(urgency.x, abs=NEAR)
    assert due.y > urgency.y


def test_a_certified_copy_says_so_above_name_position_and_a_dotted_date(certified):
    *_, last = read_back(certified.path("memo", "pdf"))
    block = [last.find(text) for text in ("สำเนาถูกต้อง", "(นายสระ", "เจ้าพนักงานธุรการ")]
    assert [run.y for run in block] == sorted(run.y for run in block)
    assert block[0].y > last.find("(นายวรรณยุกต์").y
    for run in block:
        assert (run.x + run.end) / 2 == pytest.approx((3 + 11.5) * CM, abs=BEARING)
    *_, date = [run for run in last.runs if run.text.strip() == "วันที่"]
    drawn = lines_of(list(pypdfium2.PdfDocument(certified.path("memo", "pdf")))[-1])
    assert [line for line in drawn if abs(line[1] - date.y) < 1 and line[0] > date.end]
    assert "สำเนาถูกต้อง" in certified.docx_paragraphs("memo")
