"""What is said of files that are not what they are taken for."""

import errno
import zipfile

import pytest

from pipeline.diagnostics import InputError, Message
from pipeline.extraction.document_reader import is_finished, read_finished
from pipeline.intake.opening import kind_of, refuse_what_is_no_file, why_unreadable


def zip_of(path, *names):
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return path.read_bytes()


def fault(read, *arguments):
    with pytest.raises(InputError) as refused:
        read(*arguments)
    (found,) = refused.value.diagnostics
    return found


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["[Content_Types].xml", "word/document.xml"], "Word"),
        (["[Content_Types].xml", "xl/workbook.xml"], "Excel"),
        (["a.txt"], "zip"),
    ],
)
def test_a_zip_is_known_by_what_is_in_it(tmp_path, names, said):
    found = kind_of(zip_of(tmp_path / "a", *names))
    assert said in found.en


@pytest.mark.parametrize("data", [b"", b"kind: memo\n", "บันทึก".encode()])
def test_text_is_of_no_kind_that_its_first_bytes_tell(data):
    assert kind_of(data) is None


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.txt"])
def test_an_empty_paper_is_called_empty(tmp_path, name):
    (tmp_path / name).touch()
    assert fault(read_finished, tmp_path / name).code == "empty-file"


@pytest.mark.parametrize(
    ("name", "holds", "said"),
    [
        ("a.pdf", "word/document.xml", "Word"),
        ("a.txt", "xl/workbook.xml", "Excel"),
        ("a.docx", "xl/workbook.xml", "Excel"),
        ("a.docx", "readme.txt", "ซิป"),
    ],
)
def test_a_paper_of_a_wrong_name_is_told_what_it_is(tmp_path, name, holds, said):
    zip_of(tmp_path / name, "[Content_Types].xml" if holds.startswith("xl") else "b", holds)
    found = fault(read_finished, tmp_path / name)
    assert found.code == "wrong-kind"
    assert said in found.message.th


def test_a_pdf_named_docx_is_told_so(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"%PDF-1.7\n")
    assert "PDF" in fault(read_finished, tmp_path / "a.docx").message.th


def test_a_folder_is_no_finished_paper_whatever_it_is_called(tmp_path):
    (tmp_path / "a.docx").mkdir()
    assert not is_finished(tmp_path / "a.docx")
    assert "โฟลเดอร์" in fault(refuse_what_is_no_file, tmp_path / "a.docx").message.th


def test_what_the_system_says_is_said_in_thai():
    assert why_unreadable(OSError(errno.ENOENT, "No such file")) == Message(
        "ไม่พบแฟ้มนี้", "there is no such file"
    )
    assert "disk" in why_unreadable(OSError(errno.EIO, "disk error")).th
