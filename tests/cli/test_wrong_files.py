"""Every command that takes a file, given what is no such file: one code, words, and nothing written."""

import zipfile

import pytest

from pipeline.diagnostics.exit_codes import ExitCode

COMMANDS = {
    "audit": ["audit", "FILE"],
    "check": ["check", "FILE"],
    "render": ["render", "FILE", "-o", "OUT"],
    "verify": ["verify", "FILE"],
    "show": ["show", "FILE"],
    "rerender": ["rerender", "FILE", "-o", "OUT"],
    "convert": ["convert", "FILE", "OUT"],
}
FILES = (
    "zero.pdf",
    "zero.docx",
    "folder.pdf",
    "folder.docx",
    "zip.docx",
    "zip.pdf",
    "absent.docx",
    "absent.pdf",
)


@pytest.fixture
def wrong(tmp_path):
    """The file or folder of that name."""

    def make(name):
        path = tmp_path / name
        if name.startswith("zero"):
            path.touch()
        elif name.startswith("folder"):
            path.mkdir()
        elif name.startswith("zip"):
            with zipfile.ZipFile(path, "w") as archive:
                archive.writestr("a.txt", "x")
        return path

    return make


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_no_such_file_is_refused_in_words_and_nothing_is_written(run, wrong, tmp_path, command, name):
    file, out = wrong(name), tmp_path / "out.xlsx"
    result = run(*({"FILE": file, "OUT": out}.get(word, word) for word in COMMANDS[command]))
    assert result.exit_code == ExitCode.INPUT
    assert str(file) in result.stderr
    assert "→" in result.stderr
    assert not any(english in result.stderr for english in ("Traceback", "Is a directory", "No such file"))
    assert not out.exists()


def test_a_finished_paper_given_as_data_is_told_which_command_reads_it(run, tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    assert "saraban audit" in run("check", tmp_path / "a.docx").stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bundle", "absent"], "ไม่พบ 'absent'"),
        (["bundle", __file__], "เป็นแฟ้ม ไม่ใช่โฟลเดอร์"),
        (["bundle", ".", "--copies", "99"], "ไม่อยู่ในช่วง 0 ถึง 20"),
    ],
)
def test_what_the_parser_refuses_is_said_in_thai(run, arguments, said):
    result = run(*arguments)
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr
