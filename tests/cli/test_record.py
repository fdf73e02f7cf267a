"""`saraban show` and `saraban rerender`: a paper is found again, and made again, from its own file."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.main import saraban
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.papers import provenance as making

ROOT = Path(__file__).resolve().parents[2]
FILES = [
    f"{paper}.{kind}"
    for paper in (
        "hr-scorecard-2563/memo",
        "hr-scorecard-2563/report",
        "agreement-2547/agreement",
        "agreement-2547/annexes",
        "agreement-2547/scores",
        "memo-example/memo",
        "specimen/specimen",
        "specimen/memo",
    )
    for kind in ("pdf", "docx")
]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All papers of ours, as a user makes them."""
    folder = tmp_path_factory.mktemp("papers")
    inputs = [str(ROOT / "input" / name) for name in ("hr-scorecard-2563", "agreement-2547", "memo-example")]
    for command in (["render", *inputs], ["specimen"]):
        result = CliRunner().invoke(saraban, [*command, "-o", str(folder)])
        assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def written(run, memo, tmp_path) -> Path:
    """The PDF of a small memo."""
    assert run("render", memo, "-o", tmp_path / "first").exit_code == 0
    return tmp_path / "first" / memo.name / "memo.pdf"


@pytest.mark.parametrize("file", FILES)
def test_each_file_makes_itself_again_byte_for_byte(run, papers, tmp_path, file):
    result = run("rerender", papers / file, "-o", tmp_path, "--lang", "en")
    assert result.exit_code == 0, result.output
    assert "byte for byte" in result.output
    assert (tmp_path / Path(file).name).read_bytes() == (papers / file).read_bytes()


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_show_tells_what_a_memo_is_and_what_made_it(run, papers, kind):
    said = run("show", papers / f"hr-scorecard-2563/memo.{kind}", "--lang", "en").output
    lines = dict(line.split(": ", 1) for line in said.splitlines())
    assert lines["paper"] == "memo (hr-scorecard)"
    assert lines["number"] == "อก 0210(2)/1539"
    assert lines["date"] == "20 พฤษภาคม 2563"
    assert lines["fiscal year"] == "2563"
    assert lines["total score"] == "4.0000"
    assert {"unit", "subject", "data version", "templates", "fonts", "program"} <= set(lines)


def test_show_gives_programs_the_input_and_the_scores(run, papers):
    record = json.loads(run("show", papers / "agreement-2547/scores.pdf", "--json").stdout)
    assert record["values"]["kind"] == "agreement"
    scores = json.loads(run("score", ROOT / "input" / "agreement-2547", "--json").stdout)
    assert record["scores"]["total"] == scores["total"]
    assert record["scores"]["dimensions"] == scores["dimensions"]


def test_a_paper_without_scores_has_none(run, written):
    assert json.loads(run("show", written, "--json").stdout)["scores"] is None


@pytest.mark.parametrize(
    "render_options",
    [("--digits", "arabic"), ("--conformance", "none"), ("--conformance", "3b"), ("--no-embed",)],
    ids="-".join,
)
def test_it_is_made_again_as_it_was_wanted(run, memo, tmp_path, render_options):
    assert run("render", memo, "-o", tmp_path, *render_options).exit_code == 0
    for kind in ("pdf", "docx"):
        file = tmp_path / memo.name / f"memo.{kind}"
        assert run("rerender", file, "-o", tmp_path / "again").exit_code == 0
        assert (tmp_path / "again" / file.name).read_bytes() == file.read_bytes()


@pytest.mark.parametrize(
    "difference",
    [
        ("__version__", "program"),
        ("fonts_digest", "fonts"),
        ("templates_digest", "templates"),
        ("_libraries", "libraries"),
    ],
    ids=lambda difference: difference[1],
)
def test_what_differs_since_is_named_and_nothing_is_made(run, written, tmp_path, monkeypatch, difference):
    what, told = difference
    other = "0.0.9" if what == "__version__" else lambda *_: "0123456789abcdef"
    monkeypatch.setattr(making, what, other)
    result = run("rerender", written, "-o", tmp_path / "again", "--lang", "en")
    assert result.exit_code == ExitCode.INPUT
    (line,) = [line for line in result.output.splitlines() if "made with" in line]
    assert told in line
    assert "0.0.9" in line or "0123456789abcdef" in line
    assert not (tmp_path / "again").exists()


def test_the_date_that_a_file_bears_is_to_be_the_same(run, memo, tmp_path):
    then = {"SOURCE_DATE_EPOCH": "1600000000"}
    assert run("render", memo, "-o", tmp_path, env=then).exit_code == 0
    file = tmp_path / memo.name / "memo.pdf"
    refused = run("rerender", file, "-o", tmp_path / "again", "--lang", "en")
    assert refused.exit_code == ExitCode.INPUT
    assert "2020-09-13T12:26:40Z" in refused.output
    assert run("rerender", file, "-o", tmp_path / "again", env=then).exit_code == 0
    assert (tmp_path / "again" / "memo.pdf").read_bytes() == file.read_bytes()


def test_an_office_gives_its_own_templates_again(run, memo, tmp_path):
    own = tmp_path / "ours"
    (own / "styles").mkdir(parents=True)
    style = (ROOT / "templates" / "styles" / "memo.yaml").read_text(encoding="utf-8")
    (own / "styles" / "memo.yaml").write_text(style + "\n# ของสำนักงาน\n", encoding="utf-8")
    assert run("render", memo, "-o", tmp_path, "--templates", own).exit_code == 0
    file = tmp_path / memo.name / "memo.pdf"
    refused = run("rerender", file, "-o", tmp_path / "again", "--lang", "en")
    assert refused.exit_code == ExitCode.INPUT
    assert "--templates" in refused.output
    moved = own.rename(tmp_path / "moved")
    assert run("rerender", file, "-o", tmp_path / "again", "--templates", moved).exit_code == 0
    assert (tmp_path / "again" / "memo.pdf").read_bytes() == file.read_bytes()


def test_an_office_gives_its_word_file_again(run, memo, tmp_path):
    assert run("render", memo, "-o", tmp_path / "office").exit_code == 0
    office = tmp_path / "office" / memo.name / "memo.docx"
    options = ("--reference", office, "--embed", "subset")
    assert run("render", memo, "-o", tmp_path, *options).exit_code == 0
    file = tmp_path / memo.name / "memo.docx"
    refused = run("rerender", file, "-o", tmp_path / "again", "--lang", "en")
    assert refused.exit_code == ExitCode.INPUT
    assert "--reference" in refused.output
    assert run("rerender", file, "-o", tmp_path / "again", "--reference", office).exit_code == 0
    assert (tmp_path / "again" / "memo.docx").read_bytes() == file.read_bytes()


def test_what_is_added_behind_a_pdf_does_not_hide_the_original(run, written, tmp_path):
    """A signature is added behind the file as it was (PDF 32000-1 §7.5.6)."""
    original = written.read_bytes()
    written.write_bytes(original + b"\n% more\n%%EOF\n")
    result = run("rerender", written, "-o", tmp_path / "again", "--lang", "en")
    assert "byte for byte" in result.output
    assert (tmp_path / "again" / "memo.pdf").read_bytes() == original


def test_a_file_edited_in_word_gives_back_what_it_was(run, memo, tmp_path):
    assert run("render", memo, "-o", tmp_path).exit_code == 0
    file = tmp_path / memo.name / "memo.docx"
    original = file.read_bytes()
    file.write_bytes(with_a_line_more(original))
    result = run("rerender", file, "-o", tmp_path / "again", "--lang", "en")
    assert result.exit_code == 0
    assert "edited since" in result.output
    assert (tmp_path / "again" / "memo.docx").read_bytes() == original


def with_a_line_more(docx: bytes) -> bytes:
    """The DOCX with a paragraph that somebody added, packed by another program."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as package, zipfile.ZipFile(made, "w") as other:
        for name in package.namelist():
            blob = package.read(name)
            if name == "word/document.xml":
                blob = blob.replace(b"<w:body>", "<w:body><w:p><w:r><w:t>เพิ่ม</w:t></w:r></w:p>".encode())
            other.writestr(name, blob)
    return made.getvalue()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 broken", b"PK broken", "ข้อความ".encode()], ids=repr)
@pytest.mark.parametrize("command", ["show", "rerender"])
def test_a_file_that_is_none_of_ours_is_refused_in_words(run, tmp_path, content, command):
    file = tmp_path / "foreign.pdf"
    file.write_bytes(content)
    result = run(command, file)
    assert result.exit_code == ExitCode.INPUT
    assert str(file) in result.output


@pytest.mark.parametrize("command", ["show", "rerender"])
def test_a_file_that_is_not_there_is_refused_in_words(run, tmp_path, command):
    result = run(command, tmp_path / "none.pdf")
    assert result.exit_code == ExitCode.INPUT
    assert "none.pdf" in result.output
