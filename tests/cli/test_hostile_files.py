"""Files made to do harm, or that are no files: told in words, with the code of unreadable input."""

import io
import os
import zipfile

import openpyxl
import pikepdf
import pytest

from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.intake.sandbox_limits import Bounds


def pdf_of(change):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    change(pdf)
    written = io.BytesIO()
    pdf.save(written)
    return written.getvalue()


def drawing_itself_without_end(pdf):
    """Each of a chain of forms draws the next one ten times."""
    forms = [pdf.make_stream(b"/F Do " * 10, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]) for _ in range(14)]
    for form, following in zip(forms, [*forms[1:], forms[0]], strict=True):
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=following))
    pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=forms[0]))
    pdf.pages[0].Contents = pdf.make_stream(b"/F Do")


def without_its_page(pdf):
    pdf.pages[0].obj.Type = pikepdf.Name.NoPage
    pdf.Root.Pages.Kids[0] = pikepdf.Dictionary()


def unfolding_workbook():
    """A hundred kilobytes whose only shared text unfolds to a gigabyte."""
    entities = b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(8))
    strings = b'<!DOCTYPE sst [<!ENTITY a "%s">%s]><sst><si><t>&i;</t></si></sst>' % (b"x" * 10, entities)
    return workbook_with("xl/sharedStrings.xml", strings)


def workbook_with(name, content, data=b""):
    saved, written = io.BytesIO(), io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["หนึ่ง", "สอง"])
    book.save(saved)
    with (
        zipfile.ZipFile(io.BytesIO(data or saved.getvalue())) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.namelist():
            new.writestr(each, content if each == name else old.read(each))
    return written.getvalue()


def repeating_workbook():
    """A text of half a megabyte that sixty thousand cells show."""
    main = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    strings = b"<sst %s><si><t>%s</t></si></sst>" % (main, "ก".encode() * 160_000)
    rows = (b"<row>" + b'<c t="s"><v>0</v></c>' * 60 + b"</row>") * 1_000
    sheet = b"<worksheet %s><sheetData>%s</sheetData></worksheet>" % (main, rows)
    return workbook_with("xl/worksheets/sheet1.xml", sheet, workbook_with("xl/sharedStrings.xml", strings))


def packed_by_an_unknown_method():
    data = bytearray(workbook_with("", b""))
    at = data.index(b"PK\x01\x02")
    data[at + 10] = 99
    return bytes(data)


HOSTILE = {
    "recursive.pdf": lambda: pdf_of(drawing_itself_without_end),
    "page.pdf": lambda: pdf_of(without_its_page),
    "unfolding.xlsx": unfolding_workbook,
    "repeating.xlsx": repeating_workbook,
    "method99.xlsx": packed_by_an_unknown_method,
    "cut.pdf": lambda: pdf_of(lambda _: None)[:200],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_made_to_do_harm_ends_in_words(run, tmp_path, monkeypatch, name):
    monkeypatch.setattr("pipeline.intake.sandboxed.bounds_of", lambda _: Bounds(1, 300_000_000))
    path = tmp_path / name
    path.write_bytes(HOSTILE[name]())
    result = run("audit", path, "--lang", "en")
    assert result.exit_code == ExitCode.INPUT, result.output
    assert name in result.stderr
    assert "→" in result.stderr


def test_a_locked_pdf_is_called_so_by_every_command(run, tmp_path):
    path = tmp_path / "locked.pdf"
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))
    for command in ("verify", "show", "rerender"):
        extra = ("-o", tmp_path / "out") if command == "rerender" else ()
        result = run(command, path, *extra, "--lang", "en")
        assert result.exit_code == ExitCode.INPUT, result.output
    assert "password" in run("audit", path, "--lang", "en").stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices of POSIX")
@pytest.mark.parametrize("ending", [".xlsx", ".yaml", ".pdf", ".docx", ".txt"])
@pytest.mark.parametrize("kind", ["pipe", "device", "loop"])
def test_what_is_no_ordinary_file_is_refused_and_not_waited_for(run, tmp_path, kind, ending):
    path = tmp_path / f"a{ending}"
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero" if kind == "device" else path.name)
    result = run("audit", path)
    assert result.exit_code == ExitCode.INPUT, result.output
    assert str(path) in result.stderr


def test_a_dry_run_tells_why_units_are_refused(run, tmp_path, memo):
    batch = tmp_path / "batch.yaml"
    batch.write_text(
        f"kind: batch\ntitle: x\nbase: {memo.name}\npapers: [memo]\nunits: [{{id: ก, memo.no_such: x}}]\n",
        "utf-8",
    )
    result = run("batch", batch, "-o", tmp_path / "out", "--dry-run", "--lang", "en")
    assert result.exit_code == ExitCode.INPUT
    assert "no_such" in result.stderr
    assert "→" in result.stderr
