"""`audit` and `verify`: papers that others made, and papers that came back."""

import pytest

from pipeline import api
from pipeline.verify import Kind


@pytest.fixture
def returned(memo, tmp_path):
    """The memo's files as they were sent out."""
    api.write(api.render(memo), folder=tmp_path / "out")
    return tmp_path / "out" / "บันทึก"


def test_anybodys_paper_is_audited(tmp_path):
    """April has 30 days."""
    paper = tmp_path / "note.txt"
    paper.write_text("คณะกรรมการประชุมเมื่อวันที่ ๓๑ เมษายน ๒๕๖๓\n", encoding="utf-8")
    (finding,) = api.audit(paper)
    assert (finding.code, finding.severity, finding.quote) == ("A0501", "error", "๓๑ เมษายน ๒๕๖๓")
    assert finding.refused
    allowed = tmp_path / "allow.yaml"
    allowed.write_text("allow: [{code: A0501, reason: ตามต้นฉบับ}]\n", encoding="utf-8")
    (finding,) = api.audit(paper, allowed=allowed)
    assert (finding.accepted, finding.refused) == ("ตามต้นฉบับ", False)


def test_data_are_audited_beside_finished_papers(doubtful, tmp_path):
    paper = tmp_path / "note.txt"
    paper.write_text("ประชุมเมื่อวันที่ ๓๑ เมษายน ๒๕๖๓\n", encoding="utf-8")
    found = api.audit(doubtful, paper)
    assert [finding.code for finding in found if finding.refused] == ["A0501", "D0401"]


def test_papers_that_cannot_be_read_are_all_told(tmp_path):
    (tmp_path / "empty.pdf").write_bytes(b"")
    with pytest.raises(api.InputError) as refused:
        api.audit(tmp_path / "empty.pdf", tmp_path / "missing.txt")
    assert [fault.code for fault in refused.value.diagnostics] == ["empty-file", "not-found"]


def test_exceptions_of_finished_papers_are_not_for_data(memo, tmp_path):
    with pytest.raises(api.RequestError):
        api.audit(memo, allowed=tmp_path / "allow.yaml")


def test_a_word_file_that_says_what_the_data_say(memo, returned):
    report = api.verify(returned / "memo.docx", memo)
    assert isinstance(report, api.Verification)
    assert (report.sound, report.paper.id) == (True, "memo")


def test_a_word_file_that_says_something_else(memo, returned):
    memo.write_text(memo.read_text("utf-8").replace("subject: ทดสอบ", "subject: ทดลอง"), encoding="utf-8")
    report = api.verify(returned / "memo.docx", api.load(memo), paper="memo")
    assert isinstance(report, api.Verification)
    assert not report.sound
    (difference,) = report.differences
    assert difference.kind is Kind.SUBJECT
    assert difference.expected.endswith("ทดลอง")
    assert difference.found.endswith("ทดสอบ")


def test_a_pdf_holds_its_own_data(memo, returned):
    report = api.verify(returned / "memo.pdf")
    assert isinstance(report, api.PdfVerification)
    assert (report.sound, report.text, report.same_data) == (True, "as-made", None)
    assert api.verify(returned / "memo.pdf", memo).sound
    memo.write_text(memo.read_text("utf-8").replace("subject: ทดสอบ", "subject: ทดลอง"), encoding="utf-8")
    other = api.verify(returned / "memo.pdf", memo)
    assert isinstance(other, api.PdfVerification)
    assert (other.sound, other.text, other.same_data) == (False, "as-made", False)


def test_what_cannot_be_verified_is_refused_as_a_request(memo, returned):
    (returned / "memo.odt").write_bytes(b"PK")
    for arguments in (
        (returned / "memo.odt", memo),
        (returned / "memo.docx",),
    ):
        with pytest.raises(api.RequestError):
            api.verify(*arguments)
    with pytest.raises(api.RequestError, match="report"):
        api.verify(returned / "memo.docx", memo, paper="report")


def test_files_that_there_are_not(memo, returned):
    for arguments in ((returned / "none.pdf",), (returned / "memo.docx", returned / "none.yaml")):
        with pytest.raises(api.InputError):
            api.verify(*arguments)
