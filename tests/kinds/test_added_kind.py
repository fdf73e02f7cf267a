"""A kind of input that somebody adds: its own folders, laid into a copy of the program, and nothing else.

`tests/kinds/name_list/` holds what is added: `pipeline/kinds/NAME`, `templates/NAME`, `templates/start/NAME`.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from pipeline.resources import resource

pytestmark = pytest.mark.slow  # a copy of the program for each test

ADDED = Path(__file__).parent / "name_list"
ROOT = Path(__file__).parents[2]
NAMES = ["นางสาวตัวอย่าง หนึ่งใจ", "นายทดลอง สองแคว", "นางสมมุติ สามัคคี"]
PAPERS = {f"{paper}.{suffix}" for paper in ("letter", "roster") for suffix in ("docx", "pdf")}
SETTINGS = """\
secret_codes: {ปกติ: "001"}
speed_codes: {ปกติ: "001"}
sender: {ministry: "11", department: "11008"}
receiver: {ministry: "12", department: "12002"}
"""
DESK = """
import re
from starlette.testclient import TestClient
from pipeline.desk.app import desk_app
from pipeline.desk.sessions import SessionStore
from pipeline.desk.settings import DeskSettings
settings = DeskSettings(sessions=1, upload_limit=1_000_000)
sessions = SessionStore(settings)
with TestClient(desk_app(settings, sessions), base_url=settings.origin) as client:
    home = client.get(f"/enter?token={sessions.tokens[0]}")
    form = {"csrf": sessions.session(client.cookies[settings.cookie]).csrf}
    page = client.post("/examples/name-list", data=form, headers={"origin": settings.origin})
    image = re.search(r'src="(/works/[^"]+[.]png[^"]*)"', page.text)[1].replace("&amp;", "&")
    print(home.text, page.text)
    print("page 1:", client.get(image).headers["content-type"])
"""


class Program(NamedTuple):
    """A copy of the program with the kind in it, and the folder in which it is run."""

    code: Path
    work: Path

    def python(self, *arguments: object, succeeds: bool = True) -> str:
        """Runs Python with the copy; what it printed."""
        environment = {**os.environ, "PYTHONPATH": str(self.code), "PYTHONUTF8": "1", "COLUMNS": "200"}
        command = [sys.executable, *map(str, arguments)]
        done = subprocess.run(
            command,
            cwd=self.work,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode == 0) == succeeds, done.stdout + done.stderr
        return done.stdout + done.stderr

    def saraban(self, *arguments: object, succeeds: bool = True) -> str:
        """Runs a command of the copy."""
        return self.python("-m", "pipeline", *arguments, succeeds=succeeds)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The copy, with a folder of data `data` and its papers in `out/data`."""
    code, work = tmp_path_factory.mktemp("program"), tmp_path_factory.mktemp("work")
    leave = shutil.ignore_patterns("__pycache__", "resources_installed")
    shutil.copytree(ROOT / "pipeline", code / "pipeline", ignore=leave)
    shutil.copytree(resource("templates"), code / "templates")
    (code / "fonts").symlink_to(resource("fonts"))
    for part in ("pipeline", "templates"):
        shutil.copytree(ADDED / part, code / part, dirs_exist_ok=True)
    made = Program(code, work)
    made.saraban("new", "data", "--kind", "name-list")
    made.saraban("render", "data", "-o", "out")
    return made


def test_nothing_of_the_program_names_it() -> None:
    said = [file for file in (ROOT / "pipeline").rglob("*.py") if "name-list" in file.read_text("utf-8")]
    assert said == []


def test_it_is_started_checked_and_rendered(program: Program) -> None:
    assert "name-list" in re.split(r"[\s,.]+", program.saraban("new", "--help"))
    assert {path.name for path in (program.work / "data").iterdir()} == {
        "letter.yaml",
        "people.yaml",
        "saraban.schema.json",
    }
    program.saraban("check", "data")
    assert {path.name for path in (program.work / "out" / "data").iterdir()} == PAPERS


def test_its_workbook_is_read_back_without_loss(program: Program) -> None:
    program.saraban("convert", "data", "book.xlsx")
    program.saraban("convert", "book.xlsx", "back")
    program.saraban("render", "back", "-o", "out")
    before, after = program.work / "out" / "data", program.work / "out" / "back"
    assert [name for name in PAPERS if (before / name).read_bytes() != (after / name).read_bytes()] == []


def test_a_new_workbook_names_its_kind_in_thai(program: Program) -> None:
    program.saraban("new", "with-book", "--kind", "name-list", "--xlsx")
    ask = "import sys, openpyxl; print(openpyxl.load_workbook(sys.argv[1])['ข้อมูลทั่วไป'].values.__class__);"
    ask += "print([cell for row in openpyxl.load_workbook(sys.argv[1])['ข้อมูลทั่วไป'].values for cell in row])"
    (book,) = (program.work / "with-book").glob("*.xlsx")
    assert "'บันทึกแจ้งรายชื่อ'" in program.python("-c", ask, book)
    program.saraban("check", book)


def test_its_own_check_tells_the_place(program: Program) -> None:
    shutil.copytree(program.work / "data", program.work / "twice")
    people = program.work / "twice" / "people.yaml"
    text = people.read_text("utf-8")
    people.write_text(text + text.splitlines()[1] + "\n", "utf-8")
    said = program.saraban("check", "twice", succeeds=False)
    assert "people.yaml:5" in said
    assert NAMES[0] in said


def test_the_schema_and_the_guide_tell_of_it(program: Program) -> None:
    schema = json.loads(program.saraban("schema", "--kind", "name-list"))
    assert schema["$defs"]["Member"]["title"] == "ผู้มีรายชื่อ"
    guide = program.saraban("schema", "--markdown")
    assert "| `name-list` | `letter` บันทึกแจ้งรายชื่อ, `roster` บัญชีรายชื่อ |" in guide
    assert "`{members_count}`" in guide
    assert '<a id="Member"></a>' in guide


def test_its_papers_are_named_by_the_commands_that_choose(program: Program) -> None:
    assert "roster" in re.split(r"[\s,.]+", program.saraban("render", "--help"))
    program.saraban("render", "data", "-o", "only", "--only", "roster")
    assert {path.name for path in (program.work / "only" / "data").iterdir()} == {"roster.docx", "roster.pdf"}


def test_its_papers_are_audited_and_verified(program: Program) -> None:
    program.saraban("audit", "data")
    for name in sorted(PAPERS):
        program.saraban("verify", f"out/data/{name}", *(["data"] if name.endswith("docx") else []))


def test_a_paper_is_made_again_from_its_record(program: Program) -> None:
    said = program.saraban("show", "out/data/letter.pdf")
    assert "ตย 0001/7" in said
    program.saraban("rerender", "out/data/roster.pdf", "-o", "again")
    (again,) = (program.work / "again").rglob("roster.pdf")
    assert again.read_bytes() == (program.work / "out" / "data" / "roster.pdf").read_bytes()


def test_a_batch_of_it_is_made_and_bound(program: Program) -> None:
    batch = "kind: batch\nbase: data\nset:\n  office.name: สำนักงานภาค{unit}\nunits: [เหนือ, ใต้]\n"
    (program.work / "units.yaml").write_text(batch, "utf-8")
    program.saraban("batch", "units.yaml", "-o", "batch", "--jobs", "2")
    made = {path.parent.name: path for path in (program.work / "batch").rglob("roster.pdf")}
    assert set(made) == {"เหนือ", "ใต้"}
    program.saraban("bundle", "batch", "-o", "bundle.pdf")
    assert (program.work / "bundle.pdf").read_bytes().startswith(b"%PDF")


def test_the_desk_opens_it_and_shows_its_pages(program: Program) -> None:
    pytest.importorskip("starlette.testclient", reason="the desk's extra is not installed")
    said = program.python("-c", DESK)
    assert "/examples/name-list" in said
    assert "บัญชีรายชื่อ</a>" in said
    assert "page 1: image/png" in said


def test_its_memo_is_signed_and_sent(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyhanko", reason="the extra for signing is not installed")
    monkeypatch.syspath_prepend(str(ROOT / "tests" / "cli"))
    from certificates import PASSPHRASE, issued  # noqa: PLC0415

    key = issued("นายสมมติ ตั้งต้น", issued("ผู้ออกใบรับรองทดสอบ")).pkcs12(program.work)
    (program.work / "pass").write_text(PASSPHRASE, "utf-8")
    (program.work / "exchange.yaml").write_text(SETTINGS, "utf-8")
    program.saraban(
        "sign", "out/data/letter.pdf", "--key", key, "--passphrase-file", "pass", "-o", "signed.pdf"
    )
    sent = ("exchange", "data", "--settings", "exchange.yaml", "--pdf", "signed.pdf", "-o", "sent")
    program.saraban(*sent)
    (file,) = (program.work / "sent").rglob("*.xml")
    letter = etree.parse(file)
    held = {etree.QName(each).localname: each.text or "" for each in letter.iter(etree.Element)}
    assert base64.b64decode(held["MainLetterBinaryObject"]) == (program.work / "signed.pdf").read_bytes()
    assert held["Attachment"] == "บัญชีรายชื่อ"
