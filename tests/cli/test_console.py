"""Any console: an encoding without Thai, a pipe that closes, a stream that is closed, a disk that is full."""

import json
import os
import signal
import subprocess
import sys

import pytest

from pipeline.cli.spelling import spelling
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.resources import resource

SARABAN = [sys.executable, "-c", "from pipeline.cli.main import main; main()"]
FULL = "/dev/full"
needs_full = pytest.mark.skipif(not os.path.exists(FULL), reason="no /dev/full here")


def spawn(*words, encoding="utf-8", **streams):
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    environment.pop("SARABAN_LANG", None)
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    return subprocess.Popen([*SARABAN, *map(str, words)], env=environment, **streams)


def run_in(encoding, *words):
    process = spawn(*words, encoding=encoding)
    out, errors = process.communicate(timeout=120)
    return process.returncode, out, errors


@pytest.fixture
def data(tmp_path):
    """A folder with a Thai name that lacks a value."""
    folder = tmp_path / "แผน"
    folder.mkdir()
    text = (resource("templates", "start", "memo") / "memo.yaml").read_text("utf-8")
    (folder / "memo.yaml").write_text(text.replace("memo:", "mem:", 1), "utf-8")
    return folder


@pytest.mark.parametrize(("encoding", "file"), [("cp1252", b"aephn"), ("cp874", "แผน".encode("cp874"))])
def test_faults_are_told_in_letters_that_the_console_has(data, encoding, file):
    code, _, errors = run_in(encoding, "check", data)
    assert code == ExitCode.INPUT
    assert file in errors
    assert b"\\u0e" not in errors
    assert b"Traceback" not in errors
    assert (b"cannot show Thai" in errors) == (encoding != "cp874")


def test_json_is_utf8_and_thai_in_any_console(data):
    _, out, errors = run_in("cp1252", "check", data, "--json")
    told = json.loads(out.decode("utf-8"))
    assert "แผน" in told[0]["file"]
    assert any("\u0e01" <= sign <= "\u0e5b" for sign in told[0]["what"])
    assert errors == b""


def test_a_reader_who_has_enough_stops_nothing():
    process = spawn("audit", "--rules")
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == ExitCode.OK


@needs_full
def test_output_that_is_lost_is_told_by_a_command_whose_answer_it_is():
    with open(FULL, "wb") as full:
        process = spawn("schema", stdout=full)
        errors = process.communicate(timeout=60)[1].decode()
    assert process.returncode == ExitCode.OUTPUT
    assert "แสดงไม่ได้" in errors
    assert "Traceback" not in errors


@needs_full
def test_files_are_written_and_well_whatever_becomes_of_the_words(tmp_path):
    with open(FULL, "wb") as full:
        process = spawn("new", tmp_path / "งาน", "--kind", "memo", stdout=full, stderr=full)
        assert process.wait(60) == ExitCode.OK
    assert (tmp_path / "งาน" / "memo.yaml").stat().st_size > 100


@pytest.mark.skipif(os.name != "posix", reason="closing descriptors is the shell's")
def test_a_stream_that_is_closed_does_not_become_the_first_file_that_is_written(tmp_path):
    line = f'exec "$0" -c "{SARABAN[2]}" new "$1" --kind memo >&- 2>&- <&-'
    code = subprocess.run(["/bin/sh", "-c", line, sys.executable, tmp_path / "งาน"], check=False).returncode
    assert code == ExitCode.OK
    assert (tmp_path / "งาน" / "memo.yaml").read_text("utf-8").startswith("#")


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_request_to_end_is_answered_in_words(tmp_path, number):
    process = spawn("watch", resource("input", "memo-example"), "-o", tmp_path / "out")
    process.stdout.readline()
    process.send_signal(number)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == ExitCode.INTERRUPTED
    assert "หยุด" in errors.decode()
    assert "Traceback" not in errors.decode()


@pytest.mark.parametrize(
    ("sign", "spelled"),
    [("ก", "k"), ("อ", "o"), ("ฤ", "ru"), ("แ", "ae"), ("ำ", "am"), ("ั", "a"), ("่", ""), ("๕", "5"),
     ("→", "->"), ("é", "e"), ("中", "?"), ("\udcff", "\\xff")],
)  # fmt: skip
def test_a_letter_is_spelled_legibly(sign, spelled):
    assert spelling(sign) == spelled


def test_no_thai_letter_is_spelled_as_a_question_mark():
    letters = [chr(n) for n in range(0x0E01, 0x0E5C) if chr(n).isprintable()]
    assert [letter for letter in letters if not spelling(letter).isascii() or spelling(letter) == "?"] == []
