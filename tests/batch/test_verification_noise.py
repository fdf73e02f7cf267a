"""What changes only the looks of a paper is not reported; what the pen fills in is told apart."""

import copy
import io
import zipfile

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from made_papers import PAPERS, edited, found_in, made, prepared
from returned_docx import Returned

from pipeline.diagnostics import InputError
from pipeline.extraction.docx.reader import read_docx
from pipeline.papers.build import RenderOptions, build, prepare
from pipeline.thai.digits import to_arabic
from pipeline.verify import verify

pytestmark = pytest.mark.slow  # a paper for each way in which Word saves it

BLANK_MEMO = """\
kind: memo
digits: thai
office: {name: สำนักงานทดสอบ, short: สทส.}
memo:
  agency: กองทดสอบ
  subject: ขออนุมัติเดินทางไปราชการ
  to: ผู้อำนวยการ
  secrecy: ลับ
  stamps: [{agency: สำนักงานทดสอบ}]
  proposer:
    person: {title: นาย, given: สมมติ, surname: ทดลอง}
    position: ผู้อำนวยการกองทดสอบ
body:
  - ด้วยกองทดสอบจะไปราชการในวันที่ 5 มีนาคม 2569 จำนวน 3 คน โดยไม่เบิกค่าที่พัก
"""


@pytest.fixture(scope="module")
def blank(tmp_path_factory):
    """A memo whose number, dates and stamp wait for the pen: its input and its DOCX."""
    file = tmp_path_factory.mktemp("blank") / "memo.yaml"
    file.write_text(BLANK_MEMO, encoding="utf-8")
    source = prepare(file)
    return source, build(source, source.papers[0], RenderOptions(formats=("docx",), faces=())).files["docx"]


def texts(returned: Returned):
    return [one for one in returned.body.iter(qn("w:t")) if one.text]


@pytest.mark.parametrize("paper", PAPERS)
def test_an_unedited_paper_says_what_its_data_say(paper: str) -> None:
    verification = verify(read_docx(made(paper)), prepared(paper))
    assert verification.paper.id == paper.removeprefix("free-")
    assert (verification.differences, verification.filled, verification.traces) == ((), (), {})


@pytest.mark.parametrize("paper", PAPERS)
def test_digits_of_another_script_say_the_same(paper: str) -> None:
    def in_arabic(returned: Returned) -> None:
        for piece in texts(returned):
            piece.text = to_arabic(piece.text)

    assert found_in(paper, in_arabic) == ()


def test_spaces_and_signs_that_word_changes_by_itself_say_the_same() -> None:
    def retyped(returned: Returned) -> None:
        for piece in texts(returned):
            typed = piece.text.replace("\u00a0", " ").replace("“", '"').replace("”", '"')
            piece.text = typed.replace(" - ", " – ").replace("ำ", "\u0e4d\u0e32")

    assert found_in("report", retyped) == ()


def test_every_letter_in_a_run_of_its_own_says_the_same() -> None:
    def shattered(returned: Returned) -> None:
        for run in list(returned.body.iter(qn("w:r"))):
            pieces = run.findall(qn("w:t"))
            if len(pieces) == 1 and not run.findall(qn("w:tab")):
                for letter in reversed(pieces[0].text or ""):
                    single = copy.deepcopy(run)
                    single.find(qn("w:t")).text = letter
                    run.addnext(single)
                run.getparent().remove(run)

    assert found_in("free-memo", shattered) == ()


def test_a_line_end_and_a_split_paragraph_say_the_same() -> None:
    def split(returned: Returned) -> None:
        paragraph = returned.paragraph("จึงเรียนมาเพื่อโปรดพิจารณา")
        second = copy.deepcopy(paragraph)
        for one, said in (
            (paragraph, "จึงเรียนมาเพื่อโปรดพิจารณา"),
            (second, "หากเห็นชอบโปรดอนุมัติให้จัดโครงการดังกล่าวต่อไป"),
        ):
            pieces = list(one.iter(qn("w:t")))
            for piece in pieces:
                piece.text = ""
            pieces[0].text = said
        paragraph.addnext(second)

    assert found_in("free-memo", split) == ()


def test_a_split_paragraph_beside_an_edit_hides_nothing() -> None:
    def split_and_edited(returned: Returned) -> None:
        returned.say("๑๕ กรกฎาคม", "๑๖ กรกฎาคม")
        returned.say("หากเห็นชอบโปรดอนุมัติให้จัดโครงการดังกล่าวต่อไป", "", within="จึงเรียนมา")
        returned.copy_after("จึงเรียนมา", "หากเห็นชอบโปรดอนุมัติให้จัดโครงการดังกล่าวต่อไป")

    assert [one.kind for one in found_in("free-memo", split_and_edited)] == ["date"]


def test_a_tracked_deletion_is_a_deletion_and_a_tracked_insertion_an_insertion() -> None:
    def tracked(returned: Returned) -> None:
        paragraph = returned.paragraph("จึงเรียนมา")
        run = next(paragraph.iter(qn("w:r")))
        gone, come = OxmlElement("w:del"), OxmlElement("w:ins")
        run.addprevious(gone)
        gone.append(run)
        for piece in run.iter(qn("w:t")):
            piece.tag = qn("w:delText")
        new, said = OxmlElement("w:r"), OxmlElement("w:t")
        said.text = "จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบโปรดอนุมัติให้จัดโครงการดังกล่าวในปีถัดไป"
        new.append(said)
        come.append(new)
        gone.addnext(come)

    found = read_docx(edited("free-memo", tracked))
    verification = verify(found, prepared("free-memo"))
    assert verification.traces == {"deletion": 1, "insertion": 1}
    assert [one.kind for one in verification.differences] == ["wording", "tracked-change", "tracked-change"]
    assert "ในปีถัด" in verification.differences[0].found


def test_what_the_pen_fills_in_is_told_but_is_no_difference(blank) -> None:
    source, data = blank

    def by_hand(returned: Returned) -> None:
        for label, written in (("ที่", " ทส ๐๑๐๑/๒๕ "), ("วันที่", " ๓ มีนาคม ๒๕๖๙ ")):
            paragraph = returned.paragraph("วันที่", 1)
            runs = [
                run for run in paragraph.iter(qn("w:r")) if (run.findtext(qn("w:t")) or "").strip() == label
            ]
            made_run, said = OxmlElement("w:r"), OxmlElement("w:t")
            said.text = written
            made_run.append(said)
            runs[-1].addnext(made_run)
        returned.say("รับที่", "รับที่ ๔๕")
        returned.copy_after("ผู้อำนวยการกองทดสอบ", "๓ มี.ค. ๒๕๖๙")

    returned = Returned(data)
    by_hand(returned)
    verification = verify(read_docx(returned.bytes()), source)
    assert verification.differences == ()
    assert [one.found.strip() for one in verification.filled] == [
        "ทส ๐๑๐๑/๒๕",
        "๓ มีนาคม ๒๕๖๙",
        "๓ มี.ค. ๒๕๖๙",
        "๔๕",
    ]


def test_what_is_typed_into_the_controls_is_told_but_is_no_difference(blank) -> None:
    source, data = blank
    returned = Returned(data)
    controls = [
        one for one in returned.body.iter(qn("w:sdt")) if one.find(f".//{qn('w:showingPlcHdr')}") is not None
    ]
    for control, typed in zip(controls, ("ทส ๐๑๐๑/๒๕", "๓ มีนาคม ๒๕๖๙"), strict=True):
        prompt = control.find(f".//{qn('w:showingPlcHdr')}")
        prompt.getparent().remove(prompt)
        next(control.iter(qn("w:t"))).text = typed
    verification = verify(read_docx(returned.bytes()), source)
    assert verification.differences == ()
    assert [one.found.strip() for one in verification.filled] == ["ทส ๐๑๐๑/๒๕", "๓ มีนาคม ๒๕๖๙"]


def test_a_number_that_the_data_hold_is_not_for_the_pen() -> None:
    (difference,) = found_in("free-memo", lambda returned: returned.say("๒๕๘", "๒๕๙"))
    assert (difference.kind, difference.place_said("th")) == ("number", "ย่อหน้าที่ 3")


def with_mark(data: bytes, part: str, mark: str) -> bytes:
    """The DOCX with another secrecy mark in its page headers or footers."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith(f"word/{part}"):
                content = content.replace("ลับ".encode(), mark.encode())
            new.writestr(name, content)
    return changed.getvalue()


@pytest.mark.parametrize("part", ["header", "footer"])
def test_the_secrecy_mark_of_the_pages_is_compared(blank, part: str) -> None:
    source, data = blank
    differences = verify(read_docx(with_mark(data, part, "ลับมาก")), source).differences
    assert [(one.place.part, one.expected, one.found) for one in differences] == [(part, "", "มาก")]


def test_a_secrecy_mark_that_is_gone_is_told(blank) -> None:
    source, data = blank
    (difference,) = verify(read_docx(with_mark(data, "footer", "")), source).differences
    assert (difference.kind, difference.place_said("th"), difference.expected) == (
        "paragraph-deleted", "ท้ายกระดาษ", "ลับ",
    )  # fmt: skip


def test_a_number_typed_over_the_number_of_the_page_is_found() -> None:
    returned = Returned(made("report"))
    for section in returned.docx.sections:
        for paragraph in section.header.paragraphs:
            for run in list(paragraph._p.iter(qn("w:r"))):
                if run.find(qn("w:fldChar")) is not None or run.find(qn("w:instrText")) is not None:
                    run.getparent().remove(run)
    (difference,) = verify(read_docx(returned.bytes()), prepared("report")).differences
    assert (difference.place.part, difference.expected, difference.found) == ("header", "#", "๒")


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_is_known_by_its_text_though_its_title_is_gone(paper: str) -> None:
    def untitled(returned: Returned) -> None:
        returned.docx.core_properties.title = "เอกสาร1"

    found = read_docx(edited(paper, untitled))
    assert verify(found, prepared(paper)).paper.id == paper.removeprefix("free-")


def test_a_file_of_other_data_is_refused_with_the_papers_that_the_data_make() -> None:
    with pytest.raises(InputError) as refused:
        verify(read_docx(made("scores")), prepared("memo"))
    (fault,) = refused.value.diagnostics
    assert fault.code == "not-this-paper"
    assert "memo, report" in fault.message.th


def test_a_named_paper_is_compared_however_little_it_has_in_common() -> None:
    paper = prepared("memo").papers[0]
    assert verify(read_docx(made("scores")), prepared("memo"), paper).differences
