"""What nothing looks for in an office's folder of templates is told; what any kind of paper uses is not."""

from pathlib import Path

import pytest

from pipeline.compose.own_templates import reach_of
from pipeline.compose.papers import all_papers
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.kinds import SHIPPED
from pipeline.papers import own_looks
from pipeline.papers.own_looks import EACH, unused_looks
from pipeline.resources import resource
from tests.cli.signed_papers import invoked

TEMPLATES = resource("templates")
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V9Z"/></svg>'


@pytest.fixture
def office(tmp_path):
    """Writes files of an office's folder; gives what is told of them, by file."""

    def told(**files: str) -> dict[str, str]:
        for name, text in files.items():
            (file := tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        found = unused_looks(tmp_path)
        return {fault.location.file.removeprefix(str(tmp_path)): fault.text("en") for fault in found}

    return told


USED = {
    "memo/memo.xml.j2": "x",
    "agreement/scores.xml.j2": "x",
    "shared/prose.xml.j2": "x",
    "bundle/control-sheet.xml.j2": "x",
    "styles/report.yaml": "extends: base",
    "styles/base.yaml": "",
    "assets/garuda.png": "x",
    "assets/garuda.svg": PICTURE,
    "lexicon.txt": "ก",
    ".DS_Store": "x",
    "assets/Thumbs.db": "x",
}


def test_what_papers_of_any_kind_use_is_not_told(office):
    assert office(**USED) == {}


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("memo/mem.xml.j2", "memo/memo.xml.j2"),
        ("memo.xml.j2", "memo/memo.xml.j2"),
        ("styles/mmo.yaml", "styles/memo.yaml"),
        ("style/report.yaml", "styles/report.yaml"),
        ("assets/grauda.svg", "assets/garuda.svg"),
        ("Garuda.PNG", "assets/garuda.png"),
        ("papers.yaml", ""),
        ("letter.docx", ""),
    ],
)
def test_what_nothing_uses_is_told_with_the_name_that_was_meant(office, name, meant):
    told = office(**{name: "x"}, **USED)
    assert list(told) == [name]
    assert (f"'{meant}' is meant" in told[name]) == bool(meant)


def test_an_own_template_brings_its_own_parts_styles_and_pictures(office):
    body = '{% include "parts/seal.xml.j2" %}<image name="seal" height="1" alt="s"/>'
    told = office(**{
        "memo/memo.xml.j2": body, "parts/seal.xml.j2": "", "parts/old.xml.j2": "",
        "styles/memo.yaml": "extends: house", "styles/house.yaml": "extends: base", "styles/hose.yaml": "",
        "assets/seal.svg": PICTURE, "assets/sael.svg": PICTURE,
    })  # fmt: skip
    assert set(told) == {"parts/old.xml.j2", "styles/hose.yaml", "assets/sael.svg"}


@pytest.mark.parametrize(
    ("body", "file"),
    [
        ('{% include "parts/" ~ office.short ~ ".j2" %}', "parts/any.j2"),
        ('<image name="{{ office.short }}" height="1" alt="s"/>', "assets/any.svg"),
        ("{% if %}", "parts/any.j2"),
    ],
)
def test_what_only_the_making_of_a_paper_can_tell_is_not_called_unused(office, body, file):
    assert office(**{"memo/memo.xml.j2": body, file: "x"}) == {}


def test_a_folder_of_which_nothing_is_used_is_called_so_and_many_files_are_told_in_few_lines(
    office, tmp_path
):
    assert list(office()) == [""]
    told = office(**{f"old/{n}.docx": "x" for n in range(EACH + 4)})
    assert len(told) == EACH + 1
    assert "4 more files" in told[""]
    assert "nothing in this templates folder" in unused_looks(tmp_path)[0].text("en")


@pytest.mark.parametrize("command", ["specimen", "render"])
def test_it_is_told_by_whatever_command_takes_the_folder_and_stops_nothing(tmp_path, command):
    (tmp_path / "own").mkdir()
    given = [str(tmp_path / "own")]
    rest = ["-o", str(tmp_path / "out"), "--format", "pdf"]
    data = ["templates/specimen/specimen"] if command == "render" else []
    result = invoked(command, *data, "--templates", *given, *rest, "--lang", "en")
    assert result.exit_code == ExitCode.OK, result.output
    assert "Note: " in result.output
    assert "nothing in this templates folder" in result.output


def test_a_file_of_ours_that_nobody_changed_is_not_told(office):
    name = "desk/home.html.j2"
    ours = resource("templates", *name.split("/")).read_text("utf-8")
    assert office(**{name: ours}, **USED) == {}
    assert list(office(**{name: f"{ours}x"})) == [name]


def test_whatever_of_ours_an_office_may_put_anew_is_used_by_our_papers():
    """What lets the shipped kinds unread holds: each of our files of such a place is looked for."""
    papers = all_papers(SHIPPED)
    looked_for = own_looks._looked_for(reach_of(None, papers), Path("/none"), papers)
    ours = {file.relative_to(TEMPLATES).as_posix() for file in TEMPLATES.glob("*/*")}
    anew = {file for file in ours if own_looks._is_ours_anew(file, TEMPLATES)}
    assert len(anew) > 40
    assert {file.replace(".png", ".svg") for file in anew} <= {
        file.replace(".png", ".svg") for file in looked_for
    }


def test_what_an_own_template_no_longer_includes_is_told(office):
    part = "specimen/lines.xml.j2"
    assert part in (TEMPLATES / "specimen" / "specimen.xml.j2").read_text("utf-8")
    assert list(office(**{part: "x"})) == []
    assert list(office(**{part: "x", "specimen/specimen.xml.j2": "x"})) == [part]
